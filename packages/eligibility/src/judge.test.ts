import type { IneligibilityCode } from '@passerelle/values';
import { describe, expect, it, vi } from 'vitest';
import { aService, aStore, closedOn, noon, unitsOf, used, aWish as wish } from '../test/facts.ts';
import { judge, type LocationFacts, readyAt, type Wish } from './index.ts';

const at = (text: string) => new Date(text);

describe('one reason each', () => {
  const until = (text: string) => at(text);
  const cases: [string, Partial<LocationFacts>, Partial<Wish>, IneligibilityCode, Date | null][] = [
    ['an inactive location', { status: 'INACTIVE' }, {}, 'LOCATION_INACTIVE', null],
    ['a foreign channel', { channelIds: ['chn_other'] }, {}, 'CHANNEL_NOT_SERVED', null],
    ['a service it does not have', { services: [] }, {}, 'SERVICE_DISABLED', null],
    ['a service switched off', { services: [aService({ isEnabled: false })] }, {}, 'SERVICE_DISABLED', null],
    [
      'a pilot that leaves it out',
      { pilots: [{ service: 'CLICK_AND_COLLECT', isIncluded: false, startsOn: null }] },
      {},
      'PILOT_OFF',
      null,
    ],
    [
      'a pilot that begins tomorrow',
      { pilots: [{ service: 'CLICK_AND_COLLECT', isIncluded: true, startsOn: '2026-11-24' }] },
      {},
      'PILOT_OFF',
      until('2026-11-23T23:00:00Z'),
    ],
    [
      'a return of goods that others sold',
      { returnChannelIds: [], services: [aService({ type: 'RETURN_IN_STORE' })] },
      { service: 'RETURN_IN_STORE' },
      'CHANNEL_NOT_SERVED',
      null,
    ],
    [
      'a pause',
      { services: [aService({ pausedUntil: at('2026-11-23T12:00:00Z') })] },
      {},
      'SERVICE_PAUSED',
      until('2026-11-23T12:00:00Z'),
    ],
    [
      'a closure of two days',
      { closures: [closedOn('2026-11-23', '2026-11-24')] },
      {},
      'CLOSED',
      until('2026-11-24T23:00:00Z'),
    ],
    [
      'two closures in a row',
      { closures: [closedOn('2026-11-24', '2026-12-24'), closedOn('2026-11-23')] },
      {},
      'CLOSED',
      until('2026-12-24T23:00:00Z'),
    ],
    ['a shop without hours', { openingHours: [] }, {}, 'CLOSED', null],
    [
      'the day its capacity was used up',
      { exhaustedServices: ['CLICK_AND_COLLECT'], occurredAt: at('2026-11-22T23:00:00Z') },
      {},
      'CAPACITY_REACHED',
      until('2026-11-23T16:00:00.001Z'),
    ],
    [
      'a window used up in which it would be ready',
      { usedUp: [used('2026-11-23T12:00:00Z', '2026-11-23T14:00:00Z')] },
      {},
      'CAPACITY_REACHED',
      until('2026-11-23T12:00:00Z'),
    ],
    [
      'windows used up one after another',
      {
        usedUp: [
          used('2026-11-23T12:00:00Z', '2026-11-23T14:00:00Z'),
          used('2026-11-23T14:00:00Z', '2026-11-23T15:00:00Z'),
        ],
      },
      {},
      'CAPACITY_REACHED',
      until('2026-11-23T13:00:00Z'),
    ],
    [
      'a later day used up, on which it would be ready',
      { usedUp: [used('2026-11-23T23:00:00Z', '2026-11-24T23:00:00Z')] },
      { at: at('2026-11-23T17:00:00Z') },
      'CAPACITY_REACHED',
      until('2026-11-24T16:00:00.001Z'),
    ],
    ['more units than a day takes', { unitCapacities: [unitsOf(5)] }, { units: 6 }, 'CAPACITY_REACHED', null],
    [
      'more units than are left of the day',
      { unitCapacities: [unitsOf(5, [], [{ day: '2026-11-23', units: 2, windows: [] }])] },
      { units: 3 },
      'CAPACITY_REACHED',
      until('2026-11-23T16:00:00.001Z'),
    ],
    [
      'more units than the window takes in which it would be ready',
      { unitCapacities: [unitsOf(null, [{ opensAt: '13:00', closesAt: '15:00', units: 2 }])] },
      { units: 3 },
      'CAPACITY_REACHED',
      until('2026-11-23T12:00:00Z'),
    ],
    [
      'more units than any window takes',
      { unitCapacities: [unitsOf(null, [{ opensAt: '00:00', closesAt: '23:59', units: 2 }])] },
      { units: 3 },
      'CAPACITY_REACHED',
      null,
    ],
    [
      'an order of many lines',
      { services: [aService({ maxLinesPerOrder: 2 })] },
      { lines: 3 },
      'ORDER_TOO_LARGE',
      null,
    ],
    ['a large order', { services: [aService({ maxUnitsPerOrder: 5 })] }, { units: 6 }, 'ORDER_TOO_LARGE', null],
    ['a far store', {}, { radiusKm: 30, distanceKm: 30.1 }, 'OUT_OF_RADIUS', null],
    ['a store of unknown position', {}, { radiusKm: 30, distanceKm: null }, 'OUT_OF_RADIUS', null],
    ['an order wanted sooner', {}, { readyBy: at('2026-11-23T12:59:00Z') }, 'TOO_LATE', null],
  ];
  it.each(cases)('%s', (_case, facts, asked, code, until) => {
    const { isEligible, reasons } = judge(aStore(facts), wish(asked));
    expect(isEligible).toBe(false);
    expect(reasons).toMatchObject([{ code, until }]);
  });
});

describe('no reason', () => {
  it.each([
    ['in the night: it is ready tomorrow', {}, { at: at('2026-11-23T02:00:00Z') }],
    [
      'for a pilot that includes it and began today',
      { pilots: [{ service: 'CLICK_AND_COLLECT' as const, isIncluded: true, startsOn: '2026-11-23' }] },
      {},
    ],
    [
      'for a pilot of another service',
      { pilots: [{ service: 'SHIP_TO_STORE' as const, isIncluded: false, startsOn: null }] },
      {},
    ],
    [
      'for a return it takes though it does not sell',
      { channelIds: [], returnChannelIds: ['chn_web'], services: [aService({ type: 'RETURN_IN_STORE' })] },
      { service: 'RETURN_IN_STORE' },
    ],
    ['on a Sunday', {}, { at: at('2026-11-22T11:00:00Z') }],
    ['at the very end of a pause', { services: [aService({ pausedUntil: noon })] }, {}],
    [
      'the day after capacity was used up',
      { exhaustedServices: ['CLICK_AND_COLLECT' as const], occurredAt: at('2026-11-22T22:59:59Z') },
      { at: at('2026-11-22T23:00:00Z') },
    ],
    [
      'in a day used up, when it is ready after it',
      { usedUp: [used('2026-11-22T23:00:00Z', '2026-11-23T12:59:59Z')] },
      {},
    ],
    [
      'for a window of another service',
      { usedUp: [{ ...used('2026-11-22T23:00:00Z', '2026-11-23T23:00:00Z'), service: 'SHIP_TO_STORE' as const }] },
      {},
    ],
    ['the night before a closure', { closures: [closedOn('2026-11-24')] }, {}],
    [
      'for the closure of a warehouse that ships',
      { closures: [closedOn('2026-11-23')] },
      { service: 'WAREHOUSE_SHIP' },
    ],
    [
      'for as many units as are left',
      { unitCapacities: [unitsOf(5, [], [{ day: '2026-11-23', units: 2, windows: [] }])] },
      { units: 2 },
    ],
    ['for units at the limit', { services: [aService({ maxUnitsPerOrder: 5 })] }, { units: 5 }],
    ['when ready at the minute asked for', {}, { readyBy: at('2026-11-23T13:00:00Z') }],
  ] as [string, Partial<LocationFacts>, Partial<Wish>][])('%s', (_case, facts, asked) => {
    const services = [...(facts.services ?? [aService()]), aService({ type: 'WAREHOUSE_SHIP' })];
    expect(judge(aStore({ ...facts, services }), wish(asked))).toEqual({ isEligible: true, reasons: [] });
  });
});

it('tells every reason, the most decisive first', () => {
  const store = aStore({
    status: 'RETIRED',
    channelIds: [],
    services: [aService({ pausedUntil: at('2026-11-30T00:00:00Z'), maxUnitsPerOrder: 1 })],
    pilots: [{ service: 'CLICK_AND_COLLECT', isIncluded: false, startsOn: null }],
    closures: [closedOn('2026-11-23')],
    usedUp: [used('2026-11-22T23:00:00Z', '2026-11-30T23:00:00Z')],
  });
  const asked = wish({ units: 2, radiusKm: 1, distanceKm: 2, readyBy: noon });
  expect(judge(store, asked).reasons.map(({ code }) => code)).toEqual([
    'LOCATION_INACTIVE',
    'CHANNEL_NOT_SERVED',
    'PILOT_OFF',
    'SERVICE_PAUSED',
    'CLOSED',
    'CAPACITY_REACHED',
    'ORDER_TOO_LARGE',
    'OUT_OF_RADIUS',
    'TOO_LATE',
  ]);
});

describe('a reason that measures something tells how much there is, and how much was asked for', () => {
  it.each<[string, Partial<LocationFacts>, Partial<Wish>, number, number | null]>([
    ['units of an order', { services: [aService({ maxUnitsPerOrder: 5 })] }, { units: 6 }, 5, 6],
    ['lines of an order', { services: [aService({ maxLinesPerOrder: 2 })] }, { lines: 3 }, 2, 3],
    ['kilometres', {}, { radiusKm: 30, distanceKm: 30.1 }, 30, 30.1],
    ['kilometres nobody knows', {}, { radiusKm: 30 }, 30, null],
    ['units left', { unitCapacities: [unitsOf(5)] }, { units: 6 }, 5, 6],
    ['orders', { usedUp: [used('2026-11-22T23:00:00Z', '2026-11-23T23:00:00Z')] }, { units: 6 }, 0, 1],
  ])('%s', (_case, facts, asked, limit, actual) => {
    expect(judge(aStore(facts), wish(asked)).reasons).toMatchObject([{ limit, actual }]);
  });
});

it('asks the time-zone database no more often for 2 000 stores than for one', () => {
  const asked = vi.spyOn(Intl.DateTimeFormat.prototype, 'formatToParts');
  const closures = [closedOn('2026-11-23', '2026-11-24')];
  const judgeAll = (count: number) => {
    for (let index = 0; index < count; index++) {
      const store = aStore({ locationId: `loc_${index}`, closures });
      judge(store, wish({ units: 3, radiusKm: 30, distanceKm: 12 }));
      readyAt(store, aService(), noon);
    }
    return asked.mock.calls.length;
  };
  expect(judgeAll(2000)).toBe(judgeAll(1));
  asked.mockRestore();
});
