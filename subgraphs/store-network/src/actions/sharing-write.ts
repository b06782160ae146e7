import { type Connection, inTransaction } from '@passerelle/database';
import type { Result } from '@passerelle/values';
import type { ActionContext } from '../context.ts';
import type { NetworkRefusal } from '../domain/refusals.ts';
import { changedPairs, type SharingRules } from '../domain/sharing.ts';
import { insertChange } from '../storage/changes.ts';
import { recordFacts } from '../storage/facts.ts';
import { findSharingLocations, findSharingRules, lockSharing } from '../storage/sharing.ts';

export type SharingWrite<Input> = { readonly action: string; readonly input: Input };
/** The work answers what it returns and whom the audit trail names. */
type Work<T> = (tx: Connection, rules: SharingRules, now: Date) => Promise<Result<T & Subject, NetworkRefusal>>;
type Subject = { readonly id: string };

/**
 * The frame of every change of what decides on pairs: do the work, then tell the facts of each location that begins or
 * ceases to share with a channel. A refusal changes nothing.
 */
export async function writeSharing<T, Input>(
  context: ActionContext,
  tx: Connection,
  { action, input }: SharingWrite<Input>,
  work: Work<T>,
): Promise<Result<T & Subject, NetworkRefusal>> {
  await lockSharing(tx);
  const before = await findSharingRules(tx);
  const now = context.now();
  const result = await work(tx, before, now);
  if (!result.ok) return result;
  await insertChange(tx, result.value.id, { action, actor: context.caller.subject, input }, now);
  const after = await findSharingRules(tx);
  const concerned = async () =>
    new Set(changedPairs(before, after, await findSharingLocations(tx, null)).map(({ locationId }) => locationId));
  const first = await concerned();
  await recordFacts(tx, context.owner, [...first], now);
  // A change of links may have committed before we had the feed's lock; from now on none can.
  const late = (await concerned()).difference(first);
  if (late.size > 0) await recordFacts(tx, context.owner, [...late], now);
  return result;
}

/** The same in a transaction of its own. */
export const changeSharing = <T, Input>(
  context: ActionContext,
  write: SharingWrite<Input>,
  work: Work<T>,
): Promise<Result<T & Subject, NetworkRefusal>> =>
  inTransaction(context.database, (tx) => writeSharing(context, tx, write, work));
