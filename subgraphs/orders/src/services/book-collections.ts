import type { Dependencies } from '../context.ts';
import type { DeliveryGroup } from '../domain/order.ts';
import type { PlannedWork } from '../domain/work-plan.ts';
import type { BookingRefusal, CollectionService } from './store-network.ts';

/** Stores of collection among planned work. */
export const collectionsOf = (plan: readonly PlannedWork[]): string[] => [
  ...new Set(plan.flatMap(({ type, locationId }) => (type === 'CLICK_AND_COLLECT' ? [locationId] : []))),
];

type Group = Pick<DeliveryGroup, 'id' | 'serviceLevel'>;
export type RefusedCollection = BookingRefusal & { readonly locationId: string; readonly groupId: string };

const serviceOf = ({ serviceLevel }: { readonly serviceLevel?: string | null } = {}): CollectionService =>
  serviceLevel === 'CURBSIDE_PICKUP' ? serviceLevel : 'CLICK_AND_COLLECT';

const unitsOf = (works: readonly PlannedWork[]) =>
  works.flatMap(({ lines }) => lines).reduce((sum, { quantity }) => sum + quantity, 0);

/**
 * Takes room at each store of collection of new work, in the window in which the goods are to be ready; answers why a
 * store refuses. Asked twice it books once.
 */
export async function bookCollections(
  { network }: Dependencies,
  { groups, ...order }: { readonly orderId: string; readonly channelId: string; readonly groups: readonly Group[] },
  plan: readonly PlannedWork[],
): Promise<RefusedCollection | null> {
  const serviceIn = new Map(groups.map((group) => [group.id, serviceOf(group)]));
  const collected = plan.filter(({ type }) => type === 'CLICK_AND_COLLECT');
  const places = Map.groupBy(collected, (work) => `${work.locationId} ${serviceIn.get(work.deliveryGroupId)}`);
  for (const works of places.values()) {
    const { locationId, deliveryGroupId, dueAt } = works[0] as PlannedWork;
    const refusal = await network.bookPickup({
      ...order,
      locationId,
      service: serviceIn.get(deliveryGroupId) ?? 'CLICK_AND_COLLECT',
      on: dueAt.slice(0, 10),
      at: dueAt,
      units: unitsOf(works),
    });
    if (refusal) return { ...refusal, locationId, groupId: deliveryGroupId };
  }
  return null;
}
