import { addDays, localDay } from '@passerelle/eligibility';
import Holidays from 'date-holidays';
import type { Closure } from './closure.ts';
import type { Location } from './location.ts';

export type PublicHoliday = { readonly day: string; readonly name: string };

const years = new Map<string, readonly PublicHoliday[]>();

/** Public holidays of a country in a year, in order; none for a country nobody wrote down. Remembered. */
export function publicHolidays(countryCode: string, year: number): readonly PublicHoliday[] {
  const key = `${countryCode}/${year}`;
  const known = years.get(key);
  if (known) return known;
  const found = new Holidays(countryCode)
    .getHolidays(year)
    .filter(({ type }) => type === 'public')
    .map(({ date, name }) => ({ day: date.slice(0, 10), name }));
  years.set(key, found);
  return found;
}

export type HolidayRule = Pick<Location, 'closesOnHolidays' | 'countryCode'>;

/**
 * The closures in force from one day to another, in order: those written down, and each public holiday of the country
 * on which none of them holds. So a closure with special hours opens the doors on a holiday.
 */
export function closuresInForce(
  { closesOnHolidays, countryCode }: HolidayRule,
  stored: readonly Closure[],
  from: string,
  to: string,
): Closure[] {
  if (!closesOnHolidays) return [...stored];
  const holidays: Closure[] = [];
  for (let year = Number(from.slice(0, 4)); year <= Number(to.slice(0, 4)); year++) {
    for (const { day, name } of publicHolidays(countryCode, year)) {
      const isWrittenDown = stored.some((closure) => closure.from <= day && day <= closure.to);
      const isTwice = holidays.some((holiday) => holiday.from === day);
      if (day < from || to < day || isWrittenDown || isTwice) continue;
      const id = `holiday-${countryCode}-${day}`;
      holidays.push({ id, from: day, to: day, specialHours: [], reason: name, isPublicHoliday: true });
    }
  }
  return [...stored, ...holidays].sort((a, b) => (a.from < b.from ? -1 : 1));
}

/** Facts tell the holidays of this year and the next: they are told anew when a year begins. */
export const lastToldDay = (timeZone: string, at: Date): string =>
  `${Number(localDay(timeZone, at).slice(0, 4)) + 1}-12-31`;

/** When facts must be told anew for the year to come: its first moment, by UTC. */
export const nextYear = (at: Date): Date => new Date(Date.UTC(at.getUTCFullYear() + 1, 0, 1));

/** Two months past a day: as far as anything is looked for. */
export const horizonAfter = (day: string): string => addDays(day, 63);
