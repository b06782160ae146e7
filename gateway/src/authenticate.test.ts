import { mkdtemp, rm } from 'node:fs/promises';
import type { IncomingMessage } from 'node:http';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { type Caller, developmentKeyFile, signDevelopmentToken, tokenVerifier } from '@passerelle/server';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createAuthenticate } from './authenticate.ts';

let folder: string;
let verify: (token: string) => Promise<Caller>;
beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'passerelle-keys-'));
  verify = await tokenVerifier({ developmentKeyFile: developmentKeyFile(folder) });
});
afterAll(() => rm(folder, { recursive: true, force: true }));

const request = (authorization?: string) => ({ headers: { authorization } }) as IncomingMessage;
const sign = (expiresIn?: string) =>
  signDevelopmentToken(developmentKeyFile(folder), 'shopper', { customerId: 'cus_1', expiresIn });
const refusal = (status: number) => expect.objectContaining({ status });

describe('who asks', () => {
  it('is anonymous without a token, and whom the token names with one', async () => {
    const authenticate = createAuthenticate(verify);
    expect((await authenticate(request())).kind).toBe('anonymous');
    const caller = await authenticate(request(`Bearer ${await sign()}`));
    expect(caller).toMatchObject({ kind: 'user', customerId: 'cus_1' });
  });

  it.each([
    ['a token of another key', async () => `Bearer ${(await sign()).slice(0, -6)}AAAAAA`],
    ['an expired token', async () => `Bearer ${await sign('-5m')}`],
    ['no JWT at all', async () => 'Bearer let-me-in'],
    ['an empty token', async () => 'Bearer '],
    ['another scheme', async () => 'Basic YTpi'],
    ['an unsigned token', async () => `Bearer ${btoa('{"alg":"none"}')}.${btoa('{"sub":"me"}')}.`],
  ])('is refused with 401 for %s', async (_what, header) => {
    await expect(createAuthenticate(verify)(request(await header()))).rejects.toEqual(refusal(401));
  });

  it('is asked to try again when the keys cannot be had: the token may be good', async () => {
    const authenticate = createAuthenticate(await tokenVerifier({ jwksUrl: 'http://127.0.0.1:1/keys' }));
    await expect(authenticate(request(`Bearer ${await sign()}`))).rejects.toEqual(refusal(503));
  });
});

describe('a verified token', () => {
  const counting = () => {
    let count = 0;
    const counted = async (token: string) => {
      count += 1;
      return verify(token);
    };
    return { counted, times: () => count };
  };

  it('is verified again after a minute', async () => {
    const { counted, times } = counting();
    let now = Date.now();
    const authenticate = createAuthenticate(counted, () => now);
    const bearer = request(`Bearer ${await sign()}`);
    const first = await authenticate(bearer);
    now += 59_000;
    expect(await authenticate(bearer)).toBe(first);
    expect(times()).toBe(1);
    now += 1000;
    await authenticate(bearer);
    expect(times()).toBe(2);
  });

  it('is not taken for good beyond its own end', async () => {
    const { counted, times } = counting();
    let now = Date.now();
    const authenticate = createAuthenticate(counted, () => now);
    const bearer = request(`Bearer ${await sign('10s')}`);
    await authenticate(bearer);
    now += 11_000;
    await authenticate(bearer);
    expect(times()).toBe(2);
  });

  it('that was refused is not remembered', async () => {
    const { counted, times } = counting();
    const authenticate = createAuthenticate(counted);
    const bearer = request('Bearer let-me-in');
    for (let attempt = 0; attempt < 2; attempt++) await authenticate(bearer).catch(() => {});
    expect(times()).toBe(2);
  });
});
