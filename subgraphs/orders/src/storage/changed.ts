import type { Connection } from '@passerelle/database';
import { publish } from '@passerelle/events';
import { newId } from '@passerelle/values';
import type { Order } from '../domain/order.ts';

/** Tells the others that an order changed, in the transaction that changed it. */
export const publishChanged = (tx: Connection, order: Pick<Order, 'id' | 'version' | 'status'>, now: Date) =>
  publish(tx, [
    {
      id: newId('event', now),
      type: 'order.changed',
      subject: order.id,
      data: { orderId: order.id, version: order.version, status: order.status },
      occurredAt: now,
    },
  ]);
