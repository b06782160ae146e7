import type postgres from 'postgres';
import { copyRows, textArray, type Value } from './copy.ts';
import { closuresOf } from './hours.ts';
import type { Moments } from './moments.ts';
import type { Progress } from './progress.ts';
import type { Retailer, RetailerLocation } from './retailer.ts';

type Load = { readonly retailer: Retailer; readonly moments: Moments; readonly progress: Progress };

/** Channels, locations and all that hangs on them, into the schema `store_network`. */
export async function copyNetwork(tx: postgres.TransactionSql, { retailer, moments, progress }: Load): Promise<void> {
  const { locations, channels } = retailer;
  progress.begin('network', locations.length);
  await copyRows(
    tx,
    {
      table: 'store_network.channels',
      columns: ['id', 'code', 'name', 'type', 'currency', 'default_locale', 'ships_to'],
    },
    channels.map(({ id, code, name, type }) => [id, code, name, type, 'EUR', 'fr-FR', textArray(['FR', 'BE', 'MC'])]),
  );
  await copyRows(
    tx,
    { table: 'store_network.locations', columns: locationColumns, onRows: progress.advance },
    locations.map((location) => locationRow(location, moments)),
  );
  await copyRows(
    tx,
    { table: 'store_network.channel_locations', columns: ['channel_id', 'location_id'] },
    channels.flatMap(({ id, locationIds }) => locationIds.map((locationId) => [id, locationId])),
  );
  await copyRows(
    tx,
    { table: 'store_network.location_services', columns: serviceColumns },
    locations.flatMap((location) => serviceRows(location, moments)),
  );
  await copyRows(
    tx,
    { table: 'store_network.opening_periods', columns: ['location_id', 'day', 'opens_at', 'closes_at'] },
    locations.flatMap(({ id, hours }) => hours.map(({ day, opensAt, closesAt }) => [id, day, opensAt, closesAt])),
  );
  await copyRows(
    tx,
    {
      table: 'store_network.closures',
      columns: ['id', 'location_id', 'first_day', 'last_day', 'special_hours', 'reason'],
    },
    locations.flatMap((location) => closureRows(location, moments)),
  );
  progress.end();
}

const locationColumns = [
  'id',
  'code',
  'name',
  'type',
  'status',
  'address',
  'latitude',
  'longitude',
  'time_zone',
  'phone',
  'pickup_instructions',
  'attributes',
  'facts_at',
  'created_at',
  'updated_at',
];

function locationRow(location: RetailerLocation, { now }: Moments): Value[] {
  const { name, street, city, postalCode, countryCode, phone, pickupInstructions } = location;
  const address = { name, lines: [street], city, postalCode, countryCode, phone };
  return [
    location.id,
    location.code,
    name,
    location.type,
    location.status,
    JSON.stringify(address),
    location.position.latitude,
    location.position.longitude,
    location.timeZone,
    phone,
    JSON.stringify(pickupInstructions ? { 'fr-FR': pickupInstructions } : {}),
    JSON.stringify({ 'demo.brands': location.brands.join(','), 'demo.region': location.region }),
    now,
    now,
    now,
  ];
}

const serviceColumns = [
  'location_id',
  'type',
  'is_enabled',
  'paused_until',
  'daily_capacity',
  'preparation_minutes',
  'cut_off',
  'max_units_per_order',
];

const serviceRows = ({ id, services }: RetailerLocation, { now }: Moments): Value[][] =>
  services.map((service) => [
    id,
    service.type,
    service.isEnabled,
    service.pausedForMinutes === null ? null : new Date(now.getTime() + service.pausedForMinutes * 60_000),
    service.dailyCapacity,
    service.preparationMinutes,
    service.cutOff,
    service.maxUnitsPerOrder,
  ]);

/** A warehouse has no public hours, and so no closures of them. */
const closureRows = ({ id, type, worksDays }: RetailerLocation, { day }: Moments): Value[][] =>
  type === 'WAREHOUSE'
    ? []
    : closuresOf(day, worksDays).map(({ from, to, specialHours, reason }) => [
        `cls_${id.slice('loc_'.length)}_${from}`,
        id,
        from,
        to,
        JSON.stringify(specialHours),
        reason,
      ]);
