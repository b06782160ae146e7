import { type OpeningPeriod, type Weekday, weekdays } from '@passerelle/eligibility';
import type { Random } from './random.ts';
import type { TownSize } from './towns.ts';

type Period = readonly [opensAt: string, closesAt: string];

const workdays = weekdays.filter((day) => day !== 'SUNDAY');
const on = (days: readonly Weekday[], ...periods: Period[]): OpeningPeriod[] =>
  days.flatMap((day) => periods.map(([opensAt, closesAt]) => ({ day, opensAt, closesAt })));
const inOrder = (periods: OpeningPeriod[]) =>
  periods.sort((a, b) => weekdays.indexOf(a.day) - weekdays.indexOf(b.day) || (a.opensAt < b.opensAt ? -1 : 1));

/** Cities open late on Thursdays, and many on Sundays; small towns close at noon and on Monday mornings. */
export function weeklyHours(size: TownSize, random: Random): OpeningPeriod[] {
  if (size === 'L') {
    const ordinary = workdays.filter((day) => day !== 'THURSDAY');
    const sunday = random.chance(0.5) ? on(['SUNDAY'], ['11:00', '18:00']) : [];
    return inOrder([...on(ordinary, ['10:00', '19:30']), ...on(['THURSDAY'], ['10:00', '21:00']), ...sunday]);
  }
  const sunday = random.chance(0.25) ? on(['SUNDAY'], ['09:30', '12:30']) : [];
  if (size === 'M') return inOrder([...on(workdays, ['09:30', '19:00']), ...sunday]);

  const split = workdays.filter((day) => day !== 'MONDAY');
  const monday = random.chance(0.5) ? on(['MONDAY'], ['14:00', '19:00']) : [];
  return inOrder([...monday, ...on(split, ['09:30', '12:30'], ['14:00', '19:00']), ...sunday]);
}

/** Days, `YYYY-MM-DD`, both included, with other hours, or none. */
export type DatedClosure = {
  readonly from: string;
  readonly to: string;
  readonly specialHours: readonly OpeningPeriod[];
  readonly reason: string;
};

const fixedHolidays = [
  { day: '01-01', reason: 'Jour de l’an' },
  { day: '05-01', reason: 'Fête du Travail' },
  { day: '07-14', reason: 'Fête nationale' },
  { day: '11-11', reason: 'Armistice' },
  { day: '12-25', reason: 'Noël' },
];

const addDays = (day: string, days: number) => {
  const date = new Date(`${day}T00:00:00Z`);
  date.setUTCDate(date.getUTCDate() + days);
  return date.toISOString().slice(0, 10);
};

const weekdayOf = (day: string) => weekdays[(new Date(`${day}T00:00:00Z`).getUTCDay() + 6) % 7] as Weekday;

/**
 * Closures of a store in the year that follows `today` (`YYYY-MM-DD`): public holidays with a fixed day, a short
 * Christmas Eve, and works when `worksDays` says so. They do not overlap.
 */
export function closuresOf(today: string, worksDays: readonly [number, number] | null): DatedClosure[] {
  const works = worksDays
    ? [{ from: addDays(today, worksDays[0]), to: addDays(today, worksDays[1]), specialHours: [], reason: 'Travaux' }]
    : [];
  const year = Number(today.slice(0, 4));
  const lastDay = addDays(today, 365);
  const holidays = [year, year + 1].flatMap((each) => [
    ...fixedHolidays.map(({ day, reason }) => ({ from: `${each}-${day}`, specialHours: [], reason })),
    {
      from: `${each}-12-24`,
      specialHours: on([weekdayOf(`${each}-12-24`)], ['09:30', '17:00']),
      reason: 'Veille de Noël',
    },
  ]);
  const isFree = (day: string) => works.every(({ from, to }) => day < from || day > to);
  return [
    ...works,
    ...holidays
      .filter(({ from }) => from >= today && from <= lastDay && isFree(from))
      .map((holiday) => ({ ...holiday, to: holiday.from })),
  ].sort((a, b) => (a.from < b.from ? -1 : 1));
}
