import type { Connection } from '@passerelle/database';
import type { Picture, Suspects } from '../domain/crossing.ts';

/** Lets one process look at a time, until its transaction ends; answers what the last look rested on. */
export async function lockLook({ sql }: Connection): Promise<Picture | null> {
  const [row] = await sql`select picture from stock_looks for update`;
  return (row?.picture ?? null) as Picture | null;
}

export async function savePicture({ sql }: Connection, picture: Picture): Promise<void> {
  await sql`update stock_looks set picture = ${sql.json(picture as never)}`;
}

/** Has items looked at that did not move, because what decides about them did. */
export async function touchSuspects(
  { sql }: Connection,
  { all, skus, locationIds, locationNos }: Suspects,
): Promise<void> {
  if (all) await sql`insert into touched_items (item_no) select item_no from items`;
  else if (skus.length + locationIds.length + locationNos.length > 0) {
    await sql`
      insert into touched_items (item_no)
      select item_no from items where sku = any(${skus as string[]}::text[])
      union
      select item_no from stock_levels
      where on_hand > 0 and location_no = any(array(
        select location_no from locations
        where id = any(${locationIds as string[]}::text[]) or location_no = any(${locationNos as number[]}::integer[])))`;
  }
}

/** An item to look at, and the channels that look at it for the first time. */
export type TouchedItem = { readonly itemNo: number; readonly sku: string; readonly firstLookOf: readonly string[] };

/** Takes items that were touched, `most` at a time; what is written meanwhile stays for the next look. */
export async function takeTouched({ sql }: Connection, most: number): Promise<TouchedItem[]> {
  const rows = await sql`
    with taken as (
      delete from touched_items
      where item_no in (select distinct item_no from touched_items order by item_no limit ${most})
      returning item_no, first_look_of
    )
    select item_no as "itemNo", sku, array_remove(array_agg(distinct first_look_of), null) as "firstLookOf"
    from taken join items using (item_no) group by item_no, sku`;
  return rows as unknown as TouchedItem[];
}
