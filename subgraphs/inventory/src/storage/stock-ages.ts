import type { Connection } from '@passerelle/database';
import type { ChannelView } from '../domain/availability.ts';
import type { SourcingCandidate, StockAge } from '../domain/sourcing.ts';
import { type ItemStock, offsetOf } from '../domain/stock.ts';

const dayMs = 86_400_000;

/**
 * The same candidates with the age of their stock at the view's moment. The oldest are taken to be sold first, so that
 * what is on hand is what came last: going back in time, the arrival with which all of it has come is the oldest unit's.
 * Each level is read by its own end of an index. One statement.
 */
export async function withStockAges(
  { sql }: Connection,
  { network, at }: Pick<ChannelView, 'network' | 'at'>,
  candidates: readonly SourcingCandidate[],
  stock: ReadonlyMap<string, ItemStock>,
): Promise<SourcingCandidate[]> {
  const places = candidates.map(({ locationId }) => network.byId.get(locationId)?.locationNo ?? 0);
  const levels = [...stock.values()].flatMap((item) =>
    places.flatMap((locationNo) => {
      const offset = offsetOf(item, locationNo);
      const onHand = offset === undefined ? 0 : (item.levels[offset + 1] as number);
      return onHand > 0 ? [{ itemNo: item.itemNo, locationNo, onHand }] : [];
    }),
  );
  const rows = await sql<{ itemNo: number; locationNo: number; since: Date | null }[]>`
    select level.item_no as "itemNo", level.location_no as "locationNo",
      coalesce(max(came.occurred_at) filter (where came.units >= on_hand), min(came.occurred_at)) as since
    from unnest(${levels.map(({ itemNo }) => itemNo)}::integer[], ${levels.map(({ locationNo }) => locationNo)}::integer[],
      ${levels.map(({ onHand }) => onHand)}::integer[]) as level (item_no, location_no, on_hand)
    cross join lateral (
      select occurred_at, sum(applied_quantity) over (order by occurred_at desc, movement_no desc) as units
      from stock_movements as movement
      where movement.item_no = level.item_no and movement.location_no = level.location_no
        and applied_quantity > 0 and recorded_at <= ${at}
    ) as came
    group by 1, 2`;
  const skuOf = new Map([...stock.values()].map(({ itemNo, sku }) => [itemNo, sku]));
  const ages = Map.groupBy(rows, ({ locationNo }) => locationNo);
  return candidates.map((candidate, index) => ({
    ...candidate,
    stockAges: (ages.get(places[index] as number) ?? []).map(
      ({ itemNo, since }): StockAge => ({
        sku: skuOf.get(itemNo) as string,
        days: since ? Math.max(0, (at.getTime() - since.getTime()) / dayMs) : 0,
      }),
    ),
  }));
}
