import { readOperation } from '@passerelle/contracts/operations';
import { aCaller } from '@passerelle/testing';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { addStore, aNetwork, eventsOf, operator } from '../test/network.ts';
import { invariants } from './index.ts';

type UserError = {
  code: string;
  path: string[] | null;
  message: string;
  id?: string;
  actualVersion?: number;
  currentState?: string;
  indexes?: number[];
  limit?: number;
};
type Payload = {
  location: { version: number } | null;
  channel?: { version: number } | null;
  service?: object | null;
  closure?: { id: string } | null;
  userErrors: UserError[];
};

const errors = `userErrors { ... on UserError { code path message } ... on NotFoundError { id }
  ... on VersionConflictError { actualVersion } ... on InvalidStateError { currentState }
  ... on OverlappingPeriodsError { indexes } ... on LimitExceededError { limit } }`;
const returned: Record<string, string> = {
  updateChannelLocations: 'channel { version }',
  addClosure: 'location { version } closure { id from to reason specialHours { day opensAt } }',
  setLocationService:
    'location { version } service { type isEnabled dailyCapacity cutOff maxUnitsPerOrder preparationTime }',
  pauseLocationService: 'location { version } service { type pausedUntil }',
  resumeLocationService: 'location { version } service { type pausedUntil }',
};

let network: Awaited<ReturnType<typeof aNetwork>>;
let stores = 0;
let store: string;
beforeAll(async () => {
  network = await aNetwork();
});
beforeEach(async () => {
  stores += 1;
  store = await addStore(network.graph, { id: `loc_${1000 + stores}`, dailyCapacity: 4 });
});
afterAll(async () => {
  for (const { name, sql } of invariants) expect(await network.sql.unsafe(sql), name).toEqual([]);
  await network[Symbol.asyncDispose]();
});

async function write(mutation: string, input: object, caller = operator): Promise<Payload> {
  const type = `${mutation[0]?.toUpperCase()}${mutation.slice(1)}Input!`;
  const fields = returned[mutation] ?? 'location { version }';
  const text = `mutation ($input: ${type}) { ${mutation}(input: $input) { ${fields} ${errors} } }`;
  const data = await network.ask<Record<string, Payload>>(text, { input }, caller);
  return data[mutation] as Payload;
}

/** Everything a refused write must leave alone. */
async function stateOf(locationId: string) {
  const [location] = await network.sql`select * from locations where id = ${locationId}`;
  const rest = await Promise.all(
    ['location_services', 'opening_periods', 'closures', 'channel_locations'].map(
      (table) => network.sql`select * from ${network.sql(table)} where location_id = ${locationId}`,
    ),
  );
  const [counts] =
    await network.sql`select (select count(*) from network_changes) as a, (select count(*) from outbox) as b`;
  return JSON.stringify([location, rest, counts]);
}

const monday = { day: 'MONDAY', opensAt: '10:00', closesAt: '12:00' };
const service = { type: 'CLICK_AND_COLLECT', isEnabled: true, preparationTime: 'PT2H' };

describe('a write', () => {
  const cases: [string, (locationId: string) => object, Record<string, unknown>][] = [
    [
      'setLocationService',
      (locationId) => ({ locationId, expectedVersion: 1, ...service, cutOff: '16:00', maxUnitsPerOrder: 8 }),
      { services: [{ preparationTime: 'PT2H', cutOff: '16:00', maxUnitsPerOrder: 8 }] },
    ],
    [
      'pauseLocationService',
      (locationId) => ({ locationId, type: service.type, until: '2026-11-22T12:00:00Z', reason: 'Rush' }),
      { services: [{ pausedUntil: '2026-11-22T12:00:00.000Z' }] },
    ],
    ['setLocationStatus', (id) => ({ id, expectedVersion: 1, status: 'INACTIVE' }), { status: 'INACTIVE' }],
    [
      'setOpeningHours',
      (locationId) => ({ locationId, expectedVersion: 1, periods: [{ ...monday, day: 'SUNDAY' }, monday] }),
      { openingHours: [monday, { ...monday, day: 'SUNDAY' }] },
    ],
    [
      'addClosure',
      (locationId) => ({
        idempotencyKey: `closure of ${locationId}`,
        locationId,
        from: '2026-12-25',
        to: '2026-12-26',
      }),
      { closures: [{ from: '2026-12-25', to: '2026-12-26', specialHours: [] }] },
    ],
    ['updateLocation', (id) => ({ id, expectedVersion: 1, name: 'New name' }), { name: 'New name' }],
  ];

  it.each(cases)(
    '%s changes the location, its version, the feed and the audit trail together',
    async (mutation, inputOf, facts) => {
      const { location, userErrors } = await write(mutation, inputOf(store));
      expect(userErrors).toEqual([]);
      expect(location).toEqual({ version: 2 });
      expect(await eventsOf(network.graph, store)).toMatchObject([facts]);
      const changes = await network.sql`select action, actor, changed_at from network_changes where subject = ${store}`;
      expect(changes).toEqual([{ action: mutation, actor: 'test-operator', changed_at: network.graph.clock.now() }]);
    },
  );

  it.each(cases.filter(([, inputOf]) => 'expectedVersion' in inputOf('')))(
    '%s over a version that is not stored is refused',
    async (mutation, inputOf) => {
      const before = await stateOf(store);
      const { location, userErrors } = await write(mutation, { ...inputOf(store), expectedVersion: 7 });
      expect(location).toBeNull();
      expect(userErrors).toMatchObject([
        { code: 'VERSION_CONFLICT', path: ['input', 'expectedVersion'], actualVersion: 1 },
      ]);
      expect(await stateOf(store)).toBe(before);
    },
  );

  it.each(cases)('%s of an unknown location is refused', async (mutation, inputOf) => {
    const { userErrors } = await write(mutation, inputOf('loc_none'));
    expect(userErrors).toMatchObject([{ code: 'NOT_FOUND', id: 'loc_none' }]);
  });

  it('of one version wins once when many come at once', async () => {
    const answers = await Promise.all(
      Array.from({ length: 8 }, (_, index) =>
        write('updateLocation', { id: store, expectedVersion: 1, name: `Name ${index}` }),
      ),
    );
    expect(answers.filter(({ userErrors }) => userErrors.length === 0)).toHaveLength(1);
  });
});

describe('bad input is refused by field, says what to do, and changes nothing', () => {
  const hours = (...periods: object[]) => ({ expectedVersion: 1, periods });
  const closure = (from: string, to: string, more: object = {}) => ({ from, to, ...more });
  it.each<[string, object, string, string[] | null, object?]>([
    ['setLocationService', { expectedVersion: 1, ...service, dailyCapacity: 0 }, 'INVALID_INPUT', ['dailyCapacity']],
    [
      'setLocationService',
      { expectedVersion: 1, ...service, maxUnitsPerOrder: -1 },
      'INVALID_INPUT',
      ['maxUnitsPerOrder'],
    ],
    [
      'setLocationService',
      { expectedVersion: 1, ...service, preparationTime: 'P90D' },
      'INVALID_INPUT',
      ['preparationTime'],
    ],
    [
      'pauseLocationService',
      { type: service.type, until: '2026-11-22T09:00:00Z', reason: 'x' },
      'INVALID_INPUT',
      ['until'],
    ],
    [
      'pauseLocationService',
      { type: service.type, until: '2026-11-30T09:00:00Z', reason: 'x' },
      'INVALID_INPUT',
      ['until'],
    ],
    [
      'pauseLocationService',
      { type: service.type, until: '2026-11-22T12:00:00Z', reason: ' ' },
      'INVALID_INPUT',
      ['reason'],
    ],
    [
      'pauseLocationService',
      { type: 'SHIP_TO_STORE', until: '2026-11-22T12:00:00Z', reason: 'x' },
      'NOT_FOUND',
      ['type'],
    ],
    ['resumeLocationService', { type: service.type }, 'INVALID_STATE', null, { currentState: 'NOT_PAUSED' }],
    ['setOpeningHours', hours({ ...monday, closesAt: '09:00' }), 'INVALID_INPUT', ['periods', '0', 'closesAt']],
    [
      'setOpeningHours',
      hours(monday, { ...monday, opensAt: '11:59', closesAt: '13:00' }),
      'OVERLAPPING_PERIODS',
      ['periods'],
      { indexes: [0, 1] },
    ],
    ['setOpeningHours', hours(...Array(22).fill(monday)), 'LIMIT_EXCEEDED', ['periods'], { limit: 21 }],
    ['addClosure', closure('2026-12-26', '2026-12-25'), 'INVALID_INPUT', ['to']],
    ['addClosure', closure('2026-11-01', '2026-11-21'), 'INVALID_INPUT', ['to']],
    ['addClosure', closure('2026-12-01', '2030-12-01'), 'INVALID_INPUT', ['to']],
    [
      'addClosure',
      closure('2026-12-01', '2026-12-01', { specialHours: [monday, monday] }),
      'OVERLAPPING_PERIODS',
      ['specialHours'],
      { indexes: [0, 1] },
    ],
    [
      'addClosure',
      { ...closure('2026-12-01', '2026-12-01'), idempotencyKey: 'short' },
      'INVALID_INPUT',
      ['idempotencyKey'],
    ],
    ['removeClosure', { closureId: 'cls_none' }, 'NOT_FOUND', ['closureId'], { id: 'cls_none' }],
  ])('%s with %o', async (mutation, input, code, path, facts = {}) => {
    const before = await stateOf(store);
    const key = mutation === 'addClosure' ? { idempotencyKey: `closing ${store}` } : {};
    const { userErrors } = await write(mutation, { locationId: store, ...key, ...input });
    expect(userErrors).toMatchObject([{ code, path: path && ['input', ...path], ...facts }]);
    expect(userErrors[0]?.message).not.toBe('');
    expect(await stateOf(store)).toBe(before);
  });

  it.each<[object, string[]]>([
    [{ name: ' ' }, ['name']],
    [{ phone: '0123' }, ['phone']],
    [{ coordinates: { latitude: 91, longitude: 0 } }, ['coordinates']],
    [{ address: { lines: [], city: 'Paris', countryCode: 'FR' } }, ['address', 'lines']],
    [{ attributes: [{ key: 'Not a key', value: '1' }] }, ['attributes', '0', 'key']],
  ])('updateLocation with %o', async (input, path) => {
    const before = await stateOf(store);
    const { userErrors } = await write('updateLocation', { id: store, expectedVersion: 1, ...input });
    expect(userErrors).toMatchObject([{ code: 'INVALID_INPUT', path: ['input', ...path] }]);
    expect(await stateOf(store)).toBe(before);
  });
});

describe('services', () => {
  it('keep the settings left out and clear those set to null', async () => {
    const base = { locationId: store, ...service };
    await write('setLocationService', { ...base, expectedVersion: 1, cutOff: '15:00', maxUnitsPerOrder: 3 });
    const { service: kept } = await write('setLocationService', {
      ...base,
      expectedVersion: 2,
      maxUnitsPerOrder: null,
    });
    expect(kept).toMatchObject({ dailyCapacity: 4, cutOff: '15:00', maxUnitsPerOrder: null });
  });

  it('are paused and resumed by the staff of the store, and of no other', async () => {
    const pause = readOperation('store-app', 'Pause');
    const input = { locationId: store, type: service.type, until: '2026-11-22T12:00:00Z', reason: 'Rush' };
    const own = aCaller('store-staff', { locationIds: [store] });
    const foreign = aCaller('store-staff', { locationIds: ['loc_other'] });
    expect(await network.ask(pause, { input }, foreign)).toMatchObject({
      pauseLocationService: { service: null, userErrors: [{ code: 'NOT_FOUND' }] },
    });
    expect(await network.ask(pause, { input }, own)).toMatchObject({
      pauseLocationService: { service: { pausedUntil: '2026-11-22T12:00:00.000Z' }, userErrors: [] },
    });
    const resumed = await write('resumeLocationService', { locationId: store, type: service.type }, own);
    expect(resumed).toMatchObject({ service: { pausedUntil: null }, userErrors: [] });
    await expect(network.ask(pause, { input }, aCaller('shopper'))).rejects.toThrow('FORBIDDEN');
  });

  it('tell that today is used up when the capacity is lowered to what is booked', async () => {
    await network.sql`
      insert into capacity_bookings (location_id, service, order_id, day, capacity_when_booked, booked_at)
      values (${store}, 'CLICK_AND_COLLECT', 'ord_1', '2026-11-22', 4, now())`;
    await write('setLocationService', { locationId: store, expectedVersion: 1, ...service, dailyCapacity: 1 });
    await write('setLocationService', { locationId: store, expectedVersion: 2, ...service, dailyCapacity: 2 });
    expect(await eventsOf(network.graph, store)).toMatchObject([
      { exhaustedServices: ['CLICK_AND_COLLECT'] },
      { exhaustedServices: [] },
    ]);
  });
});

describe('a closure', () => {
  const input = (facts: object = {}) => ({
    idempotencyKey: `closures of ${store}`,
    locationId: store,
    from: '2026-12-24',
    to: '2026-12-25',
    ...facts,
  });

  it('is added once per key, however often and however fast it is asked for', async () => {
    const first = await write('addClosure', input());
    const again = await write('addClosure', input());
    expect(again.closure).toEqual(first.closure);
    const other = await write('addClosure', input({ to: '2026-12-26' }));
    expect(other.userErrors).toMatchObject([{ code: 'IDEMPOTENCY_KEY_REUSED' }]);
    expect(await network.sql`select from closures where location_id = ${store}`).toHaveLength(1);
  });

  it('is refused where another holds, even when both are asked for at once', async () => {
    const answers = await Promise.all(
      ['2026-12-24', '2026-12-25'].map((from) =>
        write('addClosure', input({ idempotencyKey: `${store} from ${from}`, from })),
      ),
    );
    const refused = answers.flatMap(({ userErrors }) => userErrors);
    expect(refused).toMatchObject([{ code: 'OVERLAPPING_PERIODS', path: ['input', 'from'], indexes: [] }]);
  });

  it('shuts the doors, is shown to shoppers, and is gone when removed', async () => {
    const { closure } = await write('addClosure', input({ from: '2026-11-22', to: '2026-11-22', reason: 'Inventory' }));
    const query = `{ location(id: "${store}") { isOpen closures { reason specialHours { day } } } }`;
    expect(await network.ask(query)).toEqual({
      location: { isOpen: false, closures: [{ reason: 'Inventory', specialHours: [] }] },
    });
    await write('removeClosure', { locationId: store, closureId: closure?.id });
    expect(await network.ask(query)).toEqual({ location: { isOpen: true, closures: [] } });
  });

  it('that has ended stays', async () => {
    await network.sql`
      insert into closures (id, location_id, first_day, last_day)
      values (${`cls_${store}`}, ${store}, '2026-11-01', '2026-11-21')`;
    const { userErrors } = await write('removeClosure', { locationId: store, closureId: `cls_${store}` });
    expect(userErrors).toMatchObject([{ code: 'INVALID_STATE', currentState: 'ENDED' }]);
  });
});

describe('a location', () => {
  const input = () => ({
    idempotencyKey: `creation ${store}`,
    code: `N${store}`,
    name: 'Lille',
    type: 'STORE',
    address: { lines: ['1 place du Général'], city: 'Lille', countryCode: 'FR' },
    timeZone: 'Europe/Paris',
    attributes: [{ key: 'erp.site', value: '59' }],
  });

  it('is created inactive, once per key, with a place in the feed', async () => {
    await Promise.all([write('createLocation', input()), write('createLocation', input())]);
    const again = await write('createLocation', input());
    expect(again).toMatchObject({ location: { version: 1 }, userErrors: [] });
    const query = `{ locationByCode(code: "N${store}") { id status attributes { key value } services { type } } }`;
    const { locationByCode } = await network.ask<{ locationByCode: { id: string } }>(query, {}, operator);
    expect(locationByCode).toMatchObject({
      status: 'PLANNED',
      attributes: [{ key: 'erp.site', value: '59' }],
      services: [],
    });
    expect(await eventsOf(network.graph, locationByCode.id)).toHaveLength(1);
  });

  it('is refused a code that is taken', async () => {
    await write('createLocation', input());
    const { location, userErrors } = await write('createLocation', { ...input(), idempotencyKey: `another ${store}` });
    expect(location).toBeNull();
    expect(userErrors).toMatchObject([{ code: 'INVALID_INPUT', path: ['input', 'code'] }]);
  });

  it('keeps what a change leaves out, and drops attributes set to null', async () => {
    const attributes = [
      { key: 'a.b', value: '1' },
      { key: 'c', value: '2' },
    ];
    await write('updateLocation', { id: store, expectedVersion: 1, attributes, phone: '+33123456789' });
    await write('updateLocation', { id: store, expectedVersion: 2, attributes: [{ key: 'c', value: null }] });
    const query = `{ location(id: "${store}") { phone name attributes { key value } coordinates { latitude } } }`;
    expect(await network.ask(query, {}, operator)).toEqual({
      location: {
        phone: '+33123456789',
        name: `Boutique ${store.slice(4)}`,
        attributes: [{ key: 'a.b', value: '1' }],
        coordinates: { latitude: 48.86 },
      },
    });
  });

  it('retires when nothing is booked ahead, and for good', async () => {
    await network.sql`
      insert into capacity_bookings (location_id, service, order_id, day, capacity_when_booked, booked_at)
      values (${store}, 'CLICK_AND_COLLECT', 'ord_9', '2026-11-22', 4, now())`;
    const retire = { id: store, expectedVersion: 1, status: 'RETIRED', reason: 'Lease ended' };
    expect((await write('setLocationStatus', retire)).userErrors).toMatchObject([
      { code: 'INVALID_STATE', currentState: 'ACTIVE' },
    ]);
    await network.sql`delete from capacity_bookings where location_id = ${store}`;
    expect((await write('setLocationStatus', retire)).userErrors).toEqual([]);
    const back = await write('setLocationStatus', { id: store, expectedVersion: 2, status: 'ACTIVE' });
    expect(back.userErrors).toMatchObject([{ code: 'INVALID_STATE', currentState: 'RETIRED' }]);
    const [change] = await network.sql`select reason from network_changes where subject = ${store}`;
    expect(change?.reason).toBe('Lease ended');
  });
});

describe('the locations of a channel', () => {
  const versionOf = async () => {
    const [channel] = await network.sql`select version from channels where id = 'chn_mkt'`;
    return channel?.version as number;
  };

  it('are added and removed, and only locations that changed are told', async () => {
    const other = await addStore(network.graph, { id: `${store}b`, channelIds: ['chn_mkt'] });
    const expectedVersion = await versionOf();
    const input = { channelId: 'chn_mkt', expectedVersion, addLocationIds: [store, other] };
    expect(await write('updateChannelLocations', input)).toEqual({
      channel: { version: expectedVersion + 1 },
      userErrors: [],
    });
    expect(await eventsOf(network.graph, store)).toMatchObject([{ channelIds: ['chn_mkt', 'chn_web'] }]);
    expect(await eventsOf(network.graph, other)).toEqual([]);
    await write('updateChannelLocations', {
      channelId: 'chn_mkt',
      expectedVersion: expectedVersion + 1,
      removeLocationIds: [store, other],
    });
    expect((await eventsOf(network.graph, store)).at(-1)).toMatchObject({ channelIds: ['chn_web'] });
  });

  it.each<[string, (version: number) => object, object]>([
    ['an unknown channel', () => ({ channelId: 'chn_none' }), { code: 'NOT_FOUND', path: ['input', 'channelId'] }],
    ['an old version', (version) => ({ expectedVersion: version + 1 }), { code: 'VERSION_CONFLICT' }],
    [
      'an unknown location',
      () => ({ addLocationIds: ['loc_none'] }),
      { code: 'NOT_FOUND', path: ['input', 'addLocationIds', '0'] },
    ],
    [
      'a location in both lists',
      () => ({ addLocationIds: ['x'], removeLocationIds: ['x'] }),
      { code: 'INVALID_INPUT' },
    ],
    ['more than 500 ids', () => ({ addLocationIds: Array(501).fill('x') }), { code: 'LIMIT_EXCEEDED', limit: 500 }],
  ])('are refused with %s', async (_case, inputOf, error) => {
    const expectedVersion = await versionOf();
    const input = { channelId: 'chn_mkt', expectedVersion, ...inputOf(expectedVersion) };
    expect((await write('updateChannelLocations', input)).userErrors).toMatchObject([error]);
    expect(await versionOf()).toBe(expectedVersion);
  });
});

it('takes a time zone by its name only', async () => {
  const text =
    'mutation ($input: UpdateLocationInput!) { updateLocation(input: $input) { userErrors { __typename } } }';
  for (const timeZone of ['+01:00', 'Europe/Atlantis', '']) {
    const input = { id: store, expectedVersion: 1, timeZone };
    await expect(network.ask(text, { input }, operator)).rejects.toThrow(/BAD_USER_INPUT/);
  }
});

it('lets nobody write who may not', async () => {
  const text =
    'mutation ($input: SetOpeningHoursInput!) { setOpeningHours(input: $input) { userErrors { __typename } } }';
  const input = { locationId: store, expectedVersion: 1, periods: [] };
  await expect(network.ask(text, { input }, aCaller('store-staff'))).rejects.toThrow('FORBIDDEN');
  await expect(network.ask(text, { input })).rejects.toThrow('UNAUTHENTICATED');
});
