import type { LocationFacts, OpeningPeriod, ServiceFacts, UnitCapacityFacts, Wish } from '../src/index.ts';
import { weekdays } from '../src/index.ts';

/** Monday to Saturday, 10 to 19. */
export const shopWeek: readonly OpeningPeriod[] = weekdays
  .filter((day) => day !== 'SUNDAY')
  .map((day) => ({ day, opensAt: '10:00', closesAt: '19:00' }));

export const aService = (facts: Partial<ServiceFacts> = {}): ServiceFacts => ({
  type: 'CLICK_AND_COLLECT',
  isEnabled: true,
  pausedUntil: null,
  preparationMinutes: 120,
  cutOff: null,
  maxUnitsPerOrder: null,
  ...facts,
});

/** A shop in Paris. 2026-11-22 is a Sunday. */
export const aStore = (facts: Partial<LocationFacts> = {}): LocationFacts => ({
  locationId: 'loc_0001',
  code: '0001',
  name: 'Paris Rivoli',
  type: 'STORE',
  status: 'ACTIVE',
  coordinates: { latitude: 48.86, longitude: 2.34 },
  timeZone: 'Europe/Paris',
  channelIds: ['chn_web'],
  services: [aService()],
  openingHours: shopWeek,
  closures: [],
  exhaustedServices: [],
  occurredAt: new Date('2026-11-01T00:00:00Z'),
  ...facts,
});

export const closedOn = (from: string, to = from) => ({ from, to, specialHours: [] });

/** A stretch in which nothing more can be collected. */
export const used = (from: string, until: string) => ({
  service: 'CLICK_AND_COLLECT' as const,
  from: new Date(from),
  until: new Date(until),
});

export const unitsOf = (
  perDay: number | null,
  windows: UnitCapacityFacts['windows'] = [],
  left: UnitCapacityFacts['left'] = [],
): UnitCapacityFacts => ({ service: 'CLICK_AND_COLLECT', perDay, windows, left });

/** A Monday in Paris. */
export const noon = new Date('2026-11-23T11:00:00Z');
export const aWish = (facts: Partial<Wish> = {}): Wish => ({
  service: 'CLICK_AND_COLLECT',
  channelId: 'chn_web',
  at: noon,
  ...facts,
});
