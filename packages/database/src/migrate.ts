import { readdir, readFile } from 'node:fs/promises';
import path from 'node:path';
import { runMigrations as migrateJobs } from 'graphile-worker';
import { openClient } from './client.ts';
import { connect, type Sql } from './connect.ts';
import { ensureOwner, type Owner, ownerOf, roleUrl } from './roles.ts';

/** A subgraph's migrations: numbered SQL files in one folder, applied in the order of their names. */
export type MigrationSource = {
  readonly name: string;
  readonly folder: string;
  /** Password of the role; derived from the administrator's when left out. */
  readonly password?: string;
};

/** Tables every subgraph has in its own schema: outbox, inbox, idempotency keys. */
const commonFolder = path.join(import.meta.dirname, '../migrations');

/**
 * Brings a database up to date: roles, schemas, each subgraph's tables, and the job tables. Safe to run from
 * several processes at once and safe to repeat. `adminUrl` must be allowed to create roles and schemas.
 */
export async function migrate(adminUrl: string, sources: readonly MigrationSource[]): Promise<void> {
  const admin = openClient(adminUrl, { max: 1 });
  try {
    // One migrator at a time; the number is arbitrary but must stay.
    await admin`select pg_advisory_lock(735501)`;
    for (const source of sources) await migrateOwner(admin, adminUrl, source);
  } finally {
    await admin.end();
  }
}

async function migrateOwner(admin: Sql, adminUrl: string, { name, folder, password }: MigrationSource) {
  const owner = ownerOf(name);
  const url = roleUrl(adminUrl, owner, password);
  await ensureOwner(admin, owner, decodeURIComponent(new URL(url).password));
  const database = connect({ url, schema: owner.schema, max: 1 });
  try {
    await database.sql`create table if not exists migrations (
      name text primary key, applied_at timestamptz not null default now())`;
    const applied = new Set((await database.sql`select name from migrations`).map((row) => row.name));
    for (const file of [...(await sqlFiles(commonFolder)), ...(await sqlFiles(folder))]) {
      const step = path.basename(file);
      if (applied.has(step)) continue;
      const text = await readFile(file, 'utf8');
      await database.sql.begin(async (tx) => {
        await tx.unsafe(text);
        await tx`insert into migrations (name) values (${step})`;
      });
    }
  } finally {
    await database.close();
  }
  await migrateJobTables(admin, owner, url);
}

async function sqlFiles(folder: string): Promise<string[]> {
  const names = (await readdir(folder)).filter((name) => name.endsWith('.sql')).sort();
  return names.map((name) => path.join(folder, name));
}

/** The job library wants to `create schema if not exists`, which needs a right the role must not keep. */
async function migrateJobTables(admin: Sql, owner: Owner, url: string) {
  const [current] = await admin`select current_database() as name`;
  await admin`grant create on database ${admin(current?.name)} to ${admin(owner.role)}`;
  try {
    await migrateJobs({ connectionString: url, schema: owner.jobsSchema, noPreparedStatements: true });
    await keepJobPlans(admin, owner);
  } finally {
    await admin`revoke create on database ${admin(current?.name)} from ${admin(owner.role)}`;
  }
}

/**
 * PostgreSQL plans the five statements of `add_jobs` anew at each call, which takes longer than to run them; each order
 * adds several jobs. The library's migrations make the function anew, without this, so that it is set each time.
 */
async function keepJobPlans(admin: Sql, { jobsSchema }: Owner) {
  const [known] = await admin`
    select from pg_proc
    where proname = 'add_jobs' and pronamespace = ${jobsSchema}::regnamespace
      and 'plan_cache_mode=force_generic_plan' = any(proconfig)`;
  if (known) return;
  await admin`alter function ${admin(jobsSchema)}.add_jobs set plan_cache_mode = force_generic_plan`;
}
