import { inTransaction, oncePerKey } from '@passerelle/database';
import { invalidInput, notFound, ok, type Result, refuse } from '@passerelle/values';
import type { Context } from '../context.ts';
import { readAmount } from '../domain/policy-input.ts';
import type { Refund, RefundMethod } from '../domain/refund.ts';
import { isForeign } from '../domain/viewer.ts';
import {
  type Begun,
  beginRefund,
  checkTarget,
  newRefund,
  outcomeOf,
  type RefundPurpose,
  type RefundRefusal,
} from '../services/begin-refund.ts';

export type AppeaseOrder = {
  readonly idempotencyKey: string;
  readonly orderId: string;
  readonly amount: { readonly amount: string; readonly currency: string };
  readonly method?: RefundMethod;
  readonly target?: string | null;
  readonly reason: string;
};

const maximumReason = 1000;

/** Gives money back for an order without goods. */
export async function appeaseOrder(context: Context, input: AppeaseOrder): Promise<Result<Refund, RefundRefusal>> {
  const { caller, database, neighbours } = context;
  const reason = input.reason.trim();
  if (reason === '' || reason.length > maximumReason) {
    return refuse(invalidInput(['reason'], `Give a reason of 1 to ${maximumReason} characters.`));
  }
  const amount = readAmount(input.amount, ['amount']);
  if (!amount.ok) return amount;
  if (amount.value.minor < 1) return refuse(invalidInput(['amount', 'amount'], 'Give more than zero.'));
  const order = await neighbours.findOrder(input.orderId);
  if (!order || isForeign(caller, order)) return refuse(notFound('order', input.orderId, ['orderId']));
  if (order.currency !== amount.value.currency) {
    return refuse(invalidInput(['amount', 'currency'], `This order is in ${order.currency}.`));
  }
  const { minor } = amount.value;
  const draft = { amountMinor: minor, goodsMinor: minor, deliveryMinor: 0, feesMinor: 0, lines: [] };
  const { orderId, customerId, currency } = order;
  const method = input.method ?? 'ORIGINAL_PAYMENT';
  const unfit = checkTarget({ origin: 'ORDER' }, method, input.target);
  if (unfit) return refuse(unfit);
  const purpose: RefundPurpose = {
    returnId: null,
    orderId,
    customerId,
    currency,
    method,
    target: input.target ?? null,
    reason,
  };
  const call = { client: caller.subject, operation: 'appeaseOrder', key: input.idempotencyKey, input };
  const begun: Begun = await inTransaction(database, (tx) =>
    oncePerKey(tx, call, async (): Promise<Begun> => {
      return ok(await beginRefund(tx, context, newRefund(context, purpose, draft, context.now())));
    }),
  );
  return outcomeOf(context, begun);
}
