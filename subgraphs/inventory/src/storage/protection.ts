import type { Connection, Database } from '@passerelle/database';
import type { ProtectionRule } from '../domain/protection.ts';
import { type Kept, keep } from './kept.ts';

/** Told in each transaction that changes a rule. */
export const protectionChanged = 'protection_changed';

/** Rules that hold or will hold; one that has ended can never matter again. */
export async function findLivingRules({ sql }: Connection, at: Date): Promise<ProtectionRule[]> {
  const rows = await sql`
    select id, channel_ids, location_ids, location_types, skus, categories, quantity, percent, priority, valid_from,
      valid_to
    from protection_rules where valid_to is null or valid_to > ${at}`;
  return rows.map((row) => ({
    id: row.id,
    channelIds: row.channel_ids,
    locationIds: row.location_ids,
    locationTypes: row.location_types,
    skus: row.skus,
    categories: row.categories,
    quantity: row.quantity,
    percent: row.percent === null ? null : Number(row.percent),
    priority: row.priority,
    validFrom: row.valid_from,
    validTo: row.valid_to,
  }));
}

export const keepRules = (database: Database, now: () => Date): Kept<readonly ProtectionRule[]> =>
  keep(() => findLivingRules(database, now()));
