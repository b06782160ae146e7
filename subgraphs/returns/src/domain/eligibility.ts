import type { Claims, OrderFacts, OrderLineFacts } from './order-facts.ts';
import { type AppliedPolicy, amountIn, type OrderPolicies, type PolicyTerms } from './policy.ts';
import type { PolicyOutcome, ReturnMethod, ReturnReason, ReviewReason } from './return.ts';

export type IneligibilityReason =
  | 'NOT_DELIVERED'
  | 'ORDER_CANCELLED'
  | 'WINDOW_CLOSED'
  | 'FINAL_SALE'
  | 'ALREADY_RETURNED'
  | 'CHANNEL_NOT_ALLOWED'
  | 'RECEIPT_REQUIRED'
  | 'LIMIT_REACHED';

export const dayMs = 24 * 60 * 60 * 1000;

type Moments = Pick<OrderFacts, 'deliveredAt' | 'cancelledAt'> & { readonly placedAt?: Date | null };

/** Last moment to ask; null when not delivered yet or without limit. A season only ever prolongs. */
export function returnableUntil(
  { windowDays, seasons }: Pick<PolicyTerms, 'windowDays' | 'seasons'>,
  { deliveredAt, placedAt }: Pick<Moments, 'deliveredAt' | 'placedAt'>,
): Date | null {
  if (deliveredAt === null || windowDays === null) return null;
  const prolonged = seasons
    .filter((season) => placedAt && season.placedFrom <= placedAt && placedAt < season.placedTo)
    .map((season) => season.returnableUntil.getTime());
  return new Date(Math.max(deliveredAt.getTime() + windowDays * dayMs, ...prolonged));
}

/** Why goods under a policy may not be returned now, most decisive first; empty when they may. */
export function reasonsAgainst(
  policy: AppliedPolicy,
  order: Moments,
  now: Date,
  isLost = false,
): IneligibilityReason[] {
  const until = returnableUntil(policy, order);
  const reasons: [IneligibilityReason, boolean][] = [
    ['ORDER_CANCELLED', order.cancelledAt !== null],
    ['CHANNEL_NOT_ALLOWED', !policy.isAllowed],
    // What never arrived is not delivered by nature.
    ['NOT_DELIVERED', order.deliveredAt === null && !isLost],
    ['WINDOW_CLOSED', until !== null && now > until],
    ['FINAL_SALE', policy.isFinalSale],
  ];
  return reasons.filter(([, holds]) => holds).map(([reason]) => reason);
}

export type ReturnEligibility = {
  readonly isReturnable: boolean;
  readonly returnableUntil: Date | null;
  readonly methods: ReturnMethod[];
  readonly reasons: IneligibilityReason[];
};

/** Units that neither came back nor are asked to. */
export const unclaimed = (fulfilledQuantity: number, claim: Pick<Claims, 'requestedQuantity'> | null): number =>
  Math.max(0, fulfilledQuantity - (claim?.requestedQuantity ?? 0));

function judge(policy: AppliedPolicy, order: Moments, now: Date, isUsedUp: boolean): ReturnEligibility {
  const reasons = reasonsAgainst(policy, order, now);
  if (isUsedUp) reasons.push('ALREADY_RETURNED');
  const isReturnable = reasons.length === 0;
  return {
    isReturnable,
    returnableUntil: returnableUntil(policy, order),
    methods: isReturnable ? [...policy.methods] : [],
    reasons,
  };
}

/** Whether and how units of one line may be returned now. */
export const judgeLine = (
  { ofLine }: OrderPolicies,
  line: Pick<OrderLineFacts, 'category' | 'fulfilledQuantity'>,
  { order, claim, now }: { order: Moments; claim: Pick<Claims, 'requestedQuantity'> | null; now: Date },
): ReturnEligibility =>
  judge(ofLine(line), order, now, line.fulfilledQuantity > 0 && unclaimed(line.fulfilledQuantity, claim) === 0);

const latest = (verdicts: readonly ReturnEligibility[]): Date | null =>
  verdicts.some(({ returnableUntil: until }) => until === null)
    ? null
    : new Date(Math.max(...verdicts.map(({ returnableUntil: until }) => (until as Date).getTime())));

/**
 * Whether and how goods may be returned now: yes when any line may. Otherwise the reasons of all lines, each once. `facts`
 * tell the lines; null while nothing is known, when the policy for everything else answers.
 */
export function judgeOrder(
  policies: OrderPolicies,
  order: Moments & { readonly facts: OrderFacts | null; readonly claims: readonly Claims[] },
  now: Date,
): ReturnEligibility {
  const claimOf = new Map(order.claims.map((claim) => [claim.orderLineId, claim]));
  const verdicts = (order.facts?.lines ?? [])
    .filter((line) => line.fulfilledQuantity > 0)
    .map((line) => judgeLine(policies, line, { order, claim: claimOf.get(line.orderLineId) ?? null, now }));
  if (verdicts.length === 0) return judge(policies.whole, order, now, false);
  const open = verdicts.filter(({ isReturnable }) => isReturnable);
  return {
    isReturnable: open.length > 0,
    returnableUntil: latest(open.length > 0 ? open : verdicts),
    methods: [...new Set(open.flatMap(({ methods }) => methods))],
    reasons: open.length > 0 ? [] : [...new Set(verdicts.flatMap(({ reasons }) => reasons))],
  };
}

type AskedLine = { readonly quantity: number; readonly reason: ReturnReason };
type Asked = { readonly lines: readonly AskedLine[]; readonly valueMinor: number; readonly currency: string };

/** Why a return that the policy allows waits for a person; empty when it does not. */
export function reviewReasonsOf(policy: AppliedPolicy, { lines, valueMinor, currency }: Asked): ReviewReason[] {
  const units = lines.reduce((sum, line) => sum + line.quantity, 0);
  const highest = amountIn(policy.reviewAboveValues, currency);
  const reasons: [ReviewReason, boolean][] = [
    ['UNITS', policy.reviewAboveUnits !== null && units > policy.reviewAboveUnits],
    ['VALUE', highest !== null && valueMinor > highest],
    ['REASON', lines.some((line) => policy.reviewReasons.includes(line.reason))],
  ];
  return reasons.filter(([, holds]) => holds).map(([reason]) => reason);
}

export const outcomeOf = (reasons: readonly ReviewReason[]): PolicyOutcome =>
  reasons.length > 0 ? 'NEEDS_REVIEW' : 'AUTO_APPROVED';
