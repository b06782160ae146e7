import type { Connection } from '@passerelle/database';
import type { PageWindow } from '@passerelle/values';
import type { Crossing, CrossingKind, NewCrossing, Standing, StockStatus } from '../domain/crossing.ts';

/** What channels were told last of items; what is absent is out of stock. */
export async function findTold(
  { sql }: Connection,
  itemNos: readonly number[],
): Promise<{ readonly itemNo: number; readonly channelId: string; readonly status: StockStatus }[]> {
  const rows = await sql`
    select item_no as "itemNo", channel_id as "channelId", status from channel_stock
    where item_no = any(${itemNos as number[]}::integer[])`;
  return rows as unknown as { itemNo: number; channelId: string; status: StockStatus }[];
}

/** Notes where channels stand now. Only one look at a time may do so. */
export async function saveStandings({ sql }: Connection, standings: readonly Standing[]): Promise<void> {
  if (standings.length === 0) return;
  await sql`
    with given as (
      select * from unnest(${standings.map(({ itemNo }) => itemNo)}::integer[],
        ${standings.map(({ channelId }) => channelId)}::text[], ${standings.map(({ after }) => after)}::text[])
        as given (item_no, channel_id, status)
    ), gone as (
      delete from channel_stock using given
      where channel_stock.item_no = given.item_no and channel_stock.channel_id = given.channel_id
        and given.status = 'OUT_OF_STOCK'
    )
    insert into channel_stock (item_no, channel_id, status)
    select item_no, channel_id, status from given where status <> 'OUT_OF_STOCK'
    on conflict (item_no, channel_id) do update set status = excluded.status`;
}

export async function insertCrossings(
  { sql }: Connection,
  crossings: readonly NewCrossing[],
  noticedAt: Date,
): Promise<void> {
  if (crossings.length === 0) return;
  await sql`
    insert into stock_crossings (channel_id, item_no, kind, sellable_quantity, threshold, noticed_at)
    select *, ${noticedAt} from unnest(
      ${crossings.map(({ channelId }) => channelId)}::text[], ${crossings.map(({ itemNo }) => itemNo)}::integer[],
      ${crossings.map(({ kind }) => kind)}::text[], ${crossings.map(({ sellableQuantity }) => sellableQuantity)}::integer[],
      ${crossings.map(({ threshold }) => threshold)}::integer[])`;
}

export type CrossingFilter = {
  readonly channelIds?: readonly string[] | null;
  readonly skus?: readonly string[] | null;
  readonly kinds?: readonly CrossingKind[] | null;
  readonly noticedAt?: { readonly from?: Date | null; readonly to?: Date | null } | null;
};

/** One page of crossings and one row more, newest first. */
export async function pageCrossings(
  { sql }: Connection,
  { channelIds, skus, kinds, noticedAt }: CrossingFilter,
  { size, backwards, after, before }: PageWindow,
): Promise<Crossing[]> {
  const { from, to } = noticedAt ?? {};
  const rows = await sql`
    select crossing_no::text as "crossingNo", channel_id as "channelId", kind,
      jsonb_build_object('itemNo', item.item_no, 'sku', sku, 'category', category, 'isTracked', is_tracked) as item,
      sellable_quantity as "sellableQuantity", threshold, noticed_at as "noticedAt"
    from stock_crossings join items as item using (item_no)
    where true
      ${channelIds ? sql`and channel_id = any(${channelIds as string[]}::text[])` : sql``}
      ${skus ? sql`and item_no = any(array(select item_no from items where sku = any(${skus as string[]}::text[])))` : sql``}
      ${kinds ? sql`and kind = any(${kinds as string[]}::text[])` : sql``}
      ${from ? sql`and noticed_at >= ${from}` : sql``}
      ${to ? sql`and noticed_at < ${to}` : sql``}
      ${after ? sql`and crossing_no < ${String(after[0])}::bigint` : sql``}
      ${before ? sql`and crossing_no > ${String(before[0])}::bigint` : sql``}
    order by crossing_no ${backwards ? sql`` : sql`desc`}
    limit ${size + 1}`;
  return rows as unknown as Crossing[];
}
