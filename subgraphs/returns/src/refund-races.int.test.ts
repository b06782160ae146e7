import { afterAll, beforeEach, describe, expect, it } from 'vitest';
import { arrival, finding, inspection, key, openTestReturns, request, type Shown } from '../test/open-returns.ts';

const { graph, neighbours, question, act, newOrder, newPolicy, accepted, pay, read, paidFor, close } =
  await openTestReturns();
afterAll(close);

beforeEach(() => {
  Object.assign(neighbours.payments, { decline: null, isSlow: false, before: () => {}, after: () => {} });
});

/** The full measure is 80 orders: `REFUND_RACE_ORDERS=80`. */
// biome-ignore lint/style/noProcessEnv: the size of a race is for who runs the tests to say
const raceOrders = Number(process.env.REFUND_RACE_ORDERS ?? 8);

describe('a refund happens once', () => {
  it('for a repeated call, and for twelve hands on one button', async () => {
    const found = await accepted(3);
    const input = { idempotencyKey: key() };
    const twice = await Promise.all([pay(found, input), pay(found, input)]);
    expect(twice.filter(({ refund }) => refund).length).toBeGreaterThanOrEqual(1);
    expect((await pay(found, input)).refund?.status).toBe('SUCCEEDED');
    expect(paidFor(found.orderId)).toEqual([1000]);

    const other = await accepted(3);
    const many = await Promise.all(Array.from({ length: 12 }, () => pay(other)));
    expect(many.filter(({ refund }) => refund)).toHaveLength(1);
    expect(paidFor(other.orderId)).toEqual([1000]);
  });

  it.each([
    ['does not answer', 'before'],
    ['answers to nobody after it paid', 'after'],
  ] as const)('when orders %s: it is on its way, and ends later', async (_title, moment) => {
    const found = await accepted(2);
    neighbours.payments[moment] = () => {
      throw new Error('no answer');
    };
    const input = { idempotencyKey: key() };
    expect(await pay(found, input)).toMatchObject({ refund: { status: 'PENDING' }, userErrors: [] });
    expect((await pay(await read(found))).userErrors).toMatchObject([{ code: 'INVALID_STATE' }]);
    neighbours.payments[moment] = () => {};
    await graph.pass({ minutes: 1 });
    expect(await read(found)).toMatchObject({ status: 'CLOSED', refunds: [{ status: 'SUCCEEDED' }] });
    await graph.pass({ hours: 1 });
    expect((await pay(found, input)).refund?.status).toBe('SUCCEEDED');
    expect(paidFor(found.orderId)).toEqual([667]);
  });

  it('while the payment service takes its time', async () => {
    const found = await accepted(1);
    neighbours.payments.isSlow = true;
    expect((await pay(found)).refund?.status).toBe('PENDING');
    await graph.pass({ minutes: 6 });
    expect((await read(found)).refunds).toMatchObject([{ status: 'PENDING' }]);
    neighbours.payments.isSlow = false;
    await graph.pass({ minutes: 6 });
    expect((await read(found)).refunds).toMatchObject([{ status: 'SUCCEEDED' }]);
  });
});

describe('races', () => {
  const half = (orderId: string) => ({
    input: { idempotencyKey: key(), orderId, amount: { amount: '87.35', currency: 'EUR' }, reason: 'Half of it.' },
  });
  const appease = `mutation ($input: AppeaseOrderInput!) { appeaseOrder(input: $input) {
    refund { status } userErrors { ... on UserError { code } } } }`;

  it('let exactly two of twelve refunds of half the money through, on each order', async () => {
    const orders = Array.from({ length: raceOrders }, () => newOrder());
    type Answer = { appeaseOrder: { refund: { status: string } | null; userErrors: { code: string }[] } };
    const answers = await Promise.all(
      orders.flatMap(({ id }) => Array.from({ length: 12 }, () => question<Answer>(appease, half(id)))),
    );
    const paid = answers.filter(({ appeaseOrder }) => appeaseOrder.refund?.status === 'SUCCEEDED');
    expect(paid).toHaveLength(2 * orders.length);
    for (const { id } of orders) expect(paidFor(id)).toEqual([8735, 8735]);
    expect(new Set(answers.flatMap(({ appeaseOrder }) => appeaseOrder.userErrors.map(({ code }) => code)))).toEqual(
      new Set(['REFUND_TOO_LARGE']),
    );
  });

  it.each([
    ['receiving', 'first'],
    ['receiving', 'last'],
    ['inspecting', 'first'],
    ['inspecting', 'last'],
    ['paying', 'first'],
    ['paying', 'last'],
  ])('of %s, sent %s, against a withdrawal leave one of them done', async (what, order) => {
    await newPolicy({ channelId: `chn_${what}_${order}` }, { refundTiming: 'ON_APPROVAL' });
    const { id, lines } = newOrder({ channelId: `chn_${what}_${order}` });
    const asked = request(id, [{ orderLineId: lines[0]?.id as string, quantity: 2 }]);
    let found = (await act('createReturn', asked)).return as Shown;
    if (what === 'inspecting') found = (await act('receiveReturn', arrival(found, 1))).return as Shown;
    const work = {
      receiving: async () => (await act('receiveReturn', arrival(found, 2))).userErrors,
      inspecting: async () => (await act('inspectReturn', inspection(found, [finding(found, 1)]))).userErrors,
      paying: async () => (await pay(found)).userErrors,
    }[what] as () => Promise<object[]>;
    const withdraw = async () =>
      (await act('cancelReturn', { id: found.id, expectedVersion: found.version })).userErrors;
    const refusals = await Promise.all(order === 'first' ? [work(), withdraw()] : [withdraw(), work()]);
    expect(refusals.filter((errors) => errors.length === 0)).toHaveLength(1);
    const now = await read(found);
    const isWithdrawn = now.status === 'CANCELLED';
    expect(paidFor(id)).toEqual(what === 'paying' && !isWithdrawn ? [667] : []);
  });
});
