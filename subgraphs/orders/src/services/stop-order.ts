import type { Connection } from '@passerelle/database';
import { newId } from '@passerelle/values';
import type { Dependencies } from '../context.ts';
import { advance } from '../domain/advance.ts';
import { type OrderHoldReason, stopWork } from '../domain/hold.ts';
import { publishChanged } from '../storage/changed.ts';
import { insertHold, keepStates } from '../storage/holds.ts';
import { saveOrder, type WholeOrder } from '../storage/orders.ts';
import { moment } from './moments.ts';

export type Stop = {
  readonly reason: OrderHoldReason;
  readonly note: string | null;
  /** By hand only when null. */
  readonly releaseAt: Date | null;
  readonly actor: string;
};

/** Places a hold on an order that is locked: its work waits where it stands. */
export async function stopOrder(
  tx: Connection,
  { owner, now }: Pick<Dependencies, 'owner' | 'now'>,
  whole: WholeOrder,
  { reason, note, releaseAt, actor }: Stop,
): Promise<void> {
  const at = now();
  const { order } = whole;
  const work = stopWork(whole.work, at);
  const stopped = new Set(work.map(({ id }) => id));
  await keepStates(
    tx,
    whole.work.filter(({ id }) => stopped.has(id)),
  );
  await insertHold(tx, owner, {
    id: newId('hold', at),
    orderId: order.id,
    reason,
    note,
    releaseAt,
    placedBy: actor,
    placedAt: at,
    releasedBy: null,
    releasedAt: null,
  });
  const held = advance({ ...whole, order: { ...order, status: 'ON_HOLD' } }, { work }, at);
  const message = `Held: ${reason}${note ? `, ${note}` : ''}.`;
  const event = moment({ orderId: order.id, type: 'order.held', actor, message }, at);
  await saveOrder(tx, { order: held, work, events: [event] });
  await publishChanged(tx, held, at);
}
