import { inTransaction } from '@passerelle/database';
import { newId } from '@passerelle/values';
import type { Dependencies } from '../context.ts';
import { advance } from '../domain/advance.ts';
import { type Refuser, takeOffWaiting, withoutRefusers } from '../domain/rerouting.ts';
import { explain, planWork, type SourcedGroup } from '../domain/work-plan.ts';
import { moment } from '../services/moments.ts';
import { allocationOf, giveUpPlan, type Planned, planLeaseMs, releaseOf } from '../services/plans.ts';
import { sourceGroups } from '../services/sources.ts';
import { publishChanged } from '../storage/changed.ts';
import { insertEvents } from '../storage/events.ts';
import { lockOrder, saveOrder, type WholeOrder } from '../storage/orders.ts';
import { workRows } from '../storage/place.ts';
import { endPlan, findOpenPlan, findRefusers, insertPlan, insertWork } from '../storage/routings.ts';
import { rerouteLater, settleLater } from '../storage/settle.ts';

const actor = 'service:orders';
type Waiting = {
  readonly whole: WholeOrder;
  readonly refusers: readonly Refuser[];
  readonly abandoned: Planned | null;
};

/**
 * Looks for other locations for units that have none: turned down, or not found on the shelf. The plan is stored before
 * inventory is asked to allocate it, so that what a killed process may have allocated is found and given back. What
 * nobody can source stays on the lines as backordered, and the timeline tells.
 *
 * A job: throws to be done again when somebody else is at it, a neighbour does not answer, or a race was lost.
 */
export async function rerouteOrder(deps: Dependencies, { orderId }: { readonly orderId: string }): Promise<void> {
  const waiting = await readWaiting(deps, orderId);
  if (!waiting) return;
  // Its units may be the very ones that are looked for; the job that also gives them back may come too late.
  if (waiting.abandoned) await deps.inventory.release(releaseOf(orderId, waiting.abandoned).input);
  const groups = await source(deps, waiting);
  await deps.fault('candidates-read');
  if (groups.every(({ sourcing }) => sourcing.assignments.length === 0)) return tellBackorder(deps, waiting);

  const planned = await storePlan(deps, waiting, groups);
  await deps.fault('rerouting-planned');
  const { channelId } = waiting.whole.order;
  const lines = allocationOf(planned);
  const lost = await deps.inventory.allocate({ orderId, revision: planned.revision, channelId, lines });
  await deps.fault('rerouting-allocated');
  if (lost.length > 0) {
    await giveUpPlan(deps, orderId, planned);
    throw new Error(`order ${orderId} lost ${lost.map(({ code }) => code).join(', ')}; routing again`);
  }
  await carryOut(deps, orderId, planned);
}

const hasWaiting = ({ lines }: WholeOrder) => lines.some(({ backorderedQuantity }) => backorderedQuantity > 0);

/** The order, if units wait; a plan left by a killed process is given up first. */
function readWaiting({ database, owner, now }: Dependencies, orderId: string): Promise<Waiting | undefined> {
  return inTransaction(database, async (tx): Promise<Waiting | undefined> => {
    const whole = await lockOrder(tx, orderId);
    if (!whole) return undefined;
    const open = await findOpenPlan(tx, orderId);
    if (open && open.leaseUntil > now()) throw new Error(`order ${orderId} is being routed again already`);
    if (open) {
      await endPlan(tx, open.id, 'ABANDONED');
      await settleLater(tx, owner, [releaseOf(orderId, open)]);
    }
    // Nothing is routed while an order is held; the end of its last hold looks here again.
    if (!hasWaiting(whole) || whole.order.status === 'ON_HOLD') return undefined;
    return { whole, refusers: await findRefusers(tx, orderId), abandoned: open ?? null };
  });
}

function source(deps: Dependencies, { whole, refusers }: Waiting): Promise<SourcedGroup[]> {
  const waiting = whole.lines.filter(({ backorderedQuantity }) => backorderedQuantity > 0);
  const groups = whole.groups
    .map((group) => ({
      groupId: group.id,
      method: group.method,
      pickupLocationId: group.pickupLocationId,
      shippingAddress: group.shippingAddress,
      serviceLevel: group.serviceLevel,
      demands: waiting
        .filter(({ deliveryGroupId }) => deliveryGroupId === group.id)
        .map(({ id, sku, backorderedQuantity }) => ({ lineId: id, sku, quantity: backorderedQuantity })),
    }))
    .filter(({ demands }) => demands.length > 0);
  const wanted = new Map<string, number>();
  for (const { sku, backorderedQuantity } of waiting) wanted.set(sku, (wanted.get(sku) ?? 0) + backorderedQuantity);
  const offer = (candidates: Parameters<typeof withoutRefusers>[0]) =>
    withoutRefusers(candidates, refusers, whole.lines, wanted);
  return sourceGroups(deps, groups, { channelId: whole.order.channelId, offer });
}

async function tellBackorder({ database, now }: Dependencies, { whole }: Waiting): Promise<void> {
  const waiting = whole.lines.filter(({ backorderedQuantity }) => backorderedQuantity > 0);
  const units = waiting.map(({ sku, backorderedQuantity }) => `${backorderedQuantity} ${sku}`).join(', ');
  const message = `No other location can source ${units}.`;
  await inTransaction(database, (tx) =>
    insertEvents(tx, [moment({ orderId: whole.order.id, type: 'order.backordered', actor, message }, now())]),
  );
}

/** Writes the plan down under the next revision; throws when the order has changed since it was read. */
function storePlan(
  { database, now }: Dependencies,
  { whole: { order } }: Waiting,
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
    const decision = {
      ...explain(groups),
      id: planned.id,
      orderId: order.id,
      revision: planned.revision,
      decidedAt: at,
    };
    await insertPlan(tx, decision, plan, new Date(at.getTime() + planLeaseMs));
    // The version stays: nothing the outside sees has changed yet.
    await saveOrder(tx, { order: { ...current.order, revision: planned.revision } });
    return planned;
  });
}

/** Makes the work that was planned. When fewer units wait by now, all is given back and routed once more. */
function carryOut({ database, owner, now }: Dependencies, orderId: string, planned: Planned): Promise<void> {
  const at = now();
  return inTransaction(database, async (tx) => {
    const whole = await lockOrder(tx, orderId);
    if (!whole) throw new Error(`order ${orderId} is gone`);
    const lines = takeOffWaiting(whole.lines, planned.plan);
    const isOurs = await endPlan(tx, planned.id, lines ? 'DONE' : 'ABANDONED');
    if (!isOurs || !lines) {
      await settleLater(tx, owner, [releaseOf(orderId, planned)]);
      await rerouteLater(tx, owner, orderId);
      return;
    }
    const rows = workRows(whole.order, planned.plan, whole.work.length, at);
    const order = advance(whole, { lines, newWork: rows.work }, at);
    await insertWork(tx, owner, rows);
    const places = [...new Set(planned.plan.map(({ locationId }) => locationId))].join(', ');
    const event = { orderId, type: 'order.rerouted', actor, message: `Routed again, to ${places}.` };
    await saveOrder(tx, { order, lines, events: [moment(event, at)] });
    await publishChanged(tx, order, at);
  });
}
