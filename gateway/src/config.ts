import { availableParallelism } from 'node:os';
import path from 'node:path';
import {
  audience,
  developmentKeyFile,
  type ExitsSource,
  issuer,
  type KeySource,
  type Reader,
  readEnvironment,
  readExitsSource,
  readShortcuts,
  type Shortcuts,
  type SubgraphName,
  subgraphNames,
  urlVariable,
} from '@passerelle/server';

export type Config = {
  readonly host: string;
  readonly port: number;
  /** Processes that serve the port together. */
  readonly workers: number;
  /** Administrator's URL of a PostgreSQL server; the embedded one when left out. */
  readonly databaseUrl: string | undefined;
  /** Holds the embedded database and the development key. */
  readonly dataDir: string;
  readonly logLevel: string;
  /** Subgraphs served elsewhere. */
  readonly remote: Readonly<Partial<Record<SubgraphName, string>>>;
  /** Addresses of subgraphs of other people, by name as variables write it: `PRODUCT_CATALOGUE`. */
  readonly foreign: Readonly<Record<string, string>>;
  /** A supergraph to serve instead of our own. */
  readonly supergraphFile: string | undefined;
  readonly serviceSecret: string;
  readonly tokenKeys: KeySource;
  /** Who must have issued a token, and for whom. */
  readonly tokenNames: { readonly issuer: string; readonly audience: string };
  readonly introspection: boolean;
  /** Fill an empty database with the demo retailer. */
  readonly demo: boolean;
  /** Storefront and store-app take registered documents only. */
  readonly trustedDocuments: boolean;
  /** Run query plans compiled; Apollo's own executor for all when off. */
  readonly isFast: boolean;
  /** Pass on plain answers of one subgraph elsewhere as text; read and write all of them when off. */
  readonly isPassing: boolean;
  /** What Apollo Server answered before is answered without it. */
  readonly knowsRequests: boolean;
  /** Ask subgraphs elsewhere over our own connections; over undici's when off. */
  readonly isOwnClient: boolean;
  /** Compress large answers for clients that accept it. */
  readonly isCompressing: boolean;
  /** What inventory does only to be faster (`STOCK_CACHE`, `GROUPED_RESERVATIONS`). */
  readonly shortcuts: Shortcuts;
  /** Services of the retailer that subgraphs of this process ask. */
  readonly exits: ExitsSource;
  readonly load: LoadConfig;
};

/** What the gateway takes on. */
export type LoadConfig = {
  /** Requests a second of one client, in the long run; 0 for no limit. */
  readonly requestsPerSecond: number;
  /** Requests of one client at once. */
  readonly burst: number;
  /** Requests of all clients together that may be running. */
  readonly mostInFlight: number;
  /** Whether the address of a client is the last one in `X-Forwarded-For`. */
  readonly isBehindProxy: boolean;
};

type Source = Readonly<Record<string, string | undefined>>;

const levels = ['trace', 'debug', 'info', 'warn', 'error', 'fatal', 'silent'] as const;

function readRemotes(env: Reader, names: readonly SubgraphName[]): Partial<Record<SubgraphName, string>> {
  return Object.fromEntries(names.map((name) => [name, env.url(urlVariable(name))] as const).filter(([, url]) => url));
}

/** Every `SUBGRAPH_<NAME>_URL` that is not one of ours. */
function readForeign(env: Reader, source: Source): Record<string, string> {
  const own = new Set(subgraphNames.map(urlVariable));
  const names = Object.keys(source).filter((name) => /^SUBGRAPH_\w+_URL$/.test(name) && !own.has(name));
  const entries = names.map((name) => [name.slice('SUBGRAPH_'.length, -'_URL'.length), env.url(name) ?? ''] as const);
  return Object.fromEntries(entries.filter(([, url]) => url !== ''));
}

/** `start` promises everything in one process, so that more are asked for: a number, or `cores` for one each. */
const readWorkers = (env: Reader): number =>
  env.optional('WORKERS') === 'cores' ? availableParallelism() : env.integer('WORKERS', 1, { min: 1, max: 256 });

function readLoad(env: Reader, isProduction: boolean): LoadConfig {
  const requestsPerSecond = env.integer('RATE_LIMIT', isProduction ? 200 : 0);
  return {
    requestsPerSecond,
    burst: env.integer('RATE_BURST', requestsPerSecond * 2),
    mostInFlight: env.integer('MAX_IN_FLIGHT', 1000, { min: 1 }),
    isBehindProxy: env.oneOf('BEHIND_PROXY', ['on', 'off'], 'off') === 'on',
  };
}

/** The gateway's settings; throws one `EnvironmentError` with every problem. */
export function readConfig(source: Source): Config {
  return readEnvironment(source, (env) => {
    const isProduction = env.optional('NODE_ENV') === 'production';
    const dataDir = path.resolve(env.text('DATA_DIR', '.data'));
    const remote = readRemotes(env, subgraphNames);
    const secret = env.optional('SERVICE_SECRET');
    const hasRemotes = Object.keys(remote).length > 0;
    env.require(
      !hasRemotes || secret !== undefined,
      'SERVICE_SECRET must be set: subgraphs served elsewhere share it with the gateway.',
    );
    env.require(secret === undefined || secret.length >= 32, 'SERVICE_SECRET must have 32 characters or more.');
    const jwksUrl = env.url('TOKEN_JWKS_URL');
    env.require(!isProduction || jwksUrl !== undefined, 'TOKEN_JWKS_URL must be set when NODE_ENV is production.');
    return {
      host: env.text('HOST', '127.0.0.1'),
      port: env.integer('PORT', 4000, { max: 65_535 }),
      workers: readWorkers(env),
      databaseUrl: env.url('DATABASE_URL'),
      dataDir,
      logLevel: env.oneOf('LOG_LEVEL', levels, 'info'),
      remote,
      foreign: readForeign(env, source),
      supergraphFile: env.optional('SUPERGRAPH_FILE'),
      serviceSecret: secret ?? crypto.randomUUID(),
      tokenKeys: jwksUrl ? { jwksUrl } : { developmentKeyFile: developmentKeyFile(dataDir) },
      tokenNames: { issuer: env.text('TOKEN_ISSUER', issuer), audience: env.text('TOKEN_AUDIENCE', audience) },
      introspection: env.oneOf('INTROSPECTION', ['on', 'off'], isProduction ? 'off' : 'on') === 'on',
      demo: env.oneOf('DEMO', ['on', 'off'], isProduction ? 'off' : 'on') === 'on',
      trustedDocuments: env.oneOf('TRUSTED_DOCUMENTS', ['on', 'off'], isProduction ? 'on' : 'off') === 'on',
      isFast: env.oneOf('FAST_PATH', ['on', 'off'], 'on') === 'on',
      isPassing: env.oneOf('PASS_THROUGH', ['on', 'off'], 'on') === 'on',
      knowsRequests: env.oneOf('KNOWN_REQUESTS', ['on', 'off'], 'on') === 'on',
      isOwnClient: env.oneOf('OWN_HTTP_CLIENT', ['on', 'off'], 'on') === 'on',
      isCompressing: env.oneOf('COMPRESSION', ['on', 'off'], 'on') === 'on',
      shortcuts: readShortcuts(env),
      exits: readExitsSource(env, source),
      load: readLoad(env, isProduction),
    };
  });
}

/** Where the data is, for the programs beside the gateway. */
export const readDataConfig = (source = process.env): Pick<Config, 'databaseUrl' | 'dataDir'> =>
  readEnvironment(source, (env) => ({
    databaseUrl: env.url('DATABASE_URL'),
    dataDir: path.resolve(env.text('DATA_DIR', '.data')),
  }));

export type MigrateConfig = {
  readonly databaseUrl: string;
  /** Passwords the subgraphs will connect with. */
  readonly passwords: Readonly<Partial<Record<SubgraphName, string>>>;
  readonly demo: boolean;
};

/** Settings of the step that prepares a server's database for subgraphs served apart. */
export const readMigrateConfig = (source = process.env): MigrateConfig =>
  readEnvironment(source, (env) => {
    const databaseUrl = env.text('DATABASE_URL');
    env.url('DATABASE_URL');
    const variable = (name: SubgraphName) => `${name.replaceAll('-', '_').toUpperCase()}_DATABASE_PASSWORD`;
    return {
      databaseUrl,
      passwords: Object.fromEntries(subgraphNames.map((name) => [name, env.optional(variable(name))])),
      demo: env.oneOf('DEMO', ['on', 'off'], 'off') === 'on',
    };
  });
