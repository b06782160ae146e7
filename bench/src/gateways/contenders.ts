import { existsSync } from 'node:fs';
import path from 'node:path';
import { peersFolder } from './peers.ts';

export type Place = {
  /** Of the composed graph. */
  readonly supergraph: string;
  /** Where each subgraph is. */
  readonly subgraphs: Readonly<Record<string, string>>;
  /** A folder for what a contender wants written down. */
  readonly folder: string;
  readonly port: number;
};

export type Contender = {
  readonly name: string;
  /** What it is, for a reader. */
  readonly what: string;
  readonly command: (place: Place) => readonly string[];
  readonly env?: (place: Place) => Readonly<Record<string, string>>;
  readonly cwd?: string;
  /** Answers only what it was asked first: its answers are not compared. */
  readonly isConstant?: boolean;
};

const node = process.execPath;
const server = (name: string) => path.join(import.meta.dirname, 'servers', `${name}.ts`);
const root = path.join(import.meta.dirname, '../../..');

const grafbase = path.join(peersFolder, 'grafbase/node_modules/@grafbase/cli-x86_64-unknown-linux-musl/grafbase');
/** Its binary comes for one kind of machine. */
const isGrafbaseHere = () => process.platform === 'linux' && process.arch === 'x64' && existsSync(grafbase);

/** The product as for anybody's graph: no database, all subgraphs other people's. */
const ownEnv = ({ supergraph, folder, port }: Place) => ({
  PORT: String(port),
  SUPERGRAPH_FILE: supergraph,
  DATA_DIR: path.join(folder, 'own'),
  LOG_LEVEL: 'error',
  WORKERS: '1',
  RATE_LIMIT: '0',
  TRUSTED_DOCUMENTS: 'off',
  TOKEN_JWKS_URL: 'http://127.0.0.1:1/',
});

const all: readonly Contender[] = [
  {
    name: 'stock',
    what: '@apollo/server 5.5.1 with @apollo/gateway 2.14.4, as their guides start them',
    command: ({ supergraph, port }) => [node, server('stock'), supergraph, String(port)],
  },
  {
    name: 'ours',
    what: 'the subgraphs in the gateway’s process',
    command: ({ supergraph, port }) => [node, server('in-process'), supergraph, String(port)],
  },
  {
    name: 'ours-http',
    what: 'the product as it is started, all subgraphs over HTTP',
    command: () => [node, path.join(root, 'gateway/src/main.ts')],
    env: ownEnv,
  },
  {
    name: 'hive',
    what: '@graphql-hive/gateway 2.15.1 with its planner in Rust (router-runtime 1.4.23)',
    command: () => [node, 'node_modules/@graphql-hive/gateway/dist/bin.js', 'supergraph', '-c', 'gateway.config.mjs'],
    env: ({ supergraph, port }) => ({ SUPERGRAPH: supergraph, PORT: String(port), HIVE_TELEMETRY: '0' }),
    cwd: path.join(peersFolder, 'hive'),
  },
  {
    name: 'mercurius',
    what: 'mercurius 16.10.1 with @mercuriusjs/gateway 5.2.0, jit on, composing Federation 1',
    command: () => [node, 'gateway.mjs'],
    env: ({ subgraphs, port }) => ({ SUBGRAPHS: JSON.stringify(subgraphs), PORT: String(port) }),
    cwd: path.join(peersFolder, 'mercurius'),
  },
  {
    name: 'grafbase',
    what: 'Grafbase 0.103, compiled from Rust, as its npm package runs it (`dev`)',
    command: ({ folder, port }) => [grafbase, 'dev', '-c', path.join(folder, 'grafbase.toml'), '-p', String(port)],
    env: ({ folder }) => ({ HOME: folder }),
  },
  {
    name: 'monolith',
    what: 'the limit: one schema, graphql-jit 0.8.9 on node:http, no federation and no check',
    command: ({ port }) => [node, server('monolith'), String(port)],
  },
  {
    name: 'constant',
    what: 'the floor: node:http with a constant body',
    command: ({ port }) => [node, server('monolith'), String(port), 'constant'],
    isConstant: true,
  },
];

/** Those that this machine can run, all or the named. */
export function contendersOf(names: readonly string[]): readonly Contender[] {
  const unknown = names.filter((name) => all.every((contender) => contender.name !== name));
  if (unknown.length > 0) throw new Error(`no contender ${unknown.join(', ')}`);
  const chosen = all.filter(({ name }) => names.length === 0 || names.includes(name));
  return chosen.filter(({ name }) => name !== 'grafbase' || isGrafbaseHere());
}
