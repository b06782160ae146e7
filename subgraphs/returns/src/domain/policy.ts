import type { Claims, OrderFacts } from './order-facts.ts';
import type { PolicyOutcome, ReturnMethod, ReturnReason } from './return.ts';

export type ReturnPolicy = {
  /** Null in the policy that holds for channels without one of their own. */
  readonly channelId: string | null;
  readonly isAllowed: boolean;
  /** Days of 24 hours after delivery; null for ever. */
  readonly windowDays: number | null;
  readonly methods: readonly ReturnMethod[];
  readonly carrier: string;
  readonly carrierDestinationId: string | null;
  readonly reviewAboveUnits: number | null;
  readonly reviewReasons: readonly ReturnReason[];
};

export type IneligibilityReason =
  | 'NOT_DELIVERED'
  | 'ORDER_CANCELLED'
  | 'WINDOW_CLOSED'
  | 'ALREADY_RETURNED'
  | 'CHANNEL_NOT_ALLOWED';

const dayMs = 24 * 60 * 60 * 1000;

/** The channel's own policy, or the one for all channels; with neither, nothing may be returned. */
export function policyOf(policies: readonly ReturnPolicy[], channelId: string | null): ReturnPolicy {
  const policy =
    policies.find((each) => channelId !== null && each.channelId === channelId) ??
    policies.find((each) => each.channelId === null);
  return policy ?? nothingAllowed;
}

const nothingAllowed: ReturnPolicy = {
  channelId: null,
  isAllowed: false,
  windowDays: null,
  methods: [],
  carrier: '',
  carrierDestinationId: null,
  reviewAboveUnits: null,
  reviewReasons: [],
};

type Moments = Pick<OrderFacts, 'deliveredAt' | 'cancelledAt'>;

/** Last moment to ask; null when not delivered yet or without limit. */
export const returnableUntil = ({ windowDays }: ReturnPolicy, deliveredAt: Date | null): Date | null =>
  deliveredAt === null || windowDays === null ? null : new Date(deliveredAt.getTime() + windowDays * dayMs);

/** Why no unit of the order may be returned now, most decisive first; empty when some may. */
export function reasonsAgainst(policy: ReturnPolicy, order: Moments, now: Date): IneligibilityReason[] {
  const until = returnableUntil(policy, order.deliveredAt);
  const reasons: [IneligibilityReason, boolean][] = [
    ['ORDER_CANCELLED', order.cancelledAt !== null],
    ['CHANNEL_NOT_ALLOWED', !policy.isAllowed],
    ['NOT_DELIVERED', order.deliveredAt === null],
    ['WINDOW_CLOSED', until !== null && now > until],
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

/** Whether and how goods may be returned now. `facts` tell which units are left; null while nothing is known. */
export function judgeOrder(
  policy: ReturnPolicy,
  order: Moments & { readonly facts: OrderFacts | null; readonly claims: readonly Claims[] },
  now: Date,
): ReturnEligibility {
  const reasons = reasonsAgainst(policy, order, now);
  const claimOf = new Map(order.claims.map((claim) => [claim.orderLineId, claim]));
  const fulfilled = order.facts?.lines.filter((line) => line.fulfilledQuantity > 0) ?? [];
  const isUsedUp = fulfilled.every(
    (line) => unclaimed(line.fulfilledQuantity, claimOf.get(line.orderLineId) ?? null) === 0,
  );
  if (fulfilled.length > 0 && isUsedUp) reasons.push('ALREADY_RETURNED');
  const isReturnable = reasons.length === 0;
  return {
    isReturnable,
    returnableUntil: returnableUntil(policy, order.deliveredAt),
    methods: isReturnable ? [...policy.methods] : [],
    reasons,
  };
}

type AskedLine = { readonly quantity: number; readonly reason: ReturnReason };

/** Whether a return that the policy allows starts approved, or waits for a person. */
export function outcomeOf(policy: ReturnPolicy, lines: readonly AskedLine[]): PolicyOutcome {
  const units = lines.reduce((sum, line) => sum + line.quantity, 0);
  const isLarge = policy.reviewAboveUnits !== null && units > policy.reviewAboveUnits;
  const isDoubtful = lines.some((line) => policy.reviewReasons.includes(line.reason));
  return isLarge || isDoubtful ? 'NEEDS_REVIEW' : 'AUTO_APPROVED';
}
