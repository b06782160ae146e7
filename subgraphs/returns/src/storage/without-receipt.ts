import type { Connection } from '@passerelle/database';
import { withdrawnStatuses } from '../domain/return.ts';

/** Has returns of one person wait for each other until the transaction ends, and counts those since a moment. */
export async function lockPerson({ sql }: Connection, personReference: string, since: Date): Promise<number> {
  await sql`select pg_advisory_xact_lock(hashtextextended(${`returns.person:${personReference}`}, 0))`;
  const [row] = await sql<{ count: number }[]>`
    select count(*)::integer as count from returns
    where person_reference = ${personReference} and requested_at >= ${since} and status <> all(${[...withdrawnStatuses]})`;
  return row?.count ?? 0;
}

/** The lowest price of a unit, in minor units, among orders with a receipt placed since a moment; unknown SKUs are absent. */
export async function findLowestPrices(
  { sql }: Connection,
  { skus, currency, since }: { readonly skus: readonly string[]; readonly currency: string; readonly since: Date },
): Promise<ReadonlyMap<string, number>> {
  const rows = await sql<{ sku: string; minor: number }[]>`
    select sku, min(total_minor / quantity)::bigint as minor
    from order_line_facts join order_facts using (order_id)
    where sku = any(${[...skus]}) and currency = ${currency} and placed_at >= ${since} and quantity > 0
      and order_id not like 'no-receipt:%'
    group by sku`;
  return new Map(rows.map(({ sku, minor }) => [sku, Number(minor)]));
}
