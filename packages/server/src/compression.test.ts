import { request } from 'node:http';
import { brotliDecompressSync, gunzipSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { codingFor, compressFrom } from './compression.ts';
import { json, serve } from './http.ts';

describe('the coding of an answer', () => {
  it.each([
    [undefined, undefined],
    ['', undefined],
    ['gzip', 'gzip'],
    ['gzip, deflate, br', 'br'],
    ['GZIP;q=0.8, br;q=0.5', 'gzip'],
    ['br;q=0, *', 'gzip'],
    ['*', 'br'],
    ['identity;q=1, *;q=0', undefined],
    ['deflate', undefined],
    ['gzip;q=much', undefined],
  ])('for readers who accept %j is %j', (accepted, coding) => {
    expect(codingFor(accepted)).toBe(coding);
  });
});

type Got = { readonly headers: Record<string, unknown>; readonly body: Buffer };

const get = (url: string, accepted?: string) =>
  new Promise<Got>((resolve, reject) => {
    const headers = accepted ? { 'accept-encoding': accepted } : {};
    request(url, { headers, agent: false }, (response) => {
      const chunks: Buffer[] = [];
      response.on('data', (chunk) => chunks.push(chunk));
      response.on('end', () => resolve({ headers: response.headers, body: Buffer.concat(chunks) }));
    })
      .on('error', reject)
      .end();
  });

describe('what is served', () => {
  it.each([
    ['small', 10, false],
    ['large', compressFrom, true],
    ['too large for this thread', 200_000, true],
  ])('%s: is compressed when it is worth it, and says so', async (_size, length, isWorth) => {
    const text = 'é'.repeat(length);
    const vary = { vary: 'accept', etag: '"a"' };
    const door = await serve({ 'GET /': async () => json(200, text, vary) }, { port: 0, onError: () => {} });
    const url = `http://127.0.0.1:${door.port}/`;
    try {
      const plain = await get(url);
      expect(JSON.parse(plain.body.toString())).toBe(text);
      expect(plain.headers).toMatchObject({ etag: '"a"', vary: isWorth ? 'accept, accept-encoding' : 'accept' });
      for (const [accepted, open] of [
        ['br', brotliDecompressSync],
        ['gzip', gunzipSync],
      ] as const) {
        const { headers, body } = await get(url, accepted);
        expect(headers['content-length']).toBe(String(body.length));
        expect(headers['content-encoding']).toBe(isWorth ? accepted : undefined);
        expect(headers.etag).toBe(isWorth ? 'W/"a"' : '"a"');
        expect(JSON.parse((isWorth ? open(body) : body).toString())).toBe(text);
      }
    } finally {
      await door.close();
    }
  });

  it('is never compressed when that is switched off', async () => {
    const routes = { 'GET /': async () => json(200, 'a'.repeat(compressFrom)) };
    const door = await serve(routes, { port: 0, onError: () => {}, isCompressing: false });
    const { headers } = await get(`http://127.0.0.1:${door.port}/`, 'br');
    expect(headers['content-encoding']).toBeUndefined();
    await door.close();
  });
});
