import type { Connection, Database } from '@passerelle/database';
import type { Pool } from '../domain/pool.ts';
import { isStorable } from '../domain/stock-event.ts';
import { type Kept, keep } from './kept.ts';

/** Told in each transaction that changes a pool; units moving between pools change none. */
export const poolsChanged = 'pools_changed';

const selected = ({ sql }: Connection) => sql`
  select pool_no as "poolNo", id, channel_id as "channelId", name, mode, location_ids as "locationIds",
    arrival_percent::float8 as "arrivalPercent", version, updated_at as "updatedAt"
  from inventory_pools`;

const poolsOf = (rows: readonly Record<string, unknown>[]) => rows as unknown as Pool[];

/** All pools, in order of use: the oldest first. */
export const findAllPools = async (connection: Connection): Promise<Pool[]> =>
  poolsOf(await connection.sql`${selected(connection)} order by pool_no`);

/** Pools as they were known at a moment, oldest first; those that nobody changed since this is kept are as they are. */
export const findPoolsAsOf = async ({ sql }: Connection, at: Date): Promise<Pool[]> =>
  poolsOf(
    await sql`
      select kept.pool_no as "poolNo", kept.id, kept.channel_id as "channelId", kept.name, kept.mode,
        kept.location_ids as "locationIds", kept.arrival_percent::float8 as "arrivalPercent", kept.version,
        kept.updated_at as "updatedAt"
      from inventory_pools as pool
      cross join lateral (select case
        when exists (select from row_versions where kind = 'inventory_pools' and key = pool.pool_no::text) then (
          select content from row_versions
          where kind = 'inventory_pools' and key = pool.pool_no::text and known_from <= ${at}
          order by known_from desc, version_no desc limit 1)
        else to_jsonb(pool) end as content) as version
      cross join lateral jsonb_populate_record(null::inventory_pools, content) as kept
      where content is not null and pool.created_at <= ${at}
      order by kept.pool_no`,
  );

export const keepPools = (database: Database): Kept<readonly Pool[]> => keep(() => findAllPools(database));

/** Pools by id, in no order; missing ones are absent. */
export const findPools = async (connection: Connection, ids: readonly string[]): Promise<Pool[]> =>
  poolsOf(await connection.sql`${selected(connection)} where id = any(${ids.filter(isStorable)}::text[])`);

/** Pools by id, locked in the order of their age until the transaction ends. */
export const lockPools = async (connection: Connection, ids: readonly string[]): Promise<Pool[]> =>
  poolsOf(
    await connection.sql`
      ${selected(connection)} where id = any(${ids.filter(isStorable)}::text[]) order by pool_no for no key update`,
  );

/** Makes those who create or change pools wait for each other: shares of arrivals are checked over all of them. */
export async function lockAllPools({ sql }: Connection): Promise<void> {
  await sql`select pg_advisory_xact_lock(hashtextextended('inventory_pools', 0))`;
}

const rowOf = (pool: Omit<Pool, 'poolNo' | 'version' | 'updatedAt'>, now: Date) => ({
  channel_id: pool.channelId,
  name: pool.name,
  mode: pool.mode,
  location_ids: pool.locationIds as string[] | null,
  arrival_percent: pool.arrivalPercent,
  updated_at: now,
});

const tellChange = ({ sql }: Connection) => sql`select pg_notify(${poolsChanged}, '')`;

export async function insertPool(connection: Connection, pool: Omit<Pool, 'poolNo'>, now: Date): Promise<void> {
  const { sql } = connection;
  await sql`insert into inventory_pools ${sql({ id: pool.id, ...rowOf(pool, now), created_at: now })}`;
  await tellChange(connection);
}

/** Writes a pool that is locked, as its next version. */
export async function savePool(connection: Connection, pool: Pool, now: Date): Promise<void> {
  const { sql } = connection;
  await sql`
    update inventory_pools set ${sql(rowOf(pool, now))}, version = version + 1 where pool_no = ${pool.poolNo}`;
  await tellChange(connection);
}

/** Ids of the locations where a pool has units set apart. */
export async function findStockedLocations({ sql }: Connection, poolNo: number): Promise<string[]> {
  const rows = await sql`
    select distinct locations.id from pool_stock join locations using (location_no)
    where pool_no = ${poolNo} and allocated > 0 order by 1`;
  return rows.map(({ id }) => id);
}
