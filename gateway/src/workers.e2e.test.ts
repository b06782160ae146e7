import { chmod, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { startProgram } from '../test/programs.ts';

/** Milliseconds; a first start makes a database. */
const longest = 240_000;
let dataDir: string;
beforeAll(async () => {
  dataDir = await mkdtemp(path.join(tmpdir(), 'passerelle-workers-'));
  await chmod(dataDir, 0o755);
});
afterAll(() => rm(dataDir, { recursive: true, force: true }));

it('two workers answer on one port, are counted apart, and one that is killed is replaced', {
  timeout: longest,
}, async () => {
  const env = { DATA_DIR: dataDir, DEMO: 'off', PORT: '0', LOG_LEVEL: 'fatal', WORKERS: '2' };
  await using gateway = await startProgram('gateway/src/main.ts', env);
  const query = {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: '{"query":"{ __typename }"}',
  };
  // All at once, so that each has a connection of its own.
  const askAll = () => Promise.all(Array.from({ length: 8 }, async () => (await fetch(gateway.url, query)).json()));
  const figures = async () => (await fetch(gateway.url.replace('/graphql', '/metrics'))).text();
  for (const answer of await askAll()) expect(answer).toEqual({ data: { __typename: 'Query' } });

  const text = await figures();
  const counts = [...text.matchAll(/^passerelle_requests_total\{worker="(\d)",.*status="200"\} (\d+)/gm)];
  expect(counts.map(([, worker]) => worker)).toEqual(['1', '2']);
  expect(counts.reduce((sum, [, , requests]) => sum + Number(requests), 0)).toBe(8);
  expect(text.match(/^# TYPE passerelle_requests_total /gm)).toHaveLength(1);

  process.kill(gateway.children()[0] as number, 'SIGKILL');
  const safely = () => figures().catch(() => '');
  await expect.poll(safely, { timeout: longest / 2, interval: 250 }).toContain('worker="3"');
  for (const answer of await askAll()) expect(answer).toEqual({ data: { __typename: 'Query' } });
  expect(await gateway.end('SIGTERM')).toBe(0);
  expect(gateway.children()).toEqual([]);
});
