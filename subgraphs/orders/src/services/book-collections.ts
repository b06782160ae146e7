import type { Dependencies } from '../context.ts';
import { collectionServiceOf } from '../domain/collection.ts';
import type { KeptRoom } from '../domain/kept-room.ts';
import type { DeliveryGroup } from '../domain/order.ts';
import type { PlannedWork } from '../domain/work-plan.ts';
import type { BookingRefusal } from './store-network.ts';

type Group = Pick<DeliveryGroup, 'id' | 'serviceLevel'>;
export type RefusedCollection = BookingRefusal & { readonly locationId: string; readonly groupId: string };

type Wish = {
  readonly orderId: string;
  readonly channelId: string;
  readonly groups: readonly Group[];
  /** Work that loses units as this comes, with what it keeps. */
  readonly losing?: readonly KeptRoom[];
};

/**
 * Takes room at each store of collection of new work, in the window in which the goods are to be ready; answers why a
 * store refuses. Each work books for itself, asked twice it books once.
 */
export async function bookCollections(
  { network, fault }: Dependencies,
  { groups, losing = [], ...order }: Wish,
  plan: readonly PlannedWork[],
): Promise<RefusedCollection | null> {
  const groupOf = new Map(groups.map((group) => [group.id, group]));
  for (const { id, type, locationId, deliveryGroupId, dueAt, lines } of plan) {
    if (type !== 'CLICK_AND_COLLECT') continue;
    const refusal = await network.bookPickup({
      ...order,
      part: id,
      locationId,
      service: collectionServiceOf(groupOf.get(deliveryGroupId)),
      on: dueAt.slice(0, 10),
      at: dueAt,
      units: lines.reduce((sum, { quantity }) => sum + quantity, 0),
      insteadOf: losing
        .filter((room) => room.locationId === locationId)
        .map(({ part, keptUnits }) => ({ part, keptUnits })),
    });
    if (refusal) return { ...refusal, locationId, groupId: deliveryGroupId };
    await fault('room-booked');
  }
  return null;
}
