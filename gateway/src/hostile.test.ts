import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { developmentKeyFile, signDevelopmentToken, tokenVerifier } from '@passerelle/server';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { bytes } from '../test/hostile/bytes.ts';
import { documents } from '../test/hostile/documents.ts';
import { type Hostile, type Met, send } from '../test/hostile/request.ts';
import { tokens } from '../test/hostile/tokens.ts';
import { type SmallGateway, smallGateway } from '../test/small-graph.ts';
import { createAuthenticate } from './authenticate.ts';

let gateway: SmallGateway;
let folder: string;
let hostileTokens: readonly Hostile[];
let good: string;

beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'passerelle-keys-'));
  const file = developmentKeyFile(folder);
  good = await signDevelopmentToken(file, 'operator');
  gateway = await smallGateway({
    introspection: false,
    authenticate: createAuthenticate(await tokenVerifier({ developmentKeyFile: file })),
  });
  hostileTokens = await tokens(JSON.parse(await readFile(file, 'utf8')));
});
afterAll(async () => {
  await gateway?.[Symbol.asyncDispose]();
  await rm(folder, { recursive: true, force: true });
});

/** Words only we should know: names that are hidden, where code lies, what the database said, our own mistakes. */
const leaks =
  /secretPlaces|hiddenNumber|margin\b(?!")|LABORATORY|risky|Did you mean|node_modules|\.ts:\d|at Object\.|postgres|127\.0\.0\.1:\d|Internal server error|RangeError|TypeError|root:x/i;

/** What a polite client asks all the while, and how long it waited at most. */
async function servePolitely(until: () => boolean) {
  const answers = new Set<string>();
  let longestMs = 0;
  while (!until()) {
    const start = performance.now();
    const { status, body } = await gateway.post(
      { query: '{ place(id: "1") { name code quantity } }' },
      { headers: { authorization: `Bearer ${good}` } },
    );
    longestMs = Math.max(longestMs, performance.now() - start);
    answers.add(`${status} ${JSON.stringify(body)}`);
  }
  return { answers: [...answers], longestMs };
}

function expectRefused({ status, text }: Met, { name, body }: Hostile) {
  // Cut off without an answer is a refusal too; a fault or an answer is not.
  // Clients that register documents are told so with 200: they send the text next.
  const isRefused = status === 0 || (status >= 400 && status < 500) || text.includes('PERSISTED_QUERY_NOT_FOUND');
  expect.soft(isRefused, `${name}: ${status} ${text.slice(0, 300)}`).toBe(true);
  expect.soft(text).not.toMatch(/"data":\{/);
  // A name the client wrote itself may be told back to it.
  const told = String(body ?? '');
  const leaked = leaks.exec(text)?.[0];
  expect
    .soft(leaked === undefined || told.includes(leaked), `${name} leaks "${leaked}": ${text.slice(0, 300)}`)
    .toBe(true);
}

const kinds: readonly [string, () => readonly Hostile[]][] = [
  ['documents', () => documents],
  ['bytes', () => bytes],
  ['tokens', () => hostileTokens],
];

describe('hostile requests', () => {
  it('are sixty and more, no two alike', () => {
    const names = kinds.flatMap(([kind, list]) => list().map(({ name }) => `${kind}: ${name}`));
    expect(new Set(names).size).toBe(names.length);
    expect(names.length).toBeGreaterThanOrEqual(60);
  });

  it.each(kinds)('%s are each refused soon, tell nothing, and keep nobody waiting', async (_kind, list) => {
    let isOver = false;
    const polite = servePolitely(() => isOver);
    const slow: string[] = [];
    try {
      for (const hostile of list()) {
        const start = performance.now();
        expectRefused(await send(gateway.url, hostile), hostile);
        const tookMs = performance.now() - start;
        if (tookMs > 5000) slow.push(`${hostile.name}: ${Math.round(tookMs)} ms`);
      }
      // All at once, to see that they do not add up.
      const all = await Promise.all(list().map((hostile) => send(gateway.url, hostile)));
      for (const [index, met] of all.entries()) expectRefused(met, list()[index] as Hostile);
    } finally {
      isOver = true;
    }
    expect(slow).toEqual([]);
    const { answers, longestMs } = await polite;
    expect(answers).toEqual(['200 {"data":{"place":{"name":"Place 1","code":"code-1","quantity":7}}}']);
    expect(longestMs).toBeLessThan(10_000);
  });
});
