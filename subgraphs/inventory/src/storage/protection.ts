import type { Connection, Database } from '@passerelle/database';
import type { Key, PageWindow } from '@passerelle/values';
import { type ProtectionRule, specificity } from '../domain/protection.ts';
import { isStorable } from '../domain/stock-event.ts';
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

export const keepRules = (database: Database, now: () => Date): Kept<readonly ProtectionRule[]> =>
  keep(() => findLivingRules(database, now()));

/** One rule, its row locked until the transaction ends. */
export async function lockRule(connection: Connection, id: string): Promise<ProtectionRule | undefined> {
  const { sql } = connection;
  if (!isStorable(id)) return undefined;
  const [row] = await sql`select ${columns(connection)} from protection_rules where id = ${id} for update`;
  return row && ruleOf(row);
}

const rowOf = (rule: ProtectionRule, now: Date) => ({
  channel_ids: rule.channelIds as string[],
  location_ids: rule.locationIds as string[],
  location_types: rule.locationTypes as string[],
  skus: rule.skus as string[],
  categories: rule.categories as string[],
  quantity: rule.quantity,
  percent: rule.percent,
  priority: rule.priority,
  guards: rule.guards,
  widen_after_minutes: rule.widening?.afterMinutes ?? null,
  widen_percent_per_hour: rule.widening?.percentPerHour ?? null,
  valid_from: rule.validFrom,
  valid_to: rule.validTo,
  reason: rule.reason,
  known_from: now,
});

const tellChange = ({ sql }: Connection) => sql`select pg_notify(${protectionChanged}, '')`;

export async function insertRule(connection: Connection, rule: ProtectionRule, now: Date): Promise<void> {
  const { sql } = connection;
  await sql`insert into protection_rules ${sql({ id: rule.id, ...rowOf(rule, now) })}`;
  await tellChange(connection);
}

/** Writes a rule that is locked, as its next version, and keeps the one before. */
export async function saveRule(connection: Connection, rule: ProtectionRule, now: Date): Promise<void> {
  const { sql } = connection;
  await sql`
    with replaced as (
      insert into protection_rule_versions (id, version, rule, known_from, known_until)
      select id, version, to_jsonb(rule), known_from, ${now} from protection_rules as rule where id = ${rule.id}
    )
    update protection_rules set ${sql(rowOf(rule, now))}, version = version + 1 where id = ${rule.id}`;
  await tellChange(connection);
}

/** Rules as they were known at a moment, whatever became of them since. */
export async function findRulesAsOf(connection: Connection, at: Date): Promise<ProtectionRule[]> {
  const { sql } = connection;
  const rows = await sql`
    select ${columns(connection)} from (
      select * from protection_rules where known_from <= ${at}
      union all
      select kept.* from protection_rule_versions as replaced
      cross join lateral jsonb_populate_record(null::protection_rules, rule) as kept
      where replaced.known_from <= ${at} and ${at} < replaced.known_until
    ) as rules`;
  return rows.map(ruleOf);
}

export type RuleFilter = {
  readonly channelIds?: readonly string[] | null;
  readonly locationIds?: readonly string[] | null;
  readonly skus?: readonly string[] | null;
  readonly isActive?: boolean | null;
};

export const ruleKey = (rule: ProtectionRule) => [-rule.priority, -specificity(rule), rule.id] as const;

/** One page of rules and one row more, strongest first. */
export async function pageRules(
  connection: Connection,
  { channelIds, locationIds, skus, isActive }: RuleFilter,
  { size, backwards, after, before }: PageWindow,
  at: Date,
): Promise<ProtectionRule[]> {
  const { sql } = connection;
  const key = sql`(-priority), (-specificity), (id collate "C")`;
  const down = sql`(-priority) desc, (-specificity) desc, (id collate "C") desc`;
  const keyOf = (values: Key) =>
    sql`(${values[0] as number}::integer, ${values[1] as number}::integer, ${values[2] as string})`;
  const holds = sql`(valid_from <= ${at} and (valid_to is null or valid_to > ${at}))`;
  const rows = await sql`
    select ${columns(connection)} from protection_rules
    where true
      ${channelIds ? sql`and channel_ids && ${channelIds as string[]}::text[]` : sql``}
      ${locationIds ? sql`and location_ids && ${locationIds as string[]}::text[]` : sql``}
      ${skus ? sql`and skus && ${skus as string[]}::text[]` : sql``}
      ${isActive == null ? sql`` : sql`and ${holds} = ${isActive}`}
      ${after ? sql`and (${key}) > ${keyOf(after)}` : sql``}
      ${before ? sql`and (${key}) < ${keyOf(before)}` : sql``}
    order by ${backwards ? down : key}
    limit ${size + 1}`;
  return rows.map(ruleOf);
}
