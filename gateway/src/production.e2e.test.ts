import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { readOperation, readVariables } from '@passerelle/contracts/operations';
import { hashOf } from '@passerelle/contracts/registry';
import { connect } from '@passerelle/database';
import { subgraphNames } from '@passerelle/server';
import { generateKeyPair, type JWK } from 'jose';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Deployment, deploy } from '../test/deployment.ts';
import { type KeyProvider, keyProvider } from '../test/key-provider.ts';
import { startProgram } from '../test/programs.ts';
import { spanCollector } from '../test/span-collector.ts';

const patient = { timeout: 30_000 };
let opened: AsyncDisposableStack;
let provider: KeyProvider;
let collector: Awaited<ReturnType<typeof spanCollector>>;
let deployment: Deployment;

beforeAll(async () => {
  await using opening = new AsyncDisposableStack();
  provider = opening.use(await keyProvider());
  collector = opening.use(await spanCollector());
  deployment = opening.use(
    await deploy('five processes', {
      NODE_ENV: 'production',
      TOKEN_JWKS_URL: provider.url,
      LOG_LEVEL: 'debug',
      OTEL_EXPORTER_OTLP_ENDPOINT: collector.url,
      OTEL_BSP_SCHEDULE_DELAY: '200',
    }),
  );
  await deployment.tokenOf({ role: 'operator' });
  const { d: _private, ...key } = JSON.parse(await readFile(path.join(deployment.dataDir, 'token-key.json'), 'utf8'));
  provider.published.push(key as JWK);
  opened = opening.move();
});
afterAll(() => opened?.disposeAsync());

type Headers = Readonly<Record<string, string>>;
type Body = {
  readonly data?: unknown;
  readonly errors?: readonly { readonly message: string; readonly extensions: { readonly code: string } }[];
};

/** Sends an operation to a door of the gateway; the answer of a stream is its first one. */
async function send(door: string, operation: object, headers: Headers = {}) {
  const isStream = door.endsWith('/stream');
  const response = await fetch(deployment.url + door, {
    method: 'POST',
    headers: { 'content-type': 'application/json', ...(isStream ? { accept: 'text/event-stream' } : {}), ...headers },
    body: JSON.stringify(operation),
  });
  const text = await response.text();
  const json = text.startsWith('{') ? text : (/^data: (\{.*)$/m.exec(text)?.[1] ?? '{}');
  return { status: response.status, headers: response.headers, body: JSON.parse(json) as Body };
}
const bearing = (token: string) => ({ authorization: `Bearer ${token}` });
const asOperator = async () => bearing(await deployment.tokenOf({ role: 'operator' }));
const codesOf = ({ body }: { body: Body }) => body.errors?.map(({ extensions }) => extensions.code);

const apis = {
  '/graphql': 'internal',
  '/graphql/storefront': 'storefront',
  '/graphql/store-app': 'store-app',
} as const;
const doors = Object.keys({ ...apis, '/graphql/partner': 'partner' });
const streams = doors.map((door) => `${door}/stream`);
const feeds = ['/feeds/stock/snapshots', '/feeds/stock/events', '/feeds/orders'];

/** Of every subgraph something. */
const everywhere =
  '{ location(id: "x") { name } inventoryItem(sku: "x") { sku } order(id: "x") { id } return(id: "x") { id } }';

describe('one request id', () => {
  type Line = { readonly requestId?: string; readonly msg: string; readonly status?: number; readonly path?: string };
  const linesOf = (log: string, id: string) =>
    log
      .split('\n')
      .filter((line) => line.startsWith('{'))
      .map((line) => JSON.parse(line) as Line)
      .filter(({ requestId }) => requestId === id);
  const ofGateway = (id: string) => linesOf(deployment.log(), id);
  const ofSubgraphs = (id: string) =>
    subgraphNames.filter((name) => linesOf(deployment.programs.get(name)?.log() ?? '', id).length > 0);

  it.each([
    ["the caller's own", { 'x-request-id': 'till-7:42' }],
    ['a new one', {}],
  ])('is in the logs of the gateway and of every subgraph asked: %s', async (_whose, headers: Headers) => {
    const answer = await send('/graphql', { query: everywhere }, { ...(await asOperator()), ...headers });
    expect(answer).toMatchObject({ status: 200, body: { data: { location: null, order: null } } });
    const id = answer.headers.get('x-request-id') ?? '';
    expect(id).toBe(headers['x-request-id'] ?? id);
    await expect.poll(() => ofSubgraphs(id), patient).toEqual(subgraphNames);
    await expect.poll(() => ofGateway(id), patient).toMatchObject([{ msg: 'answered', path: '/graphql', status: 200 }]);
  });

  it('goes on to what one subgraph asks of another', async () => {
    const lines = [{ orderLineId: 'x', quantity: 1, reason: 'OTHER' }];
    const variables = { input: { idempotencyKey: 'ids', orderId: 'x', method: 'CARRIER_DROP_OFF', lines } };
    const headers = { ...(await asOperator()), 'x-request-id': 'asked-by-returns' };
    const answer = await send('/graphql', { query: readOperation('storefront', 'AskReturn'), variables }, headers);
    expect(answer.status).toBe(200);
    await expect.poll(() => ofSubgraphs('asked-by-returns'), patient).toEqual(['orders', 'returns']);
  });

  it('names a fault of a subgraph where it happened, and says nothing of it to the caller', async () => {
    const admin = connect({ url: deployment.adminUrl, max: 1 });
    const headers = { ...(await asOperator()), 'x-request-id': 'at-fault' };
    try {
      await admin.sql`alter table returns.return_policies rename to gone`;
      const answer = await send('/graphql', { query: '{ returnPolicies { id } }' }, headers);
      expect(answer.body).toEqual({
        data: { returnPolicies: null },
        errors: [expect.objectContaining({ message: 'Internal server error' })],
      });
    } finally {
      await admin.sql`alter table returns.gone rename to return_policies`;
      await admin.close();
    }
    const lines = () => linesOf(deployment.programs.get('returns')?.log() ?? '', 'at-fault');
    await expect
      .poll(lines, patient)
      .toContainEqual(
        expect.objectContaining({ msg: 'fault', err: expect.objectContaining({ message: expect.any(String) }) }),
      );
    await expect.poll(() => ofGateway('at-fault'), patient).toMatchObject([{ msg: 'answered' }]);
  });

  it('names a refusal too', async () => {
    const headers = { 'x-request-id': 'refused', ...bearing('no token') };
    expect((await send('/graphql', { query: everywhere }, headers)).status).toBe(401);
    await expect.poll(() => ofGateway('refused'), patient).toMatchObject([{ msg: 'answered', status: 401 }]);
    expect(ofSubgraphs('refused')).toEqual([]);
  });
});

it('a trace goes through the gateway and every subgraph asked', async () => {
  const traceId = 'c0ffee'.padEnd(32, '0');
  const headers = { ...(await asOperator()), traceparent: `00-${traceId}-${'b'.repeat(16)}-01` };
  await send('/graphql', { query: everywhere }, headers);
  const spans = () => collector.spans.filter((span) => span.traceId === traceId);
  const services = ['gateway', ...subgraphNames].map((name) => `passerelle-${name}`).sort();
  await expect.poll(() => [...new Set(spans().map(({ service }) => service))].sort(), patient).toEqual(services);
  const root = spans().find(({ name, service }) => name === 'POST /graphql' && service === 'passerelle-gateway');
  expect(root?.parentSpanId).toBe('b'.repeat(16));
  for (const name of subgraphNames) {
    const asked = spans().find((span) => span.name === `ask ${name}`);
    expect(asked?.parentSpanId).toBe(root?.spanId);
    const served = spans().filter(({ service }) => service === `passerelle-${name}`);
    expect(served.map(({ parentSpanId }) => parentSpanId)).toContain(asked?.spanId);
  }
});

describe('a token of the identity provider', () => {
  const now = () => Math.floor(Date.now() / 1000);
  const plain = (value: object) => Buffer.from(JSON.stringify(value)).toString('base64url');

  it('is taken at every door, with 60 s for clocks that differ, and while the provider is away', async () => {
    const ask = async (door: string, claims: object) => {
      const scope = 'orders:read network:read';
      const query = readOperation('storefront', 'ListingAvailability');
      const headers = bearing(await provider.sign({ scope, ...claims }));
      return send(door, { query, variables: readVariables('storefront', 'ListingAvailability') }, headers);
    };
    for (const claims of [{}, { exp: now() - 50 }, { nbf: now() + 50 }]) {
      for (const door of doors.filter((name) => !/store-app|partner/.test(name))) {
        expect(await ask(door, claims)).toMatchObject({
          status: 200,
          body: { data: { availability: expect.anything() } },
        });
      }
    }
    provider.isAway = true;
    const meanwhile = await ask('/graphql', { sub: 'somebody new' });
    provider.isAway = false;
    expect(meanwhile.status).toBe(200);
  });

  const strangers = async () => {
    const [foreign, [key]] = [await generateKeyPair('ES256'), provider.published as [JWK]];
    const secret = new TextEncoder().encode(JSON.stringify(key));
    const pem = Buffer.from(String(key.x), 'base64url');
    const [, claims = ''] = (await provider.sign()).split('.');
    const stranger = { ...provider.own, key: foreign.privateKey };
    return {
      'no algorithm': `${plain({ alg: 'none' })}.${claims}.`,
      'the public key as a secret': await provider.sign({}, { alg: 'HS256', kid: String(key.kid), key: secret }),
      'a part of it as a secret': await provider.sign({}, { alg: 'HS256', kid: String(key.kid), key: pem }),
      'a key of its own': await provider.sign({}, stranger),
      'a key nobody knows': await provider.sign({}, { ...stranger, kid: 'unknown' }),
      'another issuer': await provider.sign({ iss: 'https://elsewhere.example' }),
      'no issuer': await provider.sign({ iss: undefined }),
      'another audience': await provider.sign({ aud: 'elsewhere' }),
      'no audience': await provider.sign({ aud: undefined }),
      'an end 70 s ago': await provider.sign({ exp: now() - 70 }),
      'no end': await provider.sign({ exp: undefined }),
      'a beginning in 70 s': await provider.sign({ nbf: now() + 70 }),
      'no subject': await provider.sign({ sub: undefined }),
      'another key of the provider, for another algorithm': await provider.sign(
        {},
        { alg: 'ES384', kid: String(key.kid), key: (await generateKeyPair('ES384')).privateKey },
      ),
    };
  };

  it('that is none is refused at every door alike', async () => {
    for (const [what, token] of Object.entries(await strangers())) {
      for (const door of [...doors, ...streams, ...feeds]) {
        const answer = await send(door, { query: '{ __typename }' }, bearing(token));
        expect([what, door, answer.status, codesOf(answer)]).toEqual([what, door, 401, ['UNAUTHENTICATED']]);
        expect(answer.headers.get('www-authenticate')).toBe('Bearer');
      }
    }
  });

  it.each([
    ['internal', '/graphql', 'OrderDashboard'],
    ['storefront', '/graphql/storefront', 'OrderPage'],
    ['store-app', '/graphql/store-app', 'Accept'],
    ['partner', '/graphql/partner', 'WmsShip'],
  ] as const)('has no use for scopes of services: %s', async (client, door, name) => {
    const scope = subgraphNames.map((each) => `service:${each}`).join(' ');
    const headers = bearing(
      await provider.sign({ scope, sub: 'service:orders', kind: 'service', scopes: ['orders:read'] }),
    );
    const operation = { query: readOperation(client, name), variables: readVariables(client, name) };
    const answer = await send(door, operation, headers);
    expect([answer.status, codesOf(answer)]).toEqual([403, ['FORBIDDEN']]);
    if (operation.query.startsWith('query')) {
      expect(codesOf(await send(`${door}/stream`, operation, headers))).toEqual(['FORBIDDEN']);
    }
  });

  it('has none for them at the doors for files, nor for what services ask each other', async () => {
    const scope = subgraphNames.map((each) => `service:${each}`).join(' ');
    const headers = bearing(await provider.sign({ scope, sub: 'service:orders' }));
    for (const door of feeds) {
      const answer = await send(door, {}, { ...headers, 'content-type': 'application/x-ndjson' });
      expect([door, answer.status, codesOf(answer)]).toEqual([door, 403, ['FORBIDDEN']]);
    }
    const query = '{ ordersForReturn(orderIds: ["x"]) { __typename } }';
    const hidden = await send('/graphql', { query }, headers);
    expect(hidden).toMatchObject({
      status: 400,
      body: { errors: [{ message: 'Cannot query field "ordersForReturn" on type "Query".' }] },
    });
  });
});

describe('stored operations', () => {
  const listing = readOperation('storefront', 'ListingAvailability');
  const variables = { channelId: 'chn_web', skus: ['x'] };
  const byHash = (text: string) => ({ extensions: { persistedQuery: { version: 1, sha256Hash: hashOf(text) } } });
  const addressOf = (door: string, text: string, given: object) =>
    `${deployment.url}${door}?${new URLSearchParams({
      variables: JSON.stringify(given),
      extensions: JSON.stringify(byHash(text).extensions),
    })}`;
  const other = '{ channel(id: "x") { id } }';

  it.each(['/graphql/storefront', '/graphql/store-app'])('%s takes no others, however they come', async (door) => {
    const refused = [400, ['OPERATION_NOT_REGISTERED']];
    for (const sent of [{ query: other }, { query: other, ...byHash(other) }, { query: `${listing} # and more` }]) {
      for (const way of [door, `${door}/stream`]) {
        const answer = await send(way, { ...sent, variables });
        expect([answer.status, codesOf(answer)]).toEqual(refused);
      }
    }
    const get = await fetch(`${deployment.url}${door}?query=${encodeURIComponent(other)}`);
    expect([get.status, codesOf({ body: (await get.json()) as Body })]).toEqual(refused);
    expect(codesOf(await send(door, byHash(other)))).toEqual(['PERSISTED_QUERY_NOT_FOUND']);
  });

  it('are answered by text and by hash where they belong, and nowhere else', async () => {
    for (const sent of [{ query: listing }, byHash(listing)]) {
      const answer = await send('/graphql/storefront', { ...sent, variables });
      expect(answer).toMatchObject({ status: 200, body: { data: { availability: [{ sku: 'x' }] } } });
    }
    expect(codesOf(await send('/graphql/store-app', { query: listing, variables }))).toEqual([
      'OPERATION_NOT_REGISTERED',
    ]);
    expect(codesOf(await send('/graphql/store-app', { ...byHash(listing), variables }))).toEqual([
      'PERSISTED_QUERY_NOT_FOUND',
    ]);
  });

  it('are kept by caches when they come by GET with their hash, and not sent again to who has them', async () => {
    const address = addressOf('/graphql/storefront', listing, variables);
    const first = await fetch(address);
    expect([first.status, first.headers.get('cache-control')]).toEqual([200, 'public, max-age=10']);
    expect(first.headers.get('vary')).toContain('authorization');
    const known = await fetch(address, { headers: await asOperator() });
    expect(known.headers.get('cache-control')).toBe('private, max-age=10');
    const names = addressOf('/graphql/storefront', readOperation('storefront', 'StorePickerNames'), {
      channelId: 'chn_web',
      items: [{ sku: 'x', quantity: 1 }],
      near: { latitude: 50, longitude: 3 },
    });
    const whole = await fetch(names);
    const etag = whole.headers.get('etag') ?? '';
    expect([whole.status, whole.headers.get('cache-control'), etag]).toEqual([
      200,
      'public, max-age=10',
      expect.stringMatching(/^(W\/)?"[\w-]+"$/),
    ]);
    const again = await fetch(names, { headers: { 'if-none-match': etag } });
    expect([again.status, await again.text(), again.headers.get('etag')]).toEqual([304, '', etag]);
  });

  it.each(['/graphql', '/graphql/partner'])('%s learns the others by their hash', async (door) => {
    const query = `{ __typename } # ${door}`;
    expect(codesOf(await send(door, byHash(query)))).toEqual(['PERSISTED_QUERY_NOT_FOUND']);
    expect((await send(door, { query, ...byHash(query) })).body).toEqual({ data: { __typename: 'Query' } });
    expect(await (await fetch(addressOf(door, query, {}))).json()).toEqual({ data: { __typename: 'Query' } });
  });
});

it('shows its schema to nobody', async () => {
  for (const door of ['/graphql', '/graphql/partner']) {
    expect((await send(door, { query: '{ __schema { queryType { name } } }' })).status).toBe(400);
    const near = await send(door, { query: '{ shipmentz { id } orderz { id } }' });
    expect(near.body.errors?.map(({ message }) => message).join()).not.toMatch(/mean|order"|orders"/);
  }
  for (const door of ['/', '/graphiql/examples.json?api=partner']) {
    expect((await fetch(deployment.url + door)).status).toBe(404);
  }
});

it('holds a client to its share over two processes, and tells it when to come again', {
  timeout: 120_000,
}, async () => {
  const limits = { WORKERS: '2', RATE_LIMIT: '1', RATE_BURST: '20', LOG_LEVEL: 'warn' };
  await using gateway = await startProgram('gateway/src/main.ts', { ...deployment.gatewayEnv, ...limits });
  const headers = { 'content-type': 'application/json', ...bearing(await provider.sign({ sub: 'greedy' })) };
  const ask = (more: Headers = {}) =>
    fetch(gateway.url, { method: 'POST', headers: { ...headers, ...more }, body: '{"query":"{ __typename }"}' });
  const start = performance.now();
  const answers = await Promise.all(Array.from({ length: 60 }, () => ask({ connection: 'close' })));
  const seconds = (performance.now() - start) / 1000;
  const passed = answers.filter(({ status }) => status === 200).length;
  expect(passed).toBeGreaterThanOrEqual(20);
  expect(passed).toBeLessThanOrEqual(20 + Math.ceil(seconds));
  for (const refused of answers.filter(({ status }) => status !== 200)) {
    expect(refused.status).toBe(429);
    expect(Number(refused.headers.get('retry-after'))).toBeGreaterThan(0);
    expect(await refused.json()).toMatchObject({ errors: [{ extensions: { code: 'RATE_LIMITED' } }] });
  }
  expect((await ask(bearing(await provider.sign({ sub: 'modest' })))).status).toBe(200);
  const figures = await (await fetch(gateway.url.replace('/graphql', '/metrics'))).text();
  const served = figures.matchAll(/^passerelle_requests_total\{worker="(\d)",api="internal",status="\d+"\}/gm);
  expect(new Set([...served].map(([, worker]) => worker)).size).toBe(2);
});
