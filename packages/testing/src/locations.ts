import { type LocationFacts, toFeedEntry } from '@passerelle/eligibility';

/** A store of no channel that is open never and offers nothing: a place for stock. */
export const aBareStore = (locationId: string): LocationFacts => ({
  locationId,
  code: locationId.slice(4).toUpperCase(),
  name: locationId,
  type: 'STORE',
  status: 'ACTIVE',
  coordinates: null,
  timeZone: 'Europe/Paris',
  channelIds: [],
  services: [],
  openingHours: [],
  closures: [],
  exhaustedServices: [],
  occurredAt: new Date('2026-11-01T00:00:00Z'),
});

/** The event by which store-network tells new facts of a location. */
export const factsEvent = (sequence: number, facts: LocationFacts, occurredAt: Date = facts.occurredAt) => ({
  id: `evt_${facts.locationId}_${sequence}`,
  type: 'location.eligibility-changed' as const,
  subject: facts.locationId,
  data: toFeedEntry(sequence, facts),
  occurredAt,
});
