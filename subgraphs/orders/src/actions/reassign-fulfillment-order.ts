import { type Connection, inTransaction } from '@passerelle/database';
import { schedule } from '@passerelle/events';
import type { Caller } from '@passerelle/server';
import {
  insufficientStock,
  invalidInput,
  invalidState,
  locationNotEligible,
  newId,
  notFound,
  ok,
  type Result,
  refuse,
  versionConflict,
} from '@passerelle/values';
import type { Dependencies } from '../context.ts';
import { advance } from '../domain/advance.ts';
import type { Candidate } from '../domain/candidate.ts';
import { heldQuantity } from '../domain/fulfillment.ts';
import type { OrderRefusal } from '../domain/refusals.ts';
import { turnDown } from '../domain/turn-down.ts';
import { explain, planWork } from '../domain/work-plan.ts';
import { answerByDeed } from '../services/answer-request.ts';
import { type Changed, loadWork } from '../services/change-work.ts';
import type { AllocationRefusal } from '../services/inventory.ts';
import { moment } from '../services/moments.ts';
import { allocationOf, giveUpPlan, type Planned, planLeaseMs, releaseOf } from '../services/plans.ts';
import { publishChanged } from '../storage/changed.ts';
import type { LockedWork } from '../storage/locked-work.ts';
import { saveOrder } from '../storage/orders.ts';
import { workRows } from '../storage/place.ts';
import { endPlan, findOpenPlan, insertPlan, insertWork } from '../storage/routings.ts';
import { rerouteTask, settleLater } from '../storage/settle.ts';

export type ReassignInput = {
  readonly id: string;
  readonly expectedVersion: number;
  readonly locationId: string;
  readonly reason: string;
};
type Moving = { readonly locked: LockedWork; readonly planned: Planned };

/**
 * Moves work to another location by hand. As routing again does: the plan is stored, then allocated, then carried out,
 * so that a process killed in between leaves nothing reserved. The old location keeps its units until the new one has
 * them; its work ends as turned down, with the reason.
 */
export async function reassignFulfillmentOrder(
  deps: Dependencies,
  caller: Caller,
  input: ReassignInput,
): Promise<Result<Changed, OrderRefusal>> {
  if (input.reason.trim() === '') return refuse(invalidInput(['reason'], 'Say why the work is moved.'));
  const first = await inTransaction(deps.database, (tx) => loadWork(tx, caller, input, 'REASSIGN'));
  if (!first.ok) return first;
  const { work, whole } = first.value;
  if (work.locationId === input.locationId) {
    return refuse(invalidInput(['locationId'], `${work.number} is at ${input.locationId} already.`));
  }
  const candidate = await candidateAt(deps, first.value, input.locationId);
  const moving = await inTransaction(deps.database, (tx) => plan(tx, deps, { caller, input, candidate }));
  if (!moving.ok) return moving;
  const { planned } = moving.value;
  await deps.fault('rerouting-planned');
  const { id: orderId, channelId } = whole.order;
  const lost = await deps.inventory.allocate({
    orderId,
    revision: planned.revision,
    channelId,
    lines: allocationOf(planned),
  });
  await deps.fault('rerouting-allocated');
  if (lost.length > 0) {
    await giveUpPlan(deps, orderId, planned);
    return refuse(...lost.map((refusal) => asRefusal(refusal, input.locationId)));
  }
  return inTransaction(deps.database, (tx) => carryOut(tx, deps, { caller, input, planned, orderId }));
}

/** What inventory says about the location; when it says nothing, allocating will tell why. */
async function candidateAt(
  { inventory }: Dependencies,
  { whole, lines }: LockedWork,
  locationId: string,
): Promise<Candidate> {
  const skuOf = new Map(whole.lines.map(({ id, sku }) => [id, sku]));
  const wanted = new Map<string, number>();
  for (const line of lines) {
    const sku = skuOf.get(line.orderLineId) as string;
    wanted.set(sku, (wanted.get(sku) ?? 0) + heldQuantity(line));
  }
  const [found] = await inventory.candidates({
    channelId: whole.order.channelId,
    purpose: 'SHIP',
    lines: [...wanted].map(([sku, quantity]) => ({ sku, quantity })),
    locationIds: [locationId],
  });
  const unknown = { isStore: true, distanceKm: null, readyAt: null, readyOn: null, remainingCapacity: null };
  return found ?? { ...unknown, locationId, available: new Map() };
}

type Wish = { readonly caller: Caller; readonly input: ReassignInput };

/** Writes the plan down, and a job that gives it up should nobody carry it out. */
async function plan(
  tx: Connection,
  { owner, now }: Dependencies,
  { caller, input, candidate }: Wish & { readonly candidate: Candidate },
): Promise<Result<Moving, OrderRefusal>> {
  const at = now();
  const loaded = await loadWork(tx, caller, input, 'REASSIGN');
  if (!loaded.ok) return loaded;
  const { work, whole, lines } = loaded.value;
  const { order } = whole;
  if (await findOpenPlan(tx, order.id)) {
    return refuse(invalidState(`Order ${order.number} is being routed again; try once more.`, work.status));
  }
  const skuOf = new Map(whole.lines.map(({ id, sku }) => [id, sku]));
  const units = lines
    .map((line) => ({
      lineId: line.orderLineId,
      sku: skuOf.get(line.orderLineId) as string,
      quantity: heldQuantity(line),
    }))
    .filter(({ quantity }) => quantity > 0);
  const method = whole.groups.find(({ id }) => id === work.deliveryGroupId)?.method ?? 'DELIVERY';
  const assignment = { candidate, units, score: 0, reasons: ['CHOSEN_BY_STAFF'] };
  const sourcing = { assignments: [assignment], leftOut: [], shortages: [], cost: null };
  const groups = [{ groupId: work.deliveryGroupId, method, demands: units, sourcing }];
  const ids = { work: () => newId('fulfillmentOrder', at), line: () => newId('fulfillmentOrderLine', at) };
  const planned = { id: newId('routing', at), revision: order.revision + 1, plan: planWork(groups, at, ids) };
  const { id, revision } = planned;
  const decision = { ...explain(groups), id, strategy: 'by-hand', orderId: order.id, revision, decidedAt: at };
  const leaseUntil = new Date(at.getTime() + planLeaseMs);
  await insertPlan(tx, decision, planned.plan, leaseUntil);
  await saveOrder(tx, { order: { ...order, revision } });
  const job = { key: `${rerouteTask}:plan:${id}`, runAt: leaseUntil };
  await schedule(tx, owner, rerouteTask, { orderId: order.id }, job);
  return ok({ locked: loaded.value, planned });
}

async function carryOut(
  tx: Connection,
  { owner, now }: Dependencies,
  { caller, input, planned, orderId }: Wish & { readonly planned: Planned; readonly orderId: string },
): Promise<Result<Changed, OrderRefusal>> {
  const at = now();
  const loaded = await loadWork(tx, caller, input, 'REASSIGN');
  const isOurs = await endPlan(tx, planned.id, loaded.ok ? 'DONE' : 'ABANDONED');
  if (!loaded.ok || !isOurs) {
    await settleLater(tx, owner, [releaseOf(orderId, planned)]);
    return loaded.ok ? refuse(versionConflict(input.expectedVersion, loaded.value.work.version + 1)) : loaded;
  }
  const { work, whole, lines } = loaded.value;
  const note = input.reason;
  const down = turnDown(work, lines, whole.lines, { reason: 'OTHER', note, now: at });
  const rows = workRows(whole.order, planned.plan, whole.work.length, at);
  await insertWork(tx, owner, rows);
  const order = advance(whole, { work: [down.work], newWork: rows.work }, at);
  const message = `${work.number} was moved from ${work.locationId} to ${input.locationId}: ${note}.`;
  const event = { orderId, type: 'fulfillment.reassigned', actor: caller.subject, message };
  await saveOrder(tx, { order, work: [down.work], events: [moment(event, at)] });
  const deed = { work: down.work, before: lines, after: [], actor: caller.subject, at };
  await answerByDeed(tx, { owner }, work, deed);
  const release = { orderId, revision: order.revision, reductions: down.reductions };
  await settleLater(tx, owner, [{ kind: 'RELEASE', input: release }]);
  await publishChanged(tx, order, at);
  return ok({ id: planned.plan[0]?.id as string, shipmentId: null });
}

function asRefusal(refusal: AllocationRefusal, locationId: string): OrderRefusal {
  const { code, sku, requestedQuantity = 0, availableQuantity = 0 } = refusal;
  if (code === 'INSUFFICIENT_STOCK' && sku) {
    return insufficientStock(sku, requestedQuantity, availableQuantity, ['locationId']);
  }
  if (code === 'NOT_FOUND') return notFound('location', locationId, ['locationId']);
  return locationNotEligible(locationId, [], ['locationId']);
}
