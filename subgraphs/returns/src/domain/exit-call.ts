import type { Answer, Inputs, KeptAnswer } from '@passerelle/exits';
import { formatMoney, money, type OwnRefusal } from '@passerelle/values';
import type { OrderFacts } from './order-facts.ts';
import type { DraftLine, ReturnRequest } from './request.ts';

export const eligibilityPoint = 'return.eligibility';
export type Eligibility = Answer<typeof eligibilityPoint>;

/** Where returns ask the retailer's own services. */
export type ReturnPoint = typeof eligibilityPoint | 'refund.amount';

/** One call of a user exit about a return, as kept. */
export type ExitCall = KeptAnswer<ReturnPoint> & {
  readonly id: string;
  readonly orderId: string;
  /** Null when no return was opened. */
  readonly returnId: string | null;
  /** Whether the exit would have changed what was done; null unless it was called in the shadow. */
  readonly differs: boolean | null;
};

export type UserExitRejected = OwnRefusal<'USER_EXIT_REJECTED', { readonly exitReason: string | null }>;

/** What the exit is told of a return that the policy allows; nothing that the shopper wrote. */
export const eligibilityFacts = (
  { method, dropOffLocationId }: ReturnRequest,
  order: OrderFacts,
  lines: readonly DraftLine[],
): Inputs[typeof eligibilityPoint] => ({
  orderId: order.orderId,
  channelId: order.channelId,
  customerId: order.customerId,
  deliveredAt: order.deliveredAt?.toISOString() ?? null,
  method,
  locationId: dropOffLocationId ?? null,
  lines: lines.map(({ orderLineId, sku, requestedQuantity, reason, resolution, refundableMinor }) => ({
    orderLineId,
    sku,
    quantity: requestedQuantity,
    reason,
    resolution,
    value: formatMoney(money(refundableMinor, order.currency)),
  })),
});

/** Why the return may not be opened: the exit said so itself. One that does not answer refuses nobody. */
export function rejectionOf({ decision, failure, reasons: [reason] }: Eligibility): UserExitRejected | null {
  if (decision !== 'REJECT' || failure) return null;
  const exitReason = reason?.code ?? null;
  const because = reason?.message ?? 'it gives no reason';
  const message = `The user exit ${eligibilityPoint} refuses: ${because}.`;
  return { code: 'USER_EXIT_REJECTED', message, path: null, exitReason };
}

/** Whether a person must decide: the exit asks for it, or was not to be had and its policy is not to go on without. */
export const asksForReview = ({ decision, failure }: Eligibility): boolean =>
  decision === 'HOLD' || (failure !== null && decision !== 'CONTINUE');

/** Lines with the fee of the exit, if it names one, in place of the policy's; rounded half up. */
export function withFeeOf<Line extends DraftLine>(answer: Eligibility | null, lines: readonly Line[]): readonly Line[] {
  const rate = answer?.output?.restockingFeeBasisPoints;
  if (rate === undefined) return lines;
  return lines.map((line) => ({ ...line, restockingFeeMinor: Math.round((line.refundableMinor * rate) / 10_000) }));
}
