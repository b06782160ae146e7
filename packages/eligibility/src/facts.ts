import type { GeoPoint } from '@passerelle/values';

export type LocationType = 'STORE' | 'WAREHOUSE' | 'THIRD_PARTY_LOGISTICS' | 'COLLECTION_POINT';
export type LocationStatus = 'PLANNED' | 'ACTIVE' | 'INACTIVE' | 'RETIRED';
export type ServiceType =
  | 'SHIP_FROM_STORE'
  | 'CLICK_AND_COLLECT'
  | 'CURBSIDE_PICKUP'
  | 'SHIP_TO_STORE'
  | 'RETURN_IN_STORE'
  | 'WAREHOUSE_SHIP'
  | 'RETURN_TO_WAREHOUSE';
export const weekdays = ['MONDAY', 'TUESDAY', 'WEDNESDAY', 'THURSDAY', 'FRIDAY', 'SATURDAY', 'SUNDAY'] as const;
export type Weekday = (typeof weekdays)[number];

/** One weekly opening period; times are `HH:mm` on the location's wall clock, `23:59` means midnight. */
export type OpeningPeriod = { readonly day: Weekday; readonly opensAt: string; readonly closesAt: string };

/** Days, `YYYY-MM-DD`, both included, on which the weekly hours do not hold. */
export type ClosureFacts = {
  readonly from: string;
  readonly to: string;
  /** Hours of these days instead; empty when closed all day. */
  readonly specialHours: readonly OpeningPeriod[];
};

export type ServiceFacts = {
  readonly type: ServiceType;
  readonly isEnabled: boolean;
  readonly pausedUntil: Date | null;
  /** Minutes of opening hours between acceptance and readiness. */
  readonly preparationMinutes: number;
  /** `HH:mm`; what is accepted later counts for the next open day. */
  readonly cutOff: string | null;
  readonly maxUnitsPerOrder: number | null;
  /** Absent means no limit. */
  readonly maxLinesPerOrder?: number | null;
};

/** A stretch of time in which a service takes no more: nothing can become ready then. */
export type UsedUpFacts = {
  readonly service: ServiceType;
  readonly from: Date;
  /** Excluded. */
  readonly until: Date;
};

/** What is left of a day on which something was booked; never below 0. */
export type BookedUnits = {
  /** Local day, `YYYY-MM-DD`. */
  readonly day: string;
  /** Null when only windows limit. */
  readonly units: number | null;
  /** In the order of the capacity's windows. */
  readonly windows: readonly number[];
};

/** A service of which a day, or parts of it, take so many units and not so many orders. */
export type UnitCapacityFacts = {
  readonly service: ServiceType;
  /** Null when only windows limit. */
  readonly perDay: number | null;
  /** Wall clock, `HH:mm`, `23:59` means midnight; in order, without overlaps. Outside of all, the day alone limits. */
  readonly windows: readonly { readonly opensAt: string; readonly closesAt: string; readonly units: number }[];
  /** Days on which less than all is left, from the day of `occurredAt` on, in order. */
  readonly left: readonly BookedUnits[];
};

/** A service that is being tried; promoted pilots leave no trace. */
export type PilotFacts = {
  readonly service: ServiceType;
  /** The location may provide it, from `startsOn` on. */
  readonly isIncluded: boolean;
  /** First local day, `YYYY-MM-DD`; null from the start. */
  readonly startsOn: string | null;
};

/** What there is to know about a location to judge what it may do; the clock is not in it. */
export type LocationFacts = {
  readonly locationId: string;
  readonly code: string;
  readonly name: string;
  readonly type: LocationType;
  readonly status: LocationStatus;
  readonly coordinates: GeoPoint | null;
  readonly timeZone: string;
  /** Channels that may sell its stock. */
  readonly channelIds: readonly string[];
  /** Channels whose goods it takes back; the same as `channelIds` when absent. */
  readonly returnChannelIds?: readonly string[];
  readonly services: readonly ServiceFacts[];
  /** One a service at most. */
  readonly pilots?: readonly PilotFacts[];
  readonly openingHours: readonly OpeningPeriod[];
  readonly closures: readonly ClosureFacts[];
  /** Services whose capacity was used up on the local day of `occurredAt`. */
  readonly exhaustedServices: readonly ServiceType[];
  /** Days and windows used up, from the day of `occurredAt` on, in order. When absent, `exhaustedServices` decides. */
  readonly usedUp?: readonly UsedUpFacts[];
  /** One a service at most; those whose capacity counts units. */
  readonly unitCapacities?: readonly UnitCapacityFacts[];
  /** When these facts became true. */
  readonly occurredAt: Date;
};
