import { type Connection, inTransaction } from '@passerelle/database';
import { ok, type Result } from '@passerelle/values';
import type { Dependencies } from '../context.ts';
import { advance } from '../domain/advance.ts';
import { cancelUnits } from '../domain/cancellation.ts';
import type { EditInput } from '../domain/edit.ts';
import type { FulfillmentOrder } from '../domain/fulfillment.ts';
import { type CancellationRequest, type ChangeRequest, reachOfConsent } from '../domain/letting-go.ts';
import type { OrderRefusal } from '../domain/refusals.ts';
import { sourceEdit } from '../services/allocate-edit.ts';
import { type CancelInput, cancelReason } from '../services/cancel-input.ts';
import { carryOutEdit, type Edited } from '../services/carry-out-edit.ts';
import { moment } from '../services/moments.ts';
import { offerAnew } from '../services/offer-anew.ts';
import { type Read, readEdit } from '../services/read-edit.ts';
import { saveCancellation } from '../services/save-cancellation.ts';
import { endChange as end, findRequests, findWaitingChange, saveRequests } from '../storage/change-requests.ts';
import { publishChanged } from '../storage/changed.ts';
import { lockOrder, saveOrder, type WholeOrder } from '../storage/orders.ts';

const actor = 'service:orders';

type Waiting = {
  readonly whole: WholeOrder;
  readonly change: ChangeRequest;
  readonly requests: readonly CancellationRequest[];
};

/**
 * Ends a change that waits for warehouses: carried out once all let go, dropped once one refused or was silent for too
 * long. A job, and once: it does nothing before that, or when the change has ended.
 */
export async function endChange(
  deps: Dependencies,
  target: { readonly changeId: string; readonly orderId: string },
): Promise<void> {
  const read = await inTransaction(deps.database, async (tx) => {
    const waiting = await findWaiting(tx, target);
    return waiting ? decide(tx, deps, waiting) : null;
  });
  if (!read) return;
  const { change, input } = read;
  const sourced = await sourceEdit(deps, read.whole, read.plan);
  const outcome = sourced.ok
    ? await carryOutEdit(deps, read, {
        sourced: sourced.value,
        input,
        actor: change.requestedBy,
        once: (tx, store) => onceApplied(tx, deps, change, store),
      })
    : sourced;
  if (outcome.ok) return;
  if (outcome.refusals.some(({ code }) => code === 'VERSION_CONFLICT')) {
    throw new Error(`the order of change ${change.id} was changed meanwhile`);
  }
  await inTransaction(deps.database, async (tx) => {
    const waiting = await findWaiting(tx, target);
    if (waiting) await drop(tx, deps, waiting, outcome.refusals.map(({ message }) => message).join(' '));
  });
}

async function findWaiting(
  tx: Connection,
  { changeId, orderId }: { readonly changeId: string; readonly orderId: string },
): Promise<Waiting | undefined> {
  const whole = await lockOrder(tx, orderId);
  const change = await findWaitingChange(tx, orderId);
  if (!whole || change?.id !== changeId) return undefined;
  return { whole, change, requests: await findRequests(tx, changeId) };
}

type Reading = Read & { readonly change: ChangeRequest; readonly input: EditInput };

/** Ends the change in this transaction where that is possible; answers the edit to be carried out outside of it. */
async function decide(tx: Connection, deps: Dependencies, waiting: Waiting): Promise<Reading | null> {
  const now = deps.now();
  const { whole, change, requests } = waiting;
  const isLate = now >= change.answerBy;
  const answered = requests.map((request) =>
    request.status === 'REQUESTED' && isLate
      ? {
          ...request,
          status: 'REFUSED' as const,
          refusalReason: 'TIMED_OUT' as const,
          answeredAt: now,
          answeredBy: actor,
        }
      : request,
  );
  const refused = answered.find(({ status }) => status === 'REFUSED');
  if (refused) {
    const work = whole.work.find(({ id }) => id === refused.fulfillmentOrderId);
    const why = `${work?.locationId} keeps ${work?.number}: ${refused.refusalReason}${refused.note ? `, ${refused.note}` : ''}.`;
    await drop(tx, deps, { ...waiting, requests: answered }, why);
    return null;
  }
  if (answered.some(({ status }) => status === 'REQUESTED')) return null;
  const reach = reachOfConsent(change, new Set(requests.map(({ fulfillmentOrderId }) => fulfillmentOrderId)));
  if (change.kind === 'CANCELLATION') {
    await applyCancellation(tx, deps, waiting, reach);
    return null;
  }
  const input = change.input as EditInput;
  const read = await readEdit(tx, whole, input, { reach, now });
  if (!read.ok) {
    await drop(tx, deps, waiting, read.refusals.map(({ message }) => message).join(' '));
    return null;
  }
  return { ...read.value, change, input };
}

async function applyCancellation(
  tx: Connection,
  deps: Dependencies,
  waiting: Waiting,
  reach: ReturnType<typeof reachOfConsent>,
): Promise<void> {
  const { whole, change } = waiting;
  const input = change.input as CancelInput;
  const workOf = new Map(whole.work.map((work) => [work.id, work]));
  const shares = whole.workLines.map((line) => ({
    line,
    work: workOf.get(line.fulfillmentOrderId) as FulfillmentOrder,
  }));
  const decision = cancelUnits(whole.order, whole.lines, shares, { asked: input.lines, reach });
  if (!decision.ok) return drop(tx, deps, waiting, decision.refusals.map(({ message }) => message).join(' '));
  await end(tx, { id: change.id, status: 'APPLIED', reason: null, endedAt: deps.now() });
  const reason = cancelReason(input);
  await saveCancellation(tx, deps, { whole, cancellation: decision.value, actor: change.requestedBy, reason });
}

async function onceApplied(
  tx: Connection,
  { now }: Dependencies,
  { id }: ChangeRequest,
  store: () => Promise<Result<Edited, OrderRefusal>>,
): Promise<Result<Edited, OrderRefusal>> {
  const stored = await store();
  if (!stored.ok) return stored;
  const isFirst = await end(tx, { id, status: 'APPLIED', reason: null, endedAt: now() });
  if (!isFirst) throw new Error(`change ${id} had ended before`);
  return ok(stored.value);
}

/** Nothing of the change comes about; a warehouse that had let go already is offered its work again. */
async function drop(
  tx: Connection,
  { now }: Dependencies,
  { whole, change, requests }: Waiting,
  reason: string,
): Promise<void> {
  const at = now();
  await end(tx, { id: change.id, status: 'DROPPED', reason, endedAt: at });
  await saveRequests(
    tx,
    requests.map((one) => (one.status === 'REQUESTED' ? { ...one, status: 'WITHDRAWN' } : one)),
  );
  const letGo = requests.filter(({ status }) => status === 'ACCEPTED').map((one) => one.fulfillmentOrderId);
  const { work, workLines } = await offerAnew(tx, whole, new Set(letGo), at);
  const what = change.kind === 'EDIT' ? 'edit' : 'cancellation';
  const message = `The ${what} that waited was dropped. ${reason}`;
  const event = moment({ orderId: whole.order.id, type: 'change.dropped', actor, message }, at);
  const order = advance(whole, { work }, at);
  await saveOrder(tx, { order, work, workLines, events: [event] });
  await publishChanged(tx, order, at);
}
