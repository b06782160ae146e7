import { type Connection, hashOf } from '@passerelle/database';
import type { Ask } from '@passerelle/exits';
import { ok, type Result, refuse } from '@passerelle/values';
import type { Context } from '../context.ts';
import type { UserExitRejected } from '../domain/exit-call.ts';
import type { RefundDraft, RefundMethod } from '../domain/refund.ts';
import { followRefundExit, type RefundAnswer, refundFacts, refundPoint } from '../domain/refund-exit.ts';
import type { Return } from '../domain/return.ts';
import { insertExitCall, shadowLater } from '../storage/exit-calls.ts';

type Drafted = { readonly current: Return; readonly draft: RefundDraft };
type Question = {
  readonly idempotencyKey: string;
  readonly method: RefundMethod;
  readonly isReviewed?: boolean;
  readonly dryRun?: boolean;
};

/** The exit as it stands for one refund; null when it is not asked. */
export type RefundExit = {
  /** The same for a repeated call, so that the exit can know it again. */
  readonly id: string;
  readonly method: RefundMethod;
  /** Null in the shadow. */
  readonly answer: RefundAnswer | null;
} | null;

const askOf = (id: string, method: RefundMethod, { current, draft }: Drafted): Ask<typeof refundPoint> => ({
  id,
  input: refundFacts(current, draft, method),
  context: { channelId: current.channelId },
});

/** Asks the exit about a refund as our own rules work it out, outside every transaction. `draft` is made only then. */
export async function askAboutRefund(
  { exits, caller }: Context,
  { idempotencyKey, method, isReviewed, dryRun = false }: Question,
  draft: () => Promise<Drafted | null>,
): Promise<RefundExit> {
  const id = hashOf([caller.subject, idempotencyKey]);
  const mode = isReviewed ? null : exits.modeOf(refundPoint, id);
  if (!mode) return null;
  if (mode === 'SHADOW') return { id, method, answer: null };
  const drafted = await draft();
  if (!drafted) return null;
  return { id, method, answer: await exits.ask(refundPoint, { ...askOf(id, method, drafted), isDryRun: dryRun }) };
}

/** The refund as the exit has it, or why it is not paid now; keeps the call, or has its shadow asked. */
export async function keepRefundExit(
  tx: Connection,
  { owner, now }: Context,
  { current, draft }: Drafted,
  exit: RefundExit,
): Promise<Result<RefundDraft, UserExitRejected>> {
  if (!exit) return ok(draft);
  const { id, method, answer } = exit;
  const about = { orderId: current.orderId, returnId: current.id };
  if (!answer) {
    await shadowLater(tx, owner, { ...about, point: refundPoint, ask: askOf(id, method, { current, draft }) });
    return ok(draft);
  }
  await insertExitCall(tx, answer, about, now());
  return followed({ current, draft }, exit);
}

/** As above, of a dry run, which keeps nothing. */
export function followed({ current, draft }: Drafted, exit: RefundExit): Result<RefundDraft, UserExitRejected> {
  if (!exit?.answer) return ok(draft);
  const outcome = followRefundExit(draft, exit.answer, current.currency);
  return 'refusal' in outcome ? refuse(outcome.refusal) : ok(outcome.draft);
}
