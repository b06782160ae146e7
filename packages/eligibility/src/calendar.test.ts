import fc from 'fast-check';
import { Temporal } from 'temporal-polyfill';
import { describe, expect, it } from 'vitest';
import { addDays, instantOf, localDay, wallClock, weekdayOf } from './index.ts';

const zones = ['Europe/Paris', 'America/New_York', 'Asia/Kolkata', 'Australia/Lord_Howe', 'Pacific/Apia', 'UTC'];
const instants = fc.date({ min: new Date('2024-01-01'), max: new Date('2035-12-31'), noInvalidDate: true });

describe('the wall clock', () => {
  it.each([
    ['2026-11-22T09:30:00Z', '2026-11-22', 'SUNDAY', 10 * 60 + 30],
    ['2026-11-22T22:59:59Z', '2026-11-22', 'SUNDAY', 23 * 60 + 59],
    ['2026-11-22T23:00:00Z', '2026-11-23', 'MONDAY', 0],
    ['2026-03-29T00:59:00Z', '2026-03-29', 'SUNDAY', 1 * 60 + 59],
    ['2026-03-29T01:00:00Z', '2026-03-29', 'SUNDAY', 3 * 60],
    ['2026-10-25T00:30:00Z', '2026-10-25', 'SUNDAY', 2 * 60 + 30],
    ['2026-10-25T01:30:00Z', '2026-10-25', 'SUNDAY', 2 * 60 + 30],
  ])('shows at %s in Paris: %s, %s, minute %i', (instant, day, weekday, minutes) => {
    expect(wallClock('Europe/Paris', new Date(instant))).toEqual({ day, weekday, minutes });
  });

  it('agrees with Temporal in every zone at every instant', () => {
    fc.assert(
      fc.property(fc.constantFrom(...zones), instants, (zone, at) => {
        const oracle = Temporal.Instant.fromEpochMilliseconds(at.getTime()).toZonedDateTimeISO(zone);
        const clock = wallClock(zone, at);
        expect(clock.day).toBe(oracle.toPlainDate().toString());
        expect(clock.minutes).toBe(oracle.hour * 60 + oracle.minute);
        expect(localDay(zone, at)).toBe(clock.day);
      }),
    );
  });

  it('refuses a zone that does not exist', () => {
    expect(() => wallClock('Europe/Atlantis', new Date())).toThrow(RangeError);
  });
});

describe('the instant of a local time', () => {
  it.each([
    ['an ordinary day', '2026-11-22', 600, '2026-11-22T09:00:00Z'],
    ['midnight at the end of a day', '2026-11-22', 1440, '2026-11-22T23:00:00Z'],
    ['a time skipped in spring, as much later', '2026-03-29', 150, '2026-03-29T01:30:00Z'],
    ['a time repeated in autumn, the first of the two', '2026-10-25', 150, '2026-10-25T00:30:00Z'],
    ['the morning after the change in autumn', '2026-10-25', 600, '2026-10-25T09:00:00Z'],
  ])('is found on %s', (_case, day, minutes, instant) => {
    expect(instantOf('Europe/Paris', day, minutes)).toEqual(new Date(instant));
  });

  it('agrees with Temporal in every zone', () => {
    fc.assert(
      fc.property(fc.constantFrom(...zones), instants, fc.integer({ min: 0, max: 1439 }), (zone, at, minutes) => {
        const day = at.toISOString().slice(0, 10);
        const time = Temporal.PlainTime.from({ hour: Math.floor(minutes / 60), minute: minutes % 60 });
        const oracle = Temporal.PlainDate.from(day).toZonedDateTime({ timeZone: zone, plainTime: time });
        expect(instantOf(zone, day, minutes).getTime()).toBe(oracle.epochMilliseconds);
      }),
    );
  });
});

it('counts days over months and years', () => {
  expect(addDays('2026-12-31', 1)).toBe('2027-01-01');
  expect(addDays('2028-03-01', -1)).toBe('2028-02-29');
  expect(weekdayOf('2026-11-22')).toBe('SUNDAY');
});
