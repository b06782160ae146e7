import { type Connection, StaleWriteError } from '@passerelle/database';
import { add, type LevelState, landing } from '../domain/feed-law.ts';
import type { AppliedDelta, Delta, LevelKey } from '../domain/movement.ts';
import { setApartArrivals } from './pool-stock.ts';
import { publishArrivals } from './promised.ts';
import { signalLevels } from './watched.ts';

/** First half of the advisory locks of locations; the number is arbitrary but must stay. */
const locationLocks = 735510;

const sortedLocations = (locationNos: readonly number[]) => [...new Set(locationNos)].sort((a, b) => a - b);

/**
 * Keeps absolute truths (snapshots, counts) away from locations until the transaction ends; deltas do not keep each
 * other away. Taken before any row lock, so that a snapshot that waits for rows never waits for one that waits for it.
 */
export async function lockLocations({ sql }: Connection, locationNos: readonly number[]): Promise<void> {
  await sql`
    select pg_advisory_xact_lock_shared(${locationLocks}::integer, location_no)
    from unnest(${sortedLocations(locationNos)}::integer[]) as location_no`;
}

/** Keeps deltas and truths away from one location until the transaction ends: what it sees of the ledger is all. */
export async function lockLocationAlone({ sql }: Connection, locationNo: number): Promise<void> {
  await sql`select pg_advisory_xact_lock(${locationLocks}::integer, ${locationNo}::integer)`;
}

/**
 * Enters deltas in the ledger and adds to their levels what no later truth covers, in the order given. Each
 * `(source, eventId)` is entered once. Locks levels in key order and makes those that are missing. Six statements,
 * whatever the number of deltas. Call it before touching levels in the same transaction in any other way.
 */
export async function applyDeltas(tx: Connection, deltas: readonly Delta[], now: Date): Promise<AppliedDelta[]> {
  if (deltas.length === 0) return [];
  await lockLocations(
    tx,
    deltas.map((delta) => delta.locationNo),
  );
  const keys = distinctKeys(deltas);
  await addMissingLevels(tx, keys, now);
  const levels = await lockLevels(tx, keys);
  const known = await findEventIds(tx, deltas);
  const short = shortLevels(levels);

  const applied = land(deltas, levels, known);
  const fresh = applied.filter((delta) => delta.outcome !== 'DUPLICATE');
  const written = fresh.length > 0 ? await enter(tx, fresh, now) : 0;
  // The same event for another level, entered by somebody else a moment ago: seen as a duplicate the next time.
  if (written !== fresh.length) throw new StaleWriteError('stock movement');
  await setApartArrivals(tx, fresh, now);
  const relieved = fresh.filter((delta) => delta.appliedQuantity > 0 && short.has(levelKeyText(delta)));
  await publishArrivals(tx, { keys: relieved }, now);
  return applied;
}

/** Levels of which more is promised than is there. */
const shortLevels = (levels: ReadonlyMap<string, LevelState>): ReadonlySet<string> =>
  new Set(
    [...levels].flatMap(([key, { reserved = 0, onHand, blocked }]) => (reserved > onHand - blocked ? [key] : [])),
  );

export const levelKeyText = ({ itemNo, locationNo }: LevelKey) => `${itemNo}:${locationNo}`;
const eventKey = ({ source, eventId }: Pick<Delta, 'source' | 'eventId'>) => `${eventId}\n${source}`;

const distinctKeys = (keys: readonly LevelKey[]): LevelKey[] =>
  [...new Map(keys.map((key) => [levelKeyText(key), key])).values()].sort(
    (a, b) => a.itemNo - b.itemNo || a.locationNo - b.locationNo,
  );

const columns = (keys: readonly LevelKey[]) => ({
  items: keys.map((key) => key.itemNo),
  locations: keys.map((key) => key.locationNo),
});

/** Makes levels that do not exist yet, empty. */
export async function addMissingLevels({ sql }: Connection, keys: readonly LevelKey[], now: Date): Promise<void> {
  const { items, locations } = columns(keys);
  await sql`
    insert into stock_levels (item_no, location_no, updated_at)
    select item_no, location_no, ${now}
    from unnest(${items}::integer[], ${locations}::integer[]) as wanted (item_no, location_no)
    where not exists (
      select from stock_levels as level
      where level.item_no = wanted.item_no and level.location_no = wanted.location_no)
    order by item_no, location_no
    on conflict do nothing`;
}

/** Levels by key, locked in key order; a missing one is absent. Their location must be locked. */
export async function lockLevels({ sql }: Connection, keys: readonly LevelKey[]): Promise<Map<string, LevelState>> {
  const { items, locations } = columns(distinctKeys(keys));
  const rows = await sql`
    select level.item_no as "itemNo", level.location_no as "locationNo", on_hand as "onHand", blocked,
      reserved, greatest(baseline_as_of, full_snapshot_as_of) as "asOf",
      baseline_is_count and baseline_as_of >= coalesce(full_snapshot_as_of, '-infinity') as "isCount",
      greatest(blocked_as_of, full_snapshot_as_of) as "blockedAsOf"
    from unnest(${items}::integer[], ${locations}::integer[]) as wanted (item_no, location_no)
    join stock_levels as level on level.item_no = wanted.item_no and level.location_no = wanted.location_no
    left join stock_feeds on stock_feeds.location_no = level.location_no
    order by level.item_no, level.location_no
    for update of level`;
  return new Map((rows as unknown as (LevelKey & LevelState)[]).map((row) => [levelKeyText(row), row]));
}

/** What events of a source said that are in the ledger already, by event id. */
export async function findEntered(
  { sql }: Connection,
  source: string,
  eventIds: readonly string[],
): Promise<Map<string, Pick<Delta, 'itemNo' | 'locationNo' | 'quantity' | 'occurredAt'>>> {
  const rows = await sql`
    select event_id as "eventId", item_no as "itemNo", location_no as "locationNo", quantity, occurred_at as "occurredAt"
    from stock_movements
    where source = ${source} and event_id = any(${eventIds as string[]}::text[]) and event_id is not null`;
  return new Map((rows as unknown as (Delta & { eventId: string })[]).map((row) => [row.eventId, row]));
}

async function findEventIds({ sql }: Connection, deltas: readonly Delta[]): Promise<Set<string>> {
  const named = deltas.filter((delta) => delta.eventId !== null);
  if (named.length === 0) return new Set();
  // Lateral, so that each event is looked up in the index even when statistics know of none yet.
  const rows = await sql`
    select wanted.source, wanted.event_id as "eventId"
    from unnest(${named.map((delta) => delta.source)}::text[], ${named.map((delta) => delta.eventId)}::text[])
      as wanted (source, event_id)
    cross join lateral (
      select from stock_movements as movement
      where movement.source = wanted.source and movement.event_id = wanted.event_id and movement.event_id is not null
      limit 1) as entered`;
  return new Set(rows.map((row) => eventKey(row as unknown as Delta)));
}

function land(deltas: readonly Delta[], levels: Map<string, LevelState>, known: ReadonlySet<string>): AppliedDelta[] {
  const seen = new Set(known);
  return deltas.map((delta) => {
    const key = levelKeyText(delta);
    const level = levels.get(key);
    if (!level) throw new Error(`level ${key} was not locked`);
    const name = eventKey(delta);
    if (delta.eventId !== null && seen.has(name)) {
      return {
        ...delta,
        outcome: 'DUPLICATE',
        appliedQuantity: 0,
        appliedBlockedQuantity: 0,
        onHandAfter: level.onHand,
      };
    }
    seen.add(name);
    if (delta.isNote) {
      return { ...delta, outcome: 'NOTED', appliedQuantity: 0, appliedBlockedQuantity: 0, onHandAfter: level.onHand };
    }
    const units = landing(level, {
      occurredAt: delta.occurredAt,
      onHand: delta.quantity,
      blocked: delta.blockedQuantity,
    });
    const after = add(level, units);
    levels.set(key, after);
    const isLate = units.onHand !== delta.quantity || units.blocked !== delta.blockedQuantity;
    return {
      ...delta,
      outcome: isLate ? 'LATE' : 'APPLIED',
      appliedQuantity: units.onHand,
      appliedBlockedQuantity: units.blocked,
      onHandAfter: after.onHand,
    };
  });
}

/** Writes movements and what they add to their levels; answers how many movements were new. */
async function enter(tx: Connection, deltas: readonly AppliedDelta[], now: Date): Promise<number> {
  const { items, locations } = columns(deltas);
  signalLevels(tx, deltas);
  const [count] = await tx.sql`
    with given as (
      select * from unnest(
        ${items}::integer[], ${locations}::integer[], ${deltas.map((delta) => delta.reason)}::text[],
        ${deltas.map((delta) => delta.quantity)}::integer[], ${deltas.map((delta) => delta.appliedQuantity)}::integer[],
        ${deltas.map((delta) => delta.blockedQuantity)}::integer[],
        ${deltas.map((delta) => delta.appliedBlockedQuantity)}::integer[],
        ${deltas.map((delta) => delta.onHandAfter)}::integer[],
        ${deltas.map((delta) => delta.source)}::text[], ${deltas.map((delta) => delta.eventId)}::text[],
        ${deltas.map((delta) => delta.reference)}::text[], ${deltas.map((delta) => delta.actor)}::text[],
        ${deltas.map((delta) => delta.occurredAt.toISOString())}::timestamptz[],
        ${deltas.map((delta) => (delta.isNote ? 'NOTE' : 'DELTA'))}::text[]
      ) with ordinality as given (item_no, location_no, reason, quantity, applied_quantity, blocked_quantity,
        applied_blocked_quantity, on_hand_after, source, event_id, reference, actor, occurred_at, kind, position)
    ), entered as (
      insert into stock_movements (item_no, location_no, kind, reason, quantity, applied_quantity, blocked_quantity,
        applied_blocked_quantity, on_hand_after, source, event_id, reference, actor, occurred_at, recorded_at)
      select item_no, location_no, kind, reason, quantity, applied_quantity, blocked_quantity,
        applied_blocked_quantity, on_hand_after, source, event_id, reference, actor, occurred_at, ${now}
      from given order by position
      on conflict (source, event_id) where event_id is not null do nothing
      returning movement_no
    ), changed as (
      select item_no, location_no, sum(applied_quantity)::integer as quantity,
        sum(applied_blocked_quantity)::integer as blocked_quantity
      from given where applied_quantity <> 0 or applied_blocked_quantity <> 0
      group by item_no, location_no
    ), updated as (
      update stock_levels as level
      set on_hand = level.on_hand + changed.quantity, blocked = level.blocked + changed.blocked_quantity,
        version = version + 1, updated_at = ${now}
      from changed
      where level.item_no = changed.item_no and level.location_no = changed.location_no
      returning level.item_no
    )
    select count(*)::integer as entered from entered`;
  return count?.entered;
}
