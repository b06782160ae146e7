import type { Executor } from '@passerelle/server';
import { aCaller, ask } from '@passerelle/testing';
import { describe, expect, it } from 'vitest';
import { anOrder, collection, delivery } from '../../test/an-order.ts';
import { atWork } from '../../test/at-work.ts';
import { type Market, openMarket } from '../../test/market.ts';

const open = () =>
  openMarket({
    annecy: { type: 'STORE', at: [45.9, 6.12], stock: { SHIRT: 9 } },
    lyon: { type: 'STORE', at: [45.757, 4.832], stock: { SHIRT: 9, HAT: 9 } },
    brest: { type: 'STORE', at: [48.39, -4.486], stock: { SHIRT: 9 } },
  });
const to = (key: string, postalCode: string | null) => ({
  ...delivery,
  key,
  shippingAddress: { ...delivery.shippingAddress, postalCode },
});
const shirts = (groups: readonly object[]) =>
  anOrder(
    groups.map((group) => ({ sku: 'SHIRT', quantity: 1, group: (group as { key: string }).key })),
    { groups: groups as Record<string, unknown>[] },
  );
const servedBy = async (market: Market, groups: readonly object[]) => {
  const at = atWork(market);
  const { fulfillmentOrders } = await at.read(await at.placed(shirts(groups)));
  return fulfillmentOrders.map(({ location }) => location.id);
};

describe('a delivery', () => {
  it('is served by the store nearest to its postal code, each address of an order by its own', async () => {
    await using market = await open();
    expect(await servedBy(market, [to('home', '69002')])).toEqual(['lyon']);
    expect(await servedBy(market, [to('home', '29200')])).toEqual(['brest']);
    expect(await servedBy(market, [to('home', '74000'), to('work', '29000')])).toEqual(['annecy', 'brest']);
    // Where a place is not known distance decides nothing: the smallest id does.
    expect(await servedBy(market, [to('home', '99999')])).toEqual(['annecy']);
    expect(await servedBy(market, [to('home', null)])).toEqual(['annecy']);
  });

  it('says in its decision how far the stores are, and a strategy may weigh it', async () => {
    await using market = await open();
    const strategy = { idempotencyKey: 'strategy-key-1', channelId: 'chn_web', name: 'Near' };
    const rules = [{ name: 'Near', criteria: [{ kind: 'DISTANCE', weight: 1 }] }];
    type Drafted = { draftSourcingStrategy: { strategy: { id: string } } };
    const { draftSourcingStrategy } = await market.ask<Drafted>(
      `mutation ($input: DraftSourcingStrategyInput!) { draftSourcingStrategy(input: $input) { strategy { id } } }`,
      { input: { ...strategy, rules } },
    );
    await market.ask(
      `mutation ($input: TurnSourcingStrategyInput!) { activateSourcingStrategy(input: $input) { strategy { id } } }`,
      { input: { id: draftSourcingStrategy.strategy.id } },
    );
    const at = atWork(market);
    const id = await at.placed(shirts([to('home', '69002')]));
    type Decided = { order: { routingDecisions: { chosen: { location: { id: string }; reasons: string[] }[] }[] } };
    const { order } = await market.ask<Decided>(
      `query ($id: ID!) { order(id: $id) { routingDecisions { chosen { location { id } reasons } } } }`,
      { id },
    );
    expect(order.routingDecisions[0]?.chosen).toEqual([{ location: { id: 'lyon' }, reasons: ['BEST_DISTANCE'] }]);
  });
});

describe('a collection', () => {
  const bookings = ({ network }: Market) =>
    network.sql`select service, day, window_from, quantity from capacity_bookings order by service, order_id`;
  const place = async (market: Market, group: object, quantity: number) => {
    const data = await market.ask<{ placeOrder: { order: { id: string } | null; userErrors: { code: string }[] } }>(
      `mutation ($input: PlaceOrderInput!) { placeOrder(input: $input) { order { id } userErrors { ... on UserError { code } } } }`,
      { input: anOrder([{ sku: 'HAT', quantity }], { groups: [group as Record<string, unknown>] }) },
      aCaller('storefront'),
    );
    return data.placeOrder;
  };
  const cancel = async (market: Market, orderId: string) => {
    const { version } = await atWork(market).read(orderId);
    await market.ask(`mutation ($input: CancelOrderInput!) { cancelOrder(input: $input) { order { id } } }`, {
      input: { idempotencyKey: `cancel-${orderId}`, orderId, expectedVersion: version, reason: 'CUSTOMER_REQUEST' },
    });
    await market.settle();
  };

  /** What the store in Lyon offers, told to inventory. */
  const offer = async (market: Market, settings: object) => {
    const network = market.executors.get('store-network') as Executor;
    const { location } = await ask<{ location: { version: number } }>(
      network,
      '{ location(id: "lyon") { version } }',
      {},
      aCaller('operator'),
    );
    await ask(
      network,
      'mutation ($input: SetLocationServiceInput!) { setLocationService(input: $input) { userErrors { __typename } } }',
      { input: { locationId: 'lyon', expectedVersion: location.version, ...settings } },
      aCaller('operator'),
    );
    await market.settle();
  };

  const reasonsAt = async (market: Market, locationId: string) => {
    type Checked = { pickupStore: { reasons: { code: string }[] } };
    const { pickupStore } = await ask<Checked>(
      market.executors.get('inventory') as Executor,
      `query ($locationId: ID!) { pickupStore(channelId: "chn_web", locationId: $locationId,
        items: [{ sku: "HAT", quantity: 1 }]) { reasons { code } } }`,
      { locationId },
      aCaller('shopper'),
    );
    return pickupStore.reasons.map(({ code }) => code);
  };

  it('takes its units from the window in which it is to be ready, and gives them back when it is cancelled', async () => {
    await using market = await open();
    const windows = [
      { opensAt: '10:00', closesAt: '12:00', capacity: 3 },
      { opensAt: '12:00', closesAt: '18:00', capacity: 9 },
    ];
    await market.network.sql`
      update location_services set capacity_unit = 'UNITS', capacity_windows = ${market.network.sql.json(windows)}
      where location_id = 'lyon' and type = 'CLICK_AND_COLLECT'`;
    const first = await place(market, collection('lyon'), 2);
    const taken = { service: 'CLICK_AND_COLLECT', day: '2035-03-05', window_from: '10:00', quantity: 2 };
    expect(await bookings(market)).toEqual([taken]);
    expect((await place(market, collection('lyon'), 2)).userErrors).toEqual([{ code: 'LOCATION_NOT_ELIGIBLE' }]);
    expect(await bookings(market)).toEqual([taken]);
    await cancel(market, first.order?.id ?? '');
    expect(await bookings(market)).toEqual([]);
    const whole = await place(market, collection('lyon'), 3);
    expect(await bookings(market)).toEqual([{ ...taken, quantity: 3 }]);

    // The window is used up: shoppers are told before they choose the store, and no more when it is free again.
    await market.settle();
    expect(await reasonsAt(market, 'lyon')).toEqual(['CAPACITY_REACHED']);
    await cancel(market, whole.order?.id ?? '');
    await market.settle();
    expect(await reasonsAt(market, 'lyon')).toEqual([]);
  });

  it('at the car is a service of its own: with its own time and room, also where the counter is closed', async () => {
    await using market = await open();
    const atTheCar = { ...collection('lyon'), serviceLevel: 'CURBSIDE_PICKUP' };
    expect((await place(market, atTheCar, 1)).userErrors).toEqual([{ code: 'NO_SOURCE' }]);
    await offer(market, { type: 'CURBSIDE_PICKUP', isEnabled: true, preparationTime: 'PT3H', dailyCapacity: 1 });
    await offer(market, { type: 'CLICK_AND_COLLECT', isEnabled: false, preparationTime: 'PT1H' });
    expect((await place(market, collection('lyon'), 1)).userErrors).toEqual([{ code: 'NO_SOURCE' }]);
    const { order } = await place(market, atTheCar, 1);
    expect(await bookings(market)).toMatchObject([{ service: 'CURBSIDE_PICKUP', day: '2035-03-05' }]);
    const [work] = await market.orders.sql`select due_at from fulfillment_orders`;
    expect(work?.due_at).toEqual(new Date('2035-03-05T12:30:00Z'));
    expect((await place(market, atTheCar, 1)).userErrors).toEqual([{ code: 'LOCATION_NOT_ELIGIBLE' }]);
    await market.settle();
    expect((await place(market, atTheCar, 1)).userErrors).toEqual([{ code: 'NO_SOURCE' }]);
    await cancel(market, order?.id ?? '');
    expect(await bookings(market)).toEqual([]);
    expect((await market.taken()).reserved).toEqual({});
    expect(await market.broken()).toEqual([]);
  });
});
