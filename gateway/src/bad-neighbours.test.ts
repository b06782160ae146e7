import { setTimeout as pause } from 'node:timers/promises';
import { anonymous } from '@passerelle/server';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type BadNeighbour, badNeighbour, type Fault, faults } from '../test/bad-neighbour.ts';
import { inOwnTime } from '../test/own-time.ts';
import { remote, type SmallGateway, smallGateway } from '../test/small-graph.ts';
import { createBreaker } from './breaker.ts';

const whole = { data: { place: { name: 'Place 1', quantity: 7 } } };

describe.each<[string, boolean, readonly Fault[]]>([
  ['our own connections', true, faults],
  ['connections of undici', false, ['cut', 'oversized', 'reset']],
])('a neighbour over %s', (_whose, isOwnClient, tried) => {
  let neighbour: BadNeighbour;
  let gateway: SmallGateway;
  beforeAll(async () => {
    neighbour = await badNeighbour();
    const authenticate = async () => ({ ...anonymous, kind: 'user' as const });
    gateway = await smallGateway({ sends: { goods: remote(neighbour.url, { isOwnClient }).send }, authenticate });
  });
  afterAll(async () => {
    await gateway?.[Symbol.asyncDispose]();
    await neighbour?.[Symbol.asyncDispose]();
  });

  const ask = () => gateway.post({ query: '{ place(id: "1") { name quantity } }' });

  /** Asks until the answer is whole; answers how long that took. */
  async function untilWell(): Promise<number> {
    const { tookMs } = await inOwnTime(async () => {
      while ((await ask()).body.errors) await pause(50);
    });
    return tookMs;
  }

  it.each(tried)(
    'that does wrong (%s) costs its own fields, in time, and is well within two seconds of healing',
    async (fault) => {
      await untilWell();
      neighbour.fault = fault;
      const { value: answers, tookMs } = await inOwnTime(() => Promise.all(Array.from({ length: 6 }, ask)));
      expect(tookMs).toBeLessThan(3500);
      for (const { status, body } of answers) {
        expect(status).toBe(200);
        expect(body).toMatchObject({
          data: { place: { name: 'Place 1', quantity: null } },
          errors: [{ extensions: { code: 'SERVICE_UNAVAILABLE' } }],
        });
        expect(JSON.stringify(body)).not.toMatch(/127\.0\.0\.1|10\.0\.0|http|ECONN|<|socket/);
      }
      const early = await inOwnTime(ask);
      // Left alone after five failures in a row: nobody waits for it any more, but for one in half a second.
      if (fault !== 'hangs' && fault !== 'slow drip') expect(early.tookMs).toBeLessThan(1500);
      neighbour.fault = undefined;
      expect(await untilWell()).toBeLessThan(2000);
    },
  );

  it('that has closed its kept connections is asked once more, by a query', async () => {
    await untilWell();
    for (let round = 0; round < 5; round += 1) {
      expect((await ask()).body).toEqual(whole);
      neighbour.dropConnections();
    }
  });

  it('is sent a query twice at most and a mutation once when it breaks the connection', async () => {
    await untilWell();
    neighbour.fault = 'reset';
    const before = neighbour.requests();
    const first = await ask();
    const between = neighbour.requests();
    const second = await gateway.post({ query: 'mutation { buy(sku: "1") { sku } }' });
    neighbour.fault = undefined;
    expect([between - before, neighbour.requests() - between]).toEqual([2, 1]);
    expect([first.body.errors?.length, second.body.errors?.length]).toEqual([1, 1]);
    await untilWell();
  });
});

describe('a breaker', () => {
  it('opens after five failures in a row, tries twice a second, and closes on the first success', async () => {
    let now = 0;
    let works = false;
    let calls = 0;
    const { run } = createBreaker(() => now);
    const call = () =>
      run(async () => {
        calls += 1;
        if (!works) throw new Error('away');
      }).then(
        () => 'well',
        (error: Error) => error.message,
      );
    for (let n = 0; n < 5; n += 1) expect(await call()).toBe('away');
    expect(await call()).toContain('left alone');
    expect(calls).toBe(5);
    now = 500;
    expect([await call(), await call()]).toEqual(['away', expect.stringContaining('left alone')]);
    now = 1000;
    works = true;
    expect([await call(), await call(), calls]).toEqual(['well', 'well', 8]);
  });
});
