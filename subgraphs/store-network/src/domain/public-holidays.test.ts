import { isOpen, localDay, type OpeningPeriod, openUntil, readyAt, weekdays } from '@passerelle/eligibility';
import { describe, expect, it } from 'vitest';
import type { Closure } from './closure.ts';
import { closuresInForce, horizonAfter, publicHolidays } from './public-holidays.ts';

const keeper = { closesOnHolidays: true, countryCode: 'FR' };
const special = (day: string, hours: OpeningPeriod[]): Closure => ({
  id: `cls_${day}`,
  from: day,
  to: day,
  specialHours: hours,
  reason: null,
});
const daysOf = (closures: readonly Closure[]) => closures.map(({ from }) => from);

describe('public holidays', () => {
  it('are those of the country, also the ones that move', () => {
    expect(publicHolidays('FR', 2026).map(({ day }) => day)).toEqual([
      '2026-01-01',
      '2026-04-06',
      '2026-05-01',
      '2026-05-08',
      '2026-05-14',
      '2026-05-25',
      '2026-07-14',
      '2026-08-15',
      '2026-11-01',
      '2026-11-11',
      '2026-12-25',
    ]);
    expect(publicHolidays('BE', 2026).map(({ day }) => day)).toContain('2026-07-21');
    expect(publicHolidays('XX', 2026)).toEqual([]);
  });

  it('close a location that keeps them, over the turn of the year, and no other', () => {
    expect(daysOf(closuresInForce(keeper, [], '2026-12-01', '2027-01-31'))).toEqual(['2026-12-25', '2027-01-01']);
    expect(closuresInForce({ ...keeper, closesOnHolidays: false }, [], '2026-12-01', '2027-01-31')).toEqual([]);
  });

  it('yield to what is written down for the day, so that special hours open the doors', () => {
    const stored = [special('2026-12-25', [{ day: 'FRIDAY', opensAt: '10:00', closesAt: '13:00' }])];
    const closures = closuresInForce(keeper, stored, '2026-12-01', '2027-01-31');
    expect(closures.map(({ id }) => id)).toEqual(['cls_2026-12-25', 'holiday-FR-2027-01-01']);
  });
});

const week = (opensAt: string, closesAt: string, days: readonly string[] = weekdays) =>
  weekdays.filter((day) => days.includes(day)).map((day) => ({ day, opensAt, closesAt }));
const workdays = weekdays.filter((day) => day !== 'SUNDAY');

function shop(at: Date, openingHours: readonly OpeningPeriod[], stored: readonly Closure[] = []) {
  const timeZone = 'Europe/Paris';
  const today = localDay(timeZone, at);
  return {
    type: 'STORE' as const,
    timeZone,
    openingHours,
    closures: closuresInForce(keeper, stored, today, horizonAfter(today)),
  };
}

describe('open until', () => {
  const nights = [...week('18:00', '23:59'), ...week('00:00', '02:00')];
  it.each<[string, string, readonly OpeningPeriod[], string | null]>([
    ['the evening of an ordinary day', '2026-11-24T09:30:00Z', week('10:00', '19:00'), '2026-11-24T18:00:00Z'],
    ['nothing a minute before the doors open', '2026-11-24T08:59:00Z', week('10:00', '19:00'), null],
    ['nothing at the very minute they close', '2026-11-24T18:00:00Z', week('10:00', '19:00'), null],
    ['nothing on a Sunday', '2026-11-22T11:00:00Z', week('10:00', '19:00', workdays), null],
    ['nothing on a public holiday', '2026-12-25T11:00:00Z', week('10:00', '19:00'), null],
    ['the night, over midnight', '2026-11-24T22:59:59Z', nights, '2026-11-25T01:00:00Z'],
    ['the night, from midnight on', '2026-11-24T23:00:00Z', nights, '2026-11-25T01:00:00Z'],
    ['midnight, when a holiday begins then', '2026-12-24T22:00:00Z', nights, '2026-12-24T23:00:00Z'],
    [
      'the night of the change in spring, an hour sooner',
      '2026-03-28T22:00:00Z',
      [...week('20:00', '23:59'), ...week('00:00', '05:00')],
      '2026-03-29T03:00:00Z',
    ],
    [
      'the night of the change in autumn, an hour later',
      '2026-10-24T21:00:00Z',
      [...week('20:00', '23:59'), ...week('00:00', '05:00')],
      '2026-10-25T04:00:00Z',
    ],
  ])('tells %s', (_case, at, hours, until) => {
    const moment = new Date(at);
    const calendar = shop(moment, hours);
    expect(openUntil(calendar, moment)).toEqual(until && new Date(until));
    expect(isOpen(calendar, moment)).toBe(until !== null);
  });

  it('tells the end of the special hours of a holiday', () => {
    const moment = new Date('2026-12-25T10:00:00Z');
    const calendar = shop(moment, week('10:00', '19:00'), [
      special('2026-12-25', [{ day: 'FRIDAY', opensAt: '10:00', closesAt: '13:00' }]),
    ]);
    expect(openUntil(calendar, moment)).toEqual(new Date('2026-12-25T12:00:00Z'));
  });
});

describe('ready at', () => {
  const service = { preparationMinutes: 120, cutOff: '16:00' };
  it.each([
    ['counts opening hours', '2026-11-24T09:00:00Z', '2026-11-24T11:00:00Z'],
    ['goes on after the night', '2026-11-24T14:30:00Z', '2026-11-24T16:30:00Z'],
    ['after the cut-off begins with the next open day', '2026-11-24T15:30:00Z', '2026-11-25T11:00:00Z'],
    ['skips a Sunday', '2026-11-21T17:30:00Z', '2026-11-23T11:00:00Z'],
    ['skips a holiday and the Sunday after the day between', '2026-12-24T17:00:00Z', '2026-12-26T11:00:00Z'],
    ['skips the first of January', '2026-12-31T16:00:00Z', '2027-01-02T11:00:00Z'],
    ['keeps to the wall clock over the change in spring', '2026-03-28T17:00:00Z', '2026-03-30T10:00:00Z'],
    ['keeps to the wall clock over the change in autumn', '2026-10-24T16:30:00Z', '2026-10-26T11:00:00Z'],
  ])('%s', (_case, at, ready) => {
    const moment = new Date(at);
    expect(readyAt(shop(moment, week('10:00', '19:00', workdays)), service, moment)).toEqual(new Date(ready));
  });
});
