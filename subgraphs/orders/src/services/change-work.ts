import { type Connection, inTransaction, oncePerKey } from '@passerelle/database';
import type { Caller } from '@passerelle/server';
import { invalidState, notFound, ok, type Result, refuse, versionConflict } from '@passerelle/values';
import type { Dependencies } from '../context.ts';
import { advance, type Changes } from '../domain/advance.ts';
import { checkAction, type FulfillmentOrderAction, type FulfillmentOrderLine } from '../domain/fulfillment.ts';
import type { OrderRefusal } from '../domain/refusals.ts';
import { findRequestOfWork } from '../storage/change-requests.ts';
import { publishChanged } from '../storage/changed.ts';
import { type LockedWork, lockWork } from '../storage/locked-work.ts';
import { saveOrder } from '../storage/orders.ts';
import { payLater } from '../storage/payments.ts';
import { type Settlement, settleLater } from '../storage/settle.ts';
import { answerByDeed } from './answer-request.ts';
import { moment } from './moments.ts';

export type WorkChange = Changes & {
  readonly workLines?: readonly FulfillmentOrderLine[];
  readonly settle?: readonly Settlement[];
  readonly event: { readonly type: string; readonly message: string };
  /** The order's revision, when units were allocated under a new one. */
  readonly revision?: number;
  /** The shipment the change made, if any. */
  readonly shipmentId?: string;
};

/** What is kept with an idempotency key: ids, to be read again. */
export type Changed = { readonly id: string; readonly shipmentId: string | null };

export type WorkId = { readonly id: string; readonly expectedVersion?: number };

/** Loads a piece of work under its order's lock, after checking that the caller may do this to it now. */
export async function loadWork(
  tx: Connection,
  caller: Caller,
  { id, expectedVersion }: WorkId,
  action: FulfillmentOrderAction,
): Promise<Result<LockedWork, OrderRefusal>> {
  const locked = await lockWork(tx, id, caller.locationIds);
  if (!locked) return refuse(notFound('fulfillment order', id, ['id']));
  const { version } = locked.work;
  if (expectedVersion !== undefined && expectedVersion !== version) {
    return refuse(versionConflict(expectedVersion, version));
  }
  const allowed = checkAction(action, locked.work);
  if (!allowed.ok) return allowed;
  const { number, status } = locked.work;
  return (await findRequestOfWork(tx, id))?.status === 'ACCEPTED'
    ? refuse(invalidState(`${number} was let go of; what waited for that is being carried out.`, status))
    : ok(locked);
}

/** Saves a change of work with all that follows from it: the order's state, its timeline, the event, what to settle. */
export async function saveWork(
  tx: Connection,
  deps: Dependencies,
  { whole, work, lines }: LockedWork,
  change: WorkChange & { readonly actor: string; readonly now: Date },
): Promise<void> {
  const { workLines, settle = [], event, actor, now, shipmentId: _shipmentId, revision, ...changes } = change;
  const order = { ...advance(whole, changes, now), revision: revision ?? whole.order.revision };
  await saveOrder(tx, {
    order,
    ...changes,
    ...(workLines ? { workLines } : {}),
    events: [moment({ ...event, orderId: order.id, actor }, now)],
  });
  await answerByDeed(tx, deps, work, {
    work: changes.work?.find(({ id }) => id === work.id),
    before: lines,
    after: workLines ?? [],
    actor,
    at: now,
  });
  const { owner } = deps;
  await settleLater(tx, owner, settle);
  // Units left or are wanted no more: money follows.
  if (changes.lines) await payLater(tx, owner, order.id);
  await publishChanged(tx, order, now);
}

type Decided = Result<WorkChange, OrderRefusal>;
export type Decide = (locked: LockedWork, now: Date, tx: Connection) => Promise<Decided> | Decided;

/** One transition of work: load, decide, save, in one transaction. */
export function changeWork(
  deps: Dependencies,
  caller: Caller,
  target: WorkId,
  action: FulfillmentOrderAction,
  decide: Decide,
): Promise<Result<Changed, OrderRefusal>> {
  const now = deps.now();
  return inTransaction(deps.database, (tx) => changeIn(tx, deps, { caller, target, action, now }, decide));
}

/** As `changeWork`, and once per idempotency key. */
export function changeWorkOnce(
  deps: Dependencies,
  caller: Caller,
  { input, operation }: { input: WorkId & { readonly idempotencyKey: string }; operation: string },
  action: FulfillmentOrderAction,
  decide: Decide,
): Promise<Result<Changed, OrderRefusal>> {
  const now = deps.now();
  const call = { client: caller.subject, operation, key: input.idempotencyKey, input };
  return inTransaction(deps.database, (tx) =>
    oncePerKey(tx, call, () => changeIn(tx, deps, { caller, target: input, action, now }, decide)),
  );
}

type Asked = {
  readonly caller: Caller;
  readonly target: WorkId;
  readonly action: FulfillmentOrderAction;
  readonly now: Date;
};

async function changeIn(
  tx: Connection,
  deps: Dependencies,
  { caller, target, action, now }: Asked,
  decide: Decide,
): Promise<Result<Changed, OrderRefusal>> {
  const locked = await loadWork(tx, caller, target, action);
  if (!locked.ok) return locked;
  const change = await decide(locked.value, now, tx);
  if (!change.ok) return change;
  await saveWork(tx, deps, locked.value, { ...change.value, actor: caller.subject, now });
  return ok({ id: target.id, shipmentId: change.value.shipmentId ?? null });
}
