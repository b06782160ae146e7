import { setImmediate } from 'node:timers/promises';
import { testDatabase } from '@passerelle/testing';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { connect, type Database, inTransaction } from './index.ts';

const resources = new AsyncDisposableStack();
let adminUrl: string;
let admin: Database;

const open = (max: number) => {
  const database = connect({ url: adminUrl, max });
  resources.defer(database.close);
  return database;
};
const halvesOf = async (pair: number) =>
  (await admin.sql`select half from public.pairs where pair = ${pair} order by half`).map(({ half }) => half);

beforeAll(async () => {
  ({ adminUrl } = resources.use(await testDatabase()));
  admin = open(2);
  await admin.sql`create table public.pairs (pair integer, half integer)`;
});
afterAll(() => resources.disposeAsync());

describe('a transaction', () => {
  it('writes nothing when it does not begin, also of what was sent before that was known', async () => {
    const { sql } = open(1);
    const failed = sql.begin('isolation level nonsense', async (tx) => {
      await Promise.all([tx`select 1`, tx`insert into public.pairs values (1, 1)`]);
      await tx`insert into public.pairs values (1, 2)`;
    });
    await expect(failed).rejects.toMatchObject({ code: '42601' });
    await sql`select 1`;
    expect(await halvesOf(1)).toEqual([]);
  });

  it.each([197, 198, 199, 200, 201])('is one behind %i other statements on two connections', async (others) => {
    const { sql } = open(2);
    await Promise.all([sql`select pg_sleep(0.01)`, sql`select pg_sleep(0.01)`]);
    const behind = await admin.sql.begin(async (tx) => {
      await tx`select pg_advisory_xact_lock(1)`;
      const waiting = [1, 2].map(() => sql`select pg_advisory_xact_lock(1)`.execute());
      const fillers = Array.from({ length: others }, () => sql`select 1`.execute());
      await setImmediate();
      const begun = sql.begin(async (own) => {
        await own`insert into public.pairs values (${others}, 1)`;
        await own`insert into public.pairs values (${others}, 2)`;
      });
      await setImmediate();
      return [...waiting, ...fillers, begun];
    });
    await Promise.all(behind);
    for (let half = 3; half < 10; half++) await sql`insert into public.pairs values (${others}, ${half})`;
    expect(await halvesOf(others)).toEqual([1, 2, 3, 4, 5, 6, 7, 8, 9]);
  });

  it('of which nobody can say whether it was committed tells what it wrote', async () => {
    const database = open(1);
    const told: string[] = [];
    database.onSignal('stock', (keys) => void told.push(...keys));
    const lost = inTransaction(database, async ({ sql, signal }) => {
      const [own] = await sql`insert into public.pairs values (2, 1) returning pg_backend_pid() as pid`;
      signal('stock', ['2@1']);
      await admin.sql`select pg_terminate_backend(${own?.pid})`;
    });
    await expect(lost).rejects.toThrow();
    expect(told).toEqual(['2@1']);
  });
});

it('a statement whose plan is outdated is not carried out within the transaction behind it', async () => {
  const { sql } = open(1);
  await admin.sql`create table public.grown (number integer)`;
  const insert = () => sql`insert into public.grown values (1) returning *`.execute();
  await insert();
  await admin.sql`alter table public.grown add column more integer`;
  const again = insert().then(
    () => 2,
    () => 1,
  );
  const undone = sql.begin(async (tx) => {
    await tx`select 1`;
    await again;
    throw new Error('changed its mind');
  });
  await expect(undone).rejects.toThrow('changed its mind');
  expect(await admin.sql`select from public.grown`).toHaveLength(await again);
  await insert();
});

it('a connection that was cut does not answer the next statement with what became of the last', async () => {
  const { sql } = open(1);
  const [own] = await sql`select pg_backend_pid() as pid`;
  const cut = await admin.sql.begin(async (tx) => {
    await tx`select pg_advisory_xact_lock(2)`;
    const waits = sql`select pg_advisory_xact_lock(2)`.then(
      () => 'answered',
      () => 'cut',
    );
    await expect
      .poll(() => admin.sql`select from pg_stat_activity where pid = ${own?.pid} and wait_event_type = 'Lock'`)
      .toHaveLength(1);
    await tx`select pg_terminate_backend(${own?.pid})`;
    return [waits];
  });
  expect(await Promise.all(cut)).toEqual(['cut']);
  expect([...(await sql`select 1 as one`)]).toEqual([{ one: 1 }]);
});
