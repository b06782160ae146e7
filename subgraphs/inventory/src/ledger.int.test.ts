import { readOperation } from '@passerelle/contracts/operations';
import { aCaller } from '@passerelle/testing';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { aNetwork, aStore, aWarehouse, type NetworkGraph } from '../test/a-network.ts';

const operator = aCaller('operator');
let events = 0;
const sell = (graph: NetworkGraph, delta: number, occurredAt: Date) =>
  graph.ask(readOperation('partner', 'TillEvents'), {
    input: {
      source: 'till',
      events: [
        {
          eventId: `e${++events}`,
          locationId: 'loc_store',
          sku: 'A',
          delta,
          reason: 'SALE',
          occurredAt: occurredAt.toISOString(),
        },
      ],
    },
  });

describe('the ledger', () => {
  let graph: NetworkGraph;
  beforeAll(async () => {
    graph = await aNetwork([aStore('loc_store'), aWarehouse('loc_house')], {
      A: { loc_store: 10, loc_house: 5 },
      B: { loc_store: 3 },
    });
    await graph.pass({ minutes: 5 });
    for (const minutes of [1, 2, 3]) await sell(graph, -1, new Date(graph.clock.now().getTime() - minutes * 60_000));
  });
  afterAll(() => graph[Symbol.asyncDispose]());

  const query = `query ($filter: StockMovementFilter!, $first: Int, $after: String, $last: Int, $before: String) {
    stockMovements(filter: $filter, first: $first, after: $after, last: $last, before: $before) {
      nodes { id item { sku } location { id } reason quantity appliedQuantity onHandAfter source actor occurredAt recordedAt }
      pageInfo { hasNextPage hasPreviousPage startCursor endCursor } } }`;
  type Page = {
    stockMovements: {
      nodes: { id: string; item: { sku: string }; reason: string; onHandAfter: number; location: { id: string } }[];
      pageInfo: { hasNextPage: boolean; hasPreviousPage: boolean; startCursor: string; endCursor: string };
    };
  };
  const page = async (filter: Record<string, unknown>, window = {}, caller = operator) =>
    (await graph.ask<Page>(query, { filter: { occurredAt: {}, ...filter }, ...window }, caller)).stockMovements;

  it.each([
    ['everything', {}, ['SALE', 'SALE', 'SALE', 'RECEIPT', 'RECEIPT', 'RECEIPT']],
    ['one SKU', { skus: ['B'] }, ['RECEIPT']],
    ['one location', { locationIds: ['loc_house'] }, ['RECEIPT']],
    ['a SKU at a location', { skus: ['A'], locationIds: ['loc_store'] }, ['SALE', 'SALE', 'SALE', 'RECEIPT']],
    ['one reason', { reasons: ['SALE'] }, ['SALE', 'SALE', 'SALE']],
    ['a SKU nobody knows', { skus: ['NOPE'] }, []],
    ['a location nobody knows', { locationIds: ['loc_no'] }, []],
  ])('is read for %s, newest first', async (_title, filter, reasons) => {
    expect((await page(filter)).nodes.map(({ reason }) => reason)).toEqual(reasons);
  });

  it('pages through both ways without losing or repeating an entry', async () => {
    const all = (await page({})).nodes.map(({ id }) => id);
    const seen: string[] = [];
    let after: string | null = null;
    for (let more = true; more; ) {
      const { nodes, pageInfo } = await page({}, { first: 2, after });
      seen.push(...nodes.map(({ id }) => id));
      [after, more] = [pageInfo.endCursor, pageInfo.hasNextPage];
    }
    expect(seen).toEqual(all);
    const { pageInfo } = await page({}, { last: 2 });
    const before = await page({}, { last: 10, before: pageInfo.startCursor });
    expect(before.nodes.map(({ id }) => id)).toEqual(all.slice(0, -2));
  });

  it.each([
    ['SKU', { skus: ['A'] }, /stock_movements_by_level/],
    ['location', { locationIds: ['loc_store'] }, /stock_movements_by_location/],
    ['SKU and location', { skus: ['A'], locationIds: ['loc_store'] }, /stock_movements_by_l/],
    ['time', {}, /stock_movements_by_location/],
  ])('is read by %s from an index, whole or from a cursor, however long it is', async (_title, filter, index) => {
    const { sql } = graph.database;
    await sql`
      insert into stock_movements (item_no, location_no, kind, reason, quantity, applied_quantity, on_hand_after, source,
        occurred_at)
      select 1000 + n % 400, 1000 + n % 30, 'DELTA', 'SALE', -1, -1, 0, 'other',
        '2026-01-01'::timestamptz + n * interval '20 minutes'
      from generate_series(1, 20000) as n
      where not exists (select from stock_movements where item_no >= 1000)`;
    await sql`analyze stock_movements`;
    const { pageInfo } = await page(filter, { first: 1 });
    for (const window of [{}, { first: 2, after: pageInfo.endCursor }, { last: 2, before: pageInfo.endCursor }]) {
      graph.statements.length = 0;
      await page(filter, window);
      const text = graph.statements.find((statement) => statement.includes('stock_movements')) as string;
      const plan = (await sql.unsafe(`explain (generic_plan) ${text}`)).map((row) => row['QUERY PLAN']).join('\n');
      expect(plan).toMatch(index);
      expect(plan).not.toContain('Seq Scan on stock_movements');
    }
  });

  it('shows a location-bound caller its locations only', async () => {
    const bound = aCaller('operator', { locationIds: ['loc_house'] });
    expect((await page({}, {}, bound)).nodes.map(({ location }) => location.id)).toEqual(['loc_house']);
    const [entry] = (await page({ locationIds: ['loc_store'] })).nodes;
    const reference = `query ($id: ID!) { _entities(representations: [{ __typename: "StockMovement", id: $id }]) { ... on StockMovement { onHandAfter } } }`;
    expect(await graph.ask(reference, { id: entry?.id })).toEqual({ _entities: [{ onHandAfter: entry?.onHandAfter }] });
    expect(await graph.ask(reference, { id: entry?.id }, bound)).toEqual({ _entities: [null] });
    expect(await graph.ask(reference, { id: 'mov_!' })).toEqual({ _entities: [null] });
  });

  it.each([
    ['32 days', { occurredAt: { from: '2026-10-01T00:00:00Z', to: '2026-11-02T00:00:00Z' } }, {}],
    [
      'a range that ends before it begins',
      { occurredAt: { from: '2026-11-02T00:00:00Z', to: '2026-11-01T00:00:00Z' } },
      {},
    ],
    ['251 SKUs', { skus: Array.from({ length: 251 }, (_, n) => `S${n}`) }, {}],
    ['101 locations', { locationIds: Array.from({ length: 101 }, (_, n) => `loc_${n}`) }, {}],
    ['a page of 251', {}, { first: 251 }],
    ['a cursor of another list', {}, { after: 'WzFd' }],
  ])('refuses %s', async (_title, filter, window) => {
    await expect(page(filter, window)).rejects.toThrow('BAD_USER_INPUT');
  });

  it('tells what a level held at an earlier moment', async () => {
    const shown = `{ inventoryItem(sku: "A") { levels(filter: { locationIds: ["loc_store"] }, first: 1) { nodes {
      quantities { onHand } quantitiesAsOf(at: "${new Date(graph.clock.now().getTime() - 60_000).toISOString()}") { onHand reserved available } } } } }`;
    expect(await graph.ask(shown)).toEqual({
      inventoryItem: {
        levels: { nodes: [{ quantities: { onHand: 7 }, quantitiesAsOf: { onHand: 10, reserved: 0, available: 10 } }] },
      },
    });
    const future = `{ inventoryItem(sku: "A") { levels(first: 1) { nodes { quantitiesAsOf(at: "2099-01-01T00:00:00Z") { onHand } } } } }`;
    await expect(graph.ask(future)).rejects.toThrow('BAD_USER_INPUT');
  });
});
