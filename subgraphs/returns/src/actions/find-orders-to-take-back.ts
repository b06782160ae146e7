import { type InvalidInput, ok, type Result, refuse } from '@passerelle/values';
import type { Context } from '../context.ts';
import type { ToldOrder } from '../domain/order-facts.ts';
import { mayTakeReturns } from '../domain/place.ts';
import { policiesFor } from '../domain/policy.ts';
import { checkReceiptFacts, type OrderToTakeBack, type ReceiptFacts, toTakeBack } from '../domain/take-back.ts';
import { worksAt } from '../domain/viewer.ts';

export type TakeBackSearch = ReceiptFacts & { readonly locationId: string };

/**
 * Orders somebody at a counter may take goods back of, found by what the shopper knows. What the location may not take
 * back, and everything while the caller does not work there, is as if it were not there.
 */
export async function findOrdersToTakeBack(
  context: Context,
  { locationId, ...facts }: TakeBackSearch,
): Promise<Result<OrderToTakeBack[], InvalidInput>> {
  const { caller, neighbours } = context;
  const problems = checkReceiptFacts(facts, caller.scopes.has('pii:read'));
  if (problems.length > 0) return refuse(...problems);
  if (!worksAt(caller, locationId)) return ok([]);
  const found = await neighbours.searchOrders(facts);
  const channelIds = [...new Set(found.map(({ channelId }) => channelId))];
  const places = new Map(
    await Promise.all(channelIds.map(async (id) => [id, await neighbours.findPlace(locationId, id)] as const)),
  );
  const taken = found.filter(({ channelId }) => {
    return mayTakeReturns(places.get(channelId) ?? null, locationId, 'RECEIVE', ['locationId']).ok;
  });
  return ok(await Promise.all(taken.map((order) => judged(context, order))));
}

async function judged({ reads, now }: Context, order: ToldOrder): Promise<OrderToTakeBack> {
  const [versions, claims, group] = await Promise.all([
    reads.policyVersions(),
    reads.claimsOfOrder.load(order.orderId),
    order.customerId ? reads.customerGroup.load(order.customerId) : null,
  ]);
  const policies = policiesFor(versions, order, group?.customerGroup ?? null, now());
  return toTakeBack(order, { policies, claims, now: now() });
}
