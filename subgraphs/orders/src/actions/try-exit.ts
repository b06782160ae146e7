import { inTransaction } from '@passerelle/database';
import type { Dependencies } from '../context.ts';
import { differsFrom } from '../domain/exit-call.ts';
import { callOf, keepCalls } from '../services/user-exits.ts';
import type { ShadowCall } from '../storage/exit-calls.ts';

/** Asks an exit what it would have said, and keeps that beside what was done. A job; an exit switched off since is left. */
export async function tryExit(deps: Dependencies, { point, orderId, ask, own }: ShadowCall): Promise<void> {
  if (deps.exits.modeOf(point, ask.id) !== 'SHADOW') return;
  const answer = await deps.exits.ask(point, ask);
  const differs = answer.failure === null && differsFrom(own, answer);
  const call = { ...callOf(orderId, answer, deps.now()), own, differs };
  await inTransaction(deps.database, (tx) => keepCalls(tx, [call]));
}
