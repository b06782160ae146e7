import { readOperation } from '@passerelle/contracts/operations';
import { aCaller } from '@passerelle/testing';
import { afterAll, expect, it } from 'vitest';
import { mutation } from '../test/doors.ts';
import { operator, staff } from '../test/open-returns.ts';
import { openRealMarket } from '../test/real-market.ts';
import { shopper } from '../test/selling.ts';

const market = await openRealMarket();
const { graph, question, change, openPlace, collectedOrder, receive, stockAt } = market;
const { find, askedBack, takenIn, judged, payBack, key } = market;
const lyon = await openPlace('Lyon');
const relay = await openPlace('Relay', { type: 'COLLECTION_POINT', services: ['RETURN_IN_STORE'] });
const closed = await openPlace('Kiosk', { type: 'COLLECTION_POINT', services: [] });
const foreign = await openPlace('Other-brand', {
  type: 'COLLECTION_POINT',
  services: ['RETURN_IN_STORE'],
  isInChannel: false,
});
const depot = await openPlace('Depot', { type: 'WAREHOUSE', services: ['RETURN_TO_WAREHOUSE'] });
const atRelay = aCaller('store-staff', { locationIds: [relay], subject: 'relay' });
await graph.settle();
await receive(lyon, 'SHIRT', 8);
afterAll(market.close);

const terms = {
  windowDays: 30,
  methods: ['IN_STORE', 'DROP_OFF_POINT'],
  carrierDestinationId: depot,
  restockingFeePercent: '10',
};
const newPolicy = async (more: object, scope: object) => {
  const text = mutation('createReturnPolicy', 'returnPolicy { id }');
  const input = { idempotencyKey: key(), name: 'Points', scope, terms: { ...terms, ...more } };
  return change('returns', text, { ...input, validFrom: '2020-01-01T00:00:00Z' });
};
await newPolicy({}, { channelId: 'chn_web' });

type Facts = {
  status: string;
  availableActions: string[];
  lodgedLocation: { id: string } | null;
  transfers: { id: string; arrivedAt: string | null }[];
};
const facts = async (id: string) => {
  const query = `query ($id: ID!) { return(id: $id) { status method stockOwner availableActions refundCurrency
    dropOffLocation { id } lodgedLocation { id } destination { id }
    transfers { id isInspected sku quantity from { id } to { id } arrivedAt } } }`;
  return (await question<{ return: Facts }>('returns', query, { id }, operator)).return;
};
const toRelay = { method: 'DROP_OFF_POINT' };
const arrive = async (id: string, locationId: string, caller = staff) => {
  const { transfers } = await facts(id);
  const text = mutation('receiveReturnTransfer', 'return { status }');
  const input = { transferId: transfers.at(-1)?.id, locationId };
  return question<{ receiveReturnTransfer: { userErrors: { code: string }[] } }>('returns', text, { input }, caller);
};
const expected = async () => {
  const query = 'query { expectedReturns(skus: ["SHIRT"]) { location { id } units } }';
  type Answer = { expectedReturns: { location: { id: string }; units: number }[] };
  const { expectedReturns } = await question<Answer>('returns', query, {}, operator);
  return expectedReturns.filter(({ location }) => location.id === depot);
};

it('takes goods at a point, sends them to where they are judged, and sells them there, once', async () => {
  const order = await collectedOrder(lyon);
  const { id } = await askedBack(order, 2, relay, toRelay);
  const announced = { method: 'DROP_OFF_POINT', stockOwner: 'RECEIVER', refundCurrency: 'EUR' };
  const places = { dropOffLocation: { id: relay }, destination: { id: depot } };
  expect(await facts(id)).toMatchObject({ ...announced, ...places, lodgedLocation: null, transfers: [] });
  expect(await expected()).toEqual([{ location: { id: depot }, units: 2 }]);

  await takenIn(id, 2, relay, atRelay);
  const sent = { isInspected: false, sku: 'SHIRT', quantity: 2, from: { id: relay }, to: { id: depot } };
  expect(await facts(id)).toMatchObject({
    ...places,
    status: 'RECEIVED',
    lodgedLocation: { id: relay },
    // Nothing is there to be judged, and the policy pays after that only.
    availableActions: ['EXCHANGE'],
    transfers: [{ ...sent, arrivedAt: null }],
  });
  expect(await expected()).toEqual([{ location: { id: depot }, units: 2 }]);
  const look = async (locationId: string) => {
    const { version, lines } = await find(id);
    const found = [{ returnLineId: lines[0]?.id, quantity: 2, condition: 'AS_NEW', disposition: 'RESTOCK' }];
    const input = { idempotencyKey: key(), id, expectedVersion: version, locationId, lines: found };
    type Looked = { inspectReturn: { userErrors: { code: string }[] } };
    return (await question<Looked>('returns', readOperation('store-app', 'Inspect'), { input }, staff)).inspectReturn;
  };
  expect((await look(depot)).userErrors).toEqual([{ code: 'INVALID_STATE' }]);
  expect(await stockAt(relay)).toMatchObject({ on_hand: 0, blocked: 0 });

  expect((await arrive(id, relay)).receiveReturnTransfer.userErrors).toMatchObject([
    { code: 'INVALID_INPUT', path: ['input', 'locationId'] },
  ]);
  expect((await arrive(id, depot, atRelay)).receiveReturnTransfer.userErrors).toMatchObject([{ code: 'NOT_FOUND' }]);
  const arrivals = await Promise.all(Array.from({ length: 4 }, () => arrive(id, depot)));
  expect(arrivals.flatMap(({ receiveReturnTransfer }) => receiveReturnTransfer.userErrors)).toEqual([]);
  expect((await look(relay)).userErrors).toMatchObject([{ code: 'INVALID_INPUT' }]);
  expect(await stockAt(depot)).toMatchObject({ on_hand: 0 });
  expect(await expected()).toEqual([]);

  await judged(id, 2, depot);
  await graph.settle();
  expect(await stockAt(depot)).toMatchObject({ on_hand: 2, blocked: 0 });
  expect((await payBack(id)).amount.amount).toBe('45.00');
  expect((await facts(id)).status).toBe('CLOSED');
});

it('pays when a point took the goods where the policy says so, and what is judged later changes no money', async () => {
  const group = { customers: [{ customerId: 'customer-1', customerGroup: 'gold' }] };
  await newPolicy({ refundTiming: 'ON_RECEIPT', stockOwner: 'SELLER' }, { customerGroup: 'gold' });
  await change('returns', mutation('setReturnCustomerGroups', 'count'), group);
  const { id } = await askedBack(await collectedOrder(lyon), 1, relay, toRelay);
  await takenIn(id, 1, relay, atRelay);
  expect(await facts(id)).toMatchObject({ stockOwner: 'SELLER', destination: { id: depot } });
  expect((await payBack(id)).amount.amount).toBe('22.50');
  expect((await facts(id)).status).toBe('RECEIVED');
  await arrive(id, depot);
  await judged(id, 1, depot);
  expect(await find(id)).toMatchObject({ status: 'CLOSED', refunds: [{ amount: { amount: '22.50' } }] });
});

it('takes what was announced elsewhere too, and a shop may take what was announced for a point', async () => {
  const toShop = await askedBack(await collectedOrder(lyon), 1, lyon);
  await takenIn(toShop.id, 1, relay, atRelay);
  const { transfers } = await facts(toShop.id);
  // For customers of the group the seller has goods sent on to its depot.
  expect(transfers).toMatchObject([{ isInspected: false, from: { id: relay }, to: { id: depot } }]);
  const toPoint = await askedBack(await collectedOrder(lyon), 1, relay, toRelay);
  await takenIn(toPoint.id, 1, lyon);
  expect(await facts(toPoint.id)).toMatchObject({ lodgedLocation: { id: lyon }, transfers: [] });
});

it('refuses what is no point, a point that takes no returns, and units nobody announced', async () => {
  await receive(lyon, 'SHIRT', 2);
  const order = await collectedOrder(lyon);
  const ask = async (method: string, dropOffLocationId: string | null) => {
    const lines = [{ orderLineId: order.lineId, quantity: 1, reason: 'TOO_SMALL' }];
    const input = { idempotencyKey: key(), orderId: order.id, method, dropOffLocationId, lines };
    type Asked = { createReturn: { userErrors: { code: string; path: string[] }[] } };
    const text = mutation('createReturn', 'return { id }');
    return (await question<Asked>('returns', text, { input }, shopper)).createReturn.userErrors;
  };
  const path = ['input', 'dropOffLocationId'];
  expect(await ask('DROP_OFF_POINT', lyon)).toMatchObject([{ code: 'INVALID_INPUT', path }]);
  expect(await ask('IN_STORE', relay)).toMatchObject([{ code: 'INVALID_INPUT', path }]);
  expect(await ask('DROP_OFF_POINT', null)).toMatchObject([{ code: 'INVALID_INPUT', path }]);
  expect(await ask('DROP_OFF_POINT', closed)).toMatchObject([{ code: 'LOCATION_NOT_ELIGIBLE', path }]);
  expect(await ask('DROP_OFF_POINT', foreign)).toMatchObject([{ code: 'LOCATION_NOT_ELIGIBLE', path }]);
  expect(await ask('DROP_OFF_POINT', 'loc_nobody')).toMatchObject([{ code: 'NOT_FOUND', path }]);

  const { id, version } = await askedBack(order, 1, relay, toRelay);
  const extras = [{ sku: 'SHIRT-L', quantity: 1 }];
  const input = { idempotencyKey: key(), id, expectedVersion: version, locationId: relay, lines: [], extras };
  const takeBack = readOperation('store-app', 'TakeBack');
  type Taken = { receiveReturn: { userErrors: object[] } };
  const { receiveReturn } = await question<Taken>('returns', takeBack, { input }, atRelay);
  expect(receiveReturn.userErrors).toEqual([{ code: 'INVALID_INPUT' }]);

  const homeless = { idempotencyKey: key(), name: 'Nowhere', scope: { category: 'x' } };
  const nowhere = { ...homeless, terms: { ...terms, carrierDestinationId: null } };
  const made = await question<Record<string, { userErrors: object[] }>>(
    'returns',
    mutation('createReturnPolicy', 'returnPolicy { id }'),
    { input: nowhere },
    operator,
  );
  expect(made.createReturnPolicy?.userErrors).toMatchObject([
    { code: 'INVALID_INPUT', path: ['input', 'terms', 'carrierDestinationId'] },
  ]);
});
