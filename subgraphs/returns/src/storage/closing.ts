import type { Connection } from '@passerelle/database';
import { publish } from '@passerelle/events';
import { newId } from '@passerelle/values';
import type { Return } from '../domain/return.ts';

/** Tells that a return reached its end, when it just did; in the transaction that brought it there. */
export async function publishEnd(tx: Connection, { id, orderId, status, version, closedAt }: Return) {
  if (!closedAt) return;
  const data = { returnId: id, orderId, status, version };
  await publish(tx, [{ id: newId('event', closedAt), type: 'return.closed', subject: id, data, occurredAt: closedAt }]);
}
