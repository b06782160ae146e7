import type { Connection } from '@passerelle/database';
import { holdReasonOf, type Snapshot } from '../domain/snapshot.ts';
import { applyCorrections } from './corrections.ts';
import { findGate, noteSnapshot } from './feeds.ts';
import { lockLocationAlone } from './ledger.ts';
import { publishArrivals } from './promised.ts';
import { publishShortages } from './shortages.ts';
import { saveCompleted, saveHeld } from './snapshots.ts';
import { signalLocation } from './watched.ts';

type Application = {
  readonly now: Date;
  /** Who takes it for true whatever the gate says; null when the gate decides. */
  readonly releasedBy: string | null;
};

/** Applies a complete snapshot that is locked, or holds it when the gate of its feed finds it hard to believe. */
export async function applySnapshot(
  tx: Connection,
  snapshot: Snapshot,
  { now, releasedBy }: Application,
): Promise<void> {
  const { id, locationNo, takenAt, missingSkus } = snapshot;
  await lockLocationAlone(tx, locationNo);
  await tx.sql`savepoint believed`;
  const { summary, impact, short } = await applyCorrections(tx, snapshot, now);
  const reason = releasedBy === null ? holdReasonOf(impact, await findGate(tx, locationNo)) : null;
  if (reason !== null) {
    // Seldom: what is not believed is undone, and nearly all snapshots are judged and applied in one go.
    await tx.sql`rollback to savepoint believed`;
    return saveHeld(tx, id, reason);
  }
  signalLocation(tx, locationNo);
  await noteSnapshot(tx, { locationNo, takenAt, isFull: missingSkus === 'SET_TO_ZERO' });
  await saveCompleted(tx, id, { summary, releasedBy }, now);
  await publishShortages(tx, short, now);
  await publishArrivals(tx, { locationNo }, now);
}
