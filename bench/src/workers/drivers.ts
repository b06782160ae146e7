import { execFile, fork } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { promisify } from 'node:util';
import { connections } from '../gateways/connections.ts';
import type { Order, Outcome } from '../gateways/servers/driver.ts';
import { cpuMs } from '../processes.ts';

/** Asks a server in a closed loop over kept connections, in a process of its own. */
export type Driver = {
  readonly name: string;
  readonly drive: (order: Order) => Promise<{ readonly outcome: Outcome; readonly cpuMs: number }>;
  readonly close: () => Promise<void>;
};

const run = promisify(execFile);
const driverScript = path.join(import.meta.dirname, '../gateways/servers/driver.ts');

/** The driver of all gateways: written in JavaScript, it takes a fifth of a core of what the second worker is to use. */
export function ownDriver(): Driver {
  const child = fork(driverScript, [], { stdio: ['ignore', 'inherit', 'inherit', 'ipc'] });
  const cpu = () => cpuMs(child.pid as number);
  return {
    name: 'our own driver',
    async drive(order) {
      const before = cpu();
      child.send(order);
      const [outcome] = (await once(child, 'message')) as [Outcome];
      return { outcome, cpuMs: cpu() - before };
    },
    close: async () => void child.kill(),
  };
}

/** `wrk`, where it is installed: written in C, it takes a twentieth of a core. It looks at no more than the status. */
export async function wrkDriver(): Promise<Driver | undefined> {
  // It tells its version and ends with 1.
  const version = await run('wrk', ['-v']).catch((error: { stdout?: string; code?: unknown }) => error);
  if (!version.stdout?.startsWith('wrk ')) return undefined;
  const folder = await mkdtemp(path.join(tmpdir(), 'passerelle-wrk-'));
  const [script, bodies] = [path.join(folder, 'ask.lua'), path.join(folder, 'bodies')];
  await writeFile(script, askInTurn);
  return {
    name: 'wrk',
    async drive({ bodies: texts, port, seconds }) {
      await writeFile(bodies, texts.map((text) => `${text}\n`).join(''));
      const flags = ['--latency', '-t1', `-c${connections}`, `-d${Math.ceil(seconds)}s`, '-s', script];
      const timed = ['-c', 'TIMEFORMAT="%U %S"; time "$@"', 'wrk', 'wrk', ...flags, `http://127.0.0.1:${port}/`];
      const { stdout, stderr } = await run('bash', [...timed, '--', bodies]);
      const [user = 0, system = 0] = stderr.trim().split(' ').map(Number);
      return { outcome: readWrk(stdout), cpuMs: (user + system) * 1000 };
    },
    close: () => rm(folder, { recursive: true }),
  };
}

const askInTurn = `
local requests, turn = {}, 0
local headers = { ["content-type"] = "application/json", ["accept"] = "application/json" }
function init(arguments)
  for body in io.lines(arguments[1]) do
    requests[#requests + 1] = wrk.format("POST", "/graphql", headers, body)
  end
end
function request()
  turn = turn % #requests + 1
  return requests[turn]
end
`;

const unitMs: Readonly<Record<string, number>> = { us: 0.001, ms: 1, s: 1000 };

/** What wrk printed. */
export function readWrk(text: string): Outcome {
  const latency = (share: number) => {
    const [, number, unit = ''] = new RegExp(`^ +${share}% +([\\d.]+)(us|ms|s)$`, 'm').exec(text) ?? [];
    return Number(number) * (unitMs[unit] ?? Number.NaN);
  };
  const fault = /^ +(Socket errors|Non-2xx).*$/m.exec(text)?.[0].trim();
  return {
    requests: Number(/^ +(\d+) requests in/m.exec(text)?.[1]),
    rate: Number(/^Requests\/sec: +([\d.]+)/m.exec(text)?.[1]),
    p50Ms: latency(50),
    p99Ms: latency(99),
    ...(fault ? { fault } : {}),
  };
}
