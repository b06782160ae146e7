import { inTransaction } from '@passerelle/database';
import type { Dependencies } from '../context.ts';
import { moved } from '../domain/advance.ts';
import { waitsForShopper } from '../domain/fulfillment.ts';
import { saveWork } from '../services/change-work.ts';
import { lockWork } from '../storage/locked-work.ts';
import { deliveriesOf } from '../storage/shipments.ts';

/** Notes that the shopper is to be reminded of waiting goods, once; who sends messages hears `order.changed`. A job. */
export async function remindShopper(deps: Dependencies, { id }: { readonly id: string }): Promise<void> {
  const now = deps.now();
  await inTransaction(deps.database, async (tx) => {
    const locked = await lockWork(tx, id, null);
    if (!locked || !waitsForShopper(locked.work) || locked.work.remindedAt) return;
    const { number, expiresAt, orderId } = locked.work;
    await saveWork(tx, deps, locked, {
      work: [moved(locked.work, { remindedAt: now }, now)],
      deliveries: await deliveriesOf(tx, orderId),
      event: {
        type: 'fulfillment.reminded',
        message: `${number} still waits for the shopper, until ${expiresAt?.toISOString()}.`,
      },
      actor: 'service:orders',
      now,
    });
  });
}
