import { type Connection, inTransaction } from '@passerelle/database';
import {
  type InvalidState,
  invalidInput,
  invalidState,
  newId,
  notFound,
  ok,
  type Result,
  refuse,
  type VersionConflict,
  versionConflict,
} from '@passerelle/values';
import type { Context } from '../context.ts';
import type { Extra, ExtraOutcome } from '../domain/extra.ts';
import type { OrderFacts } from '../domain/order-facts.ts';
import { policiesFor } from '../domain/policy.ts';
import { judgeRequest, type RequestRefusal } from '../domain/request.ts';
import { changed, handled, nothingYet, type Return, type ReturnLine, type ReturnReason } from '../domain/return.ts';
import { maySee } from '../domain/viewer.ts';
import { findExtra, insertArrivedLine, saveOutcome } from '../storage/extras.ts';
import { findClaims, saveOrderFacts } from '../storage/order-facts.ts';
import { findCustomerGroups, findPolicyVersions } from '../storage/policies.ts';
import { findReturns, lockReturn, saveReturn } from '../storage/returns.ts';

export type ResolveExtra = {
  readonly id: string;
  readonly extraId: string;
  readonly expectedVersion: number;
  readonly outcome: ExtraOutcome;
  readonly orderLineId?: string | null;
  readonly reason?: ReturnReason;
};

type Resolved = Result<{ id: string }, RequestRefusal | VersionConflict | InvalidState>;

/**
 * Says what becomes of units that nobody had announced. Taken in, they are a line of the return like any other, judged by
 * the same policy and never more than were handed over with the order.
 */
export async function resolveExtra(context: Context, input: ResolveExtra): Promise<Resolved> {
  const { database, neighbours } = context;
  if (input.outcome === 'HELD') return refuse(invalidInput(['outcome'], 'The units are held already; decide on them.'));
  if ((input.outcome === 'TAKEN_IN') !== Boolean(input.orderLineId)) {
    return refuse(invalidInput(['orderLineId'], 'Name the order line with TAKEN_IN, and only then.'));
  }
  const [known] = await findReturns(database, [input.id]);
  const order = known && input.orderLineId ? await neighbours.findOrder(known.orderId) : null;
  return inTransaction(database, (tx) => resolve(tx, context, input, order));
}

async function resolve(
  tx: Connection,
  context: Context,
  input: ResolveExtra,
  order: OrderFacts | null,
): Promise<Resolved> {
  const { caller } = context;
  const now = context.now();
  // The order before the return, as everywhere: requests for the same order wait.
  if (order) await saveOrderFacts(tx, [order], now);
  const current = await lockReturn(tx, input.id);
  if (!current || !maySee(caller, current.customerId)) return refuse(notFound('return', input.id, ['id']));
  const extra = await findExtra(tx, input.extraId);
  if (extra?.returnId !== current.id) return refuse(notFound('extra of this return', input.extraId, ['extraId']));
  if (current.version !== input.expectedVersion) return refuse(versionConflict(input.expectedVersion, current.version));
  if (extra.outcome !== 'HELD') return refuse(invalidState('This is decided.', extra.outcome, ['extraId']));
  const decision = { outcome: input.outcome, decidedBy: caller.subject, decidedAt: now };
  if (!input.orderLineId) {
    await saveOutcome(tx, extra.id, { ...decision, returnLineId: null });
    await saveReturn(tx, changed(current, now, {}), caller.subject, `${extra.id} ${input.outcome}`);
    return ok({ id: current.id });
  }
  if (!order) return refuse(notFound('order of this return', current.orderId, ['id']));
  const line = await takenIn(tx, { current, extra, order, input, now });
  if (!line.ok) return line;
  await insertArrivedLine(tx, current, line.value, extra.receiptId);
  await saveOutcome(tx, extra.id, { ...decision, returnLineId: line.value.id });
  const next = handled(current, [...current.lines, line.value], now, { receivedAt: current.receivedAt ?? now });
  await saveReturn(tx, next, caller.subject, `${extra.id} TAKEN_IN`);
  return ok({ id: current.id });
}

type Taking = {
  readonly current: Return;
  readonly extra: Extra;
  readonly order: OrderFacts;
  readonly input: ResolveExtra;
  readonly now: Date;
};

async function takenIn(
  tx: Connection,
  { current, extra, order, input, now }: Taking,
): Promise<Result<ReturnLine, RequestRefusal>> {
  const orderLineId = input.orderLineId as string;
  const sold = order.lines.find((line) => line.orderLineId === orderLineId);
  if (sold && sold.sku !== extra.sku) {
    return refuse(invalidInput(['orderLineId'], `That line was of ${sold.sku}, not of ${extra.sku}.`));
  }
  const [group] = await findCustomerGroups(tx, [order.customerId ?? '']);
  const policies = policiesFor(await findPolicyVersions(tx), order, group?.customerGroup ?? null, now);
  const claims = await findClaims(tx, { orderIds: [order.orderId] });
  const asked = { orderLineId, quantity: extra.quantity, reason: input.reason ?? 'OTHER', note: extra.note };
  const request = { orderId: order.orderId, method: current.method, lines: [asked] };
  const drafts = judgeRequest(request, { order, claims, policies }, now);
  if (!drafts.ok) return drafts;
  const [draft] = drafts.value;
  if (!draft) throw new TypeError('a request of one line was judged to have none');
  return ok({
    ...draft,
    id: newId('returnLine', now),
    ...nothingYet,
    receivedQuantity: extra.quantity,
  });
}
