import { inTransaction } from '@passerelle/database';
import type { Dependencies } from '../context.ts';
import { unitsWaiting } from '../domain/collection.ts';
import { waitsForShopper } from '../domain/fulfillment.ts';
import { saveWork } from '../services/change-work.ts';
import { takeBackWork } from '../services/take-back-work.ts';
import { lockWork } from '../storage/locked-work.ts';

/**
 * Puts goods back on sale that the shopper did not come for in time. A job: it does nothing once they are gone, and
 * throws to be done again when it comes too early.
 */
export async function expirePickup(deps: Dependencies, { id }: { readonly id: string }): Promise<void> {
  const now = deps.now();
  await inTransaction(deps.database, async (tx) => {
    const locked = await lockWork(tx, id, null);
    if (!locked || !waitsForShopper(locked.work)) return;
    const { number, expiresAt } = locked.work;
    if (expiresAt && expiresAt > now) throw new Error(`${number} waits until ${expiresAt.toISOString()}`);
    const units = unitsWaiting(locked.lines);
    const count = units.reduce((sum, { quantity }) => sum + quantity, 0);
    const change = await takeBackWork(tx, locked, {
      units,
      ending: { status: 'PICKUP_EXPIRED' },
      found: 'OTHER',
      event: {
        type: 'fulfillment.expired',
        message: `${number}: ${count} unit(s) were not collected in time and go back on sale.`,
      },
      now,
    });
    await saveWork(tx, deps, locked, { ...change, actor: 'service:orders', now });
  });
}
