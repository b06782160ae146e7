import { probeDatabase } from '@passerelle/database';
import { readEnvironment } from './env.ts';
import { openExitsFile, readExitsSource } from './exits-file.ts';
import { openGraph } from './graph.ts';
import { createLog } from './log.ts';
import { runUntilSignal, StartError } from './run.ts';
import { serveSubgraph } from './serve-subgraph.ts';
import { readShortcuts } from './shortcuts.ts';
import { type OpenSubgraph, type Subgraph, type SubgraphName, subgraphNames } from './subgraph.ts';
import { startTracing } from './tracing.ts';

type Source = Readonly<Record<string, string | undefined>>;

const logLevels = ['trace', 'debug', 'info', 'warn', 'error', 'fatal', 'silent'] as const;

/** The variable that says where a subgraph is served, for example `SUBGRAPH_STORE_NETWORK_URL`. */
export const urlVariable = (name: SubgraphName) => `SUBGRAPH_${name.replaceAll('-', '_').toUpperCase()}_URL`;

const others = (name: SubgraphName) => subgraphNames.filter((other) => other !== name);

const readSubgraphConfig = (name: SubgraphName, source: Source) =>
  readEnvironment(source, (env) => {
    const databaseUrl = env.text('DATABASE_URL');
    env.url('DATABASE_URL');
    const serviceSecret = env.text('SERVICE_SECRET');
    env.require(serviceSecret === '' || serviceSecret.length >= 32, 'SERVICE_SECRET must have 32 characters or more.');
    const remote = Object.fromEntries(others(name).flatMap((other) => [[other, env.url(urlVariable(other))]]));
    const isLeft = (other: SubgraphName) => subgraphNames.indexOf(other) < subgraphNames.indexOf(name);
    for (const other of others(name).filter(isLeft)) {
      env.require(remote[other] !== undefined, `${urlVariable(other)} must be set: ${name} calls ${other}.`);
    }
    return {
      databaseUrl,
      serviceSecret,
      remote,
      host: env.text('HOST', '127.0.0.1'),
      port: env.integer('PORT', 4000, { max: 65_535 }),
      logLevel: env.oneOf('LOG_LEVEL', logLevels, 'info'),
      shortcuts: readShortcuts(env),
      exits: readExitsSource(env, source),
    };
  });

/**
 * A subgraph as a program of its own: `DATABASE_URL` with its own role on a migrated database, `SERVICE_SECRET` shared
 * with the others, and where those are.
 */
export const runSubgraph = (name: SubgraphName, open: OpenSubgraph, source: Source): Promise<void> =>
  runUntilSignal(async (resources) => {
    const { databaseUrl, logLevel, ...config } = readSubgraphConfig(name, source);
    const problem = await probeDatabase(databaseUrl);
    if (problem) throw new StartError(`DATABASE_URL names a database that cannot be used: ${problem}.`);
    const log = createLog(logLevel);
    resources.defer((await startTracing(`passerelle-${name}`, source)).close);
    const { remote, serviceSecret, shortcuts } = config;
    const now = () => new Date();
    const exits = await openExitsFile(config.exits, log);
    resources.defer(exits.close);
    const graph = await openGraph({
      databaseUrl: () => databaseUrl,
      open: { [name]: open },
      remote,
      serviceSecret,
      now,
      log,
      shortcuts,
      exits,
    });
    resources.defer(graph.close);
    // Served before its jobs start: filling a projection may wait for a neighbour that waits for this one.
    const door = await serveSubgraph(graph.subgraphs.get(name) as Subgraph, { ...config, log }).catch(explainPort);
    resources.defer(door.close);
    await graph.start();
    return `http://${config.host}:${door.port}/graphql`;
  });

function explainPort(error: { code?: string }): never {
  if (error.code === 'EADDRINUSE') throw new StartError('PORT is taken; set it to another one.');
  throw error;
}
