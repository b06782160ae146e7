import { judge, type ServiceType } from '@passerelle/eligibility';
import {
  type IneligibilityCode,
  type IneligibilityReason,
  type InsufficientStock,
  insufficientStock,
  invalidInput,
} from '@passerelle/values';
import { type ChannelView, sellableAt } from './availability.ts';
import type { KnownLocation } from './network.ts';
import { staleReasons } from './pickup.ts';
import { newLine, openUnits, type Reservation, type ReservedLine } from './reservation.ts';
import { type Item, toVector } from './stock.ts';

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
const largestQuantity = 99_999;

/** Refusals of lines that no order may have, whatever the stock. */
export function checkOrderLines(
  lines: readonly { readonly orderLineId: string; readonly locationId: string; readonly quantity: number }[],
) {
  if (lines.length < 1 || lines.length > maximumOrderLines) {
    return [invalidInput(['lines'], `Give 1 to ${maximumOrderLines} lines.`)];
  }
  const seen = new Set<string>();
  return lines.flatMap(({ orderLineId, locationId, quantity }, index) => {
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
  facts.type === 'STORE' ? ['CLICK_AND_COLLECT', 'SHIP_FROM_STORE'] : ['WAREHOUSE_SHIP'];

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

/** Signed units by which `reserved` of each level changes: the order's units more, its cart's units less. */
export function reservedChanges(lines: readonly AllocationLine[], held: Reservation | null) {
  const taken = lines.filter(({ item }) => item.isTracked).map((line) => ({ ...levelOf(line), units: line.quantity }));
  const given = (held?.lines ?? []).map(({ itemNo, locationNo, ...line }) => ({
    itemNo,
    locationNo,
    units: -openUnits({ ...line }),
  }));
  return [...taken, ...given];
}

/** Refusals of levels that cannot give what an order takes beyond what its cart held there. */
export function allocationShortages(
  view: ChannelView,
  lines: readonly AllocationLine[],
  held: Reservation | null,
  levels: readonly StandingLevel[],
): InsufficientStock[] {
  const standing = new Map(levels.map((level) => [keyOf(level), level]));
  const ownUnits = Map.groupBy(held?.lines ?? [], keyOf);
  const groups = Map.groupBy(
    lines.map((line, index) => ({ ...line, index })).filter(({ item }) => item.isTracked),
    (line) => keyOf(levelOf(line)),
  );
  return [...groups].flatMap(([key, group]) => {
    const [first] = group;
    if (!first) return [];
    const wanted = group.reduce((sum, { quantity }) => sum + quantity, 0);
    const own = (ownUnits.get(key) ?? []).reduce((sum, line) => sum + openUnits(line), 0);
    const available = own + freeUnits(view, first, standing.get(key));
    if (wanted <= available) return [];
    return [insufficientStock(first.item.sku, wanted, available, ['lines', first.index, 'quantity'])];
  });
}

/** What may still be reserved at a level: never below zero, however much is reserved already. */
const freeUnits = (view: ChannelView, { item }: AllocationLine, level: StandingLevel | undefined): number =>
  level ? sellableAt(view, { ...item, levels: toVector([level]) }, 0) : 0;

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
  lines: readonly AllocationLine[],
  held: Reservation | null,
  { orderId, revision, channelId, at, nextId }: AllocationOf,
): Reservation[] {
  const tracked = lines
    .filter(({ item }) => item.isTracked)
    .toSorted((a, b) => a.location.locationNo - b.location.locationNo);
  return [...Map.groupBy(tracked, ({ location }) => location.locationNo)].map(([locationNo, group], position) => ({
    id: position === 0 && held ? held.id : nextId(),
    status: 'ALLOCATED',
    channelId,
    cartReference: null,
    orderId,
    revision,
    locationNo,
    expiresAt: null,
    version: 1,
    createdAt: position === 0 && held ? held.createdAt : at,
    lines: group.map(
      ({ orderLineId, item, quantity }, index): ReservedLine =>
        newLine({ lineNo: index + 1, orderLineId, itemNo: item.itemNo, sku: item.sku, locationNo, quantity }),
    ),
  }));
}
