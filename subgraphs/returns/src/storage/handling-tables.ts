import { bigint, boolean, integer, pgTable, primaryKey, text } from 'drizzle-orm/pg-core';
import type { ExtraKind, ExtraOutcome } from '../domain/extra.ts';
import type { Disposition, InspectionStatus, ItemCondition } from '../domain/inspection.ts';
import { identity, instant } from './columns.ts';

export const receipts = pgTable('receipts', {
  id: identity('id'),
  returnId: text('return_id').notNull(),
  locationId: text('location_id').notNull(),
  receivedAt: instant('received_at').notNull(),
  trackingNumber: text('tracking_number'),
  actor: text('actor').notNull(),
});

export const receiptLines = pgTable(
  'receipt_lines',
  {
    receiptId: bigint('receipt_id', { mode: 'number' }).notNull(),
    returnLineId: text('return_line_id').notNull(),
    quantity: integer('quantity').notNull(),
    damagedQuantity: integer('damaged_quantity').notNull().default(0),
  },
  (table) => [primaryKey({ columns: [table.receiptId, table.returnLineId] })],
);

export const receiptExtras = pgTable('receipt_extras', {
  id: text('id').primaryKey(),
  returnId: text('return_id').notNull(),
  receiptId: bigint('receipt_id', { mode: 'number' }).notNull(),
  kind: text('kind').$type<ExtraKind>().notNull(),
  sku: text('sku').notNull(),
  quantity: integer('quantity').notNull(),
  note: text('note'),
  outcome: text('outcome').$type<ExtraOutcome>().notNull().default('HELD'),
  returnLineId: text('return_line_id'),
  decidedBy: text('decided_by'),
  decidedAt: instant('decided_at'),
});

export const inspections = pgTable('inspections', {
  id: text('id').primaryKey(),
  returnId: text('return_id').notNull(),
  locationId: text('location_id').notNull(),
  inspectedAt: instant('inspected_at').notNull(),
  actor: text('actor').notNull(),
  status: text('status').$type<InspectionStatus>().notNull().default('CONFIRMED'),
  confirmedBy: text('confirmed_by'),
  needsRestock: boolean('needs_restock').notNull(),
  restockedAt: instant('restocked_at'),
});

export const inspectionLines = pgTable(
  'inspection_lines',
  {
    inspectionId: text('inspection_id').notNull(),
    position: integer('position').notNull(),
    returnLineId: text('return_line_id').notNull(),
    sku: text('sku').notNull(),
    quantity: integer('quantity').notNull(),
    condition: text('condition').$type<ItemCondition>().notNull(),
    disposition: text('disposition').$type<Disposition>().notNull(),
    note: text('note'),
    photoUrls: text('photo_urls').array().notNull().default([]),
    restockSku: text('restock_sku'),
    toLocationId: text('to_location_id'),
  },
  (table) => [primaryKey({ columns: [table.inspectionId, table.position] })],
);

export const returnTransfers = pgTable('return_transfers', {
  id: text('id').primaryKey(),
  returnId: text('return_id').notNull(),
  inspectionId: text('inspection_id'),
  sku: text('sku').notNull(),
  quantity: integer('quantity').notNull(),
  fromLocationId: text('from_location_id').notNull(),
  toLocationId: text('to_location_id'),
  sentAt: instant('sent_at').notNull(),
  arrivedAt: instant('arrived_at'),
  stockedAt: instant('stocked_at'),
  returnLineId: text('return_line_id'),
});
