import { testDatabase } from '@passerelle/testing';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { connect, type Database, inTransaction, ownerOf, roleUrl } from './index.ts';

const inventory = ownerOf('inventory');
const resources = new AsyncDisposableStack();
let admin: Database;
let database: Database;

beforeAll(async () => {
  const { adminUrl } = resources.use(await testDatabase());
  admin = connect({ url: adminUrl, max: 1 });
  resources.defer(admin.close);
  database = connect({ url: roleUrl(adminUrl, inventory), schema: inventory.schema, max: 4 });
  resources.defer(database.close);
  await admin.sql`create table inventory.pairs (pair integer, half integer)`;
  await admin.sql`grant all on inventory.pairs to passerelle_inventory`;
});
afterAll(() => resources.disposeAsync());

/** Two rows; what only reads is sent together with `begin`. */
const writePair = (pair: number) =>
  inTransaction(database, async ({ sql }) => {
    await Promise.all([sql`select from pairs limit 1`, sql`insert into pairs values (${pair}, 1)`]);
    await sql`insert into pairs values (${pair}, 2)`;
    return pair;
  });

const cutAll = () =>
  admin.sql`select pg_terminate_backend(pid) from pg_stat_activity where usename = 'passerelle_inventory'`;

it('ends each transaction whole or not at all while connections are cut, and answers what became of it', async () => {
  const done = new Set<number>();
  let failed = 0;
  let isOver = false;
  let next = 0;
  const writer = async () => {
    while (!isOver) {
      await writePair(next++).then(
        (pair) => done.add(pair),
        () => failed++,
      );
    }
  };
  const writers = Array.from({ length: 8 }, writer);
  for (let cut = 0; cut < 8; cut++) {
    const enough = done.size + 5;
    await expect.poll(() => done.size, { timeout: 20_000, interval: 1 }).toBeGreaterThan(enough);
    await cutAll();
  }
  isOver = true;
  await Promise.all(writers);

  expect(failed).toBeGreaterThan(0);
  const halves = await admin.sql`select pair from inventory.pairs group by pair having count(*) <> 2`;
  expect(halves).toEqual([]);
  const rows = await admin.sql`select distinct pair from inventory.pairs`;
  const written = new Set(rows.map(({ pair }) => pair as number));
  expect([...done].filter((pair) => !written.has(pair))).toEqual([]);
});

it('goes on afterwards', async () => {
  expect(await writePair(-1)).toBe(-1);
});
