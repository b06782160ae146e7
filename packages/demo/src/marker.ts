import type postgres from 'postgres';

export type LoadState = 'NONE' | 'UNFINISHED' | 'FINISHED';

/** One demo is loaded at a time; the number is arbitrary but must stay. */
const loadLock = 735_503;

/** Waits until no other process loads; the lock ends with the connection. */
export const takeTurn = (sql: postgres.Sql) => sql`select pg_advisory_lock(${loadLock})`;

/** How far a load of the demo came in this database. */
export async function readState(sql: postgres.Sql): Promise<LoadState> {
  const [table] = await sql`select to_regclass('demo.loads') is not null as found`;
  if (!table?.found) return 'NONE';
  const [row] = await sql`select finished_at from demo.loads`;
  if (!row) return 'NONE';
  return row.finished_at ? 'FINISHED' : 'UNFINISHED';
}

/** Notes, before anything else is written, that what follows is the demo's and may be thrown away. */
export async function noteStart(sql: postgres.Sql, seed: number): Promise<void> {
  await sql.begin(async (tx) => {
    await tx`create schema if not exists demo`;
    await tx`
      create table if not exists demo.loads (
        only_one boolean primary key default true check (only_one),
        seed integer not null,
        started_at timestamptz not null default now(),
        finished_at timestamptz
      )`;
    await tx`insert into demo.loads (seed) values (${seed})`;
  });
}

export const noteFinish = (sql: postgres.Sql) => sql`update demo.loads set finished_at = now()`;

/** What migrations filled stays. */
const keptTables = ['migrations', 'return_policies', 'return_policy_versions'];

/** Empties what an unfinished load wrote, its jobs included; leaves tables, roles and migrations as they are. */
export async function throwAway(sql: postgres.Sql): Promise<void> {
  await sql.begin(async (tx) => {
    const tables = await tx`
      select format('%I.%I', schemaname, tablename) as name from pg_tables
      where schemaname in ('store_network', 'inventory', 'orders', 'returns') and tablename <> all(${keptTables})
        or schemaname in ('store_network_jobs', 'inventory_jobs', 'orders_jobs', 'returns_jobs')
          and tablename in ('_private_jobs', '_private_job_queues')`;
    if (tables.length > 0) {
      await tx.unsafe(`truncate ${tables.map(({ name }) => name).join(', ')} restart identity cascade`);
    }
    // Those that belong to no column are not restarted with the tables.
    const sequences = await tx`
      select format('%I.%I', schemaname, sequencename) as name from pg_sequences
      where schemaname in ('store_network', 'inventory', 'orders', 'returns')`;
    for (const { name } of sequences) await tx.unsafe(`alter sequence ${name} restart`);
    await tx`delete from demo.loads`;
  });
}
