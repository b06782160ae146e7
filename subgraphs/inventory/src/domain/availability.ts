import { judge, type ServiceType } from '@passerelle/eligibility';
import { isStale, type KnownLocation, lastToldAt, type Network } from './network.ts';
import { type ProtectionRule, protectedUnits, rulesInForce } from './protection.ts';
import { type ItemStock, levelWidth } from './stock.ts';

/** Most units a channel shows: enough to sell from, too few for others to count our stock. The same for all channels. */
export const displayCap = 999;
/** Fewer than this is LOW_STOCK. The same for all channels. */
export const lowStockThreshold = 5;

export type AvailabilityStatus = 'IN_STOCK' | 'LOW_STOCK' | 'OUT_OF_STOCK' | 'UNKNOWN_SKU';
export type Share = { readonly quantity: number; readonly locationCount: number };

export type SkuAvailability = {
  readonly sku: string;
  readonly item: ItemStock | null;
  readonly channelId: string;
  readonly status: AvailabilityStatus;
  readonly sellableQuantity: number;
  readonly isCapped: boolean;
  readonly warehouse: Share;
  readonly stores: Share;
  readonly pickup: { readonly isAvailable: boolean; readonly storeCount: number };
  readonly asOf: Date;
};

/** What a location may do for a channel now. */
export const duties = { warehouse: 1, stores: 2, pickup: 4 } as const;

/** The network as one channel sees it at one moment; serves every SKU of that moment. */
export type ChannelView = {
  readonly channelId: string;
  readonly at: Date;
  readonly network: Network;
  readonly rules: readonly ProtectionRule[];
  /** `duties` of each location, by its number. */
  readonly duties: Uint8Array;
  /** When each location last told its stock, in milliseconds; infinite when it keeps no such time. */
  readonly toldAt: Float64Array;
};

/** Judges every location for a channel: status, channel, service, pause, closures, capacity of the day, fresh stock. */
export function viewOf(network: Network, rules: readonly ProtectionRule[], channelId: string, at: Date): ChannelView {
  const size = Math.max(0, ...network.byNo.keys()) + 1;
  const view = {
    channelId,
    at,
    network,
    rules: rulesInForce(rules, at),
    duties: new Uint8Array(size),
    toldAt: new Float64Array(size).fill(Number.POSITIVE_INFINITY),
  };
  for (const location of network.byNo.values()) {
    view.duties[location.locationNo] = dutiesOf(location, channelId, at);
    view.toldAt[location.locationNo] = lastToldAt(location.feed)?.getTime() ?? Number.POSITIVE_INFINITY;
  }
  return view;
}

function dutiesOf({ facts, feed }: KnownLocation, channelId: string, at: Date): number {
  if (facts.status !== 'ACTIVE' || !facts.channelIds.includes(channelId) || isStale(feed, at)) return 0;
  const can = (service: ServiceType) => judge(facts, { service, channelId, at }).isEligible;
  if (facts.type === 'STORE') {
    return (can('SHIP_FROM_STORE') ? duties.stores : 0) | (can('CLICK_AND_COLLECT') ? duties.pickup : 0);
  }
  return facts.type !== 'COLLECTION_POINT' && can('WAREHOUSE_SHIP') ? duties.warehouse : 0;
}

/**
 * Units of one location that may be promised: on hand less reserved, blocked and protected, never below zero. `own` of
 * the reserved units are the caller's and count as free.
 */
export function sellableAt(view: ChannelView, item: ItemStock, offset: number, own = 0): number {
  const { levels, sku, category } = item;
  const onHand = levels[offset + 1] as number;
  const free = onHand - (levels[offset + 2] as number) - (levels[offset + 3] as number) + own;
  if (free <= 0 || view.rules.length === 0) return Math.max(0, free);
  const location = view.network.byNo.get(levels[offset] as number);
  if (!location) return 0;
  const { locationId, type: locationType } = location.facts;
  const place = { channelId: view.channelId, locationId, locationType, sku, category };
  return Math.max(0, free - protectedUnits(view.rules, place, onHand));
}

/** What a channel may promise of one SKU. */
export function availabilityOf(view: ChannelView, sku: string, item: ItemStock | null): SkuAvailability {
  const shares = { warehouse: none(), stores: none(), pickup: none() };
  let oldest = view.at.getTime();
  for (let offset = 0; item && offset < item.levels.length; offset += levelWidth) {
    const locationNo = item.levels[offset] as number;
    const duty = view.duties[locationNo] ?? 0;
    if (duty === 0) continue;
    oldest = Math.min(oldest, view.toldAt[locationNo] as number);
    const units = sellableAt(view, item, offset);
    if (units === 0) continue;
    if (duty & duties.warehouse) add(shares.warehouse, units);
    if (duty & duties.stores) add(shares.stores, units);
    if (duty & duties.pickup) add(shares.pickup, units);
  }
  const { pickup, ...shown } = shares;
  return {
    sku,
    item,
    channelId: view.channelId,
    ...shown,
    ...promised(item, shares.warehouse.quantity + shares.stores.quantity),
    pickup: { isAvailable: pickup.locationCount > 0, storeCount: pickup.locationCount },
    asOf: new Date(oldest),
  };
}

const none = () => ({ quantity: 0, locationCount: 0 });

function add(share: { quantity: number; locationCount: number }, units: number) {
  share.quantity += units;
  share.locationCount += 1;
}

/** Goods without stock control are always there: as many as a channel shows. */
function promised(item: ItemStock | null, counted: number) {
  if (!item) return { status: 'UNKNOWN_SKU', sellableQuantity: 0, isCapped: false } as const;
  const units = item.isTracked ? counted : Number.POSITIVE_INFINITY;
  const status: AvailabilityStatus =
    units === 0 ? 'OUT_OF_STOCK' : units < lowStockThreshold ? 'LOW_STOCK' : 'IN_STOCK';
  return { status, sellableQuantity: Math.min(units, displayCap), isCapped: units > displayCap };
}
