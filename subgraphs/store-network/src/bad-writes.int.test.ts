import { describe, expect, it } from 'vitest';
import { monday, service, writing } from '../test/writing.ts';

const shop = writing();

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
    const before = await shop.stateOf(shop.store);
    const key = mutation === 'addClosure' ? { idempotencyKey: `closing ${shop.store}` } : {};
    const { userErrors } = await shop.write(mutation, { locationId: shop.store, ...key, ...input });
    expect(userErrors).toMatchObject([{ code, path: path && ['input', ...path], ...facts }]);
    expect(userErrors[0]?.message).not.toBe('');
    expect(await shop.stateOf(shop.store)).toBe(before);
  });

  it.each<[object, string[]]>([
    [{ name: ' ' }, ['name']],
    [{ phone: '0123' }, ['phone']],
    [{ coordinates: { latitude: 91, longitude: 0 } }, ['coordinates']],
    [{ address: { lines: [], city: 'Paris', countryCode: 'FR' } }, ['address', 'lines']],
    [{ attributes: [{ key: 'Not a key', value: '1' }] }, ['attributes', '0', 'key']],
  ])('updateLocation with %o', async (input, path) => {
    const before = await shop.stateOf(shop.store);
    const { userErrors } = await shop.write('updateLocation', { id: shop.store, expectedVersion: 1, ...input });
    expect(userErrors).toMatchObject([{ code: 'INVALID_INPUT', path: ['input', ...path] }]);
    expect(await shop.stateOf(shop.store)).toBe(before);
  });
});
