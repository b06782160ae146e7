import { readOperation } from '@passerelle/contracts/operations';
import { aCaller } from '@passerelle/testing';
import { describe, expect, it } from 'vitest';
import { anOrder, collection } from '../../test/an-order.ts';
import { type Market, openMarket } from '../../test/market.ts';

type Order = {
  id: string;
  status: string;
  fulfillmentStatus: string;
  version: number;
  cancelledAt: string | null;
  totals: { grandTotal: { amount: string }; discounts: { amount: string } };
  lines: { id: string; quantity: number; cancelledQuantity: number; editability: { reasons: string[] } }[];
  fulfillmentOrders: { id: string; status: string; version: number; lines: { id: string; quantity: number }[] }[];
};
type Answer = { order: Order | null; userErrors: { code: string; maximumQuantity?: number }[] };
const fields = `id status fulfillmentStatus version cancelledAt totals { grandTotal { amount } discounts { amount } }
  lines { id quantity cancelledQuantity editability { reasons } }
  fulfillmentOrders { id status version lines { id quantity } }`;

const open = () =>
  openMarket({
    depot: { type: 'WAREHOUSE', stock: { SHIRT: 5, SHOES: 5 } },
    lyon: { type: 'STORE', stock: { HAT: 5 } },
  });

async function placed(market: Market, input: object): Promise<Order> {
  const { placeOrder } = await market.ask<{ placeOrder: { order: Order } }>(
    `mutation ($input: PlaceOrderInput!) { placeOrder(input: $input) { order { ${fields} } } }`,
    { input },
  );
  return placeOrder.order;
}

let keys = 0;
const cancel = async (market: Market, order: Order, more: object = {}, caller = aCaller('operator')) =>
  (
    await market.ask<{ cancelOrder: Answer }>(
      `mutation ($input: CancelOrderInput!) { cancelOrder(input: $input) { order { id status version }
        userErrors { ... on UserError { code } ... on QuantityTooLargeError { maximumQuantity } } } }`,
      {
        input: {
          idempotencyKey: `cancel-key-${++keys}`,
          orderId: order.id,
          expectedVersion: order.version,
          reason: 'CUSTOMER_REQUEST',
          ...more,
        },
      },
      caller,
    )
  ).cancelOrder;
const read = async (market: Market, { id }: Order) =>
  (await market.ask<{ order: Order }>(`query ($id: ID!) { order(id: $id) { ${fields} } }`, { id })).order;

describe('cancelling an order', () => {
  it('ends it, gives all stock and service days back, and leaves nothing to pay', async () => {
    await using market = await open();
    const order = await placed(market, anOrder([{ sku: 'HAT', quantity: 2 }], { groups: [collection('lyon')] }));
    expect(await cancel(market, order)).toMatchObject({ order: { status: 'CANCELLED' }, userErrors: [] });
    await market.settle();
    expect(await market.taken()).toEqual({ reserved: {}, booked: [] });
    expect(await read(market, order)).toMatchObject({
      fulfillmentStatus: 'NOT_REQUIRED',
      cancelledAt: '2035-03-05T09:30:00.000Z',
      totals: { grandTotal: { amount: '0.00' } },
      lines: [{ quantity: 0, cancelledQuantity: 2, editability: { reasons: ['ORDER_CLOSED'] } }],
      fulfillmentOrders: [{ status: 'CANCELLED' }],
    });
    expect((await cancel(market, await read(market, order))).userErrors).toEqual([{ code: 'INVALID_STATE' }]);
    expect(await market.broken()).toEqual([]);
  });

  it('takes single units away, with their share of the price, and ships the rest', async () => {
    await using market = await open();
    const order = await placed(market, anOrder([{ sku: 'SHIRT', quantity: 3 }]));
    const lines = [{ lineId: order.lines[0]?.id, quantity: 1 }];
    await cancel(market, order, { lines });
    await market.settle();
    const after = await read(market, order);
    expect(after).toMatchObject({
      status: 'OPEN',
      totals: { grandTotal: { amount: '45.00' } },
      lines: [{ quantity: 2, cancelledQuantity: 1 }],
      fulfillmentOrders: [{ status: 'OFFERED', lines: [{ quantity: 2 }] }],
    });
    expect((await market.taken()).reserved).toEqual({ 'SHIRT@depot': 2 });

    const [work] = after.fulfillmentOrders;
    const shipped = await market.ask<{ shipFulfillmentOrder: { fulfillmentOrder: { status: string } } }>(
      readOperation('partner', 'WmsShip'),
      { input: { idempotencyKey: 'ship-the-rest', id: work?.id, expectedVersion: work?.version, carrier: 'dpd' } },
    );
    expect(shipped.shipFulfillmentOrder.fulfillmentOrder.status).toBe('SHIPPED');
    await market.settle();
    expect(await market.onHand()).toMatchObject({ 'SHIRT@depot': 3 });
    expect(await market.broken()).toEqual([]);
  });

  it('is for shoppers only their own, and only what nobody holds in their hands', async () => {
    await using market = await open();
    const order = await placed(market, anOrder([{ sku: 'HAT', quantity: 2 }]));
    const shopper = aCaller('shopper', { customerId: 'cus_1' });
    const stranger = aCaller('shopper', { customerId: 'cus_2', subject: 'stranger' });
    expect((await cancel(market, order, {}, stranger)).userErrors).toEqual([{ code: 'NOT_FOUND' }]);

    const [work] = order.fulfillmentOrders;
    await market.ask(readOperation('store-app', 'Accept'), { input: { id: work?.id, expectedVersion: 1 } });
    const lines = [{ lineId: work?.lines[0]?.id, pickedQuantity: 1 }];
    await market.ask(readOperation('store-app', 'Pick'), {
      input: { id: work?.id, expectedVersion: 2, lines, isComplete: false },
    });
    const current = await read(market, order);
    expect(current.lines[0]?.editability.reasons).toEqual(['PICKING_STARTED']);
    expect((await cancel(market, current, {}, shopper)).userErrors).toEqual([{ code: 'INVALID_STATE' }]);
    expect((await cancel(market, current)).userErrors).toEqual([]);
    await market.settle();
    expect((await market.taken()).reserved).toEqual({});
    expect(await market.broken()).toEqual([]);
  });

  it('wins or loses against shipping as a whole', async () => {
    await using market = await open();
    const order = await placed(market, anOrder([{ sku: 'SHOES', quantity: 2 }]));
    const [work] = order.fulfillmentOrders;
    const [cancelled, shipped] = await Promise.all([
      cancel(market, order),
      market.ask<{ shipFulfillmentOrder: Answer }>(readOperation('partner', 'WmsShip'), {
        input: { idempotencyKey: 'ship-or-cancel', id: work?.id, expectedVersion: 1, carrier: 'dpd' },
      }),
    ]);
    const done = [cancelled.userErrors.length === 0, shipped.shipFulfillmentOrder.userErrors.length === 0];
    expect(done.filter(Boolean)).toHaveLength(1);
    await market.settle();
    expect((await market.taken()).reserved).toEqual({});
    expect(await market.onHand()).toMatchObject({ 'SHOES@depot': done[0] ? 5 : 3 });
    expect(await market.broken()).toEqual([]);
  });

  it('is refused for more units than there are, and on an old version, and changes nothing', async () => {
    await using market = await open();
    const order = await placed(market, anOrder([{ sku: 'SHOES', quantity: 2 }]));
    const lines = [{ lineId: order.lines[0]?.id, quantity: 3 }];
    expect((await cancel(market, order, { lines })).userErrors).toEqual([
      { code: 'QUANTITY_TOO_LARGE', maximumQuantity: 2 },
    ]);
    expect((await cancel(market, { ...order, version: 7 })).userErrors).toEqual([{ code: 'VERSION_CONFLICT' }]);
    expect(await read(market, order)).toEqual(order);
  });
});
