import { says } from '@passerelle/exits/testing';
import type { Executor } from '@passerelle/server';
import { aCaller, ask } from '@passerelle/testing';
import { beforeAll, describe, expect, it } from 'vitest';
import { anOrder, collection, delivery } from '../../test/an-order.ts';
import { openMarket } from '../../test/market.ts';
import { demoPayment, place, read } from '../../test/selling.ts';
import { openWithExits } from '../../test/with-exits.ts';
import type { FaultPoint } from '../context.ts';

const review = says({ decision: 'HOLD', reasons: [{ code: 'VELOCITY', message: 'Many orders' }] });
const { market, use } = await openWithExits({
  depot: { type: 'WAREHOUSE', stock: { SHIRT: 20 } },
  lyon: { type: 'STORE', stock: { HAT: 20 }, pickupCapacity: 20 },
  nice: { type: 'STORE', stock: { CAP: 20 }, pickupCapacity: 20 },
});
beforeAll(async () => {
  await use({ 'fraud.screen': {} }, review);
  await ask(
    market.executors.get('inventory') as Executor,
    `mutation ($input: RecordExpectedReceiptsInput!) { recordExpectedReceipts(input: $input) { recordedCount } }`,
    {
      input: {
        source: 'erp',
        statedAt: market.clock.now().toISOString(),
        receipts: [
          {
            reference: 'PO-1',
            locationId: 'depot',
            sku: 'SHIRT',
            quantity: 500,
            expectedAt: '2035-03-20T08:00:00Z',
          },
        ],
      },
    },
    aCaller('partner'),
  );
});

const sum = (counts: Record<string, number>) => Object.values(counts).reduce((total, units) => total + units, 0);
const state = async () => {
  const { reserved, booked } = await market.taken();
  const [counts] = await market.orders.sql`
    select (select count(*)::integer from orders) as orders, (select count(*)::integer from order_holds) as holds,
      (select count(*)::integer from payments) as payments`;
  return { units: sum(reserved), booked: booked.length, ...counts };
};

/** Goods from the shelf, goods that are on their way, and goods to be collected in two stores, under review: every step there is. */
const whole = () =>
  anOrder(
    [
      { sku: 'SHIRT', quantity: 30, group: 'home' },
      { sku: 'HAT', quantity: 1, group: 'store' },
      { sku: 'CAP', quantity: 1, group: 'other-store' },
    ],
    {
      groups: [delivery, collection('lyon'), { ...collection('nice'), key: 'other-store' }],
      payment: demoPayment('645.00'),
    },
  );

describe('a process that is killed while it places an order with exits, promised stock and a collection', () => {
  const points: FaultPoint[] = [
    'placement-started',
    'payment-confirmed',
    'order-screened',
    'candidates-read',
    'stock-taken',
    'stock-allocated',
    // Between the two stores.
    'room-booked',
    'capacity-booked',
  ];

  it.each(points)('leaves nothing behind when it dies at %s', async (point) => {
    const before = await state();
    const input = whole();
    market.killAt(point);
    const deaths = market.deaths();
    await expect(place(market, input)).rejects.toThrow('Internal server error');
    expect(market.deaths()).toBe(deaths + 1);
    await market.pass({ seconds: 31 });
    await market.pass({ minutes: 10 });
    expect(await state()).toEqual(before);
    expect(await market.broken()).toEqual([]);
  });

  it.each<FaultPoint>(['stock-allocated', 'room-booked'])(
    'leaves nothing behind when whoever recovers what died at %s dies too, between stock and stores',
    async (point) => {
      const before = await state();
      market.killAt(point);
      await expect(place(market, whole())).rejects.toThrow('Internal server error');
      market.killAt('stock-given-back');
      const deaths = market.deaths();
      await market.pass({ seconds: 31 }).catch(() => {});
      await market.pass({ minutes: 10 });
      expect(market.deaths()).toBe(deaths + 1);
      expect(await state()).toEqual(before);
      expect(await market.broken()).toEqual([]);
    },
  );

  it('leaves nothing behind when it dies after giving back what a full store made useless, and refuses again', async () => {
    const before = await state();
    const input = anOrder([{ sku: 'HAT', quantity: 1 }], { groups: [collection('lyon')] });
    const other = { ...input, idempotencyKey: 'a-full-store' };
    await market.network.sql`
      insert into capacity_bookings (location_id, service, order_id, day, capacity_when_booked, booked_at)
      select 'lyon', 'CLICK_AND_COLLECT', 'other-' || n, '2035-03-05', 20, now() from generate_series(1, 20) as n`;
    market.killAt('placement-given-back');
    await expect(place(market, other)).rejects.toThrow();
    await market.pass({ seconds: 31 });
    expect(await state()).toEqual({ ...before, booked: before.booked + 20 });
    await expect(place(market, other)).rejects.toThrow(/LOCATION_NOT_ELIGIBLE|NO_SOURCE/);
    await market.network.sql`delete from capacity_bookings where order_id like 'other-%'`;
    expect(await market.broken()).toEqual([]);
  });

  it('has the order, its hold and its stock once when it dies after storing them', async () => {
    const before = await state();
    const input = whole();
    market.killAt('order-stored');
    await expect(place(market, input)).rejects.toThrow('Internal server error');
    await market.pass({ minutes: 10 });
    const order = await place(market, input);
    expect((await read(market, order)).status).toBe('ON_HOLD');
    const after = await state();
    expect(after).toMatchObject({
      orders: Number((before as { orders?: number }).orders) + 1,
      holds: Number((before as { holds?: number }).holds) + 1,
      booked: before.booked + 2,
    });
    expect(await market.broken()).toEqual([]);
  });

  it('leaves an order that waits for a silent inventory once, and no unit taken twice', async () => {
    const before = await state();
    const input = anOrder([{ sku: 'HAT', quantity: 2 }], { payment: demoPayment('45.00') });
    market.silence('MUTE_ON_ALLOCATING');
    market.killAt('stock-allocated');
    await expect(place(market, input)).rejects.toThrow('Internal server error');
    market.silence(null);
    await market.pass({ seconds: 31 });
    await market.pass({ minutes: 10 });
    expect(await state()).toEqual(before);

    market.silence('MUTE_ON_ALLOCATING');
    market.killAt('order-stored');
    await expect(place(market, input)).rejects.toThrow('Internal server error');
    market.silence(null);
    await market.pass({ minutes: 2 });
    const order = await place(market, input);
    expect((await read(market, order)).lines).toMatchObject([{ quantity: 2 }]);
    expect((await state()).units).toBeLessThanOrEqual(before.units + 2);
    expect(await market.broken()).toEqual([]);
  });
});

describe('a process that is killed while it places an order that needs none of these', () => {
  const openShop = () =>
    openMarket({
      depot: { type: 'WAREHOUSE', stock: { SHIRT: 5 } },
      lyon: { type: 'STORE', stock: { SHIRT: 3 }, pickupCapacity: 2 },
    });
  const points: FaultPoint[] = [
    'placement-started',
    'payment-confirmed',
    'order-screened',
    'candidates-read',
    'stock-allocated',
    'capacity-booked',
  ];

  it.each(points)(
    'leaves nothing reserved after recovery when it dies at %s, and the key places one order',
    async (point) => {
      await using market = await openShop();
      const input = anOrder([{ sku: 'SHIRT', quantity: 1 }], { groups: [collection('lyon')] });
      market.killAt(point);
      await expect(place(market, input)).rejects.toThrow('Internal server error');
      await expect(place(market, input)).rejects.toThrow('IDEMPOTENCY_IN_PROGRESS');

      await market.pass({ seconds: 31 });
      expect(await market.taken()).toEqual({ reserved: {}, booked: [] });
      expect(await market.broken()).toEqual([]);

      const retried = await place(market, input);
      expect((await place(market, input)).id).toBe(retried.id);
      await market.pass({ minutes: 10 });
      expect(await market.taken()).toEqual({ reserved: { 'SHIRT@lyon': 1 }, booked: ['lyon'] });
      expect(await market.orders.sql`select from orders`).toHaveLength(1);
      expect(await market.broken()).toEqual([]);
    },
  );

  it.each(['order-screened', 'candidates-read', 'stock-allocated', 'capacity-booked'] as const)(
    'cannot place the order once its lease has ended, when it was only slow at %s, and leaves nothing behind',
    async (point) => {
      await using market = await openShop();
      const input = anOrder([{ sku: 'SHIRT', quantity: 1 }], { groups: [collection('lyon')] });
      market.pauseAt(point, () => market.pass({ seconds: 31 }));
      await expect(place(market, input)).rejects.toThrow('Internal server error');
      await market.pass({ minutes: 10 });
      expect(await market.taken()).toEqual({ reserved: {}, booked: [] });
      expect(await market.orders.sql`select from orders`).toHaveLength(0);
      await place(market, input);
      expect(await market.broken()).toEqual([]);
    },
  );

  it('has placed the order when it dies after storing it', async () => {
    await using market = await openShop();
    const input = anOrder([{ sku: 'SHIRT', quantity: 1 }]);
    market.killAt('order-stored');
    await expect(place(market, input)).rejects.toThrow('Internal server error');
    await market.pass({ seconds: 31 });
    await place(market, input);
    expect(await market.taken()).toEqual({ reserved: { 'SHIRT@depot': 1 }, booked: [] });
    expect(await market.orders.sql`select number from orders`).toEqual([{ number: 'P-100001' }]);
    expect(await market.broken()).toEqual([]);
  });
});
