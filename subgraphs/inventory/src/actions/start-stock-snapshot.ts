import { inTransaction, oncePerKey } from '@passerelle/database';
import type { Caller } from '@passerelle/server';
import { invalidState, newId, ok, type Refusal, type Result, refuse } from '@passerelle/values';
import type { ActionContext } from '../context.ts';
import { findSeenLocation } from '../domain/feed-scope.ts';
import { checkAnnouncement, type MissingSkus } from '../domain/snapshot.ts';
import { insertSnapshot } from '../storage/snapshots.ts';

export type SnapshotStart = {
  readonly idempotencyKey: string;
  readonly locationId: string;
  readonly takenAt: Date;
  readonly expectedChunks: number;
  /** SET_TO_ZERO when left out. */
  readonly missingSkus?: MissingSkus;
};

/** Opens a snapshot; a client has one open at a time for a location, so that a forgotten one is noticed. */
export async function startStockSnapshot(
  context: ActionContext & { readonly caller: Caller },
  start: SnapshotStart,
): Promise<Result<string, Refusal>> {
  const { idempotencyKey: key, locationId, takenAt, expectedChunks, missingSkus = 'SET_TO_ZERO' } = start;
  const { caller } = context;
  const network = await context.network.get();
  const now = context.now();
  const call = { client: caller.subject, operation: 'startStockSnapshot', key, input: start };

  return inTransaction(context.database, (tx) =>
    oncePerKey<string>(tx, call, async () => {
      const wrong = checkAnnouncement(start, now);
      if (wrong.length > 0) return refuse(...wrong);
      const location = findSeenLocation(network, caller, locationId, ['locationId']);
      if (!location.ok) return location;

      const { locationNo } = location.value;
      const snapshot = { id: newId('snapshot', now), locationNo, takenAt, expectedChunks, missingSkus };
      const open = await insertSnapshot(tx, { ...snapshot, client: caller.subject }, now);
      if (open === snapshot.id) return ok(open);
      const message = `Snapshot ${open} of this location is still open. Complete or abort it first.`;
      return refuse(invalidState(message, 'OPEN', ['locationId']));
    }),
  );
}
