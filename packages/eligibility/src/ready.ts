import { addDays, instantOf, localDay, minutesOf, wallClock } from './calendar.ts';
import type { ServiceFacts } from './facts.ts';
import { type Calendar, horizonDays, openIntervals, openPeriodsOn } from './opening.ts';

const minuteMs = 60_000;

/**
 * When an order accepted at `at` can be ready: the preparation minutes counted in opening hours, from `at` or, after
 * the cut-off, from the opening of the next open day. Null when the hours of the next 62 days do not suffice.
 */
export function readyAt(
  calendar: Calendar,
  service: Pick<ServiceFacts, 'preparationMinutes' | 'cutOff'>,
  at: Date,
): Date | null {
  const start = startOfWork(calendar, service.cutOff, at);
  if (!start) return null;
  let missing = service.preparationMinutes * minuteMs;
  for (const { from, to } of openIntervals(calendar, start)) {
    const length = to.getTime() - from.getTime();
    if (missing <= length) return new Date(from.getTime() + missing);
    missing -= length;
  }
  return null;
}

function startOfWork(calendar: Calendar, cutOff: string | null, at: Date): Date | null {
  if (cutOff === null || !isAfterCutOff(calendar.timeZone, cutOff, at)) return at;
  const today = localDay(calendar.timeZone, at);
  for (let ahead = 1; ahead <= horizonDays; ahead++) {
    const day = addDays(today, ahead);
    if (openPeriodsOn(calendar, day).length > 0) return instantOf(calendar.timeZone, day);
  }
  return null;
}

/** Accepted at the very minute counts as in time, a second later does not. */
function isAfterCutOff(timeZone: string, cutOff: string, at: Date): boolean {
  const { minutes } = wallClock(timeZone, at);
  const limit = minutesOf(cutOff);
  return minutes > limit || (minutes === limit && at.getTime() % minuteMs > 0);
}
