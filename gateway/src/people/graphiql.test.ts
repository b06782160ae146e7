import { afterAll, beforeAll, expect, it } from 'vitest';
import { type SmallGateway, smallGateway } from '../../test/small-graph.ts';

let gateway: SmallGateway;
beforeAll(async () => {
  gateway = await smallGateway();
});
afterAll(() => gateway?.[Symbol.asyncDispose]());

it('serves a page whose every part comes from here', async () => {
  const response = await fetch(`${gateway.url}/?api=storefront`);
  const page = await response.text();
  expect(response.headers.get('content-security-policy')).toContain("script-src 'self'");
  const parts = [...page.matchAll(/(?:src|href)="([^"]+)"/g)].map(([, part = '']) => part);
  const asked = parts.filter((part) => !part.startsWith('data:'));
  expect(asked.filter((part) => !part.startsWith('/'))).toEqual([]);
  expect(asked).toContain('/?api=store-app');
  for (const part of asked) {
    const { status, headers } = await fetch(gateway.url + part);
    expect([part, status, headers.get('content-type')]).toEqual([
      part,
      200,
      expect.stringMatching(/^text\/(html|css|javascript); charset=utf-8$/),
    ]);
  }
});

it('has the stored operations of an API as examples, and none of what services send each other', async () => {
  const examplesOf = (api: string) => fetch(`${gateway.url}/graphiql/examples.json?api=${api}`);
  const examples = (await (await examplesOf('storefront')).json()) as { query: string; variables: string }[];
  expect(examples.map(({ query }) => query).join()).toContain('ListingAvailability');
  expect(JSON.parse(examples[0]?.variables ?? '')).toBeTypeOf('object');
  expect((await examplesOf('service')).status).toBe(404);
  expect((await examplesOf('__proto__')).status).toBe(404);
});

it('is not served where the schema is not told', async () => {
  await using closed = await smallGateway({ introspection: false });
  for (const path of ['/', '/graphiql/react.js', '/graphiql/examples.json?api=storefront']) {
    expect((await fetch(closed.url + path)).status).toBe(404);
  }
});
