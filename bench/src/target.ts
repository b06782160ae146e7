import { type ChildProcess, spawn } from 'node:child_process';
import { mkdir, readFile } from 'node:fs/promises';
import path from 'node:path';
import { developmentKeyFile, type Role, signDevelopmentToken } from '@passerelle/server';
import { Pool } from 'undici';
import { cpuMs, familyOf, residentMb } from './processes.ts';

const root = path.join(import.meta.dirname, '../..');

/** The product as a user starts it, in a process of its own, on its embedded and durable PostgreSQL. */
export type Target = {
  readonly pid: number;
  readonly port: number;
  readonly ask: (question: Question) => Promise<Answer>;
  readonly tokenOf: (role: Role) => string;
  /** CPU milliseconds so far, of all its processes. */
  readonly serverCpuMs: () => number;
  readonly databaseCpuMs: () => number;
  readonly memoryMb: () => number;
  readonly stop: () => Promise<void>;
};

export type Question = {
  readonly method?: 'GET' | 'POST';
  readonly path?: string;
  readonly query?: string;
  readonly variables?: unknown;
  readonly token?: string;
};
export type Answer = { readonly status: number; readonly text: string };

const roles: readonly Role[] = ['shopper', 'storefront', 'store-staff', 'partner', 'operator'];

export type TargetOptions = {
  /** Keeps its data between runs. */
  readonly dataDir: string;
  readonly connections: number;
  /** Whether an empty database is filled with the demo retailer; it is unless told. */
  readonly hasDemo?: boolean;
  /** For Node, before the program. */
  readonly nodeArgs?: readonly string[];
  /** Gateways on the port, each a process; 1 unless told. */
  readonly workers?: number;
};

/** Starts the product in `dataDir`. */
export async function startTarget(options: TargetOptions): Promise<Target> {
  const { dataDir, connections, hasDemo = true, nodeArgs = [], workers = 1 } = options;
  await mkdir(dataDir, { recursive: true });
  const server = spawn(process.execPath, [...nodeArgs, path.join(root, 'gateway/src/main.ts')], {
    env: {
      ...process.env,
      PORT: '0',
      DATA_DIR: dataDir,
      DEMO: hasDemo ? 'on' : 'off',
      WORKERS: String(workers),
      LOG_LEVEL: 'error',
      APOLLO_TELEMETRY_DISABLED: 'true',
    },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const origin = new URL(await readyUrl(server)).origin;
  const pool = new Pool(origin, { connections, pipelining: 1 });
  const tokens = new Map(
    await Promise.all(
      roles.map(async (role) => [role, await signDevelopmentToken(developmentKeyFile(dataDir), role)] as const),
    ),
  );
  const pid = server.pid as number;
  const postmaster = Number((await readFile(path.join(dataDir, 'postgres/postmaster.pid'), 'utf8')).split('\n')[0]);
  const servers = () => familyOf(pid).filter((each) => each !== postmaster);
  const sumOf = (pids: readonly number[], figureOf: (pid: number) => number) =>
    pids.reduce((sum, each) => sum + figureOf(each), 0);
  return {
    pid,
    port: Number(new URL(origin).port),
    ask: (question) => ask(pool, question),
    tokenOf: (role) => tokens.get(role) as string,
    serverCpuMs: () => sumOf(servers(), cpuMs),
    databaseCpuMs: () => sumOf(familyOf(postmaster), cpuMs),
    memoryMb: () => sumOf(servers(), residentMb),
    stop: async () => {
      await pool.close();
      const gone = new Promise((resolve) => server.once('exit', resolve));
      server.kill('SIGTERM');
      await gone;
    },
  };
}

/** Where a server that was just started says it listens. */
export function readyUrl(server: ChildProcess): Promise<string> {
  return new Promise((resolve, reject) => {
    let text = '';
    server.stdout?.on('data', (chunk) => {
      text += chunk;
      const url = /^ready (\S+)$/m.exec(text)?.[1];
      if (url) resolve(url);
    });
    server.once('exit', (code) => reject(new Error(`the server ended with ${code} before it was ready`)));
  });
}

async function ask(pool: Pool, { method = 'POST', path = '/graphql', query, variables, token }: Question) {
  const { statusCode, body } = await pool.request({
    method,
    path,
    headers: { 'content-type': 'application/json', ...(token ? { authorization: `Bearer ${token}` } : {}) },
    ...(method === 'POST' ? { body: JSON.stringify({ query, variables }) } : {}),
  });
  return { status: statusCode, text: await body.text() };
}
