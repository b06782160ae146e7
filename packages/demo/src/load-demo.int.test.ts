import { execFile } from 'node:child_process';
import path from 'node:path';
import { promisify } from 'node:util';
import { testGraph } from '@passerelle/testing';
import { expect, it } from 'vitest';
import { isEmpty, loadDemo, smallRetailer } from './index.ts';
import { administrator } from './load-network-and-stock.ts';

const retailer = smallRetailer();

/** No subgraph open: the part before orders. */
async function openBare() {
  const graph = await testGraph({});
  const sql = administrator(graph.adminUrl);
  return {
    sql,
    adminUrl: graph.adminUrl,
    load: () => loadDemo({ adminUrl: graph.adminUrl, graph, retailer, now: graph.clock.now() }),
    count: async (table: string) => Number((await sql`select count(*) from ${sql(table)}`)[0]?.count),
    async [Symbol.asyncDispose]() {
      await sql.end();
      await graph[Symbol.asyncDispose]();
    },
  };
}

it('loads into an empty database, once', async () => {
  await using demo = await openBare();
  expect(await isEmpty(demo.adminUrl)).toBe(true);
  expect(await demo.load()).toMatchObject({ orders: 0, returns: 0 });
  expect(await isEmpty(demo.adminUrl)).toBe(false);
  expect(await demo.load()).toBeUndefined();
  expect(await demo.count('store_network.locations')).toBe(10);
});

it('loads once when two processes start at the same time', async () => {
  await using demo = await openBare();
  const answers = await Promise.all([demo.load(), demo.load()]);
  expect(answers.filter((answer) => answer !== undefined)).toHaveLength(1);
  expect(await demo.count('store_network.locations')).toBe(10);
});

it('leaves data that is not its own alone', async () => {
  await using demo = await openBare();
  await demo.sql`insert into inventory.items (sku) values ('MINE')`;
  expect(await isEmpty(demo.adminUrl)).toBe(false);
  await expect(demo.load()).rejects.toThrow('not the demo');
  expect(await demo.count('inventory.items')).toBe(1);
});

it('starts again from nothing after a process was killed at its stock, its network loaded', async () => {
  await using demo = await openBare();
  const script = path.join(import.meta.dirname, '../test/load-and-die.ts');
  const killed = promisify(execFile)(process.execPath, [script, demo.adminUrl]);
  await expect(killed).rejects.toMatchObject({ signal: 'SIGKILL' });

  expect(await isEmpty(demo.adminUrl)).toBe(true);
  await demo.load();
  expect(await demo.count('inventory.stock_levels')).toBe(retailer.levels.count);
  expect(await isEmpty(demo.adminUrl)).toBe(false);
});

it('throws away what an unfinished load wrote, numbers included', async () => {
  await using demo = await openBare();
  await demo.load();
  await demo.sql`update demo.loads set finished_at = null`;
  expect(await isEmpty(demo.adminUrl)).toBe(true);
  await demo.load();
  expect(await demo.count('inventory.stock_movements')).toBeGreaterThanOrEqual(retailer.levels.count);
  const [last] = await demo.sql`select max(movement_no) as no from inventory.stock_movements`;
  expect(Number(last?.no)).toBe(await demo.count('inventory.stock_movements'));
  const [feed] = await demo.sql`select max(facts_sequence) as sequence from store_network.locations`;
  expect(Number(feed?.sequence)).toBe(10);
});
