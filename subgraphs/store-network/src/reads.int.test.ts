import { readOperation } from '@passerelle/contracts/operations';
import { aCaller, aService } from '@passerelle/testing';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { addStore, aNetwork, operator } from '../test/network.ts';

type Page = {
  locations: {
    nodes: { id: string; code: string }[];
    edges: { cursor: string }[];
    pageInfo: { hasNextPage: boolean; hasPreviousPage: boolean; endCursor: string; startCursor: string };
  };
};

let network: Awaited<ReturnType<typeof aNetwork>>;
beforeAll(async () => {
  network = await aNetwork();
  const { graph } = network;
  const instructions = { 'fr-FR': 'Demandez au comptoir.', 'en-GB': 'Ask at the counter.' };
  await addStore(graph, { id: 'loc_0001', name: 'Paris Rivoli', instructions });
  await addStore(graph, { id: 'loc_0002', name: 'Lyon Bellecour', city: 'Lyon', services: [] });
  await addStore(graph, { id: 'loc_0003', name: 'Bruxelles', countryCode: 'BE', channelIds: ['chn_web', 'chn_mkt'] });
  await addStore(graph, { id: 'loc_0004', name: 'Nice 100%', status: 'INACTIVE', channelIds: [] });
  await addStore(graph, { id: 'loc_0009', name: 'Rouen', status: 'RETIRED' });
  await addStore(graph, { id: 'loc_w1', name: 'Entrepôt', type: 'WAREHOUSE', services: ['WAREHOUSE_SHIP'] });
});
afterAll(() => network[Symbol.asyncDispose]());

describe('a location', () => {
  it('is shown to anybody, with hours, doors, channels and instructions in the wanted language', async () => {
    const { location } = await network.ask<{ location: object }>(
      `{ location(id: "loc_0001") { id code name type status timeZone phone version createdAt
        address { name lines city postalCode countryCode region } coordinates { latitude longitude }
        openingHours { day opensAt closesAt } isOpen night: isOpen(at: "2026-11-22T23:00:00Z") closures { id }
        channels { code } services { type isEnabled pausedUntil dailyCapacity remainingCapacity preparationTime cutOff }
        french: pickupInstructions(locale: "fr-BE") english: pickupInstructions(locale: "en-US")
        other: pickupInstructions(locale: "it-IT") } }`,
    );
    expect(location).toMatchObject({
      id: 'loc_0001',
      code: '0001',
      name: 'Paris Rivoli',
      type: 'STORE',
      status: 'ACTIVE',
      version: 1,
      createdAt: '2026-11-22T09:30:00.000Z',
      address: { lines: ['1 rue de Rivoli'], city: 'Paris', countryCode: 'FR', region: null },
      coordinates: { latitude: 48.86, longitude: 2.34 },
      isOpen: true,
      night: false,
      closures: [],
      channels: [{ code: 'WEB' }],
      services: [{ type: 'CLICK_AND_COLLECT', isEnabled: true, remainingCapacity: null, preparationTime: 'PT2H' }],
      french: 'Demandez au comptoir.',
      english: 'Ask at the counter.',
      other: 'Demandez au comptoir.',
    });
    expect(location).toHaveProperty('openingHours.0', { day: 'MONDAY', opensAt: '10:00', closesAt: '19:00' });
    expect(location).toHaveProperty('openingHours.6.day', 'SUNDAY');
  });

  it('is null when unknown, and when retired except to those who run the network', async () => {
    const query = '{ gone: location(id: "loc_0009") { name } missing: location(id: "loc_none") { name } }';
    expect(await network.ask(query)).toEqual({ gone: null, missing: null });
    expect(await network.ask(query, {}, aCaller('shopper'))).toEqual({ gone: null, missing: null });
    expect(await network.ask(query, {}, operator)).toEqual({ gone: { name: 'Rouen' }, missing: null });
  });

  it('is found by the code of the retailer, by callers who are signed in', async () => {
    const query = '{ locationByCode(code: "0002") { id } }';
    expect(await network.ask(query, {}, aCaller('partner'))).toEqual({ locationByCode: { id: 'loc_0002' } });
    await expect(network.ask(query)).rejects.toThrow('UNAUTHENTICATED');
  });

  it('refuses a range of closures that is too long or runs backwards', async () => {
    for (const range of ['from: "2026-01-01", to: "2026-12-31"', 'from: "2026-01-02", to: "2026-01-01"']) {
      await expect(network.ask(`{ location(id: "loc_0001") { closures(${range}) { id } } }`)).rejects.toThrow(
        'BAD_USER_INPUT',
      );
    }
  });
});

describe('references from other subgraphs', () => {
  const query = `query ($representations: [_Any!]!) { _entities(representations: $representations) {
    ... on Location { id code name address { lines city postalCode } isOpen openingHours { day opensAt closesAt }
      pickupInstructions(locale: "fr-FR") }
    ... on Channel { id currency } } }`;
  const locations = ['loc_0001', 'loc_none', 'loc_0009', 'loc_0003', 'loc_0002'];
  const representations = [
    ...locations.map((id) => ({ __typename: 'Location', id })),
    ...['chn_web', 'chn_none', 'chn_mkt'].map((id) => ({ __typename: 'Channel', id })),
  ];

  it('are answered in their order, unknown and retired ones with null', async () => {
    const { _entities: found } = await network.ask<{ _entities: ({ id: string } | null)[] }>(query, {
      representations,
    });
    expect(found.map((entity) => entity?.id)).toEqual([
      'loc_0001',
      undefined,
      undefined,
      'loc_0003',
      'loc_0002',
      'chn_web',
      undefined,
      'chn_mkt',
    ]);
  });

  it('cost a statement for channels and one for locations not known before, however many there are', async () => {
    const { statements } = network.graph;
    await network.ask(query, { representations });
    statements.length = 0;
    await network.ask(query, { representations });
    expect(statements.map((text) => /from (\w+)/.exec(text)?.[1]).sort()).toEqual(['channels', 'locations']);
  });
});

describe('lists of locations', () => {
  const list = `query ($filter: LocationFilter, $sort: [LocationSort!], $first: Int, $after: String, $last: Int, $before: String) {
    locations(filter: $filter, sort: $sort, first: $first, after: $after, last: $last, before: $before) {
      nodes { id code } edges { cursor } pageInfo { hasNextPage hasPreviousPage startCursor endCursor } } }`;
  const idsOf = ({ locations }: Page) => locations.nodes.map(({ id }) => id);

  it.each([
    ['everything but what is retired, by name', {}, ['loc_0003', 'loc_w1', 'loc_0002', 'loc_0004', 'loc_0001']],
    ['ids', { ids: ['loc_0001', 'loc_none'] }, ['loc_0001']],
    ['codes', { codes: ['0002'] }, ['loc_0002']],
    ['kinds', { types: ['WAREHOUSE'] }, ['loc_w1']],
    ['statuses', { statuses: ['INACTIVE', 'RETIRED'] }, ['loc_0004']],
    ['a channel', { channelId: 'chn_mkt' }, ['loc_0003']],
    ['services', { services: ['CLICK_AND_COLLECT'], channelId: 'chn_web' }, ['loc_0003', 'loc_0001']],
    ['services that nobody has together', { services: ['CLICK_AND_COLLECT', 'WAREHOUSE_SHIP'] }, []],
    ['countries', { countryCodes: ['BE'] }, ['loc_0003']],
    ['the start of a name', { search: 'paris r' }, ['loc_0001']],
    ['the start of a city', { search: 'LY' }, ['loc_0002']],
    ['text that looks like a pattern', { search: 'nice 100%' }, ['loc_0004']],
    ['a pattern that is only text', { search: '%%' }, []],
    ['no id at all', { ids: [] }, []],
  ])('are narrowed by %s', async (_case, filter, ids) => {
    expect(idsOf(await network.ask<Page>(list, { filter }))).toEqual(ids);
  });

  it.each([
    ['by name', undefined],
    ['by code, descending', [{ field: 'CODE', direction: 'DESC' }]],
    ['by change and then name', [{ field: 'UPDATED_AT' }, { field: 'NAME', direction: 'DESC' }]],
  ])('are walked forwards and backwards %s, seeing each once', async (_case, sort) => {
    const whole = idsOf(await network.ask<Page>(list, { sort }));
    const forwards: string[] = [];
    for (let after: string | undefined, more = true; more; ) {
      const page = await network.ask<Page>(list, { sort, first: 2, after });
      forwards.push(...idsOf(page));
      after = page.locations.pageInfo.endCursor;
      more = page.locations.pageInfo.hasNextPage;
    }
    const backwards: string[] = [];
    for (let before: string | undefined, more = true; more; ) {
      const page = await network.ask<Page>(list, { sort, last: 2, before });
      backwards.unshift(...idsOf(page));
      before = page.locations.pageInfo.startCursor;
      more = page.locations.pageInfo.hasPreviousPage;
    }
    expect(forwards).toEqual(whole);
    expect(backwards).toEqual(whole);
  });

  it.each([
    ['too large a page', { first: 101 }, 'first'],
    ['both ends at once', { first: 1, last: 1 }, 'last'],
    ['a foreign cursor', { after: 'WzFd' }, 'cursor'],
    [
      'a cursor of another sort',
      { after: Buffer.from('["x","y"]').toString('base64url'), sort: [{ field: 'UPDATED_AT' }] },
      'cursor',
    ],
    ['a short search', { filter: { search: 'p' } }, '2 characters'],
    ['too many ids', { filter: { ids: Array(101).fill('loc_0001') } }, '100 ids'],
  ])('refuse %s as bad input', async (_case, variables, text) => {
    await expect(network.ask(list, variables)).rejects.toThrow(/BAD_USER_INPUT/);
    await expect(network.ask(list, variables)).rejects.toThrow(text);
  });
});

describe('channels', () => {
  it('are listed for those who run the network, with their locations', async () => {
    const query =
      '{ channels { id shipsTo isActive version locations(first: 2) { nodes { id } pageInfo { hasNextPage } } } }';
    expect(await network.ask(query, {}, operator)).toEqual({
      channels: [
        {
          id: 'chn_mkt',
          shipsTo: ['FR'],
          isActive: true,
          version: 1,
          locations: { nodes: [{ id: 'loc_0003' }], pageInfo: { hasNextPage: false } },
        },
        {
          id: 'chn_web',
          shipsTo: ['FR', 'BE'],
          isActive: true,
          version: 1,
          locations: { nodes: [{ id: 'loc_0003' }, { id: 'loc_w1' }], pageInfo: { hasNextPage: true } },
        },
      ],
    });
    await expect(network.ask('{ channels { id } }', {}, aCaller('shopper'))).rejects.toThrow('FORBIDDEN');
  });

  it('are shown one by one to anybody', async () => {
    const query = '{ channel(id: "chn_web") { code currency defaultLocale type } other: channel(id: "chn_x") { id } }';
    expect(await network.ask(query)).toEqual({
      channel: { code: 'WEB', currency: 'EUR', defaultLocale: 'fr-FR', type: 'ECOMMERCE' },
      other: null,
    });
  });
});

describe('why a location may or may not provide a service', () => {
  const whyNot = readOperation('store-app', 'WhyNot');

  it.each([
    ['loc_0001', 'chn_web', [], '2026-11-22T11:30:00.000Z'],
    ['loc_0001', 'chn_mkt', ['CHANNEL_NOT_SERVED'], null],
    ['loc_0002', 'chn_web', ['SERVICE_DISABLED'], null],
    ['loc_0004', 'chn_web', ['LOCATION_INACTIVE', 'CHANNEL_NOT_SERVED'], null],
  ])('is told for %s in %s', async (locationId, channelId, codes, earliestAt) => {
    const data = await network.ask(whyNot, { locationId, channelId }, aCaller('store-staff'));
    expect(data).toMatchObject({
      location: {
        eligibility: {
          isEligible: codes.length === 0,
          reasons: codes.map((code) => ({ code, until: null })),
          earliestAt,
        },
      },
    });
  });

  it('is not for shoppers', async () => {
    const variables = { locationId: 'loc_0001', channelId: 'chn_web' };
    await expect(network.ask(whyNot, variables, aCaller('shopper'))).rejects.toThrow('FORBIDDEN');
  });
});

it('keeps the calls between services for services', async () => {
  const feed = readOperation('service', 'Feed');
  await expect(network.ask(feed, { first: 1 }, operator)).rejects.toThrow('FORBIDDEN');
  await expect(network.ask(feed, { first: 1 }, aService('orders'))).rejects.toThrow('FORBIDDEN');
});
