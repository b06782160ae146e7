import { judge, type ServiceType } from '@passerelle/eligibility';
import {
  type Connection,
  type IneligibilityCode,
  type IneligibilityReason,
  type PageArguments,
  readPage,
  toConnection,
} from '@passerelle/values';
import { availabilityOf, type ChannelView, type Note, type Share, type SkuAvailability } from './availability.ts';
import type { KnownLocation } from './network.ts';
import { staleReasons } from './pickup.ts';
import { type ItemStock, offsetOf } from './stock.ts';

export type Step = Omit<Note, 'locationNo'>;

/** What one location adds to a number, and what it keeps. */
export type LocationShare = {
  readonly location: KnownLocation;
  readonly item: ItemStock;
  readonly quantities: {
    readonly onHand: number;
    readonly reserved: number;
    readonly blocked: number;
    readonly protected: number;
    readonly available: number;
  };
  readonly contributedQuantity: number;
  /** Why units were held back; empty when none were. */
  readonly reasons: readonly IneligibilityReason[];
};

export type LocationSharePage = Connection<LocationShare>;

export type Explanation = {
  /** Their sum is the sellable quantity; without DISPLAY_CAP, the one before the cap. */
  readonly steps: readonly Step[];
  /** Locations of the channel with stock, those that add most first. */
  readonly locations: readonly LocationShare[];
  readonly eligibilitySequence: string;
  /** Moment of the newest fact about locations; null when none is known. */
  readonly eligibilityAsOf: Date | null;
};

/** A share as callers see it. */
export type ShownShare = Share & { readonly exclusions: () => readonly Exclusion[] };

/** Stock left out for one reason. */
export type Exclusion = {
  readonly code: IneligibilityCode;
  readonly locationCount: number;
  readonly quantity: number;
};

/** How a number came about: worked out once more, by the same code, with somebody watching. */
export function explain({ view, sku, item }: SkuAvailability): Explanation {
  const notes: Note[] = [];
  const { sellableQuantity, isCapped } = availabilityOf(view, sku, item, (note) => notes.push(note));
  // Goods without stock control are not counted: there is nothing to add up.
  const steps = item?.isTracked ? sumSteps(notes) : [];
  const counted = steps.reduce((sum, { quantity }) => sum + quantity, 0);
  const cap: Step[] =
    isCapped && item?.isTracked ? [{ kind: 'DISPLAY_CAP', quantity: sellableQuantity - counted }] : [];
  return {
    steps: [...steps, ...cap],
    locations: item ? sharesOf(view, item, notes) : [],
    eligibilitySequence: String(view.network.sequence),
    eligibilityAsOf: newestFact(view),
  };
}

type LocationKey = readonly [number, number, number];

const locationKey = ({ contributedQuantity, quantities, location }: LocationShare): LocationKey => [
  -contributedQuantity,
  -quantities.onHand,
  location.locationNo,
];

const compareKeys = (a: LocationKey, b: LocationKey) => a[0] - b[0] || a[1] - b[1] || a[2] - b[2];

const mostLocations = 500;

/** One page of the locations of an explanation. */
export function pageShares(shares: readonly LocationShare[], page: PageArguments) {
  const window = readPage(page, { key: ['number', 'number', 'number'], maximum: mostLocations });
  if (!window.ok) return window;
  const { after, before, backwards, size } = window.value;
  const wanted = shares.filter(
    (share) =>
      (!after || compareKeys(locationKey(share), after as LocationKey) > 0) &&
      (!before || compareKeys(locationKey(share), before as LocationKey) < 0),
  );
  const rows = (backwards ? wanted.reverse() : wanted).slice(0, size + 1);
  return { ok: true as const, value: toConnection(rows, window.value, locationKey) };
}

/** Why stock of warehouses, or of stores, is not in their share: most units first. */
export function exclusionsOf(availability: SkuAvailability, share: 'warehouse' | 'stores'): Exclusion[] {
  const left = explain(availability).locations.filter(
    ({ location, contributedQuantity }) =>
      contributedQuantity === 0 && (location.facts.type === 'STORE') === (share === 'stores'),
  );
  return [...Map.groupBy(left, ({ reasons }) => reasons[0]?.code ?? 'NO_STOCK')]
    .map(([code, group]) => ({
      code,
      locationCount: group.length,
      quantity: group.reduce((sum, { quantities }) => sum + quantities.onHand, 0),
    }))
    .sort((a, b) => b.quantity - a.quantity || (a.code < b.code ? -1 : 1));
}

const stepOrder = [
  'ON_HAND',
  'INELIGIBLE_LOCATION',
  'STALE_LOCATION',
  'RESERVED',
  'DAMAGED_OR_BLOCKED',
  'PROTECTED',
  'POOL_LIMIT',
  'DISPLAY_CAP',
] as const;

/** One step a kind, rule and pool, in the order things are taken away. */
function sumSteps(notes: readonly Note[]): Step[] {
  const groups = Map.groupBy(notes, ({ kind, rule, pool }) => `${kind}:${rule?.id ?? pool?.id ?? ''}`);
  return [...groups.values()]
    .map(([first, ...rest]): Step => {
      const { kind, rule, pool, quantity } = first as Note;
      return { kind, rule, pool, quantity: rest.reduce((sum, note) => sum + note.quantity, quantity) };
    })
    .sort((a, b) => stepOrder.indexOf(a.kind) - stepOrder.indexOf(b.kind) || a.quantity - b.quantity);
}

function sharesOf(view: ChannelView, item: ItemStock, notes: readonly Note[]): LocationShare[] {
  return [...Map.groupBy(notes, ({ locationNo }) => locationNo)]
    .map(([locationNo, group]) => shareOf(view, item, offsetOf(item, locationNo) as number, group))
    .sort((a, b) => compareKeys(locationKey(a), locationKey(b)));
}

function shareOf(view: ChannelView, item: ItemStock, offset: number, notes: readonly Note[]): LocationShare {
  const [locationNo, onHand, reserved, blocked] = item.levels.subarray(offset, offset + 4) as unknown as number[];
  const location = view.network.byNo.get(locationNo as number) as KnownLocation;
  const units = { onHand: onHand as number, reserved: reserved as number, blocked: blocked as number };
  const held = notes.find(({ kind }) => kind === 'PROTECTED');
  const contributedQuantity = notes.reduce((sum, { quantity }) => sum + quantity, 0);
  const kept = Math.abs(held?.quantity ?? 0);
  return {
    location,
    item,
    quantities: {
      ...units,
      protected: kept,
      available: Math.max(0, units.onHand - units.reserved - units.blocked - kept),
    },
    contributedQuantity,
    reasons: [...barred(view, location), ...heldReasons(location, item, notes, contributedQuantity)],
  };
}

const isLeftOut = ({ kind }: Note) => kind === 'INELIGIBLE_LOCATION' || kind === 'STALE_LOCATION';

/** Why a location may not ship for the channel now; empty when it may. */
function barred({ channelId, at }: ChannelView, location: KnownLocation): IneligibilityReason[] {
  const { facts } = location;
  if (facts.type === 'COLLECTION_POINT') {
    const message = `${facts.name} is a collection point and ships nothing.`;
    return [{ code: 'SERVICE_DISABLED', message, until: null }, ...staleReasons(location, at)];
  }
  const service: ServiceType = facts.type === 'STORE' ? 'SHIP_FROM_STORE' : 'WAREHOUSE_SHIP';
  return [...judge(facts, { service, channelId, at }).reasons, ...staleReasons(location, at)];
}

function heldReasons(
  { facts }: KnownLocation,
  { sku }: ItemStock,
  notes: readonly Note[],
  contributed: number,
): IneligibilityReason[] {
  if (notes.some(isLeftOut)) return [];
  const reasons = notes.flatMap((note): IneligibilityReason[] => {
    const units = -note.quantity;
    if (note.kind === 'PROTECTED') {
      const message = `Rule ${note.rule?.id} holds back ${units} units of ${sku} at ${facts.name}.`;
      return [{ code: 'PROTECTED', message, until: note.rule?.validTo ?? null }];
    }
    if (note.kind === 'POOL_LIMIT') {
      const owner = note.pool
        ? `set apart in pool ${note.pool.name}`
        : 'shared stock, which the channel does not draw on';
      return [
        { code: 'POOL_EXHAUSTED', message: `${units} units of ${sku} at ${facts.name} are ${owner}.`, until: null },
      ];
    }
    const isAllGone = contributed === 0 && (note.kind === 'RESERVED' || note.kind === 'DAMAGED_OR_BLOCKED');
    if (!isAllGone || notes.some(({ kind }) => kind === 'PROTECTED' || kind === 'POOL_LIMIT')) return [];
    if (note.kind === 'RESERVED') {
      return [
        { code: 'ALL_RESERVED', message: `${units} units of ${sku} are reserved at ${facts.name}.`, until: null },
      ];
    }
    return [{ code: 'NO_STOCK', message: `${units} units of ${sku} are not for sale at ${facts.name}.`, until: null }];
  });
  return [...new Map(reasons.map((reason) => [reason.code, reason])).values()];
}

function newestFact({ network }: ChannelView): Date | null {
  let newest: Date | null = null;
  for (const { facts } of network.byNo.values()) {
    if (!newest || facts.occurredAt > newest) newest = facts.occurredAt;
  }
  return newest;
}
