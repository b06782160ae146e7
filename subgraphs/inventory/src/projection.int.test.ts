import { ownerOf, roleUrl } from '@passerelle/database';
import { type FeedEntry, type LocationFacts, toFeedEntry } from '@passerelle/eligibility';
import { runDueJobs } from '@passerelle/events';
import { createExecutor, createLog, type ServiceCall } from '@passerelle/server';
import { aCaller, ask, testClock, testDatabase } from '@passerelle/testing';
import { expect, it, onTestFinished } from 'vitest';
import { aStore, aWarehouse } from '../test/a-network.ts';
import { openInventory } from './index.ts';

/** Store-network as inventory sees it: a feed that keeps the latest entry of each location. */
function aFeed(entries: readonly FeedEntry[]) {
  const state = { isUp: true, calls: 0 };
  const call: ServiceCall = async <Data>(_query: string, { after, first }: Readonly<Record<string, unknown>>) => {
    state.calls++;
    if (!state.isUp) throw new Error('store-network does not answer');
    // Two at a time, whatever is asked, so that pages follow one another.
    const rest = entries.filter(({ sequence }) => Number(sequence) > Number(after ?? 0));
    const page = rest.slice(0, Math.min(2, first as number));
    const lastSequence = page.at(-1)?.sequence ?? null;
    return { locationEligibilityFeed: { entries: page, lastSequence, hasMore: rest.length > page.length } } as Data;
  };
  return { call, state };
}

async function open(call: ServiceCall | undefined, clock = testClock()) {
  const database = await testDatabase();
  const log = createLog('silent');
  const databaseUrl = roleUrl(database.adminUrl, ownerOf('inventory'));
  const services = call ? { 'store-network': call } : {};
  const subgraph = await openInventory({ databaseUrl, services, now: clock.now, log });
  onTestFinished(async () => {
    await subgraph.close();
    await database[Symbol.asyncDispose]();
  });
  const tell = (entries: readonly FeedEntry[], name = 'evt') =>
    subgraph.receive(
      entries.map((entry) => ({
        id: `${name}_${entry.sequence}_${entry.locationId}`,
        type: 'location.eligibility-changed' as const,
        subject: entry.locationId,
        data: entry as unknown as Record<string, unknown>,
        occurredAt: clock.now(),
      })),
    );
  const projection = async () => [
    ...(await subgraph.database.sql`select id, sequence, facts, occurred_at from locations order by id`),
  ];
  return { subgraph, tell, projection, executor: createExecutor(subgraph, log) };
}

const histories: LocationFacts[] = [
  aWarehouse('loc_w'),
  aStore('loc_1'),
  aStore('loc_2'),
  aStore('loc_1', { status: 'INACTIVE' }),
  aStore('loc_3', { closures: [{ from: '2026-12-25', to: '2026-12-25', specialHours: [] }] }),
  aStore('loc_2', { exhaustedServices: ['CLICK_AND_COLLECT'] }),
];
const history = histories.map((facts, index) => toFeedEntry(index + 1, facts));
const latest = history.filter(
  (entry, index) => !history.slice(index + 1).some(({ locationId }) => locationId === entry.locationId),
);

it('a replay of the feed gives the projection that events gave', async () => {
  const live = await open(undefined);
  await live.tell(history.map((entry) => ({ ...entry, returnChannelIds: ['chn_web'] })));
  const replayed = await open(aFeed(latest).call);
  await replayed.subgraph.start?.();
  expect(await replayed.projection()).toEqual(await live.projection());
  expect(await live.projection()).toHaveLength(4);
});

it('events that come twice, late or in the wrong order change nothing', async () => {
  const live = await open(undefined);
  await live.tell(history);
  const before = await live.projection();
  await live.tell(history);
  await live.tell(history.toReversed(), 'again');
  expect(await live.projection()).toEqual(before);
});

it('a start mends what events missed', async () => {
  const { call } = aFeed(latest);
  const mended = await open(call);
  await mended.tell(history.filter((_, index) => index % 2 === 0));
  await mended.subgraph.start?.();
  const whole = await open(call);
  await whole.subgraph.start?.();
  expect(await mended.projection()).toEqual(await whole.projection());
});

it('without store-network it serves what it knows, and repairs itself later', async () => {
  const { call, state } = aFeed(latest);
  state.isUp = false;
  const { subgraph, tell, projection, executor } = await open(call);
  await tell([history[1] as FeedEntry]);
  await subgraph.start?.();
  const names = () =>
    ask<{ pickupStores: { nodes: unknown[] } }>(
      executor,
      `query P { pickupStores(channelId: "chn_web", near: { latitude: 48.86, longitude: 2.35 },
        items: [{ sku: "NO", quantity: 1 }], filter: { includeIneligible: true }) { nodes { location { id } } } }`,
      {},
      aCaller('operator'),
    ).then((data) => data.pickupStores.nodes);
  expect(await names()).toEqual([{ location: { id: 'loc_1' } }]);

  state.isUp = true;
  await runDueJobs({ url: subgraph.database.url, owner: subgraph.owner, tasks: subgraph.tasks });
  expect(await projection()).toHaveLength(4);
  expect(await names()).toHaveLength(3);
});

it('another process that wrote facts is heard', async () => {
  const { subgraph, tell, executor } = await open(undefined);
  await tell([history[1] as FeedEntry]);
  const isStale = () =>
    ask<{ _entities: { stockFreshness: unknown }[] }>(
      executor,
      `{ _entities(representations: [{ __typename: "Location", id: "loc_new" }]) { ... on Location { stockFreshness { isStale } } } }`,
      {},
      aCaller('operator'),
    ).then((data) => data._entities[0]?.stockFreshness);
  expect(await isStale()).toBeNull();
  const entry = toFeedEntry(9, aStore('loc_new'));
  await subgraph.database.sql.begin(async (sql) => {
    await sql`
      insert into locations (id, sequence, facts, occurred_at)
      values ('loc_new', 9, ${sql.json(entry as never)}, ${entry.occurredAt})`;
    await sql`select pg_notify('locations_changed', '1')`;
  });
  await expect.poll(isStale).toEqual({ isStale: false });
});
