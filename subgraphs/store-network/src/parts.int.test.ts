import { readOperation } from '@passerelle/contracts/operations';
import { aService } from '@passerelle/testing';
import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest';
import { addStore, aNetwork, eventsOf } from '../test/network.ts';
import { invariants } from './index.ts';

type Booked = {
  bookServiceCapacity: { remainingCapacity: number | null; userErrors: { reasons?: { code: string }[] }[] };
};
const [bookDocument, unbook] = [readOperation('service', 'Book'), readOperation('service', 'Unbook')];
const orders = aService('orders');

let network: Awaited<ReturnType<typeof aNetwork>>;
let stores = 0;
let locationId: string;
beforeAll(async () => {
  network = await aNetwork();
});
afterAll(() => network[Symbol.asyncDispose]());
beforeEach(() => {
  stores += 1;
  locationId = `loc_000${stores}`;
});

const aShop = async (capacityUnit: 'UNITS' | 'ORDERS', dailyCapacity: number | null) => {
  await addStore(network.graph, { id: locationId, dailyCapacity });
  await network.sql`update location_services set capacity_unit = ${capacityUnit} where location_id = ${locationId}`;
};
const book = async (part: string, units: number, more: object = {}) => {
  const place = { locationId, service: 'CLICK_AND_COLLECT', channelId: 'chn_web', orderId: 'ord_1', on: '2026-11-23' };
  const data = await network.ask<Booked>(bookDocument, { input: { ...place, part, units, ...more } }, orders);
  return data.bookServiceCapacity;
};
const release = async (part: string | null, keptUnits?: number, orderId = 'ord_1') => {
  const input = { locationId, orderId, part, keptUnits };
  const data = await network.ask<{ releaseServiceCapacity: { released: boolean } }>(unbook, { input }, orders);
  return data.releaseServiceCapacity.released;
};
const held = async () => {
  const rows = await network.sql`
    select part, quantity, awaited_units as awaited from capacity_bookings
    where location_id = ${locationId} order by order_id, part`;
  return rows.map(({ part, quantity, awaited }) => [part, quantity, awaited]);
};
const full = { remainingCapacity: null, userErrors: [{ reasons: [{ code: 'CAPACITY_REACHED' }] }] };
async function expectInvariants() {
  for (const { name, sql } of invariants) expect(await network.sql.unsafe(sql), name).toEqual([]);
}

it('an order books more for another part, each part once however often it asks', async () => {
  await aShop('UNITS', 10);
  expect((await book('placed', 4)).remainingCapacity).toBe(6);
  const answers = await Promise.all(Array.from({ length: 8 }, () => book('edited', 5)));
  for (const answer of answers) expect(answer).toEqual({ remainingCapacity: 1, userErrors: [] });
  expect(await book('placed', 9)).toEqual({ remainingCapacity: 1, userErrors: [] });
  expect(await book('more', 2)).toMatchObject(full);
  expect(await held()).toEqual([
    ['edited', 5, 0],
    ['placed', 4, 0],
  ]);
  await expectInvariants();
});

it('some units of a part are given back once, and none below zero', async () => {
  await aShop('UNITS', 10);
  await book('placed', 6);
  await book('edited', 4);
  const released = await Promise.all(Array.from({ length: 6 }, () => release('placed', 2)));
  expect(released.filter(Boolean)).toHaveLength(1);
  expect((await book('placed', 6)).remainingCapacity).toBe(4);
  // What was told before and comes late takes nothing back.
  expect(await release('placed', 5)).toBe(false);
  expect(await release('placed', -1)).toBe(true);
  expect(await release('placed')).toBe(false);
  expect(await release('unknown')).toBe(false);
  expect(await held()).toEqual([['edited', 4, 0]]);
  expect(await release(null)).toBe(true);
  expect(await held()).toEqual([]);
  expect((await eventsOf(network.graph, locationId)).at(-1)).toMatchObject({ unitCapacities: [{ left: [] }] });
  await expectInvariants();
});

it('the last units are booked exactly as often as there are, whichever parts of whichever orders come at once', async () => {
  await aShop('UNITS', 7);
  const wishes = Array.from({ length: 24 }, (_, n) => book(`part-${n % 4}`, 1, { orderId: `ord_${n % 6}` }));
  const answers = await Promise.all(wishes);
  expect((await held()).reduce((sum, [, quantity]) => sum + quantity, 0)).toBe(7);
  expect(answers.some(({ userErrors }) => userErrors.length > 0)).toBe(true);
  await expectInvariants();
});

it('a part that comes instead of another needs no room twice, and takes its room when that is given back', async () => {
  await aShop('UNITS', 6);
  await book('placed', 6);
  const insteadOf = [{ part: 'placed', keptUnits: 2 }];
  expect(await book('edited', 5, { insteadOf })).toMatchObject(full);
  expect(await book('edited', 4, { insteadOf })).toEqual({ remainingCapacity: 0, userErrors: [] });
  expect(await book('theirs', 1, { orderId: 'ord_2' })).toMatchObject(full);
  expect(await held()).toEqual([
    ['edited', 0, 4],
    ['placed', 6, 0],
  ]);

  // Should the edit fail, everything is as it was.
  await release('edited');
  expect(await held()).toEqual([['placed', 6, 0]]);

  await book('edited', 4, { insteadOf });
  await Promise.all([release('placed', 2), release('placed', 2)]);
  expect(await held()).toEqual([
    ['edited', 4, 0],
    ['placed', 2, 0],
  ]);
  expect(await book('theirs', 1, { orderId: 'ord_2' })).toMatchObject(full);
  await release('edited', 3);
  expect(await book('theirs', 1, { orderId: 'ord_2' })).toEqual({ remainingCapacity: 0, userErrors: [] });
  await expectInvariants();
});

it('where orders are counted an order counts once, until its last part is given back', async () => {
  await aShop('ORDERS', 2);
  await book('placed', 3);
  expect((await book('placed', 1, { orderId: 'ord_2' })).remainingCapacity).toBe(0);
  expect(await book('edited', 2)).toEqual({ remainingCapacity: 0, userErrors: [] });
  expect(await book('placed', 1, { orderId: 'ord_3' })).toMatchObject(full);
  await release('placed');
  expect(await book('placed', 1, { orderId: 'ord_3' })).toMatchObject(full);
  await release('edited', 1);
  expect(await book('placed', 1, { orderId: 'ord_3' })).toMatchObject(full);
  await release('edited');
  expect(await book('placed', 1, { orderId: 'ord_3' })).toEqual({ remainingCapacity: 0, userErrors: [] });
  await expectInvariants();
});
