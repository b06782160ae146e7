import { readOperation } from '@passerelle/contracts/operations';
import type { Caller } from '@passerelle/server';
import { aCaller } from '@passerelle/testing';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import {
  brokenLevels,
  levelsOf,
  reserve,
  type StockedGraph,
  stockedGraph,
  stockState,
} from '../../test/stocked-graph.ts';

const shown = `id status takenAt expectedChunks receivedChunks rowCount holdReason completedAt location { id }
  rejectedRows { chunk row sku code message }
  summary { unchangedLevels changedLevels zeroedLevels replayedEvents netUnits }`;
const errors = `userErrors { ... on UserError { code message path } ... on InvalidStateError { currentState }
  ... on SnapshotSequenceError { missingChunks } ... on LimitExceededError { limit } }`;
const mutation = (name: string, input: string) =>
  `mutation ($input: ${input}!) { ${name}(input: $input) { snapshot { ${shown} } ${errors} } }`;
const start = mutation('startStockSnapshot', 'StartStockSnapshotInput');
const append = mutation('appendStockSnapshot', 'AppendStockSnapshotInput');
const complete = mutation('completeStockSnapshot', 'CompleteStockSnapshotInput');
const abort = mutation('abortStockSnapshot', 'AbortStockSnapshotInput');
const tillEvents = readOperation('partner', 'TillEvents');

type Row = { sku: string; onHand: number; blocked?: number };
type Answer = {
  snapshot: { id: string; status: string; rejectedRows: unknown[]; summary: unknown; receivedChunks: number } | null;
  userErrors: { code: string; path: string[] | null; message: string; missingChunks?: number[] }[];
};

const skus = Array.from({ length: 60 }, (_, n) => `S${String(n).padStart(2, '0')}`);
let keys = 0;
const aKey = () => `key-${String(++keys).padStart(6, '0')}`;

async function send(
  graph: StockedGraph,
  query: string,
  input: Record<string, unknown>,
  caller?: Caller,
): Promise<Answer> {
  const data = await graph.ask<Record<string, Answer>>(query, { input }, caller);
  return Object.values(data)[0] as Answer;
}

async function open(graph: StockedGraph, facts: Record<string, unknown> = {}): Promise<string> {
  const input = {
    idempotencyKey: aKey(),
    locationId: 'loc_lyon',
    takenAt: '2026-11-22T08:00:00Z',
    expectedChunks: 1,
    ...facts,
  };
  const answer = await send(graph, start, input);
  if (!answer.snapshot) throw new Error(JSON.stringify(answer.userErrors));
  return answer.snapshot.id;
}

async function take(
  graph: StockedGraph,
  takenAt: string,
  rows: Row[],
  facts: Record<string, unknown> = {},
): Promise<Answer> {
  const snapshotId = await open(graph, { takenAt, ...facts });
  await send(graph, append, { snapshotId, chunk: 1, rows });
  return send(graph, complete, { snapshotId });
}

let events = 0;
const sell = (graph: StockedGraph, sku: string, delta: number, occurredAt: string, locationId = 'loc_lyon') =>
  graph.ask(tillEvents, {
    input: {
      source: 'till',
      events: [{ eventId: `e${++events}`, locationId, sku, delta, reason: delta < 0 ? 'SALE' : 'RECEIPT', occurredAt }],
    },
  });

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
    expect(await brokenLevels(graph)).toEqual([]);
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

  it('tells which orders miss units', async () => {
    await reserve(graph, { sku: 'S34', locationId: 'loc_lyon', quantity: 4, orderId: 'ord_missing' });
    await take(graph, '2026-11-22T09:20:00Z', [{ sku: 'S34', onHand: 3, blocked: 1 }]);
    const [event] = await graph.database.sql`select type, data from outbox order by position desc limit 1`;
    expect(event).toEqual({
      type: 'stock.shortage',
      data: { sku: 'S34', locationId: 'loc_lyon', missingUnits: 2, orderIds: ['ord_missing'] },
    });
    expect(await brokenLevels(graph)).toEqual([]);
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
        snapshot: { status: 'COMPLETED', summary: { changedLevels: 1, zeroedLevels: 1, netUnits: -2 } },
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

  const anInput = (facts: Record<string, unknown>) => ({
    idempotencyKey: aKey(),
    locationId: 'loc_lille',
    takenAt: '2026-11-22T08:00:00Z',
    expectedChunks: 1,
    ...facts,
  });
  const manyRows = Array.from({ length: 1001 }, (_, n) => ({ sku: `M${n}`, onHand: 1 }));

  it.each<[string, string, () => Record<string, unknown>, Record<string, unknown>]>([
    [
      'start: an unknown location',
      start,
      () => anInput({ locationId: 'loc_no' }),
      { code: 'NOT_FOUND', path: ['input', 'locationId'] },
    ],
    [
      'start: a picture of the future',
      start,
      () => anInput({ takenAt: '2026-11-22T09:30:01Z' }),
      { code: 'INVALID_INPUT', path: ['input', 'takenAt'] },
    ],
    [
      'start: no chunk',
      start,
      () => anInput({ expectedChunks: 0 }),
      { code: 'INVALID_INPUT', path: ['input', 'expectedChunks'] },
    ],
    [
      'start: too many chunks',
      start,
      () => anInput({ expectedChunks: 10_001 }),
      { code: 'LIMIT_EXCEEDED', path: ['input', 'expectedChunks'], limit: 10_000 },
    ],
    [
      'start: a short key',
      start,
      () => anInput({ idempotencyKey: 'short' }),
      { code: 'INVALID_INPUT', path: ['input', 'idempotencyKey'] },
    ],
    [
      'start: while another is open',
      start,
      () => anInput({ locationId: 'loc_lyon' }),
      { code: 'INVALID_STATE', path: ['input', 'locationId'], currentState: 'OPEN' },
    ],
    [
      'append: an unknown snapshot',
      append,
      () => ({ snapshotId: 'snp_no', chunk: 1, rows: [{ sku: 'S01', onHand: 1 }] }),
      { code: 'NOT_FOUND', path: ['input', 'snapshotId'] },
    ],
    [
      'append: chunk 0',
      append,
      () => ({ snapshotId, chunk: 0, rows: [{ sku: 'S01', onHand: 1 }] }),
      { code: 'INVALID_INPUT', path: ['input', 'chunk'] },
    ],
    [
      'append: a chunk above what was announced',
      append,
      () => ({ snapshotId, chunk: 4, rows: [{ sku: 'S01', onHand: 1 }] }),
      { code: 'INVALID_INPUT', path: ['input', 'chunk'] },
    ],
    [
      'append: no rows',
      append,
      () => ({ snapshotId, chunk: 1, rows: [] }),
      { code: 'INVALID_INPUT', path: ['input', 'rows'] },
    ],
    [
      'append: 1 001 rows',
      append,
      () => ({ snapshotId, chunk: 1, rows: manyRows }),
      { code: 'LIMIT_EXCEEDED', path: ['input', 'rows'], limit: 1000 },
    ],
    [
      'append: a chunk with other rows than before',
      append,
      () => ({ snapshotId, chunk: 2, rows: [{ sku: 'S01', onHand: 2 }] }),
      { code: 'SNAPSHOT_SEQUENCE', path: ['input', 'chunk'], missingChunks: [1, 3] },
    ],
    [
      'complete: chunks are missing',
      complete,
      () => ({ snapshotId }),
      { code: 'SNAPSHOT_SEQUENCE', path: ['input', 'snapshotId'], missingChunks: [1, 3] },
    ],
    [
      'complete: an unknown snapshot',
      complete,
      () => ({ snapshotId: 'snp_no' }),
      { code: 'NOT_FOUND', path: ['input', 'snapshotId'] },
    ],
    [
      'abort: a snapshot id that cannot be stored',
      abort,
      () => ({ snapshotId: 'snp_\0' }),
      { code: 'NOT_FOUND', path: ['input', 'snapshotId'] },
    ],
    [
      'abort: an unknown snapshot',
      abort,
      () => ({ snapshotId: 'snp_no' }),
      { code: 'NOT_FOUND', path: ['input', 'snapshotId'] },
    ],
  ])('%s', async (_title, query, input, expected) => {
    const before = await stockState(graph);
    expect(await send(graph, query, input())).toMatchObject({ snapshot: null, userErrors: [expected] });
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
