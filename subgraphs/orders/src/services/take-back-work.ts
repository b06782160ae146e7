import type { Connection } from '@passerelle/database';
import { type Ending, takeBack } from '../domain/collection.ts';
import type { RejectionReason, Units } from '../domain/fulfillment.ts';
import type { LockedWork } from '../storage/locked-work.ts';
import { deliveriesOf } from '../storage/shipments.ts';
import type { WorkChange } from './change-work.ts';
import { giveBackAfter } from './turn-down-work.ts';

export type TakingBack = {
  readonly units: readonly Units[];
  readonly ending: Ending;
  readonly event: WorkChange['event'];
  /** What the units say about stock: damaged ones are not for sale again. */
  readonly found: RejectionReason;
  readonly now: Date;
};

/** Units that waited for the shopper go back to the shelf: cancelled on the order, given back at the location. */
export async function takeBackWork(
  tx: Connection,
  locked: LockedWork,
  { units, ending, event, found, now }: TakingBack,
): Promise<WorkChange> {
  const { whole, work, lines } = locked;
  const taken = takeBack(work, lines, whole.lines, { units, ending, now });
  const release = { orderId: work.orderId, revision: whole.order.revision, reductions: taken.reductions };
  return {
    work: [taken.work],
    workLines: taken.workLines,
    lines: taken.lines,
    deliveries: await deliveriesOf(tx, work.orderId),
    settle: [giveBackAfter(locked, release, { reason: found, doubts: units })],
    event,
  };
}
