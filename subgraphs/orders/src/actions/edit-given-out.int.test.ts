import { aCaller } from '@passerelle/testing';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { anOrder, collection, delivery } from '../../test/an-order.ts';
import { atWork } from '../../test/at-work.ts';
import { collect, editing, openEditing, set } from '../../test/editing.ts';
import type { Market } from '../../test/market.ts';
import { cancel, demoPayment, place, read, type Sold, ship } from '../../test/selling.ts';

let market: Market;
let edit: ReturnType<typeof editing>['edit'];
let sold: ReturnType<typeof editing>['sold'];
let authorized: ReturnType<typeof editing>['authorized'];
beforeAll(async () => {
  market = await openEditing();
  ({ edit, sold, authorized } = editing(market));
});
afterAll(() => market[Symbol.asyncDispose]());

const shopper = aCaller('shopper', { customerId: 'cus_1' });

describe('editing an order that was given out', () => {
  const at = () => atWork(market);
  const home = (order: Sold) => ({
    deliveryGroups: [
      { id: order.deliveryGroups[0]?.id, method: 'DELIVERY', shippingAddress: delivery.shippingAddress },
    ],
  });
  /** Two shirts to collect in Lyon: 40.00. */
  const collected = () =>
    place(market, {
      ...anOrder([{ sku: 'SHIRT', quantity: 2 }], { groups: [collection('lyon')] }),
      payment: demoPayment('40.00'),
    });
  const ways: [string, () => Promise<Sold>, (order: Sold) => object, string][] = [
    ['collection to delivery', collected, home, 'WAREHOUSE_SHIP'],
    ['delivery from a store to collection', () => sold('fine', 'CAP'), collect, 'CLICK_AND_COLLECT'],
  ];

  it.each(ways)('moves it from %s while the store has only accepted it', async (_way, placed, change, type) => {
    const order = await placed();
    await at().accept(await at().openWork(order.id));
    const accepted = await read(market, order);
    expect((await edit(accepted, change(order))).userErrors).toEqual([]);
    await market.settle();
    const { fulfillmentOrders } = await read(market, order);
    expect(fulfillmentOrders.map((work) => [work.status, work.type]).at(-1)).toEqual(['OFFERED', type]);
    expect(fulfillmentOrders[0]?.status).toBe('CANCELLED');
    expect((await market.taken()).booked.filter((place) => place === 'lyon')).toHaveLength(
      type === 'CLICK_AND_COLLECT' ? 1 : 0,
    );
    expect((await cancel(market, await read(market, order))).userErrors).toEqual([]);
    await market.settle();
    expect(await market.broken()).toEqual([]);
  });

  it.each(ways)(
    'respects that the store picks: from %s is refused and nothing changes',
    async (_way, placed, change) => {
      const order = await placed();
      await at().picked(await at().openWork(order.id));
      const [before, taken] = [await read(market, order), await market.taken()];
      const { userErrors } = await edit(before, change(order));
      expect(userErrors).toMatchObject([{ code: 'NOT_EDITABLE', reasons: ['PICKING_STARTED'] }]);
      await market.settle();
      expect([await read(market, order), await market.taken()]).toEqual([before, taken]);
      expect((await cancel(market, before)).userErrors).toEqual([]);
      await market.settle();
    },
  );

  it('changes what is left after a part was shipped, never less than that, and pays for what left alone', async () => {
    const order = await place(market, {
      ...anOrder([{ sku: 'SHIRT', quantity: 4 }]),
      payment: demoPayment('85.00'),
    });
    await ship(market, order, { quantity: 2 });
    await market.settle();
    const part = await read(market, order);
    expect(part.totals.captured.amount).toBe('45.00');
    // A warehouse that has sent a part has the rest in its hands.
    const begun = { code: 'NOT_EDITABLE', reasons: ['SHIPPED', 'PICKING_STARTED'] };
    expect((await edit(part, set(order, 3), shopper)).userErrors).toMatchObject([begun]);
    expect((await edit(part, collect(order), shopper)).userErrors).toMatchObject([begun]);

    expect((await edit(part, set(order, 6))).userErrors).toEqual([]);
    expect(await authorized(order)).toEqual(['125.00']);
    expect((await edit(await read(market, order), set(order, 5))).userErrors).toEqual([]);
    await market.settle();
    expect(await authorized(order)).toEqual(['105.00']);
    const { userErrors } = await edit(await read(market, order), set(order, 3), shopper);
    expect(userErrors).toMatchObject([{ code: 'QUANTITY_TOO_LARGE' }]);

    await ship(market, order, { work: 0 });
    await market.settle();
    // What was captured covers what left; the rest of the authorization goes with the last unit that is taken away.
    expect((await edit(await read(market, order), set(order, 4))).userErrors).toEqual([]);
    await market.settle();
    const done = await read(market, order);
    const amounts = { grandTotal: '85.00', captured: '85.00', refunded: '0.00', balance: '0.00' };
    expect(done.fulfillmentStatus).toBe('FULFILLED');
    expect(Object.fromEntries(Object.entries(done.totals).map(([name, { amount }]) => [name, amount]))).toEqual(
      amounts,
    );
    expect(done.payments.map((one) => one.authorized.amount)).toEqual(['85.00']);
    expect(await market.broken()).toEqual([]);
  });
});
