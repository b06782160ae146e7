import { connect, ensureOwner, ownerOf, roleUrl } from '@passerelle/database';
import { testDatabase } from '@passerelle/testing';
import { expect, it } from 'vitest';
import { applyOnce, type DomainEvent, deliver, deliverTask, eventWire, publish, runDueJobs } from './index.ts';

void ensureOwner;
const event = (id: string): DomainEvent => ({
  id,
  type: 'location.eligibility-changed',
  subject: 'loc_1',
  data: { sequence: 1 },
  occurredAt: new Date('2026-11-22T09:30:00Z'),
});

it('delivers what was published, in order, and applies it once', async () => {
  await using database = await testDatabase();
  const owner = ownerOf('store-network');
  const own = connect({ url: roleUrl(database.adminUrl, owner), schema: owner.schema });
  const inventory = ownerOf('inventory');
  const other = connect({ url: roleUrl(database.adminUrl, inventory), schema: inventory.schema });
  const applied: string[] = [];
  try {
    await own.sql.begin((sql) => publish({ sql, db: own.db }, owner, [event('a'), event('b')]));
    const tasks = {
      [deliverTask]: async ({ subscriber }: { subscriber: string }) => {
        await deliver(own, subscriber, async (_name, events) => {
          for (let times = 0; times < 2; times++)
            await applyOnce(other, events, async (_tx, { id, occurredAt }) => {
              expect(occurredAt).toBeInstanceOf(Date);
              applied.push(id);
            });
        });
      },
    };
    await runDueJobs({ url: own.url, owner, tasks });
    expect(applied).toEqual(['a', 'b']);
    const [waiting] = await own.sql`select count(*)::int as n from outbox_deliveries where delivered_at is null`;
    expect(waiting?.n).toBe(0);
  } finally {
    await own.close();
    await other.close();
  }
});

it('seals and opens a signed batch, and refuses a forged one', () => {
  const wire = eventWire('one secret');
  const { body, headers } = wire.seal([event('a')], 'store-network');
  expect(wire.open(body, headers)).toEqual([event('a')]);
  expect(() => eventWire('another secret').open(body, headers)).toThrow();
});
