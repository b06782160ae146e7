import { randomBytes } from 'node:crypto';
import { openClient } from '@passerelle/database';
import { inject } from 'vitest';

/** A migrated database of its own for a test file, dropped at the end of its scope. */
export type TestDatabase = AsyncDisposable & {
  /** Administrator's URL of the database; roles derive from it. */
  readonly adminUrl: string;
};

/** Clones the migrated template; takes some tens of milliseconds. */
export async function testDatabase(): Promise<TestDatabase> {
  const name = `test_${randomBytes(6).toString('hex')}`;
  const server = openClient(inject('adminUrl'), { max: 1 });
  await server`select pg_advisory_lock(735502)`;
  try {
    await server`create database ${server(name)} template ${server(inject('templateName'))} strategy file_copy`;
  } finally {
    await server`select pg_advisory_unlock(735502)`;
  }
  const url = new URL(inject('adminUrl'));
  url.pathname = name;
  return {
    adminUrl: url.href,
    async [Symbol.asyncDispose]() {
      await server`drop database ${server(name)} with (force)`;
      await server.end();
    },
  };
}
