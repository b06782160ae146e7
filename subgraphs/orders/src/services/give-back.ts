import type { Dependencies } from '../context.ts';

/** Gives back all that an order which never came about may have taken: its allocation and its service days. */
export async function giveBack(
  { inventory, network, fault }: Pick<Dependencies, 'inventory' | 'network' | 'fault'>,
  { orderId, revision, locationIds }: { orderId: string; revision: number; locationIds: readonly string[] },
): Promise<void> {
  await inventory.release({ orderId, revision });
  await fault('stock-given-back');
  for (const locationId of locationIds) await network.unbookPickup({ locationId, orderId });
}
