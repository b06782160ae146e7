import { readOperation } from '@passerelle/contracts/operations';
import { aCaller, aService as aCallingService } from '@passerelle/testing';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { aNetwork, aStore, aWarehouse, type NetworkGraph } from '../test/a-network.ts';

const operator = aCaller('operator');
const asOf = `query ($skus: [String!]!, $asOf: DateTime) {
  availability(channelId: "chn_web", skus: $skus, asOf: $asOf) { sku status sellableQuantity
    warehouse { quantity } stores { quantity } } }`;
type Shown = { availability: { status: string; sellableQuantity: number; stores: { quantity: number } }[] };

const sellable = async (graph: NetworkGraph, at: Date | null) =>
  (await graph.ask<Shown>(asOf, { skus: ['A'], asOf: at?.toISOString() ?? null })).availability[0]?.sellableQuantity;
const inputs = { source: 'till', reason: 'SALE', locationId: 'loc_store', sku: 'A' };
let events = 0;
const sell = (graph: NetworkGraph, delta: number, occurredAt: Date) =>
  graph.ask(readOperation('partner', 'TillEvents'), {
    input: {
      source: inputs.source,
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

describe('availability as of a moment', () => {
  it('is what was answered then, whatever happened, was told or was changed since', async () => {
    await using graph = await aNetwork([aStore('loc_store'), aWarehouse('loc_house')], {
      A: { loc_store: 10, loc_house: { onHand: 7, blocked: 2 } },
    });
    const moments: { at: Date; answer: number | undefined; why: string }[] = [];
    const note = async (why: string) => {
      await graph.pass({ minutes: 1 });
      moments.push({ at: graph.clock.now(), answer: await sellable(graph, null), why });
      await graph.pass({ minutes: 1 });
    };
    await note('as it began');
    await sell(graph, -3, graph.clock.now());
    await note('a sale');
    const held = await graph.ask<{ reserveStock: { reservation: { id: string } } }>(
      readOperation('storefront', 'HoldCart'),
      {
        input: {
          idempotencyKey: 'hold-0001',
          channelId: 'chn_web',
          cartReference: 'c1',
          lines: [{ sku: 'A', quantity: 4 }],
        },
      },
    );
    await note('a cart');
    await sell(graph, -2, new Date(graph.clock.now().getTime() - 4 * 60_000));
    await note('a sale told late');
    await graph.tell(aStore('loc_store', { channelIds: [] }));
    await note('a store that left the channel');
    await graph.ask(
      'mutation ($input: ReleaseReservationInput!) { releaseReservation(input: $input) { userErrors { __typename } } }',
      {
        input: { id: held.reserveStock.reservation.id },
      },
    );
    await graph.tell(aStore('loc_store'));
    await graph.ask(
      'mutation ($input: SetStockFeedInput!) { setStockFeed(input: $input) { userErrors { __typename } } }',
      {
        input: { locationId: 'loc_store', freshnessLimit: 'PT2H' },
      },
    );
    await note('the cart gone, the store back');
    await graph.pass({ minutes: 180 });
    await note('a till silent for too long');

    expect(moments.map(({ answer }) => answer)).toEqual([15, 12, 8, 6, 1, 10, 5]);
    for (const { at, answer, why } of moments)
      expect({ why, units: await sellable(graph, at) }).toEqual({ why, units: answer });
    expect(await sellable(graph, new Date('2020-01-01T00:00:00Z'))).toBe(0);
  });

  it('knows pools as they were: what was set apart, what was reserved of it, and who might have the rest', async () => {
    await using graph = await aNetwork([aStore('loc_store'), aWarehouse('loc_house')], {
      A: { loc_store: 10, loc_house: 7 },
    });
    const moments: { at: Date; web: number | undefined; b2b: number | undefined }[] = [];
    const answer = async (channelId: string, at: Date | null) => {
      const query = asOf.replace('"chn_web"', JSON.stringify(channelId));
      const shown = await graph.ask<Shown>(query, { skus: ['A'], asOf: at?.toISOString() ?? null });
      return shown.availability[0]?.sellableQuantity;
    };
    const note = async () => {
      await graph.pass({ minutes: 1 });
      const at = graph.clock.now();
      moments.push({ at, web: await answer('chn_web', null), b2b: await answer('chn_b2b', null) });
      await graph.pass({ minutes: 1 });
    };
    const create = `mutation ($input: CreateInventoryPoolInput!) { createInventoryPool(input: $input) { pool { id } } }`;
    const makePool = async (name: string, channelId: string, mode: string) =>
      (
        await graph.ask<{ createInventoryPool: { pool: { id: string } } }>(create, {
          input: { idempotencyKey: `pool-of-${name}`, channelId, name, mode },
        })
      ).createInventoryPool.pool.id;
    await note();
    const shared = await makePool('everything', 'chn_web', 'SHARED');
    const own = await makePool('b2b', 'chn_b2b', 'SEGMENTED');
    await note();
    await graph.ask(readOperation('internal', 'MovePool'), {
      input: {
        idempotencyKey: 'move-to-b2b',
        fromPoolId: shared,
        toPoolId: own,
        lines: [{ sku: 'A', locationId: 'loc_house', quantity: 5 }],
        reason: 'season',
      },
    });
    await note();
    await graph.ask(readOperation('storefront', 'HoldCart'), {
      input: {
        idempotencyKey: 'hold-of-b2b',
        channelId: 'chn_b2b',
        cartReference: 'c1',
        lines: [{ sku: 'A', quantity: 2 }],
      },
    });
    await note();
    const update = `mutation ($input: UpdateInventoryPoolInput!) { updateInventoryPool(input: $input) {
      userErrors { __typename } } }`;
    await graph.ask(update, { input: { id: shared, expectedVersion: 1, locationIds: ['loc_house'] } });
    await note();

    expect(moments.map(({ web, b2b }) => [web, b2b])).toEqual([
      [17, 7],
      [17, 0],
      [12, 5],
      [12, 3],
      [2, 3],
    ]);
    for (const { at, ...then } of moments) {
      expect({ web: await answer('chn_web', at), b2b: await answer('chn_b2b', at) }).toEqual(then);
    }
  });

  it('is for people who may see explanations, and never of the future', async () => {
    await using graph = await aNetwork([aStore('loc_store')], { A: { loc_store: 1 } });
    const skus = ['A'];
    const past = graph.clock.now();
    await expect(graph.ask(asOf, { skus, asOf: past.toISOString() }, aCaller('shopper'))).rejects.toThrow('FORBIDDEN');
    const future = new Date(past.getTime() + 1);
    await expect(graph.ask(asOf, { skus, asOf: future.toISOString() })).rejects.toThrow('BAD_USER_INPUT');
  });
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

describe('sourcing candidates', () => {
  const lines = [{ sku: 'A', quantity: 50 }];
  type Found = { stockAges: { sku: string; days: number }[]; lines: { availableQuantity: number }[] };
  const candidates = async (graph: NetworkGraph, more: object) => {
    const input = { channelId: 'chn_web', purpose: 'SHIP', lines, withStockAges: true, ...more };
    const data = await graph.ask<{ sourcingCandidates: { candidates: Found[] } }>(
      readOperation('service', 'Candidates'),
      { input },
      aCallingService('orders'),
    );
    return data.sourcingCandidates.candidates.map(({ stockAges, lines: [line] }) => [
      line?.availableQuantity,
      stockAges.map(({ days }) => Math.round(days)),
    ]);
  };

  it('tell how long the oldest units have lain, and what there was at an earlier moment', async () => {
    await using graph = await aNetwork([aStore('loc_store')], { A: { loc_store: 10 } });
    const told: { at: Date; answer: unknown }[] = [];
    const note = async () => {
      await graph.pass({ minutes: 2 });
      told.push({ at: graph.clock.now(), answer: await candidates(graph, {}) });
      await graph.pass({ minutes: 2 });
    };
    graph.clock.advance({ days: 40 });
    await note();
    await sell(graph, -4, graph.clock.now());
    await sell(graph, 3, graph.clock.now());
    graph.clock.advance({ days: 5 });
    await note();
    // The oldest went first: what is left came with the second delivery.
    await sell(graph, -7, graph.clock.now());
    await note();
    expect(told.map(({ answer }) => answer)).toEqual([[[10, [40]]], [[9, [45]]], [[2, [5]]]]);
    for (const { at, answer } of told) {
      expect(await candidates(graph, { asOf: at.toISOString() })).toEqual(answer);
      expect(await candidates(graph, { asOf: at.toISOString() })).toEqual(answer);
    }
    const later = new Date(graph.clock.now().getTime() + 60_000).toISOString();
    await expect(candidates(graph, { asOf: later })).rejects.toThrow('asOf');
    await expect(candidates(graph, { asOf: told[0]?.at, reservationId: 'rsv_x' })).rejects.toThrow('reservationId');
  });
});
