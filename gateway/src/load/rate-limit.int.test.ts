import { anonymous, createLog } from '@passerelle/server';
import { testDatabase } from '@passerelle/testing';
import { expect, it } from 'vitest';
import { smallGateway } from '../../test/small-graph.ts';
import { clientOf, createRateLimit, type RateLimit } from './rate-limit.ts';
import { localRateStore, openRateStore, type RateStore } from './rate-store.ts';

const log = createLog('silent');
const rate = { perSecond: 0.01, burst: 40 };

/** How many of `count` requests pass, sent over the limits in turn. */
async function passed(limits: readonly RateLimit[], client: string, count: number): Promise<number> {
  const tries = Array.from({ length: count }, (_, n) => limits[n % limits.length] as RateLimit);
  const results = await Promise.allSettled(tries.map((limit) => limit(client)));
  return results.filter(({ status }) => status === 'fulfilled').length;
}

it('gives a client no more in two processes than in one, and each client its own', async () => {
  await using database = await testDatabase();
  await using stack = new AsyncDisposableStack();
  const open = async () => {
    const store = await openRateStore(database.adminUrl, rate);
    stack.defer(store.close);
    return createRateLimit(store, rate, log);
  };
  const limits = await Promise.all([open(), open()]);
  expect(await passed(limits, 'a', 200)).toBe(40);
  expect(await passed(limits, 'b', 10)).toBe(10);
  await expect(limits[0]?.('a')).rejects.toMatchObject({ status: 429, headers: { 'retry-after': expect.any(String) } });
});

it('asks the database once for many requests', async () => {
  let asked = 0;
  const local = localRateStore({ perSecond: 100, burst: 100 });
  const counting: RateStore = {
    ...local,
    take: (client, wanted) => {
      asked += 1;
      return local.take(client, wanted);
    },
  };
  const limit = createRateLimit(counting, { perSecond: 100, burst: 100 }, log);
  expect(await passed([limit], 'a', 100)).toBe(100);
  expect(asked).toBe(4);
});

it('says when to come again, and lets the client pass then', async () => {
  let now = 0;
  const slow = { perSecond: 0.5, burst: 1 };
  const limit = createRateLimit(
    localRateStore(slow, () => now),
    slow,
    log,
    () => now,
  );
  await limit('a');
  await expect(limit('a')).rejects.toMatchObject({ headers: { 'retry-after': '2' } });
  now = 2001;
  await limit('a');
});

it('lets everybody pass while its store is away', async () => {
  const broken: RateStore = { take: () => Promise.reject(new Error('away')), close: async () => {} };
  expect(await passed([createRateLimit(broken, rate, log)], 'a', 50)).toBe(50);
});

it('counts a token by its subject and nobody by its address', () => {
  const request = (forwarded?: string) =>
    ({ headers: { 'x-forwarded-for': forwarded }, socket: { remoteAddress: '10.0.0.1' } }) as never;
  expect(clientOf({ ...anonymous, kind: 'user', subject: 'x' }, request(), false)).toBe('subject x');
  expect(clientOf(anonymous, request('9.9.9.9'), false)).toBe('address 10.0.0.1');
  expect(clientOf(anonymous, request('9.9.9.9, 8.8.8.8'), true)).toBe('address 8.8.8.8');
});

it('answers 429 with Retry-After, and serves others meanwhile', async () => {
  const limit = createRateLimit(localRateStore({ perSecond: 0.1, burst: 1 }), { perSecond: 0.1, burst: 1 }, log);
  await using gateway = await smallGateway({
    rateLimit: (_caller, { headers }) => limit(String(headers['user-agent'])),
  });
  const send = (agent: string) => gateway.post({ query: '{ __typename }' }, { headers: { 'user-agent': agent } });
  expect((await send('greedy')).status).toBe(200);
  const refused = await send('greedy');
  expect(refused).toMatchObject({ status: 429, body: { errors: [{ extensions: { code: 'RATE_LIMITED' } }] } });
  expect(refused.headers.get('retry-after')).toBe('10');
  expect((await send('modest')).status).toBe(200);
});
