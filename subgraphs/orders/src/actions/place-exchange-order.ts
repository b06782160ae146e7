import { type Connection, hashOf, inTransaction } from '@passerelle/database';
import type { Caller } from '@passerelle/server';
import { invalidState, type Money, newId, notFound, ok, type Result, refuse } from '@passerelle/values';
import type { Dependencies } from '../context.ts';
import {
  creditPayment,
  type ExchangeInput,
  type ExchangePlan,
  planExchange,
  sentToStores,
} from '../domain/exchange.ts';
import { asOperation } from '../domain/money-due.ts';
import type { Order } from '../domain/order.ts';
import { refundable, splitRefund } from '../domain/payment.ts';
import type { OrderRefusal } from '../domain/refusals.ts';
import type { Special } from '../services/allocate-placement.ts';
import { keepAnswer, requestMoney } from '../services/move-money.ts';
import { placeCaptured } from '../services/placement.ts';
import { lockOrder, type WholeOrder } from '../storage/orders.ts';
import { coverLater, findOperations, findRefund, insertOperations, insertRefund } from '../storage/payments.ts';

export type Exchanged = { readonly orderId: string; readonly amountDue: Money };

/** The original order has not that much captured and not given back, so that the credit would be money from nowhere. */
class CreditNotCovered extends Error {}

/**
 * Places the order that replaces returned goods, once for each exchange, through the same saga as any sale. What a store
 * of collection has not is sent there from elsewhere when the caller allows it. What of the
 * credit pays for it is taken off what the original order may still give back, in the transaction that stores the new
 * order; what the credit does not cover is authorized with the shopper's means of payment by a job. What is left of the
 * credit is for the caller to give back with `refundOrder`.
 */
export async function placeExchangeOrder(
  deps: Dependencies,
  caller: Caller,
  input: ExchangeInput,
): Promise<Result<Exchanged, OrderRefusal>> {
  const { exchangeId, originalOrderId } = input;
  const original = await inTransaction(deps.database, (tx) => lockOrder(tx, originalOrderId));
  if (!original) return refuse(notFound('order', originalOrderId, ['originalOrderId']));
  const plan = planExchange(input, original);
  if (!plan.ok) return plan;
  const { capture, usedMinor, amountDue } = plan.value;
  const uncovered = invalidState(
    `Order ${original.order.number} has less captured and not given back than the credit.`,
    original.order.paymentStatus,
    ['credit'],
  );
  const isSettled = await findRefund(deps.database, originalOrderId, referenceOf(input));
  if (!isSettled && !(await isCovered(deps, original, usedMinor))) return refuse(uncovered);
  try {
    const special: Special = {
      payment: (orderId, id) => creditPayment({ reference: exchangeId, minor: usedMinor }, { id, orderId }),
      alsoStore: (tx, order) => settleCredit(tx, deps, { input, plan: plan.value, order }),
    };
    const asWished = await placeCaptured(deps, caller, capture, special);
    const sent = isShort(asWished) ? sentToStores(capture, input.sendToLocationIds ?? []) : null;
    const placed = sent ? await placeCaptured(deps, caller, sent, special) : asWished;
    return placed.ok ? ok({ orderId: placed.value.orderId, amountDue }) : placed;
  } catch (error) {
    if (!(error instanceof CreditNotCovered)) throw error;
    // Others were quicker; what the saga took is given back when its lease ends.
    return refuse(uncovered);
  }
}

/** Asked again, a placement that was refused is refused again: the second way is taken as often as the first call was. */
const isShort = (placed: Result<unknown, OrderRefusal>) =>
  !placed.ok && placed.refusals.every(({ code }) => code === 'NO_SOURCE' || code === 'INSUFFICIENT_STOCK');

const referenceOf = ({ exchangeId }: ExchangeInput) => `exchange:${exchangeId}`;
/** Nothing is known here of money that another payment service took. */
const isKnown = ({ providers }: Dependencies, { payments }: WholeOrder) =>
  payments.every(({ provider }) => provider === 'exchange' || providers[provider]);
const isCovered = async (deps: Dependencies, original: WholeOrder, minor: number) =>
  !isKnown(deps, original) || minor <= refundable(await findOperations(deps.database, original.order.id));

type Settling = { readonly input: ExchangeInput; readonly plan: ExchangePlan; readonly order: Order };

async function settleCredit(tx: Connection, deps: Dependencies, { input, plan, order }: Settling): Promise<void> {
  const original = (await lockOrder(tx, input.originalOrderId)) as WholeOrder;
  if (plan.usedMinor > 0) {
    await takeFromOriginal(tx, deps, { original, input, minor: plan.usedMinor });
    await noteCredit(tx, deps, order, plan.usedMinor);
  }
  if (plan.amountDue.minor > 0) await coverLater(tx, deps.owner, order.id, input.originalOrderId);
}

/** The credit's part is as good as given back: it cannot be paid out once more. */
async function takeFromOriginal(
  tx: Connection,
  deps: Dependencies,
  { original, input, minor }: { original: WholeOrder; input: ExchangeInput; minor: number },
): Promise<void> {
  if (!isKnown(deps, original)) return;
  const now = deps.now();
  const reference = referenceOf(input);
  const operations = await findOperations(tx, original.order.id);
  const facts = { purpose: 'REQUEST', refundReference: reference, isAtProvider: false } as const;
  const wanted = minor <= refundable(operations) ? splitRefund(operations, minor, facts) : null;
  if (!wanted) throw new CreditNotCovered();
  await insertRefund(tx, {
    orderId: original.order.id,
    reference,
    inputHash: hashOf(input),
    amountMinor: minor,
    // Pays for the new order at once: nobody is asked to keep it.
    method: 'STORE_CREDIT',
    target: null,
    reason: `Exchange ${input.exchangeId}`,
    status: 'SUCCEEDED',
    declineCode: null,
    createdAt: now,
    updatedAt: now,
  });
  for (const { id } of await requestMoney(tx, original, wanted, { actor: 'service:returns', now })) {
    await keepAnswer(tx, deps, id, { status: 'SUCCEEDED', reference }, 'service:returns');
  }
}

/** The credit is money taken already: what is cancelled of the new order can be given back from it. */
async function noteCredit(tx: Connection, deps: Dependencies, order: Order, minor: number): Promise<void> {
  const now = deps.now();
  const whole = (await lockOrder(tx, order.id)) as WholeOrder;
  const [payment] = whole.payments;
  if (!payment) return;
  const wanted = { kind: 'CAPTURE', purpose: 'REQUEST', paymentId: payment.id, amountMinor: minor } as const;
  const id = newId('payment', now);
  const done = {
    ...asOperation(wanted, order, now),
    id,
    isAtProvider: false,
    state: 'SUCCEEDED',
    endedAt: now,
  } as const;
  const message = 'Credit for returned goods.';
  const event = { id: newId('event', now), orderId: order.id, paymentId: payment.id, operationId: id, occurredAt: now };
  await insertOperations(
    tx,
    [done],
    [{ ...event, type: 'payment.captured', amountMinor: minor, actor: 'service:returns', message }],
  );
}
