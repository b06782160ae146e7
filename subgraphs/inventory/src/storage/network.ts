import type { Connection, Database } from '@passerelle/database';
import { type FeedEntry, readFeedEntry } from '@passerelle/eligibility';
import { type FeedFacts, type KnownLocation, type Network, standardFeed, toNetwork } from '../domain/network.ts';
import { type Kept, keep } from './kept.ts';
import { findGaps } from './till-days.ts';

/** Told in each transaction that changes facts or the settings of a feed. */
export const locationsChanged = 'locations_changed';

/**
 * Takes over entries of store-network's feed. An entry that is not newer than what is known changes nothing, so entries
 * may come twice and in any order. Throws on an entry that cannot be read, so that it is retried and seen.
 */
export async function saveFacts({ sql }: Connection, entries: readonly FeedEntry[], now: Date): Promise<void> {
  if (entries.length === 0) return;
  const rows = entries.map((entry) => {
    const { sequence, facts } = readFeedEntry(entry);
    return { id: facts.locationId, sequence, facts: asKept(entry), occurredAt: facts.occurredAt.toISOString() };
  });
  await sql`
    with given as (
      select distinct on (id) * from jsonb_to_recordset(${sql.json(rows as never)})
        as t(id text, sequence bigint, facts jsonb, "occurredAt" timestamptz)
      order by id, sequence desc
    ), saved as (
      insert into locations (id, sequence, facts, occurred_at, projected_at)
      select id, sequence, facts, "occurredAt", ${now} from given order by sequence
      on conflict (id) do update
        set sequence = excluded.sequence, facts = excluded.facts, occurred_at = excluded.occurred_at,
          projected_at = excluded.projected_at
        where locations.sequence < excluded.sequence
      returning location_no
    )
    select pg_notify(${locationsChanged}, count(*)::text) from saved`;
}

/** An event may tell more than the feed; what is kept must not depend on which of the two came first. */
const asKept = ({ returnChannelIds: _ofReturns, ...entry }: FeedEntry): FeedEntry => entry;

/** How far the projection is: what it knows last, when that became true, and how long taking it over took. */
export async function findProjection({ sql }: Connection) {
  const [row] = await sql`
    select (select count(*)::int from locations) as "locationCount", sequence::text, occurred_at as "asOf",
      extract(epoch from projected_at - occurred_at)::float8 as "lagSeconds"
    from locations order by locations.sequence desc limit 1`;
  return {
    locationCount: (row?.locationCount ?? 0) as number,
    sequence: (row?.sequence ?? null) as string | null,
    asOf: (row?.asOf ?? null) as Date | null,
    lagSeconds: (row?.lagSeconds ?? null) as number | null,
  };
}

type FeedRow = { mode: FeedFacts['mode'] } & Record<string, unknown>;

const feedOf = (row: FeedRow, gaps: ReadonlySet<number>): FeedFacts => ({
  mode: row.mode,
  freshnessLimitMinutes: row.freshness_limit_minutes as number | null,
  lastSnapshotAt: row.last_snapshot_at as Date | null,
  lastEventAt: row.last_event_at as Date | null,
  hasGap: gaps.has(row.location_no as number),
});

async function findGappyLocations(connection: Connection): Promise<ReadonlySet<number>> {
  return new Set((await findGaps(connection, null)).map(({ locationNo }) => locationNo));
}

async function findLocations(connection: Connection): Promise<KnownLocation[]> {
  const { sql } = connection;
  const gaps = await findGappyLocations(connection);
  const rows = await sql`
    select location_no, sequence, facts, mode, freshness_limit_minutes, last_snapshot_at, last_event_at
    from locations left join stock_feeds using (location_no) order by location_no`;
  return rows.map((row) => ({
    locationNo: row.location_no,
    sequence: row.sequence,
    facts: readFeedEntry(row.facts as FeedEntry).facts,
    feed: row.mode ? feedOf(row as unknown as FeedRow, gaps) : standardFeed,
  }));
}

async function refreshFeeds(connection: Connection, network: Network): Promise<Network> {
  const { sql } = connection;
  const gaps = await findGappyLocations(connection);
  const rows = await sql`
    select location_no, mode, freshness_limit_minutes, last_snapshot_at, last_event_at from stock_feeds`;
  const feeds = new Map(rows.map((row) => [row.location_no as number, feedOf(row as unknown as FeedRow, gaps)]));
  return toNetwork(
    [...network.byNo.values()].map((location) => ({
      ...location,
      feed: feeds.get(location.locationNo) ?? standardFeed,
    })),
  );
}

/** The network as the database has it now. */
export const findNetwork = async (connection: Connection): Promise<Network> =>
  toNetwork(await findLocations(connection));

/** Times of single events are not told by NOTIFY: staleness is counted in hours, and tills send all the time. */
const feedsAgeMs = 30_000;

/** The network in memory: facts until they change, times of feeds for half a minute of `now`. */
export function keepNetwork(database: Database, now: () => Date): Kept<Network> {
  type Aged = { readonly network: Network; readonly at: number };
  const readAll = async (): Promise<Aged> => ({
    network: await findNetwork(database),
    at: now().getTime(),
  });
  const isFresh = ({ at }: Aged) => Math.abs(now().getTime() - at) < feedsAgeMs;
  let current = keep(readAll);
  return {
    async get() {
      const known = await current.get();
      if (isFresh(known)) return known.network;
      const at = now().getTime();
      const refreshed = keep(async () => ({ network: await refreshFeeds(database, known.network), at }));
      current = refreshed;
      return (await refreshed.get()).network;
    },
    peek() {
      const known = current.peek();
      return known && isFresh(known) ? known.network : undefined;
    },
    drop() {
      current = keep(readAll);
    },
  };
}
