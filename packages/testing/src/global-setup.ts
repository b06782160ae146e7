import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { type MigrationSource, migrate, openClient } from '@passerelle/database';
import { startEmbedded } from '@passerelle/database/embedded';
import type { TestProject } from 'vitest/node';

declare module 'vitest' {
  interface ProvidedContext {
    adminUrl: string;
    templateName: string;
  }
}

const migrations: MigrationSource[] = ['store-network', 'inventory', 'orders', 'returns'].map((name) => ({
  name,
  folder: path.join(import.meta.dirname, `../../../subgraphs/${name}/migrations`),
}));

/**
 * One real PostgreSQL for the whole run, `DATABASE_URL` or an embedded one in a temporary folder, with a migrated
 * template that each test file clones.
 */
export default async function setup(project: TestProject) {
  const given = process.env.DATABASE_URL;
  const folder = given ? undefined : await mkdtemp(path.join(tmpdir(), 'passerelle-test-'));
  // The database's own system user must be able to enter.
  if (folder) await import('node:fs/promises').then((fs) => fs.chmod(folder, 0o755));
  const server = folder ? await startEmbedded({ dataDir: folder, durable: false, maxConnections: 400 }) : undefined;
  const adminUrl = given ?? (server?.url as string);

  const templateName = `passerelle_template_${process.pid}`;
  const admin = openClient(adminUrl, { max: 1 });
  await admin`create database ${admin(templateName)}`;
  const url = new URL(adminUrl);
  url.pathname = templateName;
  await migrate(url.href, migrations);
  project.provide('adminUrl', adminUrl);
  project.provide('templateName', templateName);

  return async () => {
    await admin`drop database if exists ${admin(templateName)} with (force)`;
    await admin.end();
    await server?.stop();
    if (folder) await rm(folder, { recursive: true, force: true });
  };
}
