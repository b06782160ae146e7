import { randomUUID } from 'node:crypto';
import { readOperation } from '@passerelle/contracts/operations';
import { aCaller, channelId, hotSku, type OpenedInventory, open, skuCount } from './dataset.ts';
import { closedLoop, type Rate } from './listing.ts';
import type { Pgbench } from './pgbench.ts';

export const buyers = 200;
const holdCart = readOperation('storefront', 'HoldCart');
const shopper = aCaller('shopper');

type Held = { readonly reserveStock: { readonly reservation: object | null; readonly userErrors: object[] } };

async function buy(inventory: OpenedInventory): Promise<void> {
  const input = {
    idempotencyKey: randomUUID(),
    channelId,
    cartReference: 'bench',
    lines: [{ sku: hotSku, quantity: 1 }],
  };
  const { reserveStock } = await inventory.ask<Held>(holdCart, { input }, shopper);
  if (!reserveStock.reservation) throw new Error(JSON.stringify(reserveStock.userErrors));
}

export type HotContest = {
  readonly grouped: (seconds: number) => Promise<Rate>;
  readonly alone: (seconds: number) => Promise<Rate>;
  /** pgbench: one bare row, by that many clients. */
  readonly limit: ((seconds: number, clients: number) => Promise<Rate>) | undefined;
  /** pgbench: any level of many, with the triggers on stock or without those that tell of changes. */
  readonly anyLevel: ((seconds: number, isTold: boolean) => Promise<Rate>) | undefined;
  readonly close: () => Promise<void>;
};

const writers = 16;

/** Two hundred buyers want one unit each of one SKU at one warehouse, again and again. */
export async function prepareHotSku(url: string, pgbench: Pgbench | undefined): Promise<HotContest> {
  const together = await open(url, {});
  const alone = await open(url, { groupedReservations: false });
  const { url: ownUrl, sql } = together.subgraph.database;
  const onRow = 'update inventory.bare set reserved = reserved + 1 where n = 1;\n';
  const onLevel = `\\set item random(1, ${skuCount})\n\\set place random(1, 100)
    update inventory.stock_levels set version = version + 1 where item_no = :item and location_no = :place;\n`.replaceAll(
    /\n +/g,
    '\n',
  );
  return {
    grouped: (seconds) => closedLoop(buyers, seconds, () => buy(together)),
    alone: (seconds) => closedLoop(buyers, seconds, () => buy(alone)),
    limit: pgbench && ((seconds, clients) => pgbench({ url: ownUrl, script: onRow, clients, seconds })),
    anyLevel:
      pgbench &&
      (async (seconds, isTold) => {
        const way = isTold ? sql`enable` : sql`disable`;
        await sql`alter table stock_levels ${way} trigger tell_updated`;
        try {
          return await pgbench({ url: ownUrl, script: onLevel, clients: writers, seconds });
        } finally {
          await sql`alter table stock_levels enable trigger tell_updated`;
        }
      }),
    async close() {
      await together.close();
      await alone.close();
    },
  };
}
