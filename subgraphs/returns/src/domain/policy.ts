import type { Money } from '@passerelle/values';
import type { Disposition } from './inspection.ts';
import type { OrderFacts, OrderLineFacts } from './order-facts.ts';
import type { ReturnMethod, ReturnReason } from './return.ts';

/** What a policy is for; null stands for any. */
export type PolicyScope = {
  readonly channelId: string | null;
  readonly countryCode: string | null;
  readonly customerGroup: string | null;
  readonly category: string | null;
};

/** Orders placed within `[placedFrom, placedTo)` may come back until `returnableUntil`, when that is later. */
export type Season = { readonly placedFrom: Date; readonly placedTo: Date; readonly returnableUntil: Date };

export type DeliveryRefund = 'NEVER' | 'FULL_RETURN' | 'FAULT' | 'ALWAYS';
export type RefundTiming = 'AFTER_INSPECTION' | 'ON_RECEIPT' | 'ON_APPROVAL';

/** RECEIVER: of the location that takes the goods. SELLER: of the seller, to whom they are sent on. */
export type StockOwner = 'RECEIVER' | 'SELLER';

/** What may be taken back from somebody without a receipt; null of `PolicyTerms.withoutReceipt` means nothing. */
export type WithoutReceipt = {
  /** Highest value of one such return, one amount a currency; a currency without one takes nothing. */
  readonly maximumValues: readonly Money[];
  readonly maximumUnits: number;
  /** Returns of one person within so many days. */
  readonly maximumReturns: number;
  readonly periodDays: number;
  /** Whether a person must approve each. */
  readonly needsReview: boolean;
  /** Kept of the value of goods, in hundredths of a percent. */
  readonly restockingFeeBasisPoints: number;
};

export type PolicyTerms = {
  /** False when the channel handles its own returns. */
  readonly isAllowed: boolean;
  readonly isFinalSale: boolean;
  /** Days of 24 hours after delivery; null for ever. */
  readonly windowDays: number | null;
  readonly seasons: readonly Season[];
  readonly methods: readonly ReturnMethod[];
  readonly carrier: string;
  readonly carrierDestinationId: string | null;
  /** Kept of the value of goods, in hundredths of a percent. */
  readonly restockingFeeBasisPoints: number;
  /** Kept once a return for a label, one amount a currency. */
  readonly labelFees: readonly Money[];
  /** Reasons that are the retailer's fault: no fee is kept. */
  readonly faultReasons: readonly ReturnReason[];
  readonly deliveryRefund: DeliveryRefund;
  readonly refundTiming: RefundTiming;
  readonly reviewAboveUnits: number | null;
  readonly reviewAboveValues: readonly Money[];
  readonly reviewReasons: readonly ReturnReason[];
  /** Days after which an approved return of which nothing arrived ends; null never. */
  readonly expiresAfterDays: number | null;
  /** What becomes of goods that come back as new. */
  readonly authorizedDisposition: Disposition;
  /** Findings on goods worth more need a second person, one amount a currency. */
  readonly twoPersonsAboveValues: readonly Money[];
  readonly stockOwner: StockOwner;
  readonly withoutReceipt: WithoutReceipt | null;
};

/** Terms of a policy for orders placed within `[validFrom, validTo)`; a null bound is none. */
export type PolicyVersion = {
  readonly policyId: string;
  readonly version: number;
  readonly validFrom: Date | null;
  readonly validTo: Date | null;
  readonly terms: PolicyTerms;
};
export type ScopedVersion = PolicyVersion & PolicyScope;

/** A version with who wrote it. */
export type WrittenVersion = PolicyVersion & { readonly changedBy: string; readonly changedAt: Date };

export type ReturnPolicy = PolicyScope & {
  readonly id: string;
  readonly name: string;
  readonly version: number;
  readonly archivedAt: Date | null;
  /** Oldest first. */
  readonly versions: readonly WrittenVersion[];
};

/** Terms in force, with where they come from; no policy at all allows nothing. */
export type AppliedPolicy = PolicyTerms & { readonly policyId: string | null; readonly policyVersion: number | null };

const nothingAllowed: AppliedPolicy = {
  policyId: null,
  policyVersion: null,
  isAllowed: false,
  isFinalSale: false,
  windowDays: null,
  seasons: [],
  methods: [],
  carrier: '',
  carrierDestinationId: null,
  restockingFeeBasisPoints: 0,
  labelFees: [],
  faultReasons: [],
  deliveryRefund: 'NEVER',
  refundTiming: 'AFTER_INSPECTION',
  reviewAboveUnits: null,
  reviewAboveValues: [],
  reviewReasons: [],
  expiresAfterDays: null,
  authorizedDisposition: 'RESTOCK',
  twoPersonsAboveValues: [],
  stockOwner: 'RECEIVER',
  withoutReceipt: null,
};

/** Which scope is nearer when several match: category before customer group before channel before country. */
const weights: Readonly<Record<keyof PolicyScope, number>> = {
  category: 8,
  customerGroup: 4,
  channelId: 2,
  countryCode: 1,
};
const scopeKeys = Object.keys(weights) as (keyof PolicyScope)[];

const matches = (policy: PolicyScope, facts: PolicyScope) =>
  scopeKeys.every((key) => policy[key] === null || policy[key] === facts[key]);
const nearness = (policy: PolicyScope) =>
  scopeKeys.reduce((sum, key) => sum + (policy[key] === null ? 0 : weights[key]), 0);
const isInForce = ({ validFrom, validTo }: PolicyVersion, at: Date) =>
  (validFrom === null || validFrom <= at) && (validTo === null || at < validTo);

/** The nearest policy in force at a moment. */
export function policyFor(versions: readonly ScopedVersion[], facts: PolicyScope, at: Date): AppliedPolicy {
  const [nearest] = versions
    .filter((version) => matches(version, facts) && isInForce(version, at))
    .sort((a, b) => nearness(b) - nearness(a));
  return nearest ? { ...nearest.terms, policyId: nearest.policyId, policyVersion: nearest.version } : nothingAllowed;
}

/** What policies apply to an order: one to it as a whole, one to each line by its category. */
export type OrderPolicies = {
  readonly whole: AppliedPolicy;
  readonly ofLine: (line: Pick<OrderLineFacts, 'category'>) => AppliedPolicy;
};

type Purchase = Partial<Pick<OrderFacts, 'channelId' | 'countryCode' | 'placedAt' | 'deliveredAt'>>;

/** The policies in force when the goods were bought; the moment of delivery, or now, stands in for one unknown. */
export function policiesFor(
  versions: readonly ScopedVersion[],
  order: Purchase,
  customerGroup: string | null,
  now: Date,
): OrderPolicies {
  const at = order.placedAt ?? order.deliveredAt ?? now;
  const facts = { channelId: order.channelId ?? null, countryCode: order.countryCode ?? null, customerGroup };
  const of = (category: string | null) => policyFor(versions, { ...facts, category }, at);
  return { whole: of(null), ofLine: ({ category }) => of(category) };
}

/** The amount of one currency, in minor units; null when none is given for it. */
export const amountIn = (amounts: readonly Money[], currency: string): number | null =>
  amounts.find((amount) => amount.currency === currency)?.minor ?? null;
