import { type Connection, inTransaction } from '@passerelle/database';
import { type DomainEvent, scheduleAll } from '@passerelle/events';
import type { Context } from '../context.ts';
import { saveOrderFacts } from '../storage/order-facts.ts';

export const learnTask = 'learn-order';

/** Orders moved: have their facts fetched, once however many moves are waiting. Nothing of a pending order can come back. */
export async function noteOrderChanges(
  tx: Connection,
  owner: Context['owner'],
  events: readonly DomainEvent[],
): Promise<void> {
  const moved = events.filter(({ type, data }) => type === 'order.changed' && data.status !== 'PENDING');
  const orderIds = new Set(moved.map(({ subject }) => subject));
  await scheduleAll(
    tx,
    owner,
    learnTask,
    [...orderIds].map((orderId) => ({ payload: { orderId }, key: `learn:${orderId}` })),
  );
}

/** Fetches and keeps the facts of an order that moved. */
export async function learnOrder(
  { database, neighbours, now }: Pick<Context, 'database' | 'neighbours' | 'now'>,
  orderId: string,
): Promise<void> {
  const facts = await neighbours.findOrder(orderId);
  if (facts) await inTransaction(database, (tx) => saveOrderFacts(tx, facts, now()));
}
