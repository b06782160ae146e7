import { type FeedEntry, toFeedEntry } from '@passerelle/eligibility';
import { newId } from '@passerelle/values';
import type postgres from 'postgres';
import { copyRows, insertRows, type Value } from './copy.ts';
import { heardAt, type Moments, snapshotAt } from './moments.ts';
import { withIndexesAfterwards } from './postponed-indexes.ts';
import type { Progress } from './progress.ts';
import type { Retailer, RetailerLocation } from './retailer.ts';

type Load = { readonly retailer: Retailer; readonly moments: Moments; readonly progress: Progress };

/** Items, levels, their ledger, feeds and protection rules, into the schema `inventory`. */
export async function copyStock(tx: postgres.TransactionSql, load: Load): Promise<void> {
  const { retailer, progress } = load;
  progress.begin('stock', retailer.levels.count * 2);
  await copyItemsAndLocations(tx, load);
  await trustReferences(tx);
  await withIndexesAfterwards(tx, ['inventory.stock_levels', 'inventory.stock_movements'], () => copyLevels(tx, load));
  const lastSales = lastSalesOf(load);
  await insertRows(
    tx,
    'inventory.stock_feeds',
    retailer.locations.map((location, index) => feedRow(load, location, index, lastSales.get(index))),
  );
  await insertSnapshots(tx, load);
  await insertProtections(tx, load);
  await checkReferences(tx);
  // What an open inventory keeps in memory is dropped at commit.
  await tx`select pg_notify('locations_changed', ''), pg_notify('protection_changed', '')`;
  progress.end();
}

/** Levels with the ledger that led to them. */
async function copyLevels(tx: postgres.TransactionSql, load: Load) {
  const { retailer, progress } = load;
  await copyRows(
    tx,
    {
      table: 'inventory.stock_levels',
      columns: ['item_no', 'location_no', 'on_hand', 'blocked', 'baseline_as_of', 'updated_at'],
      onRows: progress.advance,
    },
    levelRows(load),
  );
  await writeBaselines(tx);
  progress.advance(retailer.levels.count);
  await copySales(tx, load);
}

/**
 * Two look-ups a level would take longer than the copy itself. `checkReferences` does them all at once in the same
 * transaction. Where the administrator may not switch triggers off they stay on, and it takes the time it takes.
 */
async function trustReferences(tx: postgres.TransactionSql) {
  const insufficientPrivilege = '42501';
  await tx
    .savepoint((inner) => inner`set local session_replication_role = replica`)
    .catch((error: postgres.PostgresError) => {
      if (error.code !== insufficientPrivilege) throw error;
    });
}

async function checkReferences(tx: postgres.TransactionSql) {
  const [row] = await tx`
    select count(*) as dangling from inventory.stock_levels
    where not exists (select from inventory.items where items.item_no = stock_levels.item_no)
      or not exists (select from inventory.locations where locations.location_no = stock_levels.location_no)`;
  if (Number(row?.dangling) > 0) throw new Error(`${row?.dangling} levels name an item or location that is not there.`);
}

async function copyItemsAndLocations(tx: postgres.TransactionSql, { retailer, moments }: Load) {
  await copyRows(
    tx,
    { table: 'inventory.items', columns: ['item_no', 'sku', 'gtin', 'category'] },
    retailer.items.map(({ sku, gtin, category }, index) => [index + 1, sku, gtin, category]),
  );
  await insertRows(
    tx,
    'inventory.locations',
    retailer.locations.map((location, index) => ({
      location_no: index + 1,
      id: location.id,
      sequence: 0,
      facts: unknownYet(location, moments),
      occurred_at: moments.lastNight,
      projected_at: moments.now,
    })),
  );
  await tx`
    select setval(pg_get_serial_sequence('inventory.items', 'item_no'), ${retailer.items.length}),
      setval(pg_get_serial_sequence('inventory.locations', 'location_no'), ${retailer.locations.length})`;
}

/** Facts older than any entry of the network's feed, which replaces them when inventory starts: serves nobody. */
const unknownYet = ({ id, code, name, type, timeZone }: RetailerLocation, { lastNight }: Moments): FeedEntry =>
  toFeedEntry(0, {
    locationId: id,
    code,
    name,
    type,
    timeZone,
    status: 'INACTIVE',
    coordinates: null,
    channelIds: [],
    services: [],
    openingHours: [],
    closures: [],
    exhaustedServices: [],
    occurredAt: lastNight,
  });

/** Last night's picture; today's sales come on top. */
function* levelRows({ retailer, moments }: Load): Generator<Value[]> {
  const { count, item, location, counted, blocked } = retailer.levels;
  const snapshots = retailer.locations.map((each) => snapshotAt(moments, each).toISOString());
  for (let at = 0; at < count; at++) {
    const place = location[at] as number;
    const asOf = snapshots[place] as string;
    yield [(item[at] as number) + 1, place + 1, counted[at] as number, blocked[at] as number, asOf, asOf];
  }
}

/** The ledger's first line for every level: the snapshot it came from. */
const writeBaselines = (tx: postgres.TransactionSql) => tx`
  insert into inventory.stock_movements (item_no, location_no, kind, reason, quantity, applied_quantity,
    blocked_quantity, applied_blocked_quantity, on_hand_after, source, occurred_at, recorded_at)
  select item_no, location_no, 'BASELINE', 'SNAPSHOT', on_hand, on_hand, blocked, blocked, on_hand, 'demo-snapshot',
    baseline_as_of, baseline_as_of
  from inventory.stock_levels`;

const saleColumns = [
  'item_no',
  'location_no',
  'kind',
  'reason',
  'quantity',
  'applied_quantity',
  'on_hand_after',
  'source',
  'event_id',
  'occurred_at',
  'recorded_at',
];

function* saleRows({ retailer, moments }: Load): Generator<Value[]> {
  const { count, item, location, counted, sold } = retailer.levels;
  for (let at = 0; at < count; at++) {
    const units = sold[at] as number;
    if (units === 0) continue;
    const place = location[at] as number;
    const left = (counted[at] as number) - units;
    const source = `till-${retailer.locations[place]?.id}`;
    const soldAt = moments.today(at);
    const level = [(item[at] as number) + 1, place + 1];
    yield [...level, 'DELTA', 'SALE', -units, -units, left, source, `sale-${at}`, soldAt, soldAt];
  }
}

/** What the tills sold since last night, in the ledger and taken off the levels. */
async function copySales(tx: postgres.TransactionSql, load: Load) {
  await copyRows(tx, { table: 'inventory.stock_movements', columns: saleColumns }, saleRows(load));
  await tx`
    update inventory.stock_levels as level
    set on_hand = on_hand + sale.applied_quantity, version = version + 1, updated_at = sale.recorded_at
    from inventory.stock_movements as sale
    where sale.kind = 'DELTA' and level.item_no = sale.item_no and level.location_no = sale.location_no`;
}

/** When each location sold something last, by its place in the list: what its ledger says of when it was heard. */
function lastSalesOf({ retailer, moments }: Load): ReadonlyMap<number, Date> {
  const last = new Map<number, Date>();
  for (const [at, units] of retailer.levels.sold.entries()) {
    if (units === 0) continue;
    const place = retailer.levels.location[at] as number;
    const soldAt = moments.today(at);
    if (soldAt > (last.get(place) ?? moments.lastNight)) last.set(place, soldAt);
  }
  return last;
}

function feedRow({ moments }: Load, location: RetailerLocation, index: number, lastSale: Date | undefined) {
  const { mode, freshnessLimitMinutes } = location.feed;
  const snapshot = mode === 'EVENTS' ? null : snapshotAt(moments, location);
  return {
    location_no: index + 1,
    mode,
    freshness_limit_minutes: freshnessLimitMinutes,
    full_snapshot_as_of: snapshot,
    last_snapshot_at: snapshot,
    last_event_at: mode === 'SNAPSHOT' ? null : (lastSale ?? heardAt(moments, location, index)),
  };
}

/** The nightly pictures themselves: what was known earlier is told by them. */
function insertSnapshots(tx: postgres.TransactionSql, { retailer, moments }: Load) {
  const levels = new Int32Array(retailer.locations.length);
  const units = new Int32Array(retailer.locations.length);
  for (const [at, place] of retailer.levels.location.entries()) {
    levels[place] = (levels[place] as number) + 1;
    units[place] = (units[place] as number) + (retailer.levels.counted[at] as number);
  }
  const rows = retailer.locations.flatMap((location, index) => {
    if (location.feed.mode === 'EVENTS') return [];
    const takenAt = snapshotAt(moments, location);
    const [rowCount, netUnits] = [levels[index] as number, units[index] as number];
    const chunks = Math.max(1, Math.ceil(rowCount / 1000));
    const summary = { unchangedLevels: 0, changedLevels: rowCount, zeroedLevels: 0, replayedEvents: 0, netUnits };
    return {
      id: newId('snapshot', takenAt),
      location_no: index + 1,
      status: 'COMPLETED',
      taken_at: takenAt,
      expected_chunks: chunks,
      received_chunks: chunks,
      row_count: rowCount,
      client: `till-${location.id}`,
      summary,
      started_at: takenAt,
      completed_at: takenAt,
    };
  });
  return insertRows(tx, 'inventory.stock_snapshots', rows);
}

const insertProtections = (tx: postgres.TransactionSql, { retailer, moments }: Load) =>
  insertRows(
    tx,
    'inventory.protection_rules',
    retailer.protections.map((rule) => ({
      id: rule.id,
      channel_ids: rule.channelIds,
      location_ids: [],
      location_types: rule.locationTypes,
      skus: [],
      categories: rule.categories,
      quantity: rule.quantity,
      percent: rule.percent,
      priority: rule.priority,
      valid_from: moments.lastNight,
      version: 1,
      reason: rule.reason,
    })),
  );
