import type { Connection } from '@passerelle/database';
import type { OrderEdit } from '../domain/edit.ts';
import type { DeliveryGroup, OrderLine } from '../domain/order.ts';
import { asRow, asRows, columnsOf, isAmong } from './rows.ts';
import { orderEdits } from './tables.ts';

const columns = columnsOf(orderEdits);

/** Newest first. */
export async function findEditsOfOrders({ sql }: Connection, orderIds: readonly string[]): Promise<OrderEdit[]> {
  const rows = await sql`
    select ${sql.unsafe(columns)} from order_edits
    where order_id ${isAmong(sql, orderIds)} order by order_id, version desc`;
  return rows as unknown as OrderEdit[];
}

/** Lines and groups of a locked order as an edit leaves them, new ones included, and the edit itself. */
export async function saveEdit(
  tx: Connection,
  edit: OrderEdit,
  { lines, groups }: { readonly lines: readonly OrderLine[]; readonly groups: readonly DeliveryGroup[] },
): Promise<void> {
  await tx.sql`
    insert into delivery_groups
    select * from jsonb_populate_recordset(null::delivery_groups, ${asRows(tx, groups)})
    on conflict (id) do update
    set method = excluded.method, shipping_address = excluded.shipping_address,
      pickup_location_id = excluded.pickup_location_id, pickup_code = excluded.pickup_code,
      service_level = excluded.service_level, promised_from = excluded.promised_from,
      promised_to = excluded.promised_to`;
  await tx.sql`
    insert into order_lines
    select * from jsonb_populate_recordset(null::order_lines, ${asRows(tx, lines)})
    on conflict (id) do update
    set ordered_quantity = excluded.ordered_quantity, cancelled_quantity = excluded.cancelled_quantity,
      backordered_quantity = excluded.backordered_quantity, tax_minor = excluded.tax_minor`;
  await tx.sql`insert into order_edits select * from jsonb_populate_record(null::order_edits, ${asRow(tx, edit)})`;
}
