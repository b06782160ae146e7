import type { Connection } from '@passerelle/database';

/** Units a shipment or pick-up issued before; null when it is new. */
export async function findIssue({ sql }: Connection, reference: string): Promise<number | null> {
  const [row] = await sql`select units from stock_issues where reference = ${reference}`;
  return row?.units ?? null;
}

export async function insertIssue(
  { sql }: Connection,
  issue: { readonly reference: string; readonly orderId: string; readonly units: number },
  now: Date,
): Promise<void> {
  await sql`
    insert into stock_issues (reference, order_id, units, recorded_at)
    values (${issue.reference}, ${issue.orderId}, ${issue.units}, ${now})`;
}

/** Notes an inspection's restock, waiting for one under way; answers the units noted before, null when it is new. */
export async function insertRestock(
  { sql }: Connection,
  restock: { readonly inspectionId: string; readonly returnId: string; readonly units: number },
  now: Date,
): Promise<number | null> {
  const [fresh] = await sql`
    insert into stock_restocks (inspection_id, return_id, units, recorded_at)
    values (${restock.inspectionId}, ${restock.returnId}, ${restock.units}, ${now})
    on conflict do nothing returning inspection_id`;
  if (fresh) return null;
  const [row] = await sql`select units from stock_restocks where inspection_id = ${restock.inspectionId}`;
  return row?.units;
}
