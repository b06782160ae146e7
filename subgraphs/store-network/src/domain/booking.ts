import { addDays, instantOf, judge, localDay, type ServiceType } from '@passerelle/eligibility';
import type { IneligibilityReason } from '@passerelle/values';
import type { StoredFacts } from './location-facts.ts';

export type BookingWish = {
  readonly service: ServiceType;
  readonly channelId: string;
  /** Local day. */
  readonly on: string;
};

/** What was booked for a day, and how much may be; null for no limit. */
export type DayCapacity = { readonly dailyCapacity: number | null; readonly booked: number };

export const remainingOf = ({ dailyCapacity, booked }: DayCapacity): number | null =>
  dailyCapacity === null ? null : Math.max(0, dailyCapacity - booked);

export const isUsedUp = (day: DayCapacity): boolean => remainingOf(day) === 0;

/**
 * Why an order cannot be booked, from bookings counted under lock: what the facts last said of capacity may be old.
 * A later day is judged from its first moment on.
 */
export function reasonsAgainst(
  facts: StoredFacts,
  { service, channelId, on }: BookingWish,
  day: DayCapacity,
  now: Date,
): readonly IneligibilityReason[] {
  const isLater = on > localDay(facts.timeZone, now);
  const at = isLater ? instantOf(facts.timeZone, on) : now;
  const { reasons } = judge({ ...facts, exhaustedServices: [] }, { service, channelId, at });
  if (!isUsedUp(day)) return reasons;
  const until = instantOf(facts.timeZone, addDays(on, 1));
  const message = `The capacity of ${service} for ${on} is used up.`;
  return [...reasons, { code: 'CAPACITY_REACHED', message, until }];
}

/** True when the facts say something else about today's capacity than the bookings do. */
export function factsMustChange(facts: StoredFacts, service: ServiceType, day: DayCapacity, now: Date): boolean {
  const isOfToday = localDay(facts.timeZone, facts.occurredAt) === localDay(facts.timeZone, now);
  const wasUsedUp = isOfToday && facts.exhaustedServices.includes(service);
  return wasUsedUp !== isUsedUp(day);
}
