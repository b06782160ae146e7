import cluster, { type Worker } from 'node:cluster';
import { createServer } from 'node:net';
import { migrate } from '@passerelle/database';
import { type Logger, StartError } from '@passerelle/server';
import type { Config } from './config.ts';
import { openDatabase, prepareDataDir } from './database.ts';
import { createFigureDesk } from './load/figures.ts';
import { localNames, migrations } from './subgraphs.ts';
import { readSupergraph } from './supergraph.ts';

/** A worker that ended is replaced after this pause, after twice as long each when it was not even ready. */
const shortestPauseMs = 100;
const longestPauseMs = 30_000;

/**
 * Runs `config.workers` gateways on one port, each a process that does all a gateway alone does, jobs and deliveries
 * included: those are shared out over the database. This process has the embedded database and hands connections out in
 * turn, which over few connections is more even than the kernel's `SO_REUSEPORT`, and knows nothing of requests. The
 * first worker loads the demo. A worker that ends is replaced. Answers where they listen, once all do.
 */
export async function startWorkers(config: Config, log: Logger, resources: AsyncDisposableStack): Promise<string> {
  await probePort(config);
  await prepareDataDir(config.dataDir);
  const databaseUrl = await openShared(config, resources);
  const shared = {
    WORKERS: '1',
    SERVICE_SECRET: config.serviceSecret,
    ...(databaseUrl ? { DATABASE_URL: databaseUrl } : {}),
  };
  const crew = createCrew(shared, log);
  resources.defer(crew.end);
  const url = await crew.start({ DEMO: config.demo ? 'on' : 'off' });
  await Promise.all(Array.from({ length: config.workers - 1 }, () => crew.start({ DEMO: 'off' })));
  return url;
}

/** The database of subgraphs that the workers open, migrated; the one they listen on when they open none. */
async function openShared(config: Config, resources: AsyncDisposableStack): Promise<string | undefined> {
  if (localNames(await readSupergraph(config.supergraphFile), config).length === 0) return config.databaseUrl;
  const database = await openDatabase(config);
  resources.defer(database.stop);
  await migrate(database.adminUrl, migrations);
  return database.adminUrl;
}

/** Whoever must choose another port is told before a database is started. */
async function probePort({ host, port }: Config): Promise<void> {
  const server = createServer();
  await new Promise<void>((resolve, reject) => server.once('error', reject).listen(port, host, resolve)).catch(
    (error) => {
      if (error.code === 'EADDRINUSE')
        throw new StartError(`PORT ${port} is taken on ${host}; set PORT to another one.`);
      throw new StartError(`HOST ${host} and PORT ${port} cannot be listened on (${error.code}).`);
    },
  );
  await new Promise((resolve) => server.close(resolve));
}

function createCrew(shared: Readonly<Record<string, string>>, log: Logger) {
  const workers = new Set<Worker>();
  const hear = createFigureDesk(() => [...workers]);
  let isEnding = false;

  /** One more worker; resolves with where it listens, rejects when it ends before. */
  function fork(own: Readonly<Record<string, string>>, onEnd: (wasReady: boolean) => void): Promise<string> {
    const worker = cluster.fork({ ...shared, ...own });
    workers.add(worker);
    return new Promise((resolve, reject) => {
      let isReady = false;
      worker.on('message', (message: { readonly ready?: string }) => {
        hear(worker, message);
        if (message.ready === undefined) return;
        isReady = true;
        resolve(message.ready);
      });
      worker.once('exit', () => {
        workers.delete(worker);
        reject(new StartError('A worker ended before it was ready.'));
        onEnd(isReady);
      });
    });
  }

  function replace(pauseMs: number): void {
    if (isEnding) return;
    log.error({ pauseMs }, 'a worker ended; another takes its place');
    setTimeout(() => {
      if (isEnding) return;
      const onEnd = (wasReady: boolean) => replace(wasReady ? shortestPauseMs : Math.min(pauseMs * 2, longestPauseMs));
      fork({ DEMO: 'off' }, onEnd).catch(() => {});
    }, pauseMs);
  }

  return {
    /** One of the first: when it ends before it is ready, the start has failed. */
    start: (own: Readonly<Record<string, string>>) => fork(own, (wasReady) => wasReady && replace(shortestPauseMs)),
    async end() {
      isEnding = true;
      await Promise.all(
        [...workers].map((worker) => {
          const ended = new Promise((resolve) => worker.once('exit', resolve));
          worker.process.kill('SIGTERM');
          return ended;
        }),
      );
    },
  };
}
