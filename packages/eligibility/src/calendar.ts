import { type Weekday, weekdays } from './facts.ts';

/** What a clock on the wall shows in a zone. */
export type WallClock = {
  /** `YYYY-MM-DD`. */
  readonly day: string;
  readonly weekday: Weekday;
  /** Whole minutes since the wall clock showed 00:00, 0 to 1439. */
  readonly minutes: number;
};

const minuteMs = 60_000;
const dayMs = 24 * 60 * minuteMs;
/** Zones change their offset on a quarter of an hour of UTC (IANA time-zone data since 2012). */
const quarterMs = 15 * minuteMs;
/** Remembered values a zone before the memory starts anew. */
const memorySize = 4096;

type Zone = {
  readonly format: Intl.DateTimeFormat;
  readonly offsets: Map<number, number>;
  readonly clocks: Map<number, WallClock>;
  readonly instants: Map<string, number>;
};

const zones = new Map<string, Zone>();

function zoneOf(name: string): Zone {
  let zone = zones.get(name);
  if (!zone) {
    const format = new Intl.DateTimeFormat('en-US', { timeZone: name, timeZoneName: 'longOffset' });
    zone = { format, offsets: new Map(), clocks: new Map(), instants: new Map() };
    zones.set(name, zone);
  }
  return zone;
}

function remember<K, V>(memory: Map<K, V>, key: K, value: V): V {
  if (memory.size >= memorySize) memory.clear();
  memory.set(key, value);
  return value;
}

/** Milliseconds that local time is ahead of UTC. */
function offsetAt(zone: Zone, ms: number): number {
  const quarter = Math.floor(ms / quarterMs);
  const known = zone.offsets.get(quarter);
  if (known !== undefined) return known;
  const name = zone.format.formatToParts(quarter * quarterMs).find((part) => part.type === 'timeZoneName')?.value;
  const [, sign, hours = '0', minutes = '0'] = /GMT(?:([+-])(\d\d):(\d\d))?/.exec(name ?? '') ?? [];
  const size = (Number(hours) * 60 + Number(minutes)) * minuteMs;
  return remember(zone.offsets, quarter, sign === '-' ? -size : size);
}

/** Wall clock of an instant. Remembered per zone and minute. Throws a RangeError for an unknown zone. */
export function wallClock(timeZone: string, at: Date): WallClock {
  const zone = zoneOf(timeZone);
  const minute = Math.floor(at.getTime() / minuteMs);
  const known = zone.clocks.get(minute);
  if (known) return known;
  const local = minute * minuteMs + offsetAt(zone, minute * minuteMs);
  const number = Math.floor(local / dayMs);
  const day = dayName(number);
  const minutes = Math.floor((local - number * dayMs) / minuteMs);
  return remember(zone.clocks, minute, { day, weekday: weekdayOf(day), minutes });
}

/** The calendar day of an instant in a zone, `YYYY-MM-DD`. */
export const localDay = (timeZone: string, at: Date): string => wallClock(timeZone, at).day;

/**
 * The instant at which the wall clock shows a time, `minutes` after 00:00 (0 to 1440; 1440 is the next midnight).
 * A time that a clock change repeats means its first occurrence; a time that it skips means as much later
 * (RFC 5545, section 3.3.5; `compatible` of Temporal).
 */
export function instantOf(timeZone: string, day: string, minutes = 0): Date {
  const zone = zoneOf(timeZone);
  const key = `${day}/${minutes}`;
  const known = zone.instants.get(key);
  if (known !== undefined) return new Date(known);
  const local = dayNumber(day) * dayMs + minutes * minuteMs;
  const before = offsetAt(zone, local - dayMs);
  const after = offsetAt(zone, local + dayMs);
  const isShown = (offset: number) => offsetAt(zone, local - offset) === offset;
  const offset = isShown(before) || !isShown(after) ? before : after;
  return new Date(remember(zone.instants, key, local - offset));
}

/** `09:30` → 570. `23:59` as a closing time means midnight: 1440. */
export const minutesOf = (time: string): number => Number(time.slice(0, 2)) * 60 + Number(time.slice(3, 5));
export const closingMinutesOf = (time: string): number => (time === '23:59' ? 1440 : minutesOf(time));

const numbers = new Map<string, number>();
const names = new Map<number, string>();

/** Days since 1970-01-01, and back. Remembered: reading and writing a day's text costs more than judging a store. */
function dayNumber(day: string): number {
  return numbers.get(day) ?? remember(numbers, day, Date.parse(`${day}T00:00:00Z`) / dayMs);
}
function dayName(number: number): string {
  return names.get(number) ?? remember(names, number, new Date(number * dayMs).toISOString().slice(0, 10));
}

/** Weekday of a `YYYY-MM-DD`. */
export const weekdayOf = (day: string): Weekday => weekdays[(((dayNumber(day) + 3) % 7) + 7) % 7] as Weekday;

/** The day so many days later. */
export const addDays = (day: string, days: number): string => dayName(dayNumber(day) + days);

/** Days from one to the other; negative when the second is earlier. */
export const daysBetween = (from: string, to: string): number => dayNumber(to) - dayNumber(from);
