import { type Connection, inTransaction, oncePerKey } from '@passerelle/database';
import { type Caller, isAllowed } from '@passerelle/server';
import { locationNotEligible, newId, notFound, ok, type Result, refuse, versionConflict } from '@passerelle/values';
import type { Dependencies } from '../context.ts';
import { advance, withChanges } from '../domain/advance.ts';
import { type EditInput, type EditPlan, type OrderChangeFact, planEdit } from '../domain/edit.ts';
import type { FulfillmentOrder } from '../domain/fulfillment.ts';
import { beforeHold } from '../domain/hold.ts';
import { keptRoom } from '../domain/kept-room.ts';
import { type DeliveryGroup, isHeld, type Order, type Payment } from '../domain/order.ts';
import type { OrderRefusal } from '../domain/refusals.ts';
import { reductionsOf, workWithout } from '../domain/taken-back.ts';
import type { PlannedWork } from '../domain/work-plan.ts';
import { type Allocated, allocateEdit, sourceEdit } from '../services/allocate-edit.ts';
import { bookCollections } from '../services/book-collections.ts';
import { bookAnew, leavingOldService, type Rebooked, rebookedBy } from '../services/change-service.ts';
import { type Cover, coverEdit } from '../services/cover-edit.ts';
import { moment, pickupCode } from '../services/moments.ts';
import { publishChanged } from '../storage/changed.ts';
import { saveEdit } from '../storage/edits.ts';
import { findStates } from '../storage/holds.ts';
import { lockOrder, saveOrder, type WholeOrder } from '../storage/orders.ts';
import { insertPayment, payLater, savePayment, watchExpiry } from '../storage/payments.ts';
import { workRows } from '../storage/place.ts';
import { endPlan, insertWork } from '../storage/routings.ts';
import { type Settlement, settleLater } from '../storage/settle.ts';
import { isVisible } from '../storage/visibility.ts';

/** What is kept with the idempotency key; amounts in minor units of `currency`. */
export type Edited = {
  readonly orderId: string;
  readonly currency: string;
  readonly changes: readonly OrderChangeFact[];
  readonly totalBefore: number;
  readonly totalAfter: number;
};
type Read = { readonly whole: WholeOrder; readonly plan: EditPlan };
type Taken = Read & {
  readonly allocated: Allocated;
  readonly rebooked: readonly Rebooked[];
  readonly cover: Cover;
};

/** Thrown to leave a transaction in which the key was found unused. */
class NotYet extends Error {}

/**
 * Changes an order before it is fulfilled. A saga, as placing is: the order is read and the edit checked, locations are
 * chosen and allocated under the next revision, a higher total is authorized, and everything becomes true in one
 * transaction, provided nobody changed the order meanwhile. Whoever comes second is told VERSION_CONFLICT, and what was
 * taken for them is given back. A dry run stops after choosing locations, and leaves nothing.
 */
export async function editOrder(
  deps: Dependencies,
  caller: Caller,
  input: EditInput,
): Promise<Result<Edited, OrderRefusal>> {
  const repeated = input.dryRun ? undefined : await findRepeated(deps, caller, input);
  if (repeated) return repeated;
  const read = await inTransaction(deps.database, (tx) => readEdit(tx, caller, input, deps.now()));
  if (!read.ok) return read;
  const { whole, plan } = read.value;
  const sourced = await sourceEdit(deps, whole, plan);
  if (!sourced.ok) return sourced;
  if (input.dryRun) return ok(editedOf(read.value));
  await deps.fault('edit-read');

  const rebooked = rebookedBy(whole, plan);
  const allocated = await allocateEdit(deps, whole.order, sourced.value, rebooked);
  if (!allocated.ok) return allocated;
  const cover = await coverEdit(deps, whole, input, plan.totalAfter);
  const undo = async () => {
    await allocated.value.undo();
    if (cover.ok) await cover.value.undo();
  };
  if (!cover.ok) {
    await undo();
    return cover;
  }
  const taken = { ...read.value, allocated: allocated.value, rebooked, cover: cover.value };
  const booked = await book(deps, taken);
  const outcome = booked.ok ? await carryOut(deps, caller, input, taken) : booked;
  if (!outcome.ok) await undo();
  return outcome;
}

const editedOf = ({ whole: { order }, plan: { changes, totalBefore, totalAfter } }: Read): Edited => ({
  orderId: order.id,
  currency: order.currency,
  changes,
  totalBefore,
  totalAfter,
});
const callOf = (caller: Caller, input: EditInput) => ({
  client: caller.subject,
  operation: 'editOrder',
  key: input.idempotencyKey,
  input,
});

/** What the first call with this key came to; undefined when there was none. */
async function findRepeated(
  { database }: Dependencies,
  caller: Caller,
  input: EditInput,
): Promise<Result<Edited, OrderRefusal> | undefined> {
  try {
    return await inTransaction(database, (tx) =>
      oncePerKey<Edited, OrderRefusal>(tx, callOf(caller, input), () => Promise.reject(new NotYet())),
    );
  } catch (error) {
    if (error instanceof NotYet) return undefined;
    throw error;
  }
}

async function readEdit(
  tx: Connection,
  caller: Caller,
  input: EditInput,
  now: Date,
): Promise<Result<Read, OrderRefusal>> {
  const whole = await lockOrder(tx, input.orderId);
  const isOwn = caller.customerId !== null && whole?.order.customerId === caller.customerId;
  if (!whole || !(isOwn || isAllowed(caller, 'orders:write')) || !(await isVisible(tx, whole.order, caller))) {
    return refuse(notFound('order', input.orderId, ['orderId']));
  }
  if (whole.order.version !== input.expectedVersion) {
    return refuse(versionConflict(input.expectedVersion, whole.order.version));
  }
  const ids = { group: () => newId('deliveryGroup', now), line: () => newId('orderLine', now), pickupCode };
  const plan = planEdit({ ...whole, work: await asItStood(tx, whole) }, input, ids);
  return plan.ok ? ok({ whole, plan: plan.value }) : plan;
}

/** Work of a held order tells by where it stood before whose hands units are in. */
const asItStood = async (tx: Connection, { order, work }: WholeOrder) =>
  isHeld(order)
    ? beforeHold(work, new Map((await findStates(tx, [order.id])).map((one) => [one.id, one.status])))
    : work;

/** Takes room at each store of collection for the units that come there. */
async function book(
  deps: Dependencies,
  { whole, plan, allocated, rebooked }: Taken,
): Promise<Result<null, OrderRefusal>> {
  const { id: orderId, channelId } = whole.order;
  const losing = roomAfter(whole, plan, workWithout(whole, plan.workLines, deps.now()));
  const wish = { orderId, channelId, groups: plan.groups, losing };
  const refused = (await bookCollections(deps, wish, allocated.plan)) ?? (await bookAnew(deps, channelId, rebooked));
  await deps.fault('edit-booked');
  if (!refused) return ok(null);
  const reasons = refused.reasons.map((code) => ({ code, message: 'The booking was refused.', until: null }));
  return refuse(locationNotEligible(refused.locationId, reasons, ['deliveryGroups']));
}

/** What work that loses units keeps of the room booked for it. */
const roomAfter = (whole: WholeOrder, { workLines }: EditPlan, work: readonly FulfillmentOrder[]) =>
  keptRoom(work, withChanges(whole.workLines, workLines));

function carryOut(
  deps: Dependencies,
  caller: Caller,
  input: EditInput,
  taken: Taken,
): Promise<Result<Edited, OrderRefusal>> {
  const { order } = taken.whole;
  return inTransaction(deps.database, (tx) =>
    oncePerKey<Edited, OrderRefusal>(tx, callOf(caller, input), async () => {
      const current = await lockOrder(tx, order.id);
      const { id: planId, plan } = taken.allocated;
      // A plan that gave no units to anybody is no decision to tell of.
      const isOurs = planId === null || (await endPlan(tx, planId, plan.length > 0 ? 'DONE' : 'ABANDONED'));
      if (current?.order.version !== order.version || !isOurs) {
        return refuse(versionConflict(order.version, current?.order.version ?? order.version));
      }
      await save(tx, deps, { ...taken, whole: current, input, caller });
      return ok(editedOf(taken));
    }),
  );
}

async function save(
  tx: Connection,
  { owner, now }: Dependencies,
  {
    whole,
    plan,
    allocated,
    rebooked,
    cover,
    input,
    caller,
  }: Taken & { readonly input: EditInput; readonly caller: Caller },
) {
  const at = now();
  const groups = promised(plan.groups, allocated.plan);
  const work = workWithout(whole, plan.workLines, at);
  const rows = workRows(whole.order, allocated.plan, whole.work.length, at);
  const payments = await savePayments(tx, owner, whole, cover.payments);
  const after = { ...whole, lines: plan.lines, groups, payments };
  const advanced = advance(after, { work, newWork: rows.work }, at);
  const promises = groups.flatMap(({ promisedTo }) => (promisedTo ? [promisedTo.getTime()] : []));
  const order: Order = {
    ...advanced,
    promisedTo: promises.length > 0 ? new Date(Math.max(...promises)) : advanced.promisedTo,
  };
  const edit = {
    id: newId('edit', at),
    orderId: order.id,
    version: order.version,
    reason: input.reason ?? null,
    actor: caller.subject,
    changes: [...plan.changes],
    totalDeltaMinor: plan.totalAfter - plan.totalBefore,
    editedAt: at,
  };
  await saveEdit(tx, edit, { lines: plan.lines, groups });
  await insertWork(tx, owner, rows);
  const what = plan.changes.map(({ kind, sku }) => (sku ? `${kind} ${sku}` : kind)).join(', ');
  const message = `Edited: ${what}${input.reason ? `; ${input.reason}` : ''}.`;
  const event = moment({ orderId: order.id, type: 'order.edited', actor: caller.subject, message }, at);
  await saveOrder(tx, { order, work, workLines: plan.workLines, events: [event] });
  await settleLater(tx, owner, [...settlements(whole, plan, work), ...leavingOldService(rebooked)]);
  await payLater(tx, owner, order.id);
  await publishChanged(tx, order, at);
}

/** A group whose units were given out anew is promised for when the last location said it can be ready. */
const promised = (groups: readonly DeliveryGroup[], plan: readonly PlannedWork[]) =>
  groups.map((group) => {
    const due = plan.filter((work) => work.deliveryGroupId === group.id).map((work) => new Date(work.dueAt).getTime());
    return due.length > 0 ? { ...group, promisedTo: new Date(Math.max(...due)) } : group;
  });

async function savePayments(
  tx: Connection,
  owner: Dependencies['owner'],
  { payments }: WholeOrder,
  changed: readonly Payment[],
): Promise<Payment[]> {
  const known = new Set(payments.map(({ id }) => id));
  for (const payment of changed) {
    await (known.has(payment.id) ? savePayment(tx, payment) : insertPayment(tx, payment));
    await watchExpiry(tx, owner, payment);
  }
  const byId = new Map([...payments, ...changed].map((payment) => [payment.id, payment]));
  return [...byId.values()];
}

function settlements(whole: WholeOrder, plan: EditPlan, work: readonly FulfillmentOrder[]): Settlement[] {
  const { id: orderId, revision } = whole.order;
  const reductions = reductionsOf(plan.workLines);
  return [
    ...(reductions.length > 0 ? [{ kind: 'RELEASE', input: { orderId, revision, reductions } } as const] : []),
    ...roomAfter(whole, plan, work).map((room) => ({ kind: 'UNBOOK', ...room }) as const),
  ];
}
