import { describe, expect, it } from 'vitest';
import { bucketOf, changePilot, includes, movePilot, type Pilot, pilotFactsOf, toNewPilot } from './pilot.ts';

const at = new Date('2026-11-22T09:00:00Z');
const pilot = (given: Partial<Pilot> = {}): Pilot => ({
  id: 'plt_1',
  name: 'Ship from store',
  service: 'SHIP_FROM_STORE',
  state: 'RUNNING',
  startsOn: null,
  sharePercent: null,
  locationIds: [],
  regions: [],
  version: 1,
  createdAt: at,
  updatedAt: at,
  ...given,
});
const shops = Array.from({ length: 2000 }, (_, index) => ({
  id: `loc_${index}`,
  region: index % 4 ? 'south' : 'north',
}));
const included = (given: Partial<Pilot>) => shops.filter((shop) => includes(pilot(given), shop)).map(({ id }) => id);

describe('a pilot includes', () => {
  it('a share of the locations, close to what was asked for', () => {
    for (const sharePercent of [0, 10, 50, 100]) {
      expect(Math.abs(included({ sharePercent }).length / 20 - sharePercent)).toBeLessThanOrEqual(3);
    }
  });

  it('the same locations each time, and the same and more when its share grows', () => {
    const few = included({ sharePercent: 10 });
    expect(included({ sharePercent: 10 })).toEqual(few);
    expect(new Set(few).isSubsetOf(new Set(included({ sharePercent: 30 })))).toBe(true);
    expect(bucketOf('plt_1', 'loc_1')).toBe(93.59);
  });

  it('other locations than another pilot of the same share', () => {
    expect(included({ sharePercent: 10, id: 'plt_2' })).not.toEqual(included({ sharePercent: 10 }));
  });

  it('a region, a list, and both together', () => {
    expect(included({ regions: ['north'] })).toHaveLength(500);
    expect(included({ locationIds: ['loc_1', 'loc_4'] })).toEqual(['loc_1', 'loc_4']);
    expect(included({ regions: ['north'], locationIds: ['loc_1', 'loc_4'] })).toHaveLength(501);
  });

  it('nothing when it was rolled back, and says nothing once it is promoted', () => {
    expect(included({ sharePercent: 100, state: 'ROLLED_BACK' })).toEqual([]);
    const shop = { id: 'loc_1', region: null };
    expect(pilotFactsOf([pilot({ state: 'ROLLED_BACK' })], shop)).toMatchObject([{ isIncluded: false }]);
    expect(pilotFactsOf([pilot({ state: 'PROMOTED' })], shop)).toEqual([]);
  });
});

describe('the state of a pilot', () => {
  it.each([
    ['RUNNING', 'PROMOTED', true],
    ['RUNNING', 'ROLLED_BACK', true],
    ['RUNNING', 'RUNNING', false],
    ['PROMOTED', 'ROLLED_BACK', true],
    ['PROMOTED', 'RUNNING', false],
    ['ROLLED_BACK', 'RUNNING', true],
    ['ROLLED_BACK', 'PROMOTED', true],
  ] as const)('may go from %s to %s: %s', (from, to, isAllowed) => {
    expect(movePilot(pilot({ state: from }), to, [], at).ok).toBe(isAllowed);
  });

  it('cannot go back while another pilot of the service is not over', () => {
    const others = [pilot({ id: 'plt_2' })];
    expect(movePilot(pilot({ state: 'PROMOTED' }), 'ROLLED_BACK', others, at)).toMatchObject({
      refusals: [{ code: 'INVALID_STATE' }],
    });
  });
});

it('refuses a share beyond a hundred, an empty name, and a change of what is over', () => {
  const wish = { name: 'A', service: 'SHIP_TO_STORE' as const };
  expect(toNewPilot({ ...wish, sharePercent: 101 }, 'plt_1', at, new Set())).toMatchObject({
    refusals: [{ path: ['input', 'sharePercent'] }],
  });
  expect(toNewPilot({ ...wish, name: ' ' }, 'plt_1', at, new Set())).toMatchObject({
    refusals: [{ path: ['input', 'name'] }],
  });
  expect(changePilot(pilot({ state: 'PROMOTED' }), { name: 'B' }, at, new Set())).toMatchObject({
    refusals: [{ code: 'INVALID_STATE' }],
  });
});
