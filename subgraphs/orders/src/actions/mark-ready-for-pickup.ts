import type { Caller } from '@passerelle/server';
import { ok } from '@passerelle/values';
import type { Dependencies } from '../context.ts';
import { moved } from '../domain/advance.ts';
import { waitingTimes } from '../domain/collection.ts';
import { changeWork } from '../services/change-work.ts';
import { waitForShopper } from '../storage/settle.ts';

export type ReadyInput = {
  readonly id: string;
  readonly expectedVersion: number;
  readonly storageSpot?: string | null;
};

/** The goods wait for the shopper, for a week, with a reminder on the way. */
export const markReadyForPickup = (deps: Dependencies, caller: Caller, input: ReadyInput) =>
  changeWork(deps, caller, input, 'MARK_READY', async ({ work }, now, tx) => {
    const { remindAt, expiresAt } = waitingTimes(now);
    await waitForShopper(tx, deps.owner, { id: work.id, remindAt, expiresAt });
    const change = {
      status: 'READY_FOR_PICKUP',
      storageSpot: input.storageSpot ?? null,
      readyAt: now,
      expiresAt,
    } as const;
    return ok({
      work: [moved(work, change, now)],
      event: { type: 'fulfillment.ready', message: `${work.number} waits for the shopper at ${work.locationId}.` },
    });
  });
