import { aCaller } from '@passerelle/testing';
import { describe, expect, it } from 'vitest';
import { faults } from '../../test/a-network.ts';
import { levelsOf, type StockedGraph, stockedGraph, stockState } from '../../test/stocked-graph.ts';

const operator = aCaller('operator');
const skus = Array.from({ length: 60 }, (_, n) => `S${String(n).padStart(2, '0')}`);
const errors = 'userErrors { ... on UserError { code message path } ... on InvalidStateError { currentState } }';
const snapshotFacts = `snapshot { id status holdReason releasedBy summary { changedLevels zeroedLevels netUnits } } ${errors}`;
const mutation = (name: string, shown = snapshotFacts) => {
  const input = `${name.charAt(0).toUpperCase()}${name.slice(1)}Input`;
  return `mutation ($input: ${input}!) { ${name}(input: $input) { ${shown} } }`;
};
const feedFacts = `feed { location { id } mode freshnessLimit maxEmptiedPercent maxChangePercent } userErrors { ... on UserError { code message path } }`;

type Answer = {
  readonly snapshot: { readonly id: string; readonly status: string; readonly holdReason: string | null };
  readonly feed: Record<string, unknown> | null;
  readonly userErrors: readonly Record<string, unknown>[];
};

let keys = 0;
async function send(graph: StockedGraph, name: string, input: Record<string, unknown>, caller = operator) {
  const query = name === 'setStockFeed' ? mutation(name, feedFacts) : mutation(name);
  return (await graph.ask<Record<string, Answer>>(query, { input }, caller))[name] as Answer;
}

type Row = { readonly sku: string; readonly onHand: number };
const rowsOf = (count: number, onHand: number): Row[] => skus.slice(0, count).map((sku) => ({ sku, onHand }));

/** A snapshot of Lyon from its announcement to its end. */
async function take(graph: StockedGraph, takenAt: string, rows: readonly Row[]) {
  const key = `held-${String(++keys).padStart(6, '0')}`;
  const facts = { idempotencyKey: key, locationId: 'loc_lyon', takenAt, expectedChunks: 1 };
  const { snapshot } = await send(graph, 'startStockSnapshot', facts);
  const { id: snapshotId } = snapshot;
  await send(graph, 'appendStockSnapshot', { snapshotId, chunk: 1, rows });
  return (await send(graph, 'completeStockSnapshot', { snapshotId })).snapshot;
}

const aFilledStore = async () => {
  const graph = await stockedGraph(skus);
  await take(graph, '2026-11-22T08:00:00Z', rowsOf(50, 4));
  return graph;
};

describe('a held snapshot', () => {
  it('is applied when a person releases it, with what moved meanwhile on top', async () => {
    await using graph = await aFilledStore();
    const held = await take(graph, '2026-11-22T08:30:00Z', rowsOf(20, 4));
    expect(held.status).toBe('HELD');
    await graph.ask(
      'mutation ($input: RecordStockEventsInput!) { recordStockEvents(input: $input) { appliedCount } }',
      {
        input: {
          source: 'till',
          events: [
            {
              eventId: 'e1',
              locationId: 'loc_lyon',
              sku: 'S00',
              delta: -1,
              reason: 'SALE',
              occurredAt: '2026-11-22T08:40:00Z',
            },
            {
              eventId: 'e2',
              locationId: 'loc_lyon',
              sku: 'S40',
              delta: -1,
              reason: 'SALE',
              occurredAt: '2026-11-22T08:20:00Z',
            },
          ],
        },
      },
    );
    const released = await send(graph, 'releaseStockSnapshot', { snapshotId: held.id });
    expect(released).toMatchObject({
      snapshot: {
        status: 'COMPLETED',
        releasedBy: 'test-operator',
        holdReason: held.holdReason,
        summary: { changedLevels: 0, zeroedLevels: 30, netUnits: -119 },
      },
      userErrors: [],
    });
    expect(await levelsOf(graph, 'loc_lyon')).toMatchObject({ S00: { onHand: 3 }, S40: { onHand: 0 } });
    expect(await faults(graph)).toEqual([]);

    const before = await stockState(graph);
    expect(await send(graph, 'releaseStockSnapshot', { snapshotId: held.id })).toEqual(released);
    expect(await stockState(graph)).toEqual(before);
  });

  it('that is older than a snapshot applied meanwhile changes nothing any more', async () => {
    await using graph = await aFilledStore();
    const held = await take(graph, '2026-11-22T08:30:00Z', rowsOf(20, 4));
    await take(graph, '2026-11-22T09:00:00Z', rowsOf(50, 5));
    const before = await levelsOf(graph, 'loc_lyon');
    expect(await send(graph, 'releaseStockSnapshot', { snapshotId: held.id })).toMatchObject({
      snapshot: { status: 'COMPLETED', summary: { changedLevels: 0, zeroedLevels: 0, netUnits: 0 } },
    });
    expect(await levelsOf(graph, 'loc_lyon')).toEqual(before);
  });

  it('is found in the list by its state, newest first, by who may see its location', async () => {
    await using graph = await aFilledStore();
    const older = await take(graph, '2026-11-22T08:30:00Z', rowsOf(20, 4));
    const newer = await take(graph, '2026-11-22T08:40:00Z', rowsOf(19, 4));
    const query = `query ($filter: StockSnapshotFilter, $first: Int, $after: String) {
      stockSnapshots(filter: $filter, first: $first, after: $after) { nodes { id } pageInfo { hasNextPage endCursor } } }`;
    type Page = {
      stockSnapshots: { nodes: { id: string }[]; pageInfo: { hasNextPage: boolean; endCursor: string } };
    };
    const filter = { statuses: ['HELD'] };
    const first = await graph.ask<Page>(query, { filter, first: 1 });
    const { endCursor } = first.stockSnapshots.pageInfo;
    const second = await graph.ask<Page>(query, { filter, first: 1, after: endCursor });
    const pages = [first, second].map(({ stockSnapshots: { nodes, pageInfo } }) => [
      nodes[0]?.id,
      pageInfo.hasNextPage,
    ]);
    expect(pages.map(([id]) => id).sort()).toEqual([older.id, newer.id].sort());
    expect(pages.map(([, more]) => more)).toEqual([true, false]);
    const elsewhere = { filter: { ...filter, locationIds: ['loc_nice'] } };
    expect((await graph.ask<Page>(query, elsewhere)).stockSnapshots.nodes).toEqual([]);
    const foreign = aCaller('partner', { locationIds: ['loc_nice'] });
    expect((await graph.ask<Page>(query, { filter }, foreign)).stockSnapshots.nodes).toEqual([]);
  });

  it('can be dropped by head office, which may not ingest otherwise', async () => {
    await using graph = await aFilledStore();
    const held = await take(graph, '2026-11-22T08:30:00Z', rowsOf(20, 4));
    const admin = { ...operator, scopes: new Set(['inventory:admin']) };
    expect(await send(graph, 'abortStockSnapshot', { snapshotId: held.id }, admin)).toMatchObject({
      snapshot: { status: 'ABORTED' },
    });
  });
});

describe('releasing a snapshot', () => {
  it('is refused unless it is held, and changes nothing', async () => {
    await using graph = await aFilledStore();
    const applied = await take(graph, '2026-11-22T08:10:00Z', rowsOf(50, 4));
    const before = await stockState(graph);
    expect(await send(graph, 'releaseStockSnapshot', { snapshotId: applied.id })).toMatchObject({
      snapshot: null,
      userErrors: [{ code: 'INVALID_STATE', path: ['input', 'snapshotId'], currentState: 'COMPLETED' }],
    });
    expect(await send(graph, 'releaseStockSnapshot', { snapshotId: 'snp_no' })).toMatchObject({
      snapshot: null,
      userErrors: [{ code: 'NOT_FOUND', path: ['input', 'snapshotId'] }],
    });
    const foreign = aCaller('operator', { locationIds: ['loc_nice'] });
    expect(await send(graph, 'releaseStockSnapshot', { snapshotId: applied.id }, foreign)).toMatchObject({
      userErrors: [{ code: 'NOT_FOUND', path: ['input', 'snapshotId'] }],
    });
    expect(await stockState(graph)).toEqual(before);
    await expect(send(graph, 'releaseStockSnapshot', { snapshotId: applied.id }, aCaller('partner'))).rejects.toThrow(
      'FORBIDDEN',
    );
  });
});

describe('the settings of a feed', () => {
  it('are the standard ones until somebody sets them, and what is left out stays', async () => {
    await using graph = await stockedGraph(skus);
    const query = `{ _entities(representations: [{ __typename: "Location", id: "loc_lyon" }]) { ... on Location {
      stockFeed { mode freshnessLimit maxEmptiedPercent maxChangePercent } } } }`;
    const read = async () =>
      (await graph.ask<{ _entities: { stockFeed: unknown }[] }>(query, {}))._entities[0]?.stockFeed;
    const standard = { mode: 'SNAPSHOT_AND_EVENTS', freshnessLimit: null, maxEmptiedPercent: 20, maxChangePercent: 30 };
    expect(await read()).toEqual(standard);

    const all = { mode: 'EVENTS', freshnessLimit: 'PT26H', maxEmptiedPercent: 5, maxChangePercent: 10 };
    const set = await send(graph, 'setStockFeed', { locationId: 'loc_lyon', ...all });
    expect(set).toEqual({ feed: { location: { id: 'loc_lyon' }, ...all, freshnessLimit: 'P1DT2H' }, userErrors: [] });
    await send(graph, 'setStockFeed', { locationId: 'loc_lyon', maxChangePercent: null });
    expect(await read()).toEqual({ ...all, freshnessLimit: 'P1DT2H', maxChangePercent: null });
    await send(graph, 'setStockFeed', { locationId: 'loc_lyon', freshnessLimit: null, mode: 'SNAPSHOT' });
    expect(await read()).toEqual({
      mode: 'SNAPSHOT',
      freshnessLimit: null,
      maxEmptiedPercent: 5,
      maxChangePercent: null,
    });
  });

  it('open and close the gate of a snapshot', async () => {
    await using graph = await aFilledStore();
    await send(graph, 'setStockFeed', { locationId: 'loc_lyon', maxEmptiedPercent: null, maxChangePercent: null });
    expect((await take(graph, '2026-11-22T08:10:00Z', rowsOf(21, 4))).status).toBe('COMPLETED');
    await send(graph, 'setStockFeed', { locationId: 'loc_lyon', maxChangePercent: 0 });
    expect((await take(graph, '2026-11-22T08:20:00Z', [...rowsOf(20, 4), { sku: 'S20', onHand: 5 }])).status).toBe(
      'HELD',
    );
  });
});
