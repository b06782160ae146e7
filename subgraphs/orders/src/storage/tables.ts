import { bigint, boolean, integer, jsonb, pgTable, primaryKey, text, timestamp } from 'drizzle-orm/pg-core';
import type { OrderChangeFact } from '../domain/edit.ts';
import type { ExitCall } from '../domain/exit-call.ts';
import type {
  FulfillmentOrderStatus,
  FulfillmentType,
  PickupRefusalReason,
  RejectionReason,
} from '../domain/fulfillment.ts';
import type { OrderHoldReason } from '../domain/hold.ts';
import type {
  Address,
  Attribute,
  DeliveryMethod,
  OrderFulfillmentStatus,
  OrderPaymentStatus,
  OrderStatus,
  PaymentStatus,
} from '../domain/order.ts';
import type { PaymentOperation, RefundRequest } from '../domain/payment.ts';
import type { OrderRefusal } from '../domain/refusals.ts';
import type { Choice, LeftOut } from '../domain/routing.ts';
import type { ShipmentResolution, ShipmentStatus } from '../domain/shipment.ts';
import type { Rule, StrategyStatus } from '../domain/strategy.ts';
import type { PlannedWork } from '../domain/work-plan.ts';

export * from './change-tables.ts';

const instant = (name: string) => timestamp(name, { withTimezone: true });
const minor = (name: string) => bigint(name, { mode: 'number' });

export const placements = pgTable(
  'placements',
  {
    client: text('client').notNull(),
    key: text('key').notNull(),
    inputHash: text('input_hash').notNull(),
    orderId: text('order_id').notNull(),
    state: text('state').$type<'RUNNING' | 'COMPENSATING' | 'ABANDONED' | 'REFUSED' | 'DONE'>().notNull(),
    leaseUntil: instant('lease_until').notNull(),
    bookedLocationIds: text('booked_location_ids').array().notNull(),
    refusals: jsonb('refusals').$type<OrderRefusal[]>(),
    updatedAt: instant('updated_at').notNull(),
  },
  (table) => [primaryKey({ columns: [table.client, table.key] })],
);

export const orders = pgTable('orders', {
  id: text('id').primaryKey(),
  number: text('number').notNull(),
  channelId: text('channel_id').notNull(),
  externalReference: text('external_reference'),
  status: text('status').$type<OrderStatus>().notNull(),
  fulfillmentStatus: text('fulfillment_status').$type<OrderFulfillmentStatus>().notNull(),
  paymentStatus: text('payment_status').$type<OrderPaymentStatus>().notNull(),
  locale: text('locale').notNull(),
  currency: text('currency').notNull(),
  customerId: text('customer_id'),
  customerEmail: text('customer_email'),
  customerPhone: text('customer_phone'),
  customerFirstName: text('customer_first_name'),
  customerLastName: text('customer_last_name'),
  billingAddress: jsonb('billing_address').$type<Address>(),
  attributes: jsonb('attributes').$type<Attribute[]>().notNull(),
  privateAttributes: jsonb('private_attributes').$type<Attribute[]>().notNull(),
  promisedTo: instant('promised_to'),
  revision: integer('revision').notNull(),
  version: integer('version').notNull(),
  placedBy: text('placed_by').notNull(),
  placedAt: instant('placed_at').notNull(),
  deliveredAt: instant('delivered_at'),
  cancelledAt: instant('cancelled_at'),
  updatedAt: instant('updated_at').notNull(),
});

export const deliveryGroups = pgTable('delivery_groups', {
  id: text('id').primaryKey(),
  orderId: text('order_id').notNull(),
  position: integer('position').notNull(),
  method: text('method').$type<DeliveryMethod>().notNull(),
  shippingAddress: jsonb('shipping_address').$type<Address>(),
  pickupLocationId: text('pickup_location_id'),
  pickupCode: text('pickup_code'),
  serviceLevel: text('service_level'),
  promisedFrom: instant('promised_from'),
  promisedTo: instant('promised_to'),
  priceMinor: minor('price_minor').notNull(),
});

export const orderLines = pgTable('order_lines', {
  id: text('id').primaryKey(),
  orderId: text('order_id').notNull(),
  deliveryGroupId: text('delivery_group_id').notNull(),
  position: integer('position').notNull(),
  sku: text('sku').notNull(),
  name: text('name').notNull(),
  orderedQuantity: integer('ordered_quantity').notNull(),
  cancelledQuantity: integer('cancelled_quantity').notNull(),
  fulfilledQuantity: integer('fulfilled_quantity').notNull(),
  deliveredQuantity: integer('delivered_quantity').notNull(),
  backorderedQuantity: integer('backordered_quantity').notNull(),
  unitPriceMinor: minor('unit_price_minor').notNull(),
  discountMinor: minor('discount_minor').notNull(),
  taxMinor: minor('tax_minor').notNull(),
  attributes: jsonb('attributes').$type<Attribute[]>().notNull(),
});

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

export const orderEdits = pgTable('order_edits', {
  id: text('id').primaryKey(),
  orderId: text('order_id').notNull(),
  version: integer('version').notNull(),
  reason: text('reason'),
  actor: text('actor').notNull(),
  changes: jsonb('changes').$type<OrderChangeFact[]>().notNull(),
  totalDeltaMinor: minor('total_delta_minor').notNull(),
  editedAt: instant('edited_at').notNull(),
});

export const orderHolds = pgTable('order_holds', {
  id: text('id').primaryKey(),
  orderId: text('order_id').notNull(),
  reason: text('reason').$type<OrderHoldReason>().notNull(),
  note: text('note'),
  releaseAt: instant('release_at'),
  placedBy: text('placed_by').notNull(),
  placedAt: instant('placed_at').notNull(),
  releasedBy: text('released_by'),
  releasedAt: instant('released_at'),
});

export const awaitedStock = pgTable('awaited_stock', {
  orderId: text('order_id').primaryKey(),
  holdId: text('hold_id').notNull(),
  reservationId: text('reservation_id'),
  since: instant('since').notNull(),
});

export const heldWork = pgTable('held_work', {
  fulfillmentOrderId: text('fulfillment_order_id').primaryKey(),
  status: text('status').$type<FulfillmentOrderStatus>().notNull(),
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

export const routings = pgTable('routings', {
  id: text('id').primaryKey(),
  orderId: text('order_id').notNull(),
  revision: integer('revision').notNull(),
  state: text('state').$type<'PLANNED' | 'DONE' | 'ABANDONED'>().notNull(),
  strategy: text('strategy').notNull(),
  splitCount: integer('split_count').notNull(),
  chosen: jsonb('chosen').$type<Choice[]>().notNull(),
  rejected: jsonb('rejected').$type<LeftOut[]>().notNull(),
  plan: jsonb('plan').$type<PlannedWork[]>(),
  decidedAt: instant('decided_at').notNull(),
  leaseUntil: instant('lease_until'),
});

export const fulfillmentOrders = pgTable('fulfillment_orders', {
  id: text('id').primaryKey(),
  number: text('number').notNull(),
  orderId: text('order_id').notNull(),
  deliveryGroupId: text('delivery_group_id').notNull(),
  locationId: text('location_id').notNull(),
  type: text('type').$type<FulfillmentType>().notNull(),
  status: text('status').$type<FulfillmentOrderStatus>().notNull(),
  acceptBy: instant('accept_by'),
  dueAt: instant('due_at'),
  storageSpot: text('storage_spot'),
  readyAt: instant('ready_at'),
  expiresAt: instant('expires_at'),
  collectedAt: instant('collected_at'),
  failedPickups: integer('failed_pickups').notNull(),
  rejectionReason: text('rejection_reason').$type<RejectionReason>(),
  rejectionNote: text('rejection_note'),
  rejectedAt: instant('rejected_at'),
  version: integer('version').notNull(),
  createdAt: instant('created_at').notNull(),
  updatedAt: instant('updated_at').notNull(),
  remindedAt: instant('reminded_at'),
  refusalReason: text('refusal_reason').$type<PickupRefusalReason>(),
  transferShipmentId: text('transfer_shipment_id'),
});

export const fulfillmentOrderLines = pgTable('fulfillment_order_lines', {
  id: text('id').primaryKey(),
  fulfillmentOrderId: text('fulfillment_order_id').notNull(),
  orderLineId: text('order_line_id').notNull(),
  position: integer('position').notNull(),
  quantity: integer('quantity').notNull(),
  cancelledQuantity: integer('cancelled_quantity').notNull(),
  pickedQuantity: integer('picked_quantity').notNull(),
  missingQuantity: integer('missing_quantity').notNull(),
  reroutedQuantity: integer('rerouted_quantity').notNull(),
  fulfilledQuantity: integer('fulfilled_quantity').notNull(),
  passedOnQuantity: integer('passed_on_quantity').notNull(),
});

export const shipments = pgTable('shipments', {
  id: text('id').primaryKey(),
  orderId: text('order_id').notNull(),
  fulfillmentOrderId: text('fulfillment_order_id').notNull(),
  locationId: text('location_id').notNull(),
  status: text('status').$type<ShipmentStatus>().notNull(),
  carrier: text('carrier').notNull(),
  carrierService: text('carrier_service'),
  trackingNumber: text('tracking_number'),
  trackingUrl: text('tracking_url'),
  shippedAt: instant('shipped_at').notNull(),
  estimatedDeliveryAt: instant('estimated_delivery_at'),
  deliveredAt: instant('delivered_at'),
  createdAt: instant('created_at').notNull(),
  resolution: text('resolution').$type<ShipmentResolution>(),
  receivedBackAt: instant('received_back_at'),
});

export const shipmentLines = pgTable(
  'shipment_lines',
  {
    shipmentId: text('shipment_id').notNull(),
    fulfillmentOrderLineId: text('fulfillment_order_line_id').notNull(),
    orderLineId: text('order_line_id').notNull(),
    quantity: integer('quantity').notNull(),
  },
  (table) => [primaryKey({ columns: [table.shipmentId, table.fulfillmentOrderLineId] })],
);

export const shipmentEvents = pgTable(
  'shipment_events',
  {
    shipmentId: text('shipment_id').notNull(),
    eventId: text('event_id').notNull(),
    status: text('status').$type<ShipmentStatus>().notNull(),
    description: text('description'),
    place: text('place'),
    occurredAt: instant('occurred_at').notNull(),
    recordedAt: instant('recorded_at').notNull(),
  },
  (table) => [primaryKey({ columns: [table.shipmentId, table.eventId] })],
);

export const packages = pgTable('packages', {
  id: text('id').primaryKey(),
  fulfillmentOrderId: text('fulfillment_order_id').notNull(),
  position: integer('position').notNull(),
  shipmentId: text('shipment_id'),
  weightGrams: integer('weight_grams'),
  trackingNumber: text('tracking_number'),
});

export const packageLines = pgTable(
  'package_lines',
  {
    packageId: text('package_id').notNull(),
    fulfillmentOrderLineId: text('fulfillment_order_line_id').notNull(),
    quantity: integer('quantity').notNull(),
  },
  (table) => [primaryKey({ columns: [table.packageId, table.fulfillmentOrderLineId] })],
);

export const sourcingStrategies = pgTable('sourcing_strategies', {
  id: text('id').primaryKey(),
  channelId: text('channel_id').notNull(),
  name: text('name').notNull(),
  version: integer('version').notNull(),
  status: text('status').$type<StrategyStatus>().notNull(),
  rules: jsonb('rules').$type<Rule[]>().notNull(),
  createdBy: text('created_by').notNull(),
  createdAt: instant('created_at').notNull(),
  activatedAt: instant('activated_at'),
  archivedAt: instant('archived_at'),
});

export const orderEvents = pgTable('order_events', {
  position: bigint('position', { mode: 'number' }).primaryKey().generatedAlwaysAsIdentity(),
  id: text('id').notNull(),
  orderId: text('order_id').notNull(),
  type: text('type').notNull(),
  occurredAt: instant('occurred_at').notNull(),
  actor: text('actor').notNull(),
  message: text('message').notNull(),
});

export const exitCalls = pgTable('exit_calls', {
  id: text('id').primaryKey(),
  orderId: text('order_id').notNull(),
  point: text('point').$type<ExitCall['point']>().notNull(),
  outcome: text('outcome').$type<ExitCall['outcome']>().notNull(),
  decision: text('decision').$type<ExitCall['decision']>().notNull(),
  output: jsonb('output').$type<ExitCall['output']>(),
  reasons: jsonb('reasons').$type<ExitCall['reasons']>().notNull(),
  policy: text('policy').$type<ExitCall['policy']>(),
  failure: text('failure').$type<ExitCall['failure']>(),
  isShadow: boolean('is_shadow').notNull(),
  own: text('own').array(),
  differs: boolean('differs'),
  routingId: text('routing_id'),
  inputHash: text('input_hash').notNull(),
  durationMs: integer('duration_ms').notNull(),
  calledAt: instant('called_at').notNull(),
});
