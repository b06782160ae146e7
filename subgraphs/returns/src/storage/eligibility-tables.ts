import { bigint, integer, jsonb, pgTable, primaryKey, text } from 'drizzle-orm/pg-core';
import type { PolicyTerms } from '../domain/policy.ts';
import { instant } from './columns.ts';

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
