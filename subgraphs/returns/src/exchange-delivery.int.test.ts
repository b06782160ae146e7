import { readOperation } from '@passerelle/contracts/operations';
import { afterAll, beforeEach, expect, it } from 'vitest';
import { mutation } from '../test/doors.ts';
import { staff } from '../test/open-returns.ts';
import { openRealMarket } from '../test/real-market.ts';

const market = await openRealMarket();
const { graph, sqlOf, change, openPlace, placedOrder, readOrder, collect, collectedOrder, lose, deliver } = market;
const { receive, stockAt, find, askedBack, askOther, replace, undo, key } = market;
const counter = ['CLICK_AND_COLLECT', 'RETURN_IN_STORE'];
const lyon = await openPlace('Lyon', { services: counter });
const dijon = await openPlace('Dijon', { services: counter });
const annecy = await openPlace('Annecy', { services: counter });
const nice = await openPlace('Nice', { services: ['SHIP_FROM_STORE'] });
const depot = await openPlace('Depot', { type: 'WAREHOUSE', services: ['RETURN_TO_WAREHOUSE'] });
await graph.settle();
afterAll(market.close);
beforeEach(() => receive(nice, 'SHIRT-L', 2));

const address = { name: 'Camille Martin', lines: ['2 rue'], city: 'Lyon', postalCode: '69002', countryCode: 'FR' };

/** A return of a shirt that was collected in a shop which has no other size. */
async function collectedFrom(shop: string) {
  await receive(shop, 'SHIRT', 2);
  const order = await collectedOrder(shop);
  return { ...(await askedBack(order, 1, lyon)), orderId: order.id };
}
const orders = async () => (await sqlOf('orders')`select count(*)::integer as n from orders`)[0]?.n as number;
const workOf = async (id: string, location: string) => {
  const { fulfillmentOrders } = await readOrder(id);
  return fulfillmentOrders.find((work) => work.location.id === location);
};

it('sends a size that the shop of collection has not there from another, once, and undoes both sides', async () => {
  const back = await collectedFrom(lyon);
  const [stock, before] = [await stockAt(nice, 'SHIRT-L'), await orders()];
  const first = await replace(back.id, 'SHIRT-L', 1);
  expect(first).toMatchObject({ status: 'PLACED', amountDue: { amount: '0.00' } });
  expect(await stockAt(nice, 'SHIRT-L')).toEqual({ ...stock, reserved: stock.reserved + 1 });
  expect((await undo(back.id, first.id)).exchange?.status).toBe('CANCELLED');
  await graph.settle();
  expect(await stockAt(nice, 'SHIRT-L')).toEqual(stock);

  const again = { idempotencyKey: key(), expectedVersion: (await find(back.id)).version };
  await Promise.all([1, 2, 3].map(() => askOther(back.id, 'SHIRT-L', 1, again)));
  await graph.pass({ minutes: 1 });
  const { order } = await replace(back.id, 'SHIRT-L', 1, again);
  expect(await orders()).toBe(before + 2);
  expect(await workOf(order.id, nice)).toMatchObject({ type: 'SHIP_TO_STORE' });

  await lose(order.id);
  const onItsWay = await workOf(order.id, lyon);
  const arrived = { id: onItsWay?.id, expectedVersion: onItsWay?.version };
  await change('orders', mutation('receiveTransfer', 'fulfillmentOrder { id }'), arrived, staff);
  const there = await workOf(order.id, lyon);
  const ready = { id: there?.id, expectedVersion: there?.version };
  await change('orders', mutation('markReadyForPickup', 'fulfillmentOrder { id }'), ready, staff);
  const handOver = { idempotencyKey: key(), id: there?.id, identityChecked: true };
  await change('orders', readOperation('store-app', 'Collect'), handOver, staff);
  await graph.settle();
  expect(await readOrder(order.id)).toMatchObject({
    status: 'COMPLETED',
    totals: { captured: { amount: '25.00' }, balance: { amount: '0.00' } },
  });
  expect((await readOrder(back.orderId)).totals.refunded.amount).toBe('25.00');
});

it('sends new goods to an address when the shopper wishes, which is not kept', async () => {
  const back = await collectedFrom(lyon);
  const { id, order } = await replace(back.id, 'SHIRT-L', 1, { delivery: { shippingAddress: address } });
  expect(await workOf(order.id, nice)).toMatchObject({ type: 'SHIP_FROM_STORE' });
  await deliver(order.id);
  expect((await readOrder(order.id)).status).toBe('COMPLETED');
  const [kept] = await sqlOf('returns')`select delivery from exchanges where id = ${id}`;
  expect(kept?.delivery).toBeNull();
});

it('has new goods collected in another shop, which has them or is sent them', async () => {
  await receive(annecy, 'SHIRT-L', 1);
  const delivery = { pickupLocationId: annecy };
  const one = await replace((await collectedFrom(lyon)).id, 'SHIRT-L', 1, { delivery });
  expect(await workOf(one.order.id, annecy)).toMatchObject({ type: 'CLICK_AND_COLLECT' });
  await collect(one.order.id);
  const other = await replace((await collectedFrom(lyon)).id, 'SHIRT-L', 1, { delivery });
  expect(await workOf(other.order.id, nice)).toMatchObject({ type: 'SHIP_TO_STORE' });
});

it('has new goods for delivered ones collected in a shop', async () => {
  await receive(nice, 'SHIRT', 2);
  const home = { method: 'DELIVERY', serviceLevel: 'STANDARD', shippingAddress: address };
  const back = await askedBack(await deliver(await placedOrder(home)), 1, lyon);
  await receive(lyon, 'SHIRT', 1);
  const { order } = await replace(back.id, 'SHIRT', 1, { delivery: { pickupLocationId: lyon } });
  expect(await workOf(order.id, lyon)).toMatchObject({ type: 'CLICK_AND_COLLECT' });
});

it('sends nothing to a shop that left the channel, and says what else to do', async () => {
  const back = await collectedFrom(dijon);
  const [channel] = await sqlOf('store-network')`select version from channels where id = 'chn_web'`;
  const left = { channelId: 'chn_web', expectedVersion: channel?.version, removeLocationIds: [dijon] };
  await change('store-network', mutation('updateChannelLocations', 'channel { id }'), left);
  await graph.settle();
  const before = await orders();
  const refused = await askOther(back.id, 'SHIRT-L', 1);
  expect(refused).toMatchObject({ exchange: null, userErrors: [{ code: 'INSUFFICIENT_STOCK' }] });
  expect(refused.userErrors[0]?.message).toMatch(/`shippingAddress`.*`pickupLocationId`/);
  expect(await orders()).toBe(before);
  const wish = { delivery: { shippingAddress: address } };
  expect(await replace(back.id, 'SHIRT-L', 1, wish)).toMatchObject({ status: 'PLACED' });
});

it.each<[string, object, string, string[]]>([
  ['nowhere', {}, 'INVALID_INPUT', []],
  ['two places', { shippingAddress: address, pickupLocationId: lyon }, 'INVALID_INPUT', []],
  ['no street', { shippingAddress: { ...address, lines: [] } }, 'INVALID_INPUT', ['shippingAddress', 'lines']],
  ['no town', { shippingAddress: { ...address, city: ' ' } }, 'INVALID_INPUT', ['shippingAddress', 'city']],
  ['a shop nobody knows', { pickupLocationId: 'loc_none' }, 'NOT_FOUND', ['pickupLocationId']],
  ['a warehouse', { pickupLocationId: depot }, 'NOT_FOUND', ['pickupLocationId']],
])('refuses new goods for %s, by field, and changes nothing', async (_title, delivery, code, path) => {
  const back = await collectedFrom(annecy);
  const before = await orders();
  expect(await askOther(back.id, 'SHIRT-L', 1, { delivery })).toMatchObject({
    exchange: null,
    userErrors: [{ code, path: ['input', 'delivery', ...path] }],
  });
  expect([await orders(), (await find(back.id)).exchanges]).toEqual([before, []]);
});
