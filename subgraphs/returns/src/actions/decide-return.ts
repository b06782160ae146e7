import { inTransaction } from '@passerelle/database';
import { invalidInput, notFound, ok, type Result, refuse } from '@passerelle/values';
import type { Context } from '../context.ts';
import { mayAct, type ReturnAction } from '../domain/allowed-actions.ts';
import { approve, cancel, decline, type Return, type ReturnRefusal } from '../domain/return.ts';
import { mayWriteFor } from '../domain/viewer.ts';
import { publishEnd } from '../storage/closing.ts';
import { lockReturn, saveReturn } from '../storage/returns.ts';

type Decision = { readonly id: string; readonly expectedVersion: number };
type Decided = Promise<Result<{ id: string }, ReturnRefusal>>;

type Step = {
  readonly action: ReturnAction;
  readonly to: (current: Return, now: Date) => Return;
  readonly reason?: string;
};

/** Moves a return by the caller's word alone: no goods are involved. */
function decide(context: Context, { id, expectedVersion }: Decision, { action, to, reason }: Step): Decided {
  const { caller, database } = context;
  return inTransaction(database, async (tx) => {
    const current = await lockReturn(tx, id);
    if (!current || !mayWriteFor(caller, current.customerId)) return refuse(notFound('return', id, ['id']));
    const allowed = mayAct(current, action, expectedVersion);
    if (!allowed.ok) return allowed;
    const next = to(current, context.now());
    await saveReturn(tx, next, caller.subject, reason);
    await publishEnd(tx, next);
    return ok({ id });
  });
}

export const approveReturn = (context: Context, input: Decision): Decided =>
  decide(context, input, { action: 'APPROVE', to: approve });

/** Withdraws a return none of whose units has arrived; the units may then be asked for again. */
export const cancelReturn = (context: Context, input: Decision): Decided =>
  decide(context, input, { action: 'CANCEL', to: cancel });

const maximumReason = 1000;

/** Refuses a return; the reason is kept with the transition. */
export async function declineReturn(context: Context, input: Decision & { readonly reason: string }): Decided {
  const reason = input.reason.trim();
  if (reason === '' || reason.length > maximumReason) {
    return refuse(invalidInput(['reason'], `Give a reason of 1 to ${maximumReason} characters.`));
  }
  return decide(context, input, { action: 'DECLINE', to: (current, now) => decline(current, reason, now), reason });
}
