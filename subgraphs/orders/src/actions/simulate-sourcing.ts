import { invalidInput, notFound, ok, type Refusal, type Result, refuse } from '@passerelle/values';
import type { Dependencies } from '../context.ts';
import type { Order } from '../domain/order.ts';
import { compare, type SimulatedOrder, type Simulation } from '../domain/simulation.ts';
import type { Strategy } from '../domain/strategy.ts';
import type { CandidatesQuery } from '../services/inventory.ts';
import { agesFor, type Sources, sourceGroups, type WantedGroup } from '../services/sources.ts';
import { findGroupsOfOrders, findLinesOfOrders, findOrders } from '../storage/orders.ts';
import { findRecentOrders, findStrategies } from '../storage/strategies.ts';

export type SimulationInput = {
  readonly strategyId: string;
  readonly orderIds?: readonly string[] | null;
  readonly recent?: { readonly channelId: string; readonly count: number } | null;
  /** Moment whose stock the orders are tried on; now when left out. */
  readonly stockDate?: Date | null;
};

const ordersAtMost = 200;

/**
 * What a strategy would choose for orders if they came again now, or had come at `stockDate`, beside what decides live: the same
 * code, on the same candidates, with nothing kept and nothing reserved. Collections are left out: the shopper chose.
 */
export async function simulateSourcing(
  deps: Dependencies,
  input: SimulationInput,
): Promise<Result<Simulation, Refusal>> {
  const wrong = checkInput(input, deps.now());
  if (wrong) return refuse(wrong);
  const [strategy] = await findStrategies(deps.database, [input.strategyId]);
  if (!strategy) return refuse(notFound('sourcing strategy', input.strategyId, ['strategyId']));
  const ids =
    input.orderIds ?? (await findRecentOrders(deps.database, input.recent as { channelId: string; count: number }));
  const orders = new Map((await findOrders(deps.database, ids)).map((order) => [order.id, order]));
  const unknown = ids.flatMap((id, index) => (orders.has(id) ? [] : [notFound('order', id, ['orderIds', index])]));
  if (unknown.length > 0) return refuse(...unknown);

  const wanted = await wantedGroups(deps, ids);
  const simulated: SimulatedOrder[] = [];
  for (const id of ids) {
    const order = orders.get(id) as Order;
    simulated.push(await simulate(deps, strategy, { order, groups: wanted.get(id) ?? [], asOf: input.stockDate }));
  }
  return ok(compare(simulated));
}

function checkInput({ orderIds, recent, stockDate }: SimulationInput, now: Date): Refusal | null {
  if (stockDate && stockDate > now) {
    return invalidInput(['stockDate'], 'The future is not known yet; leave `stockDate` out for now.');
  }
  if (!orderIds === !recent) return invalidInput(['orderIds'], 'Give either `orderIds` or `recent`.');
  if (orderIds && (orderIds.length < 1 || orderIds.length > ordersAtMost)) {
    return invalidInput(['orderIds'], `Give 1 to ${ordersAtMost} orders.`);
  }
  if (recent && (recent.count < 1 || recent.count > ordersAtMost)) {
    return invalidInput(['recent', 'count'], `Take 1 to ${ordersAtMost} orders.`);
  }
  return null;
}

/** What each order asked to be sent, cancelled units left out. */
async function wantedGroups({ database }: Dependencies, ids: readonly string[]): Promise<Map<string, WantedGroup[]>> {
  const [lines, groups] = await Promise.all([findLinesOfOrders(database, ids), findGroupsOfOrders(database, ids)]);
  const wanted = groups
    .filter(({ method }) => method !== 'CLICK_AND_COLLECT')
    .map((group) => ({
      ...group,
      groupId: group.id,
      demands: lines
        .filter(({ deliveryGroupId }) => deliveryGroupId === group.id)
        .map((line) => ({ lineId: line.id, sku: line.sku, quantity: line.orderedQuantity - line.cancelledQuantity }))
        .filter(({ quantity }) => quantity > 0),
    }))
    .filter(({ demands }) => demands.length > 0);
  return Map.groupBy(wanted, ({ orderId }) => orderId);
}

async function simulate(
  { inventory, strategies, now }: Dependencies,
  strategy: Strategy,
  {
    order,
    groups,
    asOf,
  }: { readonly order: Order; readonly groups: readonly WantedGroup[]; readonly asOf?: Date | null },
): Promise<SimulatedOrder> {
  const { id: orderId, number, channelId } = order;
  // Both choose among the very same candidates.
  const asked = new Map<string, ReturnType<typeof inventory.candidates>>();
  const candidates = (wanted: CandidatesQuery) => {
    const query = { ...wanted, ...agesFor(strategy) };
    const key = JSON.stringify(query);
    const answer = asked.get(key) ?? inventory.candidates(query);
    asked.set(key, answer);
    return answer;
  };
  const at = asOf ?? now();
  const by = (decides: Sources['strategies']) =>
    sourceGroups({ inventory: { candidates }, strategies: decides, now: () => at }, groups, { channelId, asOf });
  const before = await by(strategies);
  const after = await by({ of: async () => strategy });
  return { orderId, number, strategy, at, before, after };
}
