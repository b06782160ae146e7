import { connect, inTransaction, listen, ownerOf, roleUrl } from '@passerelle/database';
import { testDatabase } from '@passerelle/testing';
import { expect, it } from 'vitest';
import { everything, startWaking, wakeChannel } from './index.ts';

it('tells every process on the database what transactions changed, once each, and nothing of what was undone', async () => {
  await using test = await testDatabase();
  const owner = ownerOf('orders');
  const database = connect({ url: roleUrl(test.adminUrl, owner), schema: owner.schema });
  const elsewhere = connect({ url: test.adminUrl });
  const heard: string[] = [];
  const failures: unknown[] = [];
  const listener = await listen(elsewhere, wakeChannel, { onMessage: (text) => heard.push(text), onConnect: () => {} });
  const waking = startWaking({
    database,
    sources: [
      { signal: 'order', read: (ids) => ({ order: ids, queue: [] }) },
      { signal: 'stock', read: (skus) => ({ availability: skus }) },
    ],
    onError: (error) => failures.push(error),
  });
  try {
    const undone = inTransaction(database, async (tx) => {
      tx.signal('order', ['undone']);
      throw new Error('changed its mind');
    });
    await expect(undone).rejects.toThrow('changed its mind');
    for (const id of ['a', 'b', 'a']) await inTransaction(database, async (tx) => tx.signal('order', [id, id]));
    await expect.poll(() => heard, { timeout: 20_000 }).toEqual(['{"order":["a","b"]}']);

    heard.length = 0;
    const many = Array.from({ length: 250 }, (_, n) => `sku-${n}`);
    database.signal('stock', many);
    await expect.poll(() => heard.length, { timeout: 20_000 }).toBe(3);
    expect(heard.flatMap((text) => JSON.parse(text).availability)).toEqual(many);

    heard.length = 0;
    database.signal(
      'stock',
      Array.from({ length: 1001 }, (_, n) => String(n)),
    );
    await expect.poll(() => heard, { timeout: 20_000 }).toEqual([JSON.stringify({ availability: [everything] })]);
    expect(failures).toEqual([]);
  } finally {
    await waking.stop();
    await listener.close();
    await database.close();
    await elsewhere.close();
  }
});

it('tells with the next changes what it could not tell, and the last before it stops', async () => {
  await using test = await testDatabase();
  const owner = ownerOf('orders');
  const database = connect({ url: roleUrl(test.adminUrl, owner), schema: owner.schema });
  const elsewhere = connect({ url: test.adminUrl });
  const heard: string[] = [];
  const listener = await listen(elsewhere, wakeChannel, { onMessage: (text) => heard.push(text), onConnect: () => {} });
  let failures = 0;
  const waking = startWaking({
    database,
    sources: [
      {
        signal: 'order',
        read: (ids) => {
          if (failures === 0) throw new Error('cut');
          return { order: ids };
        },
      },
    ],
    onError: () => failures++,
  });
  try {
    database.signal('order', ['a']);
    await expect.poll(() => failures, { timeout: 20_000 }).toBe(1);
    database.signal('order', ['b']);
    await expect.poll(() => heard, { timeout: 20_000 }).toEqual(['{"order":["a","b"]}']);
    database.signal('order', ['c']);
    await waking.stop();
    await expect.poll(() => heard, { timeout: 20_000 }).toEqual(['{"order":["a","b"]}', '{"order":["c"]}']);
  } finally {
    await waking.stop();
    await listener.close();
    await database.close();
    await elsewhere.close();
  }
});
