import { inTransaction } from '@passerelle/database';
import type { Caller } from '@passerelle/server';
import { invalidState, notFound, ok, type Refusal, type Result, refuse } from '@passerelle/values';
import type { ActionContext } from '../context.ts';
import { seesLocation } from '../domain/feed-scope.ts';
import { type SnapshotSequence, snapshotSequence } from '../domain/snapshot.ts';
import { applySnapshot } from '../storage/apply-snapshot.ts';
import { findMissingChunks, lockSnapshot } from '../storage/snapshots.ts';

type Answer = Result<string, Refusal | SnapshotSequence>;

/** Applies a complete snapshot at once, or holds it when it is not plausible. Repeating it changes nothing. */
export function completeStockSnapshot(
  context: ActionContext & { readonly caller: Caller },
  { snapshotId }: { readonly snapshotId: string },
): Promise<Answer> {
  return inTransaction(context.database, async (tx): Promise<Answer> => {
    const snapshot = await lockSnapshot(tx, snapshotId);
    if (!snapshot || !seesLocation(context.caller, snapshot.locationId)) {
      return refuse(notFound('snapshot', snapshotId, ['snapshotId']));
    }
    if (snapshot.status === 'ABORTED') {
      return refuse(invalidState('The snapshot was aborted. Start a new one.', 'ABORTED', ['snapshotId']));
    }
    if (snapshot.status !== 'OPEN') return ok(snapshotId);

    if (snapshot.receivedChunks < snapshot.expectedChunks) {
      const missing = await findMissingChunks(tx, snapshot);
      const message = `${missing.length} of ${snapshot.expectedChunks} chunks are missing. Send them and complete again.`;
      return refuse(snapshotSequence(message, missing, ['input', 'snapshotId']));
    }
    await applySnapshot(tx, snapshot, { now: context.now(), releasedBy: null });
    return ok(snapshotId);
  });
}
