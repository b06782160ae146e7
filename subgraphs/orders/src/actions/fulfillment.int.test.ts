import { readOperation } from '@passerelle/contracts/operations';
import { aCaller } from '@passerelle/testing';
import { describe, expect, it } from 'vitest';
import { anOrder, collection } from '../../test/an-order.ts';
import { atWork, type Changed, type Work } from '../../test/at-work.ts';
import { type Market, openMarket } from '../../test/market.ts';

const open = () =>
  openMarket({
    depot: { type: 'WAREHOUSE', stock: { SHOES: 5 } },
    lyon: { type: 'STORE', stock: { HAT: 3 } },
    nice: { type: 'STORE', stock: { HAT: 3 } },
  });

const ship = async (market: Market, { id, version }: Work, more: object = {}) => {
  const input = {
    idempotencyKey: `ship-${id}-${version}`,
    id,
    expectedVersion: version,
    carrier: 'colissimo',
    ...more,
  };
  const data = await market.ask<{ shipFulfillmentOrder: Changed & { shipment: { id: string } | null } }>(
    readOperation('partner', 'WmsShip'),
    { input },
    aCaller('partner'),
  );
  return data.shipFulfillmentOrder;
};

describe('shipping', () => {
  it('takes units out of stock part by part, once for each shipment', async () => {
    await using market = await open();
    const at = atWork(market);
    const id = await at.placed(anOrder([{ sku: 'SHOES', quantity: 3 }]));
    const offered = await at.openWork(id);
    const lineId = offered.lines[0]?.id as string;
    const first = await ship(market, offered, { lines: [{ lineId, quantity: 1 }], trackingNumber: 'T1' });
    expect(first).toMatchObject({ fulfillmentOrder: { status: 'PICKED' }, userErrors: [] });
    expect((await ship(market, offered, { lines: [{ lineId, quantity: 1 }], trackingNumber: 'T1' })).shipment).toEqual(
      first.shipment,
    );
    await market.settle();
    expect(await market.onHand()).toMatchObject({ 'SHOES@depot': 4 });
    expect((await at.read(id)).fulfillmentStatus).toBe('PARTIALLY_FULFILLED');

    const second = await ship(market, await at.openWork(id));
    expect(second.fulfillmentOrder).toMatchObject({ status: 'SHIPPED' });
    await market.settle();
    await market.settle();
    expect(await market.onHand()).toMatchObject({ 'SHOES@depot': 2 });
    expect((await market.taken()).reserved).toEqual({});
    expect(await at.read(id)).toMatchObject({ status: 'OPEN', fulfillmentStatus: 'FULFILLED', deliveredAt: null });
    expect(await market.broken()).toEqual([]);
  });

  it('issues once although the process dies after inventory was told', async () => {
    await using market = await open();
    const at = atWork(market);
    const id = await at.placed(anOrder([{ sku: 'SHOES', quantity: 2 }]));
    await ship(market, await at.openWork(id));
    market.killAt('stock-issued');
    await market.settle();
    expect(market.deaths()).toBe(1);
    await market.pass({ minutes: 5 });
    expect(await market.onHand()).toMatchObject({ 'SHOES@depot': 3 });
    expect((await at.read(id)).events.nodes.map(({ type }) => type)).not.toContain('stock.issue-refused');
    expect(await market.broken()).toEqual([]);
  });

  it('is refused for more than is there and for a store that has picked nothing', async () => {
    await using market = await open();
    const at = atWork(market);
    const id = await at.placed(anOrder([{ sku: 'HAT', quantity: 1 }]));
    expect((await ship(market, await at.openWork(id))).userErrors).toMatchObject([{ code: 'INVALID_STATE' }]);
    const other = await at.placed(anOrder([{ sku: 'SHOES', quantity: 1 }]));
    const work = await at.openWork(other);
    const lines = [{ lineId: work.lines[0]?.id, quantity: 2 }];
    expect((await ship(market, work, { lines })).userErrors).toMatchObject([{ code: 'QUANTITY_TOO_LARGE' }]);
    expect((await at.read(other)).shipments).toEqual([]);
  });

  it('follows carrier events once each, in whatever order they come, until the last unit is delivered', async () => {
    await using market = await open();
    const at = atWork(market);
    const id = await at.placed(anOrder([{ sku: 'SHOES', quantity: 2 }]));
    const offered = await at.openWork(id);
    const lines = [{ lineId: offered.lines[0]?.id, quantity: 1 }];
    const a = (await ship(market, offered, { lines })).shipment?.id;
    const b = (await ship(market, await at.openWork(id))).shipment?.id;
    const tell = async (shipmentId: unknown, eventId: string, status: string, occurredAt: string) =>
      (
        await market.ask<{ recordShipmentEvent: { shipment: { status: string } | null; userErrors: unknown[] } }>(
          readOperation('partner', 'CarrierEvent'),
          { input: { shipmentId, eventId, status, occurredAt } },
          aCaller('partner'),
        )
      ).recordShipmentEvent;
    expect(await tell(b, 'e2', 'DELIVERED', '2035-03-05T09:00:00Z')).toMatchObject({
      shipment: { status: 'DELIVERED' },
    });
    await tell(b, 'e1', 'IN_TRANSIT', '2035-03-05T08:00:00Z');
    await tell(b, 'e2', 'EXCEPTION', '2035-03-05T09:30:00Z');
    expect(await at.read(id)).toMatchObject({ status: 'OPEN', deliveredAt: null });
    await tell(a, 'e3', 'DELIVERED', '2035-03-05T07:00:00Z');
    expect(await at.read(id)).toMatchObject({
      status: 'COMPLETED',
      deliveredAt: '2035-03-05T09:00:00.000Z',
      shipments: [{ status: 'DELIVERED' }, { status: 'DELIVERED' }],
    });
    expect(await tell('shp_none', 'e4', 'DELIVERED', '2035-03-05T07:00:00Z')).toEqual({
      shipment: null,
      userErrors: [{ code: 'NOT_FOUND' }],
    });
    expect(await market.broken()).toEqual([]);
  });
});

describe('collection', () => {
  const collect = async (market: Market, input: object) =>
    (await market.ask<{ completePickup: Changed }>(readOperation('store-app', 'Collect'), { input })).completePickup;

  async function ready(market: Market) {
    const at = atWork(market);
    const id = await at.placed(anOrder([{ sku: 'HAT', quantity: 2 }], { groups: [collection('nice')] }));
    const picked = await at.picked(await at.openWork(id));
    expect(picked.availableActions).toEqual(['MARK_READY']);
    const work = await at.done('markReadyForPickup', {
      id: picked.id,
      expectedVersion: picked.version,
      storageSpot: 'B12',
    });
    const shopper = aCaller('shopper', { customerId: 'cus_1' });
    const { order } = await market.ask<{ order: { deliveryGroups: { pickupCode: string }[] } }>(
      'query ($id: ID!) { order(id: $id) { deliveryGroups { pickupCode } } }',
      { id },
      shopper,
    );
    return { id, work, code: order.deliveryGroups[0]?.pickupCode as string };
  }

  it('hands over against the code that the shopper sees, and ends the order', async () => {
    await using market = await open();
    const at = atWork(market);
    const { id, work, code } = await ready(market);
    expect(code).toMatch(/^\d{6}$/);
    const handed = await collect(market, { idempotencyKey: 'collect-1', id: work.id, pickupCode: code });
    expect(handed).toMatchObject({
      fulfillmentOrder: { status: 'COLLECTED', pickup: { collectedAt: '2035-03-05T09:30:00.000Z' } },
      userErrors: [],
    });
    await market.settle();
    expect(await market.onHand()).toMatchObject({ 'HAT@nice': 1 });
    expect(await at.read(id)).toMatchObject({ status: 'COMPLETED', deliveredAt: '2035-03-05T09:30:00.000Z' });
    expect(await market.broken()).toEqual([]);
  });

  it('locks after five wrong codes, also when they come at once, and opens for a checked identity', async () => {
    await using market = await open();
    const { work, code } = await ready(market);
    const wrong = code === '000000' ? '000001' : '000000';
    const tries = await Promise.all(
      [1, 2, 3, 4, 5].map((n) => collect(market, { idempotencyKey: `wrong-${n}-x`, id: work.id, pickupCode: wrong })),
    );
    expect(tries.map(({ userErrors }) => userErrors[0]?.attemptsLeft).sort()).toEqual([0, 1, 2, 3, 4]);
    const right = await collect(market, { idempotencyKey: 'right-but-late', id: work.id, pickupCode: code });
    expect(right.userErrors).toEqual([{ code: 'PICKUP_PROOF_INVALID', attemptsLeft: 0 }]);
    const seen = await collect(market, { idempotencyKey: 'identity-seen', id: work.id, identityChecked: true });
    expect(seen.fulfillmentOrder?.status).toBe('COLLECTED');
  });
});

it('notes a shortage that inventory tells on the timeline, once', async () => {
  await using market = await open();
  const at = atWork(market);
  const id = await at.placed(anOrder([{ sku: 'HAT', quantity: 2 }]));
  const event = {
    id: 'evt_shortage',
    type: 'stock.shortage',
    subject: 'lyon',
    data: { sku: 'HAT', locationId: 'lyon', missingUnits: 1, orderIds: [id, 'ord_unknown'] },
    occurredAt: market.clock.now(),
  } as const;
  await market.subgraphs.get('orders')?.receive([event]);
  await market.subgraphs.get('orders')?.receive([event]);
  const { events } = await at.read(id);
  expect(events.nodes.filter(({ type }) => type === 'stock.shortage')).toHaveLength(1);
});
