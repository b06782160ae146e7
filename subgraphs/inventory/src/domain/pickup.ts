import { isOpen } from '@passerelle/eligibility';
import { type Connection, distanceKm, type GeoPoint, type IneligibilityReason } from '@passerelle/values';
import { type ChannelView, duties, sellableAt } from './availability.ts';
import { isStale, type KnownLocation, type Network } from './network.ts';
import { perObject } from './per-object.ts';
import { type ItemStock, offsetOf } from './stock.ts';
import { readyFor, verdictOf } from './verdict.ts';
import { totalUnits, type WantedLine } from './wanted.ts';

export type OfferedLine = {
  readonly sku: string;
  readonly requestedQuantity: number;
  /** At most the quantity asked for. */
  readonly availableQuantity: number;
  /** Where else what is missing could come from. */
  readonly alternative?: Alternative | null;
};

/** Another location that has what is missing of a line. */
export type Alternative = {
  readonly location: KnownLocation;
  readonly isStore: boolean;
  /** Kilometres from the shopper; null for a warehouse. */
  readonly distanceKm: number | null;
  readonly readyAt: Date | null;
};

/** How a cart is collected. */
export const pickupServices = ['CLICK_AND_COLLECT', 'CURBSIDE_PICKUP'] as const;
export type PickupService = (typeof pickupServices)[number];

export type Completeness = 'COMPLETE' | 'PARTIAL' | 'NONE';

/** A store checked for a cart. */
export type StoreOffer = {
  readonly location: KnownLocation;
  /** Kilometres from the shopper; null when no point was given. */
  readonly distanceKm: number | null;
  readonly fulfillment: Completeness;
  readonly items: readonly OfferedLine[];
  /** Null when the store cannot. */
  readonly readyAt: Date | null;
  readonly reasons: readonly IneligibilityReason[];
};

export type StorePage = Connection<StoreOffer>;

/** A location and how far it is, in kilometres. */
export type Near = { readonly location: KnownLocation; readonly distanceKm: number | null };

const kmPerDegree = 111.19;

const storesOf = perObject((network: Network) =>
  network.byNo
    .values()
    .filter(({ facts }) => facts.type === 'STORE')
    .toArray(),
);

/** Stores within a radius, nearest first, then by id. Those without a position are nowhere near. */
export function storesNear(network: Network, point: GeoPoint, radiusKm: number): Near[] {
  const near: (Near & { readonly distanceKm: number })[] = [];
  // A subtraction rules out most of a country before the haversine formula is asked.
  const span = radiusKm / kmPerDegree + 0.01;
  for (const location of storesOf(network)) {
    const { coordinates } = location.facts;
    if (!coordinates || Math.abs(coordinates.latitude - point.latitude) > span) continue;
    const distance = distanceKm(point, coordinates);
    if (distance <= radiusKm) near.push({ location, distanceKm: distance });
  }
  return near.sort((a, b) => a.distanceKm - b.distanceKm || compareKeys(nearKey(a), nearKey(b)));
}

/** Locations that ship for the channel now. */
export const warehousesOf = perObject((view: ChannelView) =>
  view.network.byNo
    .values()
    .filter(({ locationNo }) => ((view.duties[locationNo] ?? 0) & duties.warehouse) !== 0)
    .toArray(),
);

export const nearKey = ({ location, distanceKm }: Near): readonly [number, string] => [
  distanceKm ?? 0,
  location.facts.locationId,
];

export const compareKeys = (a: readonly [number, string], b: readonly [number, string]) =>
  a[0] - b[0] || (a[1] < b[1] ? -1 : a[1] > b[1] ? 1 : 0);

/** Stock of the lines of a cart, ready to be asked location by location. */
export type CartStock = readonly {
  readonly line: WantedLine;
  readonly item: ItemStock | null;
}[];

export const cartStock = (lines: readonly WantedLine[], items: ReadonlyMap<string, ItemStock>): CartStock =>
  lines.map((line) => ({ line, item: items.get(line.sku) ?? null }));

/** What a location has of each line, at most what is wanted. */
export const linesAt = (view: ChannelView, cart: CartStock, locationNo: number): OfferedLine[] =>
  cart.map(({ line, item }) => ({
    sku: line.sku,
    requestedQuantity: line.quantity,
    availableQuantity: Math.min(line.quantity, unitsAt(view, item, locationNo)),
  }));

function unitsAt(view: ChannelView, item: ItemStock | null, locationNo: number) {
  if (!item) return 0;
  if (!item.isTracked) return Number.POSITIVE_INFINITY;
  const offset = offsetOf(item, locationNo);
  return offset === undefined ? 0 : sellableAt(view, item, offset);
}

const completenessOf = (lines: readonly OfferedLine[]): Completeness => {
  if (lines.every((line) => line.availableQuantity === line.requestedQuantity)) return 'COMPLETE';
  return lines.some((line) => line.availableQuantity > 0) ? 'PARTIAL' : 'NONE';
};

/** Checks one store for a cart: what facts and clock say, then what stock says. */
export function offerOf(
  view: ChannelView,
  near: Near,
  cart: CartStock,
  readyBy: Date | null,
  service: PickupService = 'CLICK_AND_COLLECT',
): StoreOffer {
  const { location } = near;
  const items = linesAt(view, cart, location.locationNo);
  const units = totalUnits(cart.map(({ line }) => line));
  const verdict = verdictOf(view, location, { service, units, lines: cart.length, readyBy });
  const barred = [...verdict.reasons, ...staleReasons(location, view.at)];
  const fulfillment = completenessOf(items);
  return {
    ...near,
    fulfillment,
    items,
    readyAt: barred.length === 0 && fulfillment !== 'NONE' ? verdict.readyAt : null,
    reasons: [...barred, ...shortReasons(view, cart, items, location.locationNo)],
  };
}

/** Whether the doors are open at the view's moment. */
export const isOpenNow = ({ at }: ChannelView, { location }: Near) => isOpen(location.facts, at);

/**
 * The offer with a place for each line of which units are missing: the nearest other store that hands over what is
 * missing, else a warehouse that ships it, the one that is ready first.
 */
export function withAlternatives(
  view: ChannelView,
  offer: StoreOffer,
  cart: CartStock,
  stores: readonly Near[],
  warehouses: readonly KnownLocation[],
  service: PickupService,
): StoreOffer {
  if (offer.fulfillment === 'COMPLETE') return offer;
  const items = offer.items.map((line, index): OfferedLine => {
    const missing = line.requestedQuantity - line.availableQuantity;
    const stock = cart[index];
    if (missing <= 0 || !stock) return line;
    const has = ({ locationNo }: KnownLocation) =>
      (linesAt(view, [stock], locationNo)[0]?.availableQuantity ?? 0) >= missing;
    return {
      ...line,
      alternative: nearestStore(view, offer, stores, service, has) ?? firstWarehouse(view, warehouses, has),
    };
  });
  return { ...offer, items };
}

type Has = (location: KnownLocation) => boolean;

function nearestStore(view: ChannelView, offer: StoreOffer, stores: readonly Near[], service: PickupService, has: Has) {
  for (const { location, distanceKm } of stores) {
    if (location.locationNo === offer.location.locationNo || isStale(location.feed, view.at) || !has(location))
      continue;
    const ready = readyFor(view, location, service);
    if (ready) return { location, isStore: true, distanceKm, readyAt: ready };
  }
  return null;
}

function firstWarehouse(view: ChannelView, warehouses: readonly KnownLocation[], has: Has): Alternative | null {
  const ready = warehouses.filter(has).flatMap((location) => {
    const moment = readyFor(view, location, 'WAREHOUSE_SHIP');
    return moment ? [{ location, isStore: false, distanceKm: null, readyAt: moment }] : [];
  });
  return ready.sort((a, b) => a.readyAt.getTime() - b.readyAt.getTime())[0] ?? null;
}

/** Whether the store can hand over something: nothing but missing units stands against it. */
export const canServe = (offer: StoreOffer) => offer.readyAt !== null;

export function staleReasons({ facts, feed }: KnownLocation, at: Date): IneligibilityReason[] {
  if (!isStale(feed, at)) return [];
  return [{ code: 'STOCK_STALE', message: `The last stock report of ${facts.name} is too old.`, until: null }];
}

/** Why lines fall short, each code once: units are not there, are reserved or blocked, or are protected. */
function shortReasons(
  view: ChannelView,
  cart: CartStock,
  items: readonly OfferedLine[],
  locationNo: number,
): IneligibilityReason[] {
  const reasons = cart.flatMap(({ line, item }, index): IneligibilityReason[] => {
    const { availableQuantity } = items[index] as OfferedLine;
    if (availableQuantity >= line.quantity) return [];
    const offset = item ? offsetOf(item, locationNo) : undefined;
    const [onHand = 0, reserved = 0, blocked = 0] =
      item && offset !== undefined ? item.levels.subarray(offset + 1, offset + 4) : [];
    const code = (() => {
      if (onHand < line.quantity) return 'NO_STOCK';
      if (onHand - reserved - blocked < line.quantity) return 'ALL_RESERVED';
      return item && offset !== undefined && isPooled(view, item, offset) ? 'POOL_EXHAUSTED' : 'PROTECTED';
    })();
    const message = `${availableQuantity} of ${line.quantity} units of ${line.sku} can be handed over.`;
    return [{ code, message, until: null, limit: availableQuantity, actual: line.quantity }];
  });
  return [...new Map(reasons.map((reason) => [reason.code, reason])).values()];
}

/** Whether units of a location are kept from the channel by a pool. */
function isPooled(view: ChannelView, item: ItemStock, offset: number): boolean {
  let isLimited = false;
  sellableAt(view, item, offset, ({ kind }) => {
    isLimited ||= kind === 'POOL_LIMIT';
  });
  return isLimited;
}
