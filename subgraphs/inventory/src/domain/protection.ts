import type { LocationType } from '@passerelle/eligibility';
import type { Connection } from '@passerelle/values';

/** Holds back stock from being promised. An empty list means all. */
export type ProtectionRule = {
  readonly id: string;
  readonly channelIds: readonly string[];
  readonly locationIds: readonly string[];
  readonly locationTypes: readonly string[];
  readonly skus: readonly string[];
  readonly categories: readonly string[];
  /** Units held back at each location; null when `percent` is used. */
  readonly quantity: number | null;
  /** Share of on-hand held back, 0 to 100; null when `quantity` is used. */
  readonly percent: number | null;
  readonly priority: number;
  readonly guards: Guards;
  /** How it grows while a till is silent; null when it does not. */
  readonly widening: Widening | null;
  readonly validFrom: Date;
  readonly validTo: Date | null;
  /** Kept in the audit trail. */
  readonly reason: string | null;
  /** Grows by one with each change. */
  readonly version: number;
};

/** What stock is asked for: to be shown and promised to shoppers, or to be given to a location as work. */
export const buffers = ['PUBLISHING', 'ROUTING'] as const;
export type Buffer = (typeof buffers)[number];
export type Guards = Buffer | 'BOTH';

/** A location that has said nothing for longer than `afterMinutes` has more held back, the longer the more. */
export type Widening = { readonly afterMinutes: number; readonly percentPerHour: number };

export type RulePage = Connection<ProtectionRule>;

/** What a rule is asked about. `channelId` null asks for what is held back from every channel. */
export type ProtectedPlace = {
  readonly channelId: string | null;
  readonly locationId: string;
  readonly locationType: LocationType;
  readonly sku: string;
  readonly category: string | null;
};

export const isActive = (rule: Pick<ProtectionRule, 'validFrom' | 'validTo'>, at: Date) =>
  rule.validFrom <= at && (rule.validTo === null || at < rule.validTo);

const covers = (list: readonly string[], value: string | null) =>
  list.length === 0 || (value !== null && list.includes(value));

const matches = (rule: ProtectionRule, place: ProtectedPlace) =>
  covers(rule.channelIds, place.channelId) &&
  covers(rule.locationIds, place.locationId) &&
  covers(rule.locationTypes, place.locationType) &&
  covers(rule.skus, place.sku) &&
  covers(rule.categories, place.category);

/** SKU over category over location over kind of location over channel; a rule that names two beats one that names one. */
export const specificity = (rule: ProtectionRule) =>
  (rule.skus.length ? 16 : 0) +
  (rule.categories.length ? 8 : 0) +
  (rule.locationIds.length ? 4 : 0) +
  (rule.locationTypes.length ? 2 : 0) +
  (rule.channelIds.length ? 1 : 0);

const hourMs = 3_600_000;

/**
 * Units a rule holds back of what is on hand, at a location that has been silent for `silentMs` milliseconds:
 *
 *     held = ⌈base × (1 + percentPerHour / 100 × hours of silence beyond `afterMinutes`)⌉
 *
 * where base is `quantity`, or `percent` of on-hand rounded up. It never shrinks with silence. Source: ours; a till sells
 * at some rate whether it reports or not, so what it may have sold unseen grows with time.
 */
export function heldBack({ quantity, percent, widening }: ProtectionRule, onHand: number, silentMs = 0): number {
  const base = quantity ?? Math.ceil((Math.round((percent ?? 0) * 100) * Math.max(0, onHand)) / 10_000);
  const overdueMs = widening ? silentMs - widening.afterMinutes * 60_000 : 0;
  if (!widening || overdueMs <= 0 || base === 0) return base;
  return Math.min(mostUnits, Math.ceil(base * (1 + (widening.percentPerHour * overdueMs) / (100 * hourMs))));
}

/** More than any level holds; keeps a silent year from leaving the range of integers. */
const mostUnits = 2 ** 31 - 1;

/** Rules in force at one moment, strongest first. */
export type Protection = readonly ProtectionRule[];

/** Higher priority is stronger, then the more specific, then the smaller id so that the answer never depends on order. */
export const rulesInForce = (rules: readonly ProtectionRule[], at: Date, buffer: Buffer): Protection =>
  rules
    .filter((rule) => isActive(rule, at) && (rule.guards === 'BOTH' || rule.guards === buffer))
    .sort((a, b) => b.priority - a.priority || specificity(b) - specificity(a) || (a.id < b.id ? -1 : 1));

/** The one rule that applies: the strongest that matches; undefined when none does. */
export const strongestRule = (rules: Protection, place: ProtectedPlace) => rules.find((rule) => matches(rule, place));

/** Units held back of one item at one location that has been silent for `silentMs` milliseconds. */
export function protectedUnits(rules: Protection, place: ProtectedPlace, onHand: number, silentMs = 0): number {
  const rule = strongestRule(rules, place);
  return rule ? heldBack(rule, onHand, silentMs) : 0;
}
