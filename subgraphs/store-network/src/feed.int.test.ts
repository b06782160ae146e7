import { readOperation } from '@passerelle/contracts/operations';
import { type FeedEntry, readFeedEntry } from '@passerelle/eligibility';
import { aService } from '@passerelle/testing';
import { describe, expect, it } from 'vitest';
import { addStore, aNetwork, eventsOf, operator } from '../test/network.ts';
import { invariants } from './index.ts';

const feed = readOperation('service', 'EligibilityFeed');
const inventory = aService('inventory');
type Page = { locationEligibilityFeed: { lastSequence: string | null; hasMore: boolean; entries: FeedEntry[] } };
type Network = Awaited<ReturnType<typeof aNetwork>>;

const page = async (network: Network, after: string | null = null, first = 500) =>
  (await network.ask<Page>(feed, { after, first }, inventory)).locationEligibilityFeed;

const pause = (network: Network, locationId: string) =>
  network.ask(
    readOperation('store-app', 'Pause'),
    { input: { locationId, type: 'CLICK_AND_COLLECT', until: '2026-11-22T12:00:00Z', reason: 'Rush' } },
    operator,
  );

describe('the feed of eligibility facts', () => {
  it('tells every location once, in the order of the latest changes', async () => {
    await using network = await aNetwork();
    for (const id of ['loc_0001', 'loc_0002', 'loc_0003']) await addStore(network.graph, { id });
    await pause(network, 'loc_0001');
    const { entries, lastSequence, hasMore } = await page(network);
    expect(entries.map(({ locationId }) => locationId)).toEqual(['loc_0002', 'loc_0003', 'loc_0001']);
    expect(lastSequence).toBe(entries.at(-1)?.sequence);
    expect(hasMore).toBe(false);
    expect(await page(network, lastSequence)).toEqual({ entries: [], lastSequence, hasMore: false });
  });

  it('is read page by page', async () => {
    await using network = await aNetwork();
    for (const id of ['loc_0001', 'loc_0002', 'loc_0003']) await addStore(network.graph, { id });
    const first = await page(network, null, 2);
    expect(first.hasMore).toBe(true);
    const second = await page(network, first.lastSequence, 2);
    expect([...first.entries, ...second.entries].map(({ locationId }) => locationId)).toEqual([
      'loc_0001',
      'loc_0002',
      'loc_0003',
    ]);
    expect(second.hasMore).toBe(false);
  });

  it('refuses a page or a place in it that cannot be', async () => {
    await using network = await aNetwork();
    for (const variables of [{ first: 0 }, { first: 501 }, { first: 1, after: 'soon' }]) {
      await expect(network.ask(feed, variables, inventory)).rejects.toThrow('BAD_USER_INPUT');
    }
  });

  it('carries the very facts that the event carried', async () => {
    await using network = await aNetwork();
    await addStore(network.graph, { dailyCapacity: 4 });
    await network.sql`
      insert into closures (id, location_id, first_day, last_day, special_hours) values
        ('cls_1', 'loc_0001', '2026-12-24', '2026-12-24', '[{"day":"THURSDAY","opensAt":"10:00","closesAt":"16:00"}]'),
        ('cls_0', 'loc_0001', '2026-01-01', '2026-01-01', '[]')`;
    await pause(network, 'loc_0001');
    const { entries } = await page(network);
    const [event] = await eventsOf(network.graph, 'loc_0001');
    expect(entries).toEqual([event]);
    expect(readFeedEntry(event as unknown as FeedEntry).facts).toMatchObject({
      closures: [{ from: '2026-12-24' }],
      services: [{ pausedUntil: new Date('2026-11-22T12:00:00Z'), preparationMinutes: 120 }],
      occurredAt: new Date('2026-11-22T09:30:00Z'),
    });
  });

  it('shows no number before every smaller one, while many write at once', async () => {
    await using network = await aNetwork();
    const ids = Array.from({ length: 12 }, (_, index) => `loc_${1000 + index}`);
    for (const id of ids) await addStore(network.graph, { id });
    let after = (await page(network)).lastSequence;
    const projection = new Map<string, string>();
    let isWriting = true;
    const reader = async () => {
      do {
        const { entries, lastSequence } = await page(network, after);
        for (const entry of entries) projection.set(entry.locationId, entry.sequence);
        after = lastSequence;
      } while (isWriting);
    };
    const reading = reader();
    for (let round = 0; round < 4; round++) await Promise.all(ids.map((id) => pause(network, id)));
    isWriting = false;
    await reading;
    const { entries } = await page(network, after);
    for (const entry of entries) projection.set(entry.locationId, entry.sequence);
    const rebuilt = new Map((await page(network)).entries.map(({ locationId, sequence }) => [locationId, sequence]));
    expect(projection).toEqual(rebuilt);
    for (const { name, sql } of invariants) expect(await network.sql.unsafe(sql), name).toEqual([]);
  });
});
