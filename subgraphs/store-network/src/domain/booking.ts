import {
  addDays,
  closingMinutesOf,
  instantOf,
  judge,
  localDay,
  minutesOf,
  type ServiceType,
  type UnitCapacityFacts,
  type UsedUpFacts,
  wallClock,
} from '@passerelle/eligibility';
import type { IneligibilityReason } from '@passerelle/values';
import type { StoredFacts } from './location-facts.ts';
import type { CapacityUnit, CapacityWindow } from './service.ts';

export type BookingWish = {
  readonly service: ServiceType;
  readonly channelId: string;
  /** Local day, that of `at` where it is told. */
  readonly on: string;
  /** When the order is to be ready: it takes from the window of that moment. */
  readonly at?: Date | null;
  /** Units of the order; 1 unless told. */
  readonly units?: number | null;
};

export type WindowCapacity = CapacityWindow & { readonly booked: number };

/** What was booked for a day, and how much may be; null for no limit. */
export type DayCapacity = {
  readonly unit: CapacityUnit;
  readonly dailyCapacity: number | null;
  readonly booked: number;
  readonly windows: readonly WindowCapacity[];
};

export const unlimited: DayCapacity = { unit: 'ORDERS', dailyCapacity: null, booked: 0, windows: [] };

export const isLimited = ({ dailyCapacity, windows }: DayCapacity) => dailyCapacity !== null || windows.length > 0;

export const remainingIn = ({ capacity, booked }: WindowCapacity) => Math.max(0, capacity - booked);

const remainingOfDay = ({ dailyCapacity, booked }: DayCapacity) =>
  dailyCapacity === null ? Number.POSITIVE_INFINITY : Math.max(0, dailyCapacity - booked);

/** What can still be booked on the day, in all its windows together; null when that is unlimited. */
export function remainingOf(day: DayCapacity): number | null {
  const ofWindows =
    day.windows.length === 0
      ? Number.POSITIVE_INFINITY
      : day.windows.reduce((sum, window) => sum + remainingIn(window), 0);
  const remaining = Math.min(remainingOfDay(day), ofWindows);
  return remaining === Number.POSITIVE_INFINITY ? null : remaining;
}

/** What a booking takes. */
export type Place = { readonly quantity: number; readonly window: WindowCapacity | null };

/**
 * Where an order finds room: in the window of the moment at which it is to be ready, or, when that is not told, in the
 * first window with room. Outside of all windows the day alone limits. Undefined when there is no room.
 */
export function placeFor(
  day: DayCapacity,
  { at, units }: Pick<BookingWish, 'at' | 'units'>,
  zone: string,
): Place | undefined {
  const quantity = day.unit === 'UNITS' ? (units ?? 1) : 1;
  if (remainingOfDay(day) < quantity) return undefined;
  if (day.windows.length === 0) return { quantity, window: null };
  const hasRoom = (window: WindowCapacity) => remainingIn(window) >= quantity;
  if (!at) {
    const window = day.windows.find(hasRoom);
    return window && { quantity, window };
  }
  const { minutes } = wallClock(zone, at);
  const window = day.windows.find(
    ({ opensAt, closesAt }) => minutesOf(opensAt) <= minutes && minutes < closingMinutesOf(closesAt),
  );
  if (window && !hasRoom(window)) return undefined;
  return { quantity, window: window ?? null };
}

/** The day as it is after a place was taken, or before it was when `sign` is -1. */
export const withPlace = (day: DayCapacity, { quantity, window }: Place, sign = 1): DayCapacity => ({
  ...day,
  booked: day.booked + sign * quantity,
  windows: day.windows.map((each) =>
    each.opensAt === window?.opensAt ? { ...each, booked: each.booked + sign * quantity } : each,
  ),
});

/** The stretches of a local day in which nothing can be booked any more. */
export function usedUpOn(day: DayCapacity, service: ServiceType, on: string, zone: string): UsedUpFacts[] {
  if (remainingOfDay(day) === 0) {
    return [{ service, from: instantOf(zone, on), until: instantOf(zone, addDays(on, 1)) }];
  }
  return day.windows
    .filter((window) => remainingIn(window) === 0)
    .map(({ opensAt, closesAt }) => ({
      service,
      from: instantOf(zone, on, minutesOf(opensAt)),
      until: instantOf(zone, on, closingMinutesOf(closesAt)),
    }));
}

/** What is left of a day whose capacity counts units. */
export const leftOn = (day: DayCapacity, on: string): UnitCapacityFacts['left'][number] => ({
  day: on,
  units: day.dailyCapacity === null ? null : remainingOfDay(day),
  windows: day.windows.map(remainingIn),
});

/**
 * True when facts must be told anew: another stretch is used up on one side than on the other, or other units are left
 * where units count.
 */
export const isToldOtherwise = (before: DayCapacity, after: DayCapacity): boolean => {
  if (before.unit === 'UNITS' && isLimited(before)) return before.booked !== after.booked;
  const stretches = (day: DayCapacity) => JSON.stringify(usedUpOn(day, 'CLICK_AND_COLLECT', '2000-01-01', 'UTC'));
  return stretches(before) !== stretches(after);
};

/** Nothing at all can be booked on the day. */
export const isUsedUp = (day: DayCapacity): boolean => remainingOf(day) === 0;

/**
 * Why an order cannot be booked, from bookings counted under lock: what the facts last said of capacity may be old.
 * A later day is judged from its first moment on.
 */
export function reasonsAgainst(
  facts: StoredFacts,
  wish: BookingWish,
  place: Place | undefined,
  now: Date,
): readonly IneligibilityReason[] {
  const { service, channelId, on } = wish;
  const isLater = on > localDay(facts.timeZone, now);
  const at = isLater ? instantOf(facts.timeZone, on) : now;
  const { reasons } = judge(
    { ...facts, exhaustedServices: [], usedUp: [], unitCapacities: [] },
    { service, channelId, at },
  );
  if (place) return reasons;
  const until = instantOf(facts.timeZone, addDays(on, 1));
  const message = `The capacity of ${service} for ${on} is used up.`;
  return [...reasons, { code: 'CAPACITY_REACHED', message, until }];
}
