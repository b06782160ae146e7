import { readOperation } from '@passerelle/contracts/operations';
import { aCaller } from '@passerelle/testing';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { aNetwork, aStore, aWarehouse, faults, type NetworkGraph } from '../test/a-network.ts';

const movePool = readOperation('internal', 'MovePool');
const errors = 'userErrors { ... on UserError { code path } ... on InsufficientStockError { availableQuantity } }';
const shown = `pool { id version name mode locationCount arrivalPercent channel { id } } ${errors}`;
const create = `mutation C($input: CreateInventoryPoolInput!) { createInventoryPool(input: $input) { ${shown} } }`;
const update = `mutation U($input: UpdateInventoryPoolInput!) { updateInventoryPool(input: $input) { ${shown} } }`;
const move = `mutation M($input: TransferPoolStockInput!) { transferPoolStock(input: $input) {
  fromPool { id } toPool { id allocation(sku: "A") { allocated reserved available } } ${errors} } }`;
const reserve = `mutation R($input: ReserveStockInput!) { reserveStock(input: $input) {
  reservation { id lines { quantity pool { name } } } ${errors} } }`;
const cart = aCaller('storefront', { scopes: new Set(['reservations:write', 'inventory:read']) });
const service = aCaller('operator', { scopes: new Set(['service:orders', 'service:returns', 'inventory:read']) });

type Failure = { code: string; path: string[] | null; availableQuantity?: number };
type Payload = { pool: { id: string; version: number } | null; userErrors: Failure[] };

let graph: NetworkGraph;
let keys = 0;
const key = () => `pool-test-${++keys}`;
const first = async <T>(text: string, input: Record<string, unknown>, caller = aCaller('operator')) =>
  Object.values(await graph.ask<Record<string, T>>(text, { input }, caller))[0] as T;
const make = (input: Record<string, unknown> = {}) =>
  first<Payload>(create, { idempotencyKey: key(), channelId: 'chn_b2b', name: 'Own', mode: 'SEGMENTED', ...input });
const made = async (input: Record<string, unknown> = {}) => (await make(input)).pool?.id as string;
const transfer = (fromPoolId: string, toPoolId: string, quantity: number, facts: Record<string, unknown> = {}) =>
  first<{ toPool: { allocation: unknown } | null; userErrors: Failure[] }>(move, {
    idempotencyKey: key(),
    fromPoolId,
    toPoolId,
    lines: [{ sku: 'A', quantity, ...facts }],
  });
const hold = (channelId: string, quantity: number) =>
  first<{ reservation: { id: string; lines: unknown[] } | null; userErrors: Failure[] }>(
    reserve,
    { idempotencyKey: key(), channelId, cartReference: 'cart', lines: [{ sku: 'A', quantity }] },
    cart,
  );
const sellable = async (channelId: string) => {
  const text = `query S($c: ID!) { availability(channelId: $c, skus: ["A"]) { sellableQuantity
    explanation { steps { kind quantity pool { name } } } } }`;
  const data = await graph.ask<{ availability: [{ sellableQuantity: number; explanation: { steps: unknown[] } }] }>(
    text,
    { c: channelId },
  );
  return data.availability[0];
};
const both = async () => [(await sellable('chn_web')).sellableQuantity, (await sellable('chn_b2b')).sellableQuantity];
const everything = async () => {
  const [state] = await graph.database.sql`
    select (select jsonb_agg(pool order by pool_no) from inventory_pools as pool) as pools,
      (select jsonb_agg(stock order by pool_no, location_no) from pool_stock as stock) as stock,
      (select count(*)::integer from pool_movements) as movements`;
  return state;
};
/** A pool for B2B with units of its own, and the web's shared pool to take them from. */
async function stockedPools(units = 12) {
  const shared = await made({ channelId: 'chn_web', mode: 'SHARED', name: 'Web' });
  const own = await made();
  expect((await transfer(shared, own, units)).userErrors).toEqual([]);
  return { shared, own };
}

beforeAll(async () => {
  graph = await aNetwork([aWarehouse('loc_w'), aWarehouse('loc_v'), aStore('loc_a')], {
    A: { loc_w: 20, loc_v: 5, loc_a: 3 },
    B: { loc_w: 4 },
  });
});
afterEach(async () => {
  const { sql } = graph.database;
  expect(await faults(graph)).toEqual([]);
  for (const table of [
    'reservations',
    'reservation_lines',
    'pool_stock',
    'pool_movements',
    'inventory_pools',
    'stock_issues',
    'stock_restocks',
  ]) {
    await sql`delete from ${sql(table)}`;
  }
  await sql`delete from stock_movements where source <> 'test'`;
  await sql`
    update stock_levels as level set reserved = 0, set_aside = 0, on_hand = (
      select sum(applied_quantity) from stock_movements as movement
      where movement.item_no = level.item_no and movement.location_no = level.location_no)`;
  await sql`notify pools_changed`;
  graph.database.signal('stock', ['*']);
  await expect.poll(async () => (await both()).join()).toBe('28,25');
});
afterAll(() => graph[Symbol.asyncDispose]());

describe('units set apart for a channel', () => {
  it('are sold by it alone, and nothing else is when it has no shared pool', async () => {
    await stockedPools();
    expect(await both()).toEqual([16, 12]);
    expect((await hold('chn_web', 17)).userErrors).toMatchObject([
      { code: 'INSUFFICIENT_STOCK', availableQuantity: 16 },
    ]);
    expect((await hold('chn_b2b', 13)).userErrors).toMatchObject([
      { code: 'INSUFFICIENT_STOCK', availableQuantity: 12 },
    ]);
  });

  it('are never those of another region: what does not serve a channel has nothing for its pools', async () => {
    const { shared, own } = await stockedPools(1);
    expect((await transfer(shared, own, 2, { locationId: 'loc_a' })).userErrors).toMatchObject([
      { code: 'INSUFFICIENT_STOCK', availableQuantity: 0 },
    ]);
    expect(await both()).toEqual([27, 1]);
    expect((await hold('chn_b2b', 2)).userErrors).toMatchObject([{ availableQuantity: 1 }]);
  });

  it('are drawn before what is shared, and each line says from which pool', async () => {
    const { own } = await stockedPools(10);
    await made({ mode: 'SHARED', name: 'Rest', locationIds: ['loc_w'] });
    expect(await both()).toEqual([18, 20]);
    const { reservation } = await hold('chn_b2b', 14);
    const lines = await graph.database.sql`
      select pool.id, sum(quantity)::integer as units from reservation_lines
      left join inventory_pools as pool using (pool_no) group by 1 order by 1`;
    expect([...lines]).toEqual([
      { id: own, units: 10 },
      { id: null, units: 4 },
    ]);
    expect(reservation?.lines).toEqual([{ quantity: 14, pool: null }]);
    expect(await both()).toEqual([14, 6]);
  });

  it('are explained: what is set apart for others, and what is shared and not for this channel', async () => {
    await stockedPools();
    expect((await sellable('chn_web')).explanation.steps).toEqual([
      { kind: 'ON_HAND', quantity: 28, pool: null },
      { kind: 'POOL_LIMIT', quantity: -12, pool: { name: 'Own' } },
    ]);
    expect((await sellable('chn_b2b')).explanation.steps).toEqual([
      { kind: 'ON_HAND', quantity: 25, pool: null },
      { kind: 'POOL_LIMIT', quantity: -13, pool: null },
    ]);
  });

  it('are named as the reason when a store cannot hand over what is set apart for others', async () => {
    const shared = await made({ channelId: 'chn_web', mode: 'SHARED', name: 'Web' });
    const own = await made({ locationIds: ['loc_a'] });
    await transfer(shared, own, 3);
    const text = `{ pickupStore(channelId: "chn_web", locationId: "loc_a", items: [{ sku: "A", quantity: 1 }]) {
      fulfillment reasons { code } } }`;
    expect(await graph.ask(text)).toEqual({
      pickupStore: { fulfillment: 'NONE', reasons: [{ code: 'POOL_EXHAUSTED' }] },
    });
  });

  it('come back when a hold ends, leave when they are issued, and return to their pool', async () => {
    const { shared, own } = await stockedPools();
    const allocation = async () => {
      const text = `query P { inventoryPools(channelId: "chn_b2b") { allocation(sku: "A") { allocated reserved available } } }`;
      return (await graph.ask<{ inventoryPools: { allocation: unknown }[] }>(text)).inventoryPools[0]?.allocation;
    };
    const held = await hold('chn_b2b', 5);
    expect(held.reservation?.lines).toEqual([{ quantity: 5, pool: { name: 'Own' } }]);
    expect(await allocation()).toEqual({ allocated: 12, reserved: 5, available: 7 });
    const release = `mutation R($input: ReleaseReservationInput!) { releaseReservation(input: $input) { userErrors { ... on UserError { code } } } }`;
    await first(release, { id: held.reservation?.id }, cart);
    expect(await allocation()).toEqual({ allocated: 12, reserved: 0, available: 12 });

    const again = await hold('chn_b2b', 5);
    const line = { orderLineId: 'oln_1', sku: 'A', quantity: 5, locationId: 'loc_w' };
    const order = { orderId: 'ord_1', channelId: 'chn_b2b', revision: 1, reservationId: again.reservation?.id };
    expect(await first(readOperation('service', 'Allocate'), { ...order, lines: [line] }, service)).toMatchObject({
      userErrors: [],
    });
    const issue = {
      orderId: 'ord_1',
      issueReference: 'shp_1',
      locationId: 'loc_w',
      occurredAt: graph.clock.now().toISOString(),
    };
    await first(readOperation('service', 'Issue'), { ...issue, lines: [line] }, service);
    expect(await allocation()).toEqual({ allocated: 7, reserved: 0, available: 7 });
    expect(await both()).toEqual([16, 7]);

    const restock = { returnId: 'ret_1', inspectionId: 'isp_1', locationId: 'loc_v', orderId: 'ord_1' };
    const lines = [{ sku: 'A', restockedQuantity: 4, blockedQuantity: 0 }];
    await first(readOperation('service', 'Restock'), { ...restock, lines }, service);
    expect(await allocation()).toEqual({ allocated: 11, reserved: 0, available: 11 });
    expect(await both()).toEqual([16, 11]);
    expect((await transfer(own, shared, 11)).userErrors).toEqual([]);
  });

  it('are a share of what arrives, rounded down', async () => {
    await made({ arrivalPercent: '25', locationIds: ['loc_w'] });
    const adjust = `mutation A($input: AdjustStockInput!) { adjustStock(input: $input) { userErrors { ... on UserError { code } } } }`;
    const arrive = (locationId: string, delta: number) =>
      first(adjust, { idempotencyKey: key(), locationId, sku: 'A', delta, reason: 'RECEIPT' });
    await arrive('loc_w', 10);
    await arrive('loc_w', 3);
    await arrive('loc_v', 10);
    expect(await both()).toEqual([28 + 23 - 2, 2]);
  });

  it('are given once when many race for them, whoever asks, and never more than there are', async () => {
    await stockedPools(10);
    await made({ mode: 'SHARED', name: 'Rest', locationIds: ['loc_w'] });
    const answers = await Promise.all(
      Array.from({ length: 40 }, (_, index) => hold(index % 2 ? 'chn_web' : 'chn_b2b', 1 + (index % 3))),
    );
    expect(answers.filter(({ reservation }) => reservation).length).toBeGreaterThan(5);
    expect(await faults(graph)).toEqual([]);
    const [over] = await graph.database.sql`
      select count(*)::integer as levels from stock_levels where reserved + set_aside > on_hand`;
    expect(over).toEqual({ levels: 0 });
  }, 30_000);

  it('cost a channel without them no statement', async () => {
    await stockedPools();
    await both();
    graph.statements.length = 0;
    await sellable('chn_web');
    expect(graph.statements).toHaveLength(0);
  });
});

describe('a transfer', () => {
  it('moves units by the stored operation, once per key', async () => {
    const { shared, own } = await stockedPools();
    const input = { idempotencyKey: key(), fromPoolId: own, toPoolId: shared, lines: [{ sku: 'A', quantity: 2 }] };
    const moved = { fromPool: { id: own, allocation: { available: 10 } }, userErrors: [] };
    expect(await first(movePool, input)).toEqual(moved);
    expect(await first(movePool, input)).toEqual(moved);
    expect(await both()).toEqual([18, 10]);
  });

  it('takes units where most are free, or where it is told to', async () => {
    const { shared, own } = await stockedPools(21);
    const where = () => graph.database.sql`
      select locations.id, allocated from pool_stock join locations using (location_no) order by 1`;
    expect([...(await where())]).toEqual([
      { id: 'loc_v', allocated: 1 },
      { id: 'loc_w', allocated: 20 },
    ]);
    await transfer(shared, own, 2, { locationId: 'loc_v' });
    expect((await where())[0]).toEqual({ id: 'loc_v', allocated: 3 });
  });

  it('never sets the same unit apart twice, however many transfers and carts want it', async () => {
    const { shared, own } = await stockedPools(1);
    const wants = Array.from({ length: 20 }, (_, index) => (index % 2 ? transfer(shared, own, 3) : hold('chn_web', 2)));
    await Promise.all(wants);
    expect(await faults(graph)).toEqual([]);
    const over = await graph.database.sql`select 1 from stock_levels where reserved + set_aside > on_hand`;
    expect(over).toHaveLength(0);
  }, 30_000);

  it.each([
    [
      'of more than is free',
      { lines: [{ sku: 'A', quantity: 99 }] },
      'INSUFFICIENT_STOCK',
      ['input', 'lines', '0', 'quantity'],
    ],
    ['of no unit', { lines: [{ sku: 'A', quantity: 0 }] }, 'INVALID_INPUT', ['input', 'lines', '0', 'quantity']],
    ['of nothing', { lines: [] }, 'INVALID_INPUT', ['input', 'lines']],
    ['of too many SKUs', { lines: Array(101).fill({ sku: 'A', quantity: 1 }) }, 'INVALID_INPUT', ['input', 'lines']],
    [
      'of a SKU twice',
      { lines: Array(2).fill({ sku: 'A', quantity: 1 }) },
      'INVALID_INPUT',
      ['input', 'lines', '1', 'sku'],
    ],
    ['of a SKU nobody knows', { lines: [{ sku: 'X', quantity: 1 }] }, 'NOT_FOUND', ['input', 'lines', '0', 'sku']],
    ['of NUL', { lines: [{ sku: '\0', quantity: 1 }] }, 'INVALID_INPUT', ['input', 'lines', '0', 'sku']],
    [
      'at a place nobody knows',
      { lines: [{ sku: 'A', quantity: 1, locationId: 'x' }] },
      'NOT_FOUND',
      ['input', 'lines', '0', 'locationId'],
    ],
    [
      'at a place that is not both pools',
      { lines: [{ sku: 'A', quantity: 1, locationId: 'loc_a' }] },
      'INSUFFICIENT_STOCK',
      ['input', 'lines', '0', 'quantity'],
    ],
    ['from a pool nobody knows', { fromPoolId: 'pol_x' }, 'NOT_FOUND', ['input', 'fromPoolId']],
    ['to a pool nobody knows', { toPoolId: 'pol_x' }, 'NOT_FOUND', ['input', 'toPoolId']],
    ['for an empty reason', { reason: '' }, 'INVALID_INPUT', ['input', 'reason']],
    ['with a short key', { idempotencyKey: 'short' }, 'INVALID_INPUT', ['input', 'idempotencyKey']],
  ])('%s is refused, and nothing changes', async (_title, input, code, path) => {
    const { shared, own } = await stockedPools();
    const before = await everything();
    const lines = [{ sku: 'A', quantity: 1 }];
    const wish = { idempotencyKey: key(), fromPoolId: own, toPoolId: shared, lines, ...input };
    expect(await first(move, wish)).toMatchObject({ fromPool: null, toPool: null, userErrors: [{ code, path }] });
    expect(await everything()).toEqual(before);
  });

  it('between a pool and itself, or between shared pools, moves nothing and is refused', async () => {
    const { shared } = await stockedPools();
    const other = await made({ mode: 'SHARED' });
    expect((await transfer(shared, shared, 1)).userErrors).toEqual([
      { code: 'INVALID_INPUT', path: ['input', 'toPoolId'] },
    ]);
    expect((await transfer(shared, other, 1)).userErrors).toEqual([
      { code: 'INVALID_STATE', path: ['input', 'toPoolId'] },
    ]);
  });

  it('is refused when its key was used for another one', async () => {
    const { shared, own } = await stockedPools();
    const input = { idempotencyKey: key(), fromPoolId: own, toPoolId: shared, lines: [{ sku: 'A', quantity: 2 }] };
    await first(move, input);
    const other = await first<Payload>(move, { ...input, lines: [{ sku: 'A', quantity: 3 }] });
    expect(other.userErrors).toEqual([{ code: 'IDEMPOTENCY_KEY_REUSED', path: ['input', 'idempotencyKey'] }]);
  });
});

describe('a pool', () => {
  it('is made once per key, and read with its channel', async () => {
    const input = { idempotencyKey: key(), locationIds: ['loc_w', 'loc_w'], arrivalPercent: '12.5' };
    const { pool } = await make(input);
    expect(pool).toEqual({
      id: expect.stringMatching(/^pol_/),
      version: 1,
      name: 'Own',
      mode: 'SEGMENTED',
      locationCount: 1,
      arrivalPercent: '12.5',
      channel: { id: 'chn_b2b' },
    });
    expect((await make(input)).pool?.id).toBe(pool?.id);
    const text = `query P($of: [_Any!]!) { all: inventoryPools { id } web: inventoryPools(channelId: "chn_web") { id }
      _entities(representations: $of) { ... on Channel { inventoryPools { id } } ... on InventoryPool { name } } }`;
    const of = [
      { __typename: 'Channel', id: 'chn_b2b' },
      { __typename: 'InventoryPool', id: pool?.id },
    ];
    expect(await graph.ask(text, { of })).toEqual({
      all: [{ id: pool?.id }],
      web: [],
      _entities: [{ inventoryPools: [{ id: pool?.id }] }, { name: 'Own' }],
    });
  });

  it.each([
    ['for a channel nobody knows', { channelId: 'x' }, 'NOT_FOUND', ['input', 'channelId']],
    ['without a name', { name: '' }, 'INVALID_INPUT', ['input', 'name']],
    ['with NUL in its name', { name: 'a\0' }, 'INVALID_INPUT', ['input', 'name']],
    ['at no place', { locationIds: [] }, 'INVALID_INPUT', ['input', 'locationIds']],
    ['at a place nobody knows', { locationIds: ['x'] }, 'NOT_FOUND', ['input', 'locationIds', '0']],
    ['of more than everything', { arrivalPercent: '101' }, 'INVALID_INPUT', ['input', 'arrivalPercent']],
    ['of no share', { arrivalPercent: '0' }, 'INVALID_INPUT', ['input', 'arrivalPercent']],
    [
      'that is shared, with a share',
      { mode: 'SHARED', arrivalPercent: '5' },
      'INVALID_INPUT',
      ['input', 'arrivalPercent'],
    ],
    ['with a short key', { idempotencyKey: 'short' }, 'INVALID_INPUT', ['input', 'idempotencyKey']],
  ])('%s is refused, and nothing changes', async (_title, input, code, path) => {
    expect(await make(input)).toEqual({ pool: null, userErrors: [{ code, path }] });
    expect(await everything()).toEqual({ pools: null, stock: null, movements: 0 });
  });

  it('is refused when pools would be set apart more than all that arrives', async () => {
    await made({ arrivalPercent: '60' });
    const { userErrors } = await make({ channelId: 'chn_web', arrivalPercent: '41' });
    expect(userErrors).toEqual([{ code: 'INVALID_INPUT', path: ['input', 'arrivalPercent'] }]);
    expect((await make({ channelId: 'chn_web', arrivalPercent: '41', locationIds: ['loc_a'] })).userErrors).toEqual([]);
  });

  it('is changed where something is said, and keeps the rest', async () => {
    const id = await made({ arrivalPercent: '5', locationIds: ['loc_w'] });
    const changed = await first<Payload>(update, { id, expectedVersion: 1, name: 'Better', locationIds: null });
    expect(changed.pool).toMatchObject({ id, version: 2, name: 'Better', arrivalPercent: '5', locationCount: null });
  });

  it.each([
    ['of one nobody knows', { id: 'pol_x' }, 'NOT_FOUND', ['input', 'id']],
    ['of a version that is not current', { expectedVersion: 7 }, 'VERSION_CONFLICT', ['input', 'expectedVersion']],
    ['to no name', { name: '' }, 'INVALID_INPUT', ['input', 'name']],
    ['to no place', { locationIds: [] }, 'INVALID_INPUT', ['input', 'locationIds']],
    ['to a place nobody knows', { locationIds: ['loc_w', 'x'] }, 'NOT_FOUND', ['input', 'locationIds', '1']],
    ['away from a place where it has units', { locationIds: ['loc_v'] }, 'INVALID_STATE', ['input', 'locationIds']],
    ['to shared while it has units', { mode: 'SHARED' }, 'INVALID_STATE', ['input', 'mode']],
    ['to a share out of range', { arrivalPercent: '100.5' }, 'INVALID_INPUT', ['input', 'arrivalPercent']],
  ])('a change %s is refused, and nothing changes', async (_title, input, code, path) => {
    const { own } = await stockedPools();
    const before = await everything();
    expect(await first(update, { id: own, expectedVersion: 1, ...input })).toEqual({
      pool: null,
      userErrors: [{ code, path }],
    });
    expect(await everything()).toEqual(before);
  });
});
