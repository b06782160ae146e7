import type { Connection } from '@passerelle/database';
import { type FeedSettings, type KnownFeed, standardSettings } from '../domain/feed-settings.ts';
import type { Gate } from '../domain/snapshot.ts';
import { locationsChanged } from './network.ts';

/** Notes how far the single events of locations have come; times never go back. */
export async function noteEvents({ sql }: Connection, latest: ReadonlyMap<number, Date>): Promise<void> {
  await sql`
    insert into stock_feeds as feed (location_no, last_event_at)
    select * from unnest(${[...latest.keys()]}::integer[],
      ${[...latest.values()].map((moment) => moment.toISOString())}::timestamptz[]) as told (location_no, told_at)
    order by location_no
    on conflict (location_no) do update set last_event_at = greatest(feed.last_event_at, excluded.last_event_at)`;
}

/** Notes an applied snapshot; a full one says zero for whatever it does not list. */
export async function noteSnapshot(
  { sql }: Connection,
  { locationNo, takenAt, isFull }: { locationNo: number; takenAt: Date; isFull: boolean },
): Promise<void> {
  await sql`
    with noted as (
      insert into stock_feeds as feed (location_no, last_snapshot_at, full_snapshot_as_of)
      values (${locationNo}, ${takenAt}, ${isFull ? takenAt : null})
      on conflict (location_no) do update
        set last_snapshot_at = greatest(feed.last_snapshot_at, excluded.last_snapshot_at),
          full_snapshot_as_of = greatest(feed.full_snapshot_as_of, excluded.full_snapshot_as_of)
      returning location_no
    )
    select pg_notify(${locationsChanged}, count(*)::text) from noted`;
}

/** Settings of feeds by location, in no order; those of a location that never reported are the standard ones. */
export async function findFeedSettings({ sql }: Connection, locationNos: readonly number[]): Promise<KnownFeed[]> {
  const rows = await sql`
    select location_no as "locationNo", mode, freshness_limit_minutes as "freshnessLimitMinutes",
      max_emptied_percent as "maxEmptiedPercent", max_change_percent as "maxChangePercent"
    from stock_feeds where location_no = any(${locationNos as number[]}::integer[])`;
  return rows as unknown as KnownFeed[];
}

export async function findGate(connection: Connection, locationNo: number): Promise<Gate> {
  return (await findFeedSettings(connection, [locationNo]))[0] ?? standardSettings;
}

/** Settings of one feed, kept from changing until the transaction ends. */
export async function lockFeedSettings(tx: Connection, locationNo: number): Promise<FeedSettings> {
  await tx.sql`insert into stock_feeds (location_no) values (${locationNo}) on conflict do nothing`;
  await tx.sql`select from stock_feeds where location_no = ${locationNo} for update`;
  return (await findFeedSettings(tx, [locationNo]))[0] ?? standardSettings;
}

export async function saveFeedSettings(
  { sql }: Connection,
  locationNo: number,
  { mode, freshnessLimitMinutes, maxEmptiedPercent, maxChangePercent }: FeedSettings,
  now: Date,
): Promise<void> {
  await sql`
    with saved as (
      update stock_feeds
      set mode = ${mode}, freshness_limit_minutes = ${freshnessLimitMinutes},
        max_emptied_percent = ${maxEmptiedPercent}, max_change_percent = ${maxChangePercent}, updated_at = ${now}
      where location_no = ${locationNo}
      returning location_no
    )
    select pg_notify(${locationsChanged}, count(*)::text) from saved`;
}
