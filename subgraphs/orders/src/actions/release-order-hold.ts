import { type Connection, inTransaction } from '@passerelle/database';
import type { Caller } from '@passerelle/server';
import { invalidState, notFound, ok, type Result, refuse } from '@passerelle/values';
import type { Dependencies } from '../context.ts';
import { advance } from '../domain/advance.ts';
import { type OrderHold, resumeWork } from '../domain/hold.ts';
import { isHeld } from '../domain/order.ts';
import type { OrderRefusal } from '../domain/refusals.ts';
import { moment } from '../services/moments.ts';
import { findAwaited } from '../storage/awaited-stock.ts';
import { publishChanged } from '../storage/changed.ts';
import { endHold, findHoldsOfOrders, saveAcceptBy, takeStates } from '../storage/holds.ts';
import { lockOrder, saveOrder, type WholeOrder } from '../storage/orders.ts';
import { payLater } from '../storage/payments.ts';
import { answerBy, rerouteLater } from '../storage/settle.ts';
import { isVisible } from '../storage/visibility.ts';

export type ReleaseInput = { readonly orderId: string; readonly holdId: string };
type Released = Result<{ readonly orderId: string }, OrderRefusal>;

/** Ends a hold; with the last one work goes on where it stood, units without a location are looked after, money moves. */
export const releaseOrderHold = (deps: Dependencies, caller: Caller, input: ReleaseInput): Promise<Released> =>
  inTransaction(deps.database, async (tx) => {
    const whole = await lockOrder(tx, input.orderId);
    if (!whole || !(await isVisible(tx, whole.order, caller))) {
      return refuse(notFound('order', input.orderId, ['orderId']));
    }
    return releaseIn(tx, deps, whole, { ...input, actor: caller.subject });
  });

/** Ends a hold whose time has come, unless somebody was quicker. A job. */
export const endTimedHold = (deps: Dependencies, input: ReleaseInput): Promise<void> =>
  inTransaction(deps.database, async (tx) => {
    const whole = await lockOrder(tx, input.orderId);
    if (whole) await releaseIn(tx, deps, whole, { ...input, actor: 'service:orders' });
  });

async function releaseIn(
  tx: Connection,
  deps: Dependencies,
  whole: WholeOrder,
  { orderId, holdId, actor }: ReleaseInput & { readonly actor: string },
): Promise<Released> {
  const holds = await findHoldsOfOrders(tx, [orderId]);
  const hold = holds.find(({ id }) => id === holdId);
  if (!hold) return refuse(notFound('hold', holdId, ['holdId']));
  if (hold.releasedAt) return refuse(invalidState('This hold has ended.', whole.order.status, ['holdId']));
  const now = deps.now();
  await endHold(tx, { id: holdId, releasedBy: actor, releasedAt: now });
  const isLast = holds.every((one) => one.id === holdId || one.releasedAt !== null);
  const work = isLast ? await goOn(tx, deps, whole, now) : [];
  const status = isLast && isHeld(whole.order) ? 'OPEN' : whole.order.status;
  const awaited = isLast ? undefined : await findAwaited(tx, orderId);
  // Only routing ends the hold that waits for inventory: it may be the last one now.
  if (awaited) await rerouteLater(tx, deps.owner, orderId);
  const order = advance({ ...whole, order: { ...whole.order, status } }, { work }, now);
  await saveOrder(tx, { order, work, events: [told(hold, isLast, actor, now)] });
  await publishChanged(tx, order, now);
  return ok({ orderId });
}

const told = ({ orderId, reason }: OrderHold, isLast: boolean, actor: string, now: Date) => {
  const message = isLast ? `The hold for ${reason} ended; the order goes on.` : `The hold for ${reason} ended.`;
  return moment({ orderId, type: 'order.hold-released', actor, message }, now);
};

async function goOn(tx: Connection, { owner }: Dependencies, { order, lines, work }: WholeOrder, now: Date) {
  const resumed = resumeWork(work, await takeStates(tx, order.id), now);
  const offered = resumed.filter(({ status }) => status === 'OFFERED');
  await saveAcceptBy(tx, offered);
  await answerBy(tx, owner, offered);
  if (lines.some(({ backorderedQuantity }) => backorderedQuantity > 0)) await rerouteLater(tx, owner, order.id);
  await payLater(tx, owner, order.id);
  return resumed;
}
