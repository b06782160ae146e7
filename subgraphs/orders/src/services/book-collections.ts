import type { Dependencies } from '../context.ts';
import type { PlannedWork } from '../domain/work-plan.ts';

/** Stores of collection among planned work. */
export const collectionsOf = (plan: readonly PlannedWork[]): string[] => [
  ...new Set(plan.flatMap(({ type, locationId }) => (type === 'CLICK_AND_COLLECT' ? [locationId] : []))),
];

/** Takes a service day at each store of collection of new work; answers why a store refuses. Asked twice it books once. */
export async function bookCollections(
  { network }: Dependencies,
  order: { readonly orderId: string; readonly channelId: string },
  plan: readonly PlannedWork[],
): Promise<readonly string[] | null> {
  for (const locationId of collectionsOf(plan)) {
    const due = plan.find((work) => work.locationId === locationId)?.dueAt as string;
    const refusal = await network.bookPickup({ ...order, locationId, on: due.slice(0, 10) });
    if (refusal) return [locationId, refusal.code, ...refusal.reasons];
  }
  return null;
}
