import { setTimeout as pause } from 'node:timers/promises';
import type postgres from 'postgres';
import { openClient } from './client.ts';

/** Oldest PostgreSQL that the migrations run on. */
const oldestVersion = 15;

const wordsOf: Record<string, string> = {
  ECONNREFUSED: 'nothing listens there',
  ENOENT: 'nothing listens there',
  ENOTFOUND: 'the host is not known',
  EAI_AGAIN: 'the host is not known',
  CONNECT_TIMEOUT: 'it does not answer',
  ETIMEDOUT: 'it does not answer',
  EHOSTUNREACH: 'the host cannot be reached',
  '28P01': 'it refuses the user or the password',
  '28000': 'it refuses the user',
  '3D000': 'it has no database of that name',
};

/**
 * Why a server cannot be used, in words that hold no password; undefined when it can. `admin` asks for the right to
 * create roles as well. Takes `withinMs` at most, also where something listens that is no PostgreSQL.
 */
export async function probeDatabase(url: string, { admin = false, withinMs = 5000 } = {}): Promise<string | undefined> {
  if (!/^postgres(ql)?:$/.test(new URL(url).protocol)) return 'it is not a postgres:// URL';
  const sql = openClient(url, { max: 1, connect_timeout: withinMs / 1000 });
  const inTime = new AbortController();
  try {
    return await Promise.race([
      problemOf(sql, admin),
      pause(withinMs, 'it does not answer as PostgreSQL does', { signal: inTime.signal }),
    ]);
  } catch (error) {
    const { code = '', message } = error as { code?: string; message: string };
    return wordsOf[code] ?? `it answers "${message || code}"`;
  } finally {
    inTime.abort();
    await sql.end({ timeout: 1 });
  }
}

async function problemOf(sql: postgres.Sql, admin: boolean): Promise<string | undefined> {
  const [server] = await sql`
    select current_setting('server_version_num')::int / 10000 as version, rolsuper or rolcreaterole as may_migrate
    from pg_roles where rolname = current_user`;
  if (server?.version < oldestVersion)
    return `it is PostgreSQL ${server?.version}; ${oldestVersion} or newer is needed`;
  if (admin && !server?.may_migrate) return 'its user may not create roles';
  return undefined;
}
