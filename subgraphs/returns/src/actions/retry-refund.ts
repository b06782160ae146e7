import { type Connection, inTransaction, oncePerKey } from '@passerelle/database';
import { invalidState, notFound, ok, type Result, refuse } from '@passerelle/values';
import type { Context } from '../context.ts';
import { type Refund, type RefundMethod, withRefund } from '../domain/refund.ts';
import { maySee } from '../domain/viewer.ts';
import {
  type Begun,
  beginRefund,
  checkTarget,
  newRefund,
  outcomeOf,
  type RefundRefusal,
} from '../services/begin-refund.ts';
import { findExchanges } from '../storage/exchanges.ts';
import { findRefunds, findRefundsOfReturns } from '../storage/refunds.ts';
import { lockReturn, saveReturn } from '../storage/returns.ts';

export type RetryRefund = {
  readonly idempotencyKey: string;
  readonly id: string;
  readonly method?: RefundMethod | null;
  readonly target?: string | null;
};

/**
 * Tries what was left of an exchange's credit once more after the payment service refused it, as a new refund. Refunds of
 * units are tried again with `refundReturn`, appeasements with `appeaseOrder`.
 */
export async function retryRefund(context: Context, input: RetryRefund): Promise<Result<Refund, RefundRefusal>> {
  const { caller, database } = context;
  const call = { client: caller.subject, operation: 'retryRefund', key: input.idempotencyKey, input };
  const begun: Begun = await inTransaction(database, (tx) =>
    oncePerKey(tx, call, () => beginAgain(tx, context, input)),
  );
  return outcomeOf(context, begun);
}

async function beginAgain(tx: Connection, context: Context, { id, method, target }: RetryRefund): Promise<Begun> {
  const [failed] = await findRefunds(tx, [id]);
  const current = failed?.returnId ? await lockReturn(tx, failed.returnId) : undefined;
  const [exchange] = failed?.reason ? await findExchanges(tx, [failed.reason]) : [];
  if (!failed || !current || !exchange || !maySee(context.caller, failed.customerId)) {
    return refuse(notFound('refund of what was left of an exchange', id, ['id']));
  }
  const others = (await findRefundsOfReturns(tx, [current.id])).filter(({ reason }) => reason === exchange.id);
  const isOpen = exchange.status === 'PLACED' && others.every(({ status }) => status === 'FAILED');
  if (!isOpen)
    return refuse(invalidState('This money was given back, or is not owed any more.', failed.status, ['id']));
  const now = context.now();
  const { returnId, orderId, customerId, currency, reason } = failed;
  const unfit = checkTarget(current, method ?? failed.method, target ?? failed.target);
  if (unfit) return refuse(unfit);
  const means = { method: method ?? failed.method, target: target ?? failed.target };
  const purpose = { returnId, orderId, customerId, currency, reason, ...means };
  const { amountMinor, goodsMinor, deliveryMinor, feesMinor } = failed;
  const again = newRefund(context, purpose, { amountMinor, goodsMinor, deliveryMinor, feesMinor, lines: [] }, now);
  await saveReturn(tx, withRefund(current, again, 1, now), context.caller.subject, again.id);
  return ok(await beginRefund(tx, context, again));
}
