import type { Context } from '../context.ts';
import { eligibilityPoint } from '../domain/exit-call.ts';
import { insertExitCall, type ShadowCall } from '../storage/exit-calls.ts';

/** Asks an exit what it would have said of a return that was opened. A job; an exit switched off since is left. */
export async function tryExit(
  { database, exits, now }: Pick<Context, 'database' | 'exits' | 'now'>,
  { orderId, returnId, ask }: ShadowCall,
): Promise<void> {
  if (exits.modeOf(eligibilityPoint, ask.id) !== 'SHADOW') return;
  const answer = await exits.ask(eligibilityPoint, ask);
  const differs = answer.failure === null && answer.decision !== 'CONTINUE';
  await insertExitCall(database, answer, { orderId, returnId, differs }, now());
}
