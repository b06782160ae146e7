import { describe, expect, it } from 'vitest';
import { addStore, eventsOf, operator } from '../test/network.ts';
import { writing } from '../test/writing.ts';

const shop = writing();

describe('a location', () => {
  const input = () => ({
    idempotencyKey: `creation ${shop.store}`,
    code: `N${shop.store}`,
    name: 'Lille',
    type: 'STORE',
    address: { lines: ['1 place du Général'], city: 'Lille', countryCode: 'FR' },
    timeZone: 'Europe/Paris',
    attributes: [{ key: 'erp.site', value: '59' }],
  });

  it('is created inactive, once per key, with a place in the feed', async () => {
    await Promise.all([shop.write('createLocation', input()), shop.write('createLocation', input())]);
    const again = await shop.write('createLocation', input());
    expect(again).toMatchObject({ location: { version: 1 }, userErrors: [] });
    const query = `{ locationByCode(code: "N${shop.store}") { id status attributes { key value } services { type } } }`;
    const { locationByCode } = await shop.network.ask<{ locationByCode: { id: string } }>(query, {}, operator);
    expect(locationByCode).toMatchObject({
      status: 'PLANNED',
      attributes: [{ key: 'erp.site', value: '59' }],
      services: [],
    });
    expect(await eventsOf(shop.network.graph, locationByCode.id)).toHaveLength(1);
  });

  it('is refused a code that is taken', async () => {
    await shop.write('createLocation', input());
    const { location, userErrors } = await shop.write('createLocation', {
      ...input(),
      idempotencyKey: `another ${shop.store}`,
    });
    expect(location).toBeNull();
    expect(userErrors).toMatchObject([{ code: 'INVALID_INPUT', path: ['input', 'code'] }]);
  });

  it('keeps what a change leaves out, and drops attributes set to null', async () => {
    const attributes = [
      { key: 'a.b', value: '1' },
      { key: 'c', value: '2' },
    ];
    await shop.write('updateLocation', { id: shop.store, expectedVersion: 1, attributes, phone: '+33123456789' });
    await shop.write('updateLocation', { id: shop.store, expectedVersion: 2, attributes: [{ key: 'c', value: null }] });
    const query = `{ location(id: "${shop.store}") { phone name attributes { key value } coordinates { latitude } } }`;
    expect(await shop.network.ask(query, {}, operator)).toEqual({
      location: {
        phone: '+33123456789',
        name: `Boutique ${shop.store.slice(4)}`,
        attributes: [{ key: 'a.b', value: '1' }],
        coordinates: { latitude: 48.86 },
      },
    });
  });

  it('retires when nothing is booked ahead, and for good', async () => {
    await shop.network.sql`
      insert into capacity_bookings (location_id, service, order_id, day, capacity_when_booked, booked_at)
      values (${shop.store}, 'CLICK_AND_COLLECT', 'ord_9', '2026-11-22', 4, now())`;
    const retire = { id: shop.store, expectedVersion: 1, status: 'RETIRED', reason: 'Lease ended' };
    expect((await shop.write('setLocationStatus', retire)).userErrors).toMatchObject([
      { code: 'INVALID_STATE', currentState: 'ACTIVE' },
    ]);
    await shop.network.sql`delete from capacity_bookings where location_id = ${shop.store}`;
    expect((await shop.write('setLocationStatus', retire)).userErrors).toEqual([]);
    const back = await shop.write('setLocationStatus', { id: shop.store, expectedVersion: 2, status: 'ACTIVE' });
    expect(back.userErrors).toMatchObject([{ code: 'INVALID_STATE', currentState: 'RETIRED' }]);
    const [change] = await shop.network.sql`select reason from network_changes where subject = ${shop.store}`;
    expect(change?.reason).toBe('Lease ended');
  });
});

describe('the locations of a channel', () => {
  const versionOf = async () => {
    const [channel] = await shop.network.sql`select version from channels where id = 'chn_mkt'`;
    return channel?.version as number;
  };

  it('are added and removed, and only locations that changed are told', async () => {
    const other = await addStore(shop.network.graph, { id: `${shop.store}b`, channelIds: ['chn_mkt'] });
    const expectedVersion = await versionOf();
    const input = { channelId: 'chn_mkt', expectedVersion, addLocationIds: [shop.store, other] };
    expect(await shop.write('updateChannelLocations', input)).toEqual({
      channel: { version: expectedVersion + 1 },
      userErrors: [],
    });
    expect(await eventsOf(shop.network.graph, shop.store)).toMatchObject([{ channelIds: ['chn_mkt', 'chn_web'] }]);
    expect(await eventsOf(shop.network.graph, other)).toEqual([]);
    await shop.write('updateChannelLocations', {
      channelId: 'chn_mkt',
      expectedVersion: expectedVersion + 1,
      removeLocationIds: [shop.store, other],
    });
    expect((await eventsOf(shop.network.graph, shop.store)).at(-1)).toMatchObject({ channelIds: ['chn_web'] });
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
    expect((await shop.write('updateChannelLocations', input)).userErrors).toMatchObject([error]);
    expect(await versionOf()).toBe(expectedVersion);
  });
});
