import type { Context } from '../context.ts';
import { insertExitCall, type ShadowCall } from '../storage/exit-calls.ts';

/** Asks an exit what it would have said of what was decided about a return. A job; an exit switched off since is left. */
export async function tryExit(
  { database, exits, now }: Pick<Context, 'database' | 'exits' | 'now'>,
  { orderId, returnId, point, ask }: ShadowCall,
): Promise<void> {
  if (exits.modeOf(point, ask.id) !== 'SHADOW') return;
  const answer = await exits.ask(point, ask);
  const differs = answer.failure === null && answer.decision !== 'CONTINUE';
  await insertExitCall(database, answer, { orderId, returnId, differs }, now());
}
