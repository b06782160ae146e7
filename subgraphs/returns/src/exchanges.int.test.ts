import { ServiceError } from '@passerelle/server';
import { afterAll, beforeEach, expect, it } from 'vitest';
import {
  arrival,
  finding,
  inspection,
  key,
  openTestReturns,
  type Shown,
  shopper,
  staff,
  type UserError,
} from '../test/open-returns.ts';

const { graph, neighbours, question, act, opened, accepted, pay, paidFor, close } = await openTestReturns();
afterAll(close);

beforeEach(() => {
  Object.assign(neighbours.orderFaults, { before: () => {}, after: () => {}, isBusy: false });
  neighbours.payments.decline = null;
});

type Exchanged = {
  return: Shown | null;
  exchange: { id: string; status: string; order: { id: string } | null; amountDue: { amount: string } } | null;
  userErrors: UserError[];
};
const replace = async (found: Shown, sku: string, quantity: number, more: object = {}, caller = staff) => {
  const query = `mutation ($input: ExchangeReturnInput!) { exchangeReturn(input: $input) {
    return { id status version lines { id } } exchange { id status order { id } amountDue { amount } lines { sku quantity } }
    userErrors { ... on UserError { code message path } ... on InsufficientStockError { sku requestedQuantity } } } }`;
  const lines = [{ returnLineId: found.lines[0]?.id, sku, quantity }];
  const input = { idempotencyKey: key(), id: found.id, expectedVersion: found.version, lines, ...more };
  return (await question<{ exchangeReturn: Exchanged }>(query, { input }, caller)).exchangeReturn;
};
const read = async ({ id }: Shown) => {
  const query = `query ($id: ID!) { return(id: $id) { id status version lines { id } availableActions
    exchanges { status order { id } } refunds { amount { amount } status } } }`;
  return (await question<{ return: Shown & { exchanges: object[]; refunds: object[] } }>(query, { id })).return;
};
const undo = async (found: Shown, exchangeId: string | undefined, caller = staff) => {
  const query = `mutation ($input: CancelExchangeInput!) { cancelExchange(input: $input) {
    return { id status version lines { id } } exchange { id status order { id } amountDue { amount } }
    userErrors { ... on UserError { code message path } ... on InvalidStateError { currentState } } } }`;
  const input = { returnId: found.id, exchangeId, expectedVersion: found.version };
  return (await question<{ cancelExchange: Exchanged }>(query, { input }, caller)).cancelExchange;
};

it('brings another size before the old one arrives, and ends when that was accepted', async () => {
  const found = await opened(1);
  const { exchange, userErrors } = await replace(found, 'SHIRT-L', 1, {}, shopper('customer-1'));
  expect(userErrors).toEqual([]);
  expect(exchange).toMatchObject({
    status: 'PLACED',
    order: { id: `ord_for_${exchange?.id}` },
    amountDue: { amount: '0.67' },
    lines: [{ sku: 'SHIRT-L', quantity: 1 }],
  });
  const now = await read(found);
  expect(now).toMatchObject({ status: 'APPROVED', availableActions: ['RECEIVE'] });
  expect((await act('cancelReturn', { id: found.id, expectedVersion: now.version })).userErrors).toMatchObject([
    { code: 'INVALID_STATE' },
  ]);
  const here = (await act('receiveReturn', arrival(now, 1))).return as Shown;
  const judged = await act('inspectReturn', inspection(here, [finding(here, 1)]));
  expect(judged.return?.status).toBe('CLOSED');
  expect((await pay(judged.return as Shown)).userErrors).toMatchObject([{ code: 'INVALID_STATE' }]);
  expect(paidFor(found.orderId)).toEqual([]);
});

it('gives back what is left of the credit, once, and lets the rest of the line be paid for', async () => {
  const found = await accepted(3);
  const input = { idempotencyKey: key() };
  const twice = await Promise.all([replace(found, 'SHIRT-L', 1, input), replace(found, 'SHIRT-L', 1, input)]);
  expect(twice.some(({ exchange }) => exchange?.amountDue.amount === '0.67')).toBe(true);
  const up = await read(found);
  expect(up.exchanges).toHaveLength(1);
  const rest = await pay(up);
  expect(rest).toMatchObject({ refund: { amount: { amount: '6.67' } }, return: { status: 'CLOSED' } });

  // Two pairs of shoes for 159.80 against one shirt for 4.00.
  const { id: orderId, lines } = (() => {
    const order = neighbours.orders.get(found.orderId);
    return { id: order?.id as string, lines: order?.lines ?? [] };
  })();
  const asked = {
    idempotencyKey: key(),
    orderId,
    method: 'IN_STORE',
    dropOffLocationId: 'loc_lyon',
    lines: [{ orderLineId: lines[1]?.id, quantity: 2, reason: 'TOO_LARGE', resolution: 'EXCHANGE' }],
  };
  const shoes = (await act('createReturn', asked)).return as Shown;
  const down = await replace(shoes, 'SHIRT-L', 2);
  expect(down.exchange?.amountDue.amount).toBe('-151.80');
  await graph.pass({ minutes: 1 });
  expect((await read(shoes)).refunds).toEqual([{ amount: { amount: '151.80' }, status: 'SUCCEEDED' }]);
  expect(paidFor(orderId)).toEqual([667, 15_180]);
});

it('changes nothing when there is no stock, and can be tried with other goods', async () => {
  const found = await opened(2);
  const refused = await replace(found, 'GONE', 2);
  expect(refused).toMatchObject({
    exchange: null,
    userErrors: [{ code: 'INSUFFICIENT_STOCK', sku: 'GONE', requestedQuantity: 2 }],
  });
  const now = await read(found);
  expect(now.exchanges).toEqual([{ status: 'FAILED', order: null }]);
  expect(now.availableActions).toEqual(['CANCEL', 'RECEIVE', 'EXCHANGE']);
  expect((await replace(now, 'SHIRT-L', 2)).exchange?.status).toBe('PLACED');
});

it.each([
  ['does not answer', 'before'],
  ['answers to nobody after it placed the order', 'after'],
] as const)('is placed later and once when orders %s', async (_title, moment) => {
  const found = await opened(1);
  neighbours.orderFaults[moment] = () => {
    throw new Error('no answer');
  };
  const input = { idempotencyKey: key() };
  expect((await replace(found, 'SHIRT-L', 1, input)).exchange?.status).toBe('PENDING');
  neighbours.orderFaults[moment] = () => {};
  await graph.pass({ minutes: 1 });
  expect((await read(found)).exchanges).toMatchObject([{ status: 'PLACED' }]);
  const id = (await replace(found, 'SHIRT-L', 1, input)).exchange?.id as string;
  expect(neighbours.replacements.get(id)).toMatchObject({ skus: ['SHIRT-L'] });
});

it('is placed although nobody tells which shops may be sent goods', async () => {
  const found = await opened(1);
  neighbours.networkFaults.before = () => {
    throw new ServiceError('store-network does not answer');
  };
  expect((await replace(found, 'SHIRT-L', 1)).exchange?.status).toBe('PLACED');
  neighbours.networkFaults.before = () => {};
});

it('waits while orders is placing the same order for another hand', async () => {
  const found = await opened(1);
  neighbours.orderFaults.isBusy = true;
  expect((await replace(found, 'SHIRT-L', 1)).exchange?.status).toBe('PENDING');
  neighbours.orderFaults.isBusy = false;
  await graph.pass({ minutes: 1 });
  expect((await read(found)).exchanges).toMatchObject([{ status: 'PLACED' }]);
});

it.each([
  ['more units than come back', (found: Shown) => ({ lines: line(found, 'SHIRT-L', 3) }), 'QUANTITY_TOO_LARGE'],
  ['no unit', (found: Shown) => ({ lines: line(found, 'SHIRT-L', 0) }), 'INVALID_INPUT'],
  ['no line', () => ({ lines: [] }), 'INVALID_INPUT'],
  ['a line of another return', () => ({ lines: [{ returnLineId: 'x', sku: 'A', quantity: 1 }] }), 'NOT_FOUND'],
  ['an old version', () => ({ expectedVersion: 9 }), 'VERSION_CONFLICT'],
])('is refused for %s, and changes nothing', async (_title, more, code) => {
  const found = await opened(2);
  expect(await replace(found, 'SHIRT-L', 1, more(found))).toMatchObject({ exchange: null, userErrors: [{ code }] });
  expect((await replace(found, 'SHIRT-L', 1, {}, shopper('customer-2'))).userErrors).toMatchObject([
    { code: 'NOT_FOUND' },
  ]);
  expect((await read(found)).exchanges).toEqual([]);
});

const line = (found: Shown, sku: string, quantity: number) => [{ returnLineId: found.lines[0]?.id, sku, quantity }];

it('is done once by twelve hands, and never beside a refund of the same units', async () => {
  const found = await accepted(1);
  const answers = await Promise.all([
    ...Array.from({ length: 6 }, () => replace(found, 'SHIRT-L', 1)),
    ...Array.from({ length: 6 }, () => pay(found)),
  ]);
  expect(answers.filter(({ userErrors }) => userErrors.length === 0)).toHaveLength(1);
  expect((await read(found)).status).toBe('CLOSED');
});

it('is undone on both sides: the new order is cancelled and the units may be paid for', async () => {
  const found = await accepted(1);
  const { exchange } = await replace(found, 'SHIRT-L', 1);
  const closed = await read(found);
  expect(closed.status).toBe('CLOSED');
  const [first, again] = await Promise.all([undo(closed, exchange?.id), undo(closed, exchange?.id)]);
  expect([first?.userErrors, again?.userErrors]).toEqual([[], []]);
  const open = await read(found);
  expect(open).toMatchObject({ status: 'INSPECTED', exchanges: [{ status: 'CANCELLED' }] });
  expect(await pay(open)).toMatchObject({ refund: { amount: { amount: '3.33' } }, return: { status: 'CLOSED' } });
  expect((await undo(open, exchange?.id)).exchange?.status).toBe('CANCELLED');
});

it('is undone after the rest of its credit was given back, which stays given', async () => {
  const found = await accepted(3);
  const { exchange } = await replace(found, 'CHEAP', 2);
  await graph.pass({ minutes: 1 });
  const more = await read(found);
  const { order } = exchange ?? {};
  expect(order).toBeTruthy();
  expect((await undo(more, exchange?.id)).userErrors).toEqual([]);
  expect(await pay(await read(found))).toMatchObject({ userErrors: [], return: { status: 'CLOSED' } });
  expect(paidFor(found.orderId).reduce((sum, minor) => sum + minor, 0)).toBe(1000);
});

it('is not undone once its goods were handed over, while it is being placed, or by a stranger', async () => {
  const found = await opened(1);
  const { exchange } = await replace(found, 'SHIRT-L', 1);
  neighbours.handedOver.add(exchange?.id as string);
  const placed = await read(found);
  expect((await undo(placed, exchange?.id, shopper('customer-2'))).userErrors).toMatchObject([{ code: 'NOT_FOUND' }]);
  expect(await undo(placed, exchange?.id)).toMatchObject({
    exchange: null,
    userErrors: [{ code: 'INVALID_STATE', message: 'Goods were handed over.', currentState: 'PLACED' }],
  });
  expect((await read(found)).exchanges).toMatchObject([{ status: 'PLACED' }]);

  neighbours.orderFaults.before = () => {
    throw new Error('no answer');
  };
  const waiting = await opened(1);
  const begun = await replace(waiting, 'SHIRT-L', 1);
  expect((await undo(await read(waiting), begun.exchange?.id)).userErrors).toMatchObject([
    { code: 'INVALID_STATE', currentState: 'PENDING' },
  ]);
});

it('is undone later and once when orders is silent', async () => {
  const found = await opened(1);
  const { exchange } = await replace(found, 'SHIRT-L', 1);
  neighbours.orderFaults.after = () => {
    throw new Error('no answer');
  };
  expect((await undo(await read(found), exchange?.id)).exchange?.status).toBe('CANCELLING');
  expect((await pay(await read(found))).userErrors).toMatchObject([{ code: 'INVALID_STATE' }]);
  neighbours.orderFaults.after = () => {};
  await graph.pass({ minutes: 1 });
  expect(await read(found)).toMatchObject({
    exchanges: [{ status: 'CANCELLED' }],
    availableActions: ['CANCEL', 'RECEIVE', 'EXCHANGE'],
  });
});

it('lets the rest of its credit be tried again when the payment service refused it', async () => {
  const found = await accepted(3);
  neighbours.payments.decline = 'ACCOUNT_CLOSED';
  await replace(found, 'CHEAP', 2);
  await graph.pass({ minutes: 1 });
  const query = 'query ($id: ID!) { return(id: $id) { refunds { id status declineCode } } }';
  type Refunds = { return: { refunds: { id: string; status: string; declineCode: string | null }[] } };
  const refunds = async () => (await question<Refunds>(query, { id: found.id })).return.refunds;
  const [failed] = await refunds();
  expect(failed).toMatchObject({ status: 'FAILED', declineCode: 'ACCOUNT_CLOSED' });
  neighbours.payments.decline = null;
  const retry = `mutation ($input: RetryRefundInput!) { retryRefund(input: $input) {
    refund { status method amount { amount } } userErrors { ... on UserError { code } } } }`;
  const again = (idempotencyKey: string) =>
    question(retry, { input: { idempotencyKey, id: failed?.id, method: 'STORE_CREDIT' } });
  const once = { retryRefund: { refund: { status: 'SUCCEEDED', method: 'STORE_CREDIT' }, userErrors: [] } };
  const one = key();
  expect(await again(one)).toMatchObject(once);
  expect(await again(one)).toMatchObject(once);
  expect(await again(key())).toMatchObject({ retryRefund: { userErrors: [{ code: 'INVALID_STATE' }] } });
  expect(paidFor(found.orderId)).toHaveLength(1);
});
