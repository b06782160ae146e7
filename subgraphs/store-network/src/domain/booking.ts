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
  /** Units of the part; 1 unless told. */
  readonly units?: number | null;
  /** Parts of the order in whose stead it comes, and what they will keep: what they give up need not be free twice. */
  readonly insteadOf?: readonly KeptPart[] | null;
};

export type KeptPart = { readonly part: string; readonly keptUnits: number };

/** What a part of an order has booked. */
export type HeldPart = {
  readonly service: ServiceType;
  readonly part: string;
  readonly day: string;
  /** Beginning of its window; null when it takes from the day alone. */
  readonly windowFrom: string | null;
  /** Units counted. */
  readonly quantity: number;
  /** Units that pass to it when other parts of its order give them back. */
  readonly awaited: number;
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

/** What a part takes: units counted at once, and units it gets from other parts of its order when they give them back. */
export type Place = { readonly quantity: number; readonly awaited: number; readonly window: WindowCapacity | null };

/**
 * Where a part of an order finds room: in the window of the moment at which it is to be ready, or, when that is not told,
 * in the first window with room. Outside of all windows the day alone limits. Undefined when there is no room.
 *
 * `own` is what the order has booked on that day. Where orders are counted, an order that is in takes no more.
 */
export function placeFor(
  day: DayCapacity,
  wish: Pick<BookingWish, 'at' | 'units' | 'insteadOf'>,
  zone: string,
  own: readonly HeldPart[] = [],
): Place | undefined {
  return windowsFor(day, wish.at ?? null, zone)
    .map((window) => placeIn(day, window, wish, own))
    .find((place) => hasRoom(day, place, own));
}

function windowsFor({ windows }: DayCapacity, at: Date | null, zone: string): readonly (WindowCapacity | null)[] {
  if (windows.length === 0) return [null];
  if (!at) return windows;
  const { minutes } = wallClock(zone, at);
  const isNow = ({ opensAt, closesAt }: WindowCapacity) =>
    minutesOf(opensAt) <= minutes && minutes < closingMinutesOf(closesAt);
  return [windows.find(isNow) ?? null];
}

const isIn =
  (window: WindowCapacity | null) =>
  ({ windowFrom }: HeldPart) =>
    windowFrom === (window?.opensAt ?? null);

/** Units that other parts of the order will give up in the same window pass on, as far as no other part awaits them. */
function placeIn(
  day: DayCapacity,
  window: WindowCapacity | null,
  { units, insteadOf }: Pick<BookingWish, 'units' | 'insteadOf'>,
  own: readonly HeldPart[],
): Place {
  const wanted = units ?? 1;
  if (day.unit !== 'UNITS' || !isLimited(day)) return { quantity: wanted, awaited: 0, window };
  const kept = new Map((insteadOf ?? []).map(({ part, keptUnits }) => [part, keptUnits]));
  const free = own
    .filter(isIn(window))
    .reduce(
      (sum, { part, quantity, awaited }) => sum + Math.max(0, quantity - (kept.get(part) ?? quantity)) - awaited,
      0,
    );
  const awaited = Math.max(0, Math.min(wanted, free));
  return { quantity: wanted - awaited, awaited, window };
}

function hasRoom(day: DayCapacity, { quantity, window }: Place, own: readonly HeldPart[]): boolean {
  const isCountedOnce = day.unit === 'ORDERS';
  const ofDay = isCountedOnce ? Number(own.length === 0) : quantity;
  const ofWindow = isCountedOnce ? Number(!own.some(isIn(window))) : quantity;
  return remainingOfDay(day) >= ofDay && (window === null || remainingIn(window) >= ofWindow);
}

/**
 * Parts of an order at one service as they are after one of them, or each when none is named, keeps so many units and no
 * more; those that changed. What is given back passes to parts that await it. Told twice it changes nothing.
 */
export function giveBack(
  parts: readonly HeldPart[],
  { part: named, keptUnits }: { readonly part: string | null; readonly keptUnits: number },
): HeldPart[] {
  const after = parts.map((part) => (named === null || part.part === named ? keeping(part, keptUnits) : part));
  parts.forEach((before, index) => {
    let freed = before.quantity - (after[index] as HeldPart).quantity;
    after.forEach((heir, place) => {
      const isHeir = place !== index && heir.day === before.day && heir.windowFrom === before.windowFrom;
      const passed = isHeir ? Math.min(Math.max(0, freed), heir.awaited) : 0;
      freed -= passed;
      after[place] = { ...heir, quantity: heir.quantity + passed, awaited: heir.awaited - passed };
    });
  });
  return after.filter(({ quantity, awaited }, index) => {
    const before = parts[index] as HeldPart;
    return quantity !== before.quantity || awaited !== before.awaited;
  });
}

/** What is only awaited goes first. */
function keeping(part: HeldPart, units: number): HeldPart {
  const kept = Math.min(part.quantity + part.awaited, Math.max(0, units));
  const quantity = Math.min(part.quantity, kept);
  return { ...part, quantity, awaited: kept - quantity };
}

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
