import { type Connection, inTransaction } from '@passerelle/database';
import type { Caller } from '@passerelle/server';
import { invalidState, notFound, ok, type Result, refuse, versionConflict } from '@passerelle/values';
import type { Dependencies } from '../context.ts';
import type { OrderHoldReason } from '../domain/hold.ts';
import { isClosed } from '../domain/order.ts';
import type { OrderRefusal } from '../domain/refusals.ts';
import { stopOrder } from '../services/stop-order.ts';
import { lockOrder } from '../storage/orders.ts';
import { isVisible } from '../storage/visibility.ts';

export type HoldInput = {
  readonly orderId: string;
  readonly expectedVersion: number;
  readonly reason: OrderHoldReason;
  readonly note?: string | null;
  readonly releaseAt?: Date | null;
};

/** Stops an order: its work waits where it stands, nothing is routed or captured until the last hold ends. */
export const holdOrder = (
  deps: Dependencies,
  caller: Caller,
  input: HoldInput,
): Promise<Result<{ readonly orderId: string }, OrderRefusal>> =>
  inTransaction(deps.database, (tx) => holdIn(tx, deps, caller, input));

async function holdIn(
  tx: Connection,
  deps: Dependencies,
  caller: Caller,
  { orderId, expectedVersion, reason, note, releaseAt }: HoldInput,
): Promise<Result<{ readonly orderId: string }, OrderRefusal>> {
  const whole = await lockOrder(tx, orderId);
  if (!whole || !(await isVisible(tx, whole.order, caller))) return refuse(notFound('order', orderId, ['orderId']));
  const { order } = whole;
  if (order.version !== expectedVersion) return refuse(versionConflict(expectedVersion, order.version));
  if (isClosed(order)) return refuse(invalidState(`Order ${order.number} is ${order.status}.`, order.status));
  if (releaseAt && releaseAt <= deps.now()) {
    return refuse(invalidState('A hold ends in the future, or by hand.', order.status, ['releaseAt']));
  }

  await stopOrder(tx, deps, whole, {
    reason,
    note: note ?? null,
    releaseAt: releaseAt ?? null,
    actor: caller.subject,
  });
  return ok({ orderId });
}
