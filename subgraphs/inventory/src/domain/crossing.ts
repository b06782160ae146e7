import type { Connection } from '@passerelle/values';
import { type ChannelView, duties, type SkuAvailability, silentMs } from './availability.ts';
import { thresholdOf } from './low-stock.ts';
import type { Pool } from './pool.ts';
import type { ProtectionRule } from './protection.ts';
import type { Item } from './stock.ts';

/** How often crossings are looked for. */
export const noticePauseMs = 5000;

export type StockStatus = 'OUT_OF_STOCK' | 'LOW_STOCK' | 'IN_STOCK';
export type CrossingKind = 'OUT_OF_STOCK' | 'BACK_IN_STOCK' | 'BELOW_THRESHOLD' | 'ABOVE_THRESHOLD';

/** A channel's sellable units of an item went over one of two lines: zero, or the channel's threshold. */
export type NewCrossing = {
  readonly channelId: string;
  readonly itemNo: number;
  readonly sku: string;
  readonly kind: CrossingKind;
  /** What `availability` answered when it was noticed. */
  readonly sellableQuantity: number;
  readonly threshold: number;
};

export type Crossing = Omit<NewCrossing, 'itemNo' | 'sku'> & {
  readonly crossingNo: string;
  readonly item: Item;
  readonly noticedAt: Date;
};

export type CrossingPage = Connection<Crossing>;

/** A channel that is told of its crossings. */
export type StockWatch = { readonly channelId: string; readonly startedBy: string; readonly startedAt: Date };

/** Which line lies between two statuses; the line at zero goes before the threshold. Null when nothing was crossed. */
export function crossingBetween(before: StockStatus, after: StockStatus): CrossingKind | null {
  if (before === after) return null;
  if (after === 'OUT_OF_STOCK') return 'OUT_OF_STOCK';
  if (before === 'OUT_OF_STOCK') return 'BACK_IN_STOCK';
  return after === 'LOW_STOCK' ? 'BELOW_THRESHOLD' : 'ABOVE_THRESHOLD';
}

/** Where a channel stands with an item, and what that means against what it was told last. */
export type Standing = {
  readonly channelId: string;
  readonly itemNo: number;
  readonly before: StockStatus;
  readonly after: StockStatus;
};

/** The status `availability` answers; what nobody sells is out of stock. */
export const statusOf = ({ status }: SkuAvailability): StockStatus =>
  status === 'UNKNOWN_SKU' ? 'OUT_OF_STOCK' : status;

/** The crossing between what a channel was told and what is; null when there is none. */
export function crossingOf(before: StockStatus, found: SkuAvailability): NewCrossing | null {
  const kind = crossingBetween(before, statusOf(found));
  if (!kind || !found.item) return null;
  return {
    channelId: found.channelId,
    itemNo: found.item.itemNo,
    sku: found.sku,
    kind,
    sellableQuantity: found.sellableQuantity,
    threshold: thresholdOf(found.view.thresholds, found.sku),
  };
}

/** What a look rested on beside stock: who may ship what, and which rules and pools were in force. */
export type Picture = {
  /** By rule id and version: the SKUs and locations it names, empty for all. */
  readonly rules: Readonly<
    Record<string, { readonly skus: readonly string[]; readonly locationIds: readonly string[] }>
  >;
  /** Pools by id and version, in one text. */
  readonly pools: string;
  /** By number of the location: what it may do for each watched channel. */
  readonly locations: Readonly<Record<string, string>>;
};

const bucketMs = 15 * 60_000;

/** What the watched channels' views rest on. A silent location under a widening rule changes every quarter of an hour. */
export function pictureOf(views: readonly ChannelView[], pools: readonly Pool[]): Picture {
  const rules = views.flatMap((view) => view.rules);
  const widensAfterMs = Math.min(...rules.map(({ widening }) => (widening?.afterMinutes ?? Infinity) * 60_000));
  const numbers = new Set(views.flatMap(({ network }) => [...network.byNo.keys()]));
  const silence = (locationNo: number) => {
    const overdueMs = views[0] ? silentMs(views[0], locationNo) - widensAfterMs : 0;
    return overdueMs > 0 ? Math.floor(overdueMs / bucketMs) : -1;
  };
  return {
    rules: Object.fromEntries(
      rules.map((rule) => [ruleName(rule), { skus: rule.skus, locationIds: rule.locationIds }]),
    ),
    pools: pools.map(({ id, version }) => `${id}:${version}`).join(' '),
    locations: Object.fromEntries(
      [...numbers].map((no) => [no, `${views.map((view) => shippingDuty(view, no)).join('')} ${silence(no)}`]),
    ),
  };
}

const ruleName = ({ id, version }: ProtectionRule) => `${id}:${version}`;
const shippingDuty = (view: ChannelView, no: number) => (view.duties[no] ?? 0) & (duties.warehouse | duties.stores);

/** Items that must be looked at although their stock did not move. */
export type Suspects = {
  readonly all: boolean;
  readonly skus: readonly string[];
  readonly locationIds: readonly string[];
  readonly locationNos: readonly number[];
};

/** What changed between two looks, beside stock; the first look of all suspects nothing: it has nothing to compare with. */
export function suspectsBetween(before: Picture | null, after: Picture): Suspects {
  if (!before) return { all: false, skus: [], locationIds: [], locationNos: [] };
  const changed = [...difference(before.rules, after.rules), ...difference(after.rules, before.rules)];
  const bySku = changed.filter(({ skus }) => skus.length > 0);
  const byLocation = changed.filter(({ skus, locationIds }) => skus.length === 0 && locationIds.length > 0);
  const numbers = new Set([...Object.keys(before.locations), ...Object.keys(after.locations)]);
  return {
    all: before.pools !== after.pools || bySku.length + byLocation.length < changed.length,
    skus: bySku.flatMap(({ skus }) => skus),
    locationIds: byLocation.flatMap(({ locationIds }) => locationIds),
    locationNos: [...numbers].filter((no) => before.locations[no] !== after.locations[no]).map(Number),
  };
}

const difference = (from: Picture['rules'], to: Picture['rules']) =>
  Object.entries(from).flatMap(([name, scope]) => (name in to ? [] : [scope]));
