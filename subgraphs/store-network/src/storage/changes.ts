import type { Connection, Owner } from '@passerelle/database';
import { recordFacts } from './facts.ts';
import { networkChanges } from './tables.ts';

export type Change = {
  /** Name of the mutation. */
  readonly action: string;
  readonly actor: string;
  readonly reason?: string | null;
  /** What was asked for. */
  readonly input: unknown;
};

/** Writes who changed what: the audit trail. */
export async function insertChange({ db }: Connection, subject: string, change: Change, now: Date): Promise<void> {
  await db.insert(networkChanges).values({ subject, ...change, input: change.input ?? {}, changedAt: now });
}

/** Closes the change of one location, row locked: a new version, the audit trail, the feed. */
export async function recordChange(
  tx: Connection,
  owner: Owner,
  { locationId, now, ...change }: Change & { readonly locationId: string; readonly now: Date },
): Promise<void> {
  await tx.sql`update locations set version = version + 1, updated_at = ${now} where id = ${locationId}`;
  await insertChange(tx, locationId, change, now);
  await recordFacts(tx, owner, [locationId], now);
}
