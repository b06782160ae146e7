import { type Connection, inTransaction, oncePerKey } from '@passerelle/database';
import { type Caller, isAllowed } from '@passerelle/server';
import { notFound, ok, type Result, refuse, versionConflict } from '@passerelle/values';
import type { Dependencies } from '../context.ts';
import { withChanges } from '../domain/advance.ts';
import { type Cancellation, cancelUnits } from '../domain/cancellation.ts';
import type { FulfillmentOrder } from '../domain/fulfillment.ts';
import type { OrderLine } from '../domain/order.ts';
import { totalsOf } from '../domain/pricing.ts';
import type { OrderRefusal } from '../domain/refusals.ts';
import { saveCancellation } from '../services/save-cancellation.ts';
import { lockOrder, type WholeOrder } from '../storage/orders.ts';
import { isVisible } from '../storage/visibility.ts';

export type CancelInput = {
  readonly idempotencyKey: string;
  readonly orderId: string;
  readonly expectedVersion: number;
  readonly lines?: readonly { readonly lineId: string; readonly quantity: number }[] | null;
  readonly reason: string;
  readonly note?: string | null;
};
/** `refundedMinor`: what is owed no more and was captured or authorized; null when no payment service was asked. */
type Cancelled = { readonly orderId: string; readonly refundedMinor: number | null };

/**
 * Cancels an order, or some units of it, and has their stock and service days given back. Shoppers may cancel what no
 * location holds in its hands; staff everything that is not fulfilled.
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
  const decision = cancelUnits(
    whole.order,
    whole.lines,
    whole.workLines.map((line) => ({ line, work: workOf.get(line.fulfillmentOrderId) as FulfillmentOrder })),
    { asked: input.lines, reach: isAllowed(caller, 'orders:write') ? 'UNFULFILLED' : 'UNTOUCHED' },
  );
  if (!decision.ok) return decision;
  const reason = `${input.reason}${input.note ? `, ${input.note}` : ''}`;
  await saveCancellation(tx, deps, { whole, cancellation: decision.value, actor: caller.subject, reason });
  return ok({ orderId: input.orderId, refundedMinor: givenBack(deps, whole, decision.value) });
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
