import { readOperation } from '@passerelle/contracts/operations';
import { aCaller } from '@passerelle/testing';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { faults, type NetworkGraph } from '../test/a-network.ts';
import { aGraphForPools, poolsOf } from '../test/pools-of.ts';

const movePool = readOperation('internal', 'MovePool');

let graph: NetworkGraph;
let { first, key, make, made, change, transfer, hold, both, stockedPools } = {} as ReturnType<typeof poolsOf>;
let clear: () => Promise<void>;
beforeAll(async () => {
  graph = await aGraphForPools();
  ({ first, key, make, made, change, transfer, hold, both, stockedPools, clear } = poolsOf(graph));
});
afterEach(() => clear());
afterAll(() => graph[Symbol.asyncDispose]());

describe('a transfer', () => {
  it('moves units by the stored operation, once per key', async () => {
    const { shared, own } = await stockedPools();
    const input = { idempotencyKey: key(), fromPoolId: own, toPoolId: shared, lines: [{ sku: 'A', quantity: 2 }] };
    const moved = { fromPool: { id: own, allocation: { available: 10 } }, userErrors: [] };
    expect(await first(movePool, input)).toEqual(moved);
    expect(await first(movePool, input)).toEqual(moved);
    expect(await both()).toEqual([18, 10]);
  });

  it('moves allocation from one channel to another, all lines or none, and both channels see it at once', async () => {
    const { own } = await stockedPools();
    const webs = await made({ channelId: 'chn_web', name: 'Web only', locationIds: ['loc_w', 'loc_v'] });
    expect(await both()).toEqual([16, 12]);
    const lines = [
      { sku: 'A', quantity: 5 },
      { sku: 'B', quantity: 1 },
    ];
    const move = { idempotencyKey: key(), fromPoolId: own, toPoolId: webs, lines };
    expect(await first(movePool, move)).toMatchObject({ userErrors: [{ code: 'INSUFFICIENT_STOCK' }] });
    expect(await both()).toEqual([16, 12]);
    expect((await transfer(own, webs, 5)).userErrors).toEqual([]);
    // The web's own pool, and what is shared.
    expect(await both()).toEqual([21, 7]);
    expect((await hold('chn_b2b', 8)).userErrors).toMatchObject([{ availableQuantity: 7 }]);
  });

  it('is in the ledger of both pools, with what became of the units since, page by page', async () => {
    const { shared, own } = await stockedPools(4);
    const webs = await made({ channelId: 'chn_web', name: 'Web only' });
    const lines = [{ sku: 'A', quantity: 3, locationId: 'loc_w' }];
    const input = { idempotencyKey: key(), fromPoolId: own, toPoolId: webs, lines, reason: 'season' };
    await first(movePool, input);
    const text = `query L($id: ID!, $sku: String, $first: Int, $after: String) {
      _entities(representations: [{ __typename: "InventoryPool", id: $id }]) { ... on InventoryPool {
        movements(sku: $sku, first: $first, after: $after) {
          nodes { kind quantity reference actor reason item { sku } location { id } } pageInfo { hasNextPage endCursor } } } } }`;
    type Page = { nodes: { kind: string; quantity: number }[]; pageInfo: { hasNextPage: boolean; endCursor: string } };
    const ledger = async (id: string, more: object = {}, caller = aCaller('operator')) =>
      (await graph.ask<{ _entities: [{ movements: Page }] }>(text, { id, ...more }, caller))._entities[0].movements;
    const moved = { kind: 'TRANSFER', reference: input.idempotencyKey, actor: 'test-operator', reason: 'season' };
    const where = { item: { sku: 'A' }, location: { id: 'loc_w' } };
    expect((await ledger(webs)).nodes).toEqual([{ ...moved, ...where, quantity: 3 }]);
    const page = await ledger(own, { first: 1 });
    expect(page).toMatchObject({ nodes: [{ ...moved, ...where, quantity: -3 }], pageInfo: { hasNextPage: true } });
    const rest = await ledger(own, { first: 5, after: page.pageInfo.endCursor, sku: 'A' });
    expect(rest.nodes.map(({ quantity }) => quantity)).toEqual([4]);
    expect((await ledger(shared)).nodes).toEqual([]);
    expect((await ledger(own, { sku: 'B' })).nodes).toEqual([]);
    expect((await ledger(own, { sku: 'A\0' })).nodes).toEqual([]);
    expect((await ledger(own, {}, aCaller('operator', { locationIds: ['loc_v'] }))).nodes).toEqual([]);
    await expect(ledger(own, { first: 251 })).rejects.toThrow(/250[\s\S]*BAD_USER_INPUT/);
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

  it('is refused when pools would be set apart more than all that arrives', async () => {
    await made({ arrivalPercent: '60' });
    const { userErrors } = await make({ channelId: 'chn_web', arrivalPercent: '41' });
    expect(userErrors).toEqual([{ code: 'INVALID_INPUT', path: ['input', 'arrivalPercent'] }]);
    expect((await make({ channelId: 'chn_web', arrivalPercent: '41', locationIds: ['loc_a'] })).userErrors).toEqual([]);
  });

  it('is changed where something is said, and keeps the rest', async () => {
    const id = await made({ arrivalPercent: '5', locationIds: ['loc_w'] });
    const changed = await change({ id, expectedVersion: 1, name: 'Better', locationIds: null });
    expect(changed.pool).toMatchObject({ id, version: 2, name: 'Better', arrivalPercent: '5', locationCount: null });
  });
});
