import { judge, localDay, readyAt, type ServiceType } from '@passerelle/eligibility';
import { distanceKm, type GeoPoint } from '@passerelle/values';
import { type ChannelView, duties } from './availability.ts';
import { isStale, type KnownLocation } from './network.ts';
import { type CartStock, linesAt, type OfferedLine } from './pickup.ts';

export type SourcingPurpose = 'SHIP' | 'COLLECT';

export type SourcingWish = {
  readonly purpose: SourcingPurpose;
  readonly near: GeoPoint | null;
  readonly excludeLocationIds: readonly string[];
  /** Null means all. */
  readonly locationIds: readonly string[] | null;
  /** How goods are handed over that are collected. */
  readonly service: ServiceType;
  /** Whether a location counts whose capacity to hand over is used up. */
  readonly ignoresCapacity: boolean;
  /** Candidates at most. */
  readonly first: number;
};

/** A location that could source some lines. */
export type SourcingCandidate = {
  readonly locationId: string;
  readonly isStore: boolean;
  readonly distanceKm: number | null;
  readonly readyAt: Date | null;
  /** Local day of `readyAt`: the day whose capacity an order takes. */
  readonly readyOn: string | null;
  /** Capacity is booked with store-network, which alone knows it. */
  readonly remainingCapacity: null;
  readonly lines: readonly OfferedLine[];
  /** For SKUs that are on hand; empty unless asked for. */
  readonly stockAges: readonly StockAge[];
};

/** Days since the oldest unit of a SKU came to a location. */
export type StockAge = { readonly sku: string; readonly days: number };

const dutiesFor: Record<SourcingPurpose, number> = {
  SHIP: duties.warehouse | duties.stores,
  COLLECT: duties.pickup,
};

type Way = Pick<SourcingWish, 'purpose' | 'service' | 'ignoresCapacity'>;

const serviceFor = ({ purpose, service }: Way, { facts }: KnownLocation): ServiceType => {
  if (purpose === 'COLLECT') return service;
  return facts.type === 'STORE' ? 'SHIP_FROM_STORE' : 'WAREHOUSE_SHIP';
};

/** Duties know one way to collect, and not why a location may not: whoever asks for more has it judged anew. */
function mayServe(view: ChannelView, { locationNo, facts, feed }: KnownLocation, way: Way): boolean {
  const { purpose, service, ignoresCapacity } = way;
  if (purpose === 'SHIP' || (service === 'CLICK_AND_COLLECT' && !ignoresCapacity)) {
    return ((view.duties[locationNo] ?? 0) & dutiesFor[purpose]) !== 0;
  }
  const { reasons } = judge(facts, { service, channelId: view.channelId, at: view.at });
  const isFree = reasons.every(({ code }) => ignoresCapacity && code === 'CAPACITY_REACHED');
  return facts.type === 'STORE' && isFree && !isStale(feed, view.at);
}

const unitsOf = (lines: readonly OfferedLine[]) => lines.reduce((sum, line) => sum + line.availableQuantity, 0);

/** Every eligible location with at least one wanted unit: most units first, then nearest, then by id. */
export function sourcingCandidates(view: ChannelView, cart: CartStock, wish: SourcingWish): SourcingCandidate[] {
  const excluded = new Set(wish.excludeLocationIds);
  const only = wish.locationIds && new Set(wish.locationIds);
  const isAsked = (location: KnownLocation) => {
    const { locationId } = location.facts;
    return !excluded.has(locationId) && (!only || only.has(locationId)) && mayServe(view, location, wish);
  };
  return [...view.network.byNo.values()]
    .filter(isAsked)
    .map((location) => {
      const lines = linesAt(view, cart, location.locationNo);
      return { location, lines, units: unitsOf(lines), distance: distanceTo(location, wish.near) };
    })
    .filter(({ units }) => units > 0)
    .sort(
      (a, b) =>
        b.units - a.units ||
        (a.distance ?? Number.MAX_VALUE) - (b.distance ?? Number.MAX_VALUE) ||
        (a.location.facts.locationId < b.location.facts.locationId ? -1 : 1),
    )
    .slice(0, wish.first)
    .map(({ location, lines, distance }) => {
      const { readyAt, readyOn } = readinessOf(location, wish, view.at);
      return {
        locationId: location.facts.locationId,
        isStore: location.facts.type === 'STORE',
        distanceKm: distance,
        readyAt,
        readyOn,
        remainingCapacity: null,
        lines,
        stockAges: [],
      };
    });
}

const distanceTo = ({ facts }: KnownLocation, near: GeoPoint | null) =>
  near && facts.coordinates ? distanceKm(near, facts.coordinates) : null;

type Readiness = { readonly atMs: number } & Pick<SourcingCandidate, 'readyAt' | 'readyOn'>;

/**
 * By location and service. A view is of one moment and serves a second of requests: opening hours are read once a second
 * instead of once an order for each location.
 */
const readinessKnown = new WeakMap<KnownLocation, Map<ServiceType, Readiness>>();

function readinessOf(location: KnownLocation, way: Way, at: Date): Readiness {
  const { facts } = location;
  const type = serviceFor(way, location);
  const byService = readinessKnown.get(location) ?? new Map<ServiceType, Readiness>();
  readinessKnown.set(location, byService);
  const last = byService.get(type);
  if (last?.atMs === at.getTime()) return last;
  const service = facts.services.find((offered) => offered.type === type);
  const ready = service ? readyAt(facts, service, at) : null;
  const readiness = { atMs: at.getTime(), readyAt: ready, readyOn: ready && localDay(facts.timeZone, ready) };
  byService.set(type, readiness);
  return readiness;
}

/** Oldest moment among the stock facts of these candidates; now when there are none. */
export const oldestFacts = (view: ChannelView, candidates: readonly SourcingCandidate[]): Date =>
  new Date(
    Math.min(
      view.at.getTime(),
      ...candidates.map(({ locationId }) => {
        const known = view.network.byId.get(locationId);
        return known ? (view.toldAt[known.locationNo] ?? Number.POSITIVE_INFINITY) : Number.POSITIVE_INFINITY;
      }),
    ),
  );
