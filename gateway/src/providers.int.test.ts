import { readSubgraphs } from '@passerelle/contracts';
import { type KnownKeys, problemsOfRunning } from '@passerelle/contracts/layers/running';
import { readBaseline } from '@passerelle/contracts/layers/stored';
import { loadNetworkAndStock, smallRetailer } from '@passerelle/demo';
import { openInventory } from '@passerelle/inventory';
import { openOrders } from '@passerelle/orders';
import { openReturns } from '@passerelle/returns';
import { type Executor, roleScopes, type SubgraphName, subgraphNames } from '@passerelle/server';
import { openStoreNetwork } from '@passerelle/store-network';
import { aCaller, type TestGraph, testGraph } from '@passerelle/testing';
import { afterAll, beforeAll, expect, it } from 'vitest';

const retailer = smallRetailer();
let graph: TestGraph;
beforeAll(async () => {
  graph = await testGraph({
    'store-network': openStoreNetwork,
    inventory: openInventory,
    orders: openOrders,
    returns: openReturns,
  });
  await loadNetworkAndStock({ adminUrl: graph.adminUrl, retailer, now: graph.clock.now() });
  for (const subgraph of graph.subgraphs.values()) await subgraph.start?.();
});
afterAll(() => graph?.[Symbol.asyncDispose]());

const everyScope = [...new Set(Object.values(roleScopes).flat())];
const caller = aCaller('operator', { scopes: new Set(everyScope) });
const locations = retailer.locations.slice(0, 5).map(({ id }) => ({ id }));
const known: Readonly<Record<SubgraphName, KnownKeys>> = {
  'store-network': { Location: locations, Channel: [{ id: 'chn_web' }] },
  inventory: { Location: locations },
  orders: {},
  returns: {},
};
const asked = Object.values(readBaseline().consumers).flatMap(({ answers }) => answers);

it.each(subgraphNames)(
  '%s answers what plans ask it, and entities in order, with null for unknown keys',
  async (name) => {
    const source = readSubgraphs().find((each) => each.name === name);
    if (!source) throw new Error(`no schema of ${name}`);
    const own = asked.filter(({ subgraph }) => subgraph === name);
    expect(own.length).toBeGreaterThan(0);
    const executor = graph.executors.get(name) as Executor;
    const problems = await problemsOfRunning(
      source,
      own,
      async ({ query, variables }) =>
        executor({ query, variables: variables as Record<string, unknown> }, { caller, requestId: 'test' }),
      known[name],
    );
    expect(problems).toEqual([]);
  },
);
