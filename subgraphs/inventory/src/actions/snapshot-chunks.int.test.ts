import { readOperation } from '@passerelle/contracts/operations';
import { aCaller } from '@passerelle/testing';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { abort, aKey, append, complete, open, send, skus, start, take } from '../../test/snapshots-of.ts';
import { levelsOf, type StockedGraph, stockedGraph, stockState } from '../../test/stocked-graph.ts';

describe('chunks of a snapshot', () => {
  let graph: StockedGraph;
  beforeAll(async () => {
    graph = await stockedGraph(skus);
  });
  afterAll(() => graph[Symbol.asyncDispose]());

  it('takes chunks in any order and at the same time, and the first row of a SKU by chunk, not by arrival', async () => {
    const snapshotId = await open(graph, { expectedChunks: 4, takenAt: '2026-11-22T09:10:00Z' });
    await Promise.all(
      [4, 2, 3, 1].map((chunk) =>
        send(graph, append, {
          snapshotId,
          chunk,
          rows: [
            { sku: `S3${chunk}`, onHand: chunk },
            { sku: 'S39', onHand: chunk * 10 },
          ],
        }),
      ),
    );
    const answer = await send(graph, complete, { snapshotId });
    expect(answer.snapshot).toMatchObject({
      status: 'COMPLETED',
      receivedChunks: 4,
      rowCount: 8,
      rejectedRows: [2, 3, 4].map((chunk) => ({ chunk, row: 1, sku: 'S39', code: 'INVALID_INPUT' })),
    });
    expect(await levelsOf(graph, 'loc_lyon')).toMatchObject({
      S31: { onHand: 1 },
      S34: { onHand: 4 },
      S39: { onHand: 10 },
    });
    expect(await graph.database.sql`select from stock_snapshot_chunks`).toHaveLength(0);
  });

  it('can be completed again without effect', async () => {
    const [{ id } = { id: '' }] = await graph.database.sql<{ id: string }[]>`
      select id from stock_snapshots where status = 'COMPLETED' limit 1`;
    const before = await stockState(graph);
    const answer = await send(graph, complete, { snapshotId: id });
    expect(answer).toMatchObject({ snapshot: { status: 'COMPLETED' }, userErrors: [] });
    expect(await stockState(graph)).toEqual(before);
  });

  it('is started once by its key', async () => {
    const input = {
      idempotencyKey: aKey(),
      locationId: 'loc_nice',
      takenAt: '2026-11-22T08:00:00Z',
      expectedChunks: 1,
    };
    const [one, two] = [await send(graph, start, input), await send(graph, start, input)];
    expect(two.snapshot?.id).toBe(one.snapshot?.id);
    const other = await send(graph, start, { ...input, expectedChunks: 2 });
    expect(other).toMatchObject({
      snapshot: null,
      userErrors: [{ code: 'IDEMPOTENCY_KEY_REUSED', path: ['input', 'idempotencyKey'] }],
    });
    await send(graph, abort, { snapshotId: one.snapshot?.id });
  });

  it('answers the stored operations unchanged', async () => {
    const started = await graph.ask<{ startStockSnapshot: { snapshot: { id: string } } }>(
      readOperation('partner', 'SnapshotStart'),
      {
        input: { idempotencyKey: aKey(), locationId: 'loc_nice', takenAt: '2026-11-22T09:00:00Z', expectedChunks: 1 },
      },
    );
    const { id: snapshotId } = started.startStockSnapshot.snapshot;
    const rows = [{ sku: 'S50', onHand: 2 }];
    const appended = await graph.ask(readOperation('partner', 'SnapshotChunk'), {
      input: { snapshotId, chunk: 1, rows },
    });
    expect(appended).toEqual({
      appendStockSnapshot: { snapshot: { id: snapshotId, receivedChunks: 1 }, userErrors: [] },
    });
    const done = await graph.ask(readOperation('partner', 'SnapshotDone'), { input: { snapshotId } });
    expect(done).toMatchObject({
      completeStockSnapshot: {
        snapshot: { status: 'COMPLETED', summary: { changedLevels: 1, zeroedLevels: 0, netUnits: 2 } },
      },
    });
  });

  it('is read by its id, and only by who may see its location', async () => {
    const snapshotId = await open(graph);
    const query = 'query ($id: ID!) { stockSnapshot(id: $id) { id status summary { netUnits } } }';
    const found = { stockSnapshot: { id: snapshotId, status: 'OPEN', summary: null } };
    expect(await graph.ask(query, { id: snapshotId })).toEqual(found);
    const missing = { stockSnapshot: null };
    expect(await graph.ask(query, { id: 'snp_none' })).toEqual(missing);
    expect(await graph.ask(query, { id: snapshotId }, aCaller('partner', { locationIds: ['loc_nice'] }))).toEqual(
      missing,
    );
    await send(graph, abort, { snapshotId });
  });
});

describe('a snapshot that would empty a store', () => {
  it('is held and changes nothing, until it is dropped', async () => {
    await using graph = await stockedGraph(skus);
    await take(
      graph,
      '2026-11-22T08:00:00Z',
      skus.slice(0, 50).map((sku) => ({ sku, onHand: 5 })),
    );
    const before = await stockState(graph);
    const held = await take(
      graph,
      '2026-11-22T09:00:00Z',
      skus.slice(0, 20).map((sku) => ({ sku, onHand: 5 })),
    );
    expect(held).toMatchObject({
      snapshot: {
        status: 'HELD',
        summary: null,
        completedAt: null,
        holdReason:
          '30 of 50 levels with stock would fall to zero, which is more than 20 %. ' +
          'Units on hand would go from 250 to 100, a change of more than 30 %.',
      },
      userErrors: [],
    });
    const { snapshots: _before, chunks: __before, ...stock } = before ?? {};
    expect(await stockState(graph)).toMatchObject(stock);

    const snapshotId = held.snapshot?.id;
    expect(await send(graph, complete, { snapshotId })).toMatchObject({ snapshot: { status: 'HELD' }, userErrors: [] });
    expect(await send(graph, append, { snapshotId, chunk: 1, rows: [{ sku: 'S00', onHand: 1 }] })).toMatchObject({
      snapshot: null,
      userErrors: [{ code: 'INVALID_STATE', currentState: 'HELD', path: ['input', 'snapshotId'] }],
    });
    expect(await send(graph, abort, { snapshotId })).toMatchObject({ snapshot: { status: 'ABORTED' }, userErrors: [] });
    expect(await graph.database.sql`select from stock_snapshot_chunks`).toHaveLength(0);
  });
});

describe('a refused step of a snapshot', () => {
  let graph: StockedGraph;
  let snapshotId: string;
  beforeAll(async () => {
    graph = await stockedGraph(skus);
    snapshotId = await open(graph, { expectedChunks: 3 });
    await send(graph, append, { snapshotId, chunk: 2, rows: [{ sku: 'S01', onHand: 1 }] });
  });
  afterAll(() => graph[Symbol.asyncDispose]());

  it('says which chunks are missing, and what a chunk was sent with before', async () => {
    const before = await stockState(graph);
    const missing = (field: string) => ({
      snapshot: null,
      userErrors: [{ code: 'SNAPSHOT_SEQUENCE', path: ['input', field], missingChunks: [1, 3] }],
    });
    expect(await send(graph, complete, { snapshotId })).toMatchObject(missing('snapshotId'));
    const other = { snapshotId, chunk: 2, rows: [{ sku: 'S01', onHand: 2 }] };
    expect(await send(graph, append, other)).toMatchObject(missing('chunk'));
    expect(await stockState(graph)).toEqual(before);
  });

  it.each([
    ['append', append, { chunk: 1, rows: [{ sku: 'S01', onHand: 1 }] }],
    ['complete', complete, {}],
    ['abort', abort, {}],
  ])('%s of a foreign store looks like one that does not exist', async (_title, query, input) => {
    const before = await stockState(graph);
    const caller = aCaller('partner', { locationIds: ['loc_nice'] });
    expect(await send(graph, query, { snapshotId, ...input }, caller)).toMatchObject({
      snapshot: null,
      userErrors: [
        { code: 'NOT_FOUND', message: `There is no snapshot ${snapshotId}.`, path: ['input', 'snapshotId'] },
      ],
    });
    expect(await stockState(graph)).toEqual(before);
  });

  it('the same chunk with the same rows is harmless', async () => {
    const before = await stockState(graph);
    const answer = await send(graph, append, { snapshotId, chunk: 2, rows: [{ sku: 'S01', onHand: 1 }] });
    expect(answer).toMatchObject({ snapshot: { receivedChunks: 1 }, userErrors: [] });
    expect(await stockState(graph)).toEqual(before);
  });

  it('nothing can be done with an aborted one but aborting it again', async () => {
    expect(await send(graph, abort, { snapshotId })).toMatchObject({ snapshot: { status: 'ABORTED' }, userErrors: [] });
    const before = await stockState(graph);
    expect(await send(graph, abort, { snapshotId })).toMatchObject({ snapshot: { status: 'ABORTED' }, userErrors: [] });
    for (const [query, input] of [
      [complete, {}],
      [append, { chunk: 1, rows: [{ sku: 'S01', onHand: 1 }] }],
    ] as const) {
      expect(await send(graph, query, { snapshotId, ...input })).toMatchObject({
        snapshot: null,
        userErrors: [{ code: 'INVALID_STATE', currentState: 'ABORTED', path: ['input', 'snapshotId'] }],
      });
    }
    expect(await stockState(graph)).toEqual(before);
  });

  it('an applied one cannot be aborted', async () => {
    const { snapshot } = await take(graph, '2026-11-22T08:00:00Z', [{ sku: 'S01', onHand: 1 }]);
    const before = await stockState(graph);
    expect(await send(graph, abort, { snapshotId: snapshot?.id })).toMatchObject({
      snapshot: null,
      userErrors: [{ code: 'INVALID_STATE', currentState: 'COMPLETED', path: ['input', 'snapshotId'] }],
    });
    expect(await stockState(graph)).toEqual(before);
  });
});
