import { connect } from '@passerelle/database';
import { loadNetworkAndStock, pickupShelves, type Retailer, type Shelf, smallRetailer } from '@passerelle/demo';
import { type TestDatabase, testDatabase } from '@passerelle/testing';
import { afterAll, beforeAll, expect, it, vi } from 'vitest';
import { openShop } from '../test/killed-placement.ts';
import { runProgram } from '../test/programs.ts';
import { checkInvariants } from './invariants.ts';

/** Those that an order of what is on the shelf, some of it to be collected in two stores, passes. */
const everyPoint = [
  'placement-started',
  'payment-confirmed',
  'order-screened',
  'candidates-read',
  'stock-allocated',
  // Between the two stores.
  'room-booked',
  'capacity-booked',
  'order-stored',
];
// biome-ignore lint/style/noProcessEnv: a run at every point takes a while.
const points = process.env.KILL_AT_EVERY_POINT ? everyPoint : ['stock-allocated', 'order-stored'];
/** Longer than the lease of a placement. */
const aheadMs = 60_000;

let database: TestDatabase;
let retailer: Retailer;
let stores: Shelf[];
beforeAll(async () => {
  database = await testDatabase();
  retailer = smallRetailer();
  stores = pickupShelves(retailer)
    .filter(({ channelIds }) => channelIds.includes('chn_web'))
    .slice(0, 2);
  await loadNetworkAndStock({ adminUrl: database.adminUrl, retailer });
});
afterAll(() => database?.[Symbol.asyncDispose]());

const euro = (amount: string) => ({ amount, currency: 'EUR' });
const line = (sku: string | undefined, deliveryGroupKey: string) => ({
  sku,
  quantity: 1,
  name: 'Shirt',
  unitPrice: euro('10.00'),
  taxTotal: euro('1.67'),
  deliveryGroupKey,
});
/** One unit is sent, and one waits in each of two stores: 30.00. */
const orderOf = (point: string) => ({
  idempotencyKey: `killed-at-${point}`,
  channelId: 'chn_web',
  customer: { email: 'buyer@example.com' },
  deliveryGroups: [
    {
      key: 'home',
      method: 'DELIVERY',
      shippingAddress: { lines: ['1 rue de la Paix'], city: 'Paris', postalCode: '75002', countryCode: 'FR' },
      price: euro('0.00'),
    },
    ...stores.map(({ location }) => ({
      key: location.id,
      method: 'CLICK_AND_COLLECT',
      pickupLocationId: location.id,
      price: euro('0.00'),
    })),
  ],
  lines: [
    line(retailer.items[0]?.sku, 'home'),
    ...stores.map(({ location, items }) => line(items[0]?.sku, location.id)),
  ],
  expectedTotal: euro('30.00'),
  payment: { provider: 'demo', reference: `pay-${point}`, method: 'card', authorized: euro('30.00') },
});
const unitsEach = 3;

const killAt = (point: string) =>
  runProgram('gateway/test/killed-placement.ts', [], {
    DATABASE_URL: database.adminUrl,
    INPUT: JSON.stringify(orderOf(point)),
    DIE_AT: point,
  });

/** Orders, and the units reserved beyond what was reserved before there was any. */
async function counted() {
  const { sql, close } = connect({ url: database.adminUrl, schema: 'public' });
  const [counts] = await sql`
    select (select count(*)::integer from orders.orders) as orders,
      (select count(*)::integer from orders.payments) as payments,
      (select count(*)::integer from store_network.capacity_bookings) as rooms,
      (select sum(reserved)::integer from inventory.stock_levels) as units`;
  await close();
  return counts as unknown as Record<'orders' | 'payments' | 'rooms' | 'units', number>;
}

it('a process that is killed between two steps of a placement leaves each order once, or nothing', async () => {
  const before = await counted();
  const since = async () => {
    const { orders, payments, rooms, units } = await counted();
    return {
      orders: orders - before.orders,
      payments: payments - before.payments,
      rooms: rooms - before.rooms,
      units: units - before.units,
    };
  };
  for (const point of points) {
    expect({ point, ...(await killAt(point)) }).toEqual({ point, code: null, out: '', err: '' });
  }
  // One was stored; what was taken for others is still taken.
  expect(await since()).toMatchObject({ orders: 1, payments: 1 });
  expect((await since()).units).toBeGreaterThan(unitsEach);

  // Nobody asks for the one that died with its stock taken; the others are asked for twice.
  const wanted = points.filter((point) => point !== 'stock-allocated').map(orderOf);
  await using shop = await openShop({ databaseUrl: database.adminUrl, aheadMs });
  const placed = () => Promise.all(wanted.map(shop.place));
  expect(await placed()).toEqual(await placed());
  const count = wanted.length;
  const all = { orders: count, payments: count, rooms: 2 * count, units: unitsEach * count };
  await vi.waitFor(async () => expect(await since()).toEqual(all), { timeout: 30_000, interval: 100 });
  expect((await checkInvariants(database.adminUrl)).filter(({ rows }) => rows.length > 0)).toEqual([]);
}, 180_000);
