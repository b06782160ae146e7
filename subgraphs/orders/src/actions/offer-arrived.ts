import { inTransaction } from '@passerelle/database';
import type { Dependencies } from '../context.ts';
import { moved } from '../domain/advance.ts';
import { saveWork } from '../services/change-work.ts';
import { type ArrivedStock, findAwaiting, keepAsOffered } from '../storage/awaiting.ts';
import { saveAcceptBy } from '../storage/holds.ts';
import { lockWork } from '../storage/locked-work.ts';
import { answerBy } from '../storage/settle.ts';

const acceptWithinMs = 2 * 3_600_000;

/**
 * Offers work whose goods have arrived, in the order in which shoppers were promised them. What arrives serves the first
 * who wait: a later, smaller order does not go before an earlier one that waits for more. A job; done twice it offers once.
 */
export async function offerArrived(deps: Dependencies, arrived: ArrivedStock): Promise<void> {
  const waiting = await findAwaiting(deps.database, arrived);
  let free = waiting.reduce((sum, { units }) => sum + units, 0) - arrived.missingUnits;
  for (const { id, units } of waiting) {
    if (units > free) return;
    free -= units;
    await offer(deps, id);
  }
}

const offer = (deps: Dependencies, id: string): Promise<void> =>
  inTransaction(deps.database, async (tx) => {
    const locked = await lockWork(tx, id, null);
    if (!locked) return;
    if (locked.work.status === 'ON_HOLD') return keepAsOffered(tx, id);
    if (locked.work.status !== 'AWAITING_STOCK') return;
    const now = deps.now();
    const isAtStore = locked.work.type === 'SHIP_FROM_STORE' || locked.work.type === 'CLICK_AND_COLLECT';
    const acceptBy = isAtStore ? new Date(now.getTime() + acceptWithinMs) : null;
    const work = moved(locked.work, { status: 'OFFERED', acceptBy }, now);
    const { number, locationId } = work;
    await saveWork(tx, deps, locked, {
      work: [work],
      event: { type: 'fulfillment.stock-arrived', message: `${number}: the goods have arrived at ${locationId}.` },
      actor: 'service:inventory',
      now,
    });
    await saveAcceptBy(tx, [work]);
    await answerBy(tx, deps.owner, [work]);
  });
