import { readOperation } from '@passerelle/contracts/operations';
import { aService } from '@passerelle/testing';
import { describe, expect, it } from 'vitest';
import { anOrder } from '../../test/an-order.ts';
import { type Market, openMarket } from '../../test/market.ts';
import { aKey, demoPayment, euro, place, read, type Sold, ship } from '../../test/selling.ts';

const open = () => openMarket({ depot: { type: 'WAREHOUSE', stock: { SHIRT: 50 } } });

type Answer = {
  status: string | null;
  reference: string | null;
  declineCode: string | null;
  refundable: { amount: string } | null;
  userErrors: { code: string; path: string[] }[];
};
const document = readOperation('service', 'RefundOrder');
const refund = async (market: Market, { id }: { id: string }, more: object = {}) => {
  const input = { orderId: id, refundReference: 'rfd_1', amount: euro('10.00'), method: 'ORIGINAL_PAYMENT', ...more };
  return (await market.ask<{ refundOrder: Answer }>(document, { input }, aService('returns'))).refundOrder;
};

/** Two shirts at 20.00 and a delivery at 5.00, shipped and captured: 45.00. */
async function sold(market: Market, words?: string): Promise<Sold> {
  const order = await place(market, {
    ...anOrder([{ sku: 'SHIRT', quantity: 2 }]),
    payment: demoPayment('45.00', words),
  });
  await ship(market, order);
  await market.settle();
  return read(market, order);
}

/** What was asked of the payment service in parts, in minor units, smallest first. */
const givenBack = async (market: Market, { id }: Sold) => {
  const parts = await market.orders.sql`
    select amount_minor::integer as minor from payment_operations
    where order_id = ${id} and kind = 'REFUND' and state = 'SUCCEEDED' order by 1`;
  return parts.map(({ minor }) => minor);
};

/** One shirt more, which is authorized by a payment of its own. */
async function addShirt(market: Market, { id, version, lines }: Sold) {
  const input = { idempotencyKey: aKey(), orderId: id, expectedVersion: version };
  const wish = { setQuantities: [{ lineId: lines[0]?.id, quantity: 3 }] };
  const text = `mutation ($input: EditOrderInput!) { editOrder(input: $input) { userErrors { __typename } } }`;
  const { editOrder } = await market.ask<{ editOrder: { userErrors: object[] } }>(text, {
    input: { ...input, ...wish },
  });
  expect(editOrder.userErrors).toEqual([]);
  await market.settle();
}

describe('giving money back for a return', () => {
  it('gives it back through the payment service and tells what is left', async () => {
    await using market = await open();
    const order = await sold(market);
    expect(order.totals).toMatchObject({ captured: { amount: '45.00' }, refunded: { amount: '0.00' } });

    expect(await refund(market, order)).toEqual({
      status: 'SUCCEEDED',
      reference: 'rfd_1',
      declineCode: null,
      creditNumber: null,
      refundable: euro('35.00'),
      userErrors: [],
    });
    expect((await read(market, order)).paymentStatus).toBe('PARTIALLY_REFUNDED');
    expect(await market.broken()).toEqual([]);
  });

  it.each(['STORE_CREDIT', 'CASH'])('writes down what was given as %s, which counts as given back', async (method) => {
    await using market = await open();
    const order = await sold(market);
    expect(await refund(market, order, { method, amount: euro('45.00') })).toMatchObject({ status: 'SUCCEEDED' });
    expect(await read(market, order)).toMatchObject({
      paymentStatus: 'REFUNDED',
      totals: { refunded: { amount: '45.00' } },
    });
    expect(await refund(market, order, { refundReference: 'rfd_2' })).toMatchObject({
      status: 'FAILED',
      declineCode: 'EXCEEDS_CAPTURED',
    });
    expect(await market.broken()).toEqual([]);
  });

  it('gives back once for each reference, however often and at the same time it is asked', async () => {
    await using market = await open();
    const order = await sold(market);
    const answers = await Promise.all(Array.from({ length: 6 }, () => refund(market, order)));
    await market.settle();
    expect(new Set(answers.map(({ userErrors }) => userErrors.length))).toEqual(new Set([0]));
    expect(await refund(market, order)).toMatchObject({ status: 'SUCCEEDED', refundable: { amount: '35.00' } });
    expect((await read(market, order)).totals.refunded.amount).toBe('10.00');
    expect(await market.broken()).toEqual([]);
  });

  it('never gives back more than was captured, whoever asks at the same time', async () => {
    await using market = await open();
    const order = await sold(market);
    const answers = await Promise.all(
      Array.from({ length: 8 }, (_, index) => refund(market, order, { refundReference: `rfd_${index}` })),
    );
    await market.settle();
    expect(answers.filter(({ status }) => status === 'SUCCEEDED')).toHaveLength(4);
    expect(answers.filter(({ declineCode }) => declineCode === 'EXCEEDS_CAPTURED')).toHaveLength(4);
    expect((await read(market, order)).totals.refunded.amount).toBe('40.00');
    expect(await market.broken()).toEqual([]);
  });

  it('waits for the capture of goods that have just left, and is seen through by itself', async () => {
    await using market = await open();
    const order = await place(market, {
      ...anOrder([{ sku: 'SHIRT', quantity: 2 }]),
      payment: demoPayment('45.00'),
    });
    await ship(market, order);
    expect(await refund(market, order)).toMatchObject({ status: 'PENDING', refundable: { amount: '0.00' } });
    await market.settle();
    expect(await refund(market, order)).toMatchObject({ status: 'SUCCEEDED', refundable: { amount: '35.00' } });
    expect(await market.broken()).toEqual([]);
  });

  it('says FAILED in the words of the payment service; a new reference may try again', async () => {
    await using market = await open();
    const order = await sold(market, 'refund-fails-once');
    expect(await refund(market, order)).toMatchObject({ status: 'FAILED', declineCode: 'ACQUIRER_ERROR' });
    expect(await refund(market, order)).toMatchObject({ status: 'FAILED' });
    expect(await refund(market, order, { refundReference: 'rfd_2' })).toMatchObject({ status: 'SUCCEEDED' });
    expect(await market.broken()).toEqual([]);
  });

  it('splits one refund over the captures of a payment, those last made first', async () => {
    await using market = await open();
    const order = await place(market, { ...anOrder([{ sku: 'SHIRT', quantity: 2 }]), payment: demoPayment('45.00') });
    for (const _parcel of [1, 2]) {
      expect(await ship(market, order, { quantity: 1 })).toEqual([]);
      await market.pass({ minutes: 1 });
    }
    expect(await refund(market, order, { amount: euro('30.00') })).toMatchObject({
      status: 'SUCCEEDED',
      refundable: { amount: '15.00' },
    });
    expect(await givenBack(market, order)).toEqual([1000, 2000]);
    expect(await refund(market, order, { amount: euro('15.00'), refundReference: 'rfd_2' })).toMatchObject({
      status: 'SUCCEEDED',
      refundable: { amount: '0.00' },
    });
    expect(await market.broken()).toEqual([]);
  });

  it('splits one refund over several payments, and never gives back more than each was captured for', async () => {
    await using market = await open();
    const order = await place(market, {
      ...anOrder([{ sku: 'SHIRT', quantity: 2 }]),
      payment: demoPayment('45.00', 'no-adjust'),
    });
    await addShirt(market, order);
    for (const work of [0, 1]) expect(await ship(market, order, { work })).toEqual([]);
    await market.settle();
    const answers = await Promise.all(
      ['rfd_1', 'rfd_2'].map((refundReference) => refund(market, order, { refundReference, amount: euro('50.00') })),
    );
    await market.settle();
    expect(answers.map(({ declineCode }) => declineCode).toSorted()).toEqual(['EXCEEDS_CAPTURED', null]);
    const { payments } = await read(market, order);
    const parts = payments.map(({ captured, refunded }) => [Number(captured.amount), Number(refunded.amount)] as const);
    expect(parts.map(([captured]) => captured).toSorted()).toEqual([20, 45]);
    expect(parts.every(([captured, refunded]) => refunded > 0 && refunded <= captured)).toBe(true);
    expect(parts.reduce((sum, [, refunded]) => sum + refunded, 0)).toBe(50);
    expect(await market.broken()).toEqual([]);
  });

  it('loads credit once for each reference, and gives nothing back when that is refused', async () => {
    await using market = await open();
    const order = await sold(market);
    const card = { method: 'GIFT_CARD', target: 'card-1' };
    const answers = await Promise.all(Array.from({ length: 4 }, () => refund(market, order, card)));
    expect(answers.filter(({ status }) => status === 'SUCCEEDED').length).toBeGreaterThan(0);
    expect(await refund(market, order, card)).toMatchObject({ status: 'SUCCEEDED', creditNumber: 'card-1' });
    const refused = { method: 'GIFT_CARD', target: 'card-blocked', refundReference: 'rfd_2' };
    expect(await refund(market, order, refused)).toMatchObject({ status: 'FAILED', declineCode: 'CARD_BLOCKED' });
    expect((await read(market, order)).totals.refunded.amount).toBe('10.00');
    expect(await market.broken()).toEqual([]);
  });

  it.each<[string, object, string, string[]]>([
    ['an order that is not there', { orderId: 'ord_none' }, 'NOT_FOUND', ['input', 'orderId']],
    ['no amount', { amount: euro('0.00') }, 'INVALID_INPUT', ['input', 'amount', 'amount']],
    ['less than nothing', { amount: euro('-1.00') }, 'INVALID_INPUT', ['input', 'amount', 'amount']],
    ['too many digits', { amount: euro('1.001') }, 'INVALID_INPUT', ['input', 'amount', 'amount']],
    [
      'another currency',
      { amount: { amount: '1.00', currency: 'USD' } },
      'INVALID_INPUT',
      ['input', 'amount', 'currency'],
    ],
    ['a method unknown here', { method: 'SHELLS' }, 'INVALID_INPUT', ['input', 'method']],
    ['a gift card without a number', { method: 'GIFT_CARD' }, 'INVALID_INPUT', ['input', 'target']],
    ['no reference', { refundReference: ' ' }, 'INVALID_INPUT', ['input', 'refundReference']],
  ])('refuses %s and gives nothing back', async (_name, more, code, path) => {
    await using market = await open();
    const order = await sold(market);
    expect(await refund(market, order, more)).toMatchObject({ status: null, userErrors: [{ code, path }] });
    expect((await read(market, order)).totals.refunded.amount).toBe('0.00');
  });

  it('refuses a reference that was used for something else', async () => {
    await using market = await open();
    const order = await sold(market);
    await refund(market, order);
    expect(await refund(market, order, { amount: euro('11.00') })).toMatchObject({
      userErrors: [{ code: 'IDEMPOTENCY_KEY_REUSED' }],
    });
    expect((await read(market, order)).totals.refunded.amount).toBe('10.00');
  });
});
