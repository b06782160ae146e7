import type { Connection, Database } from '@passerelle/database';
import type { ProtectionRule } from '../domain/protection.ts';
import { type Kept, keep } from './kept.ts';

/** Told in each transaction that changes a rule. */
export const protectionChanged = 'protection_changed';

const columns = ({ sql }: Connection) => sql`id, channel_ids, location_ids, location_types, skus, categories, quantity,
  percent, priority, guards, widen_after_minutes, widen_percent_per_hour, valid_from, valid_to, reason, version`;

const ruleOf = (row: Record<string, unknown>): ProtectionRule => ({
  id: row.id as string,
  channelIds: row.channel_ids as string[],
  locationIds: row.location_ids as string[],
  locationTypes: row.location_types as string[],
  skus: row.skus as string[],
  categories: row.categories as string[],
  quantity: row.quantity as number | null,
  percent: row.percent === null ? null : Number(row.percent),
  priority: row.priority as number,
  guards: row.guards as ProtectionRule['guards'],
  widening:
    row.widen_after_minutes === null
      ? null
      : { afterMinutes: row.widen_after_minutes as number, percentPerHour: row.widen_percent_per_hour as number },
  validFrom: row.valid_from as Date,
  validTo: row.valid_to as Date | null,
  reason: row.reason as string | null,
  version: row.version as number,
});

/** Rules by id, also ended ones; in no order, missing ones are absent. */
export async function findRules(connection: Connection, ids: readonly string[]): Promise<ProtectionRule[]> {
  const { sql } = connection;
  const rows = await sql`
    select ${columns(connection)} from protection_rules where id = any(${ids as string[]}::text[])`;
  return rows.map(ruleOf);
}

/** Rules that hold or will hold; one that has ended can never matter again. */
export async function findLivingRules(connection: Connection, at: Date): Promise<ProtectionRule[]> {
  const { sql } = connection;
  const rows = await sql`
    select ${columns(connection)} from protection_rules where valid_to is null or valid_to > ${at}`;
  return rows.map(ruleOf);
}

/** Rules that held or would hold at a moment, in the versions that were known then. */
export async function findRulesAsOf(connection: Connection, at: Date): Promise<ProtectionRule[]> {
  const { sql } = connection;
  const rows = await sql`
    select ${columns(connection)} from (
      select * from protection_rules where known_from <= ${at}
      union all
      select (jsonb_populate_record(null::protection_rules, rule)).* from protection_rule_versions
      where known_from <= ${at} and known_until > ${at}
    ) as known
    where valid_to is null or valid_to > ${at}`;
  return rows.map(ruleOf);
}

export const keepRules = (database: Database, now: () => Date): Kept<readonly ProtectionRule[]> =>
  keep(() => findLivingRules(database, now()));
