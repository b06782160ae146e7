import { bigint, integer, numeric, pgTable, primaryKey, text, uniqueIndex } from 'drizzle-orm/pg-core';
import { itemNo, locationNo, moment } from './columns.ts';

export const reservations = pgTable(
  'reservations',
  {
    id: text('id').primaryKey(),
    status: text('status').notNull(),
    channelId: text('channel_id').notNull(),
    cartReference: text('cart_reference'),
    orderId: text('order_id'),
    revision: integer('revision'),
    locationNo: integer('location_no'),
    expiresAt: moment('expires_at'),
    heldBy: text('held_by'),
    version: integer('version').notNull().default(1),
    createdAt: moment('created_at').notNull().defaultNow(),
    updatedAt: moment('updated_at').notNull().defaultNow(),
  },
  (table) => [uniqueIndex('reservations_once').on(table.orderId, table.revision, table.locationNo)],
);

export const reservationLines = pgTable(
  'reservation_lines',
  {
    reservationId: text('reservation_id').notNull(),
    lineNo: integer('line_no').notNull(),
    orderLineId: text('order_line_id'),
    itemNo: itemNo(),
    locationNo: locationNo(),
    poolNo: integer('pool_no'),
    quantity: integer('quantity').notNull(),
    issuedQuantity: integer('issued_quantity').notNull().default(0),
    releasedQuantity: integer('released_quantity').notNull().default(0),
  },
  (table) => [primaryKey({ columns: [table.reservationId, table.lineNo] })],
);

export const inventoryPools = pgTable('inventory_pools', {
  poolNo: integer('pool_no').primaryKey().generatedAlwaysAsIdentity(),
  id: text('id').notNull().unique(),
  channelId: text('channel_id').notNull(),
  name: text('name').notNull(),
  mode: text('mode').notNull(),
  locationIds: text('location_ids').array(),
  arrivalPercent: numeric('arrival_percent', { precision: 5, scale: 2 }),
  version: integer('version').notNull().default(1),
  createdAt: moment('created_at').notNull(),
  updatedAt: moment('updated_at').notNull(),
});

export const poolStock = pgTable(
  'pool_stock',
  {
    itemNo: itemNo(),
    locationNo: locationNo(),
    poolNo: integer('pool_no').notNull(),
    allocated: integer('allocated').notNull().default(0),
    reserved: integer('reserved').notNull().default(0),
  },
  (table) => [primaryKey({ columns: [table.itemNo, table.locationNo, table.poolNo] })],
);

export const poolMovements = pgTable('pool_movements', {
  movementNo: bigint('movement_no', { mode: 'number' }).primaryKey().generatedAlwaysAsIdentity(),
  itemNo: itemNo(),
  locationNo: locationNo(),
  poolNo: integer('pool_no').notNull(),
  kind: text('kind').notNull(),
  quantity: integer('quantity').notNull(),
  reference: text('reference'),
  actor: text('actor'),
  reason: text('reason'),
  occurredAt: moment('occurred_at').notNull(),
});

export const stockIssues = pgTable('stock_issues', {
  reference: text('reference').primaryKey(),
  orderId: text('order_id').notNull(),
  units: integer('units').notNull(),
  recordedAt: moment('recorded_at').notNull().defaultNow(),
});

export const stockRestocks = pgTable('stock_restocks', {
  inspectionId: text('inspection_id').primaryKey(),
  returnId: text('return_id').notNull(),
  units: integer('units').notNull(),
  recordedAt: moment('recorded_at').notNull().defaultNow(),
});

export const promisedLevels = pgTable(
  'promised_levels',
  { itemNo: itemNo(), locationNo: locationNo(), promisedAt: moment('promised_at').notNull() },
  (table) => [primaryKey({ columns: [table.itemNo, table.locationNo] })],
);

export const poolReservedChanges = pgTable('pool_reserved_changes', {
  itemNo: itemNo(),
  locationNo: locationNo(),
  poolNo: integer('pool_no').notNull(),
  units: integer('units').notNull(),
  recordedAt: moment('recorded_at').notNull(),
});
