import { inTransaction } from '@passerelle/database';
import type { Dependencies } from '../context.ts';
import { saveWork } from '../services/change-work.ts';
import { turnDownWork } from '../services/turn-down-work.ts';
import { lockWork } from '../storage/locked-work.ts';

/**
 * Takes work away from a location that did not answer by `acceptBy`, and has it offered elsewhere. A job: it does
 * nothing once the work was answered, and throws to be done again when it comes too early.
 */
export async function timeOutOffer(deps: Dependencies, { id }: { readonly id: string }): Promise<void> {
  const now = deps.now();
  await inTransaction(deps.database, async (tx) => {
    const locked = await lockWork(tx, id, null);
    if (locked?.work.status !== 'OFFERED' || locked.work.acceptBy === null) return;
    if (locked.work.acceptBy > now) throw new Error(`${locked.work.number} may still be accepted`);
    const change = await turnDownWork(tx, deps, locked, { reason: 'TIMED_OUT', note: null, doubts: [], now });
    await saveWork(tx, deps, locked, { ...change, actor: 'service:orders', now });
  });
}
