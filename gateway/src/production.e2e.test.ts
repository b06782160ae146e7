import { readFile } from 'node:fs/promises';
import path from 'node:path';
import type { JWK } from 'jose';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { deploy } from '../test/deployment.ts';
import { keyProvider } from '../test/key-provider.ts';
import { callersOf, type Production } from '../test/production/doors.ts';
import { providerTokens, serviceScopes } from '../test/production/provider-tokens.ts';
import { requestIds, traces } from '../test/production/request-ids.ts';
import { trustedDocuments } from '../test/production/trusted-documents.ts';
import { spanCollector } from '../test/span-collector.ts';

let opened: AsyncDisposableStack;
let production: Production;

beforeAll(async () => {
  await using opening = new AsyncDisposableStack();
  const provider = opening.use(await keyProvider());
  const collector = opening.use(await spanCollector());
  const deployment = opening.use(
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
  production = { deployment, provider, collector };
  opened = opening.move();
});
afterAll(() => opened?.disposeAsync());

const given = () => production;
requestIds(given);
traces(given);
providerTokens(given);
serviceScopes(given);
trustedDocuments(given);

it('shows its schema to nobody', async () => {
  const { send } = callersOf(given);
  for (const door of ['/graphql', '/graphql/partner']) {
    expect((await send(door, { query: '{ __schema { queryType { name } } }' })).status).toBe(400);
    const near = await send(door, { query: '{ shipmentz { id } orderz { id } }' });
    expect(near.body.errors?.map(({ message }) => message).join()).not.toMatch(/mean|order"|orders"/);
  }
  for (const door of ['/', '/graphiql/examples.json?api=partner']) {
    expect((await fetch(production.deployment.url + door)).status).toBe(404);
  }
});
