import { type Connection, inTransaction } from '@passerelle/database';
import { type DomainEvent, schedule } from '@passerelle/events';
import type { Context } from '../context.ts';
import { saveOrderFacts } from '../storage/order-facts.ts';

export const learnTask = 'learn-order';

/** An order moved: have its facts fetched, once however many moves are waiting. Nothing of a pending order can come back. */
export async function noteOrderChange(tx: Connection, owner: Context['owner'], event: DomainEvent): Promise<void> {
  if (event.type !== 'order.changed' || event.data.status === 'PENDING') return;
  const orderId = event.subject;
  await schedule(tx, owner, learnTask, { orderId }, { key: `learn:${orderId}` });
}

/** Fetches and keeps the facts of an order that moved. */
export async function learnOrder(
  { database, neighbours, now }: Pick<Context, 'database' | 'neighbours' | 'now'>,
  orderId: string,
): Promise<void> {
  const facts = await neighbours.findOrder(orderId);
  if (facts) await inTransaction(database, (tx) => saveOrderFacts(tx, facts, now()));
}
