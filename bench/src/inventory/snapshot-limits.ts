import { pipeline } from 'node:stream/promises';
import { openClient } from '@passerelle/database';
import type postgres from 'postgres';

const rowsPerLine = 1000;

async function over(url: string, work: (sql: postgres.Sql) => Promise<number>): Promise<number> {
  const sql = openClient(url, {
    max: 1,
    connection: { search_path: 'inventory', ...{ 'passerelle.tells': 'stock' } },
  });
  try {
    return await work(sql);
  } finally {
    await sql.end();
  }
}

/** Milliseconds of a COPY of SKUs and units into an empty table without indexes. */
export const copyRows = (url: string, skus: readonly string[], units: readonly number[]): Promise<number> =>
  over(url, async (sql) => {
    await sql`create table if not exists staged (sku text not null, on_hand integer not null, blocked integer not null)`;
    await sql`truncate staged`;
    const lines: string[] = [];
    for (let first = 0; first < skus.length; first += rowsPerLine) {
      const some = skus.slice(first, first + rowsPerLine);
      lines.push(some.map((sku, place) => `${sku}\t${units[first + place]}\t0\n`).join(''));
    }
    const begun = performance.now();
    await pipeline(lines, await sql`copy staged (sku, on_hand, blocked) from stdin`.writable());
    return performance.now() - begun;
  });

/**
 * Milliseconds of one transaction that writes an entry of the ledger for each of a second store's levels, or for one in so
 * many, and changes these levels: what no snapshot can do without, with the indexes and triggers there are.
 */
export const bareWrites = (url: string, step: number): Promise<number> =>
  over(url, async (sql) => {
    const begun = performance.now();
    await sql.begin(async (tx) => {
      await tx`
        insert into stock_movements (item_no, location_no, kind, reason, quantity, applied_quantity, on_hand_after, source,
          reference, occurred_at)
        select item_no, location_no, 'BASELINE', 'SNAPSHOT', on_hand + 1, 1, on_hand + 1, 'passerelle:snapshot',
          'snp_00000000000000000000000', now()
        from stock_levels where location_no = 2 and item_no % ${step}::integer = 0 order by item_no`;
      await tx`
        update stock_levels set on_hand = on_hand + 1, version = version + 1, updated_at = now()
        where location_no = 2 and item_no % ${step}::integer = 0`;
    });
    return performance.now() - begun;
  });
