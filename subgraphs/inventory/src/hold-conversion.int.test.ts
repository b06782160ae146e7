import { readOperation } from '@passerelle/contracts/operations';
import { aCaller, aService } from '@passerelle/testing';
import { afterAll, afterEach, beforeAll, expect, it } from 'vitest';
import { aNetwork, aStore, aWarehouse, faults, type NetworkGraph } from '../test/a-network.ts';

const rounds = 6;
const skus = Array.from({ length: rounds }, (_, round) => `SKU-${round}`);

let graph: NetworkGraph;
beforeAll(async () => {
  const stock = Object.fromEntries(skus.map((sku) => [sku, { loc_w: 3, loc_a: 2 }]));
  graph = await aNetwork([aWarehouse('loc_w'), aStore('loc_a')], {
    ...stock,
    LATE: { loc_w: 40 },
    ROUTED: { loc_w: 4, loc_a: 4 },
  });
});
afterEach(async () => {
  expect(await faults(graph)).toEqual([]);
});
afterAll(() => graph[Symbol.asyncDispose]());

let keys = 0;
type Held = { reserveStock: { reservation: { id: string } | null; userErrors: { code: string }[] } };
/** The id of a hold, or null when there was too little. */
async function hold(sku: string, quantity: number): Promise<string | null> {
  const cart = { channelId: 'chn_web', cartReference: 'cart', lines: [{ sku, quantity }] };
  const input = { idempotencyKey: `conversion-${++keys}`, ...cart };
  const { reserveStock } = await graph.ask<Held>(
    readOperation('storefront', 'HoldCart'),
    { input },
    aCaller('shopper'),
  );
  if (!reserveStock.reservation) expect(reserveStock.userErrors).toMatchObject([{ code: 'INSUFFICIENT_STOCK' }]);
  return reserveStock.reservation?.id ?? null;
}

type Allocated = { allocateOrder: { reservations: { id: string }[]; userErrors: { code: string }[] } };
/** Codes of what was refused; none when the order has its units. */
async function allocate(
  orderId: string,
  reservationId: string,
  places: readonly (readonly [sku: string, locationId: string, quantity: number])[],
) {
  const lines = places.map(([sku, locationId, quantity], n) => ({
    orderLineId: `oln_${n}`,
    sku,
    locationId,
    quantity,
  }));
  const input = { orderId, revision: 1, channelId: 'chn_web', reservationId, lines };
  const { allocateOrder } = await graph.ask<Allocated>(
    readOperation('service', 'Allocate'),
    { input },
    aService('orders'),
  );
  return allocateOrder.userErrors.map(({ code }) => code);
}

const statusOf = async (id: string) =>
  (
    await graph.ask<{ reservation: { status: string } }>('query R($id: ID!) { reservation(id: $id) { status } }', {
      id,
    })
  ).reservation.status;

it('a hold becomes an order without a moment in which anybody else could take its units', async () => {
  for (const sku of skus) {
    const held = (await hold(sku, 5)) as string;
    // Everything that is there is held: whoever gets a unit while the order takes it over came between.
    const others = Array.from({ length: 12 }, () => hold(sku, 1));
    const order = allocate(`ord_${sku}`, held, [
      [sku, 'loc_w', 3],
      [sku, 'loc_a', 2],
    ]);
    const late = Array.from({ length: 12 }, () => hold(sku, 1));
    expect(await order).toEqual([]);
    expect((await Promise.all([...others, ...late])).filter(Boolean)).toEqual([]);
  }
});

it('a hold that ends while its buyer pays is either the order’s or everybody’s, never both and never neither', async () => {
  const carts = await Promise.all(Array.from({ length: 40 }, () => hold('LATE', 1)));
  const paying = carts.map((id, n) => allocate(`ord_late_${n}`, id as string, [['LATE', 'loc_w', 1]]));
  // The time of all of them is over in the middle of it.
  const over = Promise.race(paying).then(() => graph.pass({ minutes: 16 }));
  const answers = await Promise.all(paying);
  await over;
  const bought = answers.filter((codes) => codes.length === 0).length;
  expect(bought).toBeGreaterThan(0);
  expect(new Set(answers.flat())).toEqual(new Set(bought < carts.length ? ['RESERVATION_EXPIRED'] : []));
  const statuses = await Promise.all(carts.map((id) => statusOf(id as string)));
  expect(statuses).toEqual(answers.map((codes) => (codes.length === 0 ? 'ALLOCATED' : 'EXPIRED')));
  // What nobody paid for in time is for sale again, to the last unit.
  expect(await hold('LATE', carts.length - bought + 1)).toBeNull();
  if (bought < carts.length) expect(await hold('LATE', carts.length - bought)).not.toBeNull();
});

it('a hold lies in the channel’s stock as a whole, and is at a location only once its order is routed', async () => {
  const held = (await hold('ROUTED', 3)) as string;
  const levels = async () => {
    const text = `{ inventoryItem(sku: "ROUTED") { levels { nodes { location { id } quantities { reserved } } } } }`;
    type Nodes = { location: { id: string }; quantities: { reserved: number } }[];
    const data = await graph.ask<{ inventoryItem: { levels: { nodes: Nodes } } }>(text);
    return data.inventoryItem.levels.nodes.map(({ location, quantities }) => `${location.id} ${quantities.reserved}`);
  };
  const lines = `query R($id: ID!) { reservation(id: $id) { lines { quantity location { id } } } }`;
  expect(await graph.ask(lines, { id: held })).toEqual({ reservation: { lines: [{ quantity: 3, location: null }] } });
  expect(await levels()).toEqual(['loc_w 3', 'loc_a 0']);
  // Routing chose the store: what was held at the warehouse is free there in the same moment.
  expect(await allocate('ord_routed', held, [['ROUTED', 'loc_a', 3]])).toEqual([]);
  expect(await graph.ask(lines, { id: held })).toEqual({
    reservation: { lines: [{ quantity: 3, location: { id: 'loc_a' } }] },
  });
  expect(await levels()).toEqual(['loc_w 0', 'loc_a 3']);
});
