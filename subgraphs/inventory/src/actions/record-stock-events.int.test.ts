import { readOperation } from '@passerelle/contracts/operations';
import { aCaller } from '@passerelle/testing';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { faults } from '../../test/a-network.ts';
import { levelsOf, reserve, type StockedGraph, stockedGraph, stockState } from '../../test/stocked-graph.ts';

const tillEvents = readOperation('partner', 'TillEvents');
const withPaths = `mutation ($input: RecordStockEventsInput!) { recordStockEvents(input: $input) {
  appliedCount duplicateCount
  rejections { index eventId userErrors { __typename ... on UserError { code message path } ... on NotFoundError { id } } }
  userErrors { __typename ... on UserError { code message path } ... on LimitExceededError { limit } } } }`;

type Answer = {
  recordStockEvents: {
    appliedCount: number;
    duplicateCount: number;
    rejections: { index: number; eventId: string; userErrors: { code: string; path?: string[] }[] }[];
    userErrors: { code: string; path?: string[] }[];
  };
};

let graph: StockedGraph;
const skus = Array.from({ length: 40 }, (_, n) => `SKU-${n}`);
let run = 0;

beforeAll(async () => {
  graph = await stockedGraph(skus);
});
afterAll(() => graph[Symbol.asyncDispose]());
beforeEach(() => {
  run += 1;
});

const anEvent = (facts: Record<string, unknown> = {}) => ({
  eventId: `${run}-1`,
  locationId: 'loc_lyon',
  sku: 'SKU-1',
  delta: -1,
  reason: 'SALE',
  occurredAt: '2026-11-22T09:00:00Z',
  ...facts,
});

async function record(events: unknown[], facts: Record<string, unknown> = {}, caller = aCaller('partner')) {
  const input = { source: 'till', events, ...facts };
  return (await graph.ask<Answer>(withPaths, { input }, caller)).recordStockEvents;
}

describe('recordStockEvents', () => {
  it('moves levels, notes when the till last spoke, and answers the stored operation', async () => {
    const before = (await levelsOf(graph, 'loc_lyon'))['SKU-1']?.onHand ?? 0;
    const { recordStockEvents } = await graph.ask<Answer>(tillEvents, {
      input: {
        source: 'till',
        events: [
          anEvent({ eventId: 'first-1', delta: 5, reason: 'RECEIPT' }),
          anEvent({ eventId: 'first-2', delta: -2, occurredAt: '2026-11-22T09:10:00Z' }),
        ],
      },
    });
    expect(recordStockEvents).toEqual({ appliedCount: 2, duplicateCount: 0, rejections: [], userErrors: [] });
    expect((await levelsOf(graph, 'loc_lyon'))['SKU-1']).toMatchObject({ onHand: before + 3 });
    const [feed] = await graph.database.sql`
      select last_event_at from stock_feeds join locations using (location_no) where id = 'loc_lyon'`;
    expect(feed?.last_event_at).toEqual(new Date('2026-11-22T09:10:00Z'));
  });

  it('enters what happened, what it changed, what was left, and who said so', async () => {
    await record([
      anEvent({ sku: 'SKU-30', delta: 4, reason: 'RECEIPT' }),
      anEvent({ sku: 'SKU-30', eventId: 'x', delta: -6 }),
    ]);
    const rows = await graph.database.sql`
      select kind, reason, quantity, applied_quantity, on_hand_after, source, event_id, actor, recorded_at
      from stock_movements join items using (item_no) where sku = 'SKU-30' order by movement_no`;
    expect([...rows]).toEqual([
      expect.objectContaining({ kind: 'DELTA', reason: 'RECEIPT', quantity: 4, applied_quantity: 4, on_hand_after: 4 }),
      expect.objectContaining({
        reason: 'SALE',
        quantity: -6,
        on_hand_after: -2,
        source: 'till',
        event_id: 'x',
        actor: 'test-partner',
        recorded_at: graph.clock.now(),
      }),
    ]);
  });

  it('applies an event once, within a batch, over batches, and when batches race', async () => {
    const events = [anEvent({ sku: 'SKU-2', delta: 7 }), anEvent({ sku: 'SKU-2', delta: 7 })];
    expect(await record(events)).toMatchObject({ appliedCount: 1, duplicateCount: 1, rejections: [] });
    expect(await record(events)).toMatchObject({ appliedCount: 0, duplicateCount: 2 });

    const fresh = Array.from({ length: 20 }, (_, n) => anEvent({ eventId: `race-${n}`, sku: skus[n % 7], delta: 1 }));
    const answers = await Promise.all([
      record(fresh),
      record(fresh.toReversed()),
      record(fresh.toSorted((a, b) => (a.sku < b.sku ? 1 : -1))),
      record(fresh),
    ]);
    expect(answers.reduce((sum, answer) => sum + answer.appliedCount, 0)).toBe(20);
    expect(answers.reduce((sum, answer) => sum + answer.duplicateCount, 0)).toBe(60);
    expect(await faults(graph)).toEqual([]);
  });

  it('takes the same id of another source as another event', async () => {
    const before = (await levelsOf(graph, 'loc_lyon'))['SKU-3']?.onHand ?? 0;
    await record([anEvent({ sku: 'SKU-3' })]);
    await record([anEvent({ sku: 'SKU-3' })], { source: 'warehouse' });
    expect((await levelsOf(graph, 'loc_lyon'))['SKU-3']?.onHand).toBe(before - 2);
  });

  it('tells which orders miss units when stock falls under what is reserved, and touches no reservation', async () => {
    await record([anEvent({ sku: 'SKU-31', delta: 3, reason: 'RECEIPT', locationId: 'loc_nice' })]);
    await reserve(graph, { sku: 'SKU-31', locationId: 'loc_nice', quantity: 2, orderId: 'ord_short' });
    await record([anEvent({ sku: 'SKU-31', eventId: `${run}-2`, delta: -2, locationId: 'loc_nice' })]);
    const events = await graph.database.sql`select type, subject, data from outbox order by position desc limit 1`;
    expect([...events]).toEqual([
      {
        type: 'stock.shortage',
        subject: 'loc_nice',
        data: { sku: 'SKU-31', locationId: 'loc_nice', missingUnits: 1, orderIds: ['ord_short'] },
      },
    ]);
    const [level] = await graph.database.sql`
      select reserved from stock_levels join items using (item_no) where sku = 'SKU-31'`;
    expect(level).toEqual({ reserved: 2 });
    expect(await faults(graph)).toEqual([]);
  });

  it('sends as many statements for 500 events as for one', async () => {
    const statementsFor = async (events: unknown[]) => {
      graph.statements.length = 0;
      await record(events);
      return graph.statements.filter((text) => !/^(begin|commit)/.test(text)).length;
    };
    const one = await statementsFor([anEvent({ eventId: 'one' })]);
    const many = await statementsFor(
      Array.from({ length: 500 }, (_, n) => anEvent({ eventId: `many-${n}`, sku: skus[n % 40] })),
    );
    expect(many).toBe(one);
    expect(many).toBeLessThanOrEqual(9);
  });
});

describe('a refused event', () => {
  it('does not keep good ones from being applied, unless asked to', async () => {
    const events = [
      anEvent({ eventId: `${run}-a` }),
      anEvent({ eventId: `${run}-b` }),
      anEvent({ eventId: `${run}-c` }),
      anEvent({ eventId: `${run}-d`, sku: 'NOPE', delta: 0 }),
    ];
    const before = await stockState(graph);
    const all = await record(events, { errorPolicy: 'REJECT_ALL' });
    expect(all).toMatchObject({
      appliedCount: 0,
      duplicateCount: 0,
      rejections: [{ index: 3, eventId: `${run}-d`, userErrors: [{ code: 'INVALID_INPUT' }, { code: 'NOT_FOUND' }] }],
      userErrors: [{ code: 'INVALID_INPUT', path: ['input', 'events'] }],
    });
    expect(await stockState(graph)).toEqual(before);

    expect(await record(events)).toMatchObject({
      appliedCount: 3,
      rejections: [{ index: 3, userErrors: [{}, { code: 'NOT_FOUND', path: ['input', 'events', '3', 'sku'] }] }],
      userErrors: [],
    });
  });

  it('is one whose id was used for something else: nothing is lost silently', async () => {
    const answer = await record([anEvent(), anEvent({ sku: 'SKU-5' }), anEvent({ delta: -2 })]);
    expect(answer.appliedCount).toBe(1);
    expect(answer.rejections.map(({ index, userErrors }) => [index, userErrors[0]?.path])).toEqual([
      [1, ['input', 'events', '1', 'eventId']],
      [2, ['input', 'events', '2', 'eventId']],
    ]);
    expect(await record([anEvent({ locationId: 'loc_nice' })])).toMatchObject({
      appliedCount: 0,
      rejections: [{ index: 0, userErrors: [{ code: 'INVALID_INPUT' }] }],
    });
  });

  it('is one of a location the token is not bound to, exactly like an unknown one', async () => {
    const bound = aCaller('partner', { locationIds: ['loc_lille'] });
    const before = await stockState(graph);
    const [foreign] = (await record([anEvent()], {}, bound)).rejections;
    const [unknown] = (await record([anEvent({ locationId: 'loc_nowhere' })], {}, bound)).rejections;
    expect(foreign?.userErrors).toMatchObject([{ code: 'NOT_FOUND', message: 'There is no location loc_lyon.' }]);
    expect(unknown?.userErrors).toMatchObject([{ code: 'NOT_FOUND', message: 'There is no location loc_nowhere.' }]);
    expect(await stockState(graph)).toEqual(before);
    expect(await record([anEvent({ locationId: 'loc_lille' })], {}, bound)).toMatchObject({ appliedCount: 1 });
  });
});

it('is refused to whoever may not ingest stock', async () => {
  const input = { source: 'till', events: [anEvent()] };
  const result = await graph.executor(
    { query: tillEvents, variables: { input } },
    { caller: aCaller('shopper'), requestId: 't' },
  );
  expect(result.errors?.[0]?.extensions?.code).toBe('FORBIDDEN');
});
