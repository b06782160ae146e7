import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { access, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { quantile } from '../statistics.ts';

/** What PostgreSQL's own load generator does with a statement, with nothing between it and the server. */
export type Pgbench = (work: PgbenchWork) => Promise<PgbenchSlice>;

export type PgbenchWork = {
  readonly url: string;
  /** In pgbench's own language: `\set` and SQL. */
  readonly script: string;
  readonly clients: number;
  readonly seconds: number;
};

export type PgbenchSlice = { readonly rate: number; readonly p99Ms: number };

const usualPlaces = ['/usr/lib/postgresql/18/bin', '/usr/lib/postgresql/17/bin', '/usr/lib/postgresql/15/bin'];

/** Finds pgbench on the PATH or where Debian puts it; undefined when it is not installed. */
export async function findPgbench(pathText = ''): Promise<Pgbench | undefined> {
  for (const folder of [...pathText.split(path.delimiter), ...usualPlaces]) {
    const file = path.join(folder, 'pgbench');
    const isThere = await access(file).then(
      () => true,
      () => false,
    );
    if (folder !== '' && isThere) return (work) => run(file, work);
  }
  return undefined;
}

/** Clients that connect in a second, at the least: each is a process, and its password is hashed 4 096 times. */
const connectedInSecond = 20;

async function run(file: string, { url, script, clients, seconds }: PgbenchWork): Promise<PgbenchSlice> {
  const folder = await mkdtemp(path.join(tmpdir(), 'passerelle-pgbench-'));
  try {
    await writeFile(path.join(folder, 'script.sql'), script);
    // Its time begins before its clients connect, and two hundred of them need more than three seconds for that.
    const total = Math.ceil(seconds + 1 + clients / connectedInSecond);
    const flags = ['-n', '-M', 'prepared', '-c', String(clients), '-j', '2', '-T', String(total)];
    const child = spawn(file, [...flags, '-f', 'script.sql', '-l', url], {
      cwd: folder,
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    let told = '';
    child.stdout.on('data', (text) => {
      told += text;
    });
    child.stderr.on('data', (text) => {
      told += text;
    });
    const [code] = await once(child, 'close');
    if (code !== 0) throw new Error(`pgbench ended with ${code}: ${told}`);
    return lastSeconds(await transactionsOf(folder), seconds);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

/** One transaction of pgbench's log, in milliseconds. */
export type Transaction = { readonly endedAt: number; readonly tookMs: number };

/** What was done in the last seconds, when all clients were connected and warm. Throws when they were not. */
export function lastSeconds(all: readonly Transaction[], seconds: number): PgbenchSlice {
  const end = all.reduce((latest, { endedAt }) => Math.max(latest, endedAt), 0);
  const begin = end - seconds * 1000;
  const counted = all.filter(({ endedAt }) => endedAt > begin);
  if (counted.length === all.length) throw new Error('pgbench had no time to connect all clients: run longer slices');
  return {
    rate: counted.length / seconds,
    p99Ms: quantile(
      counted.map(({ tookMs }) => tookMs),
      0.99,
    ),
  };
}

/** pgbench's log has a line a transaction: client, number, microseconds, script, second and microsecond of its end. */
async function transactionsOf(folder: string): Promise<Transaction[]> {
  const logs = (await readdir(folder)).filter((name) => name.startsWith('pgbench_log.'));
  const texts = await Promise.all(logs.map((name) => readFile(path.join(folder, name), 'utf8')));
  return texts.flatMap((text) =>
    text
      .split('\n')
      .filter((line) => line !== '')
      .map((line) => {
        const [, , micros, , second, micro] = line.split(' ').map(Number) as [0, 0, number, 0, number, number];
        return { endedAt: second * 1000 + micro / 1000, tookMs: micros / 1000 };
      }),
  );
}
