import { boolean, jsonb, pgTable, text } from 'drizzle-orm/pg-core';
import type {
  CancellationRefusalReason,
  CancellationRequest,
  CancellationRequestStatus,
  ChangeRequest,
} from '../domain/letting-go.ts';
import { instant } from './columns.ts';

export const changeRequests = pgTable('change_requests', {
  id: text('id').primaryKey(),
  orderId: text('order_id').notNull(),
  kind: text('kind').$type<ChangeRequest['kind']>().notNull(),
  status: text('status').$type<ChangeRequest['status']>().notNull(),
  input: jsonb('input').$type<object>().notNull(),
  isByStaff: boolean('is_by_staff').notNull(),
  requestedBy: text('requested_by').notNull(),
  requestedAt: instant('requested_at').notNull(),
  answerBy: instant('answer_by').notNull(),
  reason: text('reason'),
  endedAt: instant('ended_at'),
});

export const cancellationRequests = pgTable('cancellation_requests', {
  id: text('id').primaryKey(),
  changeId: text('change_id').notNull(),
  orderId: text('order_id').notNull(),
  fulfillmentOrderId: text('fulfillment_order_id').notNull(),
  status: text('status').$type<CancellationRequestStatus>().notNull(),
  lines: jsonb('lines').$type<CancellationRequest['lines']>().notNull(),
  requestedAt: instant('requested_at').notNull(),
  answerBy: instant('answer_by').notNull(),
  answeredAt: instant('answered_at'),
  answeredBy: text('answered_by'),
  refusalReason: text('refusal_reason').$type<CancellationRefusalReason>(),
  note: text('note'),
});
