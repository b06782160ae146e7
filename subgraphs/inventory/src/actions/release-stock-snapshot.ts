import { inTransaction } from '@passerelle/database';
import type { Caller } from '@passerelle/server';
import { invalidState, notFound, ok, type Refusal, type Result, refuse } from '@passerelle/values';
import type { ActionContext } from '../context.ts';
import { seesLocation } from '../domain/feed-scope.ts';
import { applySnapshot } from '../storage/apply-snapshot.ts';
import { lockSnapshot } from '../storage/snapshots.ts';

/**
 * Applies a held snapshot because a person takes it for true. What moved meanwhile is applied on top, and a newer
 * snapshot that came meanwhile keeps its say. Repeating it changes nothing.
 */
export function releaseStockSnapshot(
  context: ActionContext & { readonly caller: Caller },
  { snapshotId }: { readonly snapshotId: string },
): Promise<Result<string, Refusal>> {
  const { caller, now } = context;
  return inTransaction(context.database, async (tx): Promise<Result<string, Refusal>> => {
    const snapshot = await lockSnapshot(tx, snapshotId);
    if (!snapshot || !seesLocation(caller, snapshot.locationId)) {
      return refuse(notFound('snapshot', snapshotId, ['snapshotId']));
    }
    if (snapshot.status === 'COMPLETED' && snapshot.releasedBy !== null) return ok(snapshotId);
    if (snapshot.status !== 'HELD') {
      const message = `Only a held snapshot can be released; this one is ${snapshot.status}.`;
      return refuse(invalidState(message, snapshot.status, ['snapshotId']));
    }
    await applySnapshot(tx, snapshot, { now: now(), releasedBy: caller.subject });
    return ok(snapshotId);
  });
}
