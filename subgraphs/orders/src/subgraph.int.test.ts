import { readOperation } from '@passerelle/contracts/operations';
import { aCaller, aService, tableDrift } from '@passerelle/testing';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { anOrder, collection } from '../test/an-order.ts';
import { type Market, openMarket } from '../test/market.ts';
import * as tables from './storage/tables.ts';

let market: Market;
const ids: string[] = [];

beforeAll(async () => {
  market = await openMarket({
    depot: { type: 'WAREHOUSE', stock: { SHIRT: 50 } },
    lyon: { type: 'STORE', stock: { HAT: 50 } },
    nice: { type: 'STORE', stock: { HAT: 50 } },
  });
  const orders = [
    anOrder([{ sku: 'SHIRT', quantity: 1 }]),
    anOrder([{ sku: 'HAT', quantity: 1 }], { groups: [collection('lyon')] }),
    anOrder([{ sku: 'HAT', quantity: 2 }], { groups: [collection('nice')], customer: { email: 'Guest@Example.com' } }),
    anOrder([{ sku: 'SHIRT', quantity: 3 }], { externalReference: 'REF-4' }),
  ].map((input, index) => ({
    ...input,
    payment: { ...input.payment, cardToken: index > 1 ? 'tok_b' : `tok_${index}` },
  }));
  for (const input of orders) {
    const { placeOrder } = await market.ask<{ placeOrder: { order: { id: string } } }>(
      readOperation('storefront', 'Checkout'),
      { input },
      aCaller('storefront'),
    );
    ids.push(placeOrder.order.id);
    market.clock.advance({ minutes: 1 });
  }
});
afterAll(() => market[Symbol.asyncDispose]());

type Page = {
  orders: {
    totalCount: number;
    nodes: { id: string; number: string }[];
    pageInfo: { endCursor: string; startCursor: string; hasNextPage: boolean; hasPreviousPage: boolean };
  };
};
const list = async (variables: object, caller = aCaller('operator')) =>
  (
    await market.ask<Page>(
      `query ($filter: OrderFilter, $sort: [OrderSort!], $first: Int, $after: String, $last: Int, $before: String) {
        orders(filter: $filter, sort: $sort, first: $first, after: $after, last: $last, before: $before) {
          totalCount nodes { id number } pageInfo { endCursor startCursor hasNextPage hasPreviousPage } } }`,
      { ...variables },
      caller,
    )
  ).orders;
const places = async (variables: object, caller = aCaller('operator')) =>
  (await list(variables, caller)).nodes.map(({ id }) => ids.indexOf(id));

describe('orders', () => {
  it.each([
    ['all, newest first', {}, [3, 2, 1, 0]],
    ['by number, ascending', { sort: [{ field: 'NUMBER', direction: 'ASC' }] }, [0, 1, 2, 3]],
    ['by promise', { sort: [{ field: 'PROMISED_TO', direction: 'ASC' }, { field: 'NUMBER' }] }, [0, 1, 2, 3]],
    ['of a SKU', { filter: { skus: ['HAT'] } }, [2, 1]],
    ['with work at a location', { filter: { locationIds: ['depot'] } }, [3, 0]],
    ['collected', { filter: { deliveryMethods: ['CLICK_AND_COLLECT'] } }, [2, 1]],
    ['of a customer', { filter: { customerId: 'cus_1' } }, [3, 1, 0]],
    ['of an address, case ignored', { filter: { customerEmail: 'guest@example.com' } }, [2]],
    ['of a card', { filter: { cardToken: 'tok_b' } }, [3, 2]],
    ['of a card nobody paid with', { filter: { cardToken: 'TOK_B' } }, []],
    ['by reference', { filter: { externalReferences: ['REF-4'] } }, [3]],
    [
      'in states',
      { filter: { statuses: ['OPEN'], fulfillmentStatuses: ['ALLOCATED'], paymentStatuses: ['CAPTURED'] } },
      [],
    ],
    [
      'placed in a range',
      { filter: { placedAt: { from: '2035-03-05T09:31:00Z', to: '2035-03-05T09:33:00Z' } } },
      [2, 1],
    ],
    ['late', { filter: { isLate: true } }, []],
    ['not late', { filter: { isLate: false, channelIds: ['chn_web'] } }, [3, 2, 1, 0]],
  ])('are found %s', async (_title, variables, expected) => {
    expect(await places(variables)).toEqual(expected);
  });

  it('are paged both ways without gaps', async () => {
    const first = await list({ first: 3 });
    expect(first).toMatchObject({ totalCount: 4, pageInfo: { hasNextPage: true, hasPreviousPage: false } });
    const second = await list({ first: 3, after: first.pageInfo.endCursor });
    expect([...first.nodes, ...second.nodes].map(({ id }) => ids.indexOf(id))).toEqual([3, 2, 1, 0]);
    const back = await list({ last: 2, before: second.pageInfo.startCursor });
    expect(back.nodes.map(({ id }) => ids.indexOf(id))).toEqual([2, 1]);
    const otherOrder = list({ after: first.pageInfo.endCursor, sort: [{ field: 'NUMBER', direction: 'ASC' }] });
    await expect(otherOrder).rejects.toThrow('BAD_USER_INPUT');
    const tampered = Buffer.from(JSON.stringify(['PLACED_AT-,ID-', 'soon', 'x'])).toString('base64url');
    await expect(list({ after: tampered })).rejects.toThrow(/not one of this list.*BAD_USER_INPUT/s);
    await expect(list({ first: 101 })).rejects.toThrow('BAD_USER_INPUT');
  });

  it('are seen by shoppers when their own, and by staff when there is work at their location', async () => {
    expect(await places({}, aCaller('shopper', { customerId: 'cus_1' }))).toEqual([3, 1, 0]);
    expect(await places({}, aCaller('store-staff', { locationIds: ['nice'] }))).toEqual([2]);
    const one = async (id: string | undefined, caller = aCaller('operator')) =>
      (await market.ask<{ order: object | null }>('query ($id: ID!) { order(id: $id) { id } }', { id }, caller)).order;
    expect(await one(ids[2], aCaller('shopper', { customerId: 'cus_1' }))).toBeNull();
    expect(await one(ids[1], aCaller('shopper', { customerId: 'cus_1' }))).toEqual({ id: ids[1] });
    expect(await one(ids[1], aCaller('store-staff', { locationIds: ['nice'] }))).toBeNull();
    expect(await one('ord_none')).toBeNull();
  });

  it('are found by card by who takes goods back only, each within the own row rules', async () => {
    const ofCard = (caller: ReturnType<typeof aCaller>, cardToken = 'tok_b') =>
      places({ filter: { cardToken } }, caller);
    expect(await ofCard(aCaller('store-staff', { locationIds: ['nice'] }))).toEqual([2]);
    expect(await ofCard(aCaller('partner'))).toEqual([3, 2]);
    for (const role of ['shopper', 'storefront'] as const) {
      await expect(ofCard(aCaller(role, { customerId: 'cus_1' }))).rejects.toThrow('BAD_USER_INPUT');
    }
    await expect(ofCard(aCaller('operator'), '4111 1111 1111 1111')).rejects.toThrow('BAD_USER_INPUT');
  });

  it('are not shown to another shopper who comes to them from another object', async () => {
    const refer = async (customerId: string) =>
      (
        await market.ask<{ _entities: (object | null)[] }>(
          'query ($refs: [_Any!]!) { _entities(representations: $refs) { ... on Order { id } } }',
          { refs: [ids[0], 'ord_none'].map((id) => ({ __typename: 'Order', id })) },
          aCaller('shopper', { customerId }),
        )
      )._entities;
    expect(await refer('cus_1')).toEqual([{ id: ids[0] }, null]);
    expect(await refer('cus_2')).toEqual([null, null]);
  });

  it('are shown to guests by number and e-mail address together', async () => {
    const { number } = (await list({ filter: { ids: [ids[2]] } })).nodes[0] as { number: string };
    const ask = async (email: string | null, caller = aCaller('shopper', { customerId: null })) =>
      (
        await market.ask<{ orderByNumber: object | null }>(
          'query ($number: String!, $email: String) { orderByNumber(number: $number, email: $email) { id } }',
          { number, email },
          caller,
        )
      ).orderByNumber;
    expect(await ask('guest@example.com')).toEqual({ id: ids[2] });
    expect(await ask('other@example.com')).toBeNull();
    expect(await ask(null)).toBeNull();
    expect(await ask(null, aCaller('storefront'))).toEqual({ id: ids[2] });
  });

  it('answer what the order page asks of them', async () => {
    const { order } = await market.ask<{ order: object }>(
      `query OrderPage($id: ID!) { order(id: $id) { id number status fulfillmentStatus paymentStatus version placedAt
        customer { email firstName } totals { grandTotal { amount currency } balance { amount } }
        lines { id sku name quantity fulfilledQuantity total { amount currency } editability { isEditable reasons } }
        deliveryGroups { method shippingAddress { city countryCode } pickupLocation { id } promisedTo }
        shipments { carrier trackingNumber trackingUrl status lines { quantity orderLine { sku } } } } }`,
      { id: ids[0] },
      aCaller('shopper', { customerId: 'cus_1' }),
    );
    expect(order).toMatchObject({
      customer: { email: 'zoe@example.com', firstName: 'Zoé' },
      lines: [{ name: 'A shirt', total: { amount: '20.00', currency: 'EUR' }, editability: { isEditable: true } }],
      deliveryGroups: [{ method: 'DELIVERY', shippingAddress: { city: 'Lyon' }, pickupLocation: null }],
      shipments: [],
    });
  });

  it('are told to returns, and to nobody else', async () => {
    const document = readOperation('service', 'OrderForReturn');
    const { orderForReturn } = await market.ask<{ orderForReturn: object }>(
      document,
      { orderId: ids[3] },
      aService('returns'),
    );
    expect(orderForReturn).toMatchObject({
      id: ids[3],
      channelId: 'chn_web',
      status: 'OPEN',
      customerId: 'cus_1',
      currency: 'EUR',
      deliveredAt: null,
      countryCode: 'FR',
      delivery: { amount: expect.stringMatching(/^\d+\.\d{2}$/), currency: 'EUR' },
      lines: [
        {
          sku: 'SHIRT',
          quantity: 3,
          fulfilledQuantity: 0,
          total: { amount: '60.00', currency: 'EUR' },
          taxTotal: { amount: expect.stringMatching(/^\d+\.\d{2}$/), currency: 'EUR' },
        },
      ],
    });
    await expect(market.ask(document, { orderId: ids[3] })).rejects.toThrow('FORBIDDEN');
  });
});

describe('work', () => {
  it('is queued at its location, and asked for as the store app does', async () => {
    const staff = aCaller('store-staff', { locationIds: ['lyon'] });
    const { _entities } = await market.ask<{ _entities: object[] }>(
      `query ($locations: [_Any!]!) { _entities(representations: $locations) { ... on Location { id
        workload { offered late readyForPickup inProgress }
        fulfillmentOrders(filter: {statuses: [OFFERED, ACCEPTED]}, sort: [{field: DUE_AT}], first: 25) {
          nodes { status type version availableActions lines { sku name quantity pickedQuantity }
            order { id customer { firstName } } pickup { readyAt } } pageInfo { hasNextPage endCursor } } } } }`,
      { locations: ['lyon', 'nice'].map((id) => ({ __typename: 'Location', id })) },
      staff,
    );
    expect(_entities).toMatchObject([
      {
        workload: { offered: 1, late: 0, readyForPickup: 0, inProgress: 0 },
        fulfillmentOrders: {
          nodes: [{ type: 'CLICK_AND_COLLECT', availableActions: ['ACCEPT', 'REJECT'], order: { id: ids[1] } }],
        },
      },
      { workload: null, fulfillmentOrders: { nodes: [] } },
    ]);
  });

  it('is fetched page by page by a warehouse', async () => {
    const partner = aCaller('partner', { locationIds: ['depot'] });
    const { fulfillmentOrders } = await market.ask<{ fulfillmentOrders: { nodes: { lines: object[] }[] } }>(
      readOperation('partner', 'WmsQueue'),
      { locationIds: ['depot', 'lyon'] },
      partner,
    );
    expect(fulfillmentOrders.nodes.map(({ lines }) => lines)).toEqual([
      [{ sku: 'SHIRT', quantity: 1 }],
      [{ sku: 'SHIRT', quantity: 3 }],
    ]);
  });

  it('of another location is as if it were not there', async () => {
    const { fulfillmentOrders } = await market.ask<{ fulfillmentOrders: { nodes: { id: string }[] } }>(
      readOperation('partner', 'WmsQueue'),
      { locationIds: ['depot'] },
    );
    const id = fulfillmentOrders.nodes[0]?.id;
    const staff = aCaller('store-staff', { locationIds: ['lyon'] });
    const { fulfillmentOrder } = await market.ask<{ fulfillmentOrder: null }>(
      'query ($id: ID!) { fulfillmentOrder(id: $id) { id } }',
      { id },
      staff,
    );
    expect(fulfillmentOrder).toBeNull();
    const { acceptFulfillmentOrder } = await market.ask<{ acceptFulfillmentOrder: object }>(
      readOperation('store-app', 'Accept'),
      { input: { id, expectedVersion: 1 } },
      staff,
    );
    expect(acceptFulfillmentOrder).toEqual({ fulfillmentOrder: null, userErrors: [{ code: 'NOT_FOUND' }] });
  });
});

it('reads a page of orders with all their parts in a fixed number of statements', async () => {
  const page = (first: number) => `{ orders(first: ${first}) { nodes { totals { grandTotal { amount } }
    lines { sku total { amount } deliveryGroup { method } editability { isEditable } } payments { status }
    fulfillmentOrders { lines { name } shipments { id } } routingDecisions { strategy } } } }`;
  const count = async (first: number) => {
    market.statements.length = 0;
    await market.ask(page(first));
    // A connection that opens meanwhile asks for types first.
    return market.statements.filter((text) => !text.includes('pg_type')).length;
  };
  expect(await count(4)).toBe(await count(1));
});

it('declares the tables that its migrations make', async () => {
  expect(await tableDrift(market.orders.sql, tables)).toEqual([]);
});

it('keeps every invariant', async () => {
  expect(await market.broken()).toEqual([]);
});
