import { once } from 'node:events';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { Deadline } from '../deadline.ts';
import { openConnections } from './kept-connections.ts';
import type { RemotePool } from './pool.ts';

type Answer = (request: IncomingMessage, response: ServerResponse, body: string) => void;

const started: { readonly server: Server; readonly pool: RemotePool }[] = [];
afterEach(async () => {
  for (const { server, pool } of started.splice(0)) {
    server.closeAllConnections();
    server.close();
    await pool.close();
  }
});

/** A server that answers so, connections to it, and how many of them were made. */
async function open(answer: Answer, options = {}) {
  let connections = 0;
  const server = createServer(options, async (request, response) => {
    const pieces: Buffer[] = [];
    for await (const piece of request) pieces.push(piece as Buffer);
    answer(request, response, Buffer.concat(pieces).toString());
  });
  server.on('connection', () => connections++);
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/graphql?a=b`;
  const pool = openConnections(url);
  started.push({ server, pool });
  const ask = async (body: string, longestMs = 5000) => {
    const deadline = new Deadline(longestMs);
    return pool.post(['x-request-id', 'r1'], body, deadline).finally(() => deadline.end());
  };
  return { ask, pool, server, connections: () => connections };
}

const echo: Answer = (_request, response, body) => response.end(body);

describe('kept connections', () => {
  it('give each who asks at once its own answer, over 32 of them at most', async () => {
    const { ask, connections } = await open(echo);
    for (const round of [1, 2]) {
      const asked = Array.from({ length: 300 }, (_, place) => `"${round} ü ${place} ${'x'.repeat(place * 97)}"`);
      const answers = await Promise.all(asked.map((body) => ask(body)));
      expect(answers.map(({ text }) => text)).toEqual(asked);
    }
    expect(connections()).toBeLessThanOrEqual(32);
  });

  it('ask in plain HTTP, and use one connection for one question after another', async () => {
    const { ask, connections } = await open(({ method, url, headers }, response) => {
      response.end(JSON.stringify({ method, url, headers }));
    });
    for (let each = 0; each < 5; each++) {
      const { statusCode, text } = await ask('"ü"');
      expect([statusCode, JSON.parse(text)]).toMatchObject([
        200,
        {
          method: 'POST',
          url: '/graphql?a=b',
          headers: { 'content-type': 'application/json', 'content-length': '4', 'x-request-id': 'r1' },
        },
      ]);
    }
    expect(connections()).toBe(1);
  });

  it('are made anew when the other side ends its own, also without an announcement', async () => {
    const { ask, connections, server } = await open(echo);
    for (let each = 0; each < 5; each++) {
      expect((await ask('1')).text).toBe('1');
      server.closeIdleConnections();
      await vi.waitFor(async () => expect((await ask('2').catch(() => undefined))?.text).toBe('2'));
    }
    expect(connections()).toBeGreaterThanOrEqual(5);
  });

  it('are not used again shortly before the other side ends them, nor when it says that it does', async () => {
    const short = await open(echo, { keepAliveTimeout: 1000 });
    const single = await open((_request, response) => response.setHeader('connection', 'close').end('{}'));
    for (let each = 0; each < 3; each++) await Promise.all([short.ask('1'), single.ask('1')]);
    expect([short.connections(), single.connections()]).toEqual([3, 3]);
  });

  it('do not stay with an answer that comes before the question is read', async () => {
    const server = createServer((_request, response) => response.writeHead(413).end('{"no":1}'));
    server.listen(0, '127.0.0.1');
    await once(server, 'listening');
    const pool = openConnections(`http://127.0.0.1:${(server.address() as AddressInfo).port}/`);
    started.push({ server, pool });
    const body = 'x'.repeat(8 * 1024 * 1024);
    const outcomes = await Promise.allSettled([1, 2].map(() => pool.post([], body, new Deadline(5000))));
    for (const outcome of outcomes) {
      if (outcome.status === 'fulfilled') expect(outcome.value.statusCode).toBe(413);
    }
  });

  it('give up at the deadline, while it waits for one as well, and are free again then', async () => {
    let isHanging = true;
    const { ask, connections } = await open((_request, response, body) => {
      if (!isHanging) response.end(body);
    });
    const outcomes = await Promise.allSettled(Array.from({ length: 80 }, () => ask('1', 200)));
    expect(outcomes.map(({ status }) => status)).toEqual(Array(80).fill('rejected'));
    isHanging = false;
    const answers = await Promise.all(Array.from({ length: 40 }, () => ask('2')));
    expect(answers.map(({ text }) => text)).toEqual(Array(40).fill('2'));
    expect(connections()).toBeLessThanOrEqual(32 * 4);
  });

  it('let what is running end when they are closed, and take nothing more', async () => {
    const asked = Promise.withResolvers<ServerResponse>();
    const { ask, pool } = await open((_request, response) => asked.resolve(response));
    const running = ask('1');
    const response = await asked.promise;
    const closed = pool.close();
    await expect(ask('2')).rejects.toThrow('not asked any more');
    response.end('done');
    expect((await running).text).toBe('done');
    await closed;
  });

  it('refuse a header that would be two', async () => {
    const { pool } = await open(echo);
    await expect(pool.post(['x-request-id', 'a\r\nb: c'], '1', new Deadline(1000))).rejects.toThrow('header');
  });
});
