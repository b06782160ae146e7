import { aCaller } from '@passerelle/testing';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { anOrder, collection } from '../../test/an-order.ts';
import { type Market, openMarket } from '../../test/market.ts';
import { aKey, cancel, demoPayment, euro, place, type Refusal, read, type Sold } from '../../test/selling.ts';

const stores = Array.from({ length: 16 }, (_, n) => `store-${n}`);
let market: Market;
let used = 0;
let here: string;
beforeAll(async () => {
  const stock = { SHIRT: 50, SHOES: 50 };
  market = await openMarket(Object.fromEntries(stores.map((id) => [id, { type: 'STORE', stock }])));
});
afterAll(() => market[Symbol.asyncDispose]());
beforeEach(() => {
  here = stores[used++] as string;
});

/** A store that hands over so many units a day. */
async function holding(units: number, locationId = here) {
  await market.network.sql`
    update location_services set daily_capacity = ${units}, capacity_unit = 'UNITS'
    where location_id = ${locationId} and type = 'CLICK_AND_COLLECT'`;
}
/** Shirts at 20.00 to be collected, with a payment that can be extended. */
const sold = (units: number, locationId = here, words?: string) =>
  place(market, {
    ...anOrder([{ sku: 'SHIRT', quantity: units }], { groups: [collection(locationId)] }),
    payment: demoPayment((units * 20).toFixed(2), words),
  });
/** Room is given back by a job, and what is left of it told by an event that follows. */
async function settled() {
  await market.settle();
  await market.settle();
}
const edit = async (order: Sold, more: object) => {
  const { editOrder } = await market.ask<{ editOrder: { userErrors: Refusal[] } }>(
    'mutation ($input: EditOrderInput!) { editOrder(input: $input) { userErrors { ... on UserError { code path } } } }',
    { input: { idempotencyKey: aKey(), orderId: order.id, expectedVersion: order.version, ...more } },
    aCaller('operator'),
  );
  await settled();
  return editOrder.userErrors;
};
const set = (order: Sold, quantity: number) => ({ setQuantities: [{ lineId: order.lines[0]?.id, quantity }] });
const shoes = (order: Sold, quantity: number) => ({
  addLines: [
    {
      sku: 'SHOES',
      quantity,
      name: 'Shoes',
      unitPrice: euro('20.00'),
      taxTotal: euro('1.00'),
      deliveryGroupKey: order.deliveryGroups[0]?.id,
    },
  ],
});
const to = (order: Sold, pickupLocationId: string) => ({
  deliveryGroups: [{ id: order.deliveryGroups[0]?.id, method: 'CLICK_AND_COLLECT', pickupLocationId }],
});
/** Units booked at a store, those that other work is to pass on left out. */
async function booked(locationId = here): Promise<number> {
  const [row] = await market.network.sql`
    select coalesce(sum(quantity), 0)::int as units from capacity_bookings where location_id = ${locationId}`;
  return row?.units;
}
/** Units booked for each open piece of work, and units it holds: always the same. */
async function expectRoomAsWork(order: Sold) {
  const { fulfillmentOrders } = await read(market, order);
  const parts = await market.network.sql`
    select part, quantity from capacity_bookings where order_id = ${order.id} order by part`;
  const open = await market.orders.sql`
    select fulfillment_order_id as part, sum(quantity - cancelled_quantity - rerouted_quantity)::int as quantity
    from fulfillment_order_lines where fulfillment_order_id = any(${fulfillmentOrders.map(({ id }) => id)})
    group by 1 having sum(quantity - cancelled_quantity - rerouted_quantity) > 0 order by 1`;
  expect([...parts]).toEqual([...open]);
  expect(await market.broken()).toEqual([]);
}

describe('an edit', () => {
  it('that adds units at the same store books room for them, and gives all of it back with the order', async () => {
    await holding(6);
    const order = await sold(2);
    expect(await edit(order, set(order, 5))).toEqual([]);
    expect(await booked()).toBe(5);
    await expectRoomAsWork(order);
    await cancel(market, await read(market, order));
    await market.settle();
    expect(await booked()).toBe(0);
  });

  it('that adds more than there is room for is refused, and changes nothing', async () => {
    await holding(6);
    const order = await sold(2);
    const [before, taken] = [await read(market, order), await market.taken()];
    expect(await edit(order, set(order, 7))).toMatchObject([
      { code: 'LOCATION_NOT_ELIGIBLE', path: ['input', 'deliveryGroups'] },
    ]);
    expect([await read(market, order), await market.taken()]).toEqual([before, taken]);
    expect(await booked()).toBe(2);
    expect(await edit(order, set(order, 6))).toEqual([]);
    expect(await booked()).toBe(6);
  });

  it('that takes units away gives their room back, to others too', async () => {
    await holding(5);
    const order = await sold(5);
    expect(await edit(order, set(order, 2))).toEqual([]);
    expect(await booked()).toBe(2);
    await sold(3);
    expect(await booked()).toBe(5);
    await expectRoomAsWork(order);
  });

  it('that exchanges units for others at a full store needs no room twice', async () => {
    await holding(4);
    const order = await sold(4);
    expect(await edit(order, { ...set(order, 1), ...shoes(order, 4) })).toMatchObject([
      { code: 'LOCATION_NOT_ELIGIBLE' },
    ]);
    expect(await booked()).toBe(4);
    expect(await edit(order, { ...set(order, 1), ...shoes(order, 3) })).toEqual([]);
    expect(await booked()).toBe(4);
    await expectRoomAsWork(order);
    await expect(sold(1)).rejects.toThrow('NO_SOURCE');
  });

  it('that moves to another store takes room there and gives it back here, or leaves all as it was', async () => {
    const there = stores[used++] as string;
    await holding(4);
    await holding(3, there);
    const order = await sold(4);
    expect(await edit(order, to(order, there))).toMatchObject([{ code: 'LOCATION_NOT_ELIGIBLE' }]);
    expect([await booked(), await booked(there)]).toEqual([4, 0]);
    expect(await edit(order, { ...to(order, there), ...set(order, 3) })).toEqual([]);
    expect([await booked(), await booked(there)]).toEqual([0, 3]);
    const moved = await read(market, order);
    expect(await edit(moved, to(moved, here))).toEqual([]);
    expect([await booked(), await booked(there)]).toEqual([3, 0]);
    await expectRoomAsWork(order);
  });

  it('that the payment does not cover, or that somebody else forestalls, leaves room as it was', async () => {
    await holding(9);
    const poor = await sold(2, here, 'no-more');
    expect(await edit(poor, set(poor, 4))).toMatchObject([{ code: 'PAYMENT_DECLINED' }]);
    expect(await booked()).toBe(2);
    const order = await sold(2);
    market.pauseAt('edit-booked', async () => {
      expect((await cancel(market, order)).userErrors).toEqual([]);
      await market.settle();
    });
    expect(await edit(order, set(order, 4))).toMatchObject([{ code: 'VERSION_CONFLICT' }]);
    expect(await booked()).toBe(2);
  });

  it('whose process dies when room is booked gives it back', async () => {
    await holding(9);
    const order = await sold(2);
    market.killAt('edit-booked');
    await expect(edit(order, set(order, 5))).rejects.toThrow();
    expect(await booked()).toBe(5);
    await market.pass({ minutes: 5 });
    expect(await booked()).toBe(2);
    expect(await edit(await read(market, order), set(order, 9))).toEqual([]);
    expect(await booked()).toBe(9);
  });

  it('that has goods brought to the car books that service, and gives the counter its room back', async () => {
    const services = async () => {
      const rows = await market.network.sql`
        select service, quantity from capacity_bookings where location_id = ${here} order by order_id`;
      return rows.map(({ service, quantity }) => [service, quantity]);
    };
    const serve = (order: Sold, serviceLevel: string) => ({
      deliveryGroups: [{ id: order.deliveryGroups[0]?.id, serviceLevel }],
    });
    await holding(4);
    const order = await sold(3);
    expect(await edit(order, serve(order, 'CURBSIDE_PICKUP'))).toMatchObject([{ code: 'LOCATION_NOT_ELIGIBLE' }]);
    expect(await services()).toEqual([['CLICK_AND_COLLECT', 3]]);

    await market.network.sql`
      insert into location_services (location_id, type, is_enabled, daily_capacity, capacity_unit, preparation_minutes)
      values (${here}, 'CURBSIDE_PICKUP', true, 3, 'UNITS', 60)`;
    market.killAt('edit-booked');
    await expect(edit(order, serve(order, 'CURBSIDE_PICKUP'))).rejects.toThrow();
    expect(await booked()).toBe(6);
    await market.pass({ minutes: 5 });
    expect(await services()).toEqual([['CLICK_AND_COLLECT', 3]]);

    const changed = await read(market, order);
    expect(await edit(changed, serve(order, 'CURBSIDE_PICKUP'))).toEqual([]);
    expect(await services()).toEqual([['CURBSIDE_PICKUP', 3]]);
    const other = await sold(4);
    expect(await edit(other, serve(other, 'CURBSIDE_PICKUP'))).toMatchObject([{ code: 'LOCATION_NOT_ELIGIBLE' }]);
    expect((await services()).sort()).toEqual([
      ['CLICK_AND_COLLECT', 4],
      ['CURBSIDE_PICKUP', 3],
    ]);
    expect((await read(market, order)).fulfillmentOrders).toHaveLength(1);
    await cancel(market, await read(market, order));
    await settled();
    expect(await services()).toEqual([['CLICK_AND_COLLECT', 4]]);
  });

  it('takes no more than there is when many come at once', async () => {
    await holding(9);
    const orders = await Promise.all(Array.from({ length: 6 }, () => sold(1)));
    const answers = await Promise.all(orders.map((order) => edit(order, set(order, 2))));
    await market.settle();
    expect(answers.filter((refusals) => refusals.length === 0)).toHaveLength(3);
    expect(await booked()).toBe(9);
    for (const order of orders) await expectRoomAsWork(order);
  });
});

it('cancelling some units gives back their room, and the rest with the rest', async () => {
  await holding(5);
  const order = await sold(5);
  const lines = (quantity: number) => ({ lines: [{ lineId: order.lines[0]?.id, quantity }] });
  await cancel(market, order, lines(2));
  await market.settle();
  expect(await booked()).toBe(3);
  await expectRoomAsWork(order);
  await cancel(market, await read(market, order), lines(3));
  await market.settle();
  expect(await booked()).toBe(0);
});

it('a store that does not find some units, or turns the work down, keeps room for what it has', async () => {
  await holding(5);
  const order = await sold(5);
  const act = async (document: string, more: object) => {
    const work = (await read(market, order)).fulfillmentOrders[0];
    await market.ask(document, { input: { id: work?.id, expectedVersion: work?.version, ...more } });
    await settled();
    return work;
  };
  const work = await act(
    'mutation ($input: AcceptFulfillmentOrderInput!) { acceptFulfillmentOrder(input: $input) { userErrors { __typename } } }',
    {},
  );
  const counts = [{ lineId: work?.lines[0]?.id, pickedQuantity: 3 }];
  await act('mutation ($input: RecordPickInput!) { recordPick(input: $input) { userErrors { __typename } } }', {
    lines: counts,
    isComplete: true,
  });
  expect(await booked()).toBe(3);
  const other = await sold(2);
  expect(await booked()).toBe(5);
  const offered = (await read(market, other)).fulfillmentOrders[0];
  await market.ask(
    'mutation ($input: RejectFulfillmentOrderInput!) { rejectFulfillmentOrder(input: $input) { userErrors { __typename } } }',
    { input: { id: offered?.id, expectedVersion: offered?.version, reason: 'NO_STAFF' } },
  );
  await market.settle();
  expect(await booked()).toBe(3);
});
