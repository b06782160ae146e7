import { chmod, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { developmentKeyFile, signDevelopmentToken } from '@passerelle/server';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { type Program, startProgram } from '../test/programs.ts';

/** Milliseconds; a first start makes a database. */
const longest = 240_000;
let dataDir: string;
beforeAll(async () => {
  dataDir = await mkdtemp(path.join(tmpdir(), 'passerelle-workers-'));
  await chmod(dataDir, 0o755);
});
afterAll(() => rm(dataDir, { recursive: true, force: true }));

let gateway: Program;
beforeAll(async () => {
  const limits = { RATE_LIMIT: '1', RATE_BURST: '20' };
  const env = { DATA_DIR: dataDir, DEMO: 'off', PORT: '0', LOG_LEVEL: 'fatal', WORKERS: '2', ...limits };
  gateway = await startProgram('gateway/src/main.ts', env);
}, longest);
afterAll(() => gateway?.[Symbol.asyncDispose]());

/** On a connection of its own, so that the workers take turns; `somebody` has a share of requests for himself. */
const ask = async (somebody: string) =>
  fetch(gateway.url, {
    method: 'POST',
    headers: {
      'content-type': 'application/json',
      connection: 'close',
      authorization: `Bearer ${await signDevelopmentToken(developmentKeyFile(dataDir), 'storefront', { subject: somebody })}`,
    },
    body: '{"query":"{ __typename }"}',
  });
const askOften = (somebody: string, times: number) => Promise.all(Array.from({ length: times }, () => ask(somebody)));
/** A connection that was handed to a worker as it was killed is never answered: whoever asks then asks again. */
const figures = async () => {
  const answer = await fetch(gateway.url.replace('/graphql', '/metrics'), { signal: AbortSignal.timeout(10_000) });
  return answer.text();
};

it('two workers answer on one port and are counted apart', async () => {
  for (const answer of await askOften('first', 8))
    expect(await answer.json()).toEqual({ data: { __typename: 'Query' } });
  const text = await figures();
  const counts = [...text.matchAll(/^passerelle_requests_total\{worker="(\d)",.*status="200"\} (\d+)/gm)];
  expect(counts.map(([, worker]) => worker)).toEqual(['1', '2']);
  expect(counts.reduce((sum, [, , requests]) => sum + Number(requests), 0)).toBe(8);
  expect(text.match(/^# TYPE passerelle_requests_total /gm)).toHaveLength(1);
});

it('both together hold a client to its share, and tell it when to come again', async () => {
  const start = performance.now();
  const answers = await askOften('greedy', 60);
  const seconds = (performance.now() - start) / 1000;
  const passed = answers.filter(({ status }) => status === 200).length;
  expect(passed).toBeGreaterThanOrEqual(20);
  expect(passed).toBeLessThanOrEqual(20 + Math.ceil(seconds));
  for (const refused of answers.filter(({ status }) => status !== 200)) {
    expect(refused.status).toBe(429);
    expect(Number(refused.headers.get('retry-after'))).toBeGreaterThan(0);
    expect(await refused.json()).toMatchObject({ errors: [{ extensions: { code: 'RATE_LIMITED' } }] });
  }
  expect((await ask('modest')).status).toBe(200);
});

it('one that is killed is replaced, and all end with the first process', { timeout: longest }, async () => {
  process.kill(gateway.children()[0] as number, 'SIGKILL');
  const safely = () => figures().catch(() => '');
  await expect.poll(safely, { timeout: longest / 2, interval: 250 }).toContain('worker="3"');
  for (const answer of await askOften('last', 8))
    expect(await answer.json()).toEqual({ data: { __typename: 'Query' } });
  expect(await gateway.end('SIGTERM')).toBe(0);
  expect(gateway.children()).toEqual([]);
});
