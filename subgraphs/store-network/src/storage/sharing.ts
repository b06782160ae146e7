import type { Connection, Sql } from '@passerelle/database';
import { and, eq } from 'drizzle-orm';
import type { Pilot } from '../domain/pilot.ts';
import type { NetworkRules } from '../domain/rules.ts';
import {
  type SharingEffect,
  type SharingKind,
  type SharingLocation,
  type SharingPolicy,
  type SharingRules,
  standardDefaults,
} from '../domain/sharing.ts';
import { sharingDefaults, sharingPolicies } from './tables.ts';

const columns = (sql: Sql) => sql`
  id, name, kind, effect, is_active as "isActive", channels, locations, version, created_at as "createdAt",
  updated_at as "updatedAt"`;

/** Instants come as text out of JSON. */
type Stored<T> = Omit<T, 'createdAt' | 'updatedAt'> & { readonly createdAt: string; readonly updatedAt: string };

const dated = <T extends { createdAt: string; updatedAt: string }>(row: T) => ({
  ...row,
  createdAt: new Date(row.createdAt),
  updatedAt: new Date(row.updatedAt),
});

type StoredRules = {
  readonly policies: readonly Stored<SharingPolicy>[];
  readonly pilots: readonly Stored<Pilot>[];
  readonly defaults: Partial<Record<SharingKind, SharingEffect>>;
  readonly channels: SharingRules['channels'];
};

/**
 * Every policy, default, channel and pilot, in one statement. Read it after the locations that it is applied to: then it is
 * never older than the place in the feed that they tell.
 */
export async function findRules({ sql }: Connection): Promise<NetworkRules> {
  const [row] = await sql<StoredRules[]>`
    select
      (select coalesce(jsonb_agg(to_jsonb(p) order by id), '[]') from (select ${columns(sql)} from sharing_policies) p)
        as policies,
      (select coalesce(jsonb_agg(to_jsonb(p) order by id), '[]') from (
        select id, name, service, state, starts_on as "startsOn", share_percent as "sharePercent",
          location_ids as "locationIds", regions, version, created_at as "createdAt", updated_at as "updatedAt"
        from pilots) p) as pilots,
      (select coalesce(jsonb_object_agg(kind, effect), '{}') from sharing_defaults) as defaults,
      (select coalesce(jsonb_agg(jsonb_build_object('id', id, 'type', type, 'region', region, 'brand', brand)
        order by id), '[]') from channels) as channels`;
  if (!row) throw new TypeError('a statement without a condition answered no row');
  return {
    policies: row.policies.map(dated),
    pilots: row.pilots.map(dated),
    defaults: { ...standardDefaults, ...row.defaults },
    channels: row.channels,
  };
}

/** Locations as policies see them; all of them when no ids are given. */
export async function findSharingLocations(
  { sql }: Connection,
  ids: readonly string[] | null,
): Promise<SharingLocation[]> {
  return sql<SharingLocation[]>`
    select id, type, region, brands,
      array(select channel_id from channel_locations c where c.location_id = l.id) as "linkedChannelIds"
    from locations l where ${ids === null ? sql`true` : sql`id = any(${ids as string[]})`} order by id`;
}

/** Which of the ids are those of locations. No statement for none. */
export async function findKnownLocationIds({ sql }: Connection, ids: readonly string[]): Promise<ReadonlySet<string>> {
  if (ids.length === 0) return new Set();
  const rows = await sql`select id from locations where id = any(${ids as string[]})`;
  return new Set(rows.map(({ id }) => id));
}

/** Keeps other changes of the rules away until the transaction ends. */
export async function lockRules({ sql }: Connection): Promise<void> {
  await sql`select pg_advisory_xact_lock(hashtextextended('store-network.rules', 0))`;
}

export async function insertPolicy({ db }: Connection, policy: SharingPolicy): Promise<void> {
  await db.insert(sharingPolicies).values(policy);
}

/** Writes over the version before; the rules are locked. */
export async function savePolicy({ db }: Connection, { id, ...policy }: SharingPolicy): Promise<void> {
  await db
    .update(sharingPolicies)
    .set(policy)
    .where(and(eq(sharingPolicies.id, id), eq(sharingPolicies.version, policy.version - 1)));
}

export async function removePolicy({ db }: Connection, id: string): Promise<void> {
  await db.delete(sharingPolicies).where(eq(sharingPolicies.id, id));
}

export async function saveDefault({ db }: Connection, kind: SharingKind, effect: SharingEffect): Promise<void> {
  await db
    .insert(sharingDefaults)
    .values({ kind, effect })
    .onConflictDoUpdate({ target: sharingDefaults.kind, set: { effect } });
}
