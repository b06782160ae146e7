import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { createServer } from 'node:net';
import path from 'node:path';
import { createInterface } from 'node:readline';

const root = path.join(import.meta.dirname, '../..');
/** Programs share what Node made of their modules: a third of the work of starting one. */
const compiled = path.join(root, 'node_modules/.cache/passerelle-programs');

/** One of our programs, running in a process of its own. */
export type Program = AsyncDisposable & {
  /** What it printed as `ready`. */
  readonly url: string;
  readonly process: ChildProcess;
  /** Processes it started itself, by pid, that run our programs. */
  readonly children: () => readonly number[];
  /** Everything it has written to standard error. */
  readonly log: () => string;
  /** Sends a signal and waits for the end; answers the exit code. */
  readonly end: (signal?: NodeJS.Signals) => Promise<number | null>;
};

type Environment = Readonly<Record<string, string | undefined>>;

function launch(file: string, args: readonly string[], env: Environment) {
  const { PATH, HOME } = process.env;
  const child = spawn(process.execPath, [path.join(root, file), ...args], {
    cwd: root,
    env: { PATH, HOME, NODE_COMPILE_CACHE: compiled, ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const written = { out: '', err: '' };
  child.stdout.setEncoding('utf8').on('data', (text) => {
    written.out += text;
  });
  child.stderr.setEncoding('utf8').on('data', (text) => {
    written.err += text;
  });
  return { child, written };
}

/** Starts a program and waits until it says that it is ready; throws with what it wrote when it ends before that. */
export async function startProgram(file: string, env: Environment): Promise<Program> {
  const { child, written } = launch(file, [], env);
  const ended = once(child, 'close');
  const ready = (async () => {
    for await (const line of createInterface({ input: child.stdout })) {
      const [, url] = /^ready (\S+)$/.exec(line) ?? [];
      if (url) return url;
    }
    throw new Error(`${file} ended before it was ready: ${written.err}`);
  })();
  const url = await ready;
  async function end(signal: NodeJS.Signals = 'SIGTERM') {
    if (child.exitCode === null && child.signalCode === null) {
      child.kill(signal);
      await ended;
    }
    return child.exitCode;
  }
  return {
    url,
    process: child,
    children: () => childrenOf(child.pid as number),
    log: () => written.err,
    end,
    async [Symbol.asyncDispose]() {
      await end('SIGKILL');
    },
  };
}

function childrenOf(pid: number): number[] {
  try {
    const pids = readFileSync(`/proc/${pid}/task/${pid}/children`, 'utf8')
      .trim()
      .split(' ')
      .filter(Boolean)
      .map(Number);
    return pids.filter((one) => readFileSync(`/proc/${one}/cmdline`, 'utf8').includes('main.ts'));
  } catch {
    return [];
  }
}

/** Runs a program to its end. */
export async function runProgram(file: string, args: readonly string[], env: Environment) {
  const { child, written } = launch(file, args, env);
  const [code] = await once(child, 'close');
  return { code: code as number | null, out: written.out, err: written.err };
}

/** Ports that were free a moment ago, for programs that must know each other's before they start. */
export async function freePorts(count: number): Promise<number[]> {
  const servers = await Promise.all(
    Array.from({ length: count }, async () => {
      const server = createServer().listen(0, '127.0.0.1');
      await once(server, 'listening');
      return server;
    }),
  );
  const ports = servers.map((server) => (server.address() as { port: number }).port);
  await Promise.all(servers.map((server) => once(server.close(), 'close')));
  return ports;
}
