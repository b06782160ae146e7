import type { Connection } from '@passerelle/database';
import type { PageWindow } from '@passerelle/values';
import type { Level } from '../domain/stock.ts';

export type LevelFilter = {
  readonly skus?: readonly string[] | null;
  readonly locationNos?: readonly number[] | null;
  readonly onlyWithStock?: boolean | null;
  readonly updatedFrom?: Date | null;
  readonly updatedTo?: Date | null;
};

const levelOf = (row: Record<string, unknown>) => row as unknown as Level;

const selected = ({ sql }: Connection) => sql`
  select level.item_no as "itemNo", level.location_no as "locationNo", sku, category, is_tracked as "isTracked",
    on_hand as "onHand", reserved, blocked, version, updated_at as "updatedAt"
  from stock_levels as level join items using (item_no)`;

/** Levels by their two numbers, in no order; missing ones are absent. */
export async function findLevels(
  connection: Connection,
  keys: readonly { readonly itemNo: number; readonly locationNo: number }[],
): Promise<Level[]> {
  const rows = await connection.sql`
    ${selected(connection)}
    join unnest(${keys.map((key) => key.itemNo)}::integer[], ${keys.map((key) => key.locationNo)}::integer[])
      as wanted (item_no, location_no) using (item_no, location_no)`;
  return rows.map(levelOf);
}

/** Units neither reserved nor blocked, by location, over all tracked items; locations without stock are absent. */
export async function sumFreeUnits({ sql }: Connection, locationIds: readonly string[]) {
  return sql<{ locationId: string; units: number }[]>`
    select locations.id as "locationId", sum(greatest(0, on_hand - reserved - blocked))::int as units
    from locations join stock_levels using (location_no) join items using (item_no)
    where locations.id = any(${locationIds as string[]}) and is_tracked group by locations.id`;
}

/** Which of the two indexes leads: the order of a page follows it, so that a page reads no more than a page. */
export type LevelOrder = 'ITEM' | 'LOCATION';

export const levelKey = (order: LevelOrder) => (level: Level) =>
  order === 'ITEM' ? [level.itemNo, level.locationNo] : [level.locationNo, level.itemNo];

/** One page and one row more. */
export async function pageLevels(
  connection: Connection,
  filter: LevelFilter,
  order: LevelOrder,
  { size, backwards, after, before }: PageWindow,
): Promise<Level[]> {
  const { sql } = connection;
  const key = order === 'ITEM' ? sql`level.item_no, level.location_no` : sql`level.location_no, level.item_no`;
  const down =
    order === 'ITEM'
      ? sql`level.item_no desc, level.location_no desc`
      : sql`level.location_no desc, level.item_no desc`;
  const { skus, locationNos, onlyWithStock, updatedFrom, updatedTo } = filter;
  const rows = await sql`
    ${selected(connection)}
    where true
      ${skus ? sql`and sku = any(${skus as string[]}::text[])` : sql``}
      ${locationNos ? sql`and level.location_no = any(${locationNos as number[]}::integer[])` : sql``}
      ${onlyWithStock ? sql`and on_hand > 0` : sql``}
      ${updatedFrom ? sql`and updated_at >= ${updatedFrom}` : sql``}
      ${updatedTo ? sql`and updated_at < ${updatedTo}` : sql``}
      ${after ? sql`and (${key}) > (${after[0] as number}, ${after[1] as number})` : sql``}
      ${before ? sql`and (${key}) < (${before[0] as number}, ${before[1] as number})` : sql``}
    order by ${backwards ? down : key}
    limit ${size + 1}`;
  return rows.map(levelOf);
}
