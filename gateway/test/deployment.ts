import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { type Client, readOperation } from '@passerelle/contracts/operations';
import { ownerOf, roleUrl } from '@passerelle/database';
import { loadNetworkAndStock, type Retailer, smallRetailer } from '@passerelle/demo';
import {
  developmentKeyFile,
  type Role,
  type SubgraphName,
  signDevelopmentToken,
  subgraphNames,
  type TokenFacts,
  urlVariable,
} from '@passerelle/server';
import { testDatabase } from '@passerelle/testing';
import { freePorts, type Program, startProgram } from './programs.ts';

export const modes = ['one process', 'five processes'] as const;
export type Mode = (typeof modes)[number];

export type Answer<Data> = {
  readonly status: number;
  readonly data: Data;
  readonly errors?: readonly { readonly message: string; readonly extensions: { readonly code: string } }[];
};

/** The whole system as it would be deployed, with a small retailer's network and stock in it. */
export type Deployment = AsyncDisposable & {
  readonly retailer: Retailer;
  readonly adminUrl: string;
  readonly url: string;
  /** Holds the key that `tokenOf` signs with. */
  readonly dataDir: string;
  /** What its gateway was started with; another one may be started beside it. */
  readonly gatewayEnv: Readonly<Record<string, string>>;
  /** What the gateway has logged. */
  readonly log: () => string;
  /** The subgraphs that are programs of their own. */
  readonly programs: ReadonlyMap<SubgraphName, Program>;
  readonly tokenOf: (asker: Asker) => Promise<string>;
  readonly post: <Data>(path: string, query: string, variables: object, asker?: Asker) => Promise<Answer<Data>>;
  /** Sends a stored operation to its variant; fails when it is not answered without an error. */
  readonly send: <Data>(client: Client, name: string, variables: object, asker?: Asker) => Promise<Data>;
};

export type Asker = TokenFacts & { readonly role: Role };

const secret = 'a secret of thirty-two characters';

/** `settings` are given to every process. */
export async function deploy(mode: Mode, settings: Readonly<Record<string, string>> = {}): Promise<Deployment> {
  await using opened = new AsyncDisposableStack();
  const database = opened.use(await testDatabase());
  const { adminUrl } = database;
  const retailer = smallRetailer();
  await loadNetworkAndStock({ adminUrl, retailer });
  const dataDir = await mkdtemp(path.join(tmpdir(), 'passerelle-gateway-'));
  opened.defer(() => rm(dataDir, { recursive: true, force: true }));

  const shared = { SERVICE_SECRET: secret, LOG_LEVEL: 'warn', ...settings };
  let gatewayEnv = { ...shared, PORT: '0', DATA_DIR: dataDir, DEMO: 'off', DATABASE_URL: adminUrl };
  const programs = new Map<SubgraphName, Program>();
  if (mode === 'five processes') {
    const ports = await freePorts(subgraphNames.length);
    const urls = Object.fromEntries(
      subgraphNames.map((name, index) => [urlVariable(name), `http://127.0.0.1:${ports[index]}/graphql`]),
    );
    const starting = subgraphNames.map(async (name, index) => {
      const env = { ...shared, ...urls, DATABASE_URL: roleUrl(adminUrl, ownerOf(name)), PORT: String(ports[index]) };
      programs.set(name, opened.use(await startProgram(`subgraphs/${name}/src/main.ts`, env)));
    });
    await Promise.all(starting);
    gatewayEnv = { ...gatewayEnv, ...urls };
  }
  const gateway = opened.use(await startProgram('gateway/src/main.ts', gatewayEnv));
  const { origin } = new URL(gateway.url);
  const tokenOf = (asker: Asker) => signDevelopmentToken(developmentKeyFile(dataDir), asker.role, asker);
  const post = poster(origin, tokenOf);
  const resources = opened.move();
  return {
    retailer,
    adminUrl,
    url: origin,
    dataDir,
    gatewayEnv,
    log: gateway.log,
    programs,
    tokenOf,
    post,
    async send(client, name, variables, asker) {
      const door = client === 'internal' ? '/graphql' : `/graphql/${client}`;
      const { status, data, errors } = await post<never>(door, readOperation(client, name), variables, asker);
      if (status !== 200 || errors) {
        throw new Error(`${name}: ${status} ${JSON.stringify(errors)}\n${JSON.stringify(variables)}`);
      }
      return data;
    },
    [Symbol.asyncDispose]: () => resources.disposeAsync(),
  };
}

function poster(origin: string, tokenOf: Deployment['tokenOf']): Deployment['post'] {
  return async (door, query, variables, asker) => {
    const headers: Record<string, string> = { 'content-type': 'application/json' };
    if (asker) headers.authorization = `Bearer ${await tokenOf(asker)}`;
    const response = await fetch(origin + door, {
      method: 'POST',
      headers,
      body: JSON.stringify({ query, variables }),
    });
    return { status: response.status, ...((await response.json()) as { data: never }) };
  };
}
