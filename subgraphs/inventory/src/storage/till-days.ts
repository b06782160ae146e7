import type { Connection } from '@passerelle/database';
import { type SequenceGap, type TillDay, widestGap } from '../domain/till-day.ts';

const asMultirange = (sequences: ReadonlySet<number>) =>
  `{${[...sequences].map((number) => `[${number},${number}]`).join(',')}}`;

/** Notes which receipts tills have sent; the same one again changes nothing. */
export async function noteTillDays({ sql }: Connection, days: readonly TillDay[], now: Date): Promise<void> {
  if (days.length === 0) return;
  await sql`
    insert into till_days as known (location_no, workstation, business_date, seen, last_occurred_at, updated_at)
    select location_no, workstation, business_date, seen::int8multirange, told_at, ${now}
    from unnest(${days.map((day) => day.locationNo)}::integer[], ${days.map((day) => day.workstation)}::text[],
      ${days.map((day) => day.businessDate)}::date[], ${days.map((day) => asMultirange(day.sequences))}::text[],
      ${days.map((day) => day.lastOccurredAt.toISOString())}::timestamptz[])
      as told (location_no, workstation, business_date, seen, told_at)
    on conflict (location_no, business_date, workstation) do update
      set seen = known.seen + excluded.seen, last_occurred_at = greatest(known.last_occurred_at, excluded.last_occurred_at),
        updated_at = excluded.updated_at`;
}

/**
 * Receipts that are missing at locations, by location, day and till. A full snapshot taken after the last receipt of a
 * day makes up for them.
 */
export async function findGaps(
  { sql }: Connection,
  locationNos: readonly number[] | null,
): Promise<readonly SequenceGap[]> {
  const rows = await sql`
    select day.location_no as "locationNo", workstation, business_date::text as "businessDate",
      lower(gap)::integer as "from", (upper(gap) - 1)::integer as "to"
    from till_days as day
    left join stock_feeds as feed using (location_no)
    cross join lateral unnest(int8multirange(range_merge(seen)) - seen) as gap
    where int8multirange(range_merge(seen)) <> seen
      ${locationNos ? sql`and day.location_no = any(${locationNos as number[]}::integer[])` : sql``}
      and upper(gap) - lower(gap) <= ${widestGap}
      and last_occurred_at > coalesce(full_snapshot_as_of, '-infinity')
    order by day.location_no, business_date, workstation, lower(gap)`;
  return rows as unknown as SequenceGap[];
}
