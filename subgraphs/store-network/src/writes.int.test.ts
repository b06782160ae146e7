import { aCaller } from '@passerelle/testing';
import { describe, expect, it } from 'vitest';
import { eventsOf, operator } from '../test/network.ts';
import { monday, service, writing } from '../test/writing.ts';

const shop = writing();

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
      const { location, userErrors } = await shop.write(mutation, inputOf(shop.store));
      expect(userErrors).toEqual([]);
      expect(location).toEqual({ version: 2 });
      expect(await eventsOf(shop.network.graph, shop.store)).toMatchObject([facts]);
      const changes = await shop.network
        .sql`select action, actor, changed_at from network_changes where subject = ${shop.store}`;
      expect(changes).toEqual([
        { action: mutation, actor: 'test-operator', changed_at: shop.network.graph.clock.now() },
      ]);
    },
  );

  it.each(cases.filter(([, inputOf]) => 'expectedVersion' in inputOf('')))(
    '%s over a version that is not stored is refused',
    async (mutation, inputOf) => {
      const before = await shop.stateOf(shop.store);
      const { location, userErrors } = await shop.write(mutation, { ...inputOf(shop.store), expectedVersion: 7 });
      expect(location).toBeNull();
      expect(userErrors).toMatchObject([
        { code: 'VERSION_CONFLICT', path: ['input', 'expectedVersion'], actualVersion: 1 },
      ]);
      expect(await shop.stateOf(shop.store)).toBe(before);
    },
  );

  it.each(cases)('%s of an unknown location is refused', async (mutation, inputOf) => {
    const { userErrors } = await shop.write(mutation, inputOf('loc_none'));
    expect(userErrors).toMatchObject([{ code: 'NOT_FOUND', id: 'loc_none' }]);
  });

  it('of one version wins once when many come at once', async () => {
    const answers = await Promise.all(
      Array.from({ length: 8 }, (_, index) =>
        shop.write('updateLocation', { id: shop.store, expectedVersion: 1, name: `Name ${index}` }),
      ),
    );
    expect(answers.filter(({ userErrors }) => userErrors.length === 0)).toHaveLength(1);
  });
});

it('takes a time zone by its name only', async () => {
  const text =
    'mutation ($input: UpdateLocationInput!) { updateLocation(input: $input) { userErrors { __typename } } }';
  for (const timeZone of ['+01:00', 'Europe/Atlantis', '']) {
    const input = { id: shop.store, expectedVersion: 1, timeZone };
    await expect(shop.network.ask(text, { input }, operator)).rejects.toThrow(/BAD_USER_INPUT/);
  }
});

it('lets nobody write who may not', async () => {
  const text =
    'mutation ($input: SetOpeningHoursInput!) { setOpeningHours(input: $input) { userErrors { __typename } } }';
  const input = { locationId: shop.store, expectedVersion: 1, periods: [] };
  await expect(shop.network.ask(text, { input }, aCaller('store-staff'))).rejects.toThrow('FORBIDDEN');
  await expect(shop.network.ask(text, { input })).rejects.toThrow('UNAUTHENTICATED');
});
