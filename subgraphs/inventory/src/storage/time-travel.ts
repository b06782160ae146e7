import type { Connection } from '@passerelle/database';
import { type FeedEntry, readFeedEntry } from '@passerelle/eligibility';
import { availabilityOf, type ChannelView, type SkuAvailability, viewOf } from '../domain/availability.ts';
import { type FeedMode, type KnownLocation, type Network, silenceOf, toNetwork } from '../domain/network.ts';
import { protectedUnits, rulesInForce } from '../domain/protection.ts';
import { type ItemStock, inOrder, type Level, offsetOf } from '../domain/stock.ts';
import { findPoolsAsOf } from './pools.ts';
import { findRulesAsOf } from './protection.ts';
import { findThresholds } from './thresholds.ts';

/**
 * What a channel could promise of SKUs at an earlier moment, by what was known then: entries of the ledger recorded
 * until then, whatever moment they tell of, and the facts, settings, rules and pools of that time. What is called low is
 * judged by today's thresholds. Six statements.
 */
export async function availabilityAsOf(
  connection: Connection,
  channelId: string,
  skus: readonly string[],
  at: Date,
): Promise<SkuAvailability[]> {
  const view = await viewAsOf(connection, channelId, at);
  const items = await findStockAsOf(connection, skus, at);
  return skus.map((sku) => availabilityOf(view, sku, items.get(sku) ?? null));
}

/** How a channel saw the network at a moment. Five statements. */
export async function viewAsOf(connection: Connection, channelId: string, at: Date): Promise<ChannelView> {
  const network = await findNetworkAsOf(connection, at);
  const rules = await findRulesAsOf(connection, at);
  const thresholds = await findThresholds(connection);
  const pools = await findPoolsAsOf(connection, at);
  return viewOf(network, rules, channelId, at, pools, thresholds.get(channelId));
}

/** Views of the past that were asked for last: a simulation asks for the same one again and again. */
export type PastViews = { readonly of: (channelId: string, at: Date) => Promise<ChannelView> };

const mostPastViews = 4;
/** What was known a moment ago may still be on its way to be committed. */
const settledMs = 60_000;

export function keepPastViews(connection: Connection, now: () => Date): PastViews {
  const kept = new Map<string, ChannelView>();
  return {
    async of(channelId, at) {
      const key = `${at.getTime()}|${channelId}`;
      const known = kept.get(key);
      if (known) return known;
      const view = await viewAsOf(connection, channelId, at);
      if (now().getTime() - at.getTime() < settledMs) return view;
      if (kept.size >= mostPastViews) kept.delete(kept.keys().next().value as string);
      kept.set(key, view);
      return view;
    },
  };
}

/** Stock of items at all locations as it was known at a moment, by SKU: what is now, less what was recorded since. */
export async function findStockAsOf(
  { sql }: Connection,
  skus: readonly string[],
  at: Date,
): Promise<ReadonlyMap<string, ItemStock>> {
  const rows = await sql`
    with item as materialized (
      select item_no, sku, category, is_tracked from items where sku = any(${skus as string[]}::text[])
    ), moved as (
      select item_no, location_no, sum(applied_quantity) as on_hand, sum(applied_blocked_quantity) as blocked
      from stock_movements
      where item_no = any(array(select item_no from item)) and recorded_at > ${at}
      group by item_no, location_no
    ), held as (
      select item_no, location_no, sum(units) as reserved from reserved_changes
      where item_no = any(array(select item_no from item)) and recorded_at > ${at}
      group by item_no, location_no
    ), entered as (
      select item_no, location_no, pool_no, sum(quantity) as units from pool_movements
      where item_no = any(array(select item_no from item)) and occurred_at > ${at}
      group by item_no, location_no, pool_no
    ), drawn as (
      select item_no, location_no, pool_no, sum(units) as units from pool_reserved_changes
      where item_no = any(array(select item_no from item)) and recorded_at > ${at}
      group by item_no, location_no, pool_no
    )
    select item.item_no as "itemNo", sku, category, is_tracked as "isTracked", coalesce((
        select array_agg(unit) from (
          select unnest(array[location_no, level.on_hand - coalesce(moved.on_hand, 0),
            level.reserved - coalesce(held.reserved, 0), level.blocked - coalesce(moved.blocked, 0)]) as unit
          from stock_levels as level
          left join moved using (item_no, location_no) left join held using (item_no, location_no)
          where level.item_no = item.item_no
        ) as units
      ), '{}') as levels, (
        select jsonb_agg(jsonb_build_object('itemNo', stock.item_no, 'locationNo', location_no, 'poolNo', pool_no,
          'allocated', allocated - coalesce(entered.units, 0), 'reserved', reserved - coalesce(drawn.units, 0)))
        from pool_stock as stock
        left join entered using (item_no, location_no, pool_no) left join drawn using (item_no, location_no, pool_no)
        where stock.item_no = item.item_no
      ) as pools
    from item`;
  return new Map(
    rows.map(({ levels, pools, ...item }) => [
      item.sku,
      { ...item, ...(pools ? { pools } : {}), levels: inOrder(Int32Array.from(levels)) } as ItemStock,
    ]),
  );
}

/** What one level held at a moment, as it was known then; no channel's rules but those for all of them. */
export async function quantitiesAsOf(connection: Connection, { sku, category, locationNo }: Level, at: Date) {
  const [network, rules, items] = await Promise.all([
    findNetworkAsOf(connection, at),
    findRulesAsOf(connection, at),
    findStockAsOf(connection, [sku], at),
  ]);
  const item = items.get(sku);
  const offset = item && offsetOf(item, locationNo);
  const [onHand = 0, reserved = 0, blocked = 0] = offset === undefined ? [] : (item?.levels.slice(offset + 1) ?? []);
  const known = network.byNo.get(locationNo);
  const place = known && {
    channelId: null,
    locationId: known.facts.locationId,
    locationType: known.facts.type,
    sku,
    category,
  };
  const inForce = rulesInForce(rules, at, 'PUBLISHING');
  const held = place ? protectedUnits(inForce, place, onHand, silenceOf(known.feed, at)) : 0;
  return { onHand, reserved, blocked, protected: held, available: Math.max(0, onHand - reserved - blocked - held) };
}

/** Facts of locations, settings of feeds and how far they had come, as known at a moment. */
async function findNetworkAsOf({ sql }: Connection, at: Date): Promise<Network> {
  const version = (kind: string) => sql`
    (select content from row_versions
      where kind = ${kind} and key = location.location_no::text and known_from <= ${at}
      order by known_from desc, version_no desc limit 1)`;
  const rows = await sql`
    select location_no as "locationNo", content -> 'sequence' as sequence, content -> 'facts' as facts,
      coalesce(feed ->> 'mode', 'SNAPSHOT_AND_EVENTS') as mode,
      (feed ->> 'freshness_limit_minutes')::integer as "freshnessLimitMinutes",
      snapshot.told_at as "lastSnapshotAt", event.told_at as "lastEventAt"
    from locations as location
    cross join lateral (select case
      when exists (select from row_versions where kind = 'locations' and key = location.location_no::text)
      then ${version('locations')} else to_jsonb(location) end as content) as fact
    left join stock_feeds as setting using (location_no)
    cross join lateral (select case
      when exists (select from row_versions where kind = 'stock_feeds' and key = location.location_no::text)
      then ${version('stock_feeds')} else to_jsonb(setting) end as feed) as feed
    left join lateral (
      select max(taken_at) as told_at from stock_snapshots
      where stock_snapshots.location_no = location.location_no and status = 'COMPLETED' and completed_at <= ${at}
    ) as snapshot on true
    left join lateral (
      select least(occurred_at, ${at}) as told_at from stock_movements
      where stock_movements.location_no = location.location_no and event_id is not null and recorded_at <= ${at}
        and occurred_at <= ${at}::timestamptz + interval '10 minutes'
      order by occurred_at desc limit 1
    ) as event on true
    where content is not null`;
  return toNetwork(rows.map(knownLocation));
}

const knownLocation = (row: Record<string, unknown>): KnownLocation => ({
  locationNo: row.locationNo as number,
  sequence: Number(row.sequence),
  facts: readFeedEntry(row.facts as FeedEntry).facts,
  feed: {
    mode: row.mode as FeedMode,
    freshnessLimitMinutes: row.freshnessLimitMinutes as number | null,
    lastSnapshotAt: row.lastSnapshotAt as Date | null,
    lastEventAt: row.lastEventAt as Date | null,
    hasGap: false,
  },
});
