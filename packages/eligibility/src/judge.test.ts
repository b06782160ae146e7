import type { IneligibilityCode } from '@passerelle/values';
import fc from 'fast-check';
import { describe, expect, it, vi } from 'vitest';
import { aService, aStore, closedOn, shopWeek } from '../test/facts.ts';
import {
  earliestAt,
  isShutOn,
  judge,
  type LocationFacts,
  localDay,
  readyAt,
  type UnitCapacityFacts,
  type Wish,
} from './index.ts';

const at = (text: string) => new Date(text);
const noon = at('2026-11-23T11:00:00Z');
const used = (from: string, until: string) => ({
  service: 'CLICK_AND_COLLECT' as const,
  from: at(from),
  until: at(until),
});
const unitsOf = (
  perDay: number | null,
  windows: UnitCapacityFacts['windows'] = [],
  left: UnitCapacityFacts['left'] = [],
): UnitCapacityFacts => ({ service: 'CLICK_AND_COLLECT', perDay, windows, left });
const wish = (facts: Partial<Wish> = {}): Wish => ({
  service: 'CLICK_AND_COLLECT',
  channelId: 'chn_web',
  at: noon,
  ...facts,
});

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

describe('the earliest moment', () => {
  it.each([
    ['is the ready time when nothing stands against it', {}, '2026-11-23T13:00:00Z'],
    [
      'comes after a pause that ends on a closed day',
      {
        services: [aService({ pausedUntil: at('2026-11-24T09:00:00Z') })],
        closures: [closedOn('2026-11-24', '2026-11-25')],
      },
      '2026-11-26T11:00:00Z',
    ],
    [
      'is the next day when capacity is used up',
      { exhaustedServices: ['CLICK_AND_COLLECT' as const], occurredAt: noon },
      '2026-11-24T09:00:00.001Z',
    ],
    ['is unknown for an inactive location', { status: 'INACTIVE' as const }, null],
    ['is unknown without the service', { services: [] }, null],
  ])('%s', (_case, facts, expected) => {
    expect(earliestAt(aStore(facts), wish())).toEqual(expected && at(expected));
  });
});

const instants = fc.date({ min: at('2026-01-01T00:00:00Z'), max: at('2026-12-31T00:00:00Z'), noInvalidDate: true });
const days = instants.map((instant) => localDay('Europe/Paris', instant));
const someFacts: fc.Arbitrary<LocationFacts> = fc
  .record({
    status: fc.constantFrom('ACTIVE', 'INACTIVE', 'RETIRED'),
    type: fc.constantFrom('STORE', 'WAREHOUSE'),
    channelIds: fc.constantFrom(['chn_web'], []),
    hours: fc.constantFrom(shopWeek, []),
    closures: fc.array(
      fc.tuple(days, days).map(([a, b]) => (a < b ? closedOn(a, b) : closedOn(b, a))),
      { maxLength: 2 },
    ),
    service: fc.option(
      fc.record({
        isEnabled: fc.boolean(),
        pausedUntil: fc.option(instants),
        cutOff: fc.constantFrom(null, '12:00'),
        preparationMinutes: fc.constantFrom(0, 90, 3000),
        maxUnitsPerOrder: fc.constantFrom(null, 3),
        maxLinesPerOrder: fc.constantFrom(null, 2),
      }),
    ),
    exhaustedServices: fc.constantFrom([], ['CLICK_AND_COLLECT']),
    usedUp: fc.option(
      fc.array(
        fc.tuple(instants, fc.constantFrom(1, 24, 72)).map(([from, hours]) => ({
          service: 'CLICK_AND_COLLECT' as const,
          from,
          until: new Date(from.getTime() + hours * 3_600_000),
        })),
        { maxLength: 3 },
      ),
      { nil: undefined },
    ),
    unitCapacities: fc.option(
      fc
        .record({
          perDay: fc.constantFrom(null, 5, 20),
          windows: fc.constantFrom(
            [],
            [{ opensAt: '12:00', closesAt: '14:00', units: 5 }],
            [
              { opensAt: '00:00', closesAt: '15:00', units: 10 },
              { opensAt: '15:00', closesAt: '23:59', units: 5 },
            ],
          ),
          left: fc.uniqueArray(fc.record({ day: days, units: fc.constantFrom(0, 1, 9) }), {
            selector: ({ day }) => day,
            maxLength: 3,
          }),
        })
        .map(({ perDay, windows, left }) => [
          unitsOf(
            perDay,
            windows,
            left.map(({ day, units }) => ({
              day,
              units: perDay === null ? null : units,
              windows: windows.map((window) => Math.min(window.units, units)),
            })),
          ),
        ]),
      { nil: undefined },
    ),
    pilots: fc.option(
      fc
        .record({ isIncluded: fc.boolean(), startsOn: fc.option(days) })
        .map((pilot) => [{ service: 'CLICK_AND_COLLECT' as const, ...pilot }]),
      { nil: [] },
    ),
    occurredAt: instants,
  })
  .map(({ hours, service, ...facts }) =>
    aStore({ ...(facts as Partial<LocationFacts>), openingHours: hours, services: service ? [aService(service)] : [] }),
  );
const someWish: fc.Arbitrary<Wish> = fc
  .record({
    at: instants,
    units: fc.constantFrom(null, 1, 9),
    lines: fc.constantFrom(null, 1, 5),
    radiusKm: fc.constantFrom(null, 10),
    distanceKm: fc.constantFrom(null, 5, 50),
    readyBy: fc.option(instants),
  })
  .map(wish);

/** Changes what a reason was about, so that it stops to hold. */
const cures: Partial<Record<IneligibilityCode, (facts: LocationFacts, asked: Wish) => [LocationFacts, Wish]>> = {
  LOCATION_INACTIVE: (facts, asked) => [{ ...facts, status: 'ACTIVE' }, asked],
  CHANNEL_NOT_SERVED: (facts, asked) => [{ ...facts, channelIds: [asked.channelId] }, asked],
  SERVICE_DISABLED: (facts, asked) => [
    facts.services.length > 0 ? withService(facts, { isEnabled: true }) : { ...facts, services: [aService()] },
    asked,
  ],
  PILOT_OFF: (facts, asked) => [{ ...facts, pilots: [] }, asked],
  SERVICE_PAUSED: (facts, asked) => [withService(facts, { pausedUntil: null }), asked],
  CLOSED: (facts, asked) => [{ ...facts, openingHours: shopWeek, closures: [] }, asked],
  CAPACITY_REACHED: (facts, asked) => [{ ...facts, exhaustedServices: [], usedUp: [], unitCapacities: [] }, asked],
  ORDER_TOO_LARGE: (facts, asked) => [withService(facts, { maxUnitsPerOrder: null, maxLinesPerOrder: null }), asked],
  OUT_OF_RADIUS: (facts, asked) => [facts, { ...asked, radiusKm: null }],
  TOO_LATE: (facts, asked) => [facts, { ...asked, readyBy: null }],
};
const withService = (facts: LocationFacts, change: object): LocationFacts => ({
  ...facts,
  services: facts.services.map((service) => ({ ...service, ...change })),
});

describe('for any facts, any wish and any moment', () => {
  it('an exclusion has reasons, each once, and without what they name the location is eligible', () => {
    fc.assert(
      fc.property(someFacts, someWish, (facts, asked) => {
        const verdict = judge(facts, asked);
        const codes = verdict.reasons.map(({ code }) => code);
        expect(verdict.isEligible).toBe(codes.length === 0);
        expect(new Set(codes).size).toBe(codes.length);
        let [cured, wanted] = [facts, asked];
        // A service that appears, or opens again, may be late: its cure comes in the second round.
        for (let round = 0; round < 2; round++) {
          for (const { code } of judge(cured, wanted).reasons) {
            [cured, wanted] = cures[code]?.(cured, wanted) ?? [cured, wanted];
          }
        }
        expect(judge(cured, wanted)).toEqual({ isEligible: true, reasons: [] });
      }),
      { numRuns: 500 },
    );
  });

  it('a reason with an end holds until then and no longer', () => {
    fc.assert(
      fc.property(someFacts, someWish, (facts, asked) => {
        for (const { code, until } of judge(facts, asked).reasons) {
          if (!until) continue;
          const codesAt = (ms: number) =>
            judge(facts, { ...asked, at: new Date(ms) }).reasons.map((found) => found.code);
          expect(codesAt(until.getTime() - 1)).toContain(code);
          expect(codesAt(until.getTime())).not.toContain(code);
        }
      }),
      { numRuns: 500 },
    );
  });

  it('the earliest moment is never before the one asked for, nor on a day a closure shuts', () => {
    fc.assert(
      fc.property(someFacts, someWish, (facts, asked) => {
        const earliest = earliestAt(facts, asked);
        if (!earliest) return;
        expect(earliest.getTime()).toBeGreaterThanOrEqual(asked.at.getTime());
        // Work that takes time may end at the very end of a day; the day is that of its last moment.
        const lastMoment = earliest.getTime() - (facts.services[0]?.preparationMinutes ? 1 : 0);
        expect(isShutOn(facts, localDay(facts.timeZone, new Date(lastMoment)))).toBe(false);
      }),
      { numRuns: 500 },
    );
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
