import { weekdays } from '@passerelle/eligibility';
import { expect, it } from 'vitest';
import { aNetwork, aService, aStore, aWarehouse } from '../test/a-network.ts';

const near = { latitude: 48.86, longitude: 2.35 };
const at = (latitude: number) => ({ coordinates: { latitude, longitude: 2.35 } });
const picker = `query ($items: [PickupItemInput!]!, $near: GeoPointInput!, $filter: PickupStoreFilter, $first: Int, $after: String) {
  pickupStores(channelId: "chn_web", items: $items, near: $near, radiusKm: 100, filter: $filter, first: $first, after: $after) {
    pageInfo { hasNextPage endCursor }
    nodes { location { id } fulfillment reasons { code }
      items { sku availableQuantity missingQuantity alternative { location { id } isStore distanceKm readyAt } } } } }`;

type Line = {
  sku: string;
  missingQuantity: number;
  alternative: { location: { id: string }; isStore: boolean } | null;
};
type Data = {
  pickupStores: {
    pageInfo: { hasNextPage: boolean; endCursor: string };
    nodes: { location: { id: string }; fulfillment: string; reasons: { code: string }[]; items: Line[] }[];
  };
};

const items = [
  { sku: 'SKU-1', quantity: 1 },
  { sku: 'SKU-2', quantity: 2 },
  { sku: 'SKU-3', quantity: 1 },
];

it('tells of a partial cart where the missing lines are: the nearest store, else a warehouse, else nowhere', async () => {
  await using network = await aNetwork(
    [aStore('loc_a', at(48.86)), aStore('loc_b', at(48.9)), aStore('loc_c', at(49)), aWarehouse('loc_w')],
    { 'SKU-1': { loc_a: 5 }, 'SKU-2': { loc_a: 1, loc_b: 1, loc_c: 4, loc_w: 9 }, 'SKU-3': { loc_w: 1 } },
  );
  network.statements.length = 0;
  const { pickupStores } = await network.ask<Data>(picker, { items, near });
  expect(network.statements.filter((text) => text.includes('stock_levels'))).toHaveLength(1);
  network.statements.length = 0;
  await network.ask<Data>(picker, { items, near });
  expect(network.statements).toHaveLength(0);
  const [first] = pickupStores.nodes;
  expect(first).toMatchObject({
    location: { id: 'loc_a' },
    fulfillment: 'PARTIAL',
    items: [
      { sku: 'SKU-1', missingQuantity: 0, alternative: null },
      { sku: 'SKU-2', missingQuantity: 1, alternative: { location: { id: 'loc_b' }, isStore: true } },
      {
        sku: 'SKU-3',
        missingQuantity: 1,
        alternative: { location: { id: 'loc_w' }, isStore: false, distanceKm: null },
      },
    ],
  });
});

it('lists only stores that are open now, when asked', async () => {
  const mornings = weekdays.map((day) => ({ day, opensAt: '08:00', closesAt: '09:00' }));
  await using network = await aNetwork(
    [aStore('loc_a', { ...at(48.86), openingHours: mornings }), aStore('loc_b', at(48.9))],
    { 'SKU-1': { loc_a: 5, loc_b: 5 } },
  );
  const ids = async (filter: object) =>
    (await network.ask<Data>(picker, { items: items.slice(0, 1), near, filter })).pickupStores.nodes.map(
      ({ location }) => location.id,
    );
  expect(await ids({})).toEqual(['loc_a', 'loc_b']);
  expect(await ids({ openNow: true })).toEqual(['loc_b']);
});

it('measures from a postal code, and says which field to give instead of one it does not know', async () => {
  await using network = await aNetwork(
    [
      aStore('loc_lille', { coordinates: { latitude: 50.637, longitude: 3.063 } }),
      aStore('loc_roubaix', { coordinates: { latitude: 50.69, longitude: 3.17 } }),
      aStore('loc_lyon', { coordinates: { latitude: 45.757, longitude: 4.832 } }),
    ],
    { 'SKU-1': { loc_lille: 5, loc_roubaix: 5, loc_lyon: 5 } },
  );
  const text = `query ($postalCode: String, $near: GeoPointInput) {
    pickupStores(channelId: "chn_web", items: [{ sku: "SKU-1", quantity: 1 }], postalCode: $postalCode, near: $near) {
      nodes { location { id } distanceKm } } }`;
  type Near = { pickupStores: { nodes: { location: { id: string }; distanceKm: number }[] } };
  const ask = async (where: Record<string, unknown>) => (await network.ask<Near>(text, where)).pickupStores.nodes;
  expect((await ask({ postalCode: '59100' })).map(({ location }) => location.id)).toEqual(['loc_roubaix', 'loc_lille']);
  const [lyon] = await ask({ postalCode: '69 002' });
  expect(lyon?.location.id).toBe('loc_lyon');
  expect(lyon?.distanceKm).toBeLessThan(1);
  for (const [where, named] of [
    [{ postalCode: '99999' }, '`postalCode` 99999 .* give `near`'],
    [{}, '`near` is missing'],
    [{ postalCode: '59100', near }, 'give one of them'],
  ] as const) {
    await expect(ask(where)).rejects.toThrow(new RegExp(`${named}[\\s\\S]*BAD_USER_INPUT`));
  }
});

it('lists the stores of the service asked for, and refuses services nobody collects by', async () => {
  await using network = await aNetwork(
    [
      aStore('loc_a', at(48.86)),
      aStore('loc_b', { ...at(48.9), services: [aService('CLICK_AND_COLLECT'), aService('CURBSIDE_PICKUP')] }),
    ],
    { 'SKU-1': { loc_a: 5, loc_b: 5 } },
  );
  const ask = (service: string) => network.ask<Data>(picker, { items: items.slice(0, 1), near, filter: { service } });
  expect((await ask('CURBSIDE_PICKUP')).pickupStores.nodes.map(({ location }) => location.id)).toEqual(['loc_b']);
  await expect(ask('RETURN_IN_STORE')).rejects.toThrow('BAD_USER_INPUT');
});

it('leaves out a store that takes fewer lines, and says so to who may know', async () => {
  const few = { ...aService('CLICK_AND_COLLECT'), maxLinesPerOrder: 2 };
  await using network = await aNetwork([aStore('loc_a', { services: [few] })], {
    'SKU-1': { loc_a: 5 },
    'SKU-2': { loc_a: 5 },
    'SKU-3': { loc_a: 5 },
  });
  expect((await network.ask<Data>(picker, { items, near })).pickupStores.nodes).toEqual([]);
  const { pickupStores } = await network.ask<Data>(picker, { items, near, filter: { includeIneligible: true } });
  expect(pickupStores.nodes).toMatchObject([{ reasons: [{ code: 'ORDER_TOO_LARGE' }] }]);
});

it('pages stores of the same distance without leaving one out or telling one twice', async () => {
  const ids = Array.from({ length: 7 }, (_, index) => `loc_${index}`);
  await using network = await aNetwork(
    ids.map((id) => aStore(id)),
    { 'SKU-1': Object.fromEntries(ids.map((id) => [id, 1])) },
  );
  const seen: string[] = [];
  for (let after: string | null = null, more = true; more; ) {
    const page: Data = await network.ask<Data>(picker, { items: items.slice(0, 1), near, first: 3, after });
    seen.push(...page.pickupStores.nodes.map(({ location }) => location.id));
    more = page.pickupStores.pageInfo.hasNextPage;
    after = page.pickupStores.pageInfo.endCursor;
  }
  expect(seen).toEqual(ids);
});

it('tells operators how far the network is known, and how late that came', async () => {
  await using network = await aNetwork([aStore('loc_a')]);
  const told = new Date(network.clock.now().getTime() - 2500);
  await network.tell(aStore('loc_b', { occurredAt: told }));
  const { networkProjection } = await network.ask<{ networkProjection: object }>(
    '{ networkProjection { locationCount sequence asOf lagSeconds } }',
  );
  expect(networkProjection).toMatchObject({ locationCount: 2, asOf: told.toISOString(), lagSeconds: 2.5 });
});
