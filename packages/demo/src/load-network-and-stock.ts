import { openClient } from '@passerelle/database';
import type postgres from 'postgres';
import { insertNetwork } from './load-network.ts';
import { copyStock } from './load-stock.ts';
import { momentsOf } from './moments.ts';
import { noProgress, type Progress } from './progress.ts';
import type { Retailer } from './retailer.ts';

export type NetworkAndStockOptions = {
  /** Administrator's URL of a migrated database without locations and items. */
  readonly adminUrl: string;
  readonly retailer: Retailer;
  /** The moment the data is made for: last night's snapshot, closures and pauses count from it. */
  readonly now?: Date;
  readonly progress?: Progress;
};

/** A connection that may write every subgraph's schema. */
export const administrator = (adminUrl: string) => openClient(adminUrl, { max: 1 });

/**
 * Copies a retailer's network, items, levels and ledger straight into the subgraphs' tables, all or nothing.
 * Inventory still has to start once to fetch the network's facts. Throws when there are locations or items already.
 */
export async function loadNetworkAndStock({ adminUrl, ...load }: NetworkAndStockOptions): Promise<void> {
  const sql = administrator(adminUrl);
  try {
    await copyNetworkAndStock(sql, load);
  } finally {
    await sql.end();
  }
}

/** `loadNetworkAndStock` on a connection that is there already. */
export async function copyNetworkAndStock(
  sql: postgres.Sql,
  { retailer, now = new Date(), progress = noProgress }: Omit<NetworkAndStockOptions, 'adminUrl'>,
): Promise<void> {
  const load = { retailer, moments: momentsOf(now), progress };
  await sql.begin(async (tx) => {
    // Nobody may add a location while we look and copy.
    await tx`lock table store_network.locations, inventory.items in exclusive mode`;
    const [found] = await tx`
      select exists (select from store_network.locations) or exists (select from inventory.items) as any`;
    if (found?.any) throw new Error('There is data in this database already: nothing was loaded.');
    await insertNetwork(tx, load);
    await copyStock(tx, load);
  });
  // A planner without statistics would choose badly until the next automatic round.
  await sql`analyze store_network.locations, store_network.channel_locations, inventory.items, inventory.locations,
    inventory.stock_levels, inventory.stock_movements`;
}
