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

async function run(file: string, { url, script, clients, seconds }: PgbenchWork): Promise<PgbenchSlice> {
  const folder = await mkdtemp(path.join(tmpdir(), 'passerelle-pgbench-'));
  try {
    await writeFile(path.join(folder, 'script.sql'), script);
    const flags = ['-n', '-M', 'prepared', '-c', String(clients), '-j', '2', '-T', String(Math.ceil(seconds))];
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
    // Two hundred clients may need longer than a short slice to connect and to have their turn at one row.
    const isNone = /^number of transactions actually processed: 0$/m.test(told);
    const rate = isNone ? 0 : Number(/^tps = ([\d.]+)/m.exec(told)?.[1]);
    if (code !== 0 || Number.isNaN(rate)) throw new Error(`pgbench ended with ${code}: ${told}`);
    return { rate, p99Ms: quantile(await latencies(folder), 0.99) };
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

/** From pgbench's log, one line a transaction; the third field is its microseconds. */
async function latencies(folder: string): Promise<number[]> {
  const logs = (await readdir(folder)).filter((name) => name.startsWith('pgbench_log.'));
  const texts = await Promise.all(logs.map((name) => readFile(path.join(folder, name), 'utf8')));
  return texts.flatMap((text) =>
    text
      .split('\n')
      .filter((line) => line !== '')
      .map((line) => Number(line.split(' ')[2]) / 1000),
  );
}
