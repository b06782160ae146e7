import { durationMinutes, formatDuration } from '@passerelle/values';
import type {
  ClosureFacts,
  LocationFacts,
  LocationStatus,
  LocationType,
  OpeningPeriod,
  PilotFacts,
  ServiceFacts,
  ServiceType,
  UnitCapacityFacts,
} from './facts.ts';

/**
 * Facts as they travel: an entry of `locationEligibilityFeed`, and the data of the event `location.eligibility-changed`.
 * Instants are RFC 3339 text, spans ISO 8601, the sequence a decimal number as text.
 */
export type FeedEntry = {
  readonly sequence: string;
  readonly locationId: string;
  readonly code: string;
  readonly name: string;
  readonly type: LocationType;
  readonly status: LocationStatus;
  readonly coordinates: { readonly latitude: number; readonly longitude: number } | null;
  readonly timeZone: string;
  readonly channelIds: readonly string[];
  /** Absent in entries of an older feed, like all that is optional here. */
  readonly returnChannelIds?: readonly string[];
  readonly services: readonly FeedService[];
  readonly pilots?: readonly PilotFacts[];
  readonly openingHours: readonly OpeningPeriod[];
  readonly closures: readonly ClosureFacts[];
  readonly exhaustedServices: readonly ServiceType[];
  readonly usedUp?: readonly { readonly service: ServiceType; readonly from: string; readonly until: string }[];
  readonly unitCapacities?: readonly UnitCapacityFacts[];
  readonly occurredAt: string;
};

export type FeedService = Omit<ServiceFacts, 'pausedUntil' | 'preparationMinutes'> & {
  readonly pausedUntil: string | null;
  readonly preparationTime: string;
};

/** Reads an entry. Throws a TypeError when a time in it is not one. */
export function readFeedEntry({ sequence, occurredAt, services, usedUp, ...rest }: FeedEntry): {
  readonly sequence: number;
  readonly facts: LocationFacts;
} {
  const facts = {
    ...rest,
    services: services.map(readService),
    occurredAt: instant(occurredAt),
    ...(usedUp && {
      usedUp: usedUp.map(({ service, from, until }) => ({ service, from: instant(from), until: instant(until) })),
    }),
  };
  return { sequence: Number(sequence), facts };
}

const readService = ({ preparationTime, pausedUntil, ...rest }: FeedService): ServiceFacts => ({
  ...rest,
  pausedUntil: pausedUntil === null ? null : instant(pausedUntil),
  preparationMinutes: minutes(preparationTime),
});

function instant(text: string): Date {
  const date = new Date(text);
  if (Number.isNaN(date.getTime())) throw new TypeError(`${text} is not an instant`);
  return date;
}

function minutes(text: string): number {
  const value = durationMinutes(text);
  if (value === undefined) throw new TypeError(`${text} is not a duration`);
  return value;
}

/** Writes an entry: exactly what the feed tells, whatever else the facts carry. */
export const toFeedEntry = (sequence: number, facts: LocationFacts): FeedEntry => ({
  sequence: String(sequence),
  locationId: facts.locationId,
  code: facts.code,
  name: facts.name,
  type: facts.type,
  status: facts.status,
  coordinates: facts.coordinates,
  timeZone: facts.timeZone,
  channelIds: facts.channelIds,
  ...(facts.returnChannelIds && { returnChannelIds: facts.returnChannelIds }),
  services: facts.services.map((service) => ({
    type: service.type,
    isEnabled: service.isEnabled,
    pausedUntil: service.pausedUntil?.toISOString() ?? null,
    preparationTime: formatDuration(service.preparationMinutes),
    cutOff: service.cutOff,
    maxUnitsPerOrder: service.maxUnitsPerOrder,
    ...(service.maxLinesPerOrder !== undefined && { maxLinesPerOrder: service.maxLinesPerOrder }),
  })),
  ...(facts.pilots && {
    pilots: facts.pilots.map(({ service, isIncluded, startsOn }) => ({ service, isIncluded, startsOn })),
  }),
  openingHours: facts.openingHours,
  closures: facts.closures.map(({ from, to, specialHours }) => ({ from, to, specialHours })),
  exhaustedServices: facts.exhaustedServices,
  ...(facts.usedUp && {
    usedUp: facts.usedUp.map(({ service, from, until }) => ({
      service,
      from: from.toISOString(),
      until: until.toISOString(),
    })),
  }),
  ...(facts.unitCapacities && {
    unitCapacities: facts.unitCapacities.map(({ service, perDay, windows, left }) => ({
      service,
      perDay,
      windows: windows.map(({ opensAt, closesAt, units }) => ({ opensAt, closesAt, units })),
      left: left.map(({ day, units, windows }) => ({ day, units, windows })),
    })),
  }),
  occurredAt: facts.occurredAt.toISOString(),
});
