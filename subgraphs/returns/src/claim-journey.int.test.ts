import { afterAll, beforeEach, expect, it } from 'vitest';
import { mutation } from '../test/doors.ts';
import { operator } from '../test/open-returns.ts';
import { openRealMarket } from '../test/real-market.ts';
import { shirts } from '../test/selling.ts';

const market = await openRealMarket();
const { graph, sqlOf, change, openPlace, placedOrder, readOrder, collect, deliver, lose, receive, stockAt } = market;
const { find, askedBack, askMoney, payBack, askOther, replace, undo, key } = market;
const lyon = await openPlace('Lyon', { services: ['CLICK_AND_COLLECT', 'SHIP_FROM_STORE', 'RETURN_IN_STORE'] });
await graph.settle();
afterAll(market.close);

await change('returns', mutation('createReturnPolicy', 'returnPolicy { id }'), {
  idempotencyKey: key(),
  name: 'Claims',
  scope: { channelId: 'chn_web' },
  terms: {
    windowDays: 30,
    methods: ['IN_STORE', 'KEEP_ITEM'],
    faultReasons: ['DAMAGED_IN_TRANSIT', 'WRONG_ITEM', 'NEVER_ARRIVED'],
    reviewReasons: ['NEVER_ARRIVED'],
  },
  validFrom: '2020-01-01T00:00:00Z',
});
const home = {
  method: 'DELIVERY',
  serviceLevel: 'STANDARD',
  shippingAddress: { name: 'Camille Martin', lines: ['2 rue'], city: 'Lyon', postalCode: '69002', countryCode: 'FR' },
};

type HandOver = (id: string) => Promise<{ id: string; lineId: string }>;

/** A claim for the only shirt of an order, approved. */
async function claimed(reason = 'DAMAGED_IN_TRANSIT', handOver: HandOver = deliver, to: typeof home | string = home) {
  const order = await handOver(await placedOrder(to, undefined, [shirts(1, 'SHIRT', '25.00')]));
  const lines = [{ orderLineId: order.lineId, quantity: 1, reason }];
  const found = await askedBack(order, 1, lyon, { method: 'KEEP_ITEM', dropOffLocationId: null, lines });
  if (found.status === 'REQUESTED') {
    const approval = { id: found.id, expectedVersion: found.version };
    await change('returns', mutation('approveReturn', 'return { id }'), approval, operator);
  }
  return { id: found.id, orderId: order.id };
}
const orders = async () => (await sqlOf('orders')`select count(*)::integer as n from orders`)[0]?.n as number;
const refunded = async (orderId: string) => (await readOrder(orderId)).totals.refunded.amount;

/** One shirt is sold, and this many are left for who claims. */
async function spare(units: number) {
  const { on_hand: held, reserved } = await stockAt(lyon);
  await receive(lyon, 'SHIRT', units + 1 - (held - reserved));
}
beforeEach(() => spare(2));

it.each<[string, HandOver, typeof home | string]>([
  ['DAMAGED_IN_TRANSIT', deliver, home],
  ['NEVER_ARRIVED', lose, home],
  ['WRONG_ITEM', collect, lyon],
])('replaces goods claimed as %s at no charge, once, and nothing comes back', async (reason, handOver, to) => {
  const claim = await claimed(reason, handOver, to);
  const [stock, sold] = [await stockAt(lyon), await orders()];
  const twice = { idempotencyKey: key(), expectedVersion: (await find(claim.id)).version };
  const answers = await Promise.all([1, 2, 3].map(() => askOther(claim.id, 'SHIRT', 1, twice)));
  const codes = answers.flatMap(({ userErrors }) => userErrors.map(({ code }) => code));
  expect(codes.filter((code) => code !== 'IDEMPOTENCY_IN_PROGRESS')).toEqual([]);
  await graph.pass({ minutes: 1 });
  const exchange = await replace(claim.id, 'SHIRT', 1, twice);
  expect(exchange).toMatchObject({ status: 'PLACED', amountDue: { amount: '0.00' } });

  expect(await orders()).toBe(sold + 1);
  expect(await stockAt(lyon)).toEqual({ ...stock, reserved: stock.reserved + 1 });
  expect(await find(claim.id)).toMatchObject({
    status: 'CLOSED',
    availableActions: [],
    exchanges: [{ id: exchange.id, status: 'PLACED', order: exchange.order }],
    refunds: [],
  });
  expect((await askMoney(claim.id)).userErrors).toMatchObject([{ code: 'INVALID_STATE' }]);

  await (handOver === collect ? collect : deliver)(exchange.order.id);
  expect(await readOrder(exchange.order.id)).toMatchObject({
    status: 'COMPLETED',
    totals: { captured: { amount: '25.00' }, balance: { amount: '0.00' } },
  });
  const [paid] = await sqlOf('orders')`
    select count(*)::integer as n from payments where order_id = ${exchange.order.id} and provider = 'demo'`;
  expect(paid?.n).toBe(0);
  expect(await stockAt(lyon)).toEqual({ ...stock, on_hand: stock.on_hand - 1 });
});

it('cannot be replaced while nothing is in stock, but paid for, and then not be replaced any more', async () => {
  await spare(0);
  const claim = await claimed();
  const sold = await orders();
  expect(await askOther(claim.id, 'SHIRT', 1)).toMatchObject({
    exchange: null,
    userErrors: [{ code: 'INSUFFICIENT_STOCK' }],
  });
  expect(await find(claim.id)).toMatchObject({
    status: 'APPROVED',
    availableActions: ['CANCEL', 'REFUND', 'EXCHANGE'],
    exchanges: [{ status: 'FAILED', order: null }],
  });
  expect([await orders(), await refunded(claim.orderId)]).toEqual([sold, '0.00']);
  expect(await payBack(claim.id)).toMatchObject({ status: 'SUCCEEDED', amount: { amount: '25.00' } });
  await spare(2);
  expect((await askOther(claim.id, 'SHIRT', 1)).userErrors).toMatchObject([{ code: 'INVALID_STATE' }]);
  expect([await orders(), await refunded(claim.orderId)]).toEqual([sold, '25.00']);
  expect((await find(claim.id)).status).toBe('CLOSED');
});

it.each(['replaced', 'paid for'] as const)('is either replaced or paid for by many hands, %s first', async (first) => {
  const claim = await claimed();
  const sold = await orders();
  const hands = {
    replaced: () => askOther(claim.id, 'SHIRT', 1),
    'paid for': () => askMoney(claim.id),
  };
  const order = first === 'replaced' ? (['replaced', 'paid for'] as const) : (['paid for', 'replaced'] as const);
  const answers = await Promise.all([...order, ...order, ...order].map((hand) => hands[hand]()));
  await graph.pass({ minutes: 1 });
  expect(answers.filter(({ userErrors }) => userErrors.length === 0)).toHaveLength(1);
  const { status, exchanges, refunds } = await find(claim.id);
  expect([status, exchanges.length + refunds.length]).toEqual(['CLOSED', 1]);
  expect(await orders()).toBe(sold + exchanges.length);
  expect(await refunded(claim.orderId)).toBe('25.00');
});

it('is paid for after its replacement was cancelled, whose stock is free again', async () => {
  const claim = await claimed();
  const stock = await stockAt(lyon);
  const exchange = await replace(claim.id, 'SHIRT', 1);
  expect((await undo(claim.id, exchange.id)).exchange?.status).toBe('CANCELLED');
  await graph.settle();
  expect(await stockAt(lyon)).toEqual(stock);
  expect(await payBack(claim.id)).toMatchObject({ amount: { amount: '25.00' } });
  expect(await find(claim.id)).toMatchObject({ status: 'CLOSED', exchanges: [{ status: 'CANCELLED' }] });
  expect(await refunded(claim.orderId)).toBe('25.00');
});
