import type { Connection } from '@passerelle/database';
import type { PageWindow } from '@passerelle/values';
import type {
  MissingSkus,
  ReadRow,
  Snapshot,
  SnapshotRejection,
  SnapshotStatus,
  SnapshotSummary,
} from '../domain/snapshot.ts';
import { isStorable } from '../domain/stock-event.ts';

export type NewSnapshot = Pick<Snapshot, 'id' | 'locationNo' | 'takenAt' | 'expectedChunks'> & {
  readonly missingSkus: MissingSkus;
  readonly client: string;
};

/** Opens a snapshot; answers the id of the client's open one for the location instead when there is one. */
export async function insertSnapshot({ sql }: Connection, snapshot: NewSnapshot, now: Date): Promise<string> {
  const { id, locationNo, takenAt, expectedChunks, missingSkus, client } = snapshot;
  const [opened] = await sql`
    insert into stock_snapshots (id, location_no, taken_at, expected_chunks, missing_skus, client, started_at)
    values (${id}, ${locationNo}, ${takenAt}, ${expectedChunks}, ${missingSkus}, ${client}, ${now})
    on conflict (location_no, client) where status = 'OPEN' do nothing
    returning id`;
  if (opened) return id;
  const [other] = await sql`
    select id from stock_snapshots
    where location_no = ${locationNo} and client = ${client} and status = 'OPEN'`;
  return other?.id ?? id;
}

const selected = ({ sql }: Connection) => sql`
    select snapshot.id, location_no as "locationNo", locations.id as "locationId", status, taken_at as "takenAt",
      expected_chunks as "expectedChunks", received_chunks as "receivedChunks", row_count as "rowCount",
      missing_skus as "missingSkus", summary, hold_reason as "holdReason", released_by as "releasedBy",
      completed_at as "completedAt",
      (select coalesce(jsonb_agg(first_hundred), '[]') from (
        select chunk, row_no as row, sku, code, message from stock_snapshot_rejections
        where snapshot_id = snapshot.id order by chunk, row_no limit 100) as first_hundred) as "rejectedRows"
    from stock_snapshots as snapshot join locations using (location_no)`;

/** Snapshots by id with their first hundred refused rows, in no order; missing ones are absent. */
export async function findSnapshots(connection: Connection, ids: readonly string[]): Promise<Snapshot[]> {
  const { sql } = connection;
  const rows = await sql`${selected(connection)} where snapshot.id = any(${ids.filter(isStorable)}::text[])`;
  return rows as unknown as Snapshot[];
}

export type SnapshotFilter = {
  readonly statuses?: readonly SnapshotStatus[] | null;
  readonly locationNos: readonly number[] | null;
};

/** One page of snapshots, newest first, and one row more. Ids begin with the moment they were made. */
export async function pageSnapshots(
  connection: Connection,
  { statuses, locationNos }: SnapshotFilter,
  { size, backwards, after, before }: PageWindow,
): Promise<Snapshot[]> {
  const { sql } = connection;
  const rows = await sql`
    ${selected(connection)}
    where true
      ${statuses ? sql`and status = any(${statuses as string[]}::text[])` : sql``}
      ${locationNos ? sql`and location_no = any(${locationNos as number[]}::integer[])` : sql``}
      ${after ? sql`and snapshot.id < ${String(after[0])}` : sql``}
      ${before ? sql`and snapshot.id > ${String(before[0])}` : sql``}
    order by ${backwards ? sql`snapshot.id` : sql`snapshot.id desc`}
    limit ${size + 1}`;
  return rows as unknown as Snapshot[];
}

/** One snapshot, kept from changing until the transaction ends. */
export async function lockSnapshot(tx: Connection, id: string): Promise<Snapshot | undefined> {
  if (!isStorable(id)) return undefined;
  await tx.sql`select from stock_snapshots where id = ${id} for update`;
  const [snapshot] = await findSnapshots(tx, [id]);
  return snapshot;
}

export async function findChunkHash({ sql }: Connection, id: string, chunk: number): Promise<string | undefined> {
  const [row] = await sql`
    select content_hash from stock_snapshot_chunks where snapshot_id = ${id} and chunk = ${chunk}`;
  return row?.content_hash;
}

/** Numbers of the chunks that were announced and did not come, ascending. */
export async function findMissingChunks({ sql }: Connection, { id, expectedChunks }: Snapshot): Promise<number[]> {
  const rows = await sql`
    select number from generate_series(1, ${expectedChunks}::integer) as number
    where not exists (select from stock_snapshot_chunks where snapshot_id = ${id} and chunk = number)
    order by number`;
  return rows.map((row) => row.number);
}

export type Chunk = {
  readonly chunk: number;
  readonly hash: string;
  readonly rows: readonly ReadRow[];
  readonly rejections: readonly SnapshotRejection[];
};

/**
 * Keeps a chunk until the snapshot is applied: one statement, whatever the number of rows. It does not wait for the disk: a
 * chunk that a crash takes away is missed when the snapshot is completed, and sent again.
 */
export async function insertChunk(
  { sql }: Connection,
  id: string,
  { chunk, hash, rows, rejections }: Chunk,
): Promise<void> {
  await sql`
    with kept as (
      insert into stock_snapshot_chunks (snapshot_id, chunk, content_hash, item_nos, on_hands, blockeds)
      values (${id}, ${chunk}, ${hash}, ${arrayText(rows.map((row) => row.itemNo ?? 'null'))}::text::integer[],
        ${arrayText(rows.map((row) => row.onHand))}::text::integer[],
        ${arrayText(rows.map((row) => row.blocked))}::text::integer[])
    ), refused as (
      insert into stock_snapshot_rejections (snapshot_id, chunk, row_no, sku, code, message)
      select ${id}, ${chunk}::integer, * from unnest(
        ${rejections.map((rejection) => rejection.row)}::integer[],
        ${rejections.map((rejection) => rejection.sku)}::text[],
        ${rejections.map((rejection) => rejection.code)}::text[],
        ${rejections.map((rejection) => rejection.message)}::text[])
    )
    update stock_snapshots set received_chunks = received_chunks + 1, row_count = row_count + ${rows.length}
    where id = ${id}
    returning set_config('synchronous_commit', 'off', true)`;
}

/** Numbers as PostgreSQL writes arrays: the driver looks into each of thousands of values, which takes longer. */
const arrayText = (values: readonly (number | 'null')[]) => `{${values.join(',')}}`;

export async function saveHeld({ sql }: Connection, id: string, reason: string): Promise<void> {
  await sql`update stock_snapshots set status = 'HELD', hold_reason = ${reason} where id = ${id}`;
}

/** Marks a snapshot applied and drops what was staged for it. */
export async function saveCompleted(
  { sql }: Connection,
  id: string,
  { summary, releasedBy }: { readonly summary: SnapshotSummary; readonly releasedBy: string | null },
  now: Date,
): Promise<void> {
  await sql`
    with dropped as (delete from stock_snapshot_chunks where snapshot_id = ${id})
    update stock_snapshots set status = 'COMPLETED', summary = ${sql.json(summary)}, released_by = ${releasedBy},
      completed_at = ${now}
    where id = ${id}`;
}

/** Marks a snapshot dropped, with what was staged for it. */
export async function saveAborted({ sql }: Connection, id: string): Promise<void> {
  await sql`
    with dropped as (delete from stock_snapshot_chunks where snapshot_id = ${id})
    update stock_snapshots set status = 'ABORTED' where id = ${id}`;
}
