import { type Connection, hashOf, inTransaction } from '@passerelle/database';
import {
  idempotencyKeyReused,
  invalidInput,
  type Money,
  type MoneyText,
  money,
  notFound,
  ok,
  parseMoney,
  type Refusal,
  type Result,
  refuse,
} from '@passerelle/values';
import type { Dependencies } from '../context.ts';
import type { RefundRequest } from '../domain/payment.ts';
import { isCredit, type RefundMethod, refundable, refundMethods } from '../domain/payment.ts';
import { pursueRefund } from '../services/pursue-refund.ts';
import { lockOrder, type WholeOrder } from '../storage/orders.ts';
import { findOperations, findRefund, insertRefund, refundLater } from '../storage/payments.ts';

export type RefundInput = {
  readonly orderId: string;
  readonly refundReference: string;
  readonly amount: MoneyText;
  readonly method: string;
  /** Number of the gift card, or of the credit, that takes the money. */
  readonly target?: string | null;
  readonly reason?: string | null;
};
export type Refunded = Pick<RefundRequest, 'status' | 'reference' | 'declineCode'> & {
  /** Number of the gift card, or of the credit, that holds the money; null otherwise. */
  readonly creditNumber: string | null;
  /** What may still be given back for the order. */
  readonly refundable: Money;
};

/**
 * Gives money of an order back, once for each reference, split over its captures. Never more than was captured: a
 * refund beyond that ends FAILED with EXCEEDS_CAPTURED, and one that waits for a capture under way stays PENDING and is
 * seen through by a job. The same reference again tells how far the refund has come.
 */
export async function refundOrder(deps: Dependencies, input: RefundInput): Promise<Result<Refunded, Refusal>> {
  const now = deps.now();
  const asked = await inTransaction(deps.database, (tx) => askIn(tx, deps, input, now));
  if (!asked.ok) return asked;
  await pursueRefund(deps, input.orderId, input.refundReference);
  return ok(await inTransaction(deps.database, (tx) => tellIn(tx, input, asked.value.order)));
}

async function askIn(
  tx: Connection,
  deps: Dependencies,
  input: RefundInput,
  now: Date,
): Promise<Result<WholeOrder, Refusal>> {
  const { orderId, refundReference: reference } = input;
  const whole = await lockOrder(tx, orderId);
  if (!whole) return refuse(notFound('order', orderId, ['orderId']));
  const known = await findRefund(tx, orderId, reference);
  const inputHash = hashOf(input);
  if (known) return known.inputHash === inputHash ? ok(whole) : refuse(idempotencyKeyReused(reference));
  const amount = readRefund(input, whole.order.currency);
  if (!amount.ok) return amount;
  await insertRefund(tx, {
    orderId,
    reference,
    inputHash,
    amountMinor: amount.value.minor,
    method: input.method as RefundMethod,
    target: input.target ?? null,
    reason: input.reason ?? null,
    status: 'PENDING',
    declineCode: null,
    createdAt: now,
    updatedAt: now,
  });
  // Sees the refund through when this process is killed.
  await refundLater(tx, deps.owner, orderId, reference);
  return ok(whole);
}

function readRefund(
  { amount: text, method, target, refundReference }: RefundInput,
  currency: string,
): Result<Money, Refusal> {
  const refusals: Refusal[] = [];
  if (refundReference.trim() === '' || refundReference.length > 128) {
    refusals.push(invalidInput(['refundReference'], 'Give 1 to 128 characters.'));
  }
  if (!(refundMethods as readonly string[]).includes(method)) {
    refusals.push(invalidInput(['method'], `Give one of ${refundMethods.join(', ')}.`));
  }
  if (method === 'GIFT_CARD' && !target) {
    refusals.push(invalidInput(['target'], 'Give the number of the gift card.'));
  }
  if (text.currency !== currency) {
    refusals.push(invalidInput(['amount', 'currency'], `The order was paid in ${currency}.`));
    return refuse(...refusals);
  }
  const amount = parseMoney(text, ['amount']);
  if (!amount.ok) return refuse(...refusals, ...amount.refusals);
  if (amount.value.minor <= 0) refusals.push(invalidInput(['amount', 'amount'], 'Give more than zero.'));
  return refusals.length > 0 ? refuse(...refusals) : amount;
}

async function tellIn(
  tx: Connection,
  { orderId, refundReference }: RefundInput,
  { currency }: WholeOrder['order'],
): Promise<Refunded> {
  const request = (await findRefund(tx, orderId, refundReference)) as RefundRequest;
  const operations = await findOperations(tx, orderId);
  const given = operations.find((one) => one.refundReference === refundReference && one.state === 'SUCCEEDED');
  const creditNumber = isCredit(request.method) ? (given?.providerReference ?? null) : null;
  return { ...request, creditNumber, refundable: money(refundable(operations), currency) };
}
