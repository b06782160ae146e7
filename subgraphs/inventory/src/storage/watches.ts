import type { Connection } from '@passerelle/database';
import type { StockWatch } from '../domain/crossing.ts';
import { isStorable } from '../domain/stock-event.ts';

/** Channels that are told of their crossings, in order of their ids. */
export async function findWatches({ sql }: Connection): Promise<StockWatch[]> {
  const rows = await sql`
    select channel_id as "channelId", started_by as "startedBy", started_at as "startedAt"
    from stock_watches order by channel_id`;
  return rows as unknown as StockWatch[];
}

/**
 * Begins to watch a channel: whatever is written from now on is looked at, and every item once to learn where the channel
 * stands. Waits for transactions that found nobody watching. Harmless when the channel is watched already.
 */
export async function insertWatch({ sql }: Connection, watch: StockWatch): Promise<void> {
  await sql`lock table stock_watches in access exclusive mode`;
  const { channelId, startedBy, startedAt } = watch;
  await sql`
    with added as (
      insert into stock_watches (channel_id, started_by, started_at) values (${channelId}, ${startedBy}, ${startedAt})
      on conflict do nothing
      returning channel_id
    )
    insert into touched_items (item_no, first_look_of) select item_no, channel_id from items, added`;
}

/** Stops watching; what the channel was told last is forgotten. */
export async function removeWatch({ sql }: Connection, channelId: string): Promise<void> {
  if (!isStorable(channelId)) return;
  await sql`delete from stock_watches where channel_id = ${channelId}`;
}
