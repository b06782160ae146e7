import type { Connection } from '@passerelle/database';
import { withdrawnStatuses } from '../domain/return.ts';
import type { LowestPrice } from '../domain/without-receipt.ts';

/** Has returns of one person wait for each other until the transaction ends, and counts those since a moment. */
export async function lockPerson({ sql }: Connection, personReference: string, since: Date): Promise<number> {
  await sql`select pg_advisory_xact_lock(hashtextextended(${`returns.person:${personReference}`}, 0))`;
  const [row] = await sql<{ count: number }[]>`
    select count(*)::integer as count from returns
    where person_reference = ${personReference} and requested_at >= ${since} and status <> all(${[...withdrawnStatuses]})`;
  return row?.count ?? 0;
}

/**
 * The line that sold each SKU for least a unit, among orders with a receipt placed since a moment, the latest of equals;
 * unknown SKUs are absent. Amounts in minor units.
 */
export async function findLowestPrices(
  { sql }: Connection,
  { skus, currency, since }: { readonly skus: readonly string[]; readonly currency: string; readonly since: Date },
): Promise<ReadonlyMap<string, LowestPrice>> {
  const rows = await sql<(LowestPrice & { sku: string })[]>`
    select distinct on (sku) sku, quantity, total_minor as "totalMinor", tax_minor as "taxMinor"
    from order_line_facts join order_facts using (order_id)
    where sku = any(${[...skus]}) and currency = ${currency} and placed_at >= ${since} and quantity > 0
      and order_id not like 'no-receipt:%'
    order by sku, total_minor::numeric / quantity, placed_at desc, order_line_id`;
  return new Map(
    rows.map(({ sku, quantity, totalMinor, taxMinor }) => [
      sku,
      { quantity, totalMinor: Number(totalMinor), taxMinor: Number(taxMinor) },
    ]),
  );
}
