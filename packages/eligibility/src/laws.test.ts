import type { IneligibilityCode } from '@passerelle/values';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { aService, aStore, aWish, closedOn, shopWeek, unitsOf } from '../test/facts.ts';
import { earliestAt, isShutOn, judge, type LocationFacts, localDay, type Wish } from './index.ts';

const at = (text: string) => new Date(text);
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
  .map(aWish);

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

  it('a reason that measures something tells less than was asked for', () => {
    fc.assert(
      fc.property(someFacts, someWish, (facts, asked) => {
        for (const { code, limit, actual } of judge(facts, asked).reasons) {
          if (limit == null || actual == null) continue;
          expect(actual, code).toBeGreaterThan(limit);
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
