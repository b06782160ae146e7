import { readOperation } from '@passerelle/contracts/operations';
import { aCaller, aService } from '@passerelle/testing';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { anOrder, collection } from '../../test/an-order.ts';
import { type Market, openMarket } from '../../test/market.ts';
import { demoPayment, euro } from '../../test/selling.ts';

let market: Market;
beforeAll(async () => {
  market = await openMarket({
    depot: { type: 'WAREHOUSE', stock: { SHIRT: 5 } },
    lyon: { type: 'STORE', stock: { SHIRT: 5, HAT: 2 } },
  });
});
afterAll(() => market[Symbol.asyncDispose]());

type Imported = {
  acceptedCount: number;
  rejectedCount: number;
  rows: {
    index: number;
    order: { id: string; status: string } | null;
    userErrors: { code: string; path: string[] }[];
  }[];
  userErrors: { code: string; path: string[] }[];
};
const bring = async (orders: object[], caller = aCaller('partner')) =>
  (
    await market.ask<{ importOrders: Imported }>(
      `mutation ($input: ImportOrdersInput!) { importOrders(input: $input) { acceptedCount rejectedCount
        rows { index order { id status } userErrors { ... on UserError { code path } } }
        userErrors { ... on UserError { code path } } } }`,
      { input: { orders } },
      caller,
    )
  ).importOrders;
const shirt = (quantity = 1, more: Record<string, unknown> = {}) => anOrder([{ sku: 'SHIRT', quantity }], more);
const history = {
  locationId: 'closed-long-ago',
  fulfilledAt: '2034-06-02T10:00:00Z',
  deliveredAt: '2034-06-04T10:00:00Z',
  carrier: 'Colissimo',
  trackingNumber: '6A123',
};
const placedAt = '2034-06-01T10:00:00Z';

describe('many orders at once', () => {
  it('are placed each by itself: a bad row tells what is wrong with it and stops no other', async () => {
    const rows = [
      shirt(),
      { ...shirt(), expectedTotal: euro('1.00') },
      shirt(40),
      shirt(0),
      shirt(1, { groups: [collection('lyon')] }),
      shirt(1, { externalReference: 'AMZ-7' }),
      shirt(1, { externalReference: 'AMZ-7' }),
    ].map((order) => ({ order }));
    const imported = await bring(rows);
    expect(imported).toMatchObject({ acceptedCount: 3, rejectedCount: 4, userErrors: [] });
    expect(imported.rows.map(({ index }) => index)).toEqual([0, 1, 2, 3, 4, 5, 6]);
    const told = imported.rows.map(({ userErrors }) =>
      userErrors.map(({ code, path }) => `${code} ${path?.join('.')}`),
    );
    expect(told.slice(0, 5)).toEqual([
      [],
      ['PRICE_MISMATCH input.orders.1.order.expectedTotal'],
      ['INSUFFICIENT_STOCK input.orders.2.order.lines.0.quantity'],
      ['INVALID_INPUT input.orders.3.order.lines.0.quantity', 'INVALID_INPUT input.orders.3.order.lines.0.taxTotal'],
      [],
    ]);
    // Two rows with one reference: either may win, and one does.
    expect(told.slice(5).map(String).sort()).toEqual([
      '',
      expect.stringMatching(/^INVALID_INPUT input\.orders\.[56]\.order\.externalReference$/),
    ]);
    const reserved = Object.values((await market.taken()).reserved).reduce((sum, units) => sum + units, 0);
    expect(reserved).toBe(3);
    expect(await market.broken()).toEqual([]);

    const again = await bring(rows);
    expect(again).toEqual(imported);
    expect(await market.orders.sql`select from orders`).toHaveLength(3);
  });

  it('are none, or too many: the call is refused and does nothing', async () => {
    expect((await bring([])).userErrors).toEqual([{ code: 'INVALID_INPUT', path: ['input', 'orders'] }]);
    const many = Array.from({ length: 101 }, () => ({ order: shirt() }));
    expect((await bring(many)).userErrors).toEqual([{ code: 'LIMIT_EXCEEDED', path: ['input', 'orders'] }]);
  });

  it('need a scope of their own', async () => {
    await expect(bring([{ order: shirt() }], aCaller('storefront'))).rejects.toThrow('FORBIDDEN');
  });

  it('go on where a process died: sent again, no row is there twice', async () => {
    const before = (await market.orders.sql`select from orders`).length;
    const rows = [
      { order: shirt(1, { placedAt }), history },
      { order: shirt(1, { placedAt }), history },
    ];
    market.killAt('order-stored');
    await expect(bring(rows)).rejects.toThrow('Internal server error');
    await market.pass({ seconds: 31 });
    expect(await bring(rows)).toMatchObject({ acceptedCount: 2, rejectedCount: 0 });
    expect(await market.orders.sql`select from orders`).toHaveLength(before + 2);
    expect(await market.broken()).toEqual([]);
  });
});

describe('an order of the past', () => {
  it('is stored as it came about, takes nothing, and can be returned', async () => {
    const before = await market.taken();
    const order = anOrder(
      [
        { sku: 'GONE', quantity: 2, group: 'home' },
        { sku: 'HAT', quantity: 1, group: 'store' },
      ],
      { placedAt, groups: [{ ...shirt().deliveryGroups[0] }, collection('lyon')] },
    );
    const { rows } = await bring([{ order, history }]);
    const id = rows[0]?.order?.id as string;
    const { order: seen } = await market.ask<{ order: object }>(
      `query ($id: ID!) { order(id: $id) { status fulfillmentStatus paymentStatus placedAt deliveredAt
        totals { captured { amount } balance { amount } } payments { status captured { amount } }
        lines { sku quantity fulfilledQuantity } holds { id } routingDecisions { id }
        fulfillmentOrders { type status shipments { status trackingNumber deliveredAt } }
        events(first: 5) { nodes { type message } } } }`,
      { id },
    );
    expect(seen).toMatchObject({
      status: 'COMPLETED',
      fulfillmentStatus: 'FULFILLED',
      paymentStatus: 'CAPTURED',
      placedAt: '2034-06-01T10:00:00.000Z',
      deliveredAt: '2034-06-04T10:00:00.000Z',
      totals: { captured: { amount: '65.00' }, balance: { amount: '0.00' } },
      payments: [{ status: 'CAPTURED', captured: { amount: '65.00' } }],
      holds: [],
      routingDecisions: [],
      fulfillmentOrders: [
        { type: 'WAREHOUSE_SHIP', status: 'SHIPPED', shipments: [{ status: 'DELIVERED', trackingNumber: '6A123' }] },
        { type: 'CLICK_AND_COLLECT', status: 'COLLECTED', shipments: [] },
      ],
      events: { nodes: [{ type: 'order.imported', message: expect.stringContaining('2034-06-04') }] },
    });
    const forReturn = await market.ask<{ orderForReturn: { lines: object[] } }>(
      readOperation('service', 'OrderForReturn'),
      { orderId: id },
      aService('returns'),
    );
    expect(forReturn.orderForReturn.lines).toHaveLength(2);
    await market.settle();
    expect(await market.taken()).toEqual(before);
    expect(await market.broken()).toEqual([]);
  });

  it('is not paid back where its money never was, and told so, but as credit', async () => {
    const { rows } = await bring([{ order: shirt(1, { placedAt, payment: demoPayment('25.00') }), history }]);
    const input = { orderId: rows[0]?.order?.id, refundReference: 'rfd_past', amount: euro('20.00') };
    const payBack = async (more: object) =>
      (
        await market.ask<{ refundOrder: { status: string; declineCode: string | null; refundable: object } }>(
          readOperation('service', 'RefundOrder'),
          { input: { ...input, ...more } },
          aService('returns'),
        )
      ).refundOrder;
    const declined = {
      status: 'FAILED',
      declineCode: 'UNKNOWN_CAPTURE',
      refundable: { amount: '25.00' },
      userErrors: [],
    };
    expect(await payBack({ method: 'ORIGINAL_PAYMENT' })).toMatchObject(declined);
    await market.settle();
    expect(await payBack({ method: 'ORIGINAL_PAYMENT' })).toMatchObject(declined);
    expect(await payBack({ method: 'STORE_CREDIT', refundReference: 'rfd_credit' })).toMatchObject({
      status: 'SUCCEEDED',
      refundable: { amount: '5.00' },
    });
    expect(await market.broken()).toEqual([]);
  });

  it('is refused when its moments do not follow each other or it does not say who shipped it', async () => {
    const row = (more: object, at: object = { placedAt }) => ({
      order: shirt(1, { ...at }),
      history: { ...history, ...more },
    });
    const { rows } = await bring([
      row({}, {}),
      row({ fulfilledAt: '2034-05-01T00:00:00Z' }),
      row({ deliveredAt: '2034-06-01T12:00:00Z' }),
      row({ deliveredAt: '2035-04-01T00:00:00Z' }),
      row({ locationId: null, carrier: ' ' }),
    ]);
    expect(rows.map(({ userErrors }) => userErrors.map(({ path }) => path.slice(3).join('.')))).toEqual([
      ['order.placedAt'],
      ['history.fulfilledAt'],
      ['history.deliveredAt'],
      ['history.deliveredAt'],
      ['history.locationId', 'history.carrier'],
    ]);
    expect(rows.every(({ order }) => order === null)).toBe(true);
  });
});
