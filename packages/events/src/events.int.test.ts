import { connect, type Database, inTransaction, ownerOf, roleUrl } from '@passerelle/database';
import { testDatabase } from '@passerelle/testing';
import { expect, it, vi } from 'vitest';
import { applyOnce, type DomainEvent, deliver, eventWire, publish, startDelivery } from './index.ts';

const event = (id: string): DomainEvent => ({
  id,
  type: 'location.eligibility-changed',
  subject: 'loc_1',
  data: { sequence: 1 },
  occurredAt: new Date('2026-11-22T09:30:00Z'),
});

async function twoSubgraphs(): Promise<AsyncDisposable & { readonly own: Database; readonly other: Database }> {
  const database = await testDatabase();
  const [own, other] = (['store-network', 'inventory'] as const).map((name) => {
    const owner = ownerOf(name);
    return connect({ url: roleUrl(database.adminUrl, owner), schema: owner.schema });
  }) as [Database, Database];
  return {
    own,
    other,
    async [Symbol.asyncDispose]() {
      await own.close();
      await other.close();
      await database[Symbol.asyncDispose]();
    },
  };
}

const waiting = async ({ sql }: Database) =>
  (await sql`select count(*)::int as n from outbox_deliveries where delivered_at is null`)[0]?.n;

it('delivers what was published, in order, and applies it once', async () => {
  await using graph = await twoSubgraphs();
  const { own, other } = graph;
  const applied: string[] = [];
  await inTransaction(own, (tx) => publish(tx, [event('a'), event('b')]));
  await deliver(own, 'inventory', async (_name, events) => {
    for (let times = 0; times < 2; times++)
      await applyOnce(other, events, async (_tx, fresh) => {
        expect(fresh[0]?.occurredAt).toBeInstanceOf(Date);
        applied.push(...fresh.map(({ id }) => id));
      });
  });
  expect(applied).toEqual(['a', 'b']);
  expect(await waiting(own)).toBe(0);
});

it('delivers when a transaction has committed, and tries again after a failure and when another process wrote', async () => {
  await using graph = await twoSubgraphs();
  const { own } = graph;
  const sent: string[] = [];
  const failures: string[] = [];
  const delivery = startDelivery({
    database: own,
    send: async (subscriber, events) => {
      if (failures.length === 0) throw new Error(`${subscriber} is away`);
      sent.push(...events.map(({ id }) => id));
    },
    onError: (error) => failures.push((error as Error).message),
  });
  try {
    const undone = inTransaction(own, async (tx) => {
      await publish(tx, [event('undone')]);
      throw new Error('changed its mind');
    });
    await expect(undone).rejects.toThrow('changed its mind');
    await inTransaction(own, (tx) => publish(tx, [event('a')]));
    await vi.waitFor(() => expect(sent).toEqual(['a']), { timeout: 20_000 });
    expect(failures).toEqual(['inventory is away']);

    // Another connection's signal is not heard here.
    const elsewhere = connect({ url: own.url, schema: ownerOf('store-network').schema });
    await inTransaction(elsewhere, (tx) => publish(tx, [event('b')]));
    await elsewhere.close();
    await vi.waitFor(() => expect(sent).toEqual(['a', 'b']), { timeout: 20_000 });
  } finally {
    await delivery.stop();
  }
  expect(await waiting(own)).toBe(0);
});

it('seals and opens a signed batch, and refuses a forged one', () => {
  const wire = eventWire('one secret');
  const { body, headers } = wire.seal([event('a')], 'store-network');
  expect(wire.open(body, headers)).toEqual([event('a')]);
  expect(() => eventWire('another secret').open(body, headers)).toThrow();
});
