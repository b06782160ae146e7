import type { Connection } from '@passerelle/database';
import type { Dependencies } from '../context.ts';
import { advance, withChanges } from '../domain/advance.ts';
import type { Cancellation } from '../domain/cancellation.ts';
import { type KeptRoom, keptRoom } from '../domain/kept-room.ts';
import type { Order } from '../domain/order.ts';
import { reductionsOf, workWithout } from '../domain/taken-back.ts';
import { publishChanged } from '../storage/changed.ts';
import { saveOrder, type WholeOrder } from '../storage/orders.ts';
import { payLater } from '../storage/payments.ts';
import { type Settlement, settleLater } from '../storage/settle.ts';
import { deliveriesOf } from '../storage/shipments.ts';
import { moment } from './moments.ts';

type Decided = {
  readonly whole: WholeOrder;
  readonly cancellation: Cancellation;
  readonly actor: string;
  readonly reason: string;
};

/** Keeps that units are cancelled, and has their stock, service days and money given back. The order must be locked. */
export async function saveCancellation(
  tx: Connection,
  { owner, now }: Pick<Dependencies, 'owner' | 'now'>,
  { whole, cancellation, actor, reason }: Decided,
): Promise<void> {
  const at = now();
  const changedLines = cancellation.shares.map(({ line }) => line);
  const work = workWithout(whole, changedLines, at);
  const deliveries = await deliveriesOf(tx, whole.order.id);
  const order = advance(whole, { lines: cancellation.lines, work, deliveries }, at);
  const units = cancellation.lines.reduce(
    (sum, line) =>
      sum + line.cancelledQuantity - (whole.lines.find(({ id }) => id === line.id)?.cancelledQuantity ?? 0),
    0,
  );
  const message = `${units} unit(s) cancelled: ${reason}.`;
  await saveOrder(tx, {
    order,
    lines: cancellation.lines,
    work,
    workLines: changedLines,
    events: [moment({ orderId: order.id, type: 'order.cancelled', actor, message }, at)],
  });
  const kept = keptRoom(work, withChanges(whole.workLines, changedLines));
  await settleLater(tx, owner, settlements(order, reductionsOf(changedLines), kept));
  await payLater(tx, owner, order.id);
  await publishChanged(tx, order, at);
}

function settlements(
  { id: orderId, revision, status }: Order,
  reductions: ReturnType<typeof reductionsOf>,
  kept: readonly KeptRoom[],
): Settlement[] {
  // Of an order that is over nothing stays booked, whatever it was booked for.
  const left = [...new Set(kept.map(({ locationId }) => locationId))].map((locationId) => ({ orderId, locationId }));
  const unbooked = status === 'CANCELLED' ? left : kept;
  return [
    ...(reductions.length > 0 ? [{ kind: 'RELEASE', input: { orderId, revision, reductions } } as const] : []),
    ...unbooked.map((room) => ({ kind: 'UNBOOK', ...room }) as const),
  ];
}
