import type { Dependencies } from '../context.ts';
import { withChanges } from '../domain/advance.ts';
import { type CollectionService, collectionServiceOf } from '../domain/collection.ts';
import type { EditPlan } from '../domain/edit.ts';
import { type FulfillmentOrder, isOpen } from '../domain/fulfillment.ts';
import { keptRoom } from '../domain/kept-room.ts';
import type { WholeOrder } from '../storage/orders.ts';
import type { Settlement } from '../storage/settle.ts';
import type { RefusedCollection } from './book-collections.ts';

/** Work that stays at its store while the way its goods are handed over changes. */
export type Rebooked = {
  readonly work: FulfillmentOrder;
  readonly units: number;
  readonly from: CollectionService;
  readonly to: CollectionService;
};

/** What an edit leaves where it is and has handed over otherwise: at the car instead of at the counter, or back. */
export function rebookedBy(whole: WholeOrder, { groups, workLines }: EditPlan): Rebooked[] {
  const lines = withChanges(whole.workLines, workLines);
  return whole.groups.flatMap((before) => {
    const from = collectionServiceOf(before);
    const to = collectionServiceOf(groups.find(({ id }) => id === before.id) ?? before);
    if (from === to) return [];
    const own = whole.work.filter((work) => work.deliveryGroupId === before.id && isOpen(work));
    const units = new Map(keptRoom(own, lines).map(({ part, keptUnits }) => [part, keptUnits]));
    return own.map((work) => ({ work, units: units.get(work.id) ?? 0, from, to })).filter((one) => one.units > 0);
  });
}

/** Takes room of the new service; what the old one holds is given back once the edit is true. */
export async function bookAnew(
  { network, now }: Dependencies,
  channelId: string,
  rebooked: readonly Rebooked[],
): Promise<RefusedCollection | null> {
  for (const { work, units, to } of rebooked) {
    const { id, orderId, locationId, deliveryGroupId } = work;
    const at = (work.dueAt ?? now()).toISOString();
    const wish = { orderId, channelId, locationId, part: id, service: to, on: at.slice(0, 10), at, units };
    const refusal = await network.bookPickup({ ...wish, insteadOf: [] });
    if (refusal) return { ...refusal, locationId, groupId: deliveryGroupId };
  }
  return null;
}

const unbookingOf = ({ id, orderId, locationId }: FulfillmentOrder, service: CollectionService) =>
  ({ kind: 'UNBOOK', orderId, locationId, part: id, service }) as const satisfies Settlement;

export const leavingOldService = (rebooked: readonly Rebooked[]): Settlement[] =>
  rebooked.map(({ work, from }) => unbookingOf(work, from));

/** At once: were it left to a job, it might take away what the same edit has booked when it is tried again. */
export async function leaveNewService({ network }: Dependencies, rebooked: readonly Rebooked[]): Promise<void> {
  for (const { work, to } of rebooked) await network.unbookPickup(unbookingOf(work, to));
}

/** Gives back what an edit that died may have booked of a service by which nothing of the order is handed over. */
export const leavingOtherServices = ({ groups, work }: WholeOrder): Settlement[] =>
  work
    .filter((one) => one.type === 'CLICK_AND_COLLECT' && isOpen(one))
    .map((one) => {
      const service = collectionServiceOf(groups.find(({ id }) => id === one.deliveryGroupId));
      return unbookingOf(one, service === 'CURBSIDE_PICKUP' ? 'CLICK_AND_COLLECT' : 'CURBSIDE_PICKUP');
    });
