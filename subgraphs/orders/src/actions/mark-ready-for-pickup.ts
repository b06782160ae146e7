import type { Caller } from '@passerelle/server';
import { ok } from '@passerelle/values';
import type { Dependencies } from '../context.ts';
import { moved } from '../domain/advance.ts';
import { changeWork } from '../services/change-work.ts';

const waitsForMs = 7 * 24 * 3_600_000;

export type ReadyInput = {
  readonly id: string;
  readonly expectedVersion: number;
  readonly storageSpot?: string | null;
};

/** The goods wait for the shopper, for a week. */
export const markReadyForPickup = (deps: Dependencies, caller: Caller, input: ReadyInput) =>
  changeWork(deps, caller, input, 'MARK_READY', ({ work }, now) => {
    const expiresAt = new Date(now.getTime() + waitsForMs);
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
