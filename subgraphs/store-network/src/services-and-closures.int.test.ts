import { readOperation } from '@passerelle/contracts/operations';
import { aCaller } from '@passerelle/testing';
import { describe, expect, it } from 'vitest';
import { eventsOf } from '../test/network.ts';
import { service, writing } from '../test/writing.ts';

const shop = writing();

describe('services', () => {
  it('keep the settings left out and clear those set to null', async () => {
    const base = { locationId: shop.store, ...service };
    await shop.write('setLocationService', { ...base, expectedVersion: 1, cutOff: '15:00', maxUnitsPerOrder: 3 });
    const { service: kept } = await shop.write('setLocationService', {
      ...base,
      expectedVersion: 2,
      maxUnitsPerOrder: null,
    });
    expect(kept).toMatchObject({ dailyCapacity: 4, cutOff: '15:00', maxUnitsPerOrder: null });
  });

  it('are paused and resumed by the staff of the store, and of no other', async () => {
    const pause = readOperation('store-app', 'Pause');
    const input = { locationId: shop.store, type: service.type, until: '2026-11-22T12:00:00Z', reason: 'Rush' };
    const own = aCaller('store-staff', { locationIds: [shop.store] });
    const foreign = aCaller('store-staff', { locationIds: ['loc_other'] });
    expect(await shop.network.ask(pause, { input }, foreign)).toMatchObject({
      pauseLocationService: { service: null, userErrors: [{ code: 'NOT_FOUND' }] },
    });
    expect(await shop.network.ask(pause, { input }, own)).toMatchObject({
      pauseLocationService: { service: { pausedUntil: '2026-11-22T12:00:00.000Z' }, userErrors: [] },
    });
    const resumed = await shop.write('resumeLocationService', { locationId: shop.store, type: service.type }, own);
    expect(resumed).toMatchObject({ service: { pausedUntil: null }, userErrors: [] });
    await expect(shop.network.ask(pause, { input }, aCaller('shopper'))).rejects.toThrow('FORBIDDEN');
  });

  it('tell that today is used up when the capacity is lowered to what is booked', async () => {
    await shop.network.sql`
      insert into capacity_bookings (location_id, service, order_id, day, capacity_when_booked, booked_at)
      values (${shop.store}, 'CLICK_AND_COLLECT', 'ord_1', '2026-11-22', 4, now())`;
    await shop.write('setLocationService', {
      locationId: shop.store,
      expectedVersion: 1,
      ...service,
      dailyCapacity: 1,
    });
    await shop.write('setLocationService', {
      locationId: shop.store,
      expectedVersion: 2,
      ...service,
      dailyCapacity: 2,
    });
    expect(await eventsOf(shop.network.graph, shop.store)).toMatchObject([
      { exhaustedServices: ['CLICK_AND_COLLECT'] },
      { exhaustedServices: [] },
    ]);
  });
});

describe('a closure', () => {
  const input = (facts: object = {}) => ({
    idempotencyKey: `closures of ${shop.store}`,
    locationId: shop.store,
    from: '2026-12-24',
    to: '2026-12-25',
    ...facts,
  });

  it('is added once per key, however often and however fast it is asked for', async () => {
    const first = await shop.write('addClosure', input());
    const again = await shop.write('addClosure', input());
    expect(again.closure).toEqual(first.closure);
    const other = await shop.write('addClosure', input({ to: '2026-12-26' }));
    expect(other.userErrors).toMatchObject([{ code: 'IDEMPOTENCY_KEY_REUSED' }]);
    expect(await shop.network.sql`select from closures where location_id = ${shop.store}`).toHaveLength(1);
  });

  it('is refused where another holds, even when both are asked for at once', async () => {
    const answers = await Promise.all(
      ['2026-12-24', '2026-12-25'].map((from) =>
        shop.write('addClosure', input({ idempotencyKey: `${shop.store} from ${from}`, from })),
      ),
    );
    const refused = answers.flatMap(({ userErrors }) => userErrors);
    expect(refused).toMatchObject([{ code: 'OVERLAPPING_PERIODS', path: ['input', 'from'], indexes: [] }]);
  });

  it('shuts the doors, is shown to shoppers, and is gone when removed', async () => {
    const { closure } = await shop.write(
      'addClosure',
      input({ from: '2026-11-22', to: '2026-11-22', reason: 'Inventory' }),
    );
    const query = `{ location(id: "${shop.store}") { isOpen closures { reason specialHours { day } } } }`;
    expect(await shop.network.ask(query)).toEqual({
      location: { isOpen: false, closures: [{ reason: 'Inventory', specialHours: [] }] },
    });
    await shop.write('removeClosure', { locationId: shop.store, closureId: closure?.id });
    expect(await shop.network.ask(query)).toEqual({ location: { isOpen: true, closures: [] } });
  });

  it('that has ended stays', async () => {
    await shop.network.sql`
      insert into closures (id, location_id, first_day, last_day)
      values (${`cls_${shop.store}`}, ${shop.store}, '2026-11-01', '2026-11-21')`;
    const { userErrors } = await shop.write('removeClosure', {
      locationId: shop.store,
      closureId: `cls_${shop.store}`,
    });
    expect(userErrors).toMatchObject([{ code: 'INVALID_STATE', currentState: 'ENDED' }]);
  });
});
