import { type Connection, inTransaction, oncePerKey } from '@passerelle/database';
import { schedule } from '@passerelle/events';
import {
  formatMoney,
  type IdempotencyRefusal,
  type InvalidInput,
  type InvalidState,
  invalidInput,
  invalidState,
  money,
  type NotFound,
  newId,
  notFound,
  ok,
  type QuantityTooLarge,
  type Result,
  refuse,
  type VersionConflict,
} from '@passerelle/values';
import type { Context } from '../context.ts';
import type { UserExitRejected } from '../domain/exit-call.ts';
import { readAmount } from '../domain/policy-input.ts';
import {
  draftRefund,
  type Refund,
  type RefundDeclined,
  type RefundDraft,
  type RefundMethod,
  type RefundTooLarge,
  type RefundWish,
  withRefund,
} from '../domain/refund.ts';
import { mayAct, type Return } from '../domain/return.ts';
import { isForeign, maySee } from '../domain/viewer.ts';
import { askAboutRefund, followed, keepRefundExit, type RefundExit } from '../refund-exit.ts';
import { findExchanges } from '../storage/exchanges.ts';
import { findRefunds, findRefundsOfReturns, insertRefund, lockDeliveryLeft, refundJob } from '../storage/refunds.ts';
import { findReturns, lockReturn, saveReturn } from '../storage/returns.ts';

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

export type RefundReturn = RefundWish & {
  readonly idempotencyKey: string;
  readonly id: string;
  readonly expectedVersion: number;
  readonly dryRun?: boolean;
  readonly method?: RefundMethod;
  readonly target?: string | null;
  readonly isReviewed?: boolean;
};

/** What was worked out, and the refund unless it was a dry run. */
export type Refunded = { readonly returnId: string; readonly refund: Refund | null; readonly draft: RefundDraft };
type Begun = Result<{ refundId: string }, RefundRefusal>;

/** The job waits this long, so that it does not race the attempt made right after the commit. */
const jobDelayMs = 10_000;

async function drafted(
  tx: Connection,
  { caller }: Context,
  input: RefundReturn,
): Promise<Result<{ current: Return; draft: RefundDraft }, RefundRefusal>> {
  const [known] = await findReturns(tx, [input.id]);
  // The order before the return, as everywhere.
  const deliveryLeft = known ? await lockDeliveryLeft(tx, known.orderId) : 0;
  const current = await lockReturn(tx, input.id);
  if (!current || !maySee(caller, current.customerId)) return refuse(notFound('return', input.id, ['id']));
  const allowed = mayAct(current, 'REFUND', input.expectedVersion);
  if (!allowed.ok) return allowed;
  const draft = draftRefund(current, input, deliveryLeft);
  return draft.ok ? ok({ current, draft: draft.value }) : draft;
}

/** Stores a refund that is on its way, with the job that brings it to its end whatever happens to this process. */
async function begin(tx: Connection, { owner }: Context, refund: Refund): Promise<{ refundId: string }> {
  await insertRefund(tx, refund);
  const { task, key } = refundJob(refund.id);
  const runAt = new Date(refund.createdAt.getTime() + jobDelayMs);
  await schedule(tx, owner, task, { refundId: refund.id }, { key, runAt });
  return { refundId: refund.id };
}

type Purpose = Pick<Refund, 'returnId' | 'orderId' | 'customerId' | 'currency' | 'method' | 'target' | 'reason'>;

const newRefund = ({ caller }: Context, purpose: Purpose, draft: RefundDraft, now: Date): Refund => ({
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
function checkTarget(
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

async function beginReturnRefund(
  tx: Connection,
  context: Context,
  input: RefundReturn,
  exit: RefundExit,
): Promise<Begun> {
  const found = await drafted(tx, context, input);
  if (!found.ok) return found;
  const { current } = found.value;
  const now = context.now();
  const { id: returnId, orderId, customerId, currency } = current;
  const { method = 'ORIGINAL_PAYMENT' } = input;
  const unfit = checkTarget(current, method, input.target);
  if (unfit) return refuse(unfit);
  const followed = await keepRefundExit(tx, context, found.value, exit);
  if (!followed.ok) return followed;
  const draft = followed.value;
  const purpose = { returnId, orderId, customerId, currency, method, target: input.target ?? null, reason: null };
  const refund = newRefund(context, purpose, draft, now);
  await saveReturn(tx, withRefund(current, draft, 1, now), context.caller.subject, refund.id);
  return ok(await begin(tx, context, refund));
}

/** What became of a refund: a refusal of the payment service is the caller's to see, and to try again with a new key. */
async function outcomeOf(context: Context, begun: Begun): Promise<Result<Refund, RefundRefusal>> {
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

/** Pays for accepted units, or works out what would be paid. */
export async function refundReturn(context: Context, input: RefundReturn): Promise<Result<Refunded, RefundRefusal>> {
  const { caller, database } = context;
  const { method = 'ORIGINAL_PAYMENT' } = input;
  const draft = () => inTransaction(database, (tx) => drafted(tx, context, input));
  const exit = await askAboutRefund(context, { ...input, method }, async () => {
    const found = await draft();
    return found.ok ? found.value : null;
  });
  if (input.dryRun) {
    const found = await draft();
    const less = found.ok ? followed(found.value, exit) : found;
    return less.ok ? ok({ returnId: input.id, refund: null, draft: less.value }) : less;
  }
  const call = { client: caller.subject, operation: 'refundReturn', key: input.idempotencyKey, input };
  const begun: Begun = await inTransaction(database, (tx) =>
    oncePerKey(tx, call, () => beginReturnRefund(tx, context, input, exit)),
  );
  const paid = await outcomeOf(context, begun);
  return paid.ok ? ok({ returnId: input.id, refund: paid.value, draft: paid.value }) : paid;
}

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
  return ok(await begin(tx, context, again));
}

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
  const purpose: Purpose = {
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
      return ok(await begin(tx, context, newRefund(context, purpose, draft, context.now())));
    }),
  );
  return outcomeOf(context, begun);
}
