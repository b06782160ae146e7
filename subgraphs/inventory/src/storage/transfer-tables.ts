import { integer, pgTable, primaryKey, text } from 'drizzle-orm/pg-core';
import { itemNo, moment } from './columns.ts';

export const transferOrders = pgTable('transfer_orders', {
  id: text('id').primaryKey(),
  reference: text('reference'),
  fromLocationNo: integer('from_location_no').notNull(),
  toLocationNo: integer('to_location_no').notNull(),
  status: text('status').notNull().default('DRAFT'),
  expectedAt: moment('expected_at'),
  version: integer('version').notNull().default(1),
  createdAt: moment('created_at').notNull(),
  updatedAt: moment('updated_at').notNull(),
});

const units = (name: string) => integer(name).notNull().default(0);

export const transferLines = pgTable(
  'transfer_lines',
  {
    transferId: text('transfer_id').notNull(),
    lineNo: integer('line_no').notNull(),
    itemNo: itemNo(),
    requested: integer('requested').notNull(),
    atSender: integer('at_sender').notNull(),
    picked: units('picked'),
    notFound: units('not_found'),
    damagedAtSender: units('damaged_at_sender'),
    leftBehind: units('left_behind'),
    shipped: units('shipped'),
    inTransit: units('in_transit'),
    received: units('received'),
    damaged: units('damaged'),
    lost: units('lost'),
    foundAtSender: units('found_at_sender'),
    surplus: units('surplus'),
    takenIn: units('taken_in'),
    sentBack: units('sent_back'),
  },
  (table) => [primaryKey({ columns: [table.transferId, table.lineNo] })],
);

export const transferSteps = pgTable(
  'transfer_steps',
  {
    transferId: text('transfer_id').notNull(),
    stepNo: integer('step_no').notNull(),
    step: text('step').notNull(),
    actor: text('actor').notNull(),
    note: text('note'),
    occurredAt: moment('occurred_at').notNull(),
  },
  (table) => [primaryKey({ columns: [table.transferId, table.stepNo] })],
);
