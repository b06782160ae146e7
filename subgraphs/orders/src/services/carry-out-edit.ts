import { type Connection, inTransaction } from '@passerelle/database';
import { locationNotEligible, newId, ok, type Result, refuse, versionConflict } from '@passerelle/values';
import type { Dependencies } from '../context.ts';
import { advance, withChanges } from '../domain/advance.ts';
import type { EditInput, EditPlan, OrderChangeFact } from '../domain/edit.ts';
import type { FulfillmentOrder } from '../domain/fulfillment.ts';
import { keptRoom } from '../domain/kept-room.ts';
import type { DeliveryGroup, Order, Payment } from '../domain/order.ts';
import type { OrderRefusal } from '../domain/refusals.ts';
import { reductionsOf, workWithout } from '../domain/taken-back.ts';
import type { PlannedWork, SourcedGroup } from '../domain/work-plan.ts';
import { publishChanged } from '../storage/changed.ts';
import { saveEdit } from '../storage/edits.ts';
import { lockOrder, saveOrder, type WholeOrder } from '../storage/orders.ts';
import { insertPayment, payLater, savePayment, watchExpiry } from '../storage/payments.ts';
import { workRows } from '../storage/place.ts';
import { endPlan, insertWork } from '../storage/routings.ts';
import { type Settlement, settleLater } from '../storage/settle.ts';
import { type Allocated, allocateEdit } from './allocate-edit.ts';
import { bookCollections } from './book-collections.ts';
import { bookAnew, leavingOldService, type Rebooked, rebookedBy } from './change-service.ts';
import { type Cover, coverEdit } from './cover-edit.ts';
import { moment } from './moments.ts';
import { offerAnew } from './offer-anew.ts';
import type { Read } from './read-edit.ts';

/** What an edit came to; amounts in minor units of `currency`. */
export type Edited = {
  readonly orderId: string;
  readonly currency: string;
  readonly changes: readonly OrderChangeFact[];
  readonly totalBefore: number;
  readonly totalAfter: number;
  /** The change that waits for warehouses to let go; null when nobody had to be asked. */
  readonly changeRequestId: string | null;
  /** A warehouse is, or would be, asked first. */
  readonly isAsked: boolean;
};

export const editedOf = (
  { whole: { order }, plan: { changes, totalBefore, totalAfter }, asks }: Read,
  changeRequestId: string | null = null,
): Edited => ({
  orderId: order.id,
  currency: order.currency,
  changes,
  totalBefore,
  totalAfter,
  changeRequestId,
  isAsked: asks.length > 0,
});

type Outcome = Promise<Result<Edited, OrderRefusal>>;
type Carrying = {
  readonly sourced: readonly SourcedGroup[];
  readonly input: EditInput;
  readonly actor: string;
  /** Stores at most once: in the transaction in which the edit becomes true. */
  readonly once: (tx: Connection, store: () => Outcome) => Outcome;
};
type Taken = Read & {
  readonly allocated: Allocated;
  readonly rebooked: readonly Rebooked[];
  readonly cover: Cover;
};

/**
 * Takes what an edit needs, units, money and room, and makes it true in one transaction, provided nobody changed the
 * order since it was read. Otherwise it says why, and what was taken is given back.
 */
export async function carryOutEdit(deps: Dependencies, read: Read, carrying: Carrying): Outcome {
  const { whole, plan } = read;
  const rebooked = rebookedBy(whole, plan);
  const allocated = await allocateEdit(deps, whole.order, carrying.sourced, rebooked);
  if (!allocated.ok) return allocated;
  const cover = await coverEdit(deps, whole, carrying.input, plan.totalAfter);
  const undo = async () => {
    await allocated.value.undo();
    if (cover.ok) await cover.value.undo();
  };
  if (!cover.ok) {
    await undo();
    return cover;
  }
  const taken = { ...read, allocated: allocated.value, rebooked, cover: cover.value };
  const booked = await book(deps, taken);
  const outcome = booked.ok ? await store(deps, taken, carrying) : booked;
  if (!outcome.ok) await undo();
  return outcome;
}

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

function store(deps: Dependencies, taken: Taken, { input, actor, once }: Carrying): Outcome {
  const { order } = taken.whole;
  return inTransaction(deps.database, (tx) =>
    once(tx, async () => {
      const current = await lockOrder(tx, order.id);
      const { id: planId, plan } = taken.allocated;
      // A plan that gave no units to anybody is no decision to tell of.
      const isOurs = planId === null || (await endPlan(tx, planId, plan.length > 0 ? 'DONE' : 'ABANDONED'));
      if (current?.order.version !== order.version || !isOurs) {
        return refuse(versionConflict(order.version, current?.order.version ?? order.version));
      }
      await save(tx, deps, { ...taken, whole: current, input, actor });
      return ok(editedOf(taken));
    }),
  );
}

async function save(
  tx: Connection,
  { owner, now }: Dependencies,
  { whole, plan, allocated, rebooked, cover, input, actor }: Taken & Pick<Carrying, 'input' | 'actor'>,
) {
  const at = now();
  const groups = promised(plan.groups, allocated.plan);
  const { work, workLines } = await workAfter(tx, whole, plan, at);
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
    actor: actor,
    changes: [...plan.changes],
    totalDeltaMinor: plan.totalAfter - plan.totalBefore,
    editedAt: at,
  };
  await saveEdit(tx, edit, { lines: plan.lines, groups });
  await insertWork(tx, owner, rows);
  const what = plan.changes.map(({ kind, sku }) => (sku ? `${kind} ${sku}` : kind)).join(', ');
  const message = `Edited: ${what}${input.reason ? `; ${input.reason}` : ''}.`;
  const event = moment({ orderId: order.id, type: 'order.edited', actor: actor, message }, at);
  await saveOrder(tx, { order, work, workLines, events: [event] });
  await settleLater(tx, owner, [...settlements(whole, plan, work), ...leavingOldService(rebooked)]);
  await payLater(tx, owner, order.id);
  await publishChanged(tx, order, at);
}

/** Work that loses units, and work its warehouse let go of to take it on again under another address. */
async function workAfter(tx: Connection, whole: WholeOrder, plan: EditPlan, at: Date) {
  const work = workWithout(whole, plan.workLines, at);
  const after = {
    ...whole,
    work: withChanges(whole.work, work),
    workLines: withChanges(whole.workLines, plan.workLines),
  };
  const elsewhere = after.work.filter(({ deliveryGroupId }) => plan.readdressed.includes(deliveryGroupId));
  const offered = await offerAnew(tx, after, new Set(elsewhere.map(({ id }) => id)), at);
  const byId = <T extends { readonly id: string }>(rows: readonly T[]) => [
    ...new Map(rows.map((row) => [row.id, row])).values(),
  ];
  return { work: byId([...work, ...offered.work]), workLines: byId([...plan.workLines, ...offered.workLines]) };
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
