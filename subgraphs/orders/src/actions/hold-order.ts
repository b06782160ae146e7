import { type Connection, inTransaction } from '@passerelle/database';
import type { Caller } from '@passerelle/server';
import { invalidState, newId, notFound, ok, type Result, refuse, versionConflict } from '@passerelle/values';
import type { Dependencies } from '../context.ts';
import { advance } from '../domain/advance.ts';
import { type OrderHoldReason, stopWork } from '../domain/hold.ts';
import { isClosed } from '../domain/order.ts';
import type { OrderRefusal } from '../domain/refusals.ts';
import { moment } from '../services/moments.ts';
import { publishChanged } from '../storage/changed.ts';
import { insertHold, keepStates } from '../storage/holds.ts';
import { lockOrder, saveOrder } from '../storage/orders.ts';
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
  { owner, now }: Dependencies,
  caller: Caller,
  { orderId, expectedVersion, reason, note, releaseAt }: HoldInput,
): Promise<Result<{ readonly orderId: string }, OrderRefusal>> {
  const whole = await lockOrder(tx, orderId);
  if (!whole || !(await isVisible(tx, whole.order, caller))) return refuse(notFound('order', orderId, ['orderId']));
  const { order } = whole;
  if (order.version !== expectedVersion) return refuse(versionConflict(expectedVersion, order.version));
  if (isClosed(order)) return refuse(invalidState(`Order ${order.number} is ${order.status}.`, order.status));
  const at = now();
  if (releaseAt && releaseAt <= at) {
    return refuse(invalidState('A hold ends in the future, or by hand.', order.status, ['releaseAt']));
  }

  const work = stopWork(whole.work, at);
  const stopped = new Set(work.map(({ id }) => id));
  await keepStates(
    tx,
    whole.work.filter(({ id }) => stopped.has(id)),
  );
  const facts = { id: newId('hold', at), orderId, reason, note: note ?? null, releaseAt: releaseAt ?? null };
  await insertHold(tx, owner, {
    ...facts,
    placedBy: caller.subject,
    placedAt: at,
    releasedBy: null,
    releasedAt: null,
  });
  const held = advance({ ...whole, order: { ...order, status: 'ON_HOLD' } }, { work }, at);
  const message = `Held: ${reason}${note ? `, ${note}` : ''}.`;
  const event = moment({ orderId, type: 'order.held', actor: caller.subject, message }, at);
  await saveOrder(tx, { order: held, work, events: [event] });
  await publishChanged(tx, held, at);
  return ok({ orderId });
}
