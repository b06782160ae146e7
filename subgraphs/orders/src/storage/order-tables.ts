import { bigint, boolean, integer, jsonb, pgTable, primaryKey, text } from 'drizzle-orm/pg-core';
import type { OrderChangeFact } from '../domain/edit.ts';
import type { ExitCall } from '../domain/exit-call.ts';
import type { FulfillmentOrderStatus } from '../domain/fulfillment.ts';
import type { OrderHoldReason } from '../domain/hold.ts';
import type {
  Address,
  Attribute,
  DeliveryMethod,
  OrderFulfillmentStatus,
  OrderPaymentStatus,
  OrderStatus,
} from '../domain/order.ts';
import type { OrderRefusal } from '../domain/refusals.ts';
import { instant, minor } from './columns.ts';

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
