import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { aNetwork, aStore, aWarehouse, faults, type NetworkGraph } from '../test/a-network.ts';
import { watching } from '../test/watching.ts';

let graph: NetworkGraph;
let { look, told, sellable } = {} as ReturnType<typeof watching>;
beforeAll(async () => {
  graph = await aNetwork([aWarehouse('loc_depot'), aStore('loc_paris')], { SOFA: { loc_depot: 2, loc_paris: 3 } });
  const watched = watching(graph);
  ({ look, told, sellable } = watched);
  await watched.watch('chn_web', 'chn_b2b');
});
afterAll(async () => {
  expect(await faults(graph)).toEqual([]);
  await graph[Symbol.asyncDispose]();
});

describe('a threshold', () => {
  const set = (input: object) =>
    graph.ask<{ setLowStockThreshold: { threshold: unknown; userErrors: object[] } }>(
      `mutation ($input: SetLowStockThresholdInput!) { setLowStockThreshold(input: $input) {
        threshold { sku quantity channel { id } } userErrors { ... on UserError { code path } } } }`,
      { input },
    );

  it("decides what low is: a SKU's own before the channel's", async () => {
    await set({ channelId: 'chn_web', quantity: 6 });
    await look();
    expect(await told('SOFA')).toEqual(['BELOW_THRESHOLD 5']);
    expect((await sellable('SOFA', 'chn_web'))?.status).toBe('LOW_STOCK');
    expect((await sellable('SOFA', 'chn_b2b'))?.status).toBe('LOW_STOCK');

    const own = await set({ channelId: 'chn_web', sku: 'SOFA', quantity: 2 });
    expect(own.setLowStockThreshold).toEqual({
      threshold: { sku: 'SOFA', quantity: 2, channel: { id: 'chn_web' } },
      userErrors: [],
    });
    await look();
    expect((await told('SOFA')).at(-1)).toBe('ABOVE_THRESHOLD 5');
    expect((await sellable('SOFA', 'chn_web'))?.status).toBe('IN_STOCK');
    const { lowStockThresholds } = await graph.ask<{ lowStockThresholds: { nodes: object[] } }>(
      '{ lowStockThresholds(channelId: "chn_web", first: 10) { nodes { sku quantity } } }',
    );
    expect(lowStockThresholds.nodes).toEqual([
      { sku: null, quantity: 6 },
      { sku: 'SOFA', quantity: 2 },
    ]);
    await set({ channelId: 'chn_web', sku: 'SOFA', quantity: null });
    await set({ channelId: 'chn_web' });
    expect((await sellable('SOFA', 'chn_web'))?.status).toBe('IN_STOCK');
  });

  it('for a SKU is refused once a channel has ten thousand of them', async () => {
    const { sql } = graph.database;
    await sql`
      with made as (insert into items (sku) select 'T' || n from generate_series(1, 10000) as n returning item_no)
      insert into low_stock_thresholds (channel_id, item_no, units, set_by, set_at)
      select 'chn_b2b', item_no, 1, 'test', now() from made`;
    expect((await set({ channelId: 'chn_b2b', sku: 'SOFA', quantity: 2 })).setLowStockThreshold).toEqual({
      threshold: null,
      userErrors: [{ code: 'LIMIT_EXCEEDED', path: ['input', 'sku'] }],
    });
    expect((await set({ channelId: 'chn_b2b', sku: 'T1', quantity: 2 })).setLowStockThreshold.userErrors).toEqual([]);
    await sql`delete from low_stock_thresholds where channel_id = 'chn_b2b'`;
  });
});
