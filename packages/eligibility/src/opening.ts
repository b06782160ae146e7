import { addDays, closingMinutesOf, instantOf, localDay, minutesOf, wallClock, weekdayOf } from './calendar.ts';
import type { ClosureFacts, LocationFacts, OpeningPeriod, Weekday } from './facts.ts';

/** What opening hours are read from. */
export type Calendar = Pick<LocationFacts, 'type' | 'timeZone' | 'openingHours' | 'closures'>;

/** An open stretch of one local day, in minutes of the wall clock; `to` is excluded, 1440 is midnight. */
export type OpenPeriod = { readonly from: number; readonly to: number };

/** How many days ahead anything is looked for. */
export const horizonDays = 62;

type Week = ReadonlyMap<Weekday, readonly OpenPeriod[]>;
const weeks = new WeakMap<readonly OpeningPeriod[], Week>();
const closedAllDay: readonly OpenPeriod[] = [];
const openAllDay: readonly OpenPeriod[] = [{ from: 0, to: 1440 }];

/** Periods by weekday, sorted; remembered as long as the list lives. */
function weekOf(periods: readonly OpeningPeriod[]): Week {
  let week = weeks.get(periods);
  if (!week) {
    const read = periods
      .map(({ day, opensAt, closesAt }) => ({ day, from: minutesOf(opensAt), to: closingMinutesOf(closesAt) }))
      .sort((a, b) => a.from - b.from);
    week = Map.groupBy(read, ({ day }) => day);
    weeks.set(periods, week);
  }
  return week;
}

/** Only a shop has doors that are shut when nobody wrote down its hours. */
export const isAlwaysOpen = ({ type, openingHours }: Calendar): boolean =>
  type !== 'STORE' && openingHours.length === 0;

/** The closure in force on a day. Closures of one location do not overlap. */
export const closureOn = ({ closures }: Calendar, day: string): ClosureFacts | undefined =>
  closures.find(({ from, to }) => from <= day && day <= to);

/** Open stretches of a local day, in order; a closure's special hours replace the weekly ones. */
export function openPeriodsOn(calendar: Calendar, day: string): readonly OpenPeriod[] {
  const closure = calendar.closures.length === 0 ? undefined : closureOn(calendar, day);
  if (!closure && isAlwaysOpen(calendar)) return openAllDay;
  const periods = closure ? closure.specialHours : calendar.openingHours;
  return weekOf(periods).get(weekdayOf(day)) ?? closedAllDay;
}

export function isOpen(calendar: Calendar, at: Date): boolean {
  const { day, minutes } = wallClock(calendar.timeZone, at);
  return openPeriodsOn(calendar, day).some(({ from, to }) => from <= minutes && minutes < to);
}

/** An open stretch between two instants; `to` is excluded. */
export type OpenInterval = { readonly from: Date; readonly to: Date };

/** Open stretches from `at` on, in order, for 62 local days; the first may already run. */
export function* openIntervals(calendar: Calendar, at: Date): Generator<OpenInterval> {
  const { timeZone } = calendar;
  const today = localDay(timeZone, at);
  for (let ahead = 0; ahead <= horizonDays; ahead++) {
    const day = addDays(today, ahead);
    for (const period of openPeriodsOn(calendar, day)) {
      const to = instantOf(timeZone, day, period.to);
      if (to <= at) continue;
      const from = instantOf(timeZone, day, period.from);
      // A clock change may skip a period altogether.
      if (from < to) yield { from: from < at ? at : from, to };
    }
  }
}

/** `at` when open then, else the next opening; null when there is none within 62 days. */
export function nextOpening(calendar: Calendar, at: Date): Date | null {
  for (const { from } of openIntervals(calendar, at)) return from;
  return null;
}

/** When the doors close that are open at `at`; null when shut, or when they never close within 62 days. */
export function openUntil(calendar: Calendar, at: Date): Date | null {
  let until: Date | null = null;
  for (const { from, to } of openIntervals(calendar, at)) {
    if (from.getTime() > (until ?? at).getTime()) return until;
    until = to;
  }
  return isOpen(calendar, until ?? at) ? null : until;
}

/** True when a closure shuts the location the whole local day. */
export function isShutOn(calendar: Calendar, day: string): boolean {
  return closureOn(calendar, day) !== undefined && openPeriodsOn(calendar, day).length === 0;
}

/** The first day from `day` on that no closure shuts the whole day. Closures of any length are followed to their end. */
export function firstDayNotShut(calendar: Calendar, day: string): string {
  let current = day;
  for (let closure = closureOn(calendar, current); closure; closure = closureOn(calendar, current)) {
    if (openPeriodsOn(calendar, current).length > 0) return current;
    current = addDays(closure.specialHours.length === 0 ? closure.to : current, 1);
  }
  return current;
}
