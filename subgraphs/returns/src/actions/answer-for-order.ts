import type { Context } from '../context.ts';
import {
  type OrderLineReference,
  type OrderReference,
  type OrderReturnStatus,
  orderReturnStatus,
} from '../domain/order-facts.ts';
import { judgeOrder, policyOf, type ReturnEligibility, reasonsAgainst, unclaimed } from '../domain/policy.ts';

const dateOf = (instant: string | Date | null | undefined) => (instant ? new Date(instant) : null);

/** How far returns of an order have come. */
export async function returnStatusOf({ reads }: Context, { id }: OrderReference): Promise<OrderReturnStatus> {
  const [claims, facts] = await Promise.all([reads.claimsOfOrder.load(id), reads.orderFacts.load(id)]);
  return orderReturnStatus(claims, facts);
}

/** Whether and how the shopper may return goods now; the moments come from orders with the request. */
export async function eligibilityOf({ reads, now }: Context, order: OrderReference): Promise<ReturnEligibility> {
  const [policies, facts, claims] = await Promise.all([
    reads.policies(),
    reads.orderFacts.load(order.id),
    reads.claimsOfOrder.load(order.id),
  ]);
  const moments = { deliveredAt: dateOf(order.deliveredAt), cancelledAt: dateOf(order.cancelledAt) };
  return judgeOrder(policyOf(policies, facts?.channelId ?? null), { ...moments, facts, claims }, now());
}

/** Units of a line that came back and were accepted. */
export const returnedQuantityOf = async ({ reads }: Context, { id }: OrderLineReference): Promise<number> =>
  (await reads.claimsOfLine.load(id))?.acceptedQuantity ?? 0;

/** Units of a line that may still be returned; zero when the policy forbids it, and until the order was told of. */
export async function returnableQuantityOf({ reads, now }: Context, line: OrderLineReference): Promise<number> {
  const [policies, order, claims] = await Promise.all([
    reads.policies(),
    reads.orderOfLine.load(line.id),
    reads.claimsOfLine.load(line.id),
  ]);
  if (!order || reasonsAgainst(policyOf(policies, order.channelId), order, now()).length > 0) return 0;
  return unclaimed(line.fulfilledQuantity ?? 0, claims);
}
