// Loads the small demo into the database named by the first argument, and is gone when its stock begins.
import { createLog, openGraph } from '@passerelle/server';
import { loadDemo, noProgress, smallRetailer } from '../src/index.ts';

const [adminUrl = ''] = process.argv.slice(2);
const now = () => new Date('2026-11-22T09:30:00Z');
const graph = await openGraph({
  databaseUrl: adminUrl,
  open: {},
  remote: {},
  serviceSecret: 'a secret of thirty-two characters',
  now,
  log: createLog('silent'),
});
const progress = {
  ...noProgress,
  begin(title: string) {
    if (title === 'stock') process.kill(process.pid, 'SIGKILL');
  },
};
await loadDemo({ adminUrl, graph, progress, retailer: smallRetailer(), now: now() });
