import { type Connection, inTransaction, oncePerKey } from '@passerelle/database';
import { notFound, ok, type Result, refuse } from '@passerelle/values';
import type { Context } from '../context.ts';
import { mayAct } from '../domain/allowed-actions.ts';
import {
  draftRefund,
  type Refund,
  type RefundDraft,
  type RefundMethod,
  type RefundWish,
  withRefund,
} from '../domain/refund.ts';
import type { Return } from '../domain/return.ts';
import { maySee } from '../domain/viewer.ts';
import {
  type Begun,
  beginRefund,
  checkTarget,
  newRefund,
  outcomeOf,
  type RefundRefusal,
} from '../services/begin-refund.ts';
import { askAboutRefund, followed, keepRefundExit, type RefundExit } from '../services/refund-exit.ts';
import { lockDeliveryLeft } from '../storage/refunds.ts';
import { findReturns, lockReturn, saveReturn } from '../storage/returns.ts';

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
  return ok(await beginRefund(tx, context, refund));
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
