import path from 'node:path';
import { migrate, openClient } from '@passerelle/database';
import type { SubgraphName } from '@passerelle/server';

const root = path.join(import.meta.dirname, '../..');

/** Migrates the named subgraphs' parts of a database. */
export const migrateParts = (url: string, names: readonly SubgraphName[]): Promise<unknown> =>
  migrate(
    url,
    names.map((name) => ({ name, folder: path.join(root, 'subgraphs', name, 'migrations') })),
  );

/** Makes a database anew on a server; answers its URL. */
export async function makeEmptyDatabase(adminUrl: string, name: string): Promise<string> {
  const admin = openClient(adminUrl, { max: 1 });
  await admin`drop database if exists ${admin(name)} with (force)`;
  await admin`create database ${admin(name)}`;
  await admin.end();
  const url = new URL(adminUrl);
  url.pathname = name;
  return url.href;
}

/** The same, with the named subgraphs' parts migrated. */
export async function makeDatabase(adminUrl: string, name: string, parts: readonly SubgraphName[]): Promise<string> {
  const url = await makeEmptyDatabase(adminUrl, name);
  await migrateParts(url, parts);
  return url;
}
