import { ownerOf } from '@passerelle/database';
import { schedule } from '@passerelle/events';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { anOrder } from '../../test/an-order.ts';
import { atWork } from '../../test/at-work.ts';
import { type Market, openMarket } from '../../test/market.ts';
import { cancel, demoPayment, place, read, type Sold, ship, timeline } from '../../test/selling.ts';
import { endDemoMovement } from '../services/demo-payments.ts';
import { notificationTask, payTask } from '../storage/payments.ts';

let market: Market;
beforeAll(async () => {
  market = await openMarket({ depot: { type: 'WAREHOUSE', stock: { SHIRT: 500 } } });
});
afterAll(() => market[Symbol.asyncDispose]());

/** Three shirts at 20.00 and a delivery at 5.00: 65.00. */
const order = (words?: string, quantity = 3) =>
  place(market, {
    ...anOrder([{ sku: 'SHIRT', quantity }]),
    payment: demoPayment(`${quantity * 20 + 5}.00`, words),
  });
const money = async (sold: Sold) => {
  const { paymentStatus, totals, payments } = await read(market, sold);
  const [payment] = payments;
  return [paymentStatus, totals.captured.amount, totals.refunded.amount, payment?.status, payment?.authorized.amount];
};
const owner = ownerOf('orders');
const movements = (sold: Sold, kind: string) =>
  market.orders.sql`select id, amount_minor::int as amount, state from payment_operations
    where order_id = ${sold.id} and kind = ${kind} order by requested_at, amount_minor, id`;
const notify = async (key: string, outcome: 'SUCCEEDED' | 'FAILED', times = 1) => {
  const body = await endDemoMovement(market.orders, key, outcome);
  for (let time = 0; time < times; time++) {
    await schedule(market.orders, owner, notificationTask, { provider: 'demo', body, headers: {} });
  }
  await market.settle();
};

describe('money that follows goods', () => {
  it('is captured parcel by parcel: delivery with the first, all of it with the last', async () => {
    const sold = await order();
    await ship(market, sold, { quantity: 1 });
    await market.settle();
    expect(await money(sold)).toEqual(['PARTIALLY_CAPTURED', '25.00', '0.00', 'AUTHORIZED', '65.00']);
    await ship(market, sold);
    await market.settle();
    expect(await money(sold)).toEqual(['CAPTURED', '65.00', '0.00', 'CAPTURED', '65.00']);
    expect(await movements(sold, 'CAPTURE')).toMatchObject([{ amount: 2500 }, { amount: 4000 }]);
  });

  it('is asked for in front of nobody twice, whoever looks at the same time', async () => {
    const sold = await order();
    await ship(market, sold);
    for (let time = 0; time < 6; time++) await schedule(market.orders, owner, payTask, { orderId: sold.id });
    await market.settle();
    expect(await movements(sold, 'CAPTURE')).toHaveLength(1);
    expect(await money(sold)).toEqual(['CAPTURED', '65.00', '0.00', 'CAPTURED', '65.00']);
  });

  it('is not taken twice when the process dies between the payment service and its own note', async () => {
    const sold = await order();
    await ship(market, sold);
    market.killAt('money-moved');
    await market.settle();
    await market.pass({ hours: 1 });
    expect(await movements(sold, 'CAPTURE')).toMatchObject([{ amount: 6500, state: 'SUCCEEDED' }]);
    expect(await money(sold)).toEqual(['CAPTURED', '65.00', '0.00', 'CAPTURED', '65.00']);
  });

  it('that could not be captured after goods left shows on the timeline and is tried again', async () => {
    const sold = await order('capture-fails-once');
    await ship(market, sold);
    await market.settle();
    expect(await money(sold)).toEqual(['AUTHORIZED', '0.00', '0.00', 'AUTHORIZED', '65.00']);
    expect((await timeline(market, sold)).at(-1)).toEqual({
      type: 'payment.capture-failed',
      actor: 'service:orders',
      message: '65.00 EUR could not be captured: demo says ACQUIRER_ERROR.',
    });
    await market.pass({ minutes: 61 });
    expect(await money(sold)).toEqual(['CAPTURED', '65.00', '0.00', 'CAPTURED', '65.00']);
    expect((await timeline(market, sold)).at(-1)?.type).toBe('payment.captured');
  });

  it('is given up with the units of a cancelled order, and told in the answer', async () => {
    const sold = await order();
    const [line] = sold.lines;
    const part = await cancel(market, sold, { lines: [{ lineId: line?.id, quantity: 1 }] });
    expect(part).toMatchObject({ userErrors: [], refundedTotal: { amount: '20.00' } });
    await market.settle();
    expect(await money(sold)).toEqual(['AUTHORIZED', '0.00', '0.00', 'AUTHORIZED', '45.00']);
    expect(await cancel(market, await read(market, sold))).toMatchObject({ refundedTotal: { amount: '45.00' } });
    await market.settle();
    expect(await money(sold)).toEqual(['VOIDED', '0.00', '0.00', 'VOIDED', '45.00']);
  });

  it('is given up for what is cancelled after a part has left', async () => {
    const sold = await order();
    await ship(market, sold, { quantity: 1 });
    await market.settle();
    expect(await cancel(market, await read(market, sold))).toMatchObject({ refundedTotal: null, userErrors: [] });
    const work = await atWork(market).openWork(sold.id);
    await atWork(market).done('acceptCancellation', { id: work.id, expectedVersion: work.version });
    await market.settle();
    expect(await money(sold)).toEqual(['CAPTURED', '25.00', '0.00', 'CAPTURED', '25.00']);
  });

  it('is not believed to be there when the payment service refuses before the order is placed', async () => {
    const input = { ...anOrder([{ sku: 'SHIRT', quantity: 1 }]), payment: demoPayment('25.00', 'declined') };
    const { placeOrder } = await market.ask<{ placeOrder: unknown }>(
      `mutation ($input: PlaceOrderInput!) { placeOrder(input: $input) { order { id } userErrors {
        ... on UserError { code path } ... on PaymentDeclinedError { declineCode } } } }`,
      { input },
    );
    expect(placeOrder).toEqual({
      order: null,
      userErrors: [{ code: 'PAYMENT_DECLINED', path: ['input', 'payment'], declineCode: 'REFUSED' }],
    });
  });
});

describe('a message of the payment service', () => {
  it('ends a capture that was taken on, once, however often it comes', async () => {
    const sold = await order('later');
    await ship(market, sold);
    await market.settle();
    const [capture] = await movements(sold, 'CAPTURE');
    expect(capture?.state).toBe('REQUESTED');
    await notify(capture?.id, 'SUCCEEDED', 3);
    expect(await money(sold)).toEqual(['CAPTURED', '65.00', '0.00', 'CAPTURED', '65.00']);
    expect((await timeline(market, sold)).filter(({ type }) => type === 'payment.captured')).toMatchObject([
      { actor: 'service:demo' },
    ]);
  });

  it('may take a capture back days later, which is tried again', async () => {
    const sold = await order();
    await ship(market, sold);
    await market.settle();
    const [capture] = await movements(sold, 'CAPTURE');
    await notify(capture?.id, 'FAILED', 2);
    expect(await money(sold)).toEqual(['AUTHORIZED', '0.00', '0.00', 'AUTHORIZED', '65.00']);
    await market.pass({ hours: 2 });
    expect(await money(sold)).toEqual(['CAPTURED', '65.00', '0.00', 'CAPTURED', '65.00']);
  });

  it.each(['no JSON', '{}', '{"id":"1","key":"pay_none","outcome":"SUCCEEDED"}', '{"id":"1","key":"x","outcome":"?"}'])(
    'that says nothing we know is passed over: %s',
    async (body) => {
      await schedule(market.orders, owner, notificationTask, { provider: 'demo', body, headers: {} });
      await schedule(market.orders, owner, notificationTask, { provider: 'unknown', body, headers: {} });
      await market.settle();
      expect(await market.broken()).toEqual([]);
    },
  );
});

describe('an authorization that runs out', () => {
  it('is prolonged while goods are still to leave', async () => {
    const sold = await order('short');
    await market.pass({ hours: 30 });
    expect((await timeline(market, sold)).map(({ type }) => type)).toContain('payment.renewed');
    await ship(market, sold);
    await market.settle();
    expect(await money(sold)).toEqual(['CAPTURED', '65.00', '0.00', 'CAPTURED', '65.00']);
  });

  it('that is not prolonged leaves the payment failed, and nothing is captured', async () => {
    const sold = await order('short no-more');
    await market.pass({ hours: 30 });
    expect(await money(sold)).toEqual(['FAILED', '0.00', '0.00', 'FAILED', '65.00']);
    expect((await timeline(market, sold)).map(({ type }) => type)).toContain('payment.renewal-failed');
  });
});

describe('the log of payments', () => {
  it('is never rewritten, and agrees with every amount', async () => {
    await expect(market.orders.sql`delete from payment_events`).rejects.toThrow('is a log');
    await expect(market.orders.sql`update payment_events set amount_minor = 1`).rejects.toThrow('is a log');
    expect(await market.broken()).toEqual([]);
  });
});
