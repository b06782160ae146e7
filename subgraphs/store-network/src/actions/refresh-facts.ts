import { inTransaction } from '@passerelle/database';
import type { ActionContext } from '../context.ts';
import { recordFacts } from '../storage/facts.ts';

/** Name of the job that runs when a day begins whose capacity was used up before. */
export const refreshTask = 'refresh-facts';

/** Tells a location's facts anew, as of now. */
export const refreshFacts = (context: Omit<ActionContext, 'caller'>, { locationId }: { readonly locationId: string }) =>
  inTransaction(context.database, (tx) => recordFacts(tx, [locationId], context.now()));
