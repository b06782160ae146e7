import { integer, jsonb, pgTable, primaryKey, text } from 'drizzle-orm/pg-core';
import type {
  FulfillmentOrderStatus,
  FulfillmentType,
  PickupRefusalReason,
  RejectionReason,
} from '../domain/fulfillment.ts';
import type { Choice } from '../domain/routing.ts';
import type { ShipmentResolution, ShipmentStatus } from '../domain/shipment.ts';
import type { Rule, StrategyStatus } from '../domain/strategy.ts';
import type { PlannedWork } from '../domain/work-plan.ts';
import { instant } from './columns.ts';
import type { StoredLeftOut } from './stored-routing.ts';

export const routings = pgTable('routings', {
  id: text('id').primaryKey(),
  orderId: text('order_id').notNull(),
  revision: integer('revision').notNull(),
  state: text('state').$type<'PLANNED' | 'DONE' | 'ABANDONED'>().notNull(),
  strategy: text('strategy').notNull(),
  splitCount: integer('split_count').notNull(),
  chosen: jsonb('chosen').$type<Choice[]>().notNull(),
  rejected: jsonb('rejected').$type<StoredLeftOut[]>().notNull(),
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
