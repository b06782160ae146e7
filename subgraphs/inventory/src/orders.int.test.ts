import { readOperation } from '@passerelle/contracts/operations';
import { aCaller, aService } from '@passerelle/testing';
import { beforeEach, describe, expect, it, onTestFinished } from 'vitest';
import { aNetwork, aStore, aWarehouse, faults, type NetworkGraph } from '../test/a-network.ts';

const allocateText = readOperation('service', 'Allocate');
const releaseText = readOperation('service', 'Release');
const issueText = readOperation('service', 'Issue');
const restockText = readOperation('service', 'Restock');
const holdCart = readOperation('storefront', 'HoldCart');
const orders = aService('orders');
const returns = aService('returns');

type Problem = { __typename: string; code: string; path: string[] | null; message: string };
type Line = { orderLineId: string; sku: string; quantity: number; locationId: string };

let graph: NetworkGraph;
beforeEach(async () => {
  graph = await aNetwork(
    [
      aWarehouse('loc_w'),
      aStore('loc_1'),
      aStore('loc_off', { status: 'INACTIVE' }),
      aStore('loc_b2c', { channelIds: ['chn_other'] }),
    ],
    { SHIRT: { loc_w: 10, loc_1: 5, loc_off: 5, loc_b2c: 5 }, HAT: { loc_w: 4 } },
  );
  onTestFinished(async () => {
    const found = await faults(graph);
    await graph[Symbol.asyncDispose]();
    expect(found).toEqual([]);
  });
});

const line = (orderLineId: string, sku: string, quantity: number, locationId: string): Line => ({
  orderLineId,
  sku,
  quantity,
  locationId,
});

const allocate = (input: Record<string, unknown>) =>
  graph
    .ask<{
      allocateOrder: {
        reservations: { id: string; lines: { sku: string; quantity: number; location: { id: string } }[] }[];
        userErrors: (Problem & { availableQuantity?: number })[];
      };
    }>(allocateText, { input: { orderId: 'ord_1', revision: 1, channelId: 'chn_web', ...input } }, orders)
    .then((data) => data.allocateOrder);

const release = (input: Record<string, unknown> = {}) =>
  graph
    .ask<{ releaseOrderAllocation: { releasedUnits: number } }>(
      releaseText,
      { input: { orderId: 'ord_1', revision: 1, ...input } },
      orders,
    )
    .then((data) => data.releaseOrderAllocation.releasedUnits);

const issue = (input: Record<string, unknown>) =>
  graph
    .ask<{ issueAllocatedStock: { issuedUnits: number; userErrors: (Problem & { maximumQuantity?: number })[] } }>(
      issueText.replace('{ code }', '{ code path } ... on QuantityTooLargeError { maximumQuantity }'),
      {
        input: {
          orderId: 'ord_1',
          issueReference: 'shp_1',
          locationId: 'loc_w',
          occurredAt: graph.clock.now().toISOString(),
          ...input,
        },
      },
      orders,
    )
    .then((data) => data.issueAllocatedStock);

async function level(sku: string, locationId: string) {
  const [row] = await graph.database.sql`
    select on_hand as "onHand", reserved, blocked from stock_levels join items using (item_no)
    join locations using (location_no) where sku = ${sku} and locations.id = ${locationId}`;
  return row && { ...row };
}

async function reservationsOf(orderId: string) {
  const data = await graph.ask<{
    _entities: {
      reservations: { id: string; status: string; lines: { quantity: number; issuedQuantity: number }[] }[];
    }[];
  }>(
    `query O($of: [_Any!]!) { _entities(representations: $of) { ... on Order {
      reservations { id status lines { quantity issuedQuantity } } } } }`,
    { of: [{ __typename: 'Order', id: orderId }] },
  );
  return data._entities[0]?.reservations ?? [];
}

describe('allocating an order', () => {
  it('makes one reservation a location, and the same ones when asked again', async () => {
    const lines = [
      line('oln_1', 'SHIRT', 3, 'loc_w'),
      line('oln_2', 'HAT', 2, 'loc_w'),
      line('oln_1', 'SHIRT', 2, 'loc_1'),
    ];
    const first = await allocate({ lines });
    expect(
      first.reservations.map(({ lines: held }) =>
        held.map(({ sku, quantity, location }) => [sku, quantity, location.id]),
      ),
    ).toEqual([
      [
        ['SHIRT', 3, 'loc_w'],
        ['HAT', 2, 'loc_w'],
      ],
      [['SHIRT', 2, 'loc_1']],
    ]);
    expect(await allocate({ lines })).toEqual(first);
    expect(await level('SHIRT', 'loc_w')).toEqual({ onHand: 10, reserved: 3, blocked: 0 });
    expect(await reservationsOf('ord_1')).toHaveLength(2);
  });

  it('happens once when two calls come at the same time', async () => {
    const lines = [line('oln_1', 'SHIRT', 3, 'loc_w')];
    const [first, second] = await Promise.all([allocate({ lines }), allocate({ lines })]);
    expect(first).toEqual(second);
    expect(await level('SHIRT', 'loc_w')).toMatchObject({ reserved: 3 });
  });

  it('takes over what its cart held and gives back the rest, while nobody can come between', async () => {
    const held = await graph.ask<{ reserveStock: { reservation: { id: string } } }>(
      holdCart,
      {
        input: {
          idempotencyKey: 'a-key-of-a-cart',
          channelId: 'chn_web',
          cartReference: 'cart',
          lines: [{ sku: 'SHIRT', quantity: 12 }],
        },
      },
      aCaller('shopper'),
    );
    const reservationId = held.reserveStock.reservation.id;
    expect(await level('SHIRT', 'loc_w')).toMatchObject({ reserved: 10 });
    const lines = [line('oln_1', 'SHIRT', 9, 'loc_w'), line('oln_1', 'SHIRT', 3, 'loc_1')];
    const { reservations, userErrors } = await allocate({ reservationId, lines });
    expect(userErrors).toEqual([]);
    expect(reservations[0]?.id).toBe(reservationId);
    expect(await level('SHIRT', 'loc_w')).toMatchObject({ reserved: 9 });
    expect(await level('SHIRT', 'loc_1')).toMatchObject({ reserved: 3 });
    await graph.pass({ hours: 3 });
    expect((await reservationsOf('ord_1')).map(({ status }) => status)).toEqual(['ALLOCATED', 'ALLOCATED']);
  });

  it('is refused once its cart reservation lapsed', async () => {
    const held = await graph.ask<{ reserveStock: { reservation: { id: string } } }>(
      holdCart,
      {
        input: {
          idempotencyKey: 'another-key-of-a-cart',
          channelId: 'chn_web',
          cartReference: 'cart',
          lines: [{ sku: 'SHIRT', quantity: 1 }],
        },
      },
      aCaller('shopper'),
    );
    const reservationId = held.reserveStock.reservation.id;
    await graph.pass({ minutes: 16 });
    const refused = await allocate({ reservationId, lines: [line('oln_1', 'SHIRT', 1, 'loc_w')] });
    expect(refused).toMatchObject({
      reservations: [],
      userErrors: [{ code: 'RESERVATION_EXPIRED', path: ['input', 'reservationId'] }],
    });
  });

  it('takes all lines or none, and may be tried again with other locations', async () => {
    const short = [line('oln_1', 'SHIRT', 2, 'loc_w'), line('oln_2', 'HAT', 5, 'loc_w')];
    expect(await allocate({ lines: short })).toMatchObject({
      reservations: [],
      userErrors: [{ code: 'INSUFFICIENT_STOCK', path: ['input', 'lines', '1', 'quantity'], availableQuantity: 4 }],
    });
    expect(await level('SHIRT', 'loc_w')).toMatchObject({ reserved: 0 });
    expect((await allocate({ lines: [line('oln_2', 'HAT', 4, 'loc_w')] })).userErrors).toEqual([]);
  });

  it.each([
    ['no line', [], 'INVALID_INPUT', ['input', 'lines']],
    ['no unit', [line('oln_1', 'SHIRT', 0, 'loc_w')], 'INVALID_INPUT', ['input', 'lines', '0', 'quantity']],
    [
      'a line twice at one location',
      [line('oln_1', 'SHIRT', 1, 'loc_w'), line('oln_1', 'SHIRT', 1, 'loc_w')],
      'INVALID_INPUT',
      ['input', 'lines', '1', 'orderLineId'],
    ],
    ['an unknown SKU', [line('oln_1', 'NO', 1, 'loc_w')], 'NOT_FOUND', ['input', 'lines', '0', 'sku']],
    ['an unknown location', [line('oln_1', 'HAT', 1, 'loc_no')], 'NOT_FOUND', ['input', 'lines', '0', 'locationId']],
    [
      'a location that is not active',
      [line('oln_1', 'SHIRT', 1, 'loc_off')],
      'LOCATION_NOT_ELIGIBLE',
      ['input', 'lines', '0', 'locationId'],
    ],
    [
      'a location of another channel',
      [line('oln_1', 'SHIRT', 1, 'loc_b2c')],
      'LOCATION_NOT_ELIGIBLE',
      ['input', 'lines', '0', 'locationId'],
    ],
  ])('with %s is refused by field and changes nothing', async (_title, lines, code, path) => {
    expect(await allocate({ lines })).toMatchObject({ reservations: [], userErrors: [{ code, path }] });
    expect(await reservationsOf('ord_1')).toEqual([]);
  });

  it('with an unknown cart reservation is refused', async () => {
    const lines = [line('oln_1', 'SHIRT', 1, 'loc_w')];
    expect(await allocate({ reservationId: 'rsv_no', lines })).toMatchObject({
      userErrors: [{ code: 'NOT_FOUND', path: ['input', 'reservationId'] }],
    });
  });
});

describe('releasing an order', () => {
  beforeEach(async () => {
    await allocate({ lines: [line('oln_1', 'SHIRT', 3, 'loc_w'), line('oln_2', 'HAT', 2, 'loc_w')] });
  });

  it('gives back some lines or all, and nothing the second time', async () => {
    expect(await release({ orderLineIds: ['oln_2'] })).toBe(2);
    expect(await release({ orderLineIds: ['oln_2'] })).toBe(0);
    expect(await release()).toBe(3);
    expect(await release()).toBe(0);
    expect(await reservationsOf('ord_1')).toMatchObject([{ status: 'RELEASED' }]);
    expect(await level('SHIRT', 'loc_w')).toMatchObject({ reserved: 0 });
  });

  it('gives back what is more than a line keeps, and nothing the second time', async () => {
    const reductions = [{ orderLineId: 'oln_1', keptQuantity: 1 }];
    expect(await release({ reductions })).toBe(2);
    expect(await release({ reductions })).toBe(0);
    expect(await level('SHIRT', 'loc_w')).toMatchObject({ reserved: 1 });
    expect(await level('HAT', 'loc_w')).toMatchObject({ reserved: 2 });
  });

  it('that comes late leaves a newer allocation alone', async () => {
    await allocate({ revision: 2, lines: [line('oln_1', 'SHIRT', 1, 'loc_1')] });
    expect(await release({ revision: 1 })).toBe(5);
    expect(await level('SHIRT', 'loc_1')).toMatchObject({ reserved: 1 });
  });

  it('keeps what was issued', async () => {
    await issue({ lines: [line('oln_1', 'SHIRT', 2, 'loc_w')] });
    expect(await release()).toBe(3);
    expect(await reservationsOf('ord_1')).toMatchObject([{ status: 'ISSUED' }]);
    expect(await level('SHIRT', 'loc_w')).toEqual({ onHand: 8, reserved: 0, blocked: 0 });
  });
});

describe('issuing allocated stock', () => {
  beforeEach(async () => {
    await allocate({ lines: [line('oln_1', 'SHIRT', 3, 'loc_w'), line('oln_2', 'HAT', 2, 'loc_w')] });
  });

  it('lowers what is on hand and what is reserved, once for a reference', async () => {
    const lines = [line('oln_1', 'SHIRT', 2, 'loc_w')];
    expect(await issue({ lines })).toEqual({ issuedUnits: 2, userErrors: [] });
    expect(await issue({ lines })).toEqual({ issuedUnits: 2, userErrors: [] });
    expect(await level('SHIRT', 'loc_w')).toEqual({ onHand: 8, reserved: 1, blocked: 0 });
    const movements = await graph.database.sql`
      select reason, quantity, reference, actor from stock_movements where source = 'passerelle:issue'`;
    expect([...movements]).toEqual([{ reason: 'ISSUE', quantity: -2, reference: 'ord_1', actor: 'service:orders' }]);

    const rest = [line('oln_1', 'SHIRT', 1, 'loc_w'), line('oln_2', 'HAT', 2, 'loc_w')];
    expect(await issue({ issueReference: 'shp_2', lines: rest })).toMatchObject({ issuedUnits: 3 });
    expect(await reservationsOf('ord_1')).toMatchObject([{ status: 'ISSUED' }]);
  });

  it('refuses more than is allocated, and changes nothing', async () => {
    const lines = [line('oln_2', 'HAT', 1, 'loc_w'), line('oln_1', 'SHIRT', 4, 'loc_w')];
    expect(await issue({ lines })).toMatchObject({
      issuedUnits: 0,
      userErrors: [{ code: 'QUANTITY_TOO_LARGE', path: ['input', 'lines', '1', 'quantity'], maximumQuantity: 3 }],
    });
    expect(await level('HAT', 'loc_w')).toEqual({ onHand: 4, reserved: 2, blocked: 0 });
  });

  it.each([
    [
      'where nothing is allocated',
      { locationId: 'loc_1', lines: [line('oln_1', 'SHIRT', 1, 'loc_1')] },
      'INVALID_STATE',
    ],
    ['of an unknown order', { orderId: 'ord_no', lines: [line('oln_1', 'SHIRT', 1, 'loc_w')] }, 'INVALID_STATE'],
    ['of two locations at once', { lines: [line('oln_1', 'SHIRT', 1, 'loc_1')] }, 'INVALID_INPUT'],
    ['of no unit', { lines: [line('oln_1', 'SHIRT', 0, 'loc_w')] }, 'INVALID_INPUT'],
  ])('%s is refused', async (_title, input, code) => {
    const { issuedUnits, userErrors } = await issue(input);
    expect(issuedUnits).toBe(0);
    expect(userErrors).toMatchObject([{ code }]);
    expect(userErrors[0]?.path).not.toBeNull();
  });

  it('takes units once when two references race for the last ones', async () => {
    const results = await Promise.all(
      ['shp_a', 'shp_b'].map((issueReference) =>
        issue({ issueReference, lines: [line('oln_1', 'SHIRT', 2, 'loc_w')] }),
      ),
    );
    expect(results.map(({ issuedUnits }) => issuedUnits).sort()).toEqual([0, 2]);
    expect(await level('SHIRT', 'loc_w')).toEqual({ onHand: 8, reserved: 1, blocked: 0 });
  });
});

it('tells returns the categories of SKUs it knows, and nobody else', async () => {
  await graph.database.sql`update items set category = 'shirts' where sku = 'SHIRT'`;
  const document = readOperation('service', 'ItemsForReturn');
  const variables = { skus: ['SHIRT', 'HAT', 'UNKNOWN'] };
  expect(await graph.ask(document, variables, returns)).toEqual({
    itemsForReturn: [
      { sku: 'SHIRT', category: 'shirts' },
      { sku: 'HAT', category: null },
    ],
  });
  await expect(graph.ask(document, variables, aCaller('operator'))).rejects.toThrow('FORBIDDEN');
});

describe('taking back returned stock', () => {
  const restock = (lines: unknown, facts: Record<string, unknown> = {}) =>
    graph.ask<{ receiveReturnedStock: { restockedUnits: number } }>(
      restockText,
      { input: { returnId: 'ret_1', inspectionId: 'isp_1', locationId: 'loc_1', lines, ...facts } },
      returns,
    );

  it('puts units back for sale or aside, once for an inspection', async () => {
    const lines = [{ sku: 'SHIRT', restockedQuantity: 2, blockedQuantity: 1 }];
    const twice = await Promise.all([restock(lines), restock(lines)]);
    expect(twice.map((data) => data.receiveReturnedStock.restockedUnits)).toEqual([2, 2]);
    expect(await level('SHIRT', 'loc_1')).toEqual({ onHand: 8, reserved: 0, blocked: 1 });
  });

  it('makes a level where there was none', async () => {
    await restock([{ sku: 'HAT', restockedQuantity: 1, blockedQuantity: 0 }]);
    expect(await level('HAT', 'loc_1')).toEqual({ onHand: 1, reserved: 0, blocked: 0 });
  });

  it.each([
    ['an unknown SKU', [{ sku: 'NO', restockedQuantity: 1, blockedQuantity: 0 }], {}, 'NO'],
    [
      'an unknown location',
      [{ sku: 'HAT', restockedQuantity: 1, blockedQuantity: 0 }],
      { locationId: 'loc_no' },
      'loc_no',
    ],
    ['fewer than no units', [{ sku: 'HAT', restockedQuantity: -1, blockedQuantity: 0 }], {}, 'lines\\[0\\]'],
    ['no line', [], {}, 'lines'],
  ])('with %s is bad input that names what is wrong', async (_title, lines, facts, named) => {
    await expect(restock(lines, facts)).rejects.toThrow(new RegExp(`${named}[\\s\\S]*BAD_USER_INPUT`));
  });
});
