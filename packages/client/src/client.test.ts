import { expect, it } from 'vitest';
import { createClient, type Document, RequestError } from './index.ts';

const query: Document<{ a: number }, { id: string }, 'query'> = { name: 'A', kind: 'query', text: '{ a }', hash: 'h' };
const watched: Document<{ a: number }, { id: string }, 'subscription'> = { ...query, kind: 'subscription' };

type Sent = { method: string; url: URL; headers: Headers; body: Record<string, unknown> };

/** A client whose requests are answered in turn, and what it sent. */
function answered(...answers: (Response | Error)[]) {
  const sent: Sent[] = [];
  const client = createClient({
    url: 'https://shop.example/graphql/storefront',
    token: async () => 'secret',
    fetch: async (url, init) => {
      const body = init?.body ? JSON.parse(String(init.body)) : {};
      sent.push({ method: init?.method ?? '', url: new URL(String(url)), headers: new Headers(init?.headers), body });
      const next = answers.shift();
      if (!next || next instanceof Error) throw next ?? new Error('no more answers');
      return next;
    },
  });
  return { client, sent };
}

const reply = (value: unknown, status = 200) => new Response(JSON.stringify(value), { status });
const stream = (...frames: string[]) => new Response(frames.join(''), { status: 200 });
const next = (a: number) => `event: next\ndata: {"data":{"a":${a}}}\n\n`;
const complete = 'event: complete\ndata: \n\n';

it('asks by hash with GET, so that caches can keep it, as whom the token says', async () => {
  const { client, sent } = answered(reply({ data: { a: 1 } }));
  expect(await client.ask(query, { id: '1' })).toEqual({ data: { a: 1 }, errors: [] });
  expect(sent[0]).toMatchObject({ method: 'GET', body: {} });
  expect(sent[0]?.headers.get('authorization')).toBe('Bearer secret');
  expect(sent[0]?.url.searchParams.get('variables')).toBe('{"id":"1"}');
  expect(sent[0]?.url.searchParams.get('extensions')).toContain('"sha256Hash":"h"');
});

it('sends the text where the hash is not known, and long variables in a body', async () => {
  const unknown = { errors: [{ message: '', extensions: { code: 'PERSISTED_QUERY_NOT_FOUND' } }] };
  const { client, sent } = answered(reply(unknown), reply({ data: { a: 1 } }), reply({ data: { a: 2 } }));
  expect((await client.ask(query, { id: '1' })).data).toEqual({ a: 1 });
  expect((await client.ask(query, { id: 'x'.repeat(5000) })).data).toEqual({ a: 2 });
  expect(sent.map(({ method, body }) => [method, body.query])).toEqual([
    ['GET', undefined],
    ['POST', '{ a }'],
    ['POST', undefined],
  ]);
});

it('sends a mutation with POST', async () => {
  const { client, sent } = answered(reply({ data: { a: 1 } }));
  await client.ask({ ...query, kind: 'mutation' }, { id: '1' });
  expect(sent[0]?.method).toBe('POST');
});

it('throws when there is no data, and tells of errors beside data', async () => {
  const errors = [{ message: 'No.', extensions: { code: 'FORBIDDEN' } }];
  const { client } = answered(reply({ errors }, 403), reply({ data: { a: 1 }, errors }));
  await expect(client.ask(query, { id: '1' })).rejects.toEqual(new RequestError(403, errors));
  expect((await client.ask(query, { id: '1' })).errors).toEqual(errors);
});

it('watches over lost connections, and ends when the gateway says so', async () => {
  const { client, sent } = answered(stream(':\n\n', next(1)), new Error('away'), stream(next(2), complete));
  const heard: number[] = [];
  for await (const { data } of client.watch(watched, { id: '1' })) heard.push(data.a);
  expect(heard).toEqual([1, 2]);
  expect(sent.map(({ url }) => url.pathname)).toEqual(Array(3).fill('/graphql/storefront/stream'));
});

it('stops watching when it is refused', async () => {
  const { client } = answered(reply({ errors: [{ message: 'Who?' }] }, 401));
  await expect(client.watch(watched, { id: '1' }).next()).rejects.toMatchObject({ status: 401, message: 'Who?' });
});
