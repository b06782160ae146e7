import { isOpen } from '@passerelle/eligibility';
import type { Connection, IneligibilityReason } from '@passerelle/values';
import { type ChannelView, duties, sellableAt } from './availability.ts';
import type { Near } from './nearest.ts';
import { isStale, type KnownLocation } from './network.ts';
import { perObject } from './per-object.ts';
import { type ItemStock, offsetOf } from './stock.ts';
import { verdictsFor } from './verdict.ts';
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

/** Checks stores for a cart: what facts and clock say, then what stock says. */
export function offersFor(
  view: ChannelView,
  cart: CartStock,
  readyBy: Date | null,
  service: PickupService = 'CLICK_AND_COLLECT',
): (near: Near) => StoreOffer {
  const units = totalUnits(cart.map(({ line }) => line));
  const verdictOf = verdictsFor(view, { service, units, lines: cart.length, readyBy });
  return ({ location, distanceKm }) => {
    const items = linesAt(view, cart, location.locationNo);
    const verdict = verdictOf(location);
    const stale = staleReasons(location, view.at);
    const barred = stale.length > 0 ? [...verdict.reasons, ...stale] : verdict.reasons;
    const fulfillment = completenessOf(items);
    return {
      location,
      distanceKm,
      fulfillment,
      items,
      readyAt: barred.length === 0 && fulfillment !== 'NONE' ? verdict.readyAt : null,
      reasons:
        fulfillment === 'COMPLETE' ? barred : [...barred, ...shortReasons(view, cart, items, location.locationNo)],
    };
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
  stores: Iterable<Near>,
  service: PickupService,
): StoreOffer {
  if (offer.fulfillment === 'COMPLETE') return offer;
  const items = offer.items.map((line, index): OfferedLine => {
    const missing = line.requestedQuantity - line.availableQuantity;
    if (missing <= 0) return line;
    const item = cart[index]?.item ?? null;
    const has = ({ locationNo }: KnownLocation) => unitsAt(view, item, locationNo) >= missing;
    return { ...line, alternative: nearestStore(view, offer, stores, service, has) ?? firstWarehouse(view, has) };
  });
  return { ...offer, items };
}

type Has = (location: KnownLocation) => boolean;

function nearestStore(view: ChannelView, offer: StoreOffer, stores: Iterable<Near>, service: PickupService, has: Has) {
  const verdictOf = verdictsFor(view, { service });
  for (const { location, distanceKm } of stores) {
    if (location.locationNo === offer.location.locationNo || isStale(location.feed, view.at) || !has(location))
      continue;
    const { readyAt } = verdictOf(location);
    if (readyAt) return { location, isStore: true, distanceKm, readyAt };
  }
  return null;
}

function firstWarehouse(view: ChannelView, has: Has): Alternative | null {
  const verdictOf = verdictsFor(view, { service: 'WAREHOUSE_SHIP' });
  const ready = warehousesOf(view)
    .filter(has)
    .flatMap((location) => {
      const { readyAt } = verdictOf(location);
      return readyAt ? [{ location, isStore: false, distanceKm: null, readyAt }] : [];
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
