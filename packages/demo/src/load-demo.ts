import type { Graph } from '@passerelle/server';
import { administrator, copyNetworkAndStock } from './load-network-and-stock.ts';
import { loadOrders, type OrdersSummary } from './load-orders.ts';
import { noteFinish, noteStart, readState, takeTurn, throwAway } from './marker.ts';
import { noProgress, type Progress } from './progress.ts';
import { makeRetailer, type Retailer } from './retailer.ts';

export type DemoOptions = {
  /** Administrator's URL of a migrated database. */
  readonly adminUrl: string;
  /** Open on the same database, but not started: `start` it afterwards. */
  readonly graph: Graph;
  readonly progress?: Progress;
  readonly retailer?: Retailer;
  /** Orders to place; 240 unless told. */
  readonly orders?: number;
  /** The moment the data is made for; must be the graph's own now. */
  readonly now?: Date;
};

/** True when the demo may be loaded: nothing is there, or only what a load that was killed left behind. */
export async function isEmpty(adminUrl: string): Promise<boolean> {
  const sql = administrator(adminUrl);
  try {
    if ((await readState(sql)) === 'UNFINISHED') return true;
    const [row] = await sql`
      select exists (select from store_network.locations) or exists (select from inventory.items) as any`;
    return !row?.any;
  } finally {
    await sql.end();
  }
}

/**
 * Loads the demo retailer: network and stock by COPY, then orders and returns through the graph. What an earlier load
 * left half done is emptied first. Answers undefined, having done nothing, when the demo is there already; throws when
 * the database holds data that is not the demo's.
 */
export async function loadDemo(options: DemoOptions): Promise<OrdersSummary | undefined> {
  const { adminUrl, graph, progress = noProgress, retailer = makeRetailer(), orders = 240, now = new Date() } = options;
  const sql = administrator(adminUrl);
  try {
    await takeTurn(sql);
    const state = await readState(sql);
    if (state === 'FINISHED') return undefined;
    if (state === 'UNFINISHED') await throwAway(sql);
    else if (!(await isEmpty(adminUrl))) throw new Error('There is data in this database that is not the demo.');
    await noteStart(sql, retailer.seed);
    await copyNetworkAndStock(sql, { retailer, now, progress });
    for (const subgraph of graph.subgraphs.values()) await subgraph.start?.();
    const summary = await loadOrders({ graph, retailer, orders, now, progress });
    await noteFinish(sql);
    return summary;
  } finally {
    await sql.end();
  }
}
