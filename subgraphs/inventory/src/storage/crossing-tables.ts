import { bigint, boolean, integer, json, pgTable, primaryKey, text } from 'drizzle-orm/pg-core';
import { itemNo, moment } from './columns.ts';

export const lowStockThresholds = pgTable('low_stock_thresholds', {
  channelId: text('channel_id').notNull(),
  itemNo: integer('item_no'),
  units: integer('units').notNull(),
  setBy: text('set_by').notNull(),
  setAt: moment('set_at').notNull(),
});

export const stockWatches = pgTable('stock_watches', {
  channelId: text('channel_id').primaryKey(),
  startedBy: text('started_by').notNull(),
  startedAt: moment('started_at').notNull(),
});

export const touchedItems = pgTable('touched_items', {
  itemNo: itemNo(),
  firstLookOf: text('first_look_of'),
});

export const channelStock = pgTable(
  'channel_stock',
  {
    itemNo: itemNo(),
    channelId: text('channel_id').notNull(),
    status: text('status').notNull(),
  },
  (table) => [primaryKey({ columns: [table.itemNo, table.channelId] })],
);

export const stockCrossings = pgTable('stock_crossings', {
  crossingNo: bigint('crossing_no', { mode: 'number' }).primaryKey().generatedAlwaysAsIdentity(),
  channelId: text('channel_id').notNull(),
  itemNo: itemNo(),
  kind: text('kind').notNull(),
  sellableQuantity: integer('sellable_quantity').notNull(),
  threshold: integer('threshold').notNull(),
  noticedAt: moment('noticed_at').notNull(),
});

export const stockLooks = pgTable('stock_looks', {
  isOnly: boolean('is_only').primaryKey().default(true),
  picture: json('picture'),
});
