import { instantOf, wallClock } from '@passerelle/eligibility';

const minuteMs = 60_000;
/** By how much clocks are set back: half an hour on Lord Howe Island, two hours at Troll, one elsewhere. */
const setBacksMs = [30, 60, 120].map((minutes) => minutes * minuteMs);
const pattern = /^(\d{4}-\d\d-\d\d)T([01]\d|2[0-3]):([0-5]\d)(?::([0-5]\d)(\.\d{1,3})?)?$/;

/** Whether text is a day of the calendar, `YYYY-MM-DD`. */
export function isDay(text: string): boolean {
  if (!/^\d{4}-\d\d-\d\d$/.test(text)) return false;
  const parsed = new Date(`${text}T00:00:00Z`);
  return !Number.isNaN(parsed.getTime()) && parsed.toISOString().startsWith(text);
}

/**
 * The instants at which a clock in a zone shows a local time such as `2026-10-25T02:30:00`: one, or two when the clock
 * is set back over it, the earlier first. A time that is skipped means as much later. None when it is no local time.
 */
export function localInstants(timeZone: string, local: string): readonly Date[] {
  const [, day, hour, minute, second = '0', fraction = ''] = pattern.exec(local) ?? [];
  if (day === undefined || !isDay(day)) return [];
  const minutes = Number(hour) * 60 + Number(minute);
  const first = instantOf(timeZone, day, minutes);
  const shown = wallClock(timeZone, first);
  const repeats = setBacksMs
    .map((setBack) => new Date(first.getTime() + setBack))
    .filter((later) => {
      const clock = wallClock(timeZone, later);
      return clock.day === day && clock.minutes === minutes && shown.minutes === minutes;
    });
  const pastMinuteMs = Number(second) * 1000 + Number(`0${fraction || '.0'}`) * 1000;
  return [first, ...repeats.slice(0, 1)].map((instant) => new Date(instant.getTime() + pastMinuteMs));
}

/**
 * Which of the instants a till means that told `before` last: time does not run backwards at one till, so the first
 * that is not earlier; the earliest when nothing helps.
 */
export const instantMeant = (instants: readonly Date[], before: Date | undefined): Date | undefined =>
  (before && instants.find((instant) => instant >= before)) ?? instants[0];
