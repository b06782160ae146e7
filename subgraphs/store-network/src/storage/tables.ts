import { sql } from 'drizzle-orm';
import {
  bigint,
  boolean,
  date,
  doublePrecision,
  integer,
  jsonb,
  pgTable,
  primaryKey,
  text,
  timestamp,
} from 'drizzle-orm/pg-core';

const instant = (name: string) => timestamp(name, { withTimezone: true, precision: 3 });

export const channels = pgTable('channels', {
  id: text('id').primaryKey(),
  code: text('code').notNull(),
  name: text('name').notNull(),
  type: text('type').notNull(),
  currency: text('currency').notNull(),
  defaultLocale: text('default_locale').notNull(),
  shipsTo: text('ships_to').array().notNull().default([]),
  isActive: boolean('is_active').notNull().default(true),
  version: integer('version').notNull().default(1),
  region: text('region'),
  brand: text('brand'),
});

export const locations = pgTable('locations', {
  id: text('id').primaryKey(),
  code: text('code').notNull(),
  name: text('name').notNull(),
  type: text('type').notNull(),
  status: text('status').notNull().default('PLANNED'),
  address: jsonb('address').notNull(),
  latitude: doublePrecision('latitude'),
  longitude: doublePrecision('longitude'),
  timeZone: text('time_zone').notNull(),
  phone: text('phone'),
  instructions: jsonb('pickup_instructions').notNull().default({}),
  attributes: jsonb('attributes').notNull().default({}),
  exhaustedServices: text('exhausted_services').array().notNull().default([]),
  factsSequence: bigint('facts_sequence', { mode: 'number' }).notNull().default(sql`nextval('eligibility_sequence')`),
  factsAt: instant('facts_at').notNull(),
  version: integer('version').notNull().default(1),
  createdAt: instant('created_at').notNull(),
  updatedAt: instant('updated_at').notNull(),
  region: text('region'),
  brands: text('brands').array().notNull().default([]),
  closesOnHolidays: boolean('closes_on_holidays').notNull().default(false),
  gln: text('gln'),
});

export const sharingPolicies = pgTable('sharing_policies', {
  id: text('id').primaryKey(),
  name: text('name').notNull(),
  kind: text('kind').notNull(),
  effect: text('effect').notNull(),
  isActive: boolean('is_active').notNull().default(true),
  channels: jsonb('channels').notNull(),
  locations: jsonb('locations').notNull(),
  version: integer('version').notNull().default(1),
  createdAt: instant('created_at').notNull(),
  updatedAt: instant('updated_at').notNull(),
});

export const pilots = pgTable('pilots', {
  id: text('id').primaryKey(),
  name: text('name').notNull(),
  service: text('service').notNull(),
  state: text('state').notNull(),
  startsOn: date('starts_on'),
  sharePercent: integer('share_percent'),
  locationIds: text('location_ids').array().notNull(),
  regions: text('regions').array().notNull(),
  version: integer('version').notNull().default(1),
  createdAt: instant('created_at').notNull(),
  updatedAt: instant('updated_at').notNull(),
});

export const sharingDefaults = pgTable('sharing_defaults', {
  kind: text('kind').primaryKey(),
  effect: text('effect').notNull(),
});

export const channelLocations = pgTable(
  'channel_locations',
  { channelId: text('channel_id').notNull(), locationId: text('location_id').notNull() },
  (table) => [primaryKey({ columns: [table.channelId, table.locationId] })],
);

export const locationServices = pgTable(
  'location_services',
  {
    locationId: text('location_id').notNull(),
    type: text('type').notNull(),
    isEnabled: boolean('is_enabled').notNull().default(false),
    pausedUntil: instant('paused_until'),
    dailyCapacity: integer('daily_capacity'),
    preparationMinutes: integer('preparation_minutes').notNull(),
    cutOff: text('cut_off'),
    maxUnitsPerOrder: integer('max_units_per_order'),
    capacityUnit: text('capacity_unit').notNull().default('ORDERS'),
    capacityWindows: jsonb('capacity_windows').notNull().default([]),
    maxLinesPerOrder: integer('max_lines_per_order'),
  },
  (table) => [primaryKey({ columns: [table.locationId, table.type] })],
);

export const openingPeriods = pgTable(
  'opening_periods',
  {
    locationId: text('location_id').notNull(),
    day: text('day').notNull(),
    opensAt: text('opens_at').notNull(),
    closesAt: text('closes_at').notNull(),
  },
  (table) => [primaryKey({ columns: [table.locationId, table.day, table.opensAt] })],
);

export const closures = pgTable('closures', {
  id: text('id').primaryKey(),
  locationId: text('location_id').notNull(),
  firstDay: date('first_day').notNull(),
  lastDay: date('last_day').notNull(),
  specialHours: jsonb('special_hours').notNull().default([]),
  reason: text('reason'),
});

export const capacityBookings = pgTable(
  'capacity_bookings',
  {
    locationId: text('location_id').notNull(),
    service: text('service').notNull(),
    orderId: text('order_id').notNull(),
    day: date('day').notNull(),
    capacityWhenBooked: integer('capacity_when_booked'),
    bookedAt: instant('booked_at').notNull(),
    quantity: integer('quantity').notNull().default(1),
    windowFrom: text('window_from'),
    windowCapacityWhenBooked: integer('window_capacity_when_booked'),
    part: text('part').notNull().default(''),
    unitWhenBooked: text('unit_when_booked').notNull().default('ORDERS'),
    awaitedUnits: integer('awaited_units').notNull().default(0),
  },
  (table) => [primaryKey({ columns: [table.orderId, table.locationId, table.service, table.part] })],
);

export const networkChanges = pgTable('network_changes', {
  changeNo: bigint('change_no', { mode: 'number' }).primaryKey().generatedAlwaysAsIdentity(),
  subject: text('subject').notNull(),
  action: text('action').notNull(),
  actor: text('actor').notNull(),
  reason: text('reason'),
  input: jsonb('input').notNull(),
  changedAt: instant('changed_at').notNull(),
});
