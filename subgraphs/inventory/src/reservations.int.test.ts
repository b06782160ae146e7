import { readOperation } from '@passerelle/contracts/operations';
import { aCaller, aService } from '@passerelle/testing';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { aNetwork, aStore, aWarehouse, faults, type NetworkGraph } from '../test/a-network.ts';

const holdCart = readOperation('storefront', 'HoldCart');
const allocate = readOperation('service', 'Allocate');
const shopper = aCaller('shopper');
const orders = aService('orders');

type Problem = { __typename: string; code: string; path: string[] | null; message: string; availableQuantity?: number };
type Held = {
  reserveStock: {
    reservation: { id: string; status: string; expiresAt: string; lines: { sku: string; quantity: number }[] } | null;
    userErrors: Problem[];
  };
};
type Allocated = {
  allocateOrder: {
    reservations: { id: string; lines: { sku: string; quantity: number; location: { id: string } }[] }[];
    userErrors: Problem[];
  };
};

let keys = 0;
const nextKey = () => `key-${++keys}-abcdefgh`;

const hold = (graph: NetworkGraph, input: Record<string, unknown>) =>
  graph
    .ask<Held>(
      holdCart,
      { input: { idempotencyKey: nextKey(), channelId: 'chn_web', cartReference: 'cart', ...input } },
      shopper,
    )
    .then((data) => data.reserveStock);

const take = (graph: NetworkGraph, input: Record<string, unknown>) =>
  graph
    .ask<Allocated>(allocate, { input: { revision: 1, channelId: 'chn_web', ...input } }, orders)
    .then((data) => data.allocateOrder);

async function levelAt({ database }: NetworkGraph, sku: string, locationId: string) {
  const [row] = await database.sql`
    select on_hand as "onHand", reserved, blocked from stock_levels join items using (item_no)
    join locations using (location_no) where sku = ${sku} and locations.id = ${locationId}`;
  return row && { ...row };
}

const statusOf = async (graph: NetworkGraph, id: string) => {
  const data = await graph.ask<{ reservation: { status: string } | null }>(
    'query R($id: ID!) { reservation(id: $id) { status } }',
    { id },
  );
  return data.reservation?.status;
};

describe('many carts and orders at once', () => {
  it('sell each of 50 units over five locations once, however many ask', async () => {
    const places = ['loc_w', 'loc_1', 'loc_2', 'loc_3', 'loc_4'];
    await using graph = await aNetwork([aWarehouse('loc_w'), ...places.slice(1).map((id) => aStore(id))], {
      SHIRT: Object.fromEntries(places.map((id) => [id, 10])),
    });
    const outcomes = await Promise.all(
      Array.from({ length: 300 }, async (_, index) => {
        if (index % 3 > 0) {
          const held = await hold(graph, { lines: [{ sku: 'SHIRT', quantity: 1 }] });
          return held.reservation ? 1 : 0;
        }
        const locationId = places[index % places.length];
        const line = { orderLineId: 'oln_1', sku: 'SHIRT', quantity: 1, locationId };
        const allocated = await take(graph, { orderId: `ord_${index}`, lines: [line] });
        return allocated.reservations.length;
      }),
    );
    expect(outcomes.reduce((sum, units) => sum + units, 0)).toBe(50);
    const [total] = await graph.database.sql`select sum(reserved)::integer as reserved from stock_levels`;
    expect(total?.reserved).toBe(50);
    expect(await faults(graph)).toEqual([]);
  });

  it('hold carts of two items in opposite order without an error', async () => {
    await using graph = await aNetwork([aWarehouse('loc_w'), aStore('loc_1')], {
      A: { loc_w: 40, loc_1: 40 },
      B: { loc_w: 40, loc_1: 40 },
    });
    const line = (sku: string) => ({ sku, quantity: 1 });
    const results = await Promise.all(
      Array.from({ length: 80 }, (_, index) =>
        hold(graph, { lines: index % 2 ? [line('A'), line('B')] : [line('B'), line('A')] }),
      ),
    );
    expect(results.filter(({ reservation }) => reservation).length).toBe(80);
    expect(await faults(graph)).toEqual([]);
  });
});

describe('a cart', () => {
  let graph: NetworkGraph;
  beforeAll(async () => {
    graph = await aNetwork(
      [aWarehouse('loc_w'), aStore('loc_big'), aStore('loc_small'), aStore('loc_shut', { status: 'INACTIVE' })],
      {
        SHIRT: { loc_w: 3, loc_big: 9, loc_small: 2, loc_shut: 50 },
        SCARF: { loc_big: 4 },
        HAT: { loc_big: { onHand: 5, blocked: 2 } },
      },
    );
  });
  afterAll(() => graph[Symbol.asyncDispose]());

  it('is drawn from warehouses first, then from the store with the most units, and shows no location', async () => {
    const { reservation } = await hold(graph, { lines: [{ sku: 'SHIRT', quantity: 5 }] });
    expect(reservation?.lines).toEqual([{ sku: 'SHIRT', quantity: 5 }]);
    expect(await levelAt(graph, 'SHIRT', 'loc_w')).toEqual({ onHand: 3, reserved: 3, blocked: 0 });
    expect(await levelAt(graph, 'SHIRT', 'loc_big')).toEqual({ onHand: 9, reserved: 2, blocked: 0 });
    const shown = await graph.ask<{ reservation: unknown }>(
      'query R($id: ID!) { reservation(id: $id) { lines { location { id } } cartReference order { id } } }',
      { id: reservation?.id },
    );
    expect(shown.reservation).toEqual({ lines: [{ location: null }], cartReference: 'cart', order: null });

    await graph.pass({ minutes: 14 });
    expect(await statusOf(graph, reservation?.id as string)).toBe('HELD');
    await graph.pass({ minutes: 2 });
    expect(await statusOf(graph, reservation?.id as string)).toBe('EXPIRED');
    expect(await levelAt(graph, 'SHIRT', 'loc_w')).toEqual({ onHand: 3, reserved: 0, blocked: 0 });
    expect(await faults(graph)).toEqual([]);
  });

  it('of a collector is held at the store of collection alone', async () => {
    const { reservation } = await hold(graph, {
      pickupLocationId: 'loc_small',
      lines: [{ sku: 'SHIRT', quantity: 2 }],
    });
    expect(await levelAt(graph, 'SHIRT', 'loc_small')).toEqual({ onHand: 2, reserved: 2, blocked: 0 });
    const more = await hold(graph, { pickupLocationId: 'loc_small', lines: [{ sku: 'SHIRT', quantity: 1 }] });
    expect(more.userErrors).toMatchObject([{ code: 'INSUFFICIENT_STOCK', availableQuantity: 0 }]);
    await release(reservation?.id as string);
  });

  it('gets what there is when it allows so, and nothing when there is nothing', async () => {
    const part = await hold(graph, { allowPartial: true, lines: [{ sku: 'HAT', quantity: 7 }] });
    expect(part.reservation?.lines).toEqual([{ sku: 'HAT', quantity: 3 }]);
    const none = await hold(graph, { allowPartial: true, lines: [{ sku: 'HAT', quantity: 1 }] });
    expect(none.userErrors).toMatchObject([{ code: 'INSUFFICIENT_STOCK', availableQuantity: 0 }]);
    await release(part.reservation?.id as string);
  });

  it('is held once for an idempotency key, which no other cart may use', async () => {
    const input = { idempotencyKey: nextKey(), lines: [{ sku: 'SCARF', quantity: 1 }] };
    const [first, second] = [await hold(graph, input), await hold(graph, input)];
    expect(second).toEqual(first);
    expect(await levelAt(graph, 'SCARF', 'loc_big')).toMatchObject({ reserved: 1 });
    const reused = await hold(graph, { ...input, lines: [{ sku: 'SCARF', quantity: 2 }] });
    expect(reused.userErrors).toMatchObject([{ code: 'IDEMPOTENCY_KEY_REUSED', path: ['input', 'idempotencyKey'] }]);
    await release(first.reservation?.id as string);
  });

  it('leaves protected units where they are', async () => {
    const heard = (units: number) =>
      expect
        .poll(() =>
          graph.ask(`{ inventoryItem(sku: "SCARF") { levels { nodes { quantities { protected available } } } } }`),
        )
        .toEqual({
          inventoryItem: { levels: { nodes: [{ quantities: { protected: units, available: 4 - units } }] } },
        });
    await graph.database.sql`
      insert into protection_rules (id, skus, quantity, valid_from)
      values ('prt_1', '{SCARF}', 3, ${graph.clock.now()})`;
    await graph.database.sql`notify protection_changed`;
    await heard(3);
    const refused = await hold(graph, { lines: [{ sku: 'SCARF', quantity: 2 }] });
    expect(refused.userErrors).toMatchObject([{ code: 'INSUFFICIENT_STOCK', availableQuantity: 1 }]);
    await graph.database.sql`delete from protection_rules`;
    await graph.database.sql`notify protection_changed`;
    await heard(0);
  });

  it.each([
    ['no line', { lines: [] }, 'INVALID_INPUT', ['input', 'lines']],
    ['no unit', { lines: [{ sku: 'SHIRT', quantity: 0 }] }, 'INVALID_INPUT', ['input', 'lines', '0', 'quantity']],
    [
      'a SKU twice',
      { lines: [1, 2].map((quantity) => ({ sku: 'SHIRT', quantity })) },
      'INVALID_INPUT',
      ['input', 'lines', '1', 'sku'],
    ],
    [
      'too many lines',
      { lines: Array.from({ length: 51 }, (_, index) => ({ sku: `S${index}`, quantity: 1 })) },
      'LIMIT_EXCEEDED',
      ['input', 'lines'],
    ],
    ['an unknown SKU', { lines: [{ sku: 'NO', quantity: 1 }] }, 'NOT_FOUND', ['input', 'lines', '0', 'sku']],
    ['an unknown channel', { channelId: 'chn_no' }, 'NOT_FOUND', ['input', 'channelId']],
    ['an unknown store', { pickupLocationId: 'loc_no' }, 'NOT_FOUND', ['input', 'pickupLocationId']],
    ['a closed store', { pickupLocationId: 'loc_shut' }, 'LOCATION_NOT_ELIGIBLE', ['input', 'pickupLocationId']],
    ['a warehouse as store', { pickupLocationId: 'loc_w' }, 'LOCATION_NOT_ELIGIBLE', ['input', 'pickupLocationId']],
    ['no cart', { cartReference: '' }, 'INVALID_INPUT', ['input', 'cartReference']],
    ['no time', { holdFor: 'PT0M' }, 'INVALID_INPUT', ['input', 'holdFor']],
    ['too long a time', { holdFor: 'PT61M' }, 'INVALID_INPUT', ['input', 'holdFor']],
    ['a short key', { idempotencyKey: 'short' }, 'INVALID_INPUT', ['input', 'idempotencyKey']],
    [
      'more than there is',
      { lines: [{ sku: 'SCARF', quantity: 9 }] },
      'INSUFFICIENT_STOCK',
      ['input', 'lines', '0', 'quantity'],
    ],
  ])('with %s is refused by field and changes nothing', async (_title, input, code, path) => {
    const refused = await hold(graph, { lines: [{ sku: 'SHIRT', quantity: 1 }], ...input });
    expect(refused.reservation).toBeNull();
    expect(refused.userErrors).toMatchObject([{ code, path }]);
    expect(refused.userErrors[0]?.message).not.toBe('');
    const [total] = await graph.database.sql`select sum(reserved)::integer as reserved from stock_levels`;
    expect(total?.reserved).toBe(0);
  });

  it('may be kept for two hours at most, and not after it lapsed', async () => {
    const extend = (id: string, holdFor: string) =>
      graph
        .ask<{ extendReservation: { reservation: { expiresAt: string } | null; userErrors: Problem[] } }>(
          `mutation E($input: ExtendReservationInput!) { extendReservation(input: $input) {
            reservation { expiresAt } userErrors { ... on UserError { code path message } } } }`,
          { input: { id, holdFor } },
          shopper,
        )
        .then((data) => data.extendReservation);
    const start = graph.clock.now();
    const { reservation } = await hold(graph, { lines: [{ sku: 'SCARF', quantity: 1 }] });
    const id = reservation?.id as string;
    for (const minutes of [10, 50, 50]) {
      expect((await extend(id, 'PT1H')).userErrors).toEqual([]);
      await graph.pass({ minutes });
    }
    const last = await extend(id, 'PT1H');
    expect(last.reservation?.expiresAt).toBe(new Date(start.getTime() + 120 * 60_000).toISOString());
    await graph.pass({ minutes: 11 });
    expect(await extend(id, 'PT5M')).toMatchObject({
      reservation: null,
      userErrors: [{ code: 'RESERVATION_EXPIRED' }],
    });
    expect(await extend('rsv_no', 'PT5M')).toMatchObject({
      userErrors: [{ code: 'NOT_FOUND', path: ['input', 'id'] }],
    });
    expect(await extend(id, 'PT2H')).toMatchObject({
      userErrors: [{ code: 'INVALID_INPUT', path: ['input', 'holdFor'] }],
    });
    expect(await faults(graph)).toEqual([]);
  });

  async function release(id: string) {
    return await graph.ask<{ releaseReservation: { reservation: { status: string } | null; userErrors: Problem[] } }>(
      `mutation L($input: ReleaseReservationInput!) { releaseReservation(input: $input) {
        reservation { status } userErrors { ... on UserError { code path } } } }`,
      { input: { id } },
      shopper,
    );
  }

  it('is its own shopper’s: another one is told what is told of none, and staff sees it', async () => {
    const { reservation } = await hold(graph, { lines: [{ sku: 'SCARF', quantity: 1 }] });
    const id = reservation?.id as string;
    const all = `query R($id: ID!) { reservation(id: $id) { id } _entities(representations: [{__typename: "Reservation", id: $id}]) { __typename } }`;
    const changes = [
      'extendReservation(input: {id: $id, holdFor: "PT5M"})',
      'releaseReservation(input: {id: $id})',
    ].map(
      (change) =>
        `mutation C($id: ID!) { ${change} { reservation { id } userErrors { ... on UserError { code message path } } } }`,
    );
    const stranger = { ...shopper, subject: 'another shopper' };
    for (const query of [all, ...changes]) {
      const told = async (of: string) =>
        JSON.stringify(await graph.ask(query, { id: of }, stranger)).replaceAll(of, 'this one');
      expect(await told(id)).toBe(await told('rsv_no'));
    }
    for (const caller of [shopper, aCaller('store-staff'), aCaller('storefront')]) {
      expect(await graph.ask('query R($id: ID!) { reservation(id: $id) { id } }', { id }, caller)).toEqual({
        reservation: { id },
      });
    }
    await release(id);
  });

  it('gives its units back, again without harm, but not once an order has them', async () => {
    const { reservation } = await hold(graph, { lines: [{ sku: 'SCARF', quantity: 1 }] });
    const id = reservation?.id as string;
    expect((await release(id)).releaseReservation).toEqual({ reservation: { status: 'RELEASED' }, userErrors: [] });
    expect((await release(id)).releaseReservation.userErrors).toEqual([]);
    expect((await release('rsv_no')).releaseReservation.userErrors).toMatchObject([{ code: 'NOT_FOUND' }]);

    const held = await hold(graph, { lines: [{ sku: 'SCARF', quantity: 1 }] });
    const line = { orderLineId: 'oln_1', sku: 'SCARF', quantity: 1, locationId: 'loc_big' };
    await take(graph, { orderId: 'ord_kept', reservationId: held.reservation?.id, lines: [line] });
    expect((await release(held.reservation?.id as string)).releaseReservation.userErrors).toMatchObject([
      { code: 'INVALID_STATE' },
    ]);
    expect(await faults(graph)).toEqual([]);
  });
});

it('ends every hold whose time is over, and none that was kept or bought meanwhile, though two look at once', async () => {
  await using graph = await aNetwork([aWarehouse('loc_w'), aStore('loc_1')], { SHIRT: { loc_w: 300, loc_1: 300 } });
  const line = { sku: 'SHIRT', quantity: 1 };
  const held = await Promise.all(Array.from({ length: 430 }, () => hold(graph, { lines: [line] })));
  const ids = held.map(({ reservation }) => reservation?.id as string);
  const [kept, bought, locked, ...others] = ids as [string, string, string, ...string[]];
  await graph.ask(
    'mutation E($input: ExtendReservationInput!) { extendReservation(input: $input) { userErrors { __typename } } }',
    { input: { id: kept, holdFor: 'PT40M' } },
    shopper,
  );
  await take(graph, {
    orderId: 'ord_1',
    reservationId: bought,
    lines: [{ orderLineId: 'oln_1', ...line, locationId: 'loc_w' }],
  });
  graph.clock.advance({ minutes: 16 });
  await graph.database.sql.begin(async (sql) => {
    await sql`select from reservations where id = ${locked} for update`;
    // Whoever pays at this moment keeps nobody else's units from being given back.
    await Promise.all([graph.settle(), graph.settle()]);
  });
  const states = new Set(await Promise.all(others.map((id) => statusOf(graph, id))));
  expect([...states]).toEqual(['EXPIRED']);
  expect(await Promise.all([kept, bought, locked].map((id) => statusOf(graph, id)))).toEqual([
    'HELD',
    'ALLOCATED',
    'HELD',
  ]);
  const late = await take(graph, {
    orderId: 'ord_2',
    reservationId: locked,
    lines: [{ orderLineId: 'oln_1', ...line, locationId: 'loc_w' }],
  });
  expect(late.userErrors).toMatchObject([{ code: 'RESERVATION_EXPIRED' }]);
  await graph.settle();
  expect(await statusOf(graph, locked)).toBe('EXPIRED');
  const [total] = await graph.database.sql`select sum(reserved)::integer as reserved from stock_levels`;
  expect(total?.reserved).toBe(2);
  expect(await faults(graph)).toEqual([]);
});
