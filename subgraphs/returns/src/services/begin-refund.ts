import type { Connection } from '@passerelle/database';
import { schedule } from '@passerelle/events';
import {
  formatMoney,
  type IdempotencyRefusal,
  type InvalidInput,
  type InvalidState,
  invalidInput,
  money,
  type NotFound,
  newId,
  ok,
  type QuantityTooLarge,
  type Result,
  refuse,
  type VersionConflict,
} from '@passerelle/values';
import type { Context } from '../context.ts';
import type { UserExitRejected } from '../domain/exit-call.ts';
import type { Refund, RefundDeclined, RefundDraft, RefundMethod, RefundTooLarge } from '../domain/refund.ts';
import type { Return } from '../domain/return.ts';
import { findRefunds, insertRefund, refundJob } from '../storage/refunds.ts';

export type RefundRefusal =
  | InvalidInput
  | NotFound
  | VersionConflict
  | InvalidState
  | QuantityTooLarge
  | RefundTooLarge
  | RefundDeclined
  | UserExitRejected
  | IdempotencyRefusal;

export type Begun = Result<{ refundId: string }, RefundRefusal>;

/** The job waits this long, so that it does not race the attempt made right after the commit. */
const jobDelayMs = 10_000;

/** Stores a refund that is on its way, with the job that brings it to its end whatever happens to this process. */
export async function beginRefund(tx: Connection, { owner }: Context, refund: Refund): Promise<{ refundId: string }> {
  await insertRefund(tx, refund);
  const { task, key } = refundJob(refund.id);
  const runAt = new Date(refund.createdAt.getTime() + jobDelayMs);
  await schedule(tx, owner, task, { refundId: refund.id }, { key, runAt });
  return { refundId: refund.id };
}

export type RefundPurpose = Pick<
  Refund,
  'returnId' | 'orderId' | 'customerId' | 'currency' | 'method' | 'target' | 'reason'
>;

export const newRefund = ({ caller }: Context, purpose: RefundPurpose, draft: RefundDraft, now: Date): Refund => ({
  ...purpose,
  ...draft,
  id: newId('refund', now),
  status: 'PENDING',
  reference: null,
  declineCode: null,
  maximumMinor: null,
  actor: caller.subject,
  createdAt: now,
  settledAt: null,
});

const maximumTarget = 64;

/** A gift card has a number; of goods without a receipt nobody knows a payment, and no cash is given for them. */
export function checkTarget(
  { origin }: Pick<Return, 'origin'>,
  method: RefundMethod,
  target: string | null | undefined,
): InvalidInput | undefined {
  const length = target?.trim().length ?? 0;
  if (method === 'GIFT_CARD' && length < 1) return invalidInput(['target'], 'Give the number of the gift card.');
  if (length > maximumTarget) return invalidInput(['target'], `At most ${maximumTarget} characters.`);
  const isCredit = method === 'STORE_CREDIT' || method === 'GIFT_CARD';
  return origin === 'NO_RECEIPT' && !isCredit
    ? invalidInput(['method'], 'Without a receipt only store credit or a gift card is given.')
    : undefined;
}

/** What became of a refund: a refusal of the payment service is the caller's to see, and to try again with a new key. */
export async function outcomeOf(context: Context, begun: Begun): Promise<Result<Refund, RefundRefusal>> {
  if (!begun.ok) return begun;
  const { refundId } = begun.value;
  await context.settle(refundId).catch((error) => context.log.warn({ err: error }, 'refund is delayed'));
  const [refund] = await findRefunds(context.database, [refundId]);
  if (!refund) throw new TypeError(`refund ${refundId} is gone`);
  return refund.status === 'FAILED' ? refuse(refusalOf(refund)) : ok(refund);
}

function refusalOf({ declineCode, maximumMinor, currency }: Refund): RefundTooLarge | RefundDeclined {
  if (declineCode === 'REFUND_TOO_LARGE') {
    const maximum = formatMoney(money(maximumMinor ?? 0, currency));
    const message = `At most ${maximum.amount} ${currency} may still be given back.`;
    return { code: 'REFUND_TOO_LARGE', message, path: null, maximum };
  }
  const message =
    'The payment service, or who keeps the credit, refused. Try again with a new key, or by another method.';
  return { code: 'PAYMENT_DECLINED', message, path: null, declineCode };
}
