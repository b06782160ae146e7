import {
  bigint,
  boolean,
  integer,
  json,
  jsonb,
  numeric,
  pgTable,
  primaryKey,
  smallint,
  text,
  timestamp,
  uniqueIndex,
} from 'drizzle-orm/pg-core';

const moment = (name: string) => timestamp(name, { withTimezone: true, mode: 'date' });
const itemNo = () => integer('item_no').notNull();
const locationNo = () => integer('location_no').notNull();

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

export const reservations = pgTable(
  'reservations',
  {
    id: text('id').primaryKey(),
    status: text('status').notNull(),
    channelId: text('channel_id').notNull(),
    cartReference: text('cart_reference'),
    orderId: text('order_id'),
    revision: integer('revision'),
    locationNo: integer('location_no'),
    expiresAt: moment('expires_at'),
    heldBy: text('held_by'),
    version: integer('version').notNull().default(1),
    createdAt: moment('created_at').notNull().defaultNow(),
    updatedAt: moment('updated_at').notNull().defaultNow(),
  },
  (table) => [uniqueIndex('reservations_once').on(table.orderId, table.revision, table.locationNo)],
);

export const reservationLines = pgTable(
  'reservation_lines',
  {
    reservationId: text('reservation_id').notNull(),
    lineNo: integer('line_no').notNull(),
    orderLineId: text('order_line_id'),
    itemNo: itemNo(),
    locationNo: locationNo(),
    poolNo: integer('pool_no'),
    quantity: integer('quantity').notNull(),
    issuedQuantity: integer('issued_quantity').notNull().default(0),
    releasedQuantity: integer('released_quantity').notNull().default(0),
  },
  (table) => [primaryKey({ columns: [table.reservationId, table.lineNo] })],
);

export const inventoryPools = pgTable('inventory_pools', {
  poolNo: integer('pool_no').primaryKey().generatedAlwaysAsIdentity(),
  id: text('id').notNull().unique(),
  channelId: text('channel_id').notNull(),
  name: text('name').notNull(),
  mode: text('mode').notNull(),
  locationIds: text('location_ids').array(),
  arrivalPercent: numeric('arrival_percent', { precision: 5, scale: 2 }),
  version: integer('version').notNull().default(1),
  createdAt: moment('created_at').notNull(),
  updatedAt: moment('updated_at').notNull(),
});

export const poolStock = pgTable(
  'pool_stock',
  {
    itemNo: itemNo(),
    locationNo: locationNo(),
    poolNo: integer('pool_no').notNull(),
    allocated: integer('allocated').notNull().default(0),
    reserved: integer('reserved').notNull().default(0),
  },
  (table) => [primaryKey({ columns: [table.itemNo, table.locationNo, table.poolNo] })],
);

export const poolMovements = pgTable('pool_movements', {
  movementNo: bigint('movement_no', { mode: 'number' }).primaryKey().generatedAlwaysAsIdentity(),
  itemNo: itemNo(),
  locationNo: locationNo(),
  poolNo: integer('pool_no').notNull(),
  kind: text('kind').notNull(),
  quantity: integer('quantity').notNull(),
  reference: text('reference'),
  actor: text('actor'),
  reason: text('reason'),
  occurredAt: moment('occurred_at').notNull(),
});

export const stockIssues = pgTable('stock_issues', {
  reference: text('reference').primaryKey(),
  orderId: text('order_id').notNull(),
  units: integer('units').notNull(),
  recordedAt: moment('recorded_at').notNull().defaultNow(),
});

export const stockRestocks = pgTable('stock_restocks', {
  inspectionId: text('inspection_id').primaryKey(),
  returnId: text('return_id').notNull(),
  units: integer('units').notNull(),
  recordedAt: moment('recorded_at').notNull().defaultNow(),
});

export const stockSnapshots = pgTable('stock_snapshots', {
  id: text('id').primaryKey(),
  locationNo: locationNo(),
  status: text('status').notNull().default('OPEN'),
  takenAt: moment('taken_at').notNull(),
  expectedChunks: integer('expected_chunks').notNull(),
  missingSkus: text('missing_skus').notNull().default('SET_TO_ZERO'),
  client: text('client').notNull(),
  receivedChunks: integer('received_chunks').notNull().default(0),
  rowCount: integer('row_count').notNull().default(0),
  summary: jsonb('summary'),
  holdReason: text('hold_reason'),
  releasedBy: text('released_by'),
  startedAt: moment('started_at').notNull().defaultNow(),
  completedAt: moment('completed_at'),
});

export const stockSnapshotChunks = pgTable(
  'stock_snapshot_chunks',
  {
    snapshotId: text('snapshot_id').notNull(),
    chunk: integer('chunk').notNull(),
    contentHash: text('content_hash').notNull(),
    itemNos: integer('item_nos').array().notNull(),
    onHands: integer('on_hands').array().notNull(),
    blockeds: integer('blockeds').array().notNull(),
  },
  (table) => [primaryKey({ columns: [table.snapshotId, table.chunk] })],
);

export const stockSnapshotRejections = pgTable(
  'stock_snapshot_rejections',
  {
    snapshotId: text('snapshot_id').notNull(),
    chunk: integer('chunk').notNull(),
    rowNo: integer('row_no').notNull(),
    sku: text('sku'),
    code: text('code').notNull(),
    message: text('message').notNull(),
  },
  (table) => [primaryKey({ columns: [table.snapshotId, table.chunk, table.rowNo] })],
);

export const lowStockThresholds = pgTable('low_stock_thresholds', {
  channelId: text('channel_id').notNull(),
  itemNo: integer('item_no'),
  units: integer('units').notNull(),
  setBy: text('set_by').notNull(),
  setAt: moment('set_at').notNull(),
});

export const stockWatches = pgTable('stock_watches', {
  channelId: text('channel_id').primaryKey(),
  startedBy: text('started_by').notNull(),
  startedAt: moment('started_at').notNull(),
});

export const touchedItems = pgTable('touched_items', {
  itemNo: itemNo(),
  firstLookOf: text('first_look_of'),
});

export const channelStock = pgTable(
  'channel_stock',
  {
    itemNo: itemNo(),
    channelId: text('channel_id').notNull(),
    status: text('status').notNull(),
  },
  (table) => [primaryKey({ columns: [table.itemNo, table.channelId] })],
);

export const stockCrossings = pgTable('stock_crossings', {
  crossingNo: bigint('crossing_no', { mode: 'number' }).primaryKey().generatedAlwaysAsIdentity(),
  channelId: text('channel_id').notNull(),
  itemNo: itemNo(),
  kind: text('kind').notNull(),
  sellableQuantity: integer('sellable_quantity').notNull(),
  threshold: integer('threshold').notNull(),
  noticedAt: moment('noticed_at').notNull(),
});

export const stockLooks = pgTable('stock_looks', {
  isOnly: boolean('is_only').primaryKey().default(true),
  picture: json('picture'),
});

export const promisedLevels = pgTable(
  'promised_levels',
  { itemNo: itemNo(), locationNo: locationNo(), promisedAt: moment('promised_at').notNull() },
  (table) => [primaryKey({ columns: [table.itemNo, table.locationNo] })],
);

export const countTasks = pgTable('count_tasks', {
  id: text('id').primaryKey(),
  locationNo: locationNo(),
  name: text('name').notNull(),
  status: text('status').notNull().default('OPEN'),
  approvalUnits: integer('approval_units'),
  approvalPercent: integer('approval_percent'),
  createdBy: text('created_by').notNull(),
  createdAt: moment('created_at').notNull(),
  submittedBy: text('submitted_by'),
  submittedAt: moment('submitted_at'),
  closedBy: text('closed_by'),
  closedAt: moment('closed_at'),
});

export const countLines = pgTable(
  'count_lines',
  {
    taskId: text('task_id').notNull(),
    lineNo: integer('line_no').notNull(),
    itemNo: itemNo(),
    status: text('status').notNull().default('TO_COUNT'),
    countedQuantity: integer('counted_quantity'),
    countedAt: moment('counted_at'),
    countedBy: text('counted_by'),
    expectedQuantity: integer('expected_quantity'),
  },
  (table) => [primaryKey({ columns: [table.taskId, table.lineNo] })],
);

export const poolReservedChanges = pgTable('pool_reserved_changes', {
  itemNo: itemNo(),
  locationNo: locationNo(),
  poolNo: integer('pool_no').notNull(),
  units: integer('units').notNull(),
  recordedAt: moment('recorded_at').notNull(),
});

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
