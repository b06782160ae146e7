import { readOperation } from '@passerelle/contracts/operations';
import { aCaller, aService } from '@passerelle/testing';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { addStore, aNetwork, eventsOf } from '../test/network.ts';
import { invariants } from './index.ts';

const book = readOperation('service', 'Book');
const unbook = readOperation('service', 'Unbook');
const orders = aService('orders');

type Booked = {
  bookServiceCapacity: {
    remainingCapacity: number | null;
    userErrors: { code: string; reasons?: { code: string }[] }[];
  };
};
type Network = Awaited<ReturnType<typeof aNetwork>>;

const input = (facts: object = {}) => ({
  locationId: 'loc_0001',
  service: 'CLICK_AND_COLLECT',
  channelId: 'chn_web',
  orderId: 'ord_1',
  on: '2026-11-22',
  ...facts,
});
const bookOf = async (network: Network, facts: object = {}) =>
  (await network.ask<Booked>(book, { input: input(facts) }, orders)).bookServiceCapacity;

async function release(network: Network, orderId: string) {
  const { channelId, on, ...rest } = input({ orderId }) as Record<string, string>;
  const data = await network.ask<{ releaseServiceCapacity: { released: boolean } }>(unbook, { input: rest }, orders);
  return data.releaseServiceCapacity.released;
}

async function expectInvariants({ sql }: Network) {
  for (const { name, sql: text } of invariants) expect(await sql.unsafe(text), name).toEqual([]);
}

describe('bookings of a day', () => {
  it('are never more than its capacity, however many come at once', async () => {
    await using network = await aNetwork();
    await addStore(network.graph, { dailyCapacity: 5 });
    const answers = await Promise.all(
      Array.from({ length: 30 }, (_, index) => bookOf(network, { orderId: `ord_${index}` })),
    );
    const taken = answers.filter(({ userErrors }) => userErrors.length === 0);
    expect(taken.map(({ remainingCapacity }) => remainingCapacity).sort()).toEqual([0, 1, 2, 3, 4]);
    const refused = answers.flatMap(({ userErrors }) => userErrors);
    expect(refused).toHaveLength(25);
    expect(refused[0]).toMatchObject({ code: 'LOCATION_NOT_ELIGIBLE', reasons: [{ code: 'CAPACITY_REACHED' }] });
    const [stored] = await network.sql`select count(*)::int as n from capacity_bookings`;
    expect(stored?.n).toBe(5);
    await expectInvariants(network);
  });

  it('are counted once an order, also when it asks many times at once', async () => {
    await using network = await aNetwork();
    await addStore(network.graph, { dailyCapacity: 3 });
    const answers = await Promise.all(Array.from({ length: 10 }, () => bookOf(network)));
    for (const answer of answers) expect(answer).toEqual({ remainingCapacity: 2, userErrors: [] });
  });

  it('know no end without a capacity', async () => {
    await using network = await aNetwork();
    await addStore(network.graph, { dailyCapacity: null });
    const answers = await Promise.all(
      Array.from({ length: 20 }, (_, index) => bookOf(network, { orderId: `ord_${index % 10}` })),
    );
    for (const answer of answers) expect(answer).toEqual({ remainingCapacity: null, userErrors: [] });
    expect(await eventsOf(network.graph, 'loc_0001')).toEqual([]);
  });

  it('are given back once, and the place can be taken again', async () => {
    await using network = await aNetwork();
    await addStore(network.graph, { dailyCapacity: 1 });
    await bookOf(network);
    expect((await bookOf(network, { orderId: 'ord_2' })).userErrors).toHaveLength(1);
    const released = await Promise.all(Array.from({ length: 5 }, () => release(network, 'ord_1')));
    expect(released.filter(Boolean)).toHaveLength(1);
    expect(await bookOf(network, { orderId: 'ord_2' })).toEqual({ remainingCapacity: 0, userErrors: [] });
    await expectInvariants(network);
  });

  it('survive bookings, releases and settings that cross each other', async () => {
    await using network = await aNetwork();
    await addStore(network.graph, { dailyCapacity: 2 });
    await Promise.all(
      Array.from({ length: 24 }, async (_, index) => {
        await bookOf(network, { orderId: `ord_${index}` });
        if (index % 2 === 0) await release(network, `ord_${index}`);
      }),
    );
    await expectInvariants(network);
    const [stored] = await network.sql`select count(*)::int as n from capacity_bookings`;
    const [location] = await network.sql`select exhausted_services from locations where id = 'loc_0001'`;
    expect(location?.exhausted_services).toEqual(stored?.n >= 2 ? ['CLICK_AND_COLLECT'] : []);
  });

  it('are kept apart by day, and shown as what remains', async () => {
    await using network = await aNetwork();
    await addStore(network.graph, { dailyCapacity: 2 });
    await bookOf(network);
    expect(await bookOf(network, { orderId: 'ord_2', on: '2026-11-23' })).toMatchObject({ remainingCapacity: 1 });
    const query = `{ location(id: "loc_0001") { services { remainingCapacity
      tomorrow: remainingCapacity(on: "2026-11-23") later: remainingCapacity(on: "2026-11-24") } } }`;
    expect(await network.ask(query)).toEqual({
      location: { services: [{ remainingCapacity: 1, tomorrow: 1, later: 2 }] },
    });
  });
});

it('counts under lock also when the capacity is set while orders are being booked', async () => {
  await using network = await aNetwork();
  await addStore(network.graph, { dailyCapacity: null });
  const limit =
    'mutation ($input: SetLocationServiceInput!) { setLocationService(input: $input) { userErrors { __typename } } }';
  const settings = { type: 'CLICK_AND_COLLECT', isEnabled: true, preparationTime: 'PT2H', dailyCapacity: 3 };
  const bookings = Array.from({ length: 30 }, async (_, index) => {
    if (index === 3) {
      await network.ask(
        limit,
        { input: { locationId: 'loc_0001', expectedVersion: 1, ...settings } },
        aCaller('operator'),
      );
    }
    return bookOf(network, { orderId: `ord_${index}` });
  });
  await Promise.all(bookings);
  await expectInvariants(network);
  const [late] = await network.sql`
    select count(*)::int as n from capacity_bookings where capacity_when_booked is not null`;
  expect(late?.n).toBeLessThanOrEqual(3);
});

describe('a booking is refused', () => {
  let network: Network;
  beforeAll(async () => {
    network = await aNetwork();
    await addStore(network.graph, { dailyCapacity: 2 });
    await network.sql`
      insert into closures (id, location_id, first_day, last_day) values ('cls_1', 'loc_0001', '2026-12-25', '2026-12-25')`;
  });
  afterAll(() => network[Symbol.asyncDispose]());

  it.each([
    ['for an unknown location', { locationId: 'loc_none' }, 'NOT_FOUND', undefined],
    ['for an unknown channel', { channelId: 'chn_none' }, 'NOT_FOUND', undefined],
    ['for a channel that is not served', { channelId: 'chn_mkt' }, 'LOCATION_NOT_ELIGIBLE', ['CHANNEL_NOT_SERVED']],
    ['for a service that is not offered', { service: 'SHIP_TO_STORE' }, 'LOCATION_NOT_ELIGIBLE', ['SERVICE_DISABLED']],
    ['on a day of closure', { on: '2026-12-25' }, 'LOCATION_NOT_ELIGIBLE', ['CLOSED']],
  ])('%s', async (_case, facts, code, reasons) => {
    const { remainingCapacity, userErrors } = await bookOf(network, facts);
    expect(remainingCapacity).toBeNull();
    expect(userErrors).toMatchObject([
      { code, ...(reasons ? { reasons: reasons.map((each) => ({ code: each })) } : {}) },
    ]);
    expect(await network.sql`select from capacity_bookings`).toHaveLength(0);
  });
});

describe('what is told about capacity', () => {
  it('changes when a day is used up, when it is freed, and not in between', async () => {
    await using network = await aNetwork();
    await addStore(network.graph, { dailyCapacity: 2 });
    const told = async () =>
      (await eventsOf(network.graph, 'loc_0001')).map(({ exhaustedServices }) => exhaustedServices);
    await bookOf(network);
    expect(await told()).toEqual([]);
    await bookOf(network, { orderId: 'ord_2' });
    expect(await told()).toEqual([['CLICK_AND_COLLECT']]);
    await release(network, 'ord_1');
    await release(network, 'ord_2');
    expect(await told()).toEqual([['CLICK_AND_COLLECT'], []]);
    const [location] = await network.sql`select version from locations where id = 'loc_0001'`;
    expect(location?.version).toBe(1);
  });

  it('says at midnight of the store that the day which begins was used up before', async () => {
    await using network = await aNetwork();
    await addStore(network.graph, { dailyCapacity: 1 });
    await bookOf(network, { on: '2026-11-23' });
    const ahead = { exhaustedServices: [], usedUp: [{ from: '2026-11-22T23:00:00.000Z' }] };
    expect(await eventsOf(network.graph, 'loc_0001')).toMatchObject([ahead]);
    await network.graph.pass({ hours: 13, minutes: 29 });
    expect(await eventsOf(network.graph, 'loc_0001')).toHaveLength(1);
    await network.graph.pass({ minutes: 1 });
    expect(await eventsOf(network.graph, 'loc_0001')).toMatchObject([
      ahead,
      { exhaustedServices: ['CLICK_AND_COLLECT'], occurredAt: '2026-11-22T23:00:00.000Z' },
    ]);
  });
});
