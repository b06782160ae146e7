import type { Connection, Database } from '@passerelle/database';
import type { PageWindow } from '@passerelle/values';
import { type Threshold, type Thresholds, toThresholds } from '../domain/low-stock.ts';
import { type Kept, keep } from './kept.ts';

/** Told in each transaction that changes a threshold. */
export const thresholdsChanged = 'thresholds_changed';

const selected = ({ sql }: Connection) => sql`
  select channel_id as "channelId", sku, units, set_by as "setBy", set_at as "setAt"
  from low_stock_thresholds left join items using (item_no)`;

export const findThresholds = async (connection: Connection): Promise<Thresholds> =>
  toThresholds((await connection.sql`${selected(connection)}`) as unknown as Threshold[]);

export const keepThresholds = (database: Database): Kept<Thresholds> => keep(() => findThresholds(database));

/** How many SKUs of a channel have a threshold of their own, this one left out. */
export async function countOtherThresholds({ sql }: Connection, channelId: string, itemNo: number): Promise<number> {
  const [row] = await sql`
    select count(*)::integer as n from low_stock_thresholds
    where channel_id = ${channelId} and item_no is not null and item_no <> ${itemNo}`;
  return row?.n;
}

type Key = { readonly channelId: string /** Null for the whole channel. */; readonly itemNo: number | null };

/** Sets a threshold, or removes it when `units` is null, and has the items looked at whose status it may change. */
export async function saveThreshold(
  { sql }: Connection,
  { channelId, itemNo, units, setBy }: Key & { readonly units: number | null; readonly setBy: string },
  now: Date,
): Promise<void> {
  if (units === null) {
    await sql`
      delete from low_stock_thresholds where channel_id = ${channelId} and item_no is not distinct from ${itemNo}`;
  } else {
    await sql`
      insert into low_stock_thresholds (channel_id, item_no, units, set_by, set_at)
      values (${channelId}, ${itemNo}, ${units}, ${setBy}, ${now})
      on conflict (channel_id, item_no) do update set units = ${units}, set_by = ${setBy}, set_at = ${now}`;
  }
  await sql`
    with touched as (
      insert into touched_items (item_no)
      select item_no from channel_stock
      where channel_id = ${channelId} and item_no = coalesce(${itemNo}::integer, item_no)
    )
    select pg_notify(${thresholdsChanged}, '')`;
}

export const thresholdKey = ({ sku }: Threshold) => [sku ?? ''] as const;

/** One page of a channel's thresholds and one row more: its own first, then by SKU. */
export async function pageThresholds(
  connection: Connection,
  channelId: string,
  { size, backwards, after, before }: PageWindow,
): Promise<Threshold[]> {
  const { sql } = connection;
  const key = sql`coalesce(sku, '') collate "C"`;
  const rows = await sql`
    ${selected(connection)}
    where channel_id = ${channelId}
      ${after ? sql`and ${key} > ${String(after[0])}` : sql``}
      ${before ? sql`and ${key} < ${String(before[0])}` : sql``}
    order by ${key} ${backwards ? sql`desc` : sql``}
    limit ${size + 1}`;
  return rows as unknown as Threshold[];
}

/** The threshold somebody set; undefined when nobody did. */
export async function findThreshold(
  connection: Connection,
  channelId: string,
  sku: string | null,
): Promise<Threshold | undefined> {
  const [row] = await connection.sql`
    ${selected(connection)} where channel_id = ${channelId} and sku is not distinct from ${sku}`;
  return row as Threshold | undefined;
}
