import { inTransaction } from '@passerelle/database';
import type { Caller } from '@passerelle/server';
import { invalidState, notFound, ok, type Refusal, type Result, refuse } from '@passerelle/values';
import type { ActionContext } from '../context.ts';
import { seesLocation } from '../domain/feed-scope.ts';
import { lockSnapshot, saveAborted } from '../storage/snapshots.ts';

/** Drops a snapshot that is open or held. Repeating it changes nothing. */
export function abortStockSnapshot(
  context: ActionContext & { readonly caller: Caller },
  { snapshotId }: { readonly snapshotId: string },
): Promise<Result<string, Refusal>> {
  return inTransaction(context.database, async (tx): Promise<Result<string, Refusal>> => {
    const snapshot = await lockSnapshot(tx, snapshotId);
    if (!snapshot || !seesLocation(context.caller, snapshot.locationId)) {
      return refuse(notFound('snapshot', snapshotId, ['snapshotId']));
    }
    if (snapshot.status === 'COMPLETED') {
      const message = 'The snapshot is applied already. Correct it with a newer one.';
      return refuse(invalidState(message, 'COMPLETED', ['snapshotId']));
    }
    if (snapshot.status !== 'ABORTED') await saveAborted(tx, snapshotId);
    return ok(snapshotId);
  });
}
