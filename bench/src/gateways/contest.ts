import { type ChildProcess, fork, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdir, writeFile } from 'node:fs/promises';
import { createServer } from 'node:net';
import path from 'node:path';
import { isDeepStrictEqual } from 'node:util';
import { cpuMs, familyOf, residentMb } from '../processes.ts';
import type { Contender, Place } from './contenders.ts';
import { composeAt, type Name, sdlOf, subgraphNames } from './graph.ts';
import { bodiesOf, bodyOf, type Question, questions, variantCount } from './questions.ts';
import type { Order, Outcome } from './servers/driver.ts';

/** The gateway has a core of its own; subgraphs and driver share another. */
const gatewayCore = '0';
const otherCore = '1';
const isLinux = process.platform === 'linux';

const env = { ...process.env, NODE_ENV: 'production', APOLLO_TELEMETRY_DISABLED: 'true', DO_NOT_TRACK: '1' };
const script = (name: string) => path.join(import.meta.dirname, 'servers', `${name}.ts`);

/** A helper process beside the gateways, pinned like a contender. */
function helper(name: string): ChildProcess {
  const child = fork(script(name), [], { env, stdio: ['ignore', 'inherit', 'inherit', 'ipc'] });
  if (isLinux) spawn('taskset', ['-a', '-p', '-c', otherCore, String(child.pid)], { stdio: 'ignore' });
  return child;
}

export type Running = {
  readonly contender: Contender;
  readonly port: number;
  readonly pid: number;
  readonly ask: (question: Question, turn: number) => Promise<string>;
  readonly cpuMs: () => number;
  readonly memoryMb: () => number;
};

export type Slice = Outcome & { readonly perCpuSecond: number };

/** All contenders, started and idle, with what they need around them. */
export type Contest = {
  readonly running: readonly Running[];
  readonly slice: (running: Running, question: Question, seconds: number) => Promise<Slice>;
  readonly stop: () => void;
};

export async function openContest(contenders: readonly Contender[], folder: string): Promise<Contest> {
  await mkdir(folder, { recursive: true });
  const children: ChildProcess[] = [];
  const stop = () => {
    for (const child of children) child.kill('SIGKILL');
  };
  process.once('exit', stop);
  try {
    const upstream = helper('subgraphs');
    const driver = helper('driver');
    children.push(upstream, driver);
    const [subgraphs] = (await once(upstream, 'message')) as [Record<Name, string>];
    const supergraph = await writeGraph(subgraphs, folder);
    const running: Running[] = [];
    for (const contender of contenders) {
      const place = { supergraph, subgraphs, folder, port: await freePort() };
      const child = start(contender, place);
      children.push(child);
      running.push(await ready(contender, child, place.port));
    }
    return { running, slice: (one, question, seconds) => slice(driver, one, question, seconds), stop };
  } catch (error) {
    stop();
    throw error;
  }
}

/** Writes the composed graph and, for who composes it again, its parts; answers where the graph is. */
async function writeGraph(subgraphs: Readonly<Record<Name, string>>, folder: string): Promise<string> {
  const file = path.resolve(folder, 'supergraph.graphql');
  await writeFile(file, composeAt(subgraphs).gatewaySupergraph);
  const parts = subgraphNames.map((name) => ({ name, file: path.resolve(folder, `${name}.graphql`) }));
  for (const part of parts) await writeFile(part.file, sdlOf(part.name));
  const sections = parts.map(
    (part) => `[subgraphs.${part.name}]\nurl = "${subgraphs[part.name]}/graphql"\nschema_path = "${part.file}"\n`,
  );
  await writeFile(path.resolve(folder, 'grafbase.toml'), `[graph]\npath = "/graphql"\n${sections.join('')}`);
  return file;
}

function start(contender: Contender, place: Place): ChildProcess {
  const command = [...(isLinux ? ['taskset', '-c', gatewayCore] : []), ...contender.command(place)];
  return spawn(command[0] as string, command.slice(1), {
    cwd: contender.cwd,
    env: { ...env, ...contender.env?.(place) },
    stdio: ['ignore', 'ignore', 'inherit'],
  });
}

const startMs = 60_000;

async function ready(contender: Contender, child: ChildProcess, port: number): Promise<Running> {
  const post = async (body: string) => {
    const headers = { 'content-type': 'application/json', accept: 'application/json' };
    const signal = AbortSignal.timeout(10_000);
    const reply = await fetch(`http://127.0.0.1:${port}/graphql`, { method: 'POST', headers, body, signal });
    return reply.text();
  };
  const until = performance.now() + startMs;
  for (;;) {
    if (child.exitCode !== null) throw new Error(`${contender.name} ended with ${child.exitCode} at its start`);
    const text = await post(bodyOf('listing', 0)).catch(() => '');
    if (text.startsWith('{"data":{')) break;
    if (performance.now() > until) throw new Error(`${contender.name} does not answer: ${text.slice(0, 300)}`);
    await new Promise((resolve) => setTimeout(resolve, 250));
  }
  const pid = child.pid as number;
  const family = () => familyOf(pid);
  return {
    contender,
    port,
    pid,
    ask: (question, turn) => post(bodyOf(question, turn)),
    cpuMs: () => family().reduce((sum, pid) => sum + cpuMs(pid), 0),
    memoryMb: () => family().reduce((sum, pid) => sum + residentMb(pid), 0),
  };
}

async function slice(driver: ChildProcess, running: Running, question: Question, seconds: number): Promise<Slice> {
  const before = running.cpuMs();
  const order: Order = { bodies: bodiesOf(question), port: running.port, seconds };
  driver.send(order);
  const [outcome] = (await once(driver, 'message')) as [Outcome];
  if (outcome.fault) throw new Error(`${running.contender.name}, ${question}: ${outcome.fault}`);
  return { ...outcome, perCpuSecond: (outcome.requests * 1000) / (running.cpuMs() - before) };
}

/** Every answer of every contender beside the first one's; throws on one that differs. */
export async function compareAnswers(running: readonly Running[]): Promise<void> {
  const [first, ...others] = running.filter(({ contender }) => !contender.isConstant);
  for (const question of questions) {
    for (let turn = 0; turn < variantCount; turn++) {
      const expected = JSON.parse((await first?.ask(question, turn)) ?? '');
      if (expected.errors) throw new Error(`${first?.contender.name}: ${JSON.stringify(expected.errors)}`);
      const answers = await Promise.all(others.map((other) => other.ask(question, turn)));
      for (const [index, text] of answers.entries()) {
        if (isDeepStrictEqual(JSON.parse(text).data, expected.data)) continue;
        throw new Error(`${others[index]?.contender.name} answers ${question} otherwise: ${text.slice(0, 500)}`);
      }
    }
  }
}

function freePort(): Promise<number> {
  const server = createServer();
  return new Promise((resolve) => {
    server.listen(0, '127.0.0.1', () => {
      const address = server.address();
      server.close(() => resolve(typeof address === 'object' && address ? address.port : 0));
    });
  });
}
