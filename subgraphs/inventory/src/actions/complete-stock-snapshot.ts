import { type Connection, inTransaction } from '@passerelle/database';
import type { Caller } from '@passerelle/server';
import { invalidState, notFound, ok, type Refusal, type Result, refuse } from '@passerelle/values';
import type { ActionContext } from '../context.ts';
import { seesLocation } from '../domain/feed-scope.ts';
import { holdReasonOf, type Snapshot, type SnapshotSequence, snapshotSequence } from '../domain/snapshot.ts';
import { applyCorrections, prepareCorrections } from '../storage/corrections.ts';
import { noteSnapshot } from '../storage/feeds.ts';
import { lockLocationAlone } from '../storage/ledger.ts';
import { publishShortages } from '../storage/shortages.ts';
import { findMissingChunks, lockSnapshot, saveCompleted, saveHeld } from '../storage/snapshots.ts';

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
    await lockLocationAlone(tx, snapshot.locationNo);
    await applySnapshot(context, tx, snapshot);
    return ok(snapshotId);
  });
}

async function applySnapshot(context: ActionContext, tx: Connection, snapshot: Snapshot): Promise<void> {
  const now = context.now();
  const { stocked, emptied, ...summary } = await prepareCorrections(tx, snapshot);
  const reason = holdReasonOf({ stocked, emptied });
  if (reason !== null) return saveHeld(tx, snapshot.id, reason);

  const short = await applyCorrections(tx, snapshot, now);
  const { id, locationNo, takenAt, missingSkus } = snapshot;
  await noteSnapshot(tx, { locationNo, takenAt, isFull: missingSkus === 'SET_TO_ZERO' });
  await saveCompleted(tx, id, summary, now);
  await publishShortages(tx, context.owner, short, now);
}
