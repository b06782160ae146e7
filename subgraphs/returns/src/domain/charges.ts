import type { Claims, OrderFacts } from './order-facts.ts';
import { type AppliedPolicy, amountIn } from './policy.ts';
import type { ReturnMethod, ReturnReason } from './return.ts';

type ChargedLine = { readonly orderLineId: string; readonly requestedQuantity: number; readonly reason: ReturnReason };

const isFault = ({ faultReasons }: AppliedPolicy, reason: ReturnReason) => faultReasons.includes(reason);

/** What is kept of a line's value, in minor units, rounded half up; nothing when the retailer is at fault. */
export const restockingFeeOf = (policy: AppliedPolicy, reason: ReturnReason, valueMinor: number): number =>
  isFault(policy, reason) ? 0 : Math.round((valueMinor * policy.restockingFeeBasisPoints) / 10_000);

/** What the shopper pays for the label: nothing in a store, nor when the retailer is at fault for any of the goods. */
export function labelFeeOf(
  policy: AppliedPolicy,
  method: ReturnMethod,
  lines: readonly Pick<ChargedLine, 'reason'>[],
  currency: string,
): number {
  const isFree = method !== 'CARRIER_DROP_OFF' || lines.some((line) => isFault(policy, line.reason));
  return isFree ? 0 : (amountIn(policy.labelFees, currency) ?? 0);
}

/** Whether every unit that was handed over has come or is asked to come back, with these lines. */
function isWhole(order: OrderFacts, claims: readonly Claims[], lines: readonly ChargedLine[]): boolean {
  const unitsOf = new Map<string, number>();
  for (const { orderLineId, requestedQuantity } of [...claims, ...lines]) {
    unitsOf.set(orderLineId, (unitsOf.get(orderLineId) ?? 0) + requestedQuantity);
  }
  return order.lines.every((line) => (unitsOf.get(line.orderLineId) ?? 0) >= line.fulfilledQuantity);
}

/** Delivery charges that come back with these lines: all that no other return of the order brings back, or nothing. */
export function deliveryRefundOf(
  policy: AppliedPolicy,
  order: OrderFacts,
  { claims, claimedMinor, lines }: { claims: readonly Claims[]; claimedMinor: number; lines: readonly ChargedLine[] },
): number {
  const holds = {
    NEVER: () => false,
    ALWAYS: () => true,
    FAULT: () => lines.some((line) => isFault(policy, line.reason)),
    FULL_RETURN: () => isWhole(order, claims, lines),
  };
  return holds[policy.deliveryRefund]() ? Math.max(0, order.deliveryMinor - claimedMinor) : 0;
}
