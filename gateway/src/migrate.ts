import { migrate, ownerOf, probeDatabase, roleUrl } from '@passerelle/database';
import { createLog, openGraph, runOnce, StartError, subgraphNames } from '@passerelle/server';
import { readMigrateConfig } from './config.ts';
import { fillWhenEmpty } from './demo.ts';
import { migrations, openersOf } from './subgraphs.ts';

/** Prepares a server's database for subgraphs served apart: roles, tables, and the demo retailer when asked for. */
await runOnce(async (resources) => {
  const { databaseUrl, passwords, demo } = readMigrateConfig();
  const problem = await probeDatabase(databaseUrl, { admin: true });
  if (problem) throw new StartError(`DATABASE_URL names a database that cannot be used: ${problem}.`);
  await migrate(
    databaseUrl,
    migrations.map((source) => ({ ...source, password: passwords[source.name] })),
  );
  process.stdout.write('migrated\n');
  if (!demo) return true;
  const log = createLog();
  const graph = await openGraph({
    databaseUrl: (name) => roleUrl(databaseUrl, ownerOf(name), passwords[name]),
    open: await openersOf(subgraphNames),
    remote: {},
    serviceSecret: crypto.randomUUID(),
    now: () => new Date(),
    log,
  });
  resources.defer(graph.close);
  await fillWhenEmpty(databaseUrl, graph);
  return true;
});
