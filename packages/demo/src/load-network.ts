import type postgres from 'postgres';
import { insertRows } from './copy.ts';
import { closuresOf } from './hours.ts';
import type { Moments } from './moments.ts';
import type { Progress } from './progress.ts';
import type { Retailer, RetailerLocation } from './retailer.ts';

type Load = { readonly retailer: Retailer; readonly moments: Moments; readonly progress: Progress };

/** Channels, locations and all that hangs on them, into the schema `store_network`. */
export async function insertNetwork(tx: postgres.TransactionSql, { retailer, moments, progress }: Load): Promise<void> {
  const { locations, channels } = retailer;
  progress.begin('network', locations.length);
  await insertRows(
    tx,
    'store_network.channels',
    channels.map(({ id, code, name, type }) => ({
      id,
      code,
      name,
      type,
      currency: 'EUR',
      default_locale: 'fr-FR',
      ships_to: ['FR', 'BE', 'MC'],
    })),
  );
  await insertRows(
    tx,
    'store_network.locations',
    locations.map((location) => locationRow(location, moments)),
  );
  progress.advance(locations.length);
  await insertRows(
    tx,
    'store_network.channel_locations',
    channels.flatMap(({ id, locationIds }) =>
      locationIds.map((locationId) => ({ channel_id: id, location_id: locationId })),
    ),
  );
  const any = { ids: [], types: [], regions: [], brands: [] };
  await insertRows(tx, 'store_network.sharing_policies', [
    {
      id: 'spl_take_back_anywhere',
      name: 'Goods come back in any store, whichever channel, region or brand sold them',
      kind: 'TAKE_BACK',
      effect: 'ALLOW',
      channels: any,
      locations: { ...any, types: ['STORE'] },
      created_at: moments.now,
      updated_at: moments.now,
    },
  ]);
  await insertRows(
    tx,
    'store_network.location_services',
    locations.flatMap((location) => serviceRows(location, moments)),
  );
  await insertRows(
    tx,
    'store_network.opening_periods',
    locations.flatMap(({ id, hours }) =>
      hours.map(({ day, opensAt, closesAt }) => ({ location_id: id, day, opens_at: opensAt, closes_at: closesAt })),
    ),
  );
  await insertRows(
    tx,
    'store_network.closures',
    locations.flatMap((location) => closureRows(location, moments)),
  );
  progress.end();
}

function locationRow(location: RetailerLocation, { now }: Moments) {
  const { id, code, name, type, status, street, city, postalCode, countryCode, phone, pickupInstructions } = location;
  return {
    id,
    code,
    name,
    type,
    status,
    address: { name, lines: [street], city, postalCode, countryCode, phone },
    latitude: location.position.latitude,
    longitude: location.position.longitude,
    time_zone: location.timeZone,
    phone,
    pickup_instructions: pickupInstructions ? { 'fr-FR': pickupInstructions } : {},
    region: location.region,
    brands: location.brands,
    facts_at: now,
    created_at: now,
    updated_at: now,
  };
}

const serviceRows = ({ id, services }: RetailerLocation, { now }: Moments) =>
  services.map((service) => ({
    location_id: id,
    type: service.type,
    is_enabled: service.isEnabled,
    paused_until:
      service.pausedForMinutes === null ? null : new Date(now.getTime() + service.pausedForMinutes * 60_000),
    daily_capacity: service.dailyCapacity,
    preparation_minutes: service.preparationMinutes,
    cut_off: service.cutOff,
    max_units_per_order: service.maxUnitsPerOrder,
  }));

/** A warehouse has no public hours, and so no closures of them. */
const closureRows = ({ id, type, worksDays }: RetailerLocation, { day }: Moments) =>
  type === 'WAREHOUSE'
    ? []
    : closuresOf(day, worksDays).map(({ from, to, specialHours, reason }) => ({
        id: `cls_${id.slice('loc_'.length)}_${from}`,
        location_id: id,
        first_day: from,
        last_day: to,
        special_hours: specialHours,
        reason,
      }));
