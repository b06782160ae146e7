import type { Connection } from '@passerelle/database';
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
