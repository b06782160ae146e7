import { aCaller } from '@passerelle/testing';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { NetworkGraph } from '../test/a-network.ts';
import { aVariedNetwork } from '../test/a-varied-network.ts';

let graph: NetworkGraph;
beforeAll(async () => {
  graph = await aVariedNetwork();
});
afterAll(() => graph[Symbol.asyncDispose]());

describe('levels', () => {
  const text = `query L($filter: InventoryLevelFilter!, $first: Int, $after: String, $last: Int, $before: String) {
    inventoryLevels(filter: $filter, first: $first, after: $after, last: $last, before: $before) {
      nodes { id item { sku } location { id code name } quantities { onHand reserved blocked protected available }
        freshness { isStale } version }
      pageInfo { hasNextPage hasPreviousPage endCursor startCursor } } }`;
  type Page = {
    inventoryLevels: {
      nodes: { id: string; item: { sku: string }; location: { id: string }; quantities: unknown }[];
      pageInfo: { hasNextPage: boolean; endCursor: string; startCursor: string };
    };
  };
  const places = async (variables: Record<string, unknown>, caller = aCaller('operator')) =>
    (await graph.ask<Page>(text, variables, caller)).inventoryLevels;

  it('are read page by page, in two statements at most', async () => {
    const filter = { skus: ['SHIRT'], onlyWithStock: true };
    const first = await places({ filter, first: 4 });
    graph.statements.length = 0;
    const second = await places({ filter, first: 20, after: first.pageInfo.endCursor });
    expect(graph.statements).toHaveLength(1);
    expect([...first.nodes, ...second.nodes].map(({ location }) => location.id)).toEqual([
      'loc_w',
      'loc_3pl',
      'loc_a',
      'loc_b',
      'loc_paused',
      'loc_closed',
      'loc_full',
      'loc_inactive',
      'loc_stale',
      'loc_point',
    ]);
    expect(first.pageInfo.hasNextPage).toBe(true);
    const back = await places({ filter, last: 2, before: second.pageInfo.startCursor });
    expect(back.nodes.map(({ location }) => location.id)).toEqual(['loc_a', 'loc_b']);
    expect(back.nodes[0]?.quantities).toEqual({ onHand: 4, reserved: 0, blocked: 1, protected: 0, available: 3 });
  });

  it('can be narrowed to a location, to stale ones, and to what the caller is bound to', async () => {
    const skusOf = (page: Page['inventoryLevels']) => page.nodes.map(({ item }) => item.sku);
    expect(skusOf(await places({ filter: { locationIds: ['loc_a'] } }))).toEqual(['SHIRT', 'FEW']);
    const stale = await places({ filter: { skus: ['SHIRT'], onlyStale: true } });
    expect(stale.nodes.map(({ location }) => location.id)).toEqual(['loc_stale']);
    const bound = await places({ filter: { skus: ['SHIRT'] } }, aCaller('store-staff', { locationIds: ['loc_b'] }));
    expect(bound.nodes.map(({ location }) => location.id)).toEqual(['loc_b']);
    const [level] = bound.nodes;
    const byId = `query B($of: [_Any!]!) { _entities(representations: $of) { ... on InventoryLevel { id } } }`;
    const of = [
      { __typename: 'InventoryLevel', id: level?.id },
      { __typename: 'InventoryLevel', id: 'lvl_no' },
    ];
    expect(await graph.ask(byId, { of })).toEqual({ _entities: [{ id: level?.id }, null] });
    const foreign = aCaller('store-staff', { locationIds: ['loc_a'] });
    expect(await graph.ask(byId, { of }, foreign)).toEqual({ _entities: [null, null] });
  });

  it('need a SKU or a location, and pages of a size', async () => {
    await expect(places({ filter: {} })).rejects.toThrow(/skus[\s\S]*BAD_USER_INPUT/);
    await expect(places({ filter: { skus: ['SHIRT'] }, first: 251 })).rejects.toThrow(/250[\s\S]*BAD_USER_INPUT/);
    await expect(places({ filter: { skus: ['SHIRT'] }, after: 'no' })).rejects.toThrow(/cursor[\s\S]*BAD_USER_INPUT/);
  });

  it('belong to items and locations too', async () => {
    const data = await graph.ask(
      `query B($of: [_Any!]!) { inventoryItem(sku: "FEW") { isTracked levels { nodes { quantities { onHand } } } }
        missing: inventoryItem(sku: "UNHEARD") { sku }
        _entities(representations: $of) { ... on Location { stockFreshness { mode isStale lastSnapshotAt }
          inventoryLevels(filter: { skus: ["FEW"] }) { nodes { item { sku } } } } } }`,
      {
        of: [
          { __typename: 'Location', id: 'loc_a' },
          { __typename: 'Location', id: 'loc_no' },
        ],
      },
    );
    expect(data).toEqual({
      inventoryItem: { isTracked: true, levels: { nodes: [{ quantities: { onHand: 3 } }] } },
      missing: null,
      _entities: [
        {
          stockFreshness: { mode: 'SNAPSHOT_AND_EVENTS', isStale: false, lastSnapshotAt: '2026-11-22T03:00:00.000Z' },
          inventoryLevels: { nodes: [{ item: { sku: 'FEW' } }] },
        },
        { stockFreshness: null, inventoryLevels: { nodes: [] } },
      ],
    });
  });
});
