import { type Connection, inTransaction } from '@passerelle/database';
import type { Result } from '@passerelle/values';
import type { ActionContext } from '../context.ts';
import type { NetworkRefusal } from '../domain/refusals.ts';
import { concernedBy, type NetworkRules } from '../domain/rules.ts';
import { insertChange } from '../storage/changes.ts';
import { recordFacts } from '../storage/facts.ts';
import { findRules, findSharingLocations, lockRules } from '../storage/sharing.ts';

export type RulesWrite<Input> = { readonly action: string; readonly input: Input };
/** The work answers what it returns and whom the audit trail names. */
type Work<T> = (tx: Connection, rules: NetworkRules, now: Date) => Promise<Result<T & Subject, NetworkRefusal>>;
type Subject = { readonly id: string };

/**
 * The frame of every change of what is decided for many locations: do the work, then tell the facts of each location for
 * which something else holds now. A refusal changes nothing.
 */
export async function writeRules<T, Input>(
  context: ActionContext,
  tx: Connection,
  { action, input }: RulesWrite<Input>,
  work: Work<T>,
): Promise<Result<T & Subject, NetworkRefusal>> {
  await lockRules(tx);
  const before = await findRules(tx);
  const now = context.now();
  const result = await work(tx, before, now);
  if (!result.ok) return result;
  await insertChange(tx, result.value.id, { action, actor: context.caller.subject, input }, now);
  const after = await findRules(tx);
  const concerned = async () => concernedBy(before, after, await findSharingLocations(tx, null));
  const first = await concerned();
  await recordFacts(tx, [...first], now);
  // A change of links may have committed before we had the feed's lock; from now on none can.
  const late = (await concerned()).difference(first);
  if (late.size > 0) await recordFacts(tx, [...late], now);
  return result;
}

/** The same in a transaction of its own. */
export const changeRules = <T, Input>(
  context: ActionContext,
  write: RulesWrite<Input>,
  work: Work<T>,
): Promise<Result<T & Subject, NetworkRefusal>> =>
  inTransaction(context.database, (tx) => writeRules(context, tx, write, work));
