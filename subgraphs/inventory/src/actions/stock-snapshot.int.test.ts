import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { faults } from '../../test/a-network.ts';
import { sell, skus, take } from '../../test/snapshots-of.ts';
import { levelsOf, reserve, type StockedGraph, stockedGraph } from '../../test/stocked-graph.ts';

describe('a snapshot', () => {
  let graph: StockedGraph;
  beforeAll(async () => {
    graph = await stockedGraph(skus);
  });
  afterAll(() => graph[Symbol.asyncDispose]());

  it('is true as of when it was taken: later sales are applied on top, earlier ones are history', async () => {
    await sell(graph, 'S01', -3, '2026-11-22T07:00:00Z');
    await sell(graph, 'S01', -2, '2026-11-22T08:30:00Z');
    await sell(graph, 'S03', 4, '2026-11-22T07:30:00Z');
    const answer = await take(graph, '2026-11-22T08:00:00Z', [
      { sku: 'S01', onHand: 10, blocked: 1 },
      { sku: 'S02', onHand: 5 },
    ]);
    expect(answer).toMatchObject({
      snapshot: {
        status: 'COMPLETED',
        summary: { unchangedLevels: 0, changedLevels: 2, zeroedLevels: 1, replayedEvents: 1, netUnits: 13 + 5 - 4 },
        completedAt: graph.clock.now().toISOString(),
        location: { id: 'loc_lyon' },
      },
      userErrors: [],
    });
    expect(await levelsOf(graph, 'loc_lyon')).toMatchObject({
      S01: { onHand: 8, blocked: 1 },
      S02: { onHand: 5, blocked: 0 },
      S03: { onHand: 0, blocked: 0 },
    });

    // Sales that arrive after it: one from before, one from after, and one of a SKU it did not list.
    await sell(graph, 'S01', -4, '2026-11-22T07:59:59Z');
    await sell(graph, 'S01', -1, '2026-11-22T08:00:01Z');
    await sell(graph, 'S04', 9, '2026-11-22T08:00:00Z');
    expect(await levelsOf(graph, 'loc_lyon')).toMatchObject({ S01: { onHand: 7 }, S04: { onHand: 0 } });
    expect(await faults(graph)).toEqual([]);
  });

  it('corrects each level with one entry of the ledger that names it', async () => {
    const rows = await graph.database.sql`
      select reason, quantity, applied_quantity, on_hand_after, occurred_at, reference like 'snp_%' as names_snapshot
      from stock_movements join items using (item_no) where sku = 'S01' and kind = 'BASELINE'`;
    expect([...rows]).toEqual([
      {
        reason: 'SNAPSHOT',
        quantity: 10,
        applied_quantity: 13,
        on_hand_after: 8,
        occurred_at: new Date('2026-11-22T08:00:00Z'),
        names_snapshot: true,
      },
    ]);
  });

  it('changes nothing when it agrees, and nothing when it is older than what is known', async () => {
    const before = await levelsOf(graph, 'loc_lyon');
    const same = await take(graph, '2026-11-22T08:00:00Z', [
      { sku: 'S01', onHand: 10, blocked: 1 },
      { sku: 'S02', onHand: 5 },
    ]);
    expect(same.snapshot?.summary).toEqual({
      unchangedLevels: 4,
      changedLevels: 0,
      zeroedLevels: 0,
      replayedEvents: 2,
      netUnits: 0,
    });
    const older = await take(graph, '2026-11-22T06:00:00Z', [
      { sku: 'S02', onHand: 99 },
      { sku: 'S05', onHand: 1 },
    ]);
    expect(older.snapshot?.summary).toMatchObject({
      changedLevels: 0,
      zeroedLevels: 0,
      netUnits: 0,
      replayedEvents: 0,
    });
    expect(await levelsOf(graph, 'loc_lyon')).toMatchObject(before);
  });

  it('of one moment with another keeps the smaller quantity', async () => {
    await take(graph, '2026-11-22T08:10:00Z', [{ sku: 'S06', onHand: 6 }], { locationId: 'loc_nice' });
    await take(graph, '2026-11-22T08:10:00Z', [{ sku: 'S06', onHand: 9 }], { locationId: 'loc_nice' });
    expect((await levelsOf(graph, 'loc_nice')).S06).toMatchObject({ onHand: 6 });
    await take(graph, '2026-11-22T08:10:00Z', [{ sku: 'S06', onHand: 4, blocked: 1 }], { locationId: 'loc_nice' });
    expect((await levelsOf(graph, 'loc_nice')).S06).toMatchObject({ onHand: 4, blocked: 1 });
  });

  it('that keeps what it does not list leaves other levels alone', async () => {
    await take(
      graph,
      '2026-11-22T08:00:00Z',
      [
        { sku: 'S10', onHand: 3 },
        { sku: 'S11', onHand: 3 },
      ],
      { locationId: 'loc_lille' },
    );
    const partial = await take(
      graph,
      '2026-11-22T08:20:00Z',
      [
        { sku: 'S10', onHand: 2 },
        { sku: 'S12', onHand: 0 },
      ],
      {
        locationId: 'loc_lille',
        missingSkus: 'KEEP',
      },
    );
    expect(partial.snapshot?.summary).toMatchObject({
      changedLevels: 1,
      unchangedLevels: 1,
      zeroedLevels: 0,
      netUnits: -1,
    });
    expect(await levelsOf(graph, 'loc_lille')).toMatchObject({
      S10: { onHand: 2 },
      S11: { onHand: 3 },
      S12: { onHand: 0 },
    });
    // What it confirmed without changing is known as of then all the same; what it did not list is not.
    await sell(graph, 'S12', 5, '2026-11-22T08:15:00Z', 'loc_lille');
    await sell(graph, 'S11', 5, '2026-11-22T08:15:00Z', 'loc_lille');
    expect(await levelsOf(graph, 'loc_lille')).toMatchObject({ S11: { onHand: 8 }, S12: { onHand: 0 } });
  });

  it('notes how fresh the picture is', async () => {
    const [feed] = await graph.database.sql`
      select last_snapshot_at, full_snapshot_as_of from stock_feeds join locations using (location_no)
      where id = 'loc_lille'`;
    expect(feed).toEqual({
      last_snapshot_at: new Date('2026-11-22T08:20:00Z'),
      full_snapshot_as_of: new Date('2026-11-22T08:00:00Z'),
    });
  });

  it('refuses rows it cannot use, tells which, and takes the rest', async () => {
    const answer = await take(graph, '2026-11-22T09:00:00Z', [
      { sku: 'S20', onHand: 4 },
      { sku: 'NOPE', onHand: 1 },
      { sku: 'S21', onHand: -100_000_001 },
      { sku: 'S22', onHand: 2, blocked: 3 },
      { sku: 'S22', onHand: 2, blocked: -1 },
      { sku: 'S20', onHand: 7 },
      { sku: 'S23', onHand: 100_000_001 },
      { sku: 'X\0', onHand: 1 },
      { sku: 'S24', onHand: 0 },
      { sku: 'S25', onHand: -2 },
    ]);
    expect(answer.userErrors).toEqual([]);
    expect(answer.snapshot).toMatchObject({ status: 'COMPLETED', rowCount: 10 });
    expect(answer.snapshot?.rejectedRows).toMatchObject([
      { chunk: 1, row: 1, sku: 'NOPE', code: 'NOT_FOUND' },
      { chunk: 1, row: 2, sku: 'S21', code: 'INVALID_INPUT' },
      { chunk: 1, row: 3, sku: 'S22', code: 'INVALID_INPUT' },
      { chunk: 1, row: 4, sku: 'S22', code: 'INVALID_INPUT' },
      { chunk: 1, row: 5, sku: 'S20', code: 'INVALID_INPUT', message: 'S20 is listed twice; its first row counts.' },
      { chunk: 1, row: 6, sku: 'S23', code: 'INVALID_INPUT' },
      { chunk: 1, row: 7, sku: 'X', code: 'NOT_FOUND' },
    ]);
    expect((await levelsOf(graph, 'loc_lyon')).S20).toMatchObject({ onHand: 4 });
    expect((await levelsOf(graph, 'loc_lyon')).S25).toMatchObject({ onHand: -2 });
  });

  it('tells which orders miss units', async () => {
    await take(graph, '2026-11-22T09:15:00Z', [{ sku: 'S34', onHand: 4 }]);
    await reserve(graph, { sku: 'S34', locationId: 'loc_lyon', quantity: 4, orderId: 'ord_missing' });
    await take(graph, '2026-11-22T09:20:00Z', [{ sku: 'S34', onHand: 3, blocked: 1 }]);
    const [event] = await graph.database.sql`select type, data from outbox order by position desc limit 1`;
    expect(event).toEqual({
      type: 'stock.shortage',
      data: { sku: 'S34', locationId: 'loc_lyon', missingUnits: 2, orderIds: ['ord_missing'] },
    });
    expect(await faults(graph)).toEqual([]);
  });
});
