import type { Connection } from '@passerelle/database';
import { type DomainEvent, everything, publish, type Wakes } from '@passerelle/events';
import { newId } from '@passerelle/values';
import type { Order } from '../domain/order.ts';
import { isAmong } from './rows.ts';

/** Signalled with the ids of orders that changed. */
export const orderSignal = 'order';

type Changed = Pick<Order, 'id' | 'version' | 'status'>;

/** What the others are told of an order that changed. */
export const changedEvent = ({ id, version, status }: Changed, now: Date): DomainEvent => ({
  id: newId('event', now),
  type: 'order.changed',
  subject: id,
  data: { orderId: id, version, status },
  occurredAt: now,
});

/** Tells the others that an order changed, in the transaction that changed it. */
export async function publishChanged(tx: Connection, order: Changed, now: Date): Promise<void> {
  tx.signal(orderSignal, [order.id]);
  await publish(tx, [changedEvent(order, now)]);
}

/** Who looks at orders live, and at the work of the locations they were given to. */
export async function readWatched({ sql }: Connection, orderIds: readonly string[]): Promise<Wakes> {
  if (orderIds.includes(everything)) return { order: [everything], queue: [everything] };
  const rows = await sql`
    select distinct location_id as id from fulfillment_orders where order_id ${isAmong(sql, orderIds)}`;
  return { order: orderIds, queue: rows.map(({ id }) => id) };
}
