import { inTransaction } from '@passerelle/database';
import { unschedule } from '@passerelle/events';
import type { Context } from '../context.ts';
import { findUnstocked, restockJob, saveRestocked } from '../storage/handling.ts';
import { findOrderIdOf } from '../storage/returns.ts';

type Restocking = Pick<Context, 'database' | 'owner' | 'neighbours' | 'now'>;

/**
 * Puts an inspection's units into stock unless that was done. Inventory counts each inspection id once, so repeating the
 * call after a lost answer does no harm.
 */
export async function restockInspection(context: Restocking, inspectionId: string): Promise<void> {
  const { database, owner, neighbours, now } = context;
  const inspection = await findUnstocked(database, inspectionId);
  if (!inspection) return;
  await neighbours.restock(inspection, await findOrderIdOf(database, inspection.returnId));
  await inTransaction(database, async (tx) => {
    await saveRestocked(tx, inspectionId, now());
    await unschedule(tx, owner, restockJob(inspectionId).key);
  });
}
