import { integer, jsonb, pgTable, primaryKey, text } from 'drizzle-orm/pg-core';
import { itemNo, locationNo, moment } from './columns.ts';

export const stockSnapshots = pgTable('stock_snapshots', {
  id: text('id').primaryKey(),
  locationNo: locationNo(),
  status: text('status').notNull().default('OPEN'),
  takenAt: moment('taken_at').notNull(),
  expectedChunks: integer('expected_chunks').notNull(),
  missingSkus: text('missing_skus').notNull().default('SET_TO_ZERO'),
  client: text('client').notNull(),
  receivedChunks: integer('received_chunks').notNull().default(0),
  rowCount: integer('row_count').notNull().default(0),
  summary: jsonb('summary'),
  holdReason: text('hold_reason'),
  releasedBy: text('released_by'),
  startedAt: moment('started_at').notNull().defaultNow(),
  completedAt: moment('completed_at'),
});

export const stockSnapshotChunks = pgTable(
  'stock_snapshot_chunks',
  {
    snapshotId: text('snapshot_id').notNull(),
    chunk: integer('chunk').notNull(),
    contentHash: text('content_hash').notNull(),
    itemNos: integer('item_nos').array().notNull(),
    onHands: integer('on_hands').array().notNull(),
    blockeds: integer('blockeds').array().notNull(),
  },
  (table) => [primaryKey({ columns: [table.snapshotId, table.chunk] })],
);

export const stockSnapshotRejections = pgTable(
  'stock_snapshot_rejections',
  {
    snapshotId: text('snapshot_id').notNull(),
    chunk: integer('chunk').notNull(),
    rowNo: integer('row_no').notNull(),
    sku: text('sku'),
    code: text('code').notNull(),
    message: text('message').notNull(),
  },
  (table) => [primaryKey({ columns: [table.snapshotId, table.chunk, table.rowNo] })],
);

export const countTasks = pgTable('count_tasks', {
  id: text('id').primaryKey(),
  locationNo: locationNo(),
  name: text('name').notNull(),
  status: text('status').notNull().default('OPEN'),
  approvalUnits: integer('approval_units'),
  approvalPercent: integer('approval_percent'),
  createdBy: text('created_by').notNull(),
  createdAt: moment('created_at').notNull(),
  submittedBy: text('submitted_by'),
  submittedAt: moment('submitted_at'),
  closedBy: text('closed_by'),
  closedAt: moment('closed_at'),
});

export const countLines = pgTable(
  'count_lines',
  {
    taskId: text('task_id').notNull(),
    lineNo: integer('line_no').notNull(),
    itemNo: itemNo(),
    status: text('status').notNull().default('TO_COUNT'),
    countedQuantity: integer('counted_quantity'),
    countedAt: moment('counted_at'),
    countedBy: text('counted_by'),
    expectedQuantity: integer('expected_quantity'),
  },
  (table) => [primaryKey({ columns: [table.taskId, table.lineNo] })],
);
