import { connect, ownerOf, roleUrl } from '@passerelle/database';
import { subgraphNames } from '@passerelle/server';
import { testDatabase } from '@passerelle/testing';
import { expect, it } from 'vitest';

it('lets each subgraph see its own tables and nobody else’s', async () => {
  await using database = await testDatabase();
  for (const name of subgraphNames) {
    const owner = ownerOf(name);
    const own = connect({ url: roleUrl(database.adminUrl, owner), schema: owner.schema, max: 1 });
    try {
      expect(await own.sql`select count(*)::int as rows from outbox`).toEqual([{ rows: 0 }]);
      for (const other of subgraphNames.filter((candidate) => candidate !== name).map(ownerOf)) {
        for (const [schema, table] of [
          [other.schema, 'outbox'],
          [other.jobsSchema, '_private_jobs'],
        ] as const) {
          const peek = own.sql`select * from ${own.sql(schema)}.${own.sql(table)}`;
          await expect(peek).rejects.toThrow(`permission denied for schema ${schema}`);
        }
      }
      await expect(own.sql`create schema mine`).rejects.toThrow('permission denied');
      await expect(own.sql`create table public.mine (id int)`).rejects.toThrow('permission denied');
    } finally {
      await own.close();
    }
  }
});

it('takes a password of its own for a role, whatever characters it holds', async () => {
  const owner = ownerOf('orders');
  const url = roleUrl('postgres://admin:pw@db:5432/x', owner, "it's / a @ secret");
  expect(new URL(url).username).toBe('passerelle_orders');
  expect(decodeURIComponent(new URL(url).password)).toBe("it's / a @ secret");
});
