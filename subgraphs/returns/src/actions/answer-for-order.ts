import type { Context } from '../context.ts';
import { judgeLine, judgeOrder, type ReturnEligibility, unclaimed } from '../domain/eligibility.ts';
import {
  type OrderFacts,
  type OrderLineReference,
  type OrderReference,
  type OrderReturnStatus,
  orderReturnStatus,
} from '../domain/order-facts.ts';
import { policiesFor } from '../domain/policy.ts';

const dateOf = (instant: string | Date | null | undefined) => (instant ? new Date(instant) : null);

/** How far returns of an order have come. */
export async function returnStatusOf({ reads }: Context, { id }: OrderReference): Promise<OrderReturnStatus> {
  const [claims, facts] = await Promise.all([reads.claimsOfOrder.load(id), reads.orderFacts.load(id)]);
  return orderReturnStatus(claims, facts);
}

async function policiesOf({ reads, now }: Context, order: Partial<OrderFacts>) {
  const [versions, group] = await Promise.all([
    reads.policyVersions(),
    order.customerId ? reads.customerGroup.load(order.customerId) : null,
  ]);
  return policiesFor(versions, order, group?.customerGroup ?? null, now());
}

/** Whether and how the shopper may return goods now; the moments come from orders with the request. */
export async function eligibilityOf(context: Context, order: OrderReference): Promise<ReturnEligibility> {
  const { reads, now } = context;
  const [facts, claims] = await Promise.all([reads.orderFacts.load(order.id), reads.claimsOfOrder.load(order.id)]);
  const moments = { deliveredAt: dateOf(order.deliveredAt), cancelledAt: dateOf(order.cancelledAt) };
  const policies = await policiesOf(context, { ...facts, ...moments });
  return judgeOrder(policies, { ...moments, placedAt: facts?.placedAt ?? null, facts, claims }, now());
}

/** Units of a line that came back and were accepted. */
export const returnedQuantityOf = async ({ reads }: Context, { id }: OrderLineReference): Promise<number> =>
  (await reads.claimsOfLine.load(id))?.acceptedQuantity ?? 0;

/** Whether and how units of a line may be returned now; null until the order was told of. */
export async function lineEligibilityOf(
  context: Context,
  { id }: OrderLineReference,
): Promise<ReturnEligibility | null> {
  const { reads, now } = context;
  const [order, claim] = await Promise.all([reads.orderOfLine.load(id), reads.claimsOfLine.load(id)]);
  return order && judgeLine(await policiesOf(context, order), order, { order, claim, now: now() });
}

/** Units of a line that may still be returned; zero when the policy forbids it, and until the order was told of. */
export async function returnableQuantityOf(context: Context, line: OrderLineReference): Promise<number> {
  const [verdict, claims] = await Promise.all([
    lineEligibilityOf(context, line),
    context.reads.claimsOfLine.load(line.id),
  ]);
  return verdict?.isReturnable ? unclaimed(line.fulfilledQuantity ?? 0, claims) : 0;
}
