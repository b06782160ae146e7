import { readOperation } from '@passerelle/contracts/operations';
import { afterAll, beforeEach, describe, expect, it } from 'vitest';
import {
  arrival,
  finding,
  inspection,
  key,
  openTestReturns,
  operator,
  type Paid,
  request,
  type Shown,
  shopper,
  staff,
} from '../test/open-returns.ts';

const { graph, sql, neighbours, question, act, newOrder, newPolicy, opened, accepted, pay, read, paidFor, close } =
  await openTestReturns();
afterAll(close);

beforeEach(() => {
  Object.assign(neighbours.payments, { decline: null, isSlow: false, before: () => {}, after: () => {} });
});

describe('paying back', () => {
  it('answers the stored operation of the store app: first what it would be, then what was paid', async () => {
    const found = await accepted(3);
    const operation = readOperation('store-app', 'PayBack');
    const input = { idempotencyKey: key(), id: found.id, expectedVersion: found.version };
    const sent = async (more: object) =>
      (await question<{ refundReturn: Paid }>(operation, { input: { ...input, ...more } })).refundReturn;
    expect(await sent({ dryRun: true })).toEqual({
      refund: null,
      summary: { total: { amount: '10.00' } },
      userErrors: [],
    });
    expect(paidFor(found.orderId)).toEqual([]);
    expect(await sent({})).toMatchObject({
      refund: { amount: { amount: '10.00', currency: 'EUR' }, status: 'SUCCEEDED' },
      summary: { total: { amount: '10.00' } },
      userErrors: [],
    });
    expect(await read(found)).toMatchObject({
      status: 'CLOSED',
      closedAt: graph.clock.now().toISOString(),
      availableActions: [],
      refundSummary: { total: { amount: '10.00' }, refunded: { amount: '10.00' } },
    });
    expect(paidFor(found.orderId)).toEqual([1000]);
  });

  it('goes line by line and unit by unit, with the tax of each, and adds up to the line', async () => {
    const found = await accepted(3);
    const [line] = found.lines;
    let current = found;
    const amounts = [];
    for (let unit = 0; unit < 3; unit++) {
      const paid = await pay(current, { lines: [{ returnLineId: line?.id, quantity: 1 }] });
      expect(paid.userErrors).toEqual([]);
      amounts.push(paid.refund);
      current = { ...current, ...(paid.return as Shown) };
    }
    expect(amounts).toMatchObject([
      { amount: { amount: '3.33' }, lines: [{ quantity: 1, tax: { amount: '0.56' }, fee: { amount: '0.00' } }] },
      { amount: { amount: '3.34' }, lines: [{ quantity: 1, tax: { amount: '0.55' } }] },
      { amount: { amount: '3.33' }, lines: [{ quantity: 1, tax: { amount: '0.56' } }] },
    ]);
    expect(current.status).toBe('CLOSED');
  });

  it('keeps the fees and gives back the delivery that the policy decided, once', async () => {
    await newPolicy(
      { channelId: 'chn_fees' },
      {
        restockingFeePercent: '10',
        labelFees: [{ amount: '3.00', currency: 'EUR' }],
        deliveryRefund: 'ALWAYS',
        carrierDestinationId: 'loc_lyon',
      },
    );
    const { id, lines } = newOrder({ channelId: 'chn_fees' });
    const asked = request(id, [{ orderLineId: lines[1]?.id as string, quantity: 2 }], {
      method: 'CARRIER_DROP_OFF',
      dropOffLocationId: null,
    });
    const found = (await act('createReturn', asked)).return as Shown;
    const here = (await act('receiveReturn', arrival(found, 2))).return as Shown;
    const judged = (await act('inspectReturn', inspection(here, [finding(here, 2)]))).return as Shown;
    const one = [{ returnLineId: judged.lines[0]?.id, quantity: 1 }];
    const first = await pay(judged, { lines: one });
    const sums = { goods: '79.90', delivery: '4.90', fees: '10.99', total: '73.81', refunded: '73.81' };
    expect(first.summary).toEqual(Object.fromEntries(Object.entries(sums).map(([name, amount]) => [name, { amount }])));
    const second = await pay(first.return as Shown);
    expect(second.summary).toMatchObject({ delivery: { amount: '0.00' }, fees: { amount: '7.99' } });
    expect(paidFor(id)).toEqual([7381, 7191]);
  });

  it('lets staff set fees and delivery instead, within what was paid', async () => {
    const found = await accepted(3);
    const euros = (amount: string) => ({ amount, currency: 'EUR' });
    const codes = async (more: object) =>
      (await pay(found, { dryRun: true, ...more })).userErrors.map(({ code, path }) => [code, path?.at(1)]);
    expect(await codes({ delivery: euros('4.91') })).toEqual([['INVALID_INPUT', 'delivery']]);
    expect(await codes({ fees: euros('10.01') })).toEqual([['INVALID_INPUT', 'fees']]);
    expect(await codes({ fees: euros('-1.00') })).toEqual([['INVALID_INPUT', 'fees']]);
    expect(await codes({ fees: { amount: '1.00', currency: 'GBP' } })).toEqual([['INVALID_INPUT', 'fees']]);
    expect(await codes({ lines: [{ returnLineId: 'rln_x', quantity: 1 }] })).toEqual([['NOT_FOUND', 'lines']]);
    expect(await codes({ lines: [{ returnLineId: found.lines[0]?.id, quantity: 4 }] })).toEqual([
      ['QUANTITY_TOO_LARGE', 'lines'],
    ]);
    const paid = await pay(found, { delivery: euros('4.90'), fees: euros('2.00'), method: 'STORE_CREDIT' });
    expect(paid.refund?.amount.amount).toBe('12.90');
  });

  it('waits for inspection unless the policy trusts the customer', async () => {
    await newPolicy({ channelId: 'chn_trust' }, { refundTiming: 'ON_APPROVAL' });
    await newPolicy({ channelId: 'chn_arrive' }, { refundTiming: 'ON_RECEIPT' });
    const asked = async (channelId: string) => {
      const { id, lines } = newOrder({ channelId });
      return (await act('createReturn', request(id, [{ orderLineId: lines[0]?.id as string, quantity: 1 }])))
        .return as Shown;
    };
    const [usual, arriving, trusted] = [await opened(1), await asked('chn_arrive'), await asked('chn_trust')];
    expect((await pay(usual)).userErrors).toMatchObject([{ code: 'INVALID_STATE' }]);
    expect((await pay(arriving)).userErrors).toMatchObject([{ code: 'INVALID_STATE' }]);
    const here = (await act('receiveReturn', arrival(arriving, 1))).return as Shown;
    expect((await pay(here)).refund?.status).toBe('SUCCEEDED');
    const paid = await pay(trusted);
    expect(paid).toMatchObject({ refund: { status: 'SUCCEEDED' }, return: { status: 'APPROVED' } });
    // Money is gone: the return can no longer be withdrawn, and ends when the goods came and were accepted.
    const version = paid.return?.version;
    expect((await act('cancelReturn', { id: trusted.id, expectedVersion: version })).userErrors).toMatchObject([
      { code: 'INVALID_STATE' },
    ]);
    const there = (await act('receiveReturn', arrival(paid.return as Shown, 1))).return as Shown;
    expect((await act('inspectReturn', inspection(there, [finding(there, 1)]))).return?.status).toBe('CLOSED');
  });
});

describe('a refusal of the payment service', () => {
  it('is seen, takes nothing up, and can be tried again', async () => {
    const found = await accepted(3);
    neighbours.payments.decline = 'card_expired';
    const input = { idempotencyKey: key() };
    const declined = await pay(found, input);
    expect(declined).toMatchObject({
      refund: null,
      userErrors: [{ code: 'PAYMENT_DECLINED', declineCode: 'card_expired' }],
    });
    neighbours.payments.decline = null;
    expect((await pay(found, input)).userErrors).toMatchObject([{ code: 'PAYMENT_DECLINED' }]);
    const again = await read(found);
    expect(again).toMatchObject({ status: 'INSPECTED', refunds: [{ status: 'FAILED' }] });
    expect(again.availableActions).toEqual(['REFUND', 'EXCHANGE']);
    expect(again.refundSummary.refunded.amount).toBe('0.00');
    const paid = await pay(again, { method: 'STORE_CREDIT' });
    expect(paid).toMatchObject({ refund: { status: 'SUCCEEDED' }, return: { status: 'CLOSED' } });
  });

  it('of too much tells how much is left', async () => {
    const found = await accepted(3);
    const input = { idempotencyKey: key(), orderId: found.orderId, reason: 'Sorry for the delay.' };
    const appease = `mutation ($input: AppeaseOrderInput!) { appeaseOrder(input: $input) {
      refund { status reason } userErrors { ... on UserError { code path } } } }`;
    const goodwill = async (amount: string, more: object = {}) =>
      (
        await question<{ appeaseOrder: { refund: object | null; userErrors: object[] } }>(appease, {
          input: { ...input, amount: { amount, currency: 'EUR' }, ...more },
        })
      ).appeaseOrder;
    expect(await goodwill('170.00')).toEqual({
      refund: { status: 'SUCCEEDED', reason: 'Sorry for the delay.' },
      userErrors: [],
    });
    expect(await goodwill('170.00')).toMatchObject({ refund: { status: 'SUCCEEDED' } });
    expect(paidFor(found.orderId)).toEqual([17_000]);
    expect((await pay(found)).userErrors).toMatchObject([{ code: 'REFUND_TOO_LARGE', maximum: { amount: '4.70' } }]);
    const fresh = () => ({ idempotencyKey: key() });
    expect((await goodwill('0.00', fresh())).userErrors).toMatchObject([{ path: ['input', 'amount', 'amount'] }]);
    expect((await goodwill('1.00', { ...fresh(), reason: ' ' })).userErrors).toMatchObject([
      { path: ['input', 'reason'] },
    ]);
    expect((await goodwill('1.00', { ...fresh(), orderId: 'ord_x' })).userErrors).toMatchObject([
      { code: 'NOT_FOUND' },
    ]);
  });
});

it('shows refunds to staff and to the shopper who gets them, and to nobody else', async () => {
  const found = await accepted(1);
  await pay(found);
  const query =
    'query ($of: [_Any!]!) { _entities(representations: $of) { ... on Order { refunds { amount { amount } } } } }';
  const of = [{ __typename: 'Order', id: found.orderId, deliveredAt: null, cancelledAt: null }];
  const seen = { _entities: [{ refunds: [{ amount: { amount: '3.33' } }] }] };
  expect(await question(query, { of }, staff)).toEqual(seen);
  expect(await question(query, { of }, shopper('customer-1'))).toEqual(seen);
  expect(await question(query, { of }, shopper('customer-2'))).toEqual({ _entities: [{ refunds: [] }] });
  const [{ count } = { count: 0 }] = await sql`select count(*)::integer as count from refunds where status = 'PENDING'`;
  expect(count).toBe(0);
  await expect(
    question(
      `mutation { refundReturn(input: { idempotencyKey: "12345678", id: "x", expectedVersion: 1 }) {
      refund { id } } }`,
      {},
      shopper('customer-1'),
    ),
  ).rejects.toThrow('FORBIDDEN');
  expect(operator.scopes.has('refunds:write')).toBe(true);
});
