import { readOperation } from '@passerelle/contracts/operations';
import { openInventory } from '@passerelle/inventory';
import { openOrders } from '@passerelle/orders';
import type { Caller, SubgraphName } from '@passerelle/server';
import { openStoreNetwork } from '@passerelle/store-network';
import { aCaller, ask, testGraph } from '@passerelle/testing';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { invariants, openReturns } from './index.ts';

let graph: Awaited<ReturnType<typeof testGraph>>;
beforeAll(async () => {
  graph = await testGraph({
    'store-network': openStoreNetwork,
    inventory: openInventory,
    orders: openOrders,
    returns: openReturns,
  });
});
afterAll(() => graph[Symbol.asyncDispose]());

const operator = aCaller('operator');
const staff = aCaller('store-staff');
const storefront = aCaller('storefront');
const euros = (amount: string) => ({ amount, currency: 'EUR' });

const sqlOf = (name: SubgraphName) => {
  const subgraph = graph.subgraphs.get(name);
  if (!subgraph) throw new Error(`${name} is not open`);
  return subgraph.database.sql;
};

async function question<Data>(name: SubgraphName, query: string, variables: object, caller: Caller) {
  const executor = graph.executors.get(name);
  if (!executor) throw new Error(`${name} is not open`);
  return ask<Data>(executor, query, { ...variables }, caller);
}

/** Sends a mutation, stored or not, that must not be refused, and answers its payload. */
async function change<Payload>(name: SubgraphName, query: string, input: object, caller: Caller = operator) {
  const data = await question<Record<string, Payload & { userErrors: object[] }>>(name, query, { input }, caller);
  const [payload] = Object.values(data);
  if (!payload) throw new Error(`${query} answered nothing`);
  expect(payload.userErrors).toEqual([]);
  return payload;
}

const mutation = (field: string, payload: string) =>
  `mutation ($input: ${field[0]?.toUpperCase()}${field.slice(1)}Input!) {
    ${field}(input: $input) { ${payload} userErrors { ... on UserError { code message path } } } }`;

/** A shop that hands out and takes back, in the web shop's channel or in none. */
async function openShop(code: string, isInChannel: boolean): Promise<string> {
  const address = { lines: ['1 rue de la République'], city: code, postalCode: '69001', countryCode: 'FR' };
  const shop = { idempotencyKey: `shop-${code}`, code, name: code, type: 'STORE', address, timeZone: 'Europe/Paris' };
  type Created = { location: { id: string; version: number } };
  const { location } = await change<Created>(
    'store-network',
    mutation('createLocation', 'location { id version }'),
    shop,
  );
  let { version } = location;
  for (const type of ['CLICK_AND_COLLECT', 'RETURN_IN_STORE']) {
    const service = {
      locationId: location.id,
      expectedVersion: version,
      type,
      isEnabled: true,
      preparationTime: 'PT1H',
    };
    const text = mutation('setLocationService', 'location { version }');
    version = (await change<{ location: { version: number } }>('store-network', text, service)).location.version;
  }
  const days = ['MONDAY', 'TUESDAY', 'WEDNESDAY', 'THURSDAY', 'FRIDAY', 'SATURDAY', 'SUNDAY'];
  const periods = days.map((day) => ({ day, opensAt: '09:00', closesAt: '20:00' }));
  const hours = { locationId: location.id, expectedVersion: version, periods };
  await change('store-network', mutation('setOpeningHours', 'location { id }'), hours);
  await change('store-network', mutation('setLocationStatus', 'location { id }'), {
    id: location.id,
    expectedVersion: version + 1,
    status: 'ACTIVE',
  });
  if (isInChannel) {
    const [channel] = await sqlOf('store-network')`select version from channels where id = 'chn_web'`;
    const served = { channelId: 'chn_web', expectedVersion: channel?.version, addLocationIds: [location.id] };
    await change('store-network', mutation('updateChannelLocations', 'channel { id }'), served);
  }
  return location.id;
}

/** An order of two shirts, collected in the shop. */
async function collectedOrder(locationId: string) {
  const placed = await change<{ order: { id: string } }>(
    'orders',
    readOperation('storefront', 'Checkout'),
    {
      idempotencyKey: 'checkout-1',
      channelId: 'chn_web',
      customer: { customerId: 'customer-1', email: 'camille@example.com', firstName: 'Camille', lastName: 'Martin' },
      deliveryGroups: [{ key: 'all', method: 'CLICK_AND_COLLECT', pickupLocationId: locationId, price: euros('0.00') }],
      lines: [
        {
          sku: 'SHIRT',
          quantity: 2,
          name: 'Shirt',
          unitPrice: euros('25.00'),
          taxTotal: euros('8.33'),
          deliveryGroupKey: 'all',
        },
      ],
      expectedTotal: euros('50.00'),
      payment: { provider: 'demo', reference: 'pay-1', method: 'card', authorized: euros('50.00') },
    },
    storefront,
  );
  const query = `query ($id: ID!) { order(id: $id) { lines { id } fulfillmentOrders { id version lines { id quantity } } } }`;
  type Work = { id: string; version: number; lines: { id: string; quantity: number }[] };
  type Read = { order: { lines: { id: string }[]; fulfillmentOrders: Work[] } };
  const read = async () => (await question<Read>('orders', query, { id: placed.order.id }, operator)).order;
  const work = async () => (await read()).fulfillmentOrders[0] as Work;

  const offered = await work();
  await change(
    'orders',
    readOperation('store-app', 'Accept'),
    { id: offered.id, expectedVersion: offered.version },
    staff,
  );
  const lines = offered.lines.map((line) => ({ lineId: line.id, pickedQuantity: line.quantity }));
  const picking = { id: offered.id, expectedVersion: (await work()).version, lines, isComplete: true };
  await change('orders', readOperation('store-app', 'Pick'), picking, staff);
  const ready = { id: offered.id, expectedVersion: (await work()).version };
  await change('orders', mutation('markReadyForPickup', 'fulfillmentOrder { id }'), ready, staff);
  const collect = { idempotencyKey: 'collect-1', id: offered.id, identityChecked: true };
  await change('orders', readOperation('store-app', 'Collect'), collect, staff);
  await graph.settle();
  return { id: placed.order.id, lineId: (await read()).lines[0]?.id as string };
}

const stockAt = async (locationId: string) => {
  const [level] = await sqlOf('inventory')`
    select on_hand, blocked from stock_levels join items using (item_no) join locations using (location_no)
    where sku = 'SHIRT' and locations.id = ${locationId}`;
  return level ?? { on_hand: 0, blocked: 0 };
};

it('takes back in any shop what was collected in another, sells it again there, and pays it back', async () => {
  await sqlOf('store-network')`
    insert into channels (id, code, name, type, currency, default_locale, ships_to)
    values ('chn_web', 'WEB', 'Web shop', 'ECOMMERCE', 'EUR', 'fr-FR', '{FR}')`;
  await sqlOf('inventory')`insert into items (sku) values ('SHIRT')`;
  const lyon = await openShop('Lyon', true);
  const nice = await openShop('Nice', false);
  await graph.settle();
  const event = {
    eventId: 'e1',
    locationId: lyon,
    sku: 'SHIRT',
    delta: 5,
    reason: 'RECEIPT',
    occurredAt: graph.clock.now().toISOString(),
  };
  await change('inventory', readOperation('partner', 'TillEvents'), { source: 'till', events: [event] });
  const { id, lineId } = await collectedOrder(lyon);
  expect(await stockAt(lyon)).toEqual({ on_hand: 3, blocked: 0 });

  const facts = entitiesOf('... on OrderLine { returnableQuantity }');
  const line = { __typename: 'OrderLine', id: lineId, fulfilledQuantity: 2 };
  expect(await question('returns', facts, { of: [line] }, operator)).toEqual({
    _entities: [{ returnableQuantity: 2 }],
  });

  const shopper = aCaller('shopper', { customerId: 'customer-1' });
  const asked = await change<{ return: { id: string } }>(
    'returns',
    readOperation('storefront', 'AskReturn'),
    {
      idempotencyKey: 'return-1',
      orderId: id,
      method: 'IN_STORE',
      dropOffLocationId: lyon,
      lines: [{ orderLineId: lineId, quantity: 2, reason: 'TOO_SMALL' }],
    },
    shopper,
  );
  const read = `query ($id: ID!) { return(id: $id) { version lines { id } refundSummary { total { amount } } } }`;
  type Read = { return: { version: number; lines: { id: string }[]; refundSummary: object } };
  const found = async () => (await question<Read>('returns', read, { id: asked.return.id }, staff)).return;

  const open = await found();
  expect(open.refundSummary).toEqual({ total: { amount: '50.00' } });
  const returnLineId = open.lines[0]?.id;
  const here = { id: asked.return.id, locationId: nice };
  await change(
    'returns',
    readOperation('store-app', 'TakeBack'),
    {
      ...here,
      idempotencyKey: 'take-back-1',
      expectedVersion: open.version,
      lines: [{ returnLineId, quantity: 2 }],
    },
    staff,
  );
  await change(
    'returns',
    readOperation('store-app', 'Inspect'),
    {
      ...here,
      idempotencyKey: 'inspect-1',
      expectedVersion: (await found()).version,
      lines: [
        { returnLineId, quantity: 1, condition: 'AS_NEW', disposition: 'RESTOCK' },
        { returnLineId, quantity: 1, condition: 'WORN', disposition: 'REPAIR' },
      ],
    },
    staff,
  );
  expect(await stockAt(nice)).toEqual({ on_hand: 2, blocked: 1 });
  type Paid = { refund: { status: string; amount: { amount: string } } };
  const paid = await change<Paid>(
    'returns',
    readOperation('store-app', 'PayBack'),
    { idempotencyKey: 'pay-back-1', id: asked.return.id, expectedVersion: (await found()).version },
    staff,
  );
  expect(paid.refund.amount.amount).toBe('50.00');
  await graph.pass({ hours: 1 });
  const refund = 'query ($id: ID!) { return(id: $id) { status refunds { status } } }';
  expect(await question('returns', refund, { id: asked.return.id }, staff)).toEqual({
    return: { status: 'CLOSED', refunds: [{ status: 'SUCCEEDED' }] },
  });
  // Everything that was captured went back: nothing is left for an appeasement.
  const appease = `mutation ($input: AppeaseOrderInput!) { appeaseOrder(input: $input) {
    refund { id } userErrors { ... on UserError { code } } } }`;
  const one = { idempotencyKey: 'appease-1', orderId: id, amount: euros('0.01'), reason: 'Sorry.' };
  expect(await question('returns', appease, { input: one }, staff)).toEqual({
    appeaseOrder: { refund: null, userErrors: [{ code: 'REFUND_TOO_LARGE' }] },
  });
  expect(await stockAt(nice)).toEqual({ on_hand: 2, blocked: 1 });
  for (const { name, sql } of invariants) expect(await sqlOf('returns').unsafe(sql), name).toEqual([]);
});

const entitiesOf = (selection: string) => `query ($of: [_Any!]!) { _entities(representations: $of) { ${selection} } }`;
