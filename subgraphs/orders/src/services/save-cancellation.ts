import type { Connection } from '@passerelle/database';
import type { Dependencies } from '../context.ts';
import { advance } from '../domain/advance.ts';
import type { Cancellation } from '../domain/cancellation.ts';
import type { FulfillmentOrder } from '../domain/fulfillment.ts';
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
  await settleLater(tx, owner, settlements(whole, cancellation, work));
  await payLater(tx, owner, order.id);
  await publishChanged(tx, order, at);
}

function settlements({ order }: WholeOrder, { shares }: Cancellation, work: readonly FulfillmentOrder[]): Settlement[] {
  const reductions = reductionsOf(shares.map(({ line }) => line));
  const ended = work.filter(({ type, status }) => type === 'CLICK_AND_COLLECT' && status === 'CANCELLED');
  return [
    ...(reductions.length > 0
      ? [{ kind: 'RELEASE', input: { orderId: order.id, revision: order.revision, reductions } } as const]
      : []),
    ...ended.map(({ locationId }) => ({ kind: 'UNBOOK', orderId: order.id, locationId }) as const),
  ];
}
