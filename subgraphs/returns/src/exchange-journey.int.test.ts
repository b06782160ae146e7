import { afterAll, expect, it } from 'vitest';
import { openRealMarket } from '../test/real-market.ts';
import { shirts } from '../test/selling.ts';

const market = await openRealMarket();
const { graph, sqlOf, openPlace, placedOrder, readOrder, collect, collectedOrder, deliver } = market;
const { receive, stockAt, find, askedBack, restocked, askMoney, payBack, replace, undo } = market;
const lyon = await openPlace('Lyon', { services: ['CLICK_AND_COLLECT', 'SHIP_FROM_STORE', 'RETURN_IN_STORE'] });
const nice = await openPlace('Nice', { services: ['SHIP_FROM_STORE'] });
await graph.settle();
afterAll(market.close);

const refunded = async (orderId: string) => (await readOrder(orderId)).totals.refunded.amount;

it('replaces returned goods by an order of their own, and undoes both sides', async () => {
  await receive(lyon, 'SHIRT', 2);
  await receive(lyon, 'SHIRT-L', 3);
  const order = await collectedOrder(lyon);
  const found = await askedBack(order, 1, lyon);
  const exchange = await replace(found.id, 'SHIRT-L', 1);
  expect(exchange).toMatchObject({ status: 'PLACED', amountDue: { amount: '0.00' } });
  await graph.settle();
  expect(await stockAt(lyon, 'SHIRT-L')).toMatchObject({ reserved: 1 });
  expect(await refunded(order.id)).toBe('25.00');

  expect(await undo(found.id, exchange.id)).toEqual({ exchange: { status: 'CANCELLED' }, userErrors: [] });
  await graph.settle();
  expect(await readOrder(exchange.order.id)).toMatchObject({
    status: 'CANCELLED',
    totals: { captured: { amount: '25.00' }, refunded: { amount: '25.00' } },
  });
  expect(await stockAt(lyon, 'SHIRT-L')).toMatchObject({ reserved: 0 });
  expect(await refunded(order.id)).toBe('0.00');
  await restocked(found.id, 1, lyon);
  expect(await payBack(found.id)).toMatchObject({ amount: { amount: '25.00' } });
  expect(await refunded(order.id)).toBe('25.00');
});

it('undoes an exchange before its goods are handed over, and not after', async () => {
  await receive(lyon, 'SHIRT', 2);
  const order = await collectedOrder(lyon);
  const found = await askedBack(order, 2, lyon);
  const first = await replace(found.id, 'SHIRT-L', 2);
  await graph.settle();
  expect((await undo(found.id, first.id)).exchange?.status).toBe('CANCELLED');
  await graph.settle();
  const second = await replace(found.id, 'SHIRT-L', 1);
  await graph.settle();
  await collect(second.order.id);
  expect(await undo(found.id, second.id)).toMatchObject({ exchange: null, userErrors: [{ code: 'INVALID_STATE' }] });
  expect((await find(found.id)).exchanges.map(({ status }) => status).sort()).toEqual(['CANCELLED', 'PLACED']);
  expect(await refunded(order.id)).toBe('25.00');
});

/** Payments that were asked of the demo service for a new order. */
const paymentsOf = (orderId: string) => sqlOf('orders')`
  select status, authorized_minor from payments where order_id = ${orderId} and provider = 'demo'`;
const [small, large] = [shirts(1, 'SHIRT', '25.00'), shirts(1, 'SHIRT-L', '40.00')];

it('undoes an exchange with a surcharge and one with a left-over, and pays back what was paid, no more', async () => {
  await receive(lyon, 'SHIRT', 3);
  await receive(lyon, 'SHIRT-L', 3);
  const { id } = await collect(await placedOrder(lyon, undefined, [small, large]));
  const [one, other] = (await readOrder(id)).lines;

  const up = await askedBack({ id, lineId: one?.id as string }, 1, lyon);
  const dearer = await replace(up.id, 'SHIRT-L', 1);
  expect(dearer.amountDue.amount).toBe('15.00');
  await graph.settle();
  expect(await paymentsOf(dearer.order.id)).toMatchObject([{ status: 'AUTHORIZED', authorized_minor: 1500 }]);
  expect((await undo(up.id, dearer.id)).exchange?.status).toBe('CANCELLED');
  await graph.settle();
  expect(await paymentsOf(dearer.order.id)).toMatchObject([{ status: 'VOIDED' }]);
  expect(await refunded(id)).toBe('0.00');
  await restocked(up.id, 1, lyon);
  expect(await payBack(up.id)).toMatchObject({ amount: { amount: '25.00' } });

  const down = await askedBack({ id, lineId: other?.id as string }, 1, lyon);
  const cheaper = await replace(down.id, 'SHIRT', 1);
  expect(cheaper.amountDue.amount).toBe('-15.00');
  await graph.pass({ minutes: 1 });
  expect((await find(down.id)).refunds).toEqual([{ status: 'SUCCEEDED', amount: { amount: '15.00' } }]);
  expect(await refunded(id)).toBe('65.00');
  expect((await undo(down.id, cheaper.id)).exchange?.status).toBe('CANCELLED');
  await graph.settle();
  expect(await refunded(id)).toBe('40.00');
  await restocked(down.id, 1, lyon);
  expect(await payBack(down.id)).toMatchObject({ amount: { amount: '25.00' } });
  expect(await refunded(id)).toBe('65.00');
});

const home = {
  method: 'DELIVERY',
  serviceLevel: 'STANDARD',
  shippingAddress: { name: 'Camille Martin', lines: ['2 rue'], city: 'Lyon', postalCode: '69002', countryCode: 'FR' },
};
/** Sells the other size in Lyon until none is left there, and has some in Nice. */
async function onlyInNice(sku: string) {
  const { on_hand: left } = await stockAt(lyon, sku);
  if (left > 0) await receive(lyon, sku, -left);
  await receive(nice, sku, 2);
}

it.each([
  ['dearer', 0, 'SHIRT-L', '15.00'],
  ['cheaper', 1, 'SHIRT', '-15.00'],
] as const)(
  'brings a %s size from another shop, set aside before the old one arrives, and undoes both sides',
  async (_title, sold, sku, due) => {
    await receive(lyon, 'SHIRT', 1);
    await receive(lyon, 'SHIRT-L', 1);
    const { id } = await deliver(await placedOrder(home, undefined, [small, large]));
    await onlyInNice(sku);
    const lineId = (await readOrder(id)).lines[sold]?.id as string;
    const back = await askedBack({ id, lineId }, 1, lyon);
    const before = await stockAt(nice, sku);

    const exchange = await replace(back.id, sku, 1);
    expect(exchange).toMatchObject({ status: 'PLACED', amountDue: { amount: due } });
    await graph.pass({ minutes: 1 });
    const isDearer = due === '15.00';
    expect(await find(back.id)).toMatchObject({
      status: 'APPROVED',
      refunds: isDearer ? [] : [{ status: 'SUCCEEDED', amount: { amount: '15.00' } }],
    });
    expect(await readOrder(exchange.order.id)).toMatchObject({
      fulfillmentOrders: [{ type: 'SHIP_FROM_STORE', location: { id: nice } }],
    });
    expect(await stockAt(nice, sku)).toEqual({ ...before, reserved: before.reserved + 1 });
    const paid = isDearer ? [{ status: 'AUTHORIZED', authorized_minor: 1500 }] : [];
    expect(await paymentsOf(exchange.order.id)).toMatchObject(paid);
    expect(await refunded(id)).toBe(isDearer ? '25.00' : '40.00');

    expect((await undo(back.id, exchange.id)).exchange?.status).toBe('CANCELLED');
    await graph.settle();
    expect(await stockAt(nice, sku)).toEqual(before);
    expect((await readOrder(exchange.order.id)).status).toBe('CANCELLED');
    expect(await paymentsOf(exchange.order.id)).toMatchObject(isDearer ? [{ status: 'VOIDED' }] : []);
    // What was left of the credit is with the shopper; only the rest may be paid for the goods.
    expect(await refunded(id)).toBe(isDearer ? '0.00' : '15.00');
    await restocked(back.id, 1, lyon);
    expect(await payBack(back.id)).toMatchObject({ amount: { amount: '25.00' } });
    expect(await refunded(id)).toBe(isDearer ? '25.00' : '40.00');
  },
);

it('gives back in one refund what was paid for replaced goods: the credit from the first payment, and the surcharge', async () => {
  await receive(lyon, 'SHIRT', 1);
  await receive(lyon, 'SHIRT-L', 2);
  const { id } = await collect(await placedOrder(lyon, undefined, [small, large]));
  const [one] = (await readOrder(id)).lines;
  const up = await askedBack({ id, lineId: one?.id as string }, 1, lyon);
  const dearer = await replace(up.id, 'SHIRT-L', 1);
  await graph.settle();
  const second = await collect(dearer.order.id);
  await graph.settle();

  const back = await askedBack(second, 1, lyon);
  await restocked(back.id, 1, lyon);
  expect(await payBack(back.id)).toMatchObject({ status: 'SUCCEEDED', amount: { amount: '40.00' } });
  expect((await askMoney(back.id)).userErrors).toMatchObject([{ code: 'INVALID_STATE' }]);
  await graph.settle();
  expect(await refunded(dearer.order.id)).toBe('40.00');
  expect(await refunded(id)).toBe('25.00');
  const given = await sqlOf('orders')`
    select order_id, demo_ledger.refunded_minor::integer from demo_ledger join payments on payments.id = demo_ledger.payment_id
    where order_id in (${id}, ${dearer.order.id}) order by demo_ledger.refunded_minor`;
  expect(given).toEqual([
    { order_id: dearer.order.id, refunded_minor: 1500 },
    { order_id: id, refunded_minor: 2500 },
  ]);
});
