import { inTransaction } from '@passerelle/database';
import { schedule } from '@passerelle/events';
import {
  insufficientStock,
  locationNotEligible,
  newId,
  ok,
  type Result,
  refuse,
  versionConflict,
} from '@passerelle/values';
import type { Dependencies } from '../context.ts';
import type { EditPlan } from '../domain/edit.ts';
import { isOpen } from '../domain/fulfillment.ts';
import type { Order } from '../domain/order.ts';
import type { OrderRefusal } from '../domain/refusals.ts';
import { explain, type PlannedWork, planWork, type SourcedGroup } from '../domain/work-plan.ts';
import { lockOrder, saveOrder, type WholeOrder } from '../storage/orders.ts';
import { endPlan, findOpenPlan, insertPlan } from '../storage/routings.ts';
import { rerouteTask, settleLater } from '../storage/settle.ts';
import { leaveNewService, type Rebooked } from './change-service.ts';
import { allocationOf, givingBack } from './plans.ts';
import { sourceGroups, wantedGroups } from './sources.ts';

const leaseMs = 30_000;

/** Work an edit adds, its units allocated; `undo` gives all of it back. */
export type Allocated = {
  readonly id: string | null;
  readonly plan: readonly PlannedWork[];
  readonly undo: () => Promise<void>;
};

/** Chooses locations for the units an edit adds or moves; refuses when not all of them can be sourced. */
export async function sourceEdit(
  deps: Dependencies,
  { order: { channelId }, work }: WholeOrder,
  { lines, groups, demands }: EditPlan,
): Promise<Result<SourcedGroup[], OrderRefusal>> {
  const lineOf = new Map(lines.map((line) => [line.id, line]));
  const wanted = wantedGroups(groups, (groupId) =>
    demands.flatMap(({ lineId, quantity }) => {
      const line = lineOf.get(lineId);
      return line?.deliveryGroupId === groupId ? [{ lineId, sku: line.sku, quantity }] : [];
    }),
  );
  if (wanted.length === 0) return ok([]);
  const collected = work.filter(({ type }) => type === 'CLICK_AND_COLLECT').filter(isOpen);
  const bookedAt = new Set(collected.map(({ locationId }) => locationId));
  const sourced = await sourceGroups(deps, wanted, { channelId, bookedAt });
  const shortages = sourced.flatMap(({ sourcing }) => sourcing.shortages);
  return shortages.length > 0
    ? refuse(...shortages.map(({ sku, requested, available }) => insufficientStock(sku, requested, available)))
    : ok(sourced);
}

/**
 * Allocates what was chosen, all of it or nothing. The plan is stored first, as when an order is routed again: what a
 * killed process allocated is found by the reroute job when the lease has ended, and given back. Work that is booked
 * anew needs the plan too, though nothing is allocated for it: while it is open no other edit comes in between.
 */
export async function allocateEdit(
  deps: Dependencies,
  order: Order,
  groups: readonly SourcedGroup[],
  rebooked: readonly Rebooked[] = [],
): Promise<Result<Allocated, OrderRefusal>> {
  if (groups.length === 0 && rebooked.length === 0) return ok({ id: null, plan: [], undo: async () => {} });
  const now = deps.now();
  const plan = planWork(groups, now, {
    work: () => newId('fulfillmentOrder', now),
    line: () => newId('fulfillmentOrderLine', now),
  });
  const routing = { ...explain(groups), id: newId('routing', now), orderId: order.id, decidedAt: now };
  const revision = order.revision + 1;
  const leaseUntil = new Date(now.getTime() + leaseMs);
  const isOurs = await inTransaction(deps.database, async (tx) => {
    const current = await lockOrder(tx, order.id);
    if (current?.order.version !== order.version || (await findOpenPlan(tx, order.id))) return false;
    await insertPlan(tx, { ...routing, revision }, plan, leaseUntil);
    await saveOrder(tx, { order: { ...current.order, revision } });
    const recovery = { key: `${rerouteTask}:${order.id}:${routing.id}`, runAt: leaseUntil };
    await schedule(tx, deps.owner, rerouteTask, { orderId: order.id }, recovery);
    return true;
  });
  if (!isOurs) return refuse(versionConflict(order.version, order.version));
  await deps.fault('edit-planned');

  const { id: orderId, channelId } = order;
  const undo = async () => {
    await leaveNewService(deps, rebooked);
    await inTransaction(deps.database, async (tx) => {
      await endPlan(tx, routing.id, 'ABANDONED');
      await settleLater(tx, deps.owner, givingBack(orderId, { id: routing.id, revision, plan }));
    });
  };
  if (plan.length === 0) return ok({ id: routing.id, plan, undo });
  const lost = await deps.inventory.allocate({ orderId, revision, channelId, lines: allocationOf({ plan }) });
  await deps.fault('edit-allocated');
  if (lost.length === 0) return ok({ id: routing.id, plan, undo });
  await undo();
  return refuse(
    ...lost.map((refusal) =>
      refusal.code === 'LOCATION_NOT_ELIGIBLE'
        ? locationNotEligible(plan[0]?.locationId ?? '', [])
        : insufficientStock(refusal.sku ?? '', refusal.requestedQuantity ?? 0, refusal.availableQuantity ?? 0),
    ),
  );
}
