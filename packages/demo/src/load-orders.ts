import type { Graph } from '@passerelle/server';
import { type Client, demoClient } from './client.ts';
import { moveOn } from './journeys.ts';
import { type OrderPlan, planOrders } from './order-plans.ts';
import { placeOrder } from './place-orders.ts';
import type { Progress } from './progress.ts';
import type { Retailer } from './retailer.ts';
import { sendBack } from './return-journeys.ts';

/** Orders worked on at once: enough to keep two cores and the database busy. */
const workers = 12;

export type OrdersLoad = {
  readonly graph: Graph;
  readonly retailer: Retailer;
  readonly orders: number;
  readonly now: Date;
  readonly progress: Progress;
};

export type OrdersSummary = {
  readonly orders: number;
  readonly returns: number;
  /** How often the graph refused, by `mutation CODE`: a store that fills up its day, for example. */
  readonly refusals: ReadonlyMap<string, number>;
};

/** Places orders through the graph, as its clients would, and takes each as far as its plan says. */
export async function loadOrders({ graph, retailer, orders, now, progress }: OrdersLoad): Promise<OrdersSummary> {
  const client = demoClient(graph);
  if (!client.knows('orders')) return { orders: 0, returns: 0, refusals: client.refusals };
  const plans = planOrders(retailer, orders);
  const placed: { readonly plan: OrderPlan; readonly orderId: string }[] = [];

  progress.begin('orders', plans.length);
  await inParallel(plans, async (plan) => {
    const orderId = await placeOrder(client, { seed: retailer.seed, plan, now });
    if (orderId) {
      await moveOn(client, orderId, { plan, now });
      placed.push({ plan, orderId });
    }
    progress.advance(1);
  });
  // Events of orders reach returns.
  await graph.settle({ jobsAtOnce: workers });
  progress.end();

  const returns = client.knows('returns') ? await loadReturns(client, { retailer, placed, progress }) : 0;
  await graph.settle({ jobsAtOnce: workers });
  return { orders: placed.length, returns, refusals: client.refusals };
}

type Placed = readonly { readonly plan: OrderPlan; readonly orderId: string }[];

async function loadReturns(
  client: Client,
  { retailer, placed, progress }: { retailer: Retailer; placed: Placed; progress: Progress },
): Promise<number> {
  const stores = retailer.locations.filter(
    ({ status, services }) =>
      status === 'ACTIVE' && services.some(({ type, isEnabled }) => type === 'RETURN_IN_STORE' && isEnabled),
  );
  const sentBack = placed.filter(({ plan }) => plan.returnFate !== null);
  let count = 0;
  progress.begin('returns', sentBack.length);
  await inParallel(sentBack, async ({ plan, orderId }) => {
    const storeId = stores[plan.number % stores.length]?.id as string;
    if (await sendBack(client, orderId, { plan, storeId })) count++;
    progress.advance(1);
  });
  progress.end();
  return count;
}

/** Each worker takes the next one; after a failure nobody does, and it is thrown when all have stopped. */
async function inParallel<T>(values: readonly T[], work: (value: T) => Promise<void>): Promise<void> {
  const waiting = values.values();
  const failures: unknown[] = [];
  const run = async () => {
    for (const value of waiting) {
      if (failures.length > 0) return;
      await work(value).catch((error) => failures.push(error));
    }
  };
  await Promise.all(Array.from({ length: workers }, run));
  if (failures.length > 0) throw failures[0];
}
