import type { Connection } from '@passerelle/database';
import { type LevelKey, ownSource } from '../domain/movement.ts';
import type { Impact, Snapshot, SnapshotSummary } from '../domain/snapshot.ts';

/** What a snapshot did to its location. */
export type Outcome = {
  readonly summary: SnapshotSummary;
  readonly impact: Impact;
  /** Levels that lost units and now hold less than is reserved. */
  readonly short: readonly LevelKey[];
};

/**
 * Takes a snapshot for true: `correct` of the law for all levels of its location at once, with the movements, the levels
 * that change and those that are new, in one statement. A full snapshot leaves alone what it agrees with, since its moment
 * is kept once for the location. Needs the location for itself, so that the ledger it reads is complete and nobody else
 * moves what is on hand.
 */
export async function applyCorrections(tx: Connection, snapshot: Snapshot, now: Date): Promise<Outcome> {
  await prepareSession(tx);
  const outcome = await correctLevels(tx, snapshot, now);
  await tx.sql`
    select set_config('enable_hashjoin', 'on', true), set_config('enable_nestloop', 'on', true),
      set_config('enable_sort', 'on', true)`;
  const { stocked, emptied, unitsBefore, unitsAfter, repeatedRows, short, ...summary } = outcome;
  if (repeatedRows > 0) await refuseRepeatedRows(tx, snapshot.id);
  return {
    summary,
    impact: { stocked, emptied, unitsBefore, unitsAfter },
    short: (short ?? []).map((itemNo) => ({ itemNo, locationNo: snapshot.locationNo })),
  };
}

/**
 * Sorts of a whole location stay in memory, and compiling a statement that runs once costs more than it saves. Merge joins
 * meet levels in key order, the order in which everybody locks them: locking them beforehand would write each row twice.
 * The index brings them in that order; to read all of the table and sort them takes longer.
 */
async function prepareSession({ sql }: Connection): Promise<void> {
  await sql`
    select set_config('work_mem', '64MB', true), set_config('jit', 'off', true),
      set_config('enable_hashjoin', 'off', true), set_config('enable_nestloop', 'off', true),
      set_config('enable_sort', 'off', true)`;
}

/** A SKU in several chunks: its first row counts, in the order of chunks and not of their arrival. */
async function refuseRepeatedRows({ sql }: Connection, id: string): Promise<void> {
  await sql`
    insert into stock_snapshot_rejections (snapshot_id, chunk, row_no, sku, code, message)
    select ${id}, chunk, position - 1, sku, 'INVALID_INPUT', sku || ' is listed in chunk ' || first || ' too; that row counts.'
    from (
      select item_no, chunk, position, first_value(chunk) over rows_of_item as first, row_number() over rows_of_item as n
      from stock_snapshot_chunks, unnest(item_nos) with ordinality as listed (item_no, position)
      where snapshot_id = ${id} and item_no is not null
      window rows_of_item as (partition by item_no order by chunk, position)
    ) as repeated
    join items using (item_no)
    where n > 1
    on conflict do nothing`;
}

type Corrected = SnapshotSummary & Impact & { readonly repeatedRows: number; readonly short: readonly number[] | null };

async function correctLevels(tx: Connection, snapshot: Snapshot, now: Date): Promise<Corrected> {
  const { id, locationNo, takenAt, missingSkus } = snapshot;
  const { sql } = tx;
  const isDue =
    missingSkus === 'SET_TO_ZERO' ? sql`is_changed` : sql`(is_newer or is_tie or is_blocked_newer or is_changed)`;
  const [outcome] = await sql`
    with ${swept(tx, snapshot)}, ${judged(tx, snapshot)}, entered as (
      insert into stock_movements (item_no, location_no, kind, reason, quantity, applied_quantity,
        applied_blocked_quantity, on_hand_after, source, reference, occurred_at, recorded_at)
      select item_no, ${locationNo}, 'BASELINE', 'SNAPSHOT', stated_on_hand, new_on_hand - old_on_hand,
        new_blocked - old_blocked, new_on_hand, ${`${ownSource}snapshot`}, ${id}, ${takenAt}, ${now}
      from judged where is_changed
    ), made as (
      insert into stock_levels (item_no, location_no, on_hand, blocked, baseline_as_of, blocked_as_of, updated_at)
      select item_no, ${locationNo}, new_on_hand, new_blocked, case when is_newer then ${takenAt}::timestamptz end,
        case when is_blocked_newer then ${takenAt}::timestamptz end, ${now}
      from judged where is_missing
    ), updated as (
      update stock_levels as level
      set on_hand = new_on_hand, blocked = new_blocked,
        baseline_as_of = case when is_newer then ${takenAt} else baseline_as_of end,
        baseline_is_count = baseline_is_count and not is_newer,
        blocked_as_of = case when is_blocked_newer then ${takenAt} else blocked_as_of end,
        version = version + is_changed::integer,
        updated_at = case when is_changed then ${now} else updated_at end
      from judged
      where level.item_no = judged.item_no and level.location_no = ${locationNo} and not is_missing and ${isDue}
      returning level.item_no, reserved > 0 and new_on_hand - new_blocked < least(reserved, old_on_hand - old_blocked)
        as is_short
    ), changes as (
      select count(*) filter (where is_changed) as changed,
        count(*) filter (where is_changed and not is_listed)::integer as zeroed,
        coalesce(sum(later_events) filter (where is_newer or is_tie), 0)::integer as replayed,
        coalesce(sum(new_on_hand - old_on_hand), 0)::integer as net,
        count(*) filter (where old_on_hand > 0 and new_on_hand <= 0)::integer as emptied
      from judged
    )
    select (stated - changed)::integer as "unchangedLevels", (changed - zeroed)::integer as "changedLevels",
      zeroed as "zeroedLevels", replayed as "replayedEvents", net as "netUnits", stocked::integer, emptied,
      units::float8 as "unitsBefore", (units + net)::float8 as "unitsAfter",
      (select coalesce(sum(cardinality(array_remove(item_nos, null))), 0) - listed from stock_snapshot_chunks
        where snapshot_id = ${id})::integer as "repeatedRows",
      (select array_agg(item_no order by item_no) from updated where is_short) as short
    from swept cross join changes`;
  return outcome as unknown as Corrected;
}

/**
 * One pass over the location's levels beside what the snapshot lists. Most levels of a daily snapshot agree with it: these
 * are counted here, and only the others are handed on. A partial snapshot hands on all that it lists, whose moment is
 * kept in their own rows.
 */
const swept = ({ sql }: Connection, { id, locationNo, takenAt, missingSkus }: Snapshot) => sql`
    listed as not materialized (
      select distinct on (item_no) item_no, on_hand, blocked
      from (
        select chunk, unnest(item_nos) as item_no, unnest(on_hands) as on_hand, unnest(blockeds) as blocked
        from stock_snapshot_chunks where snapshot_id = ${id}
      ) as given
      where item_no is not null
      -- A SKU is in a chunk once.
      order by item_no, chunk
    ), later as materialized (
      select item_no, sum(quantity) as on_hand, sum(blocked_quantity) as blocked, count(*) as events
      from stock_movements
      where location_no = ${locationNo} and kind = 'DELTA' and occurred_at > ${takenAt}
      group by item_no
    ), swept as materialized (
      select ${missingSkus === 'SET_TO_ZERO' ? sql`count(*)` : sql`count(*) filter (where is_listed)`} as stated,
        count(*) filter (where is_listed) as listed, coalesce(sum(on_hand), 0) as units,
        count(*) filter (where on_hand > 0) as stocked,
        array_agg(item_no) filter (where is_open) as item_nos,
        array_agg(stated_on_hand) filter (where is_open) as stated_on_hands,
        array_agg(stated_blocked) filter (where is_open) as stated_blockeds,
        array_agg(on_hand) filter (where is_open) as on_hands,
        array_agg(blocked) filter (where is_open) as blockeds,
        array_agg(baseline_as_of) filter (where is_open) as baselines,
        array_agg(baseline_is_count) filter (where is_open) as are_counts,
        array_agg(blocked_as_of) filter (where is_open) as blocked_baselines
      from (
        select item_no, listed.item_no is not null as is_listed, listed.on_hand as stated_on_hand,
          listed.blocked as stated_blocked, level.on_hand, level.blocked, baseline_as_of, baseline_is_count, blocked_as_of,
          ${
            missingSkus === 'SET_TO_ZERO'
              ? sql`level.item_no is null or item_no in (select item_no from later)
                or level.on_hand <> coalesce(listed.on_hand, 0) or level.blocked <> coalesce(listed.blocked, 0)`
              : sql`listed.item_no is not null`
          } as is_open
        from (select * from stock_levels where location_no = ${locationNo}) as level full join listed using (item_no)
        -- Else it is asked of each row once for each list.
        offset 0
      ) as found
    )`;

/** What the snapshot means for each level that it may change, and for those it makes. */
const judged = ({ sql }: Connection, { locationNo, takenAt }: Snapshot) => sql`
    feed as materialized (
      select max(full_snapshot_as_of) as full_as_of from stock_feeds where location_no = ${locationNo}
    ), opened as (
      select level.* from swept, unnest(item_nos, stated_on_hands, stated_blockeds, on_hands, blockeds, baselines, are_counts,
        blocked_baselines) as level (item_no, stated_on_hand, stated_blocked, on_hand, blocked, baseline_as_of,
        baseline_is_count, blocked_as_of)
    ), stated as (
      select item_no,
        -- The snapshot has a row for it; else it says zero.
        stated_on_hand is not null as is_listed,
        opened.on_hand is null as is_missing,
        greatest(baseline_as_of, full_as_of) as as_of,
        coalesce(baseline_is_count and baseline_as_of >= coalesce(full_as_of, '-infinity'), false) as is_count,
        greatest(blocked_as_of, full_as_of) as blocked_as_of,
        coalesce(stated_on_hand, 0) as stated_on_hand,
        coalesce(stated_on_hand, 0) + coalesce(later.on_hand, 0) as on_hand,
        coalesce(stated_blocked, 0) + coalesce(later.blocked, 0) as blocked,
        coalesce(later.events, 0) as later_events,
        coalesce(opened.on_hand, 0) as old_on_hand, coalesce(opened.blocked, 0) as old_blocked
      from opened left join later using (item_no) cross join feed
    ), weighed as (
      select *, coalesce(as_of < ${takenAt}, true) as is_newer,
        coalesce(as_of = ${takenAt} and not is_count, false) as is_tie,
        coalesce(blocked_as_of < ${takenAt}, true) as is_blocked_newer,
        coalesce(blocked_as_of = ${takenAt}, false) as is_blocked_tie
      from stated
    ), corrected as (
      select item_no, is_listed, is_missing, is_newer, is_tie, is_blocked_newer, stated_on_hand, later_events, old_on_hand,
        old_blocked,
        (case when is_newer then on_hand when is_tie then least(old_on_hand, on_hand) else old_on_hand end)::integer
          as new_on_hand,
        (case when is_blocked_newer then blocked when is_blocked_tie then greatest(old_blocked, blocked)
          else old_blocked end)::integer as new_blocked
      from weighed
    ), judged as materialized (
      select *, old_on_hand <> new_on_hand or old_blocked <> new_blocked as is_changed from corrected order by item_no
    )`;
