import { aCaller } from '@passerelle/testing';
import { beforeEach, describe, expect, it } from 'vitest';
import { faults } from '../../test/a-network.ts';
import { levelsOf, type StockedGraph, stockedGraph, stockState } from '../../test/stocked-graph.ts';

const mutation = `mutation ($input: RecordStockEventsInput!) { recordStockEvents(input: $input) {
  appliedCount duplicateCount notedCount ignoredCount
  rejections { index userErrors { ... on UserError { code path } } } userErrors { ... on UserError { code path } } } }`;
type Counts = { appliedCount: number; duplicateCount: number; notedCount: number; ignoredCount: number };
type Answer = Counts & { rejections: { index: number; userErrors: { code: string; path: string[] }[] }[] };

let events = 0;
const anEvent = (facts: Record<string, unknown> = {}) => ({
  eventId: `e${++events}`,
  locationId: 'loc_lyon',
  sku: 'A',
  delta: -1,
  reason: 'SALE',
  occurredAt: '2026-11-22T09:00:00Z',
  ...facts,
});
const local = (occurredAtLocal: string, facts: Record<string, unknown> = {}) =>
  anEvent({ occurredAt: undefined, occurredAtLocal, ...facts });

let graph: StockedGraph;
beforeEach(async () => {
  graph = await stockedGraph(['A', 'B']);
  return () => graph[Symbol.asyncDispose]();
});

const record = async (...sent: Record<string, unknown>[]) =>
  (await graph.ask<{ recordStockEvents: Answer }>(mutation, { input: { source: 'till', events: sent } }))
    .recordStockEvents;
const counts = (facts: Partial<Counts>) => ({
  appliedCount: 0,
  duplicateCount: 0,
  notedCount: 0,
  ignoredCount: 0,
  ...facts,
});

async function snapshot(takenAt: string, rows: readonly { sku: string; onHand: number }[]) {
  const run = async (name: string, input: Record<string, unknown>) => {
    const type = `${name.charAt(0).toUpperCase()}${name.slice(1)}Input`;
    const query = `mutation ($input: ${type}!) { ${name}(input: $input) { snapshot { id status } } }`;
    const answer = await graph.ask<Record<string, { snapshot: { id: string; status: string } }>>(query, { input });
    return answer[name]?.snapshot;
  };
  const idempotencyKey = `facts-${++events}-key`;
  const opened = await run('startStockSnapshot', {
    idempotencyKey,
    locationId: 'loc_lyon',
    takenAt,
    expectedChunks: 1,
  });
  await run('appendStockSnapshot', { snapshotId: opened?.id, chunk: 1, rows });
  expect((await run('completeStockSnapshot', { snapshotId: opened?.id }))?.status).toBe('COMPLETED');
}

describe('a sale rung up for an order of ours', () => {
  it('is recorded and never counted, neither at once nor when a snapshot is replayed', async () => {
    await record(anEvent({ delta: 10, reason: 'RECEIPT', occurredAt: '2026-11-22T07:00:00Z' }));
    const sale = anEvent({ orderNumber: '100042', occurredAt: '2026-11-22T08:30:00Z' });
    expect(await record(sale)).toMatchObject(counts({ notedCount: 1 }));
    expect((await levelsOf(graph, 'loc_lyon')).A).toMatchObject({ onHand: 10 });
    expect(await record(sale)).toMatchObject(counts({ duplicateCount: 1 }));

    await snapshot('2026-11-22T08:00:00Z', [{ sku: 'A', onHand: 7 }]);
    expect((await levelsOf(graph, 'loc_lyon')).A).toMatchObject({ onHand: 7 });
    const [entry] = await graph.database.sql`
      select kind, quantity, applied_quantity, reference from stock_movements where reference = '100042'`;
    expect(entry).toEqual({ kind: 'NOTE', quantity: -1, applied_quantity: 0, reference: '100042' });
    expect(await faults(graph)).toEqual([]);
  });
});

describe('training and cancelled transactions', () => {
  it('are counted as ignored, leave stock alone and may name goods nobody knows', async () => {
    const before = await stockState(graph);
    const answer = await record(anEvent({ isTraining: true }), anEvent({ isCancelled: true, sku: 'DEMO', delta: 0 }));
    expect(answer).toEqual({ ...counts({ ignoredCount: 2 }), rejections: [], userErrors: [] });
    expect(await stockState(graph)).toEqual(before);
  });
});

describe('receipts of a till', () => {
  const receipt = (sequence: number, facts: Record<string, unknown> = {}) =>
    anEvent({ workstation: '03', sequence, businessDate: '2026-11-22', ...facts });
  const freshness = `{ _entities(representations: [{ __typename: "Location", id: "loc_lyon" }]) { ... on Location {
    stockFreshness { hasGap gaps { workstation businessDate from to } } } } }`;
  type Shown = { _entities: { stockFreshness: { hasGap: boolean; gaps: unknown[] } }[] };
  const gaps = async () => (await graph.ask<Shown>(freshness, {}))._entities[0]?.stockFreshness;
  const gap = (from: number, to: number, facts = {}) => ({
    workstation: '03',
    businessDate: '2026-11-22',
    from,
    to,
    ...facts,
  });

  it('that are missing are seen, in any order, until they come', async () => {
    await record(receipt(3), receipt(1), receipt(1, { delta: -2 }));
    expect(await gaps()).toEqual({ hasGap: true, gaps: [gap(2, 2)] });
    await record(receipt(8), receipt(20, { workstation: '04' }), receipt(5, { businessDate: '2026-11-21' }));
    expect(await gaps()).toEqual({ hasGap: true, gaps: [gap(2, 2), gap(4, 7)] });
    await record(receipt(2, { isCancelled: true }), receipt(5), receipt(6), receipt(4, { isTraining: true }));
    expect(await gaps()).toEqual({ hasGap: true, gaps: [gap(7, 7)] });
    await record(receipt(7));
    expect(await gaps()).toEqual({ hasGap: false, gaps: [] });
  });

  it('of a till that counts anew are no gap', async () => {
    await record(receipt(9998), receipt(9999), receipt(1), receipt(2));
    expect(await gaps()).toEqual({ hasGap: false, gaps: [] });
  });

  it('are made up for by a full snapshot taken after them, not by one before', async () => {
    await record(receipt(1), receipt(3));
    await snapshot('2026-11-22T08:30:00Z', [{ sku: 'A', onHand: 7 }]);
    expect(await gaps()).toMatchObject({ hasGap: true });
    await snapshot('2026-11-22T09:10:00Z', [{ sku: 'A', onHand: 7 }]);
    expect(await gaps()).toEqual({ hasGap: false, gaps: [] });
  });

  it('sent by many at once are all seen', async () => {
    await Promise.all(Array.from({ length: 20 }, (_, n) => record(receipt(n * 2 + 1), receipt(100 - n * 2))));
    expect((await gaps())?.gaps).toHaveLength(19 + 19 + 1);
    await Promise.all(Array.from({ length: 50 }, (_, n) => record(receipt(n * 2 + 1), receipt(n * 2 + 2))));
    expect(await gaps()).toEqual({ hasGap: false, gaps: [] });
  });
});

describe('a moment told in local time', () => {
  const moments = async () =>
    (await graph.database.sql`select occurred_at from stock_movements order by movement_no`).map(({ occurred_at }) =>
      occurred_at.toISOString(),
    );

  it('is read by the zone of the location; of two 02:30s the later when the till told more before it', async () => {
    const till = { workstation: '1', businessDate: '2026-10-25' };
    await record(
      local('2026-11-22T10:00:00'),
      local('2026-10-25T02:30:00', { ...till, sequence: 1 }),
      local('2026-10-25T02:45:00', { ...till, sequence: 2 }),
      local('2026-10-25T02:30:00', { ...till, sequence: 3 }),
      local('2026-10-25T02:30:00', { ...till, sequence: 1, workstation: '2' }),
    );
    expect(await moments()).toEqual([
      '2026-11-22T09:00:00.000Z',
      '2026-10-25T00:30:00.000Z',
      '2026-10-25T00:45:00.000Z',
      '2026-10-25T01:30:00.000Z',
      '2026-10-25T00:30:00.000Z',
    ]);
  });

  it('sent again without its neighbours is still the same event', async () => {
    const till = { workstation: '1', businessDate: '2026-10-25' };
    const second = local('2026-10-25T02:30:00', { ...till, sequence: 2 });
    await record(local('2026-10-25T02:45:00', { ...till, sequence: 1 }), second);
    expect(await record(second)).toMatchObject({ ...counts({ duplicateCount: 1 }), rejections: [] });
  });
});

describe('a bad event', () => {
  it('is refused for the caller of another store', async () => {
    const foreign = aCaller('partner', { locationIds: ['loc_nice'] });
    const answer = await graph.ask<{ recordStockEvents: Answer }>(
      mutation,
      { input: { source: 'till', events: [anEvent({ isTraining: true })] } },
      foreign,
    );
    expect(answer.recordStockEvents.rejections[0]?.userErrors[0]?.code).toBe('NOT_FOUND');
  });
});
