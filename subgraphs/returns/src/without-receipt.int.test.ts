import { afterAll, beforeEach, describe, expect, it } from 'vitest';
import { aStore } from '../test/neighbours.ts';
import {
  arrival,
  finding,
  inspection,
  key,
  openTestReturns,
  operator,
  request,
  type Shown,
  staff,
  type UserError,
} from '../test/open-returns.ts';

const { graph, neighbours, question, act, newOrder, newPolicy, opened, accepted, pay, close } = await openTestReturns();
afterAll(close);
beforeEach(() => neighbours.places.set('loc_nice', aStore));

const euros = (amount: string) => ({ amount, currency: 'EUR' });
const terms = {
  windowDays: 30,
  withoutReceipt: {
    maximumValues: [euros('50.00')],
    maximumUnits: 5,
    maximumReturns: 2,
    periodDays: 90,
    needsReview: false,
    restockingFeePercent: '10',
  },
};
await newPolicy({ channelId: 'chn_shop' }, terms);
await newPolicy({ channelId: 'chn_shop', category: 'shoes' }, { ...terms, isFinalSale: true });

type Blind = Shown & { origin: string; order: null; refundCurrency: string; stockOwner: string };
const blind = async (more: Record<string, unknown> = {}, line: Record<string, unknown> = {}) => {
  const query = `mutation ($input: CreateReturnWithoutReceiptInput!) { createReturnWithoutReceipt(input: $input) {
    return { id number status version origin order { id } refundCurrency stockOwner availableActions
      lines { id sku orderLine { id } } refundSummary { goods { amount } fees { amount } total { amount } } }
    userErrors { ... on UserError { code path } ... on NotReturnableError { reasons }
      ... on QuantityTooLargeError { maximumQuantity } } } }`;
  const lines = [{ sku: 'SHIRT', quantity: 1, reason: 'CHANGED_MIND', unitPrice: euros('20.00'), ...line }];
  const base = { channelId: 'chn_shop', locationId: 'loc_lyon', currency: 'EUR', personReference: key(), lines };
  const input = { idempotencyKey: key(), ...base, ...more };
  type Made = { createReturnWithoutReceipt: { return: Blind | null; userErrors: UserError[] } };
  return (await question<Made>(query, { input }, staff)).createReturnWithoutReceipt;
};

describe('goods without a receipt', () => {
  it('are taken at the lowest price they were sold for, with its tax, and paid for as credit only, once', async () => {
    // Three shirts for 10.00 were sold: 3.33 each.
    await opened(1);
    const { return: made, userErrors } = await blind({}, { quantity: 2 });
    expect(userErrors).toEqual([]);
    const found = made as Blind;
    expect(found).toMatchObject({
      status: 'APPROVED',
      origin: 'NO_RECEIPT',
      order: null,
      refundCurrency: 'EUR',
      stockOwner: 'RECEIVER',
      lines: [{ sku: 'SHIRT', orderLine: null }],
      refundSummary: { goods: { amount: '6.66' }, fees: { amount: '0.67' }, total: { amount: '5.99' } },
      availableActions: ['CANCEL', 'RECEIVE'],
    });
    const here = (await act('receiveReturn', arrival(found, 2))).return as Shown;
    const judged = (await act('inspectReturn', inspection(here, [finding(here, 2)]))).return as Shown;
    expect([...neighbours.stocked.values()].at(-1)).toMatchObject({ orderId: null, locationId: 'loc_lyon' });
    expect((await pay(judged)).userErrors).toMatchObject([{ code: 'INVALID_INPUT', path: ['input', 'method'] }]);
    expect((await pay(judged, { method: 'CASH' })).userErrors).toMatchObject([{ code: 'INVALID_INPUT' }]);
    const asked = neighbours.calls.filter((call) => call === 'refund').length;
    const paid = await Promise.all(
      Array.from({ length: 4 }, () => pay(judged, { method: 'GIFT_CARD', target: 'card-4711' })),
    );
    // A sixth of the value is tax, as in the sale that was the cheapest.
    expect(paid.find(({ refund }) => refund)).toMatchObject({ refund: { lines: [{ tax: { amount: '1.11' } }] } });
    expect([...neighbours.credits.values()]).toEqual([{ target: 'card-4711', minor: 599 }]);
    expect(paid.filter(({ refund }) => refund?.status === 'SUCCEEDED')).toHaveLength(1);
    expect(paid.find(({ refund }) => refund)).toMatchObject({
      refund: { amount: { amount: '5.99' }, reference: 'card-4711' },
      return: { status: 'CLOSED' },
    });
    expect(neighbours.calls.filter((call) => call === 'refund')).toHaveLength(asked);
  });

  it('carry the tax of the cheapest sale also at a lower price, and none when they were never sold', async () => {
    await opened(1);
    const tax = async (line: Record<string, unknown>) => {
      const found = (await blind({}, line)).return as Blind;
      const here = (await act('receiveReturn', arrival(found, 1))).return as Shown;
      const judged = (await act('inspectReturn', inspection(here, [finding(here, 1)]))).return as Shown;
      return (await pay(judged, { method: 'STORE_CREDIT' })).refund;
    };
    const cheap = { lines: [{ amount: { amount: '3.00' }, tax: { amount: '0.50' } }] };
    expect(await tax({ unitPrice: euros('3.00') })).toMatchObject(cheap);
    const unsold = { lines: [{ amount: { amount: '20.00' }, tax: { amount: '0.00' } }] };
    expect(await tax({ sku: 'SCARF' })).toMatchObject(unsold);
  });

  it('are paid for once when the credit was refused first, or its answer was lost', async () => {
    const found = (await blind()).return as Blind;
    const here = (await act('receiveReturn', arrival(found, 1))).return as Shown;
    const judged = (await act('inspectReturn', inspection(here, [finding(here, 1)]))).return as Shown;
    neighbours.payments.decline = 'CARD_BLOCKED';
    const refused = await pay(judged, { method: 'GIFT_CARD', target: 'card-9' });
    neighbours.payments.decline = null;
    expect(refused.userErrors).toMatchObject([{ code: 'PAYMENT_DECLINED', declineCode: 'CARD_BLOCKED' }]);
    const loads = () => [...neighbours.credits.values()].filter(({ target }) => target === 'card-10');
    neighbours.payments.after = () => {
      neighbours.payments.after = () => {};
      throw new Error('the answer is lost');
    };
    const read = 'query ($id: ID!) { return(id: $id) { version status } }';
    type Read = { return: { version: number; status: string } };
    const { version } = (await question<Read>(read, { id: judged.id })).return;
    const lost = await pay({ ...judged, version }, { method: 'GIFT_CARD', target: 'card-10' });
    expect(lost.refund?.status).toBe('PENDING');
    await graph.pass({ minutes: 1 });
    expect((await question<Read>(read, { id: judged.id })).return.status).toBe('CLOSED');
    expect(loads()).toHaveLength(1);
  });

  it.each<[string, Record<string, unknown>, Record<string, unknown>, object]>([
    [
      'a channel whose policy wants one',
      { channelId: 'chn_web' },
      {},
      { code: 'NOT_RETURNABLE', reasons: ['RECEIPT_REQUIRED'] },
    ],
    ['more units', {}, { quantity: 6 }, { code: 'QUANTITY_TOO_LARGE', maximumQuantity: 5 }],
    ['a higher value', {}, { sku: 'HAT', quantity: 3 }, { code: 'NOT_RETURNABLE', reasons: ['LIMIT_REACHED'] }],
    [
      'another currency',
      { currency: 'CHF' },
      { unitPrice: { amount: '9.00', currency: 'CHF' } },
      { reasons: ['LIMIT_REACHED'] },
    ],
    ['goods on final sale', {}, { sku: 'SHOES' }, { code: 'NOT_RETURNABLE', reasons: ['FINAL_SALE'] }],
    ['goods without any price', {}, { sku: 'HAT', unitPrice: null }, { path: ['input', 'lines', '0', 'unitPrice'] }],
    ['goods nobody knows', {}, { sku: 'UNKNOWN' }, { code: 'NOT_FOUND', path: ['input', 'lines', '0', 'sku'] }],
    ['nobody', { personReference: 'x' }, {}, { code: 'INVALID_INPUT', path: ['input', 'personReference'] }],
    ['no unit', {}, { quantity: 0 }, { code: 'INVALID_INPUT', path: ['input', 'lines', '0', 'quantity'] }],
    ['an unknown place', { locationId: 'loc_x' }, {}, { code: 'NOT_FOUND', path: ['input', 'locationId'] }],
  ])('are refused for %s', async (_title, more, line, refusal) => {
    expect(await blind(more, line)).toMatchObject({ return: null, userErrors: [refusal] });
  });

  it('are taken from one person so many times in a while, also when asked at once', async () => {
    const personReference = key();
    const answers = await Promise.all(Array.from({ length: 6 }, () => blind({ personReference })));
    expect(answers.filter(({ userErrors }) => userErrors.length === 0)).toHaveLength(2);
    expect(answers.flatMap(({ userErrors }) => userErrors.flatMap(({ reasons }) => reasons))).toEqual(
      Array.from({ length: 4 }, () => 'LIMIT_REACHED'),
    );
  });

  it('wait for a person where the policy says so', async () => {
    await newPolicy({ channelId: 'chn_strict' }, { withoutReceipt: { ...terms.withoutReceipt, needsReview: true } });
    const { return: made } = await blind({ channelId: 'chn_strict' });
    expect(made).toMatchObject({ status: 'REQUESTED' });
    const approved = await act('approveReturn', { id: made?.id, expectedVersion: made?.version }, operator);
    expect(approved.return?.status).toBe('APPROVED');
  });
});

describe('anywhere', () => {
  const shown = async ({ id }: Shown) => {
    const query = `query ($id: ID!) { return(id: $id) { refundCurrency stockOwner dropOffPoint destination { id }
      lines { authorizedDisposition } transfers { quantity from { id } to { id } } } }`;
    return (await question<{ return: object }>(query, { id })).return;
  };

  it('a store takes back what its sharing policies allow, and what was promised to be taken there', async () => {
    const reason = { code: 'CHANNEL_NOT_SERVED', message: 'Another brand.', until: null };
    const found = await opened(1, { dropOffLocationId: 'loc_nice' });
    const other = await opened(1);
    neighbours.places.set('loc_nice', { type: 'STORE', reasons: [reason] });
    const { id, lines } = newOrder();
    const wish = request(id, [{ orderLineId: lines[0]?.id as string, quantity: 1 }], { dropOffLocationId: 'loc_nice' });
    const refused = [
      { code: 'LOCATION_NOT_ELIGIBLE', locationId: 'loc_nice', reasons: [{ code: 'CHANNEL_NOT_SERVED' }] },
    ];
    expect((await act('createReturn', wish)).userErrors).toMatchObject(refused);
    const there = { locationId: 'loc_nice' };
    expect((await act('receiveReturn', arrival(other, 1, there))).userErrors).toMatchObject(refused);
    expect((await act('receiveReturn', arrival(found, 1, there))).userErrors).toEqual([]);
  });

  it('tells whose stock goods become and where they go: the seller has them sent on', async () => {
    const sellers = { stockOwner: 'SELLER', carrierDestinationId: 'loc_nice', windowDays: 365 };
    await newPolicy({ channelId: 'chn_brand' }, sellers);
    const { id, lines } = newOrder({ channelId: 'chn_brand' });
    const wish = request(id, [{ orderLineId: lines[0]?.id as string, quantity: 1 }]);
    const found = (await act('createReturn', wish)).return as Shown;
    const facts = { refundCurrency: 'EUR', stockOwner: 'SELLER', destination: { id: 'loc_nice' } };
    expect(await shown(found)).toMatchObject({ ...facts, lines: [{ authorizedDisposition: 'TRANSFER' }] });
    const here = (await act('receiveReturn', arrival(found, 1))).return as Shown;
    await act('inspectReturn', inspection(here, [finding(here, 1, 'TRANSFER')]));
    const sent = [{ quantity: 1, from: { id: 'loc_lyon' }, to: { id: 'loc_nice' } }];
    expect(await shown(found)).toMatchObject({ ...facts, transfers: sent });
  });

  it('a parcel is handed in at a point of the carrier', async () => {
    const byPost = { method: 'CARRIER_DROP_OFF', dropOffLocationId: null, dropOffPoint: 'relais-69007-12' };
    const found = await opened(1, byPost);
    expect(await shown(found)).toMatchObject({ dropOffPoint: 'relais-69007-12' });
    const { id, lines } = newOrder();
    const wrong = request(id, [{ orderLineId: lines[0]?.id as string, quantity: 1 }], { dropOffPoint: 'x' });
    expect((await act('createReturn', wrong)).userErrors).toMatchObject([
      { code: 'INVALID_INPUT', path: ['input', 'dropOffPoint'] },
    ]);
  });
});

it('pays onto a gift card, whose number must be given', async () => {
  const found = await accepted(1);
  const unnamed = await pay(found, { method: 'GIFT_CARD' });
  expect(unnamed.userErrors).toMatchObject([{ code: 'INVALID_INPUT', path: ['input', 'target'] }]);
  const paid = await pay(found, { method: 'GIFT_CARD', target: 'card-1' });
  expect(paid).toMatchObject({ refund: { status: 'SUCCEEDED' }, return: { status: 'CLOSED' } });
  const query = 'query ($id: ID!) { return(id: $id) { refunds { method target } } }';
  expect(await question(query, { id: found.id })).toEqual({
    return: { refunds: [{ method: 'GIFT_CARD', target: 'card-1' }] },
  });
});

it('counts the returns of a person without a receipt anew when the period is over', async () => {
  const personReference = key();
  await blind({ personReference });
  await blind({ personReference });
  expect((await blind({ personReference })).userErrors).toMatchObject([{ reasons: ['LIMIT_REACHED'] }]);
  await graph.pass({ hours: 24 * 91 });
  expect((await blind({ personReference })).userErrors).toEqual([]);
});
