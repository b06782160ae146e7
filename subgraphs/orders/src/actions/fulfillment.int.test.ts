import { readOperation } from '@passerelle/contracts/operations';
import { aCaller } from '@passerelle/testing';
import { describe, expect, it } from 'vitest';
import { anOrder, collection } from '../../test/an-order.ts';
import { type Market, openMarket } from '../../test/market.ts';

const storefront = aCaller('storefront');
type Work = {
  id: string;
  number: string;
  status: string;
  type: string;
  version: number;
  location: { id: string };
  availableActions: string[];
  rejections: { location: { id: string }; reason: string }[];
  lines: { id: string; sku: string; quantity: number; pickedQuantity: number; missingQuantity: number }[];
};
type Read = {
  order: {
    status: string;
    fulfillmentStatus: string;
    version: number;
    deliveredAt: string | null;
    lines: { id: string; sku: string; fulfilledQuantity: number; backorderedQuantity: number }[];
    fulfillmentOrders: Work[];
    shipments: { id: string; status: string; lines: { quantity: number }[] }[];
    routingDecisions: { chosen: { location: { id: string } }[] }[];
    events: { nodes: { type: string; message: string }[] };
  };
};
type Changed = { fulfillmentOrder: Work | null; userErrors: { code: string; [fact: string]: unknown }[] };

const open = () =>
  openMarket({
    depot: { type: 'WAREHOUSE', stock: { SHIRT: 5, SHOES: 5 } },
    lyon: { type: 'STORE', stock: { SHIRT: 5, HAT: 3 } },
    nice: { type: 'STORE', stock: { SHIRT: 5, HAT: 3 } },
  });

async function placed(market: Market, input: object): Promise<string> {
  const { placeOrder } = await market.ask<{ placeOrder: { order: { id: string } } }>(
    readOperation('storefront', 'Checkout'),
    { input },
    storefront,
  );
  return placeOrder.order.id;
}

const read = async (market: Market, id: string) =>
  (
    await market.ask<Read>(
      `query ($id: ID!) { order(id: $id) { status fulfillmentStatus version deliveredAt
        lines { id sku fulfilledQuantity backorderedQuantity }
        fulfillmentOrders { id number status type version location { id } availableActions
          rejections { location { id } reason } lines { id sku quantity pickedQuantity missingQuantity } }
        shipments { id status lines { quantity } }
        routingDecisions { chosen { location { id } } }
        events(first: 50) { nodes { type message } } } }`,
      { id },
    )
  ).order;

const openWork = async (market: Market, id: string) =>
  (await read(market, id)).fulfillmentOrders.find(({ status }) => status !== 'REJECTED') as Work;

const change = async (market: Market, name: string, type: string, input: object, caller = aCaller('operator')) => {
  const data = await market.ask<Record<string, Changed>>(
    `mutation ($input: ${type}!) { ${name}(input: $input) { fulfillmentOrder {
        id number status type version location { id } availableActions rejections { location { id } reason }
        lines { id sku quantity pickedQuantity missingQuantity } }
      userErrors { ... on UserError { code } ... on VersionConflictError { actualVersion }
        ... on InvalidStateError { currentState } ... on QuantityTooLargeError { maximumQuantity } } } }`,
    { input },
    caller,
  );
  return data[name] as Changed;
};
const accept = (market: Market, { id, version }: Work) =>
  change(market, 'acceptFulfillmentOrder', 'AcceptFulfillmentOrderInput', { id, expectedVersion: version });
const reject = (market: Market, { id, version }: Work) =>
  change(market, 'rejectFulfillmentOrder', 'RejectFulfillmentOrderInput', {
    id,
    expectedVersion: version,
    reason: 'NO_STAFF',
  });
const pick = (market: Market, { id, version }: Work, lines: object[], isComplete = true) =>
  change(market, 'recordPick', 'RecordPickInput', { id, expectedVersion: version, lines, isComplete });
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

describe('work a location turns down', () => {
  it('is routed elsewhere, never back to who turned it down, and waits visibly when nobody is left', async () => {
    await using market = await open();
    const id = await placed(market, anOrder([{ sku: 'HAT', quantity: 2 }]));
    const first = await openWork(market, id);
    const rejected = await reject(market, first);
    expect(rejected.fulfillmentOrder).toMatchObject({ status: 'REJECTED', availableActions: [] });
    expect((await read(market, id)).fulfillmentStatus).toBe('BACKORDERED');

    await market.settle();
    const second = await openWork(market, id);
    expect(second.location.id).not.toBe(first.location.id);
    expect(second).toMatchObject({ status: 'OFFERED', number: 'P-100001-2' });
    expect(second.rejections).toEqual([{ location: first.location, reason: 'NO_STAFF' }]);
    expect((await market.taken()).reserved).toEqual({ [`HAT@${second.location.id}`]: 2 });
    expect((await read(market, id)).routingDecisions).toHaveLength(2);

    await reject(market, second);
    await market.settle();
    const after = await read(market, id);
    expect(after).toMatchObject({ fulfillmentStatus: 'BACKORDERED', lines: [{ backorderedQuantity: 2 }] });
    expect(after.events.nodes.map(({ type }) => type)).toContain('order.backordered');
    expect((await market.taken()).reserved).toEqual({});
    expect(await market.broken()).toEqual([]);
  });

  it('is accepted or rejected once when both come at the same moment', async () => {
    await using market = await open();
    const id = await placed(market, anOrder([{ sku: 'HAT', quantity: 1 }]));
    const work = await openWork(market, id);
    const answers = await Promise.all([
      accept(market, work),
      reject(market, work),
      accept(market, work),
      reject(market, work),
    ]);
    expect(answers.filter(({ userErrors }) => userErrors.length === 0)).toHaveLength(1);
    const lost = answers.flatMap(({ userErrors }) => userErrors);
    expect(lost).toEqual(Array(3).fill({ code: 'VERSION_CONFLICT', actualVersion: work.version + 1 }));
    expect(await market.broken()).toEqual([]);
  });

  it.each(['candidates-read', 'rerouting-planned', 'rerouting-allocated'] as const)(
    'finds its new place although the process dies at %s',
    async (point) => {
      await using market = await open();
      const id = await placed(market, anOrder([{ sku: 'HAT', quantity: 2 }]));
      const first = await openWork(market, id);
      await reject(market, first);
      market.killAt(point);
      await market.settle();
      expect(market.deaths()).toBe(1);
      // The job is done again after a pause, and takes the plan over once its lease has ended.
      await market.pass({ minutes: 5 });
      await market.pass({ minutes: 5 });
      const second = await openWork(market, id);
      expect(second.location.id).not.toBe(first.location.id);
      expect((await market.taken()).reserved).toEqual({ [`HAT@${second.location.id}`]: 2 });
      expect(await market.broken()).toEqual([]);
    },
  );
});

describe('a pick', () => {
  it('has missing units looked for elsewhere and keeps what was found', async () => {
    await using market = await open();
    const id = await placed(market, anOrder([{ sku: 'HAT', quantity: 3 }]));
    const offered = await openWork(market, id);
    const { fulfillmentOrder } = await accept(market, offered);
    const lineId = offered.lines[0]?.id as string;
    const data = await market.ask<{ recordPick: Changed }>(readOperation('store-app', 'Pick'), {
      input: {
        id: offered.id,
        expectedVersion: fulfillmentOrder?.version,
        lines: [{ lineId, pickedQuantity: 1, missingQuantity: 2 }],
        isComplete: true,
      },
    });
    expect(data.recordPick).toMatchObject({ fulfillmentOrder: { status: 'PICKED', lines: [{ missingQuantity: 2 }] } });
    await market.settle();
    const other = offered.location.id === 'lyon' ? 'nice' : 'lyon';
    expect((await market.taken()).reserved).toEqual({ [`HAT@${offered.location.id}`]: 1, [`HAT@${other}`]: 2 });
    const { fulfillmentOrders } = await read(market, id);
    expect(fulfillmentOrders.map(({ location, lines }) => [location.id, lines[0]?.quantity])).toEqual([
      [offered.location.id, 3],
      [other, 2],
    ]);
    expect(await market.broken()).toEqual([]);
  });

  it('of nothing at all is a rejection', async () => {
    await using market = await open();
    const id = await placed(market, anOrder([{ sku: 'HAT', quantity: 1 }]));
    const { fulfillmentOrder } = await accept(market, await openWork(market, id));
    const picked = await pick(market, fulfillmentOrder as Work, []);
    expect(picked.fulfillmentOrder).toMatchObject({ status: 'REJECTED', rejections: [{ reason: 'ITEM_NOT_FOUND' }] });
    await market.settle();
    expect((await openWork(market, id)).status).toBe('OFFERED');
    expect(await market.broken()).toEqual([]);
  });

  it('is refused with more units than were asked for, before acceptance, and on an old version', async () => {
    await using market = await open();
    const id = await placed(market, anOrder([{ sku: 'HAT', quantity: 1 }]));
    const offered = await openWork(market, id);
    const lineId = offered.lines[0]?.id as string;
    expect((await pick(market, offered, [{ lineId, pickedQuantity: 1 }])).userErrors).toEqual([
      { code: 'INVALID_STATE', currentState: 'OFFERED' },
    ]);
    const { fulfillmentOrder } = await accept(market, offered);
    const tooMany = await pick(market, fulfillmentOrder as Work, [{ lineId, pickedQuantity: 2 }]);
    expect(tooMany.userErrors).toEqual([{ code: 'QUANTITY_TOO_LARGE', maximumQuantity: 1 }]);
    expect((await pick(market, offered, [])).userErrors).toEqual([{ code: 'VERSION_CONFLICT', actualVersion: 2 }]);
  });
});

describe('shipping', () => {
  it('takes units out of stock part by part, once for each shipment', async () => {
    await using market = await open();
    const id = await placed(market, anOrder([{ sku: 'SHOES', quantity: 3 }]));
    const offered = await openWork(market, id);
    const lineId = offered.lines[0]?.id as string;
    const first = await ship(market, offered, { lines: [{ lineId, quantity: 1 }], trackingNumber: 'T1' });
    expect(first).toMatchObject({ fulfillmentOrder: { status: 'PICKED' }, userErrors: [] });
    expect((await ship(market, offered, { lines: [{ lineId, quantity: 1 }], trackingNumber: 'T1' })).shipment).toEqual(
      first.shipment,
    );
    await market.settle();
    expect(await market.onHand()).toMatchObject({ 'SHOES@depot': 4 });
    expect((await read(market, id)).fulfillmentStatus).toBe('PARTIALLY_FULFILLED');

    const second = await ship(market, await openWork(market, id));
    expect(second.fulfillmentOrder).toMatchObject({ status: 'SHIPPED' });
    await market.settle();
    await market.settle();
    expect(await market.onHand()).toMatchObject({ 'SHOES@depot': 2 });
    expect((await market.taken()).reserved).toEqual({});
    expect(await read(market, id)).toMatchObject({ status: 'OPEN', fulfillmentStatus: 'FULFILLED', deliveredAt: null });
    expect(await market.broken()).toEqual([]);
  });

  it('issues once although the process dies after inventory was told', async () => {
    await using market = await open();
    const id = await placed(market, anOrder([{ sku: 'SHOES', quantity: 2 }]));
    await ship(market, await openWork(market, id));
    market.killAt('stock-issued');
    await market.settle();
    expect(market.deaths()).toBe(1);
    await market.pass({ minutes: 5 });
    expect(await market.onHand()).toMatchObject({ 'SHOES@depot': 3 });
    expect((await read(market, id)).events.nodes.map(({ type }) => type)).not.toContain('stock.issue-refused');
    expect(await market.broken()).toEqual([]);
  });

  it('is refused for more than is there and for a store that has picked nothing', async () => {
    await using market = await open();
    const id = await placed(market, anOrder([{ sku: 'HAT', quantity: 1 }]));
    expect((await ship(market, await openWork(market, id))).userErrors).toMatchObject([{ code: 'INVALID_STATE' }]);
    const other = await placed(market, anOrder([{ sku: 'SHOES', quantity: 1 }]));
    const work = await openWork(market, other);
    const lines = [{ lineId: work.lines[0]?.id, quantity: 2 }];
    expect((await ship(market, work, { lines })).userErrors).toMatchObject([{ code: 'QUANTITY_TOO_LARGE' }]);
    expect((await read(market, other)).shipments).toEqual([]);
  });

  it('follows carrier events once each, in whatever order they come, until the last unit is delivered', async () => {
    await using market = await open();
    const id = await placed(market, anOrder([{ sku: 'SHOES', quantity: 2 }]));
    const offered = await openWork(market, id);
    const lines = [{ lineId: offered.lines[0]?.id, quantity: 1 }];
    const a = (await ship(market, offered, { lines })).shipment?.id;
    const b = (await ship(market, await openWork(market, id))).shipment?.id;
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
    expect(await read(market, id)).toMatchObject({ status: 'OPEN', deliveredAt: null });
    await tell(a, 'e3', 'DELIVERED', '2035-03-05T07:00:00Z');
    expect(await read(market, id)).toMatchObject({
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
    const id = await placed(market, anOrder([{ sku: 'HAT', quantity: 2 }], { groups: [collection('nice')] }));
    const accepted = (await accept(market, await openWork(market, id))).fulfillmentOrder as Work;
    const counts = accepted.lines.map((line) => ({ lineId: line.id, pickedQuantity: line.quantity }));
    const picked = (await pick(market, accepted, counts)).fulfillmentOrder as Work;
    expect(picked.availableActions).toEqual(['MARK_READY']);
    const { fulfillmentOrder } = await change(market, 'markReadyForPickup', 'MarkReadyForPickupInput', {
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
    return { id, work: fulfillmentOrder as Work, code: order.deliveryGroups[0]?.pickupCode as string };
  }

  it('hands over against the code that the shopper sees, and ends the order', async () => {
    await using market = await open();
    const { id, work, code } = await ready(market);
    expect(code).toMatch(/^\d{6}$/);
    const handed = await collect(market, { idempotencyKey: 'collect-1', id: work.id, pickupCode: code });
    expect(handed).toMatchObject({
      fulfillmentOrder: { status: 'COLLECTED', pickup: { collectedAt: '2035-03-05T09:30:00.000Z' } },
      userErrors: [],
    });
    await market.settle();
    expect(await market.onHand()).toMatchObject({ 'HAT@nice': 1 });
    expect(await read(market, id)).toMatchObject({ status: 'COMPLETED', deliveredAt: '2035-03-05T09:30:00.000Z' });
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
  const id = await placed(market, anOrder([{ sku: 'HAT', quantity: 2 }]));
  const event = {
    id: 'evt_shortage',
    type: 'stock.shortage',
    subject: 'lyon',
    data: { sku: 'HAT', locationId: 'lyon', missingUnits: 1, orderIds: [id, 'ord_unknown'] },
    occurredAt: market.clock.now(),
  } as const;
  await market.subgraphs.get('orders')?.receive([event]);
  await market.subgraphs.get('orders')?.receive([event]);
  const { events } = await read(market, id);
  expect(events.nodes.filter(({ type }) => type === 'stock.shortage')).toHaveLength(1);
});
