import { readOperation } from '@passerelle/contracts/operations';
import { aService } from '@passerelle/testing';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { anOrder } from '../../test/an-order.ts';
import { type Market, openMarket } from '../../test/market.ts';
import { demoPayment, euro, place, read, type Sold, ship, timeline } from '../../test/selling.ts';

let market: Market;
beforeAll(async () => {
  market = await openMarket({ depot: { type: 'WAREHOUSE', stock: { SHIRT: 100, 'SHIRT-L': 100, GONE: 0 } } });
});
afterAll(() => market[Symbol.asyncDispose]());

type Answer = {
  order: { id: string } | null;
  amountDue: { amount: string } | null;
  userErrors: { code: string; path: string[] | null }[];
};
const document = readOperation('service', 'Replace').replace('{ code }', '{ code path }');
let exchanges = 0;
const replace = async (sold: Sold, more: { quantity?: number; sku?: string } & Record<string, unknown> = {}) => {
  const { quantity = 1, sku = 'SHIRT-L', ...rest } = more;
  const input = {
    exchangeId: `exc_${++exchanges}`,
    returnId: 'ret_1',
    originalOrderId: sold.id,
    lines: [{ replacesOrderLineId: sold.lines[0]?.id, sku, quantity }],
    credit: euro('20.00'),
    ...rest,
  };
  return (await market.ask<{ placeExchangeOrder: Answer }>(document, { input }, aService('returns')))
    .placeExchangeOrder;
};

/** Two shirts at 20.00 and a delivery at 5.00, shipped and captured. */
async function sold(words?: string): Promise<Sold> {
  const order = await place(market, {
    ...anOrder([{ sku: 'SHIRT', quantity: 2 }]),
    payment: demoPayment('45.00', words),
  });
  await ship(market, order);
  await market.settle();
  return read(market, order);
}
const orders = async () => (await market.orders.sql`select count(*)::int as n from orders`)[0]?.n;

describe('an exchange', () => {
  it('of equal value is an order that is paid, and takes its value off the first one', async () => {
    const first = await sold();
    const { order, amountDue, userErrors } = await replace(first);
    expect({ amountDue, userErrors }).toEqual({ amountDue: euro('0.00'), userErrors: [] });
    await market.settle();
    expect(await read(market, order as Sold)).toMatchObject({
      status: 'OPEN',
      paymentStatus: 'CAPTURED',
      totals: { grandTotal: { amount: '20.00' }, captured: { amount: '20.00' }, balance: { amount: '0.00' } },
      fulfillmentOrders: [{ status: 'OFFERED' }],
    });
    expect((await read(market, first)).totals.refunded.amount).toBe('20.00');
    expect(await market.broken()).toEqual([]);
  });

  it('of more value has the difference authorized with the first means of payment, and captured when it leaves', async () => {
    const { order, amountDue } = await replace(await sold(), { quantity: 2 });
    expect(amountDue?.amount).toBe('20.00');
    await market.settle();
    expect((await read(market, order as Sold)).payments).toMatchObject([
      { provider: 'exchange', captured: { amount: '20.00' } },
      { provider: 'demo', status: 'AUTHORIZED', authorized: { amount: '20.00' } },
    ]);
    await ship(market, order as Sold);
    await market.settle();
    expect(await read(market, order as Sold)).toMatchObject({
      paymentStatus: 'CAPTURED',
      totals: { captured: { amount: '40.00' }, balance: { amount: '0.00' } },
    });
    expect(await market.broken()).toEqual([]);
  });

  it('of more value whose difference is declined says so on the timeline', async () => {
    const { order } = await replace(await sold('no-more'), { quantity: 2 });
    await market.settle();
    expect(await timeline(market, order as Sold)).toContainEqual({
      type: 'payment.declined',
      actor: 'service:orders',
      message: 'The difference is not covered: INSUFFICIENT_FUNDS.',
    });
  });

  it('of less value tells what is left of the credit, which can still be given back', async () => {
    const first = await sold();
    const { amountDue } = await replace(first, { credit: euro('40.00') });
    expect(amountDue?.amount).toBe('-20.00');
    expect((await read(market, first)).totals.refunded.amount).toBe('20.00');
  });

  it('is placed once, however often and at the same time it is asked for', async () => {
    const first = await sold();
    const before = await orders();
    const ask = () => replace(first, { exchangeId: 'exc_again' });
    const answers = await Promise.all([ask(), ask(), ask(), ask()]);
    const last = await ask();
    expect(last).toMatchObject({ amountDue: euro('0.00'), userErrors: [] });
    const ids = answers.filter(({ userErrors }) => userErrors.length === 0).map(({ order }) => order?.id);
    expect(new Set([...ids, last.order?.id]).size).toBe(1);
    expect(await orders()).toBe(before + 1);
    expect((await read(market, first)).totals.refunded.amount).toBe('20.00');
    expect(await market.broken()).toEqual([]);
  });

  it.each<[string, Record<string, unknown>, string, string[] | null]>([
    ['of an order that is not there', { originalOrderId: 'ord_none' }, 'NOT_FOUND', ['input', 'originalOrderId']],
    ['of nothing', { lines: [] }, 'INVALID_INPUT', ['input', 'lines']],
    [
      'of a line that is not there',
      { lines: [{ replacesOrderLineId: 'oln_none', sku: 'SHIRT', quantity: 1 }] },
      'INVALID_INPUT',
      ['input', 'lines', '0', 'replacesOrderLineId'],
    ],
    ['for no units', { quantity: 0 }, 'INVALID_INPUT', ['input', 'lines', '0', 'quantity']],
    ['for no SKU', { sku: '' }, 'INVALID_INPUT', ['input', 'lines', '0', 'sku']],
    ['for less than nothing', { credit: euro('-1.00') }, 'INVALID_INPUT', ['input', 'credit', 'amount']],
    [
      'in another currency',
      { credit: { amount: '20.00', currency: 'USD' } },
      'INVALID_INPUT',
      ['input', 'credit', 'currency'],
    ],
    ['for what nobody has', { sku: 'GONE' }, 'NO_SOURCE', ['input', 'lines']],
    ['for more than was ever paid', { quantity: 4, credit: euro('80.00') }, 'INVALID_STATE', ['input', 'credit']],
  ])('%s is refused and changes nothing', async (_name, more, code, path) => {
    const first = await sold();
    const [before, taken] = [await orders(), await market.taken()];
    expect(await replace(first, more)).toEqual({ order: null, amountDue: null, userErrors: [{ code, path }] });
    expect([await orders(), await market.taken()]).toEqual([before, taken]);
    expect((await read(market, first)).totals.refunded.amount).toBe('0.00');
  });
});
