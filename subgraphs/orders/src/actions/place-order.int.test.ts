import { readOperation } from '@passerelle/contracts/operations';
import { aCaller } from '@passerelle/testing';
import { describe, expect, it } from 'vitest';
import { anOrder, collection, delivery } from '../../test/an-order.ts';
import { type Market, openMarket } from '../../test/market.ts';

const checkout = readOperation('storefront', 'Checkout');
type Refusal = { __typename: string; code: string; message: string; path: string[] | null };
type Checkout = {
  placeOrder: {
    order: { id: string; number: string; status: string; totals: { grandTotal: { amount: string } } } | null;
    userErrors: (Refusal & { expected?: { amount: string }; actual?: { amount: string } })[];
  };
};
const storefront = aCaller('storefront');
const place = async (market: Market, input: object) =>
  (await market.ask<Checkout>(checkout, { input }, storefront)).placeOrder;
const codes = ({ userErrors }: Checkout['placeOrder']) => userErrors.map(({ code }) => code);

const open = () =>
  openMarket({
    depot: { type: 'WAREHOUSE', stock: { SHIRT: 5, SHOES: 1 } },
    lyon: { type: 'STORE', stock: { SHIRT: 3, SHOES: 4, HAT: 2 }, pickupCapacity: 2 },
    nice: { type: 'STORE', stock: { SHIRT: 2, HAT: 1 } },
  });

describe('placing an order', () => {
  it('allocates, stores the order with its work, and answers the shopper', async () => {
    await using market = await open();
    const { order, userErrors } = await place(market, anOrder([{ sku: 'SHIRT', quantity: 2 }]));
    expect(userErrors).toEqual([]);
    expect(order).toMatchObject({ number: 'P-100001', status: 'OPEN', totals: { grandTotal: { amount: '45.00' } } });
    expect(await market.taken()).toEqual({ reserved: { 'SHIRT@depot': 2 }, booked: [] });
    const read = await market.ask<{ order: Record<string, unknown> }>(
      `query ($id: ID!) { order(id: $id) {
        fulfillmentStatus paymentStatus availableActions locale
        totals { items { amount } delivery { amount } taxes { amount } balance { amount } captured { amount } }
        lines { sku quantity unitPrice { amount } total { amount } editability { isEditable reducibleQuantity reasons } }
        payments { status authorized { amount } captured { amount } }
        fulfillmentOrders { number type status acceptBy dueAt location { id } lines { sku quantity } availableActions }
        routingDecisions { strategy splitCount chosen { location { id } score reasons lineIds }
          rejected { location { id } reasons { code message } } }
        events(first: 5) { nodes { type actor message } } } }`,
      { id: order?.id },
    );
    expect(read.order).toMatchObject({
      fulfillmentStatus: 'ALLOCATED',
      paymentStatus: 'AUTHORIZED',
      availableActions: ['EDIT', 'CANCEL', 'HOLD'],
      totals: {
        items: { amount: '40.00' },
        delivery: { amount: '5.00' },
        taxes: { amount: '1.00' },
        balance: { amount: '45.00' },
        captured: { amount: '0.00' },
      },
      lines: [{ sku: 'SHIRT', quantity: 2, total: { amount: '40.00' }, editability: { isEditable: true } }],
      payments: [{ status: 'AUTHORIZED', authorized: { amount: '45.00' }, captured: { amount: '0.00' } }],
      fulfillmentOrders: [
        { number: 'P-100001-1', type: 'WAREHOUSE_SHIP', status: 'OFFERED', acceptBy: null, location: { id: 'depot' } },
      ],
      routingDecisions: [
        {
          strategy: 'fewest-parcels',
          splitCount: 1,
          chosen: [{ location: { id: 'depot' }, score: 110 }],
          rejected: [
            { location: { id: 'lyon' }, reasons: [] },
            { location: { id: 'nice' }, reasons: [] },
          ],
        },
      ],
      events: { nodes: [{ type: 'order.placed' }] },
    });
    expect(await market.broken()).toEqual([]);
  });

  it('books the day of the chosen store when goods are collected, and takes nothing anywhere else', async () => {
    await using market = await open();
    const groups = [collection('lyon')];
    const { order } = await place(market, anOrder([{ sku: 'SHIRT', quantity: 1 }], { groups }));
    expect(order).not.toBeNull();
    expect(await market.taken()).toEqual({ reserved: { 'SHIRT@lyon': 1 }, booked: ['lyon'] });
    expect(await market.broken()).toEqual([]);
  });

  it('serves a delivery and a collection of one order from different places', async () => {
    await using market = await open();
    const input = anOrder(
      [
        { sku: 'SHIRT', quantity: 4, group: 'home' },
        { sku: 'HAT', quantity: 2, group: 'store' },
      ],
      { groups: [delivery, collection('lyon')] },
    );
    expect(codes(await place(market, input))).toEqual([]);
    expect(await market.taken()).toEqual({ reserved: { 'HAT@lyon': 2, 'SHIRT@depot': 4 }, booked: ['lyon'] });
  });

  it('gives stock back when the store has no day left, and tells why', async () => {
    await using market = await open();
    const order = () => anOrder([{ sku: 'SHIRT', quantity: 1 }], { groups: [collection('lyon')] });
    await market.network.sql`
      insert into capacity_bookings (location_id, service, order_id, day, capacity_when_booked, booked_at)
      select 'lyon', 'CLICK_AND_COLLECT', 'other-' || n, '2035-03-05', 2, now() from generate_series(1, 2) as n`;
    const refused = await place(market, order());
    expect(refused).toMatchObject({
      order: null,
      userErrors: [
        {
          __typename: 'LocationNotEligibleError',
          code: 'LOCATION_NOT_ELIGIBLE',
          path: ['input', 'deliveryGroups', '0', 'pickupLocationId'],
        },
      ],
    });
    expect((await market.taken()).reserved).toEqual({});
    expect(await market.broken()).toEqual([]);
  });

  it('tells every problem of the input with its path, and changes nothing', async () => {
    await using market = await open();
    const input = anOrder([{ sku: 'SHIRT', quantity: 0 }], { groups: [{ ...delivery, shippingAddress: null }] });
    const refused = await place(market, { ...input, customer: { email: 'nobody' }, idempotencyKey: 'short' });
    expect(refused.userErrors.map(({ path }) => path?.join('.'))).toEqual([
      'input.idempotencyKey',
      'input.customer.email',
      'input.deliveryGroups.0.shippingAddress',
      'input.lines.0.quantity',
      'input.lines.0.taxTotal',
    ]);
    expect(await market.orders.sql`select from placements`).toHaveLength(0);
  });

  it('refuses a total that does not add up, and shows both', async () => {
    await using market = await open();
    const input = anOrder([{ sku: 'SHIRT', quantity: 1 }], { expectedTotal: { amount: '20.00', currency: 'EUR' } });
    expect((await place(market, input)).userErrors).toMatchObject([
      { __typename: 'PriceMismatchError', expected: { amount: '20.00' }, actual: { amount: '25.00' } },
    ]);
  });

  it('tells what is short and what nobody has', async () => {
    await using market = await open();
    const refused = await place(
      market,
      anOrder([
        { sku: 'SHIRT', quantity: 50 },
        { sku: 'GLOVES', quantity: 1 },
      ]),
    );
    expect(codes(refused).sort()).toEqual(['INSUFFICIENT_STOCK', 'NO_SOURCE']);
    expect((await market.taken()).reserved).toEqual({});
  });

  it('gives the first result again, and refuses another input under the same key', async () => {
    await using market = await open();
    const input = anOrder([{ sku: 'SHIRT', quantity: 1 }]);
    const first = await place(market, input);
    expect((await place(market, input)).order?.id).toBe(first.order?.id);
    expect(codes(await place(market, { ...input, locale: 'fr-FR' }))).toEqual(['IDEMPOTENCY_KEY_REUSED']);
    const short = anOrder([{ sku: 'HAT', quantity: 9 }]);
    expect(codes(await place(market, short))).toEqual(codes(await place(market, short)));
    expect((await market.taken()).reserved).toEqual({ 'SHIRT@depot': 1 });
  });

  it('places one order when the same request comes ten times at once', async () => {
    await using market = await open();
    const input = anOrder([{ sku: 'SHIRT', quantity: 1 }]);
    const answers = await Promise.all(Array.from({ length: 10 }, () => place(market, input)));
    const ids = new Set(answers.flatMap(({ order }) => (order ? [order.id] : [])));
    expect(ids.size).toBe(1);
    expect(new Set(answers.flatMap(codes))).toEqual(new Set(['IDEMPOTENCY_IN_PROGRESS']));
    expect((await market.taken()).reserved).toEqual({ 'SHIRT@depot': 1 });
    expect(await market.broken()).toEqual([]);
  });

  it('never sells more than there is when many shoppers want the last units at once', async () => {
    await using market = await open();
    const answers = await Promise.all(
      Array.from({ length: 16 }, () => place(market, anOrder([{ sku: 'SHIRT', quantity: 1 }]))),
    );
    const placed = answers.filter(({ order }) => order).length;
    const { reserved } = await market.taken();
    expect(Object.values(reserved).reduce((sum, units) => sum + units, 0)).toBe(placed);
    expect(placed).toBeLessThanOrEqual(10);
    expect(placed).toBeGreaterThanOrEqual(5);
    expect(await market.broken()).toEqual([]);
  });

  it('takes a reference once per channel', async () => {
    await using market = await open();
    const marketplace = readOperation('partner', 'MarketplaceOrder');
    const order = () => anOrder([{ sku: 'SHIRT', quantity: 1 }], { externalReference: 'AMZ-1' });
    const send = () =>
      market.ask<{ placeOrder: { order: { externalReference: string } | null; userErrors: Refusal[] } }>(
        marketplace,
        { input: order() },
        aCaller('partner'),
      );
    const answers = await Promise.all([send(), send(), send()]);
    const placed = answers.filter(({ placeOrder }) => placeOrder.order?.externalReference === 'AMZ-1');
    expect(placed).toHaveLength(1);
    expect((await send()).placeOrder.userErrors).toMatchObject([
      { code: 'INVALID_INPUT', path: ['input', 'externalReference'] },
    ]);
    expect((await market.taken()).reserved).toEqual({ 'SHIRT@depot': 1 });
    expect(await market.broken()).toEqual([]);
  });

  it('sends few statements of its own for an order', async () => {
    await using market = await open();
    await place(market, anOrder([{ sku: 'SHIRT', quantity: 1 }]));
    const count = async (lines: Parameters<typeof anOrder>[0]) => {
      market.statements.length = 0;
      await market.ask(
        'mutation ($input: PlaceOrderInput!) { placeOrder(input: $input) { userErrors { __typename } } }',
        { input: anOrder(lines) },
        storefront,
      );
      const own = /placements|outbox|"orders_jobs"|from orders|delivery_groups|fulfillment_order/;
      return market.statements.filter((text) => own.test(text)).length;
    };
    const one = await count([{ sku: 'SHIRT', quantity: 1 }]);
    const three = await count([
      { sku: 'SHIRT', quantity: 1 },
      { sku: 'SHOES', quantity: 1 },
      { sku: 'HAT', quantity: 1 },
    ]);
    expect([one, three]).toEqual([2, 2]);
  });
});
