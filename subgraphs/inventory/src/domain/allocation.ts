import { judge, type ServiceType } from '@passerelle/eligibility';
import {
  type IneligibilityCode,
  type IneligibilityReason,
  type InsufficientStock,
  insufficientStock,
  invalidInput,
  ok,
  type Result,
  refuse,
} from '@passerelle/values';
import { type ChannelView, sellableAt } from './availability.ts';
import type { KnownLocation } from './network.ts';
import { staleReasons } from './pickup.ts';
import type { Part, PoolStock } from './pool.ts';
import { newLine, openLevels, type Reservation, type ReservedLine } from './reservation.ts';
import { type HeldUnits, type Item, toVector } from './stock.ts';
import { checkNames } from './stock-event.ts';

/** A line to allocate, its SKU and location found. */
export type AllocationLine = {
  readonly orderLineId: string;
  readonly item: Item;
  readonly location: KnownLocation;
  readonly quantity: number;
};

/** A level as it stands under its lock. */
export type StandingLevel = {
  readonly itemNo: number;
  readonly locationNo: number;
  readonly onHand: number;
  readonly reserved: number;
  readonly blocked: number;
};

export const maximumOrderLines = 500;
export const largestQuantity = 99_999;

/** Refusals of lines that no order may have, whatever the stock. */
export function checkOrderLines(
  lines: readonly {
    readonly orderLineId: string;
    readonly sku: string;
    readonly locationId: string;
    readonly quantity: number;
  }[],
) {
  if (lines.length < 1 || lines.length > maximumOrderLines) {
    return [invalidInput(['lines'], `Give 1 to ${maximumOrderLines} lines.`)];
  }
  const seen = new Set<string>();
  return lines.flatMap(({ orderLineId, sku, locationId, quantity }, index) => {
    const unkept = checkNames({ orderLineId, sku }, ['lines', index]);
    if (unkept.length > 0) return unkept;
    if (quantity < 1 || quantity > largestQuantity) {
      return [invalidInput(['lines', index, 'quantity'], `A quantity is 1 to ${largestQuantity} units.`)];
    }
    const key = `${orderLineId}\n${locationId}`;
    if (seen.has(key)) {
      return [
        invalidInput(['lines', index, 'orderLineId'], `${orderLineId} names ${locationId} twice; add its units up.`),
      ];
    }
    seen.add(key);
    return [];
  });
}

const servicesOf = ({ facts }: KnownLocation): readonly ServiceType[] =>
  facts.type === 'STORE' ? ['CLICK_AND_COLLECT', 'SHIP_FROM_STORE', 'CURBSIDE_PICKUP'] : ['WAREHOUSE_SHIP'];

/** Opening hours, capacity and size are for routing to weigh and for store-network to book; these are not. */
const lastingReasons: ReadonlySet<IneligibilityCode> = new Set([
  'LOCATION_INACTIVE',
  'CHANNEL_NOT_SERVED',
  'SERVICE_DISABLED',
  'SERVICE_PAUSED',
  'STOCK_STALE',
]);

/** Why a location may take no order of the channel, by any of its services; empty when it may. */
export function allocationReasons(location: KnownLocation, channelId: string, at: Date): IneligibilityReason[] {
  const verdicts = servicesOf(location).map((service) =>
    judge(location.facts, { service, channelId, at }).reasons.filter(({ code }) => lastingReasons.has(code)),
  );
  const stale = staleReasons(location, at);
  const reasons = [...(verdicts.every((found) => found.length > 0) ? (verdicts[0] ?? []) : []), ...stale];
  return reasons;
}

const keyOf = ({ itemNo, locationNo }: { readonly itemNo: number; readonly locationNo: number }) =>
  `${itemNo}:${locationNo}`;
const levelOf = ({ item, location }: AllocationLine) => ({ itemNo: item.itemNo, locationNo: location.locationNo });

/** Levels that an allocation touches: those it takes from and those its cart held. */
export function touchedLevels(lines: readonly AllocationLine[], held: Reservation | null) {
  const keys = [...lines.filter(({ item }) => item.isTracked).map(levelOf), ...(held?.lines ?? [])];
  return [
    ...new Map(keys.map(({ itemNo, locationNo }) => [keyOf({ itemNo, locationNo }), { itemNo, locationNo }])).values(),
  ];
}

/** Units of a line that come from one pool, or from the shared stock. */
export type FilledLine = AllocationLine & { readonly poolNo: number | null };

/** Signed units by which `reserved` of each level changes: the order's units more, its cart's units less. */
export function reservedChanges(lines: readonly FilledLine[], held: Reservation | null): HeldUnits[] {
  const taken = lines.map((line) => ({ ...levelOf(line), poolNo: line.poolNo, units: line.quantity }));
  const given = held ? openLevels(held).map((level) => ({ ...level, units: -level.units })) : [];
  return [...taken, ...given];
}

/** The stock under lock that lines are filled from. */
export type LockedStock = { readonly levels: readonly StandingLevel[]; readonly pools: readonly PoolStock[] };

/** The same stock once `reserved` changed by these signed units. */
export const withReserved = ({ levels, pools }: LockedStock, changes: readonly HeldUnits[]): LockedStock => ({
  levels: levels.map((level) => ({
    ...level,
    reserved: level.reserved + sumOf(changes.filter((change) => keyOf(change) === keyOf(level))),
  })),
  pools: pools.map((pool) => ({
    ...pool,
    reserved:
      pool.reserved + sumOf(changes.filter((change) => keyOf(change) === keyOf(pool) && change.poolNo === pool.poolNo)),
  })),
});

const sumOf = (changes: readonly HeldUnits[]) => changes.reduce((sum, { units }) => sum + units, 0);

/**
 * Fills the tracked lines: from what the order's cart held at the level, whatever became of the stock, then from what is
 * free there. A line that draws on two pools becomes two. Refuses each level that cannot give enough.
 */
export function fillLines(
  view: ChannelView,
  lines: readonly AllocationLine[],
  held: Reservation | null,
  { levels, pools }: LockedStock,
): Result<readonly FilledLine[], InsufficientStock> {
  const standing = new Map(levels.map((level) => [keyOf(level), level]));
  const own = Map.groupBy(held ? openLevels(held) : [], keyOf);
  const groups = Map.groupBy(
    lines.map((line, index) => ({ ...line, index })).filter(({ item }) => item.isTracked),
    (line) => keyOf(levelOf(line)),
  );
  const refusals: InsufficientStock[] = [];
  const filled: FilledLine[] = [];
  for (const [key, group] of groups) {
    const first = group[0] as (typeof group)[number];
    const wanted = group.reduce((sum, { quantity }) => sum + quantity, 0);
    const parts = [...(own.get(key) ?? []), ...freeParts(view, first, standing.get(key), pools)];
    const available = parts.reduce((sum, { units }) => sum + units, 0);
    if (wanted > available) {
      refusals.push(insufficientStock(first.item.sku, wanted, available, ['lines', first.index, 'quantity']));
    } else filled.push(...fillFrom(parts, group));
  }
  return refusals.length > 0 ? refuse(...refusals) : ok(filled);
}

function fillFrom(parts: readonly Part[], lines: readonly AllocationLine[]): FilledLine[] {
  const left = parts.map((part) => ({ ...part }));
  return lines.flatMap((line) => {
    const byPool = new Map<number | null, number>();
    let missing = line.quantity;
    for (const part of left) {
      const units = Math.min(missing, part.units);
      if (units === 0) continue;
      part.units -= units;
      missing -= units;
      byPool.set(part.poolNo, (byPool.get(part.poolNo) ?? 0) + units);
    }
    return [...byPool].map(([poolNo, quantity]) => ({ ...line, poolNo, quantity }));
  });
}

/** What may still be reserved at a level: nothing when more is reserved than is there. */
function freeParts(
  view: ChannelView,
  { item, location: { locationNo } }: AllocationLine,
  level: StandingLevel | undefined,
  pools: readonly PoolStock[],
): readonly Part[] {
  if (!level) return [];
  const here = pools.filter((pool) => pool.itemNo === item.itemNo && pool.locationNo === locationNo);
  const parts: Part[] = [];
  sellableAt(view, { ...item, levels: toVector([level]), pools: here }, 0, undefined, parts);
  return parts;
}

export type AllocationOf = {
  readonly orderId: string;
  readonly revision: number;
  readonly channelId: string;
  readonly at: Date;
  /** Gives ids of new reservations. */
  readonly nextId: () => string;
};

/** One reservation a location, in their order. The first takes over the cart's, so that its id stays good. */
export function allocationsOf(
  lines: readonly FilledLine[],
  held: Reservation | null,
  { orderId, revision, channelId, at, nextId }: AllocationOf,
): Reservation[] {
  const sorted = lines.toSorted((a, b) => a.location.locationNo - b.location.locationNo);
  return [...Map.groupBy(sorted, ({ location }) => location.locationNo)].map(([locationNo, group], position) => ({
    id: position === 0 && held ? held.id : nextId(),
    status: 'ALLOCATED',
    channelId,
    cartReference: null,
    heldBy: null,
    orderId,
    revision,
    locationNo,
    expiresAt: null,
    version: 1,
    createdAt: position === 0 && held ? held.createdAt : at,
    lines: group.map(
      ({ orderLineId, item, poolNo, quantity }, index): ReservedLine =>
        newLine({ lineNo: index + 1, orderLineId, itemNo: item.itemNo, sku: item.sku, locationNo, poolNo, quantity }),
    ),
  }));
}
