import { type Connection, inTransaction, oncePerKey } from '@passerelle/database';
import { type Caller, isAllowed } from '@passerelle/server';
import { invalidState, notFound, ok, type Result, refuse, versionConflict } from '@passerelle/values';
import type { Dependencies } from '../context.ts';
import { withChanges } from '../domain/advance.ts';
import { type Cancellation, cancelUnits } from '../domain/cancellation.ts';
import type { FulfillmentOrder } from '../domain/fulfillment.ts';
import { asksOf, reachOfAsking } from '../domain/letting-go.ts';
import type { OrderLine } from '../domain/order.ts';
import { totalsOf } from '../domain/pricing.ts';
import type { OrderRefusal } from '../domain/refusals.ts';
import { askToLetGo } from '../services/ask-to-let-go.ts';
import { type CancelInput, cancelReason } from '../services/cancel-input.ts';
import { saveCancellation } from '../services/save-cancellation.ts';
import { findWaitingChange } from '../storage/change-requests.ts';
import { lockOrder, type WholeOrder } from '../storage/orders.ts';
import { isVisible } from '../storage/visibility.ts';

/** `refundedMinor`: what is owed no more and was captured or authorized; null when no payment service was asked. */
type Cancelled = {
  readonly orderId: string;
  readonly refundedMinor: number | null;
  /** The change that waits for warehouses to let go; null when nobody had to be asked. */
  readonly changeRequestId: string | null;
};

/**
 * Cancels an order, or some units of it, and has their stock and service days given back. Shoppers may cancel what no
 * location holds in its hands; staff everything that is not fulfilled. Warehouses that took work on are asked first: all is cancelled once they let go, or nothing.
 */
export function cancelOrder(
  deps: Dependencies,
  caller: Caller,
  input: CancelInput,
): Promise<Result<Cancelled, OrderRefusal>> {
  const call = { client: caller.subject, operation: 'cancelOrder', key: input.idempotencyKey, input };
  return inTransaction(deps.database, (tx) => oncePerKey(tx, call, () => cancelIn(tx, deps, caller, input)));
}

async function cancelIn(
  tx: Connection,
  deps: Dependencies,
  caller: Caller,
  input: CancelInput,
): Promise<Result<Cancelled, OrderRefusal>> {
  const whole = await lockOrder(tx, input.orderId);
  const isOwn = caller.customerId !== null && whole?.order.customerId === caller.customerId;
  const mayWrite = isOwn || isAllowed(caller, 'orders:write');
  if (!whole || !mayWrite || !(await isVisible(tx, whole.order, caller))) {
    return refuse(notFound('order', input.orderId, ['orderId']));
  }
  if (whole.order.version !== input.expectedVersion) {
    return refuse(versionConflict(input.expectedVersion, whole.order.version));
  }
  const workOf = new Map(whole.work.map((work) => [work.id, work]));
  if (await findWaitingChange(tx, whole.order.id)) {
    return refuse(invalidState('A change of the order waits for a warehouse to let go.', whole.order.status));
  }
  const isByStaff = isAllowed(caller, 'orders:write');
  const kind = 'CANCELLATION';
  const decision = cancelUnits(
    whole.order,
    whole.lines,
    whole.workLines.map((line) => ({ line, work: workOf.get(line.fulfillmentOrderId) as FulfillmentOrder })),
    { asked: input.lines, reach: reachOfAsking({ kind, isByStaff }) },
  );
  if (!decision.ok) return decision;
  const { orderId } = input;
  const asks = asksOf(
    whole,
    decision.value.shares.map(({ line }) => line),
  );
  if (asks.length > 0) {
    const wish = { kind, input, isByStaff, requestedBy: caller.subject, asks } as const;
    return ok({ orderId, refundedMinor: null, changeRequestId: await askToLetGo(tx, deps, whole, wish) });
  }
  const reason = cancelReason(input);
  await saveCancellation(tx, deps, { whole, cancellation: decision.value, actor: caller.subject, reason });
  return ok({ orderId, refundedMinor: givenBack(deps, whole, decision.value), changeRequestId: null });
}

function givenBack({ providers }: Dependencies, whole: WholeOrder, { lines }: Cancellation): number | null {
  const { order, groups, payments } = whole;
  if (!payments.every(({ provider }) => providers[provider])) return null;
  const owed = (of: readonly OrderLine[]) => totalsOf(order.currency, of, groups, payments).grandTotal.minor;
  const held = payments.reduce(
    (sum, { status, authorizedMinor, refundedMinor }) =>
      sum + (status === 'VOIDED' || status === 'FAILED' ? 0 : authorizedMinor - refundedMinor),
    0,
  );
  return Math.min(held, owed(whole.lines) - owed(withChanges(whole.lines, lines)));
}
