import type { Connection } from '@passerelle/database';
import type { PaymentOperation } from '../domain/payment.ts';
import type { Shipment, ShipmentLine } from '../domain/shipment.ts';
import type { workRows } from './place.ts';
import { asRows } from './rows.ts';

/** What was done for an order before we knew of it. */
export type PastWork = ReturnType<typeof workRows> & {
  readonly shipments: readonly Shipment[];
  readonly shipmentLines: readonly ShipmentLine[];
  readonly operations: readonly PaymentOperation[];
};

/** Stores the past of an order that is stored in the same transaction; no job follows from it. */
export async function insertPast(tx: Connection, past: PastWork): Promise<void> {
  const { sql } = tx;
  const into = (table: string, rows: readonly object[]) => sql`
    insert into ${sql(table)} select * from jsonb_populate_recordset(null::${sql(table)}, ${asRows(tx, rows)})`;
  await sql`
    with work as (${into('fulfillment_orders', past.work)}),
      parts as (${into('fulfillment_order_lines', past.lines)}),
      parcels as (${into('shipments', past.shipments)}),
      contents as (${into('shipment_lines', past.shipmentLines)}),
      money as (${into('payment_operations', past.operations)})
    select`;
}
