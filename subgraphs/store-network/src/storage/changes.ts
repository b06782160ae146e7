import type { Connection } from '@passerelle/database';
import type { Key, PageWindow } from '@passerelle/values';
import type { NetworkChange } from '../domain/change.ts';
import { recordFacts } from './facts.ts';
import { locationSignal } from './locations.ts';
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
  { locationId, now, ...change }: Change & { readonly locationId: string; readonly now: Date },
): Promise<void> {
  await tx.sql`update locations set version = version + 1, updated_at = ${now} where id = ${locationId}`;
  tx.signal(locationSignal, [locationId]);
  await insertChange(tx, locationId, change, now);
  await recordFacts(tx, [locationId], now);
}

/** Writes many changes of one moment. */
export async function insertChanges(
  { db }: Connection,
  changes: readonly (Change & { readonly subject: string })[],
  now: Date,
): Promise<void> {
  if (changes.length === 0) return;
  await db
    .insert(networkChanges)
    .values(changes.map((change) => ({ ...change, input: change.input ?? {}, changedAt: now })));
}

/** A page of the audit trail, the latest change first; of one subject, or of all. */
export async function pageChanges(
  { sql }: Connection,
  subject: string | null,
  { after, before, backwards, size }: PageWindow,
): Promise<NetworkChange[]> {
  const bound = (key: Key | null, sign: string) =>
    key ? sql`and change_no ${sql.unsafe(sign)} ${Number(key[0])}` : sql``;
  return sql<NetworkChange[]>`
    select change_no as "changeNo", subject as "subjectId", action, actor, reason, input, changed_at as "changedAt"
    from network_changes where ${subject === null ? sql`true` : sql`subject = ${subject}`}
      ${bound(after, '<')} ${bound(before, '>')}
    order by change_no ${sql.unsafe(backwards ? 'asc' : 'desc')} limit ${size + 1}`;
}
