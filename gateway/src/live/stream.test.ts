import { connect as connectTcp, type Socket } from 'node:net';
import { hashOf, registryOf } from '@passerelle/contracts/registry';
import { anonymous, HttpError } from '@passerelle/server';
import { type ClientOptions, createClient } from 'graphql-sse';
import { afterEach, describe, expect, it } from 'vitest';
import { type SmallGateway, type SmallOptions, smallGateway } from '../../test/small-graph.ts';
import { createWatchers } from './wakes.ts';

const times = { pauseMs: 1, lookAgainMs: 60_000, pingMs: 60_000 };
const patient = { timeout: 20_000 };
const text = 'subscription W($id: ID!) { orderChanged(id: $id) { id name } }';
const headers = { authorization: 'Bearer good' };

type Opened = SmallGateway & {
  readonly watchers: ReturnType<typeof createWatchers>;
  /** What the subgraph answers from now on. */
  answer: { name: string };
  isTokenGood: boolean;
  asked: number;
};

let gateway: Opened;
afterEach(() => gateway[Symbol.asyncDispose]());

async function open(options: SmallOptions = {}): Promise<Opened> {
  const watchers = createWatchers();
  const small = await smallGateway({
    watchers,
    liveTimes: times,
    authenticate: async (request) => {
      if (!request.headers.authorization) return anonymous;
      if (!gateway.isTokenGood) throw new HttpError(401, 'The bearer token has expired.', 'UNAUTHENTICATED');
      return { ...anonymous, kind: 'user', subject: request.headers.authorization };
    },
    sends: {
      places: async ({ variables }) => {
        gateway.asked += 1;
        return { data: { orderChanged: { id: variables?.id, name: gateway.answer.name } } };
      },
    },
    ...options,
  });
  gateway = { ...small, watchers, answer: { name: 'new' }, isTokenGood: true, asked: 0 };
  return gateway;
}

function watch(variables: object, options: Partial<ClientOptions> = {}, query = text) {
  const heard: unknown[] = [];
  const ends: unknown[] = [];
  const client = createClient({
    url: `${gateway.url}/graphql/storefront/stream`,
    headers,
    retryAttempts: 0,
    ...options,
  });
  const stop = client.subscribe(
    { query, variables: { ...variables } },
    {
      next: (value) => heard.push(value),
      error: (error) => ends.push(error),
      complete: () => ends.push('complete'),
    },
  );
  return { heard, ends, stop };
}

const told = (name: string) => ({ data: { orderChanged: { id: '1', name } } });

describe('a live answer', () => {
  it('comes at once, and again when it was woken and became another', async () => {
    await open();
    const { heard, ends, stop } = watch({ id: '1' });
    await expect.poll(() => heard, patient).toEqual([told('new')]);
    gateway.watchers.wake({ order: ['2'], queue: ['1'], availability: ['*'] });
    gateway.answer = { name: 'shipped' };
    gateway.watchers.wake({ order: ['7', '1'] });
    await expect.poll(() => heard, patient).toEqual([told('new'), told('shipped')]);
    const asked = gateway.asked;
    gateway.watchers.wake({ order: ['*'] });
    await expect.poll(() => gateway.asked, patient).toBe(asked + 1);
    gateway.answer = { name: 'delivered' };
    gateway.watchers.wakeAll();
    await expect.poll(() => heard.at(-1), patient).toEqual(told('delivered'));
    expect(heard).toHaveLength(3);
    stop();
    await expect.poll(() => ends, patient).toEqual(['complete']);
  });

  it('is looked at again by itself after a while', async () => {
    await open({ liveTimes: { pauseMs: 1, lookAgainMs: 50, pingMs: 10 } });
    const { heard } = watch({ id: '1' });
    await expect.poll(() => heard, patient).toEqual([told('new')]);
    gateway.answer = { name: 'shipped' };
    await expect.poll(() => heard, patient).toEqual([told('new'), told('shipped')]);
  });

  it('has the rights its caller has when it is asked: it ends with the token', async () => {
    await open();
    const { heard, ends } = watch({ id: '1' });
    await expect.poll(() => heard, patient).toHaveLength(1);
    gateway.isTokenGood = false;
    gateway.watchers.wake({ order: ['1'] });
    await expect.poll(() => ends, patient).toEqual(['complete']);
    expect(heard[1]).toMatchObject({ errors: [{ extensions: { code: 'UNAUTHENTICATED' } }] });
    expect(gateway.asked).toBe(1);
  });

  it('is refused to a caller without the right, in the stream, and asks nothing', async () => {
    await open();
    const { heard, ends } = watch({ id: '1' }, { headers: {} });
    await expect.poll(() => ends, patient).toEqual(['complete']);
    expect(heard).toMatchObject([{ errors: [{ extensions: { code: 'UNAUTHENTICATED' } }] }]);
    expect(gateway.asked).toBe(0);
  });

  it('also answers a query, once', async () => {
    await open();
    const { heard, ends } = watch({}, {}, '{ orderChanged: order(id: "1") { name } }');
    await expect.poll(() => ends, patient).toEqual(['complete']);
    expect(heard).toEqual([{ data: { orderChanged: { name: 'new' } } }]);
  });
});

describe('a stream', () => {
  it.each([
    ['a field that is not there', 'subscription { nothingChanged { id } }', 'GRAPHQL_VALIDATION_FAILED'],
    ['no GraphQL', 'subscription {', 'GRAPHQL_PARSE_FAILED'],
    ['a mutation', 'mutation { buy(sku: "1") { sku } }', 'BAD_REQUEST'],
    [
      'two fields',
      'subscription { a: orderChanged(id: "1") { id } b: orderChanged(id: "2") { id } }',
      'GRAPHQL_VALIDATION_FAILED',
    ],
    [
      'a field in a fragment',
      'subscription { ...F } fragment F on Subscription { orderChanged(id: "1") { id } }',
      'BAD_REQUEST',
    ],
    ['a variable that is missing', text, 'BAD_USER_INPUT'],
  ])('refuses %s, and ends', async (_what, query, code) => {
    await open();
    const { heard, ends } = watch({}, {}, query);
    await expect.poll(() => ends, patient).toEqual(['complete']);
    expect(heard).toMatchObject([{ errors: [{ extensions: { code } }] }]);
    expect(gateway.asked).toBe(0);
  });

  it('does not tell names to who may not see the schema', async () => {
    await open({ introspection: false });
    const { heard } = watch({}, {}, 'subscription { orderChange(id: "1") { id } }');
    await expect.poll(() => heard, patient).toHaveLength(1);
    expect(JSON.stringify(heard)).not.toContain('orderChanged');
  });

  it('is told of by introspection', async () => {
    await open();
    const { body } = await gateway.post({ query: '{ __schema { subscriptionType { fields { name } } } }' });
    expect(body.data).toEqual({ __schema: { subscriptionType: { fields: [{ name: 'orderChanged' }] } } });
    const asked = await gateway.post({ query: text, variables: { id: '1' } });
    expect(asked).toMatchObject({
      status: 400,
      body: { errors: [{ extensions: { code: 'GRAPHQL_VALIDATION_FAILED' } }] },
    });
  });

  it('takes registered documents only where only they are trusted, by text and by hash, also with GET', async () => {
    await open({ documents: { registryOf: () => registryOf([text]), isTrustedOnly: true } });
    const url = new URL(`${gateway.url}/graphql/storefront/stream`);
    url.searchParams.set('variables', '{"id":"1"}');
    const extensions = { persistedQuery: { version: 1, sha256Hash: hashOf(text) } };
    url.searchParams.set('extensions', JSON.stringify(extensions));
    const events = { ...headers, accept: 'text/event-stream' };
    const response = await fetch(url, { headers: events });
    expect(response.headers.get('content-type')).toBe('text/event-stream; charset=utf-8');
    const reader = response.body?.pipeThrough(new TextDecoderStream()).getReader();
    let read = '';
    while (!read.includes('\n\nevent: next')) read += (await reader?.read())?.value ?? '';
    await reader?.cancel();
    expect(read).toContain(JSON.stringify(told('new')));

    url.searchParams.set('query', 'subscription { orderChanged(id: "1") { name } }');
    expect((await fetch(url, { headers: events })).status).toBe(400);
    const other = JSON.stringify({ extensions: { persistedQuery: { version: 1, sha256Hash: hashOf('x') } } });
    const { status } = await fetch(url.origin + url.pathname, { method: 'POST', headers: events, body: other });
    expect(status).toBe(400);
  });

  it.each([
    ['PUT', {}, 405],
    ['POST', { accept: 'application/json' }, 406],
    ['POST', {}, 400],
  ])('answers %s with %o by %i', async (method, more, status) => {
    await open();
    const url = `${gateway.url}/graphql/storefront/stream`;
    const response = await fetch(url, { method, headers: { ...headers, ...more }, body: '[]' });
    expect(response.status).toBe(status);
  });

  it('is one of fifty at most of a client, and leaves its place to the next', async () => {
    await open();
    const streams = Array.from({ length: 51 }, () => watch({ id: '1' }));
    await expect.poll(() => streams.filter(({ heard }) => heard.length > 0).length, patient).toBe(50);
    await expect.poll(() => streams.filter(({ ends }) => ends.length > 0).length, patient).toBe(1);
    for (const { stop } of streams) stop();
    const openNow = async () =>
      /passerelle_live_streams (\d+)/.exec(await (await fetch(`${gateway.url}/metrics`)).text());
    await expect.poll(async () => (await openNow())?.[1], patient).toBe('0');
    const next = watch({ id: '1' });
    await expect.poll(() => next.heard, patient).toHaveLength(1);
  });
});

describe('a reader that takes nothing', () => {
  /** Opens a stream and reads no more than what the kernel takes. */
  function openAndSleep(): Promise<Socket> {
    const { port } = new URL(gateway.url);
    const body = JSON.stringify({ query: text, variables: { id: '1' } });
    return new Promise((resolve) => {
      const socket = connectTcp(Number(port), '127.0.0.1', () => {
        socket.pause();
        socket.write(
          `POST /graphql/storefront/stream HTTP/1.1\r\nhost: x\r\nauthorization: Bearer slow\r\naccept: text/event-stream\r\ncontent-length: ${body.length}\r\n\r\n${body}`,
        );
        resolve(socket);
      });
      socket.on('error', () => {});
    });
  }

  it('is cut off, with no answers kept for it, while others are served', async () => {
    await open({ slowReaderMs: 200 });
    const other = watch({ id: '1' });
    const socket = await openAndSleep();
    const openNow = async () =>
      Number(/passerelle_live_streams (\d+)/.exec(await (await fetch(`${gateway.url}/metrics`)).text())?.[1]);
    await expect.poll(openNow, patient).toBe(2);
    const before = process.memoryUsage().arrayBuffers;
    // Far more than what fits into the socket's buffers.
    let sent = 0;
    while ((await openNow()) === 2 && sent < 2000) {
      sent += 1;
      gateway.answer = { name: String(sent).padEnd(200_000, '.') };
      gateway.watchers.wake({ order: ['1'] });
    }
    expect(sent).toBeLessThan(2000);
    expect(process.memoryUsage().arrayBuffers - before).toBeLessThan(100_000_000);
    gateway.answer = { name: 'still served' };
    gateway.watchers.wake({ order: ['1'] });
    await expect.poll(() => other.heard.at(-1), patient).toEqual(told('still served'));
    socket.destroy();
  });
});
