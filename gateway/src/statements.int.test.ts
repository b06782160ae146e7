import { readFile } from 'node:fs/promises';
import { readOperation } from '@passerelle/contracts/operations';
import { loadNetworkAndStock, smallRetailer } from '@passerelle/demo';
import { openInventory } from '@passerelle/inventory';
import { createLog, type Executor, type SubgraphName, serve } from '@passerelle/server';
import { openStoreNetwork } from '@passerelle/store-network';
import { type TestGraph, testClock, testGraph } from '@passerelle/testing';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { createAuthenticate } from './authenticate.ts';
import { createDataSource, localSend } from './data-sources.ts';
import { loadFederation } from './federation.ts';
import { createGateway } from './server.ts';

const retailer = smallRetailer();
const log = createLog('silent');
const resources = new AsyncDisposableStack();
let graph: TestGraph;
let url: string;

beforeAll(async () => {
  const now = new Date('2035-03-05T10:00:00Z');
  graph = resources.use(
    await testGraph({ 'store-network': openStoreNetwork, inventory: openInventory }, { clock: testClock(now) }),
  );
  await loadNetworkAndStock({ adminUrl: graph.adminUrl, retailer, now });
  for (const subgraph of graph.subgraphs.values()) await subgraph.start?.();

  const sdl = await readFile(new URL('../supergraph.gateway.graphql', import.meta.url), 'utf8');
  const sendOf = (name: string) => localSend(graph.executors.get(name as SubgraphName) as Executor);
  const federation = await loadFederation(sdl, (name) => createDataSource(name, sendOf(name), log), log);
  const authenticate = createAuthenticate(async () => {
    throw new Error('nobody signs in here');
  });
  const gateway = await createGateway({
    federation,
    authenticate,
    notReady: async () => [],
    introspection: false,
    log,
  });
  resources.defer(gateway.close);
  const door = await serve(gateway.routes, { port: 0, onError: () => {} });
  resources.defer(door.close);
  url = `http://127.0.0.1:${door.port}/graphql/storefront`;
});
afterAll(() => resources.disposeAsync());

async function ask(name: string, variables: object): Promise<Record<string, unknown>> {
  const response = await fetch(url, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ query: readOperation('storefront', name), variables }),
  });
  const { data, errors } = (await response.json()) as { data: Record<string, unknown>; errors?: unknown };
  expect(errors).toBeUndefined();
  return data;
}

const skus = retailer.items.slice(0, 24).map(({ sku }) => sku);
const store = retailer.locations.find(({ type, status }) => type === 'STORE' && status === 'ACTIVE');

it.each([
  ['ListingAvailability', 1, { channelId: 'chn_web', skus }],
  [
    'StorePicker',
    3,
    {
      channelId: 'chn_web',
      items: skus.slice(0, 3).map((sku) => ({ sku, quantity: 1 })),
      near: store?.position,
    },
  ],
])('%s costs %i statements at most, warm, over all subgraphs', async (name, most, variables) => {
  await ask(name, variables);
  graph.statements.length = 0;
  const data = await ask(name, variables);
  expect(JSON.stringify(data).length).toBeGreaterThan(100);
  expect(graph.statements.length).toBeLessThanOrEqual(most);
});
