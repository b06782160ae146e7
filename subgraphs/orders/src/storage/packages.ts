import type { Connection } from '@passerelle/database';
import type { Package, PackageLine } from '../domain/packing.ts';
import { asRows, columnsOf, isAmong } from './rows.ts';
import { packageLines, packages } from './tables.ts';

const columns = { parcel: columnsOf(packages), line: columnsOf(packageLines) };

/** Puts parcels in the place of those that have not left yet. */
export async function replacePackages(
  tx: Connection,
  workId: string,
  parcels: readonly Package[],
  lines: readonly PackageLine[],
): Promise<void> {
  await tx.sql`delete from packages where fulfillment_order_id = ${workId} and shipment_id is null`;
  await tx.sql`
    with parcels as (
      insert into packages select * from jsonb_populate_recordset(null::packages, ${asRows(tx, parcels)})
    )
    insert into package_lines select * from jsonb_populate_recordset(null::package_lines, ${asRows(tx, lines)})`;
}

/** Parcels of work that have not left yet, with what is in them. */
export async function findOpenPackages({ sql }: Connection, workId: string) {
  const parcels = await sql`
    select ${sql.unsafe(columns.parcel)} from packages
    where fulfillment_order_id = ${workId} and shipment_id is null order by position`;
  const lines = await sql`
    select ${sql.unsafe(columns.line)} from package_lines where package_id = any(${parcels.map(({ id }) => id)}::text[])`;
  return { parcels: parcels as unknown as Package[], lines: lines as unknown as PackageLine[] };
}

export async function handPackagesOn(
  { sql }: Connection,
  ids: readonly string[],
  shipment: { readonly id: string; readonly trackingNumber: string | null },
): Promise<void> {
  await sql`
    update packages set shipment_id = ${shipment.id}, tracking_number = ${shipment.trackingNumber}
    where id ${isAmong(sql, ids)}`;
}

export async function findPackagesOfShipments({ sql }: Connection, ids: readonly string[]): Promise<Package[]> {
  const rows = await sql`
    select ${sql.unsafe(columns.parcel)} from packages
    where shipment_id ${isAmong(sql, ids)} order by shipment_id, position`;
  return rows as unknown as Package[];
}
