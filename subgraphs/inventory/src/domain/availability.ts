import { judge, type ServiceType } from '@passerelle/eligibility';
import { type ChannelThresholds, thresholdOf } from './low-stock.ts';
import { isStale, type KnownLocation, lastToldAt, type Network, standardFeed } from './network.ts';
import { accessOf, covers, type Part, type Pool, type PoolAccess, splitFree } from './pool.ts';
import { heldBack, type ProtectionRule, rulesInForce, strongestRule } from './protection.ts';
import { type ItemStock, levelWidth } from './stock.ts';

/** Most units a channel shows: enough to sell from, too few for others to count our stock. The same for all channels. */
export const displayCap = 999;

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
  /** What it was worked out from, so that it can be explained. */
  readonly view: ChannelView;
};

/** What a location may do for a channel now. */
export const duties = { warehouse: 1, stores: 2, pickup: 4 } as const;

/** The network as one channel sees it at one moment; serves every SKU of that moment. */
export type ChannelView = {
  readonly channelId: string;
  readonly at: Date;
  readonly network: Network;
  /** Rules in force that guard what is shown and promised, strongest first. */
  readonly rules: readonly ProtectionRule[];
  /** The same for what is given out as work. */
  readonly routingRules: readonly ProtectionRule[];
  /** Which units the channel may have. */
  readonly pools: PoolAccess;
  /** Below how many units the channel calls stock low; left out when it set nothing. */
  readonly thresholds?: ChannelThresholds;
  /** `duties` of each location, by its number. */
  readonly duties: Uint8Array;
  /** When each location last told its stock, in milliseconds; infinite when it keeps no such time. */
  readonly toldAt: Float64Array;
};

/** Judges every location for a channel: status, channel, service, pause, closures, capacity of the day, fresh stock. */
export function viewOf(
  network: Network,
  rules: readonly ProtectionRule[],
  channelId: string,
  at: Date,
  pools: readonly Pool[] = [],
  thresholds?: ChannelThresholds,
): ChannelView {
  const size = Math.max(0, ...network.byNo.keys()) + 1;
  const view = {
    channelId,
    at,
    network,
    rules: rulesInForce(rules, at, 'PUBLISHING'),
    routingRules: rulesInForce(rules, at, 'ROUTING'),
    pools: accessOf(pools, channelId),
    thresholds,
    duties: new Uint8Array(size),
    toldAt: new Float64Array(size).fill(Number.POSITIVE_INFINITY),
  };
  for (const location of network.byNo.values()) {
    view.duties[location.locationNo] = dutiesOf(location, channelId, at);
    view.toldAt[location.locationNo] = lastToldAt(location.feed)?.getTime() ?? Number.POSITIVE_INFINITY;
  }
  return view;
}

/** The same moment seen by who gives out work: other rules hold back stock. */
export const forRouting = (view: ChannelView): ChannelView => ({ ...view, rules: view.routingRules });

function dutiesOf({ facts, feed }: KnownLocation, channelId: string, at: Date): number {
  if (facts.status !== 'ACTIVE' || !facts.channelIds.includes(channelId) || isStale(feed, at)) return 0;
  const can = (service: ServiceType) => judge(facts, { service, channelId, at }).isEligible;
  if (facts.type === 'STORE') {
    return (can('SHIP_FROM_STORE') ? duties.stores : 0) | (can('CLICK_AND_COLLECT') ? duties.pickup : 0);
  }
  return facts.type !== 'COLLECTION_POINT' && can('WAREHOUSE_SHIP') ? duties.warehouse : 0;
}

/** What is added or taken away on the way from on hand to sellable. */
export type StepKind =
  | 'ON_HAND'
  | 'RESERVED'
  | 'DAMAGED_OR_BLOCKED'
  | 'INELIGIBLE_LOCATION'
  | 'STALE_LOCATION'
  | 'PROTECTED'
  | 'POOL_LIMIT'
  | 'DISPLAY_CAP';

/** Signed units at one location, and the rule or pool that took them. */
export type Note = {
  readonly locationNo: number;
  readonly kind: StepKind;
  readonly quantity: number;
  readonly rule?: ProtectionRule;
  readonly pool?: Pool;
};

/** Writes down how a number comes about while it does; left out when nobody wants to know. */
export type Witness = (note: Note) => void;

/**
 * Units of one location that may be promised: on hand less reserved, blocked and protected, never below zero, and of
 * these the ones in the channel's pools and in the shared stock if it may have that. `parts` is given what comes from
 * where.
 */
export function sellableAt(
  view: ChannelView,
  item: ItemStock,
  offset: number,
  witness?: Witness,
  parts?: Part[],
): number {
  const { levels } = item;
  const locationNo = levels[offset] as number;
  const onHand = levels[offset + 1] as number;
  let left = Math.max(0, onHand);
  const take = (kind: StepKind, wanted: number, rule?: ProtectionRule) => {
    const units = Math.min(left, wanted);
    left -= units;
    if (witness && units > 0) witness({ locationNo, kind, quantity: -units, rule });
  };
  take('RESERVED', levels[offset + 2] as number);
  take('DAMAGED_OR_BLOCKED', levels[offset + 3] as number);
  const rule = left > 0 ? ruleAt(view, item, locationNo) : undefined;
  if (rule) take('PROTECTED', heldBack(rule, onHand, silentMs(view, locationNo)), rule);
  if (left === 0) return 0;
  if (item.pools || view.pools.shared) return fromPools(view, item, locationNo, left, witness, parts);
  parts?.push({ poolNo: null, units: left });
  return left;
}

/** What the channel may have of the units that are free at a location. */
function fromPools(
  { pools: { byNo, own, shared }, network }: ChannelView,
  item: ItemStock,
  locationNo: number,
  free: number,
  witness?: Witness,
  parts?: Part[],
): number {
  const facts = network.byNo.get(locationNo)?.facts;
  const maySell = (poolNo: number | null) => {
    if (poolNo !== null) return own.has(poolNo);
    return shared === null || (facts !== undefined && shared.some((pool) => covers(pool, facts)));
  };
  let sellable = 0;
  for (const part of splitFree(free, item.pools?.filter((pool) => pool.locationNo === locationNo) ?? [])) {
    if (part.units === 0) continue;
    if (maySell(part.poolNo)) {
      sellable += part.units;
      parts?.push(part);
    } else {
      const pool = part.poolNo === null ? undefined : byNo.get(part.poolNo);
      witness?.({ locationNo, kind: 'POOL_LIMIT', quantity: -part.units, pool });
    }
  }
  return sellable;
}

/** The rule that holds back stock of one item at one location; undefined when none does. */
export function ruleAt(
  view: ChannelView,
  { sku, category }: Pick<ItemStock, 'sku' | 'category'>,
  locationNo: number,
): ProtectionRule | undefined {
  if (view.rules.length === 0) return undefined;
  const facts = view.network.byNo.get(locationNo)?.facts;
  const { channelId, rules } = view;
  return (
    facts && strongestRule(rules, { channelId, locationId: facts.locationId, locationType: facts.type, sku, category })
  );
}

/** How long a location has said nothing about its stock; 0 when it keeps no such time. */
export const silentMs = ({ at, toldAt }: ChannelView, locationNo: number): number => {
  const told = toldAt[locationNo] ?? Number.POSITIVE_INFINITY;
  return told === Number.POSITIVE_INFINITY ? 0 : Math.max(0, at.getTime() - told);
};

const ships = duties.warehouse | duties.stores;

/** What a channel may promise of one SKU. */
export function availabilityOf(
  view: ChannelView,
  sku: string,
  item: ItemStock | null,
  witness?: Witness,
): SkuAvailability {
  const shares = { warehouse: none(), stores: none(), pickup: none() };
  let oldest = view.at.getTime();
  for (let offset = 0; item && offset < item.levels.length; offset += levelWidth) {
    // What was oversold sells as nothing; of the past such levels are read too.
    if ((item.levels[offset + 1] as number) <= 0) continue;
    const locationNo = item.levels[offset] as number;
    const duty = view.duties[locationNo] ?? 0;
    if (witness) noteArrival(view, item, offset, witness);
    if (duty === 0) continue;
    oldest = Math.min(oldest, view.toldAt[locationNo] as number);
    const units = sellableAt(view, item, offset, duty & ships ? witness : undefined);
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
    ...promised(item, shares.warehouse.quantity + shares.stores.quantity, thresholdOf(view.thresholds, sku)),
    pickup: { isAvailable: pickup.locationCount > 0, storeCount: pickup.locationCount },
    asOf: new Date(oldest),
    view,
  };
}

/** Notes the units of a location of the channel, and that they stay there when it may not ship now. */
function noteArrival(view: ChannelView, { levels }: ItemStock, offset: number, witness: Witness): void {
  const locationNo = levels[offset] as number;
  const location = view.network.byNo.get(locationNo);
  const onHand = levels[offset + 1] as number;
  if (!location?.facts.channelIds.includes(view.channelId)) return;
  witness({ locationNo, kind: 'ON_HAND', quantity: onHand });
  if (((view.duties[locationNo] ?? 0) & ships) !== 0) return;
  // What bars it besides stale stock is more decisive, as it is in the reasons of the location.
  const isOnlyStale = (dutiesOf({ ...location, feed: standardFeed }, view.channelId, view.at) & ships) !== 0;
  witness({ locationNo, kind: isOnlyStale ? 'STALE_LOCATION' : 'INELIGIBLE_LOCATION', quantity: -onHand });
}

const none = () => ({ quantity: 0, locationCount: 0 });

function add(share: { quantity: number; locationCount: number }, units: number) {
  share.quantity += units;
  share.locationCount += 1;
}

/** Goods without stock control are always there: as many as a channel shows. */
function promised(item: ItemStock | null, counted: number, threshold: number) {
  if (!item) return { status: 'UNKNOWN_SKU', sellableQuantity: 0, isCapped: false } as const;
  const units = item.isTracked ? counted : Number.POSITIVE_INFINITY;
  const status: AvailabilityStatus = units === 0 ? 'OUT_OF_STOCK' : units < threshold ? 'LOW_STOCK' : 'IN_STOCK';
  return { status, sellableQuantity: Math.min(units, displayCap), isCapped: units > displayCap };
}
