import { type Connection, inTransaction } from '@passerelle/database';
import { type DomainEvent, scheduleAll } from '@passerelle/events';
import { isSilence } from '@passerelle/server';
import type { Context } from '../context.ts';
import { saveOrderFacts } from '../storage/order-facts.ts';

export const learnTask = 'learn-order';
/** Orders that one job learns of. */
const ordersAtOnce = 50;

/** One order, from a job that is for one alone, or several. */
export type Learning = { readonly orderId: string } | { readonly orderIds: readonly string[] };

/**
 * Orders moved: have their facts fetched, those that were told together together, since a job and its questions cost as
 * much for one as for many: a third of all statements of an order when each had its own. Nothing of a pending order can
 * come back.
 */
export async function noteOrderChanges(
  tx: Connection,
  owner: Context['owner'],
  events: readonly DomainEvent[],
): Promise<void> {
  const moved = events.filter(({ type, data }) => type === 'order.changed' && data.status !== 'PENDING');
  const orderIds = [...new Set(moved.map(({ subject }) => subject))];
  const parts = Array.from({ length: Math.ceil(orderIds.length / ordersAtOnce) }, (_, part) =>
    orderIds.slice(part * ordersAtOnce, (part + 1) * ordersAtOnce),
  );
  await scheduleAll(
    tx,
    owner,
    learnTask,
    parts.map((part) => ({ payload: { orderIds: part } })),
  );
}

type Means = Pick<Context, 'database' | 'owner' | 'neighbours' | 'now'>;

/** Fetches and keeps the facts of orders that moved. When that fails for several, each is tried by itself. */
export async function learnOrders(means: Means, learning: Learning): Promise<void> {
  const { database, owner, neighbours, now } = means;
  const orderIds = 'orderId' in learning ? [learning.orderId] : learning.orderIds;
  try {
    const facts = await neighbours.findOrders(orderIds);
    if (facts.length > 0) await inTransaction(database, (tx) => saveOrderFacts(tx, facts, now()));
  } catch (error) {
    if (isSilence(error) || orderIds.length === 1) throw error;
    const alone = orderIds.map((orderId) => ({ payload: { orderId }, key: `learn:${orderId}` }));
    await inTransaction(database, (tx) => scheduleAll(tx, owner, learnTask, alone));
  }
}
