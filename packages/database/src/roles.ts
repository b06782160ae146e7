import { createHmac } from 'node:crypto';
import type { Sql } from './connect.ts';

/** A subgraph as the database sees it: one schema, one schema of jobs, one role that can see no other. */
export type Owner = {
  /** Name in the graph, for example `store-network`. */
  readonly name: string;
  readonly schema: string;
  readonly jobsSchema: string;
  readonly role: string;
};

export function ownerOf(name: string): Owner {
  const schema = name.replaceAll('-', '_');
  return { name, schema, jobsSchema: `${schema}_jobs`, role: `passerelle_${schema}` };
}

/**
 * The role's own URL: the administrator's, with the role's name and a password of its own. Unless one is given it is
 * derived from the administrator's (HMAC-SHA-256), so that whoever may migrate can also connect as each role and
 * nobody else can.
 */
export function roleUrl(adminUrl: string, owner: Owner, password?: string): string {
  const url = new URL(adminUrl);
  url.password = password ?? derivedPassword(url, owner);
  url.username = owner.role;
  return url.href;
}

const derivedPassword = ({ password }: URL, { role }: Owner) =>
  createHmac('sha256', decodeURIComponent(password)).update(role).digest('hex').slice(0, 32);

/** Makes the role and its two schemas when they are missing, and shuts everybody else out of them. */
export async function ensureOwner(admin: Sql, owner: Owner, password: string): Promise<void> {
  const { role, schema, jobsSchema } = owner;
  const literal = password.replaceAll("'", "''");
  await admin.unsafe(`
    do $$ begin
      if not exists (select from pg_roles where rolname = '${role}') then create role ${role} login; end if;
    exception when duplicate_object or unique_violation then null; end $$;
    alter role ${role} with login password '${literal}';
    grant ${role} to current_user;
    create schema if not exists ${schema} authorization ${role};
    create schema if not exists ${jobsSchema} authorization ${role};
    revoke all on schema public from public;
    revoke all on schema ${schema}, ${jobsSchema} from public;
  `);
}
