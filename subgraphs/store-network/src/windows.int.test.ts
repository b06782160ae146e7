import { readOperation } from '@passerelle/contracts/operations';
import { aService } from '@passerelle/testing';
import { expect, it } from 'vitest';
import { addStore, aNetwork, eventsOf, operator } from '../test/network.ts';
import { invariants } from './index.ts';

type Network = Awaited<ReturnType<typeof aNetwork>>;
type Booked = {
  bookServiceCapacity: { remainingCapacity: number | null; userErrors: { reasons?: { code: string }[] }[] };
};
const book = readOperation('service', 'Book');
const unbook = readOperation('service', 'Unbook');
const orders = aService('orders');
const place = { locationId: 'loc_0001', service: 'CLICK_AND_COLLECT' };

const bookAs = async (network: Network, orderId: string, wish: object) =>
  (
    await network.ask<Booked>(
      book,
      { input: { ...place, channelId: 'chn_web', orderId, on: '2026-11-23', ...wish } },
      orders,
    )
  ).bookServiceCapacity;

async function set(network: Network, settings: object) {
  const { location } = await network.ask<{ location: { version: number } }>(
    '{ location(id: "loc_0001") { version } }',
    {},
    operator,
  );
  type Answer = { setLocationService: { service: unknown; userErrors: { code: string; path: string[] }[] } };
  const data = await network.ask<Answer>(
    `mutation ($input: SetLocationServiceInput!) { setLocationService(input: $input) {
      service { capacityUnit maxLinesPerOrder capacityWindows(on: "2026-11-23") { opensAt closesAt capacity remainingCapacity }
        remainingCapacity(on: "2026-11-23") }
      userErrors { ... on UserError { code path } } } }`,
    {
      input: {
        locationId: 'loc_0001',
        expectedVersion: location.version,
        type: 'CLICK_AND_COLLECT',
        isEnabled: true,
        preparationTime: 'PT2H',
        ...settings,
      },
    },
    operator,
  );
  return data.setLocationService;
}

const morning = { opensAt: '10:00', closesAt: '12:00', capacity: 2 };
const afternoon = { opensAt: '14:00', closesAt: '18:00', capacity: 3 };

async function expectInvariants({ sql }: Network) {
  for (const { name, sql: text } of invariants) expect(await sql.unsafe(text), name).toEqual([]);
}

async function aShop(settings: object) {
  const network = await aNetwork();
  await addStore(network.graph);
  await set(network, settings);
  return network;
}

it('the last places of a window are booked exactly as often as there are, however many come at once', async () => {
  await using network = await aShop({ capacityWindows: [morning, afternoon] });
  const at = '2026-11-23T10:30:00Z';
  const answers = await Promise.all(Array.from({ length: 20 }, (_, n) => bookAs(network, `ord_${n}`, { at })));
  expect(answers.filter(({ userErrors }) => userErrors.length === 0)).toHaveLength(2);
  expect(answers.flatMap(({ userErrors }) => userErrors)[0]?.reasons).toEqual([{ code: 'CAPACITY_REACHED' }]);
  const elsewhere = await bookAs(network, 'ord_b', { at: '2026-11-23T14:00:00Z' });
  expect(elsewhere).toEqual({ remainingCapacity: 2, userErrors: [] });
  await expectInvariants(network);
});

it('an order that tells no moment takes the first window with room, and one outside of windows only the day', async () => {
  await using network = await aShop({ capacityWindows: [afternoon, morning], dailyCapacity: 6 });
  for (const orderId of ['ord_1', 'ord_2', 'ord_3']) await bookAs(network, orderId, {});
  await bookAs(network, 'ord_4', { at: '2026-11-23T12:30:00Z' });
  const rows = await network.sql`select order_id, window_from from capacity_bookings order by order_id`;
  expect(rows.map((row) => row.window_from)).toEqual(['10:00', '10:00', '14:00', null]);
  await expectInvariants(network);
});

it('units are counted where the capacity counts units, and given back', async () => {
  await using network = await aShop({ dailyCapacity: 10, capacityUnit: 'UNITS' });
  const told = async () => (await eventsOf(network.graph, 'loc_0001')).at(-1)?.unitCapacities;
  const leaves = (units: number) => [
    { service: 'CLICK_AND_COLLECT', perDay: 10, windows: [], left: [{ day: '2026-11-23', units, windows: [] }] },
  ];
  expect((await bookAs(network, 'ord_1', { units: 6 })).remainingCapacity).toBe(4);
  expect((await bookAs(network, 'ord_2', { units: 5 })).userErrors[0]?.reasons).toEqual([{ code: 'CAPACITY_REACHED' }]);
  expect((await bookAs(network, 'ord_3', { units: 4 })).remainingCapacity).toBe(0);
  await network.ask(unbook, { input: { ...place, orderId: 'ord_1' } }, orders);
  expect(await told()).toEqual(leaves(6));
  expect((await bookAs(network, 'ord_2', { units: 5 })).remainingCapacity).toBe(1);
  expect(await told()).toEqual(leaves(1));
  await expectInvariants(network);
});

it('an order gives back all it has booked at a location when it names no service', async () => {
  await using network = await aShop({ dailyCapacity: 2 });
  await set(network, { type: 'CURBSIDE_PICKUP', dailyCapacity: 1 });
  await bookAs(network, 'ord_1', {});
  await bookAs(network, 'ord_1', { service: 'CURBSIDE_PICKUP' });
  expect((await bookAs(network, 'ord_2', { service: 'CURBSIDE_PICKUP' })).userErrors).toHaveLength(1);
  const give = () => network.ask<object>(unbook, { input: { locationId: 'loc_0001', orderId: 'ord_1' } }, orders);
  expect(await give()).toEqual({ releaseServiceCapacity: { released: true } });
  expect(await give()).toEqual({ releaseServiceCapacity: { released: false } });
  expect((await bookAs(network, 'ord_2', { service: 'CURBSIDE_PICKUP' })).remainingCapacity).toBe(0);
  expect((await bookAs(network, 'ord_2', {})).remainingCapacity).toBe(1);
  await expectInvariants(network);
});

it('facts tell a window that is used up on any day ahead, and that it is free again', async () => {
  await using network = await aShop({ capacityWindows: [morning] });
  await bookAs(network, 'ord_1', {});
  const told = async () => (await eventsOf(network.graph, 'loc_0001')).map(({ usedUp }) => usedUp);
  expect(await told()).toEqual([[]]);
  await bookAs(network, 'ord_2', {});
  expect((await told()).at(-1)).toEqual([
    { service: 'CLICK_AND_COLLECT', from: '2026-11-23T09:00:00.000Z', until: '2026-11-23T11:00:00.000Z' },
  ]);
  await network.ask(unbook, { input: { ...place, orderId: 'ord_1' } }, orders);
  expect((await told()).at(-1)).toEqual([]);
  expect(await told()).toHaveLength(3);
});

it('an order that would be ready in what is used up is told so before it is placed', async () => {
  await using network = await aShop({ dailyCapacity: 1 });
  await bookAs(network, 'ord_1', {});
  type Data = { location: { eligibility: { reasons: { code: string; until: string }[]; earliestAt: string } } };
  const ask = async (at: string) =>
    (
      await network.ask<Data>(
        `query ($at: DateTime) { location(id: "loc_0001") { eligibility(service: CLICK_AND_COLLECT, channelId: "chn_web", at: $at) {
        reasons { code until } earliestAt } } }`,
        { at },
        operator,
      )
    ).location.eligibility;
  expect((await ask('2026-11-22T10:00:00Z')).reasons).toEqual([]);
  // Two hours before closing time an order is ready the next morning, when nothing is left.
  expect(await ask('2026-11-22T17:30:00Z')).toEqual({
    reasons: [{ code: 'CAPACITY_REACHED', until: '2026-11-23T16:00:00.001Z' }],
    earliestAt: '2026-11-24T09:00:00.001Z',
  });
});

it('settings tell what remains in each window, and refuse windows that overlap or hold nothing', async () => {
  await using network = await aShop({ capacityWindows: [morning, afternoon], maxLinesPerOrder: 4 });
  await bookAs(network, 'ord_1', {});
  expect(await set(network, {})).toEqual({
    service: {
      capacityUnit: 'ORDERS',
      maxLinesPerOrder: 4,
      capacityWindows: [
        { ...morning, remainingCapacity: 1 },
        { ...afternoon, remainingCapacity: 3 },
      ],
      remainingCapacity: 4,
    },
    userErrors: [],
  });
  const pathOf = async (capacityWindows: object[]) =>
    (await set(network, { capacityWindows })).userErrors[0]?.path.join('.');
  expect(await pathOf([morning, { ...afternoon, opensAt: '11:59' }])).toBe('input.capacityWindows.1');
  expect(await pathOf([{ ...morning, capacity: 0 }])).toBe('input.capacityWindows.0.capacity');
  expect(await pathOf([{ ...morning, closesAt: '10:00' }])).toBe('input.capacityWindows.0.closesAt');
});
