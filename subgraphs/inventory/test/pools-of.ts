import { aCaller } from '@passerelle/testing';
import { expect } from 'vitest';
import { aNetwork, aStore, aWarehouse, faults, type NetworkGraph } from './a-network.ts';

const errors = 'userErrors { ... on UserError { code path } ... on InsufficientStockError { availableQuantity } }';
const shown = `pool { id version name mode locationCount arrivalPercent channel { id } } ${errors}`;
const create = `mutation C($input: CreateInventoryPoolInput!) { createInventoryPool(input: $input) { ${shown} } }`;
const update = `mutation U($input: UpdateInventoryPoolInput!) { updateInventoryPool(input: $input) { ${shown} } }`;
const move = `mutation M($input: TransferPoolStockInput!) { transferPoolStock(input: $input) {
  fromPool { id } toPool { id allocation(sku: "A") { allocated reserved available } } ${errors} } }`;
const reserve = `mutation R($input: ReserveStockInput!) { reserveStock(input: $input) {
  reservation { id lines { quantity pool { name } } } ${errors} } }`;
const explain = `query S($c: ID!) { availability(channelId: $c, skus: ["A"]) { sellableQuantity
  explanation { steps { kind quantity pool { name } } } } }`;
/** Who holds carts, and sees which pools they draw on. */
export const cart = aCaller('storefront', { scopes: new Set(['reservations:write', 'inventory:read']) });

type Input = Record<string, unknown>;
type Failure = { code: string; path: string[] | null; availableQuantity?: number };
type PoolPayload = { pool: { id: string; version: number } | null; userErrors: Failure[] };
type HoldPayload = { reservation: { id: string; lines: unknown[] } | null; userErrors: Failure[] };

/** 28 units of A: the web channel sells all of them, B2B the 25 of the two warehouses. */
export const aGraphForPools = () =>
  aNetwork([aWarehouse('loc_w'), aWarehouse('loc_v'), aStore('loc_a')], {
    A: { loc_w: 20, loc_v: 5, loc_a: 3 },
    B: { loc_w: 4 },
  });

/** What may be done with pools, and what channels may sell of A. */
export function poolsOf(graph: NetworkGraph) {
  let keys = 0;
  const key = () => `pool-test-${++keys}-${Math.round(performance.now())}`;
  const first = async <T>(text: string, input: Input, caller = aCaller('operator')) =>
    Object.values(await graph.ask<Record<string, T>>(text, { input }, caller))[0] as T;
  const make = (input: Input = {}) =>
    first<PoolPayload>(create, {
      idempotencyKey: key(),
      channelId: 'chn_b2b',
      name: 'Own',
      mode: 'SEGMENTED',
      ...input,
    });
  const made = async (input: Input = {}) => (await make(input)).pool?.id as string;
  const transfer = (fromPoolId: string, toPoolId: string, quantity: number, facts: Input = {}) =>
    first<{ toPool: { allocation: unknown } | null; userErrors: Failure[] }>(move, {
      idempotencyKey: key(),
      fromPoolId,
      toPoolId,
      lines: [{ sku: 'A', quantity, ...facts }],
    });
  const sellable = async (channelId: string) => {
    type Shown = { sellableQuantity: number; explanation: { steps: unknown[] } };
    return (await graph.ask<{ availability: [Shown] }>(explain, { c: channelId })).availability[0];
  };
  const both = async () => [(await sellable('chn_web')).sellableQuantity, (await sellable('chn_b2b')).sellableQuantity];
  return {
    key,
    first,
    make,
    made,
    transfer,
    sellable,
    both,
    change: (input: Input) => first<PoolPayload>(update, input),
    hold: (channelId: string, quantity: number) => {
      const lines = [{ sku: 'A', quantity }];
      return first<HoldPayload>(reserve, { idempotencyKey: key(), channelId, cartReference: 'cart', lines }, cart);
    },
    /** A pool for B2B with units of its own, and the web's shared pool to take them from. */
    async stockedPools(units = 12) {
      const shared = await made({ channelId: 'chn_web', mode: 'SHARED', name: 'Web' });
      const own = await made();
      expect((await transfer(shared, own, units)).userErrors).toEqual([]);
      return { shared, own };
    },
    /** Checks what must always hold, and makes everything as it was in the beginning. */
    async clear() {
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
        update stock_levels as level set reserved = 0, set_aside = 0, on_hand = coalesce((
          select sum(applied_quantity) from stock_movements as movement
          where movement.item_no = level.item_no and movement.location_no = level.location_no), 0)`;
      await sql`notify pools_changed`;
      graph.database.signal('stock', ['*']);
      await expect.poll(async () => (await both()).join()).toBe('28,25');
    },
  };
}
