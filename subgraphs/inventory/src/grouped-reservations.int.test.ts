import { readOperation } from '@passerelle/contracts/operations';
import { createLog, type Executor, openGraph } from '@passerelle/server';
import { aCaller, aService, ask } from '@passerelle/testing';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { aNetwork, aStore, aWarehouse, faults, type NetworkGraph, type Stock } from '../test/a-network.ts';
import { openInventory } from './index.ts';

const holdCart = `mutation ($input: ReserveStockInput!) { reserveStock(input: $input) {
  reservation { id lines { sku quantity location { id } } }
  userErrors { __typename ... on UserError { code path } ... on InsufficientStockError { availableQuantity } } } }`;
const allocate = readOperation('service', 'Allocate');
const shopper = aCaller('shopper');
const orders = aService('orders');

const places = [aWarehouse('loc_w'), aStore('loc_1'), aStore('loc_2')];
const stock: Stock = {
  SHIRT: { loc_w: 12, loc_1: 9, loc_2: 9 },
  SHOES: { loc_w: 4, loc_2: 6 },
  HAT: { loc_1: 3 },
  HOT: { loc_w: 60 },
};

type Held = {
  reserveStock: {
    reservation: { id: string; lines: { sku: string; quantity: number }[] } | null;
    userErrors: { code: string }[];
  };
};
type Allocated = {
  allocateOrder: { reservations: { id: string; lines: object[] }[]; userErrors: { code: string }[] };
};

const resources = new AsyncDisposableStack();
let together: NetworkGraph;
let alone: NetworkGraph;

beforeAll(async () => {
  together = resources.use(await aNetwork(places, stock));
  alone = resources.use(await aNetwork(places, stock, { shortcuts: { groupedReservations: false } }));
});
afterAll(() => resources.disposeAsync());

const hold = async (executor: Executor, input: Record<string, unknown>) =>
  (
    await ask<Held>(
      executor,
      holdCart,
      { input: { channelId: 'chn_web', cartReference: 'cart', idempotencyKey: crypto.randomUUID(), ...input } },
      shopper,
    )
  ).reserveStock;
const take = async (executor: Executor, input: Record<string, unknown>) =>
  (await ask<Allocated>(executor, allocate, { input: { revision: 1, channelId: 'chn_web', ...input } }, orders))
    .allocateOrder;

/** Answers with ids told by their place only, since they differ from one database to another. */
function comparable(answers: readonly (Held['reserveStock'] | Allocated['allocateOrder'])[]) {
  const names = new Map<string, number>();
  return JSON.parse(
    JSON.stringify(answers).replaceAll(/"rsv_[^"]+"/g, (id) => {
      names.set(id, names.get(id) ?? names.size);
      return `"reservation ${names.get(id)}"`;
    }),
  );
}

/** Numbers below `size`, the same ones each time. */
function dice(seed: number) {
  let state = seed;
  return (size: number) => {
    state = (state * 1_103_515_245 + 12_345) % 2_147_483_648;
    return Math.floor((state / 2_147_483_648) * size);
  };
}

function aWish(roll: (size: number) => number, index: number): Record<string, unknown> {
  const skus = ['SHIRT', 'SHIRT', 'SHOES', 'HAT', 'UNHEARD'].filter((_, place) => roll(place + 2) === 0);
  const lines = [...new Set(['SHIRT', ...skus])].map((sku) => ({ sku, quantity: 1 + roll(3) }));
  return {
    lines: roll(2) === 0 ? lines.reverse() : lines,
    allowPartial: roll(3) === 0,
    pickupLocationId: [null, null, 'loc_1', 'loc_2', 'loc_unheard'][roll(5)],
    // Some calls come twice, and some with a key that is too short.
    idempotencyKey: roll(8) === 0 ? 'short' : `key-${index - (roll(6) === 0 ? 1 : 0)}-abcdefgh`,
  };
}

it('answers carts that come at once as it answers the same carts one after another', async () => {
  const roll = dice(20_261_122);
  const wishes = Array.from({ length: 60 }, (_, index) => aWish(roll, index));
  together.statements.length = 0;
  const grouped = await Promise.all(wishes.map((wish) => hold(together.executor, wish)));
  const locks = together.statements.filter((text) => text.includes('pg_try_advisory_xact_lock')).length;
  const single: Held['reserveStock'][] = [];
  for (const wish of wishes) single.push(await hold(alone.executor, wish));

  expect(comparable(grouped)).toEqual(comparable(single));
  expect(grouped.filter(({ reservation }) => reservation).length).toBeGreaterThan(5);
  const codes = new Set(grouped.flatMap(({ userErrors }) => userErrors.map(({ code }) => code)));
  expect([...codes].sort()).toEqual(['IDEMPOTENCY_KEY_REUSED', 'INSUFFICIENT_STOCK', 'INVALID_INPUT', 'NOT_FOUND']);
  expect(locks).toBeLessThan(wishes.length / 2);
  expect(await faults(together)).toEqual([]);
  expect(await faults(alone)).toEqual([]);
});

it('answers orders that come at once as it answers the same orders one after another', async () => {
  const roll = dice(7);
  const wishes = Array.from({ length: 50 }, (_, index) => ({
    orderId: `ord_${index - (roll(6) === 0 ? 1 : 0)}`,
    lines: Array.from({ length: 1 + roll(2) }, (_, line) => ({
      orderLineId: `oln_${line}`,
      // The first is always the same: orders of another SKU need not wait.
      sku: line > 0 && roll(4) === 0 ? 'UNHEARD' : 'HOT',
      quantity: 1 + roll(3),
      locationId: roll(12) === 0 ? 'loc_unheard' : 'loc_w',
    })),
  }));
  const both = await Promise.all(
    [together, alone].map(async ({ executor }) => {
      const cart = await hold(executor, { lines: [{ sku: 'HOT', quantity: 5 }] });
      return wishes.map((wish, index) => (index % 9 === 4 ? { ...wish, reservationId: cart.reservation?.id } : wish));
    }),
  );
  const grouped = await Promise.all((both[0] ?? []).map((wish) => take(together.executor, wish)));
  const single: Allocated['allocateOrder'][] = [];
  for (const wish of both[1] ?? []) single.push(await take(alone.executor, wish));

  expect(comparable(grouped)).toEqual(comparable(single));
  expect(grouped.filter(({ reservations }) => reservations.length > 0).length).toBeGreaterThan(5);
  expect(await faults(together)).toEqual([]);
  expect(await faults(alone)).toEqual([]);
});

it('sells each unit once when two processes hold and allocate it together', async () => {
  await using graph = await aNetwork([aWarehouse('loc_w'), aStore('loc_1')], { HOT: { loc_w: 40, loc_1: 20 } });
  const other = await openGraph({
    databaseUrl: graph.adminUrl,
    open: { inventory: openInventory },
    remote: {},
    serviceSecret: 'a secret of thirty-two characters',
    now: graph.clock.now,
    log: createLog('silent'),
    poolSize: 8,
  });
  try {
    const executors = [graph.executor, other.executors.get('inventory') as Executor];
    const units = await Promise.all(
      Array.from({ length: 240 }, async (_, index) => {
        const executor = executors[index % 2] as Executor;
        if (index % 5 === 0) {
          const line = { orderLineId: 'oln', sku: 'HOT', quantity: 1, locationId: index % 2 ? 'loc_1' : 'loc_w' };
          return (await take(executor, { orderId: `ord_${index}`, lines: [line] })).reservations.length;
        }
        return (await hold(executor, { lines: [{ sku: 'HOT', quantity: 1 }] })).reservation ? 1 : 0;
      }),
    );
    expect(units.reduce<number>((sum, count) => sum + count, 0)).toBe(60);
    expect(await faults(graph)).toEqual([]);
  } finally {
    await other.close();
  }
});
