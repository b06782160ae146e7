import { type Connection, inTransaction } from '@passerelle/database';
import { invalidState, notFound, ok, type Refusal, type Result, refuse } from '@passerelle/values';
import type { Dependencies } from '../context.ts';
import { cancelUnits } from '../domain/cancellation.ts';
import { type FulfillmentOrder, isUntouched } from '../domain/fulfillment.ts';
import { isClosed, openQuantity } from '../domain/order.ts';
import { splitRefund } from '../domain/payment.ts';
import { keepAnswer, requestMoney, reverseAnswer } from '../services/move-money.ts';
import { saveCancellation } from '../services/save-cancellation.ts';
import { lockOrder, type WholeOrder } from '../storage/orders.ts';
import { findOperations, findRefund, saveRefund } from '../storage/payments.ts';

export type CancelExchangeInput = {
  readonly exchangeId: string;
  readonly originalOrderId: string;
  /** Order that brings the new goods. */
  readonly orderId: string;
  /** True leaves what a location holds in its hands: asked by a shopper. */
  readonly isUntouchedOnly: boolean;
};

const actor = 'service:returns';
/** Why the credit is no longer taken off the first order. */
const undone = 'EXCHANGE_CANCELLED';

/**
 * Takes back the order that brings new goods for returned ones: all of it or nothing. Its stock is given back, what the
 * shopper paid on top is released or paid back, and the credit may again be given back for the original order. Done once:
 * the same exchange again changes nothing.
 */
export function cancelExchangeOrder(deps: Dependencies, input: CancelExchangeInput): Promise<Result<string, Refusal>> {
  return inTransaction(deps.database, async (tx): Promise<Result<string, Refusal>> => {
    const original = await lockOrder(tx, input.originalOrderId);
    const whole = original && (await lockOrder(tx, input.orderId));
    const payment = whole?.payments.find(
      ({ provider, reference }) => provider === 'exchange' && reference === input.exchangeId,
    );
    if (!whole || !payment) return refuse(notFound('order of this exchange', input.orderId, ['orderId']));
    const isLeft = !isClosed(whole.order);
    if (isLeft) {
      const taken = await takeBack(tx, deps, whole, input.isUntouchedOnly);
      if (!taken.ok) return taken;
    } else if (whole.order.status !== 'CANCELLED') {
      return refuse(handedOver(whole));
    }
    await returnCredit(tx, deps, { input, whole, paymentId: payment.id });
    return ok(input.orderId);
  });
}

const handedOver = ({ order }: WholeOrder) =>
  invalidState(`Goods of order ${order.number} were handed over: have them returned instead.`, order.status, [
    'orderId',
  ]);

async function takeBack(
  tx: Connection,
  deps: Dependencies,
  whole: WholeOrder,
  isUntouchedOnly: boolean,
): Promise<Result<true, Refusal>> {
  if (whole.lines.some(({ fulfilledQuantity }) => fulfilledQuantity > 0)) return refuse(handedOver(whole));
  const workOf = new Map(whole.work.map((work) => [work.id, work]));
  const decision = cancelUnits(
    whole.order,
    whole.lines,
    whole.workLines.map((line) => ({ line, work: workOf.get(line.fulfillmentOrderId) as FulfillmentOrder })),
    { asked: null, reach: isUntouchedOnly ? isUntouched : () => true },
  );
  if (!decision.ok) return decision;
  const after = new Map(decision.value.lines.map((line) => [line.id, line]));
  if (whole.lines.some((line) => openQuantity(after.get(line.id) ?? line) > 0)) {
    const message = `Order ${whole.order.number} is being prepared: staff can still cancel it.`;
    return refuse(invalidState(message, whole.order.status, ['orderId']));
  }
  await saveCancellation(tx, deps, {
    whole,
    cancellation: decision.value,
    actor,
    reason: 'the exchange was cancelled',
  });
  return ok(true);
}

type Credit = { readonly input: CancelExchangeInput; readonly whole: WholeOrder; readonly paymentId: string };

/** What the credit paid goes off the new order, and can be given back for the original one again. */
async function returnCredit(tx: Connection, deps: Dependencies, { input, whole, paymentId }: Credit): Promise<void> {
  const now = deps.now();
  const reference = `exchange:${input.exchangeId}`;
  const taken = await findRefund(tx, input.originalOrderId, reference);
  if (taken?.status === 'FAILED') return;
  const own = (await findOperations(tx, input.orderId)).filter((operation) => operation.paymentId === paymentId);
  const held = own.find(({ kind, state }) => kind === 'CAPTURE' && state === 'SUCCEEDED');
  const facts = { purpose: 'REQUEST', refundReference: reference, isAtProvider: false } as const;
  const wanted = held ? splitRefund(own, held.amountMinor, facts) : [];
  // Somebody gave money of the credit back already: the shopper has it.
  if (!wanted) return;
  for (const { id } of await requestMoney(tx, whole, wanted, { actor, now })) {
    await keepAnswer(tx, deps, id, { status: 'SUCCEEDED', reference }, actor);
  }
  if (!taken) return;
  const operations = await findOperations(tx, input.originalOrderId);
  for (const { id } of operations.filter(({ refundReference }) => refundReference === reference)) {
    await reverseAnswer(tx, deps, id, { declineCode: undone, actor });
  }
  await saveRefund(tx, { ...taken, status: 'FAILED', declineCode: undone, updatedAt: now });
}
