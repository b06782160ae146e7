import { readOperation } from '@passerelle/contracts/operations';
import { aCaller } from '@passerelle/testing';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { faults } from '../../test/a-network.ts';
import { levelsOf, reserve, type StockedGraph, stockedGraph, stockState } from '../../test/stocked-graph.ts';

const fields = `level { id quantities { onHand } version item { sku } location { id } }
  userErrors { ... on UserError { code path message } ... on QuantityConflictError { expectedOnHand actualOnHand } }`;
const adjust = `mutation ($input: AdjustStockInput!) { answer: adjustStock(input: $input) { ${fields} } }`;
const count = `mutation ($input: RecordStockCountInput!) { answer: recordStockCount(input: $input) { ${fields} } }`;
const correct = readOperation('store-app', 'Correct');
const tillEvents = readOperation('partner', 'TillEvents');

type Answer = {
  answer: {
    level: { id: string; version: number; quantities: { onHand: number } } | null;
    userErrors: { code: string; path: string[] | null }[];
  };
};

const skus = ['A', 'B', 'C', 'D', 'E', 'F', 'G'];
const staff = aCaller('store-staff');
let keys = 0;
const aKey = () => `key-${String(++keys).padStart(6, '0')}`;

let graph: StockedGraph;
beforeAll(async () => {
  graph = await stockedGraph(skus);
});
afterAll(() => graph[Symbol.asyncDispose]());

const anAdjustment = (facts: Record<string, unknown> = {}) => ({
  idempotencyKey: aKey(),
  locationId: 'loc_lyon',
  sku: 'A',
  delta: 2,
  reason: 'ADJUSTMENT',
  ...facts,
});
const aCount = (facts: Record<string, unknown> = {}) => ({
  idempotencyKey: aKey(),
  locationId: 'loc_lyon',
  sku: 'B',
  countedQuantity: 4,
  countedAt: '2026-11-22T09:00:00Z',
  ...facts,
});
const send = async (query: string, input: Record<string, unknown>, caller = staff) =>
  (await graph.ask<Answer>(query, { input }, caller)).answer;
const sell = (sku: string, eventId: string, delta: number, occurredAt: string) =>
  graph.ask(tillEvents, {
    input: { source: 'till', events: [{ eventId, locationId: 'loc_lyon', sku, delta, reason: 'SALE', occurredAt }] },
  });

describe('adjustStock', () => {
  it('changes on-hand, answers the level, and leaves a trace', async () => {
    const answer = await send(
      adjust,
      anAdjustment({ delta: 12, expectedOnHand: 0, sourceReference: 'found in the cellar' }),
    );
    expect(answer).toMatchObject({
      level: { quantities: { onHand: 12 }, version: 2, item: { sku: 'A' }, location: { id: 'loc_lyon' } },
      userErrors: [],
    });
    const [movement] = await graph.database.sql`
      select reason, quantity, actor, reference, occurred_at from stock_movements order by movement_no desc limit 1`;
    expect(movement).toEqual({
      reason: 'ADJUSTMENT',
      quantity: 12,
      actor: 'test-store-staff',
      reference: 'found in the cellar',
      occurred_at: graph.clock.now(),
    });
  });

  it('answers the stored operation', async () => {
    const answer = await graph.ask(correct, { input: anAdjustment({ delta: -1, reason: 'DAMAGE' }) }, staff);
    expect(answer).toMatchObject({
      adjustStock: { level: { quantities: { onHand: 11, available: 11 } }, userErrors: [] },
    });
  });

  it('happens once for one key', async () => {
    const input = anAdjustment({ sku: 'C', delta: 5 });
    const answers = await Promise.all([send(adjust, input), send(adjust, input), send(adjust, input)]);
    const codes = answers.flatMap((answer) => answer.userErrors.map((error) => error.code));
    expect(codes.every((code) => code === 'IDEMPOTENCY_IN_PROGRESS')).toBe(true);
    expect(await send(adjust, input)).toMatchObject({ level: { quantities: { onHand: 5 } } });
    expect((await levelsOf(graph, 'loc_lyon')).C).toMatchObject({ onHand: 5, version: 2 });
    expect(await send(adjust, { ...input, delta: 6 })).toMatchObject({
      level: null,
      userErrors: [{ code: 'IDEMPOTENCY_KEY_REUSED' }],
    });
  });

  it('based on one expected quantity succeeds for one of many at a time', async () => {
    const answers = await Promise.all(
      Array.from({ length: 6 }, () => send(adjust, anAdjustment({ sku: 'D', delta: 3, expectedOnHand: 0 }))),
    );
    expect(answers.filter((answer) => answer.level !== null)).toHaveLength(1);
    expect(answers.flatMap((answer) => answer.userErrors)).toHaveLength(5);
    expect((await levelsOf(graph, 'loc_lyon')).D).toMatchObject({ onHand: 3 });
  });

  it('tells of orders that miss units', async () => {
    await send(adjust, anAdjustment({ sku: 'E', delta: 2 }));
    await reserve(graph, { sku: 'E', locationId: 'loc_lyon', quantity: 2, orderId: 'ord_e' });
    await send(adjust, anAdjustment({ sku: 'E', delta: -2, reason: 'THEFT' }));
    const [event] = await graph.database.sql`select data from outbox order by position desc limit 1`;
    expect(event?.data).toEqual({ sku: 'E', locationId: 'loc_lyon', missingUnits: 2, orderIds: ['ord_e'] });
  });

  it('refuses other stock than expected, and says what there is', async () => {
    const conflict = (actualOnHand: number) => [
      { code: 'QUANTITY_CONFLICT', path: ['input', 'expectedOnHand'], expectedOnHand: 7, actualOnHand },
    ];
    expect(await send(adjust, anAdjustment({ expectedOnHand: 7 }))).toMatchObject({ userErrors: conflict(11) });
    expect(await send(adjust, anAdjustment({ sku: 'G', expectedOnHand: 7 }))).toMatchObject({
      userErrors: conflict(0),
    });
    expect(await send(count, aCount({ sku: 'A', expectedOnHand: 7 }))).toMatchObject({ userErrors: conflict(11) });
  });

  it('refuses a store the token is not bound to, exactly like an unknown one', async () => {
    const before = await stockState(graph);
    const caller = aCaller('store-staff', { locationIds: ['loc_nice'] });
    expect(await send(adjust, anAdjustment(), caller)).toMatchObject({
      level: null,
      userErrors: [{ code: 'NOT_FOUND', path: ['input', 'locationId'] }],
    });
    expect(await send(count, aCount(), caller)).toMatchObject({
      level: null,
      userErrors: [{ code: 'NOT_FOUND', path: ['input', 'locationId'] }],
    });
    expect(await stockState(graph)).toEqual(before);
  });
});

describe('recordStockCount', () => {
  it('is the truth of its moment: what was sold since is taken off, what was sold before is history', async () => {
    await sell('B', 'b1', -3, '2026-11-22T08:00:00Z');
    await sell('B', 'b2', -1, '2026-11-22T09:05:00Z');
    expect(await send(count, aCount())).toMatchObject({ level: { quantities: { onHand: 3 } }, userErrors: [] });
    await sell('B', 'b3', -2, '2026-11-22T08:59:00Z');
    await sell('B', 'b4', -2, '2026-11-22T09:01:00Z');
    expect((await levelsOf(graph, 'loc_lyon')).B).toMatchObject({ onHand: 1 });
    const [movement] = await graph.database.sql`
      select kind, quantity, applied_quantity, on_hand_after from stock_movements where reason = 'COUNT'`;
    expect(movement).toEqual({ kind: 'BASELINE', quantity: 4, applied_quantity: 7, on_hand_after: 3 });
    expect(await faults(graph)).toEqual([]);
  });

  it('older than what is known changes nothing but the ledger', async () => {
    const { level } = await send(count, aCount({ countedQuantity: 50, countedAt: '2026-11-22T07:00:00Z' }));
    expect(level).toMatchObject({ quantities: { onHand: 1 } });
    expect(await faults(graph)).toEqual([]);
  });

  it('happens once for one key', async () => {
    const input = aCount({ sku: 'F', countedQuantity: 6 });
    await send(count, input);
    await sell('F', 'f1', -1, '2026-11-22T09:10:00Z');
    expect(await send(count, input)).toMatchObject({ level: { quantities: { onHand: 5 } }, userErrors: [] });
  });
});
