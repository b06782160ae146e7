import { runOnce } from '@passerelle/server';
import { readDataConfig } from './config.ts';
import { openDatabase, prepareDataDir } from './database.ts';
import { checkInvariants } from './invariants.ts';

/** `pnpm check:invariants`: which of the rules that must never break hold in `DATABASE_URL` or in the embedded data. */
await runOnce(async (resources) => {
  const config = readDataConfig();
  await prepareDataDir(config.dataDir);
  const database = await openDatabase(config);
  resources.defer(database.stop);
  let isWhole = true;
  for (const { subgraph, name, rows } of await checkInvariants(database.adminUrl)) {
    process.stdout.write(`${rows.length === 0 ? 'OK  ' : 'FAIL'} ${subgraph}: ${name}\n`);
    for (const row of rows) process.stdout.write(`     ${JSON.stringify(row)}\n`);
    isWhole &&= rows.length === 0;
  }
  return isWhole;
});
