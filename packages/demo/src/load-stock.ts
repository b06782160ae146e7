import { type FeedEntry, toFeedEntry } from '@passerelle/eligibility';
import type postgres from 'postgres';
import { copyRows, textArray, type Value } from './copy.ts';
import { heardAt, type Moments, snapshotAt } from './moments.ts';
import type { Progress } from './progress.ts';
import type { Retailer, RetailerLocation } from './retailer.ts';

type Load = { readonly retailer: Retailer; readonly moments: Moments; readonly progress: Progress };

/** Items, levels, their ledger, feeds and protection rules, into the schema `inventory`. */
export async function copyStock(tx: postgres.TransactionSql, load: Load): Promise<void> {
  const { retailer, progress } = load;
  progress.begin('stock', retailer.levels.count * 2);
  const onRows = progress.advance;
  await copyItemsAndLocations(tx, load);
  await trustReferences(tx);
  await copyRows(
    tx,
    {
      table: 'inventory.stock_levels',
      columns: ['item_no', 'location_no', 'on_hand', 'blocked', 'baseline_as_of', 'version', 'updated_at'],
      onRows,
    },
    levelRows(load),
  );
  await copyRows(tx, { table: 'inventory.stock_movements', columns: movementColumns, onRows }, movementRows(load));
  await copyRows(
    tx,
    { table: 'inventory.stock_feeds', columns: feedColumns },
    retailer.locations.map((location, index) => feedRow(load, location, index)),
  );
  await copyProtections(tx, load);
  await checkReferences(tx);
  // What an open inventory keeps in memory is dropped at commit.
  await tx`select pg_notify('locations_changed', ''), pg_notify('protection_changed', '')`;
  progress.end();
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
  await copyRows(
    tx,
    { table: 'inventory.locations', columns: ['location_no', 'id', 'sequence', 'facts', 'occurred_at'] },
    retailer.locations.map((location, index) => [
      index + 1,
      location.id,
      0,
      JSON.stringify(unknownYet(location, moments)),
      moments.lastNight,
    ]),
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

function* levelRows({ retailer, moments }: Load): Generator<Value[]> {
  const { count, item, location, counted, blocked, sold } = retailer.levels;
  const snapshots = retailer.locations.map((each) => snapshotAt(moments, each).toISOString());
  const now = moments.now.toISOString();
  for (let at = 0; at < count; at++) {
    const place = location[at] as number;
    const sales = sold[at] as number;
    const asOf = snapshots[place] as string;
    yield [
      (item[at] as number) + 1,
      place + 1,
      (counted[at] as number) - sales,
      blocked[at] as number,
      asOf,
      sales > 0 ? 2 : 1,
      sales > 0 ? now : asOf,
    ];
  }
}

const movementColumns = [
  'item_no',
  'location_no',
  'kind',
  'reason',
  'quantity',
  'applied_quantity',
  'blocked_quantity',
  'applied_blocked_quantity',
  'on_hand_after',
  'source',
  'event_id',
  'occurred_at',
  'recorded_at',
];

/** Last night's picture of every level, and on top of it what the tills sold today. */
function* movementRows({ retailer, moments }: Load): Generator<Value[]> {
  const { count, item, location, counted, blocked, sold } = retailer.levels;
  const snapshots = retailer.locations.map((each) => snapshotAt(moments, each).toISOString());
  for (let at = 0; at < count; at++) {
    const place = location[at] as number;
    const asOf = snapshots[place] as string;
    const units = counted[at] as number;
    const held = blocked[at] as number;
    const level = [(item[at] as number) + 1, place + 1];
    yield [...level, 'BASELINE', 'SNAPSHOT', units, units, held, held, units, 'demo-snapshot', null, asOf, asOf];
    const sales = sold[at] as number;
    if (sales === 0) continue;
    const source = `till-${retailer.locations[place]?.id}`;
    const soldAt = moments.today(at);
    yield [...level, 'DELTA', 'SALE', -sales, -sales, 0, 0, units - sales, source, `sale-${at}`, soldAt, soldAt];
  }
}

const feedColumns = [
  'location_no',
  'mode',
  'freshness_limit_minutes',
  'full_snapshot_as_of',
  'last_snapshot_at',
  'last_event_at',
];

function feedRow({ moments }: Load, location: RetailerLocation, index: number): Value[] {
  const snapshot = location.feed.mode === 'EVENTS' ? null : snapshotAt(moments, location);
  const event = location.feed.mode === 'SNAPSHOT' ? null : heardAt(moments, location, index);
  return [index + 1, location.feed.mode, location.feed.freshnessLimitMinutes, snapshot, snapshot, event];
}

async function copyProtections(tx: postgres.TransactionSql, { retailer, moments }: Load) {
  await copyRows(
    tx,
    {
      table: 'inventory.protection_rules',
      columns: [
        'id',
        'channel_ids',
        'location_types',
        'categories',
        'quantity',
        'percent',
        'priority',
        'valid_from',
        'reason',
      ],
    },
    retailer.protections.map((rule) => [
      rule.id,
      textArray(rule.channelIds),
      textArray(rule.locationTypes),
      textArray(rule.categories),
      rule.quantity,
      rule.percent,
      rule.priority,
      moments.lastNight,
      rule.reason,
    ]),
  );
}
