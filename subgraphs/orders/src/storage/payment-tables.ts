import { bigint, boolean, jsonb, pgTable, primaryKey, text } from 'drizzle-orm/pg-core';
import type { PaymentStatus } from '../domain/order.ts';
import type { PaymentOperation, RefundRequest } from '../domain/payment.ts';
import { instant, minor } from './columns.ts';

export const payments = pgTable('payments', {
  id: text('id').primaryKey(),
  orderId: text('order_id').notNull(),
  provider: text('provider').notNull(),
  reference: text('reference').notNull(),
  method: text('method').notNull(),
  status: text('status').$type<PaymentStatus>().notNull(),
  authorizedMinor: minor('authorized_minor').notNull(),
  capturedMinor: minor('captured_minor').notNull(),
  refundedMinor: minor('refunded_minor').notNull(),
  expiresAt: instant('expires_at'),
  cardToken: text('card_token'),
});

export const refundRequests = pgTable(
  'refund_requests',
  {
    orderId: text('order_id').notNull(),
    reference: text('reference').notNull(),
    inputHash: text('input_hash').notNull(),
    amountMinor: minor('amount_minor').notNull(),
    method: text('method').$type<RefundRequest['method']>().notNull(),
    reason: text('reason'),
    status: text('status').$type<RefundRequest['status']>().notNull(),
    declineCode: text('decline_code'),
    createdAt: instant('created_at').notNull(),
    updatedAt: instant('updated_at').notNull(),
    target: text('target'),
  },
  (table) => [primaryKey({ columns: [table.orderId, table.reference] })],
);

export const paymentOperations = pgTable('payment_operations', {
  id: text('id').primaryKey(),
  orderId: text('order_id').notNull(),
  paymentId: text('payment_id').notNull(),
  kind: text('kind').$type<PaymentOperation['kind']>().notNull(),
  purpose: text('purpose').$type<PaymentOperation['purpose']>().notNull(),
  amountMinor: minor('amount_minor').notNull(),
  isFinal: boolean('is_final').notNull(),
  captureId: text('capture_id'),
  refundReference: text('refund_reference'),
  isAtProvider: boolean('is_at_provider').notNull(),
  state: text('state').$type<PaymentOperation['state']>().notNull(),
  providerReference: text('provider_reference'),
  declineCode: text('decline_code'),
  requestedAt: instant('requested_at').notNull(),
  endedAt: instant('ended_at'),
});

export const paymentEvents = pgTable('payment_events', {
  position: bigint('position', { mode: 'number' }).primaryKey().generatedAlwaysAsIdentity(),
  id: text('id').notNull(),
  orderId: text('order_id').notNull(),
  paymentId: text('payment_id').notNull(),
  operationId: text('operation_id'),
  type: text('type').notNull(),
  amountMinor: minor('amount_minor').notNull(),
  actor: text('actor').notNull(),
  message: text('message').notNull(),
  occurredAt: instant('occurred_at').notNull(),
});

export const paymentNotifications = pgTable(
  'payment_notifications',
  {
    provider: text('provider').notNull(),
    notificationId: text('notification_id').notNull(),
    receivedAt: instant('received_at').notNull(),
  },
  (table) => [primaryKey({ columns: [table.provider, table.notificationId] })],
);

export const demoLedger = pgTable('demo_ledger', {
  paymentId: text('payment_id').primaryKey(),
  reference: text('reference').notNull(),
  authorizedMinor: minor('authorized_minor').notNull(),
  capturedMinor: minor('captured_minor').notNull(),
  refundedMinor: minor('refunded_minor').notNull(),
  expiresAt: instant('expires_at').notNull(),
});

export const demoMovements = pgTable('demo_movements', {
  key: text('key').primaryKey(),
  paymentId: text('payment_id').notNull(),
  kind: text('kind').notNull(),
  amountMinor: minor('amount_minor').notNull(),
  captureKey: text('capture_key'),
  answer: jsonb('answer').$type<Record<string, unknown>>().notNull(),
  askedAt: instant('asked_at').notNull(),
});

export const demoCredits = pgTable('demo_credits', {
  number: text('number').primaryKey(),
  currency: text('currency').notNull(),
  balanceMinor: minor('balance_minor').notNull(),
});

export const demoCreditLoads = pgTable('demo_credit_loads', {
  key: text('key').primaryKey(),
  number: text('number').notNull(),
  amountMinor: minor('amount_minor').notNull(),
  declineCode: text('decline_code'),
  askedAt: instant('asked_at').notNull(),
});
