import { bigint, boolean, integer, jsonb, numeric, pgTable, primaryKey, smallint, text } from 'drizzle-orm/pg-core';
import { itemNo, locationNo, moment } from './columns.ts';

export const items = pgTable('items', {
  itemNo: integer('item_no').primaryKey().generatedAlwaysAsIdentity(),
  sku: text('sku').notNull().unique(),
  gtin: text('gtin'),
  category: text('category'),
  isTracked: boolean('is_tracked').notNull().default(true),
});

export const locations = pgTable('locations', {
  locationNo: integer('location_no').primaryKey().generatedAlwaysAsIdentity(),
  id: text('id').notNull().unique(),
  sequence: bigint('sequence', { mode: 'number' }).notNull(),
  facts: jsonb('facts').notNull(),
  occurredAt: moment('occurred_at').notNull(),
  projectedAt: moment('projected_at').notNull().defaultNow(),
});

export const stockFeeds = pgTable('stock_feeds', {
  locationNo: integer('location_no').primaryKey(),
  mode: text('mode').notNull().default('SNAPSHOT_AND_EVENTS'),
  freshnessLimitMinutes: integer('freshness_limit_minutes'),
  fullSnapshotAsOf: moment('full_snapshot_as_of'),
  lastSnapshotAt: moment('last_snapshot_at'),
  lastEventAt: moment('last_event_at'),
  maxEmptiedPercent: integer('max_emptied_percent').default(20),
  maxChangePercent: integer('max_change_percent').default(30),
  updatedAt: moment('updated_at').notNull().defaultNow(),
});

export const stockLevels = pgTable(
  'stock_levels',
  {
    itemNo: itemNo(),
    locationNo: locationNo(),
    onHand: integer('on_hand').notNull().default(0),
    reserved: integer('reserved').notNull().default(0),
    setAside: integer('set_aside').notNull().default(0),
    blocked: integer('blocked').notNull().default(0),
    baselineAsOf: moment('baseline_as_of'),
    baselineIsCount: boolean('baseline_is_count').notNull().default(false),
    blockedAsOf: moment('blocked_as_of'),
    version: integer('version').notNull().default(1),
    updatedAt: moment('updated_at').notNull().defaultNow(),
  },
  (table) => [primaryKey({ columns: [table.itemNo, table.locationNo] })],
);

export const stockMovements = pgTable('stock_movements', {
  movementNo: bigint('movement_no', { mode: 'number' }).primaryKey().generatedAlwaysAsIdentity(),
  itemNo: itemNo(),
  locationNo: locationNo(),
  kind: text('kind').notNull(),
  reason: text('reason').notNull(),
  quantity: integer('quantity').notNull(),
  appliedQuantity: integer('applied_quantity').notNull(),
  blockedQuantity: integer('blocked_quantity').notNull().default(0),
  appliedBlockedQuantity: integer('applied_blocked_quantity').notNull().default(0),
  onHandAfter: integer('on_hand_after').notNull(),
  source: text('source').notNull(),
  eventId: text('event_id'),
  reference: text('reference'),
  actor: text('actor'),
  occurredAt: moment('occurred_at').notNull(),
  recordedAt: moment('recorded_at').notNull().defaultNow(),
});

export const rowVersions = pgTable(
  'row_versions',
  {
    versionNo: bigint('version_no', { mode: 'number' }).notNull().generatedAlwaysAsIdentity(),
    kind: text('kind').notNull(),
    key: text('key').notNull(),
    knownFrom: moment('known_from').notNull(),
    content: jsonb('content').notNull(),
  },
  (table) => [primaryKey({ columns: [table.kind, table.key, table.knownFrom, table.versionNo] })],
);

export const reservedChanges = pgTable('reserved_changes', {
  itemNo: itemNo(),
  locationNo: locationNo(),
  units: integer('units').notNull(),
  recordedAt: moment('recorded_at').notNull(),
});

export const protectionRules = pgTable('protection_rules', {
  id: text('id').primaryKey(),
  channelIds: text('channel_ids').array().notNull().default([]),
  locationIds: text('location_ids').array().notNull().default([]),
  locationTypes: text('location_types').array().notNull().default([]),
  skus: text('skus').array().notNull().default([]),
  categories: text('categories').array().notNull().default([]),
  quantity: integer('quantity'),
  percent: numeric('percent', { precision: 5, scale: 2 }),
  priority: integer('priority').notNull().default(0),
  guards: text('guards').notNull().default('BOTH'),
  widenAfterMinutes: integer('widen_after_minutes'),
  widenPercentPerHour: integer('widen_percent_per_hour'),
  specificity: smallint('specificity').notNull(),
  knownFrom: moment('known_from').notNull(),
  validFrom: moment('valid_from').notNull().defaultNow(),
  validTo: moment('valid_to'),
  reason: text('reason'),
  version: integer('version').notNull().default(1),
});

export const protectionRuleVersions = pgTable(
  'protection_rule_versions',
  {
    id: text('id').notNull(),
    version: integer('version').notNull(),
    rule: jsonb('rule').notNull(),
    knownFrom: moment('known_from').notNull(),
    knownUntil: moment('known_until').notNull(),
  },
  (table) => [primaryKey({ columns: [table.id, table.version] })],
);
