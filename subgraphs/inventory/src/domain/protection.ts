import type { LocationType } from '@passerelle/eligibility';

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
  readonly validFrom: Date;
  readonly validTo: Date | null;
};

/** What a rule is asked about. `channelId` null asks for what is held back from every channel. */
export type ProtectedPlace = {
  readonly channelId: string | null;
  readonly locationId: string;
  readonly locationType: LocationType;
  readonly sku: string;
  readonly category: string | null;
};

const holds = (rule: ProtectionRule, at: Date) => rule.validFrom <= at && (rule.validTo === null || at < rule.validTo);

const covers = (list: readonly string[], value: string | null) =>
  list.length === 0 || (value !== null && list.includes(value));

const matches = (rule: ProtectionRule, place: ProtectedPlace) =>
  covers(rule.channelIds, place.channelId) &&
  covers(rule.locationIds, place.locationId) &&
  covers(rule.locationTypes, place.locationType) &&
  covers(rule.skus, place.sku) &&
  covers(rule.categories, place.category);

/** SKU over category over location over kind of location over channel; a rule that names two beats one that names one. */
const specificity = (rule: ProtectionRule) =>
  (rule.skus.length ? 16 : 0) +
  (rule.categories.length ? 8 : 0) +
  (rule.locationIds.length ? 4 : 0) +
  (rule.locationTypes.length ? 2 : 0) +
  (rule.channelIds.length ? 1 : 0);

/** Units a rule holds back of what is on hand. */
export const heldBack = (rule: ProtectionRule, onHand: number) =>
  rule.quantity ?? Math.ceil((Math.round((rule.percent ?? 0) * 100) * Math.max(0, onHand)) / 10_000);

/** Rules in force at one moment, strongest first. */
export type Protection = readonly ProtectionRule[];

/** Higher priority is stronger, then the more specific, then the smaller id so that the answer never depends on order. */
export const rulesInForce = (rules: readonly ProtectionRule[], at: Date): Protection =>
  rules
    .filter((rule) => holds(rule, at))
    .sort((a, b) => b.priority - a.priority || specificity(b) - specificity(a) || (a.id < b.id ? -1 : 1));

/** The one rule that applies: the strongest that matches; undefined when none does. */
export const strongestRule = (rules: Protection, place: ProtectedPlace) => rules.find((rule) => matches(rule, place));

/** Units held back of one item at one location. */
export function protectedUnits(rules: Protection, place: ProtectedPlace, onHand: number): number {
  if (rules.length === 0) return 0;
  const rule = strongestRule(rules, place);
  return rule ? heldBack(rule, onHand) : 0;
}
