import { bigint, boolean, integer, jsonb, pgTable, primaryKey, text } from 'drizzle-orm/pg-core';
import type { ExchangeDelivery, ExchangeStatus } from '../domain/exchange.ts';
import type { RefundMethod, RefundStatus } from '../domain/refund.ts';
import { instant } from './columns.ts';

export const refunds = pgTable('refunds', {
  id: text('id').primaryKey(),
  returnId: text('return_id'),
  orderId: text('order_id').notNull(),
  customerId: text('customer_id'),
  currency: text('currency').notNull(),
  amountMinor: bigint('amount_minor', { mode: 'number' }).notNull(),
  goodsMinor: bigint('goods_minor', { mode: 'number' }).notNull(),
  deliveryMinor: bigint('delivery_minor', { mode: 'number' }).notNull(),
  feesMinor: bigint('fees_minor', { mode: 'number' }).notNull(),
  method: text('method').$type<RefundMethod>().notNull(),
  status: text('status').$type<RefundStatus>().notNull(),
  target: text('target'),
  reference: text('reference'),
  declineCode: text('decline_code'),
  maximumMinor: bigint('maximum_minor', { mode: 'number' }),
  reason: text('reason'),
  actor: text('actor').notNull(),
  createdAt: instant('created_at').notNull(),
  settledAt: instant('settled_at'),
});

export const refundLines = pgTable(
  'refund_lines',
  {
    refundId: text('refund_id').notNull(),
    returnLineId: text('return_line_id').notNull(),
    quantity: integer('quantity').notNull(),
    amountMinor: bigint('amount_minor', { mode: 'number' }).notNull(),
    taxMinor: bigint('tax_minor', { mode: 'number' }).notNull(),
    feeMinor: bigint('fee_minor', { mode: 'number' }).notNull(),
  },
  (table) => [primaryKey({ columns: [table.refundId, table.returnLineId] })],
);

export const exchanges = pgTable('exchanges', {
  id: text('id').primaryKey(),
  returnId: text('return_id').notNull(),
  originalOrderId: text('original_order_id').notNull(),
  currency: text('currency').notNull(),
  status: text('status').$type<ExchangeStatus>().notNull(),
  orderId: text('order_id'),
  creditMinor: bigint('credit_minor', { mode: 'number' }).notNull(),
  amountDueMinor: bigint('amount_due_minor', { mode: 'number' }).notNull().default(0),
  refusalCode: text('refusal_code'),
  actor: text('actor').notNull(),
  createdAt: instant('created_at').notNull(),
  settledAt: instant('settled_at'),
  isUntouchedOnly: boolean('is_untouched_only').notNull().default(false),
  cancelledAt: instant('cancelled_at'),
  delivery: jsonb('delivery').$type<ExchangeDelivery>(),
  sendToLocationIds: text('send_to_location_ids').array().notNull().default([]),
});

export const exchangeLines = pgTable(
  'exchange_lines',
  {
    exchangeId: text('exchange_id').notNull(),
    position: integer('position').notNull(),
    returnLineId: text('return_line_id').notNull(),
    orderLineId: text('order_line_id').notNull(),
    sku: text('sku').notNull(),
    quantity: integer('quantity').notNull(),
    creditMinor: bigint('credit_minor', { mode: 'number' }).notNull(),
    keptMinor: bigint('kept_minor', { mode: 'number' }).notNull().default(0),
  },
  (table) => [primaryKey({ columns: [table.exchangeId, table.position] })],
);
