import { testDatabase } from '@passerelle/testing';
import { invalidInput, ok, refuse } from '@passerelle/values';
import { sql as statement } from 'drizzle-orm';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import {
  connect,
  type Database,
  inTransaction,
  oncePerKey,
  oncePerKeys,
  ownerOf,
  roleUrl,
  StaleWriteError,
} from './index.ts';

const inventory = ownerOf('inventory');
let adminUrl: string;
let database: Database;
let drop: () => PromiseLike<void>;

beforeAll(async () => {
  const test = await testDatabase();
  drop = () => test[Symbol.asyncDispose]();
  adminUrl = test.adminUrl;
  database = connect({ url: roleUrl(adminUrl, inventory), schema: inventory.schema });
});
afterAll(async () => {
  await database.close();
  await drop();
});

describe('a role', () => {
  it.each(['store_network', 'orders', 'returns'])('sees nothing of %s', async (schema) => {
    await expect(database.sql.unsafe(`select * from ${schema}.outbox`)).rejects.toMatchObject({ code: '42501' });
  });

  it('can make no schema', async () => {
    await expect(database.sql`create schema mine`).rejects.toMatchObject({ code: '42501' });
  });
});

describe('a connection', () => {
  it('gives instants as dates, days as text, bigints as numbers, JSON as values', async () => {
    const [row] = await database.sql`
      select '2026-11-22T09:30:00Z'::timestamptz as at, '2026-11-22'::date as day, 7::bigint as n, '{"a":[1]}'::jsonb as j`;
    expect(row).toEqual({ at: new Date('2026-11-22T09:30:00Z'), day: '2026-11-22', n: 7, j: { a: [1] } });
  });

  it.each([
    ['has a statement of Drizzle prepared once', 2, 1],
    ['has none prepared whose number of parameters says that it will not come again', 33, 0],
  ])('%s', async (_title, parameters, prepared) => {
    const values = Array.from({ length: parameters }, (_, index) => index);
    const found = await inTransaction(database, async ({ db, sql }) => {
      for (const _turn of ['first', 'second']) await db.execute(statement`select 'drizzle' where 1 in ${values}`);
      return sql`select from pg_prepared_statements where statement like ${`select 'drizzle' where 1 in (%$${parameters})`}`;
    });
    expect(found).toHaveLength(prepared);
  });
});

describe('a transaction', () => {
  it('starts again after a stale write, and gives up after eight times', async () => {
    let times = 0;
    const work = async () => {
      times++;
      throw new StaleWriteError('order ord_1');
    };
    await expect(inTransaction(database, work)).rejects.toThrow(StaleWriteError);
    expect(times).toBe(8);
  });

  it('does not start again after anything else, and leaves nothing behind', async () => {
    let times = 0;
    const work = inTransaction(database, async ({ sql }) => {
      times++;
      await sql`insert into inbox (event_id) values ('evt_gone')`;
      throw new Error('no');
    });
    await expect(work).rejects.toThrow('no');
    expect(times).toBe(1);
    expect(await database.sql`select 1 from inbox where event_id = 'evt_gone'`).toHaveLength(0);
  });
});

describe('an idempotency key', () => {
  const call = (key: string, input: unknown, work: () => Promise<ReturnType<typeof ok<string>>>) =>
    inTransaction(database, (tx) => oncePerKey(tx, { client: 'shop', operation: 'reserve', key, input }, work));

  it('has one result, whatever the order of the fields', async () => {
    let times = 0;
    const work = async () => ok(`result ${++times}`);
    expect(await call('key-000001', { a: 1, b: 2 }, work)).toEqual(ok('result 1'));
    expect(await call('key-000001', { b: 2, a: 1 }, work)).toEqual(ok('result 1'));
    expect(times).toBe(1);
  });

  it('is refused with another input', async () => {
    await call('key-000002', 1, async () => ok('first'));
    const again = await call('key-000002', 2, async () => ok('second'));
    expect(again).toMatchObject({ ok: false, refusals: [{ code: 'IDEMPOTENCY_KEY_REUSED' }] });
  });

  it('is refused while the first call runs', async () => {
    const { promise: hold, resolve: release } = Promise.withResolvers<void>();
    const { promise: begun, resolve: begin } = Promise.withResolvers<void>();
    const first = call('key-000003', 1, async () => {
      begin();
      await hold;
      return ok('first');
    });
    await begun;
    const second = await call('key-000003', 1, async () => ok('second'));
    expect(second).toMatchObject({ ok: false, refusals: [{ code: 'IDEMPOTENCY_IN_PROGRESS' }] });
    release();
    expect(await first).toEqual(ok('first'));
    expect(await call('key-000003', 1, async () => ok('third'))).toEqual(ok('first'));
  });

  it('keeps a refusal too', async () => {
    const refusal = refuse(invalidInput(['lines'], 'No.'));
    const work = (result: typeof refusal) =>
      inTransaction(database, (tx) =>
        oncePerKey(tx, { client: 'shop', operation: 'reserve', key: 'key-000004', input: 1 }, async () => result),
      );
    expect(await work(refusal)).toEqual(refusal);
    expect(await work(refuse(invalidInput(['other'], 'Other.')))).toEqual(refusal);
  });

  it('has one result among several taken together, each its own', async () => {
    const calls = ['key-000005', 'short', 'key-000006', 'key-000005'].map((key, place) => ({
      client: 'shop',
      operation: 'reserve',
      key,
      input: key === 'key-000005' ? 1 : place,
    }));
    const asked: number[][] = [];
    const together = () =>
      inTransaction(database, (tx) =>
        oncePerKeys(tx, calls, async (fresh) => {
          asked.push([...fresh]);
          return fresh.map((place) => (place === 2 ? refuse(invalidInput(['lines'], 'No.')) : ok(`result ${place}`)));
        }),
      );
    expect(await together()).toMatchObject([
      ok('result 0'),
      { refusals: [{ code: 'INVALID_INPUT', path: ['input', 'idempotencyKey'] }] },
      { refusals: [{ path: ['input', 'lines'] }] },
      { refusals: [{ code: 'IDEMPOTENCY_IN_PROGRESS' }] },
    ]);
    expect((await together())[3]).toEqual(ok('result 0'));
    expect(asked).toEqual([[0, 2]]);
    expect(await call('key-000005', 1, async () => ok('again'))).toEqual(ok('result 0'));
  });

  it('of fewer than 8 characters is refused', async () => {
    expect(await call('short', 1, async () => ok('x'))).toMatchObject({
      refusals: [{ code: 'INVALID_INPUT', path: ['input', 'idempotencyKey'] }],
    });
  });
});
