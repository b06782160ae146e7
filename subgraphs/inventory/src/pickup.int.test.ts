import { readOperation } from '@passerelle/contracts/operations';
import { anonymous } from '@passerelle/server';
import { aCaller, aService as aCallingService } from '@passerelle/testing';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { aNetwork, aService, aStore, aWarehouse, type NetworkGraph } from '../test/a-network.ts';

const picker = readOperation('storefront', 'StorePickerNames');
const candidatesText = readOperation('service', 'Candidates');

/** About so many kilometres north of the shopper. */
const north = (km: number) => ({ coordinates: { latitude: 48.86 + km / 111.19, longitude: 2.35 } });
const near = { latitude: 48.86, longitude: 2.35 };

type Store = {
  distanceKm: number | null;
  fulfillment: string;
  readyAt: string | null;
  items: { sku: string; requestedQuantity: number; availableQuantity: number }[];
  reasons: { code: string; until: string | null }[];
  location: { id: string; code: string; name: string };
};
type Page = {
  pickupStores: {
    edges: { cursor: string; node: Store }[];
    nodes: Store[];
    pageInfo: { hasNextPage: boolean; hasPreviousPage: boolean; endCursor: string; startCursor: string };
  };
};

const fields = `distanceKm fulfillment readyAt items { sku requestedQuantity availableQuantity } reasons { code until }
  location { id }`;
const pickerText = `query P($items: [PickupItemInput!]!, $near: GeoPointInput!, $radiusKm: Float!, $channelId: ID!,
  $filter: PickupStoreFilter, $first: Int, $after: String, $last: Int, $before: String) {
  pickupStores(channelId: $channelId, items: $items, near: $near, radiusKm: $radiusKm, filter: $filter, first: $first,
    after: $after, last: $last, before: $before) {
    edges { cursor node { location { id } } } nodes { ${fields} }
    pageInfo { hasNextPage hasPreviousPage endCursor startCursor } } }`;

let graph: NetworkGraph;
const cart = [
  { sku: 'SHIRT', quantity: 2 },
  { sku: 'HAT', quantity: 1 },
];

const stores = (variables: Record<string, unknown> = {}, caller = anonymous) =>
  graph
    .ask<Page>(pickerText, { channelId: 'chn_web', items: cart, near, radiusKm: 50, ...variables }, caller)
    .then((data) => data.pickupStores);
const idsOf = ({ nodes }: { nodes: Store[] }) => nodes.map(({ location }) => location.id);

beforeAll(async () => {
  const paused = { ...aService('CLICK_AND_COLLECT'), pausedUntil: new Date('2026-11-22T12:00:00Z') };
  graph = await aNetwork(
    [
      aWarehouse('loc_w', north(0)),
      aStore('loc_10', north(10)),
      aStore('loc_5b', north(5)),
      aStore('loc_5a', north(5)),
      aStore('loc_20', north(20)),
      aStore('loc_paused', { ...north(1), services: [paused] }),
      aStore('loc_empty', north(2)),
      aStore('loc_slow', { ...north(15), services: [{ ...aService('CLICK_AND_COLLECT'), preparationMinutes: 600 }] }),
      aStore('loc_two', { ...north(3), services: [{ ...aService('CLICK_AND_COLLECT'), maxUnitsPerOrder: 2 }] }),
      aStore('loc_far', north(60)),
      aStore('loc_nowhere', { coordinates: null }),
    ],
    {
      SHIRT: {
        loc_w: 50,
        loc_10: 2,
        loc_5a: 9,
        loc_5b: { onHand: 3, blocked: 2 },
        loc_20: 1,
        loc_paused: 9,
        loc_slow: 9,
        loc_two: 9,
        loc_far: 9,
        loc_nowhere: 9,
      },
      HAT: { loc_w: 50, loc_10: 1, loc_5a: 9, loc_paused: 9, loc_slow: 9, loc_two: 9, loc_far: 9 },
      SOLO: { loc_10: 2 },
    },
  );
});
afterAll(() => graph[Symbol.asyncDispose]());

describe('the store picker', () => {
  it('lists stores that can hand over something, nearest first, and says how much', async () => {
    const page = await stores();
    expect(idsOf(page)).toEqual(['loc_5a', 'loc_5b', 'loc_10', 'loc_slow', 'loc_20']);
    expect(page.nodes[0]).toMatchObject({ fulfillment: 'COMPLETE', readyAt: '2026-11-22T10:30:00.000Z', reasons: [] });
    expect(page.nodes[0]?.distanceKm).toBeCloseTo(5, 1);
    expect(page.nodes[1]).toMatchObject({
      fulfillment: 'PARTIAL',
      items: [
        { sku: 'SHIRT', requestedQuantity: 2, availableQuantity: 1 },
        { sku: 'HAT', requestedQuantity: 1, availableQuantity: 0 },
      ],
      reasons: [{ code: 'ALL_RESERVED' }, { code: 'NO_STOCK' }],
    });
  });

  it('answers the stored operation of the storefront with names, in one statement at most', async () => {
    await stores();
    graph.statements.length = 0;
    const data = await graph.ask<Page>(picker, { channelId: 'chn_web', items: cart, near }, anonymous);
    expect(data.pickupStores.nodes[0]?.location).toEqual({ id: 'loc_5a', code: 'LOC_5A', name: 'Store loc_5a' });
    expect(graph.statements.length).toBeLessThanOrEqual(1);
  });

  it('can ask for complete stores, for a moment, and for a radius', async () => {
    expect(idsOf(await stores({ filter: { onlyComplete: true } }))).toEqual(['loc_5a', 'loc_10', 'loc_slow']);
    expect(idsOf(await stores({ filter: { onlyComplete: true, readyBy: '2026-11-22T12:00:00Z' } }))).toEqual([
      'loc_5a',
      'loc_10',
    ]);
    expect(idsOf(await stores({ radiusKm: 7 }))).toEqual(['loc_5a', 'loc_5b']);
    expect(idsOf(await stores({ radiusKm: 100 }))).toContain('loc_far');
    expect(idsOf(await stores({ channelId: 'chn_b2b' }))).toEqual([]);
  });

  it('tells those who may know why the others cannot', async () => {
    const page = await stores({ filter: { includeIneligible: true } }, aCaller('operator'));
    const reasons = Object.fromEntries(page.nodes.map((node) => [node.location.id, node.reasons]));
    expect(reasons).toMatchObject({
      loc_paused: [{ code: 'SERVICE_PAUSED', until: '2026-11-22T12:00:00.000Z' }],
      loc_empty: [{ code: 'NO_STOCK', until: null }],
      loc_two: [{ code: 'ORDER_TOO_LARGE', until: null }],
    });
    expect(page.nodes.find(({ location }) => location.id === 'loc_paused')?.readyAt).toBeNull();
    await expect(stores({ filter: { includeIneligible: true } })).rejects.toThrow(/FORBIDDEN/);
  });

  it('pages both ways over the same stores', async () => {
    const first = await stores({ first: 2 });
    const second = await stores({ first: 2, after: first.pageInfo.endCursor });
    const third = await stores({ first: 2, after: second.pageInfo.endCursor });
    expect([first, second, third].map(idsOf)).toEqual([['loc_5a', 'loc_5b'], ['loc_10', 'loc_slow'], ['loc_20']]);
    expect([first, second, third].map(({ pageInfo }) => pageInfo.hasNextPage)).toEqual([true, true, false]);
    const back = await stores({ last: 2, before: third.pageInfo.startCursor });
    expect(idsOf(back)).toEqual(['loc_10', 'loc_slow']);
    expect(back.pageInfo).toMatchObject({ hasPreviousPage: true, hasNextPage: true });
  });

  it.each([
    ['no item', { items: [] }, 'items'],
    ['an item twice', { items: [cart[0], cart[0]] }, 'items\\[1\\]'],
    ['no unit', { items: [{ sku: 'SHIRT', quantity: 0 }] }, 'items\\[0\\].quantity'],
    ['no radius', { radiusKm: 0 }, 'radiusKm'],
    ['too large a radius', { radiusKm: 201 }, 'radiusKm'],
    ['a point that is not on earth', { near: { latitude: 91, longitude: 0 } }, 'near'],
    ['too large a page', { first: 51 }, '50'],
    ['a foreign cursor', { after: 'bm8' }, 'cursor'],
  ])('with %s is bad input that names it', async (_title, variables, named) => {
    await expect(stores(variables)).rejects.toThrow(new RegExp(`${named}[\\s\\S]*BAD_USER_INPUT`));
  });

  it('checks one store, eligible or not', async () => {
    const check = (locationId: string) =>
      graph.ask<{ pickupStore: Store | null }>(
        `query One($locationId: ID!, $items: [PickupItemInput!]!) {
          pickupStore(channelId: "chn_web", locationId: $locationId, items: $items) { ${fields} } }`,
        { locationId, items: cart },
        anonymous,
      );
    expect((await check('loc_10')).pickupStore).toMatchObject({ fulfillment: 'COMPLETE', distanceKm: null });
    expect((await check('loc_paused')).pickupStore).toMatchObject({
      readyAt: null,
      reasons: [{ code: 'SERVICE_PAUSED' }],
    });
    expect((await check('loc_no')).pickupStore).toBeNull();
  });
});

describe('sourcing candidates', () => {
  type Candidates = {
    sourcingCandidates: {
      eligibilitySequence: string;
      asOf: string;
      candidates: {
        locationId: string;
        isStore: boolean;
        distanceKm: number | null;
        readyOn: string | null;
        lines: { sku: string; availableQuantity: number }[];
      }[];
    };
  };
  const ask = async (input: Record<string, unknown>) => {
    const variables = { input: { channelId: 'chn_web', purpose: 'SHIP', lines: cart, ...input } };
    const data = await graph.ask<Candidates>(candidatesText, variables, aCallingService('orders'));
    return data.sourcingCandidates;
  };
  const ids = async (input: Record<string, unknown>) =>
    (await ask(input)).candidates.map(({ locationId }) => locationId);

  it('name every location that may ship something, most units first, then the nearest', async () => {
    const found = await ids({ near });
    expect(found).toEqual(['loc_w', 'loc_5a', 'loc_10', 'loc_far', 'loc_nowhere', 'loc_5b', 'loc_20']);
    const best = await ask({ near, first: 1 });
    expect(best.candidates).toMatchObject([{ locationId: 'loc_w', isStore: false, readyOn: '2026-11-22' }]);
    expect(Number(best.eligibilitySequence)).toBeGreaterThan(0);
  });

  it('are measured from where the units go, when no point is given and the place is known', async () => {
    const to = async (destination: object) => (await ask({ destination })).candidates.map((one) => one.distanceKm);
    expect((await to({ countryCode: 'FR', postalCode: '75004' }))[1]).toBeCloseTo(5.6, 0);
    expect(await to({ countryCode: 'FR', postalCode: '99999' })).toEqual(Array(7).fill(null));
    expect(await to({ countryCode: 'DE', postalCode: '75004' })).toEqual(Array(7).fill(null));
  });

  it('can be narrowed, and are stores with the service when goods are collected', async () => {
    expect(await ids({ locationIds: ['loc_10', 'loc_5a'], excludeLocationIds: ['loc_5a'] })).toEqual(['loc_10']);
    expect(await ids({ purpose: 'COLLECT', locationIds: ['loc_w', 'loc_slow', 'loc_paused'] })).toEqual(['loc_slow']);
    expect(await ids({ channelId: 'chn_b2b' })).toEqual(['loc_w']);
  });

  it('count the units of the cart that asks', async () => {
    const held = await graph.ask<{ reserveStock: { reservation: { id: string } } }>(
      readOperation('storefront', 'HoldCart'),
      {
        input: {
          idempotencyKey: 'a-key-of-a-cart',
          channelId: 'chn_web',
          cartReference: 'cart',
          lines: [{ sku: 'SOLO', quantity: 2 }],
        },
      },
      aCaller('shopper'),
    );
    const reservationId = held.reserveStock.reservation.id;
    const lines = [{ sku: 'SOLO', quantity: 2 }];
    expect(await ids({ lines })).toEqual([]);
    expect((await ask({ lines, reservationId })).candidates).toMatchObject([{ lines: [{ availableQuantity: 2 }] }]);
    await graph.pass({ minutes: 20 });
    expect(await ids({ lines })).toEqual(['loc_10']);
  });

  it.each([
    ['no line', { lines: [] }, 'lines'],
    ['no candidate', { first: 0 }, 'first'],
    ['too many candidates', { first: 501 }, 'first'],
  ])('with %s is bad input', async (_title, input, named) => {
    await expect(ask(input)).rejects.toThrow(new RegExp(`${named}[\\s\\S]*BAD_USER_INPUT`));
  });
});
