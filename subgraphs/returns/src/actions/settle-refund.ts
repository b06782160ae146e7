import { type Connection, inTransaction } from '@passerelle/database';
import { unschedule } from '@passerelle/events';
import type { Context } from '../context.ts';
import { afterSettlement, type Refund } from '../domain/refund.ts';
import { isWithoutReceipt } from '../domain/without-receipt.ts';
import type { RefundAnswer } from '../services/resolutions.ts';
import { publishEnd } from '../storage/closing.ts';
import { findRefunds, lockRefund, refundJob, saveSettlement } from '../storage/refunds.ts';
import { lockReturn, saveReturn } from '../storage/returns.ts';

type Settling = Pick<Context, 'database' | 'owner' | 'neighbours' | 'now'>;

/** The payment service has not decided yet: the job looks again, with growing pauses. */
export class UndecidedRefundError extends Error {
  override readonly name = 'UndecidedRefundError';
}

/**
 * Brings a refund to its end unless it is there. Orders gives money back once for each reference, so repeating the call
 * after a lost answer does no harm. Throws while the payment service has not decided.
 */
export async function settleRefund(context: Settling, refundId: string): Promise<void> {
  const { database, neighbours } = context;
  const [refund] = await findRefunds(database, [refundId]);
  if (refund?.status !== 'PENDING') return;
  const answer = await answerFor(neighbours, refund);
  if (!isDecided(answer)) throw new UndecidedRefundError(`refund ${refundId} is not decided yet`);
  await inTransaction(database, (tx) => settle(tx, context, refund, answer));
}

type Decided = RefundAnswer & { readonly status: 'SUCCEEDED' | 'FAILED' };
const isDecided = (answer: RefundAnswer): answer is Decided => answer.status !== 'PENDING';

const nothingToPay: RefundAnswer = { status: 'SUCCEEDED', reference: null, declineCode: null, maximumMinor: null };

async function answerFor(neighbours: Settling['neighbours'], refund: Refund): Promise<RefundAnswer> {
  if (refund.amountMinor === 0) return nothingToPay;
  return isWithoutReceipt(refund.orderId) ? neighbours.issueCredit(refund) : neighbours.refund(refund);
}

async function settle(tx: Connection, { owner, now }: Settling, asked: Refund, answer: Decided): Promise<void> {
  const at = now();
  const current = asked.returnId === null ? undefined : await lockReturn(tx, asked.returnId);
  const refund = await lockRefund(tx, asked.id);
  if (refund?.status !== 'PENDING') return;
  await saveSettlement(tx, refund.id, { ...answer, settledAt: at });
  await unschedule(tx, owner, refundJob(refund.id).key);
  if (!current) return;
  const next = afterSettlement(current, refund, answer.status, at);
  await saveReturn(tx, next, refund.actor, `${refund.id} ${answer.status}`);
  if (next.status !== current.status) await publishEnd(tx, next);
}
