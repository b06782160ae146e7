import { type Connection, inTransaction } from '@passerelle/database';
import { isSilence } from '@passerelle/server';
import { newId } from '@passerelle/values';
import type { Dependencies } from '../context.ts';
import { advance } from '../domain/advance.ts';
import { isHeld } from '../domain/order.ts';
import { type Refuser, takeOffWaiting, withoutRefusers } from '../domain/rerouting.ts';
import { planWork, type SourcedGroup } from '../domain/work-plan.ts';
import { askAgainMs, endAwaiting } from '../services/await-stock.ts';
import { bookCollections } from '../services/book-collections.ts';
import { leavingOtherServices } from '../services/change-service.ts';
import type { AllocationRefusal } from '../services/inventory.ts';
import { moment } from '../services/moments.ts';
import {
  allocationOf,
  giveUpPlan,
  givingBack,
  type Planned,
  planLeaseMs,
  releaseOf,
  routingOf,
} from '../services/plans.ts';
import { rankerOf } from '../services/rank-sources.ts';
import { sourceGroups, wantedGroups } from '../services/sources.ts';
import { type ExitLog, keepLog, openLog } from '../services/user-exits.ts';
import { type AwaitedStock, findAwaited, forgetReservation } from '../storage/awaited-stock.ts';
import { publishChanged } from '../storage/changed.ts';
import { insertEvents } from '../storage/events.ts';
import { findHoldsOfOrders } from '../storage/holds.ts';
import { lockOrder, saveOrder, savePromises, type WholeOrder } from '../storage/orders.ts';
import { workRows } from '../storage/place.ts';
import { endPlan, findOpenPlan, findRefusers, insertPlan, insertWork } from '../storage/routings.ts';
import { rerouteLater, settleLater } from '../storage/settle.ts';

const actor = 'service:orders';
type Waiting = {
  readonly whole: WholeOrder;
  readonly refusers: readonly Refuser[];
  readonly abandoned: Planned | null;
  /** Set while nobody has looked for locations since the order was placed. */
  readonly awaited: AwaitedStock | null;
  /** What user exits said of where it goes. */
  readonly exitLog: ExitLog;
};

/**
 * Looks for locations for units that have none: turned down, not found on the shelf, or taken while inventory was
 * silent. The plan is stored before inventory is asked to allocate it, so that what a killed process may have allocated
 * is found and given back. What nobody can source stays on the lines as backordered, and the timeline tells.
 *
 * A job: throws to be done again when somebody else is at it, a neighbour does not answer, or a race was lost. An order
 * that waits for inventory to answer asks again every minute, however long that takes.
 */
export async function rerouteOrder(deps: Dependencies, { orderId }: { readonly orderId: string }): Promise<void> {
  const waiting = await readWaiting(deps, orderId);
  if (!waiting) return;
  await look(deps, waiting).catch(async (error) => {
    if (!waiting.awaited || !isSilence(error)) throw error;
    const again = new Date(deps.now().getTime() + askAgainMs);
    await inTransaction(deps.database, (tx) => rerouteLater(tx, deps.owner, orderId, again));
  });
}

async function look(deps: Dependencies, waiting: Waiting): Promise<void> {
  const { channelId, id: orderId } = waiting.whole.order;
  // Its units may be the very ones that are looked for; the job that also gives them back may come too late.
  if (waiting.abandoned) await deps.inventory.release(releaseOf(orderId, waiting.abandoned).input);
  const groups = await source(deps, waiting);
  await deps.fault('candidates-read');
  if (groups.every(({ sourcing }) => sourcing.assignments.length === 0)) return tellBackorder(deps, waiting);

  const planned = await storePlan(deps, waiting, groups);
  await deps.fault('rerouting-planned');
  const reservationId = waiting.awaited?.reservationId ?? null;
  const lost = await deps.inventory.allocate({
    orderId,
    revision: planned.revision,
    channelId,
    ...(reservationId ? { reservationId } : {}),
    lines: allocationOf(planned),
  });
  await deps.fault('rerouting-allocated');
  if (lost.length > 0) {
    await giveUpPlan(deps, orderId, planned);
    if (lost.some(isOfReservation)) await forgetReservation(deps.database, orderId);
    throw new Error(`order ${orderId} lost ${lost.map(({ code }) => code).join(', ')}; routing again`);
  }
  const refused = await bookCollections(deps, { orderId, channelId, groups: waiting.whole.groups }, planned.plan);
  if (!refused) return carryOut(deps, orderId, planned);
  await giveUpPlan(deps, orderId, planned);
  const because = [refused.locationId, refused.code, ...refused.reasons].join(', ');
  return tellBackorder(deps, waiting, ` The store of collection takes no more orders: ${because}.`);
}

const isOfReservation = ({ code, path }: AllocationRefusal) =>
  code === 'RESERVATION_EXPIRED' || path?.includes('reservationId');

const hasWaiting = ({ lines }: WholeOrder) => lines.some(({ backorderedQuantity }) => backorderedQuantity > 0);

/** Nothing is routed while an order is held, but by the hold that ends with routing it. */
async function isStopped(tx: Connection, { order }: WholeOrder, awaited: AwaitedStock | undefined): Promise<boolean> {
  if (!isHeld(order)) return false;
  const holds = await findHoldsOfOrders(tx, [order.id]);
  return holds.some(({ id, releasedAt }) => releasedAt === null && id !== awaited?.holdId);
}

/** The order, if units wait; a plan left by a killed process is given up first. */
function readWaiting({ database, owner, now }: Dependencies, orderId: string): Promise<Waiting | undefined> {
  return inTransaction(database, async (tx): Promise<Waiting | undefined> => {
    const whole = await lockOrder(tx, orderId);
    if (!whole) return undefined;
    const open = await findOpenPlan(tx, orderId);
    if (open && open.leaseUntil > now()) throw new Error(`order ${orderId} is being routed again already`);
    if (open) {
      await endPlan(tx, open.id, 'ABANDONED');
      await settleLater(tx, owner, [...givingBack(orderId, open), ...leavingOtherServices(whole)]);
    }
    const awaited = await findAwaited(tx, orderId);
    // The end of the order's last hold looks here again.
    if (!hasWaiting(whole) || (await isStopped(tx, whole, awaited))) return undefined;
    const refusers = await findRefusers(tx, orderId);
    return { whole, refusers, abandoned: open ?? null, awaited: awaited ?? null, exitLog: openLog(orderId) };
  });
}

function source(deps: Dependencies, { whole, refusers, awaited, exitLog }: Waiting): Promise<SourcedGroup[]> {
  const waiting = whole.lines.filter(({ backorderedQuantity }) => backorderedQuantity > 0);
  const groups = wantedGroups(whole.groups, (groupId) =>
    waiting
      .filter(({ deliveryGroupId }) => deliveryGroupId === groupId)
      .map(({ id, sku, backorderedQuantity }) => ({ lineId: id, sku, quantity: backorderedQuantity })),
  );
  const wanted = new Map<string, number>();
  for (const { sku, backorderedQuantity } of waiting) wanted.set(sku, (wanted.get(sku) ?? 0) + backorderedQuantity);
  const offer = (candidates: Parameters<typeof withoutRefusers>[0]) =>
    withoutRefusers(candidates, refusers, whole.lines, wanted);
  const { channelId } = whole.order;
  const attempt = `${whole.order.id}.${whole.order.revision + 1}`;
  const rank = rankerOf(deps, exitLog, { attempt, channelId });
  return sourceGroups(deps, groups, { channelId, offer, rank, reservationId: awaited?.reservationId ?? null });
}

/** Nobody has the units: the timeline tells, and an order that waited for this answer goes on without them. */
async function tellBackorder({ database, now }: Dependencies, { whole }: Waiting, because = ''): Promise<void> {
  const waiting = whole.lines.filter(({ backorderedQuantity }) => backorderedQuantity > 0);
  const units = waiting.map(({ sku, backorderedQuantity }) => `${backorderedQuantity} ${sku}`).join(', ');
  const message = `No other location can source ${units}.${because}`;
  const at = now();
  const told = moment({ orderId: whole.order.id, type: 'order.backordered', actor, message }, at);
  await inTransaction(database, async (tx) => {
    const current = await lockOrder(tx, whole.order.id);
    const awaited = await findAwaited(tx, whole.order.id);
    if (!current || !awaited) return insertEvents(tx, [told]);
    const ended = await endAwaiting(tx, current.order, awaited, at);
    const order = advance({ ...current, order: ended.order }, {}, at);
    await saveOrder(tx, { order, events: [...ended.events, told] });
    await publishChanged(tx, order, at);
  });
}

/** Writes the plan down under the next revision; throws when the order has changed since it was read. */
function storePlan(
  { database, owner, now }: Dependencies,
  { whole: { order }, exitLog }: Waiting,
  groups: readonly SourcedGroup[],
): Promise<Planned> {
  const at = now();
  const plan = planWork(groups, at, {
    work: () => newId('fulfillmentOrder', at),
    line: () => newId('fulfillmentOrderLine', at),
  });
  const planned = { id: newId('routing', at), revision: order.revision + 1, plan };
  return inTransaction(database, async (tx) => {
    const current = await lockOrder(tx, order.id);
    if (current?.order.version !== order.version)
      throw new Error(`order ${order.id} changed while it was routed again`);
    const decision = { ...routingOf(order.id, { groups, revision: planned.revision }, at), id: planned.id };
    await insertPlan(tx, decision, plan, new Date(at.getTime() + planLeaseMs));
    await keepLog(tx, { owner }, exitLog, { routingId: planned.id, plan });
    // The version stays: nothing the outside sees has changed yet.
    await saveOrder(tx, { order: { ...current.order, revision: planned.revision } });
    return planned;
  });
}

/** Makes the work that was planned. When fewer units wait by now, or the order was held, all is given back. */
function carryOut({ database, owner, now }: Dependencies, orderId: string, planned: Planned): Promise<void> {
  const at = now();
  return inTransaction(database, async (tx) => {
    const whole = await lockOrder(tx, orderId);
    if (!whole) throw new Error(`order ${orderId} is gone`);
    const awaited = await findAwaited(tx, orderId);
    const isPossible = !(await isStopped(tx, whole, awaited));
    const lines = isPossible ? takeOffWaiting(whole.lines, planned.plan) : undefined;
    const isOurs = await endPlan(tx, planned.id, lines ? 'DONE' : 'ABANDONED');
    if (!isOurs || !lines) {
      await settleLater(tx, owner, givingBack(orderId, planned));
      await rerouteLater(tx, owner, orderId);
      return;
    }
    const ended = awaited ? await endAwaiting(tx, whole.order, awaited, at) : { order: whole.order, events: [] };
    const rows = workRows(whole.order, planned.plan, whole.work.length, at);
    const order = {
      ...advance({ ...whole, order: ended.order }, { lines, newWork: rows.work }, at),
      promisedTo: await savePromises(tx, whole, planned.plan),
    };
    await insertWork(tx, owner, rows);
    const places = [...new Set(planned.plan.map(({ locationId }) => locationId))].join(', ');
    const event = { orderId, type: 'order.rerouted', actor, message: `Routed again, to ${places}.` };
    await saveOrder(tx, { order, lines, events: [...ended.events, moment(event, at)] });
    await publishChanged(tx, order, at);
  });
}
