import { bigint, boolean, integer, jsonb, pgTable, primaryKey, text, timestamp } from 'drizzle-orm/pg-core';
import type { ExchangeDelivery, ExchangeStatus } from '../domain/exchange.ts';
import type { ExitCall } from '../domain/exit-call.ts';
import type { ExtraKind, ExtraOutcome } from '../domain/extra.ts';
import type { Disposition, InspectionStatus, ItemCondition } from '../domain/inspection.ts';
import type { PolicyTerms, RefundTiming, StockOwner } from '../domain/policy.ts';
import type { RefundMethod, RefundStatus } from '../domain/refund.ts';
import type {
  Attribute,
  PolicyOutcome,
  ReturnMethod,
  ReturnOrigin,
  ReturnReason,
  ReturnResolution,
  ReturnStatus,
  ReviewReason,
} from '../domain/return.ts';

const instant = (name: string) => timestamp(name, { withTimezone: true, mode: 'date' });
const identity = (name: string) => bigint(name, { mode: 'number' }).primaryKey().generatedAlwaysAsIdentity();

export const returnPolicies = pgTable('return_policies', {
  id: text('id').primaryKey(),
  name: text('name').notNull(),
  channelId: text('channel_id'),
  countryCode: text('country_code'),
  customerGroup: text('customer_group'),
  category: text('category'),
  version: integer('version').notNull(),
  archivedAt: instant('archived_at'),
});

export const returnPolicyVersions = pgTable(
  'return_policy_versions',
  {
    policyId: text('policy_id').notNull(),
    version: integer('version').notNull(),
    validFrom: instant('valid_from'),
    validTo: instant('valid_to'),
    terms: jsonb('terms').$type<PolicyTerms>().notNull(),
    changedBy: text('changed_by').notNull(),
    changedAt: instant('changed_at').notNull(),
  },
  (table) => [primaryKey({ columns: [table.policyId, table.version] })],
);

export const customerGroups = pgTable('customer_groups', {
  customerId: text('customer_id').primaryKey(),
  customerGroup: text('customer_group').notNull(),
  updatedAt: instant('updated_at').notNull(),
});

export const orderFacts = pgTable('order_facts', {
  orderId: text('order_id').primaryKey(),
  channelId: text('channel_id').notNull(),
  customerId: text('customer_id'),
  currency: text('currency').notNull(),
  countryCode: text('country_code'),
  deliveryMinor: bigint('delivery_minor', { mode: 'number' }).notNull().default(0),
  placedAt: instant('placed_at'),
  deliveredAt: instant('delivered_at'),
  cancelledAt: instant('cancelled_at'),
  learnedAt: instant('learned_at').notNull(),
});

export const orderLineFacts = pgTable('order_line_facts', {
  orderLineId: text('order_line_id').primaryKey(),
  orderId: text('order_id').notNull(),
  sku: text('sku').notNull(),
  quantity: integer('quantity').notNull(),
  fulfilledQuantity: integer('fulfilled_quantity').notNull(),
  totalMinor: bigint('total_minor', { mode: 'number' }).notNull(),
  category: text('category'),
  taxMinor: bigint('tax_minor', { mode: 'number' }).notNull().default(0),
});

export const returns = pgTable('returns', {
  id: text('id').primaryKey(),
  number: text('number').notNull(),
  orderId: text('order_id').notNull(),
  channelId: text('channel_id').notNull(),
  customerId: text('customer_id'),
  currency: text('currency').notNull(),
  status: text('status').$type<ReturnStatus>().notNull(),
  method: text('method').$type<ReturnMethod>().notNull(),
  dropOffLocationId: text('drop_off_location_id'),
  destinationId: text('destination_id'),
  lodgedLocationId: text('lodged_location_id'),
  twoPersonsAboveMinor: bigint('two_persons_above_minor', { mode: 'number' }),
  carrier: text('carrier'),
  policyOutcome: text('policy_outcome').$type<PolicyOutcome>().notNull(),
  declineReason: text('decline_reason'),
  reviewReasons: text('review_reasons').array().$type<ReviewReason[]>().notNull().default([]),
  labelFeeMinor: bigint('label_fee_minor', { mode: 'number' }).notNull().default(0),
  deliveryMinor: bigint('delivery_minor', { mode: 'number' }).notNull().default(0),
  refundedMinor: bigint('refunded_minor', { mode: 'number' }).notNull().default(0),
  refundedDeliveryMinor: bigint('refunded_delivery_minor', { mode: 'number' }).notNull().default(0),
  expiresAt: instant('expires_at'),
  origin: text('origin').$type<ReturnOrigin>().notNull().default('ORDER'),
  personReference: text('person_reference'),
  stockOwner: text('stock_owner').$type<StockOwner>().notNull().default('RECEIVER'),
  dropOffPoint: text('drop_off_point'),
  attributes: jsonb('attributes').$type<readonly Attribute[]>().notNull().default([]),
  version: integer('version').notNull().default(1),
  requestedAt: instant('requested_at').notNull(),
  receivedAt: instant('received_at'),
  closedAt: instant('closed_at'),
  updatedAt: instant('updated_at').notNull(),
});

export const returnLines = pgTable('return_lines', {
  id: text('id').primaryKey(),
  returnId: text('return_id').notNull(),
  position: integer('position').notNull(),
  orderLineId: text('order_line_id').notNull(),
  sku: text('sku').notNull(),
  fulfilledQuantity: integer('fulfilled_quantity').notNull(),
  requestedQuantity: integer('requested_quantity').notNull(),
  receivedQuantity: integer('received_quantity').notNull().default(0),
  acceptedQuantity: integer('accepted_quantity').notNull().default(0),
  refusedQuantity: integer('refused_quantity').notNull().default(0),
  reason: text('reason').$type<ReturnReason>().notNull(),
  resolution: text('resolution').$type<ReturnResolution>().notNull(),
  note: text('note'),
  refundableMinor: bigint('refundable_minor', { mode: 'number' }).notNull(),
  policyId: text('policy_id'),
  policyVersion: integer('policy_version'),
  returnableUntil: instant('returnable_until'),
  taxMinor: bigint('tax_minor', { mode: 'number' }).notNull().default(0),
  restockingFeeMinor: bigint('restocking_fee_minor', { mode: 'number' }).notNull().default(0),
  authorizedDisposition: text('authorized_disposition').$type<Disposition>().notNull().default('RESTOCK'),
  refundTiming: text('refund_timing').$type<RefundTiming>().notNull().default('AFTER_INSPECTION'),
  refundedQuantity: integer('refunded_quantity').notNull().default(0),
  exchangedQuantity: integer('exchanged_quantity').notNull().default(0),
  exchangedMinor: bigint('exchanged_minor', { mode: 'number' }).notNull().default(0),
  refundedMinor: bigint('refunded_minor', { mode: 'number' }).notNull().default(0),
  inTransitQuantity: integer('in_transit_quantity').notNull().default(0),
});

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

export const returnTransitions = pgTable('return_transitions', {
  id: identity('id'),
  returnId: text('return_id').notNull(),
  version: integer('version').notNull(),
  status: text('status').$type<ReturnStatus>().notNull(),
  actor: text('actor').notNull(),
  reason: text('reason'),
  occurredAt: instant('occurred_at').notNull(),
});

export const exitCalls = pgTable('exit_calls', {
  id: text('id').primaryKey(),
  orderId: text('order_id').notNull(),
  returnId: text('return_id'),
  point: text('point').$type<ExitCall['point']>().notNull(),
  outcome: text('outcome').$type<ExitCall['outcome']>().notNull(),
  decision: text('decision').$type<ExitCall['decision']>().notNull(),
  output: jsonb('output').$type<ExitCall['output']>(),
  reasons: jsonb('reasons').$type<ExitCall['reasons']>().notNull(),
  policy: text('policy').$type<ExitCall['policy']>(),
  failure: text('failure').$type<ExitCall['failure']>(),
  isShadow: boolean('is_shadow').notNull(),
  differs: boolean('differs'),
  inputHash: text('input_hash').notNull(),
  durationMs: integer('duration_ms').notNull(),
  calledAt: instant('called_at').notNull(),
});
