import type { Connection, Owner } from '@passerelle/database';
import { schedule } from '@passerelle/events';
import type { CancellationRequest, ChangeRequest } from '../domain/letting-go.ts';
import { asRow, asRows, columnsOf, isAmong } from './rows.ts';
import { cancellationRequests, changeRequests } from './tables.ts';

/** Name of the job that carries a change out, or drops it, once warehouses have answered or are late. */
export const endChangeTask = 'end-change';

const columns = { change: columnsOf(changeRequests), request: columnsOf(cancellationRequests) };
const as = <T>(rows: unknown) => rows as T[];

/** At once unless told; one waiting job a change is enough. */
export const endChangeLater = (
  tx: Connection,
  owner: Owner,
  { changeId, orderId }: Pick<CancellationRequest, 'changeId' | 'orderId'>,
  runAt?: Date,
): Promise<void> =>
  schedule(
    tx,
    owner,
    endChangeTask,
    { changeId, orderId },
    { key: `${endChangeTask}:${changeId}`, ...(runAt ? { runAt } : {}) },
  );

export async function insertChange(
  tx: Connection,
  owner: Owner,
  change: ChangeRequest,
  requests: readonly CancellationRequest[],
): Promise<void> {
  await tx.sql`
    with change as (
      insert into change_requests select * from jsonb_populate_record(null::change_requests, ${asRow(tx, change)})
    )
    insert into cancellation_requests
    select * from jsonb_populate_recordset(null::cancellation_requests, ${asRows(tx, requests)})`;
  await endChangeLater(tx, owner, { changeId: change.id, orderId: change.orderId }, change.answerBy);
}

/** The change of an order that waits; undefined when none does. */
export async function findWaitingChange({ sql }: Connection, orderId: string): Promise<ChangeRequest | undefined> {
  const rows = await sql`
    select ${sql.unsafe(columns.change)} from change_requests where order_id = ${orderId} and status = 'WAITING'`;
  return as<ChangeRequest>(rows)[0];
}

/** What warehouses were asked for a change. */
export async function findRequests({ sql }: Connection, changeId: string): Promise<CancellationRequest[]> {
  return as(
    await sql`
    select ${sql.unsafe(columns.request)} from cancellation_requests where change_id = ${changeId} order by id`,
  );
}

/** What work is asked to let go of while its change waits; undefined when nothing is. */
export async function findRequestOfWork({ sql }: Connection, workId: string): Promise<CancellationRequest | undefined> {
  const rows = await sql`
    select ${sql.unsafe(columns.request)} from cancellation_requests
    where fulfillment_order_id = ${workId}
      and change_id in (select id from change_requests where order_id = cancellation_requests.order_id and status = 'WAITING')`;
  return as<CancellationRequest>(rows)[0];
}

export async function saveRequests(tx: Connection, requests: readonly CancellationRequest[]): Promise<void> {
  await tx.sql`
    update cancellation_requests
    set status = new.status, answered_at = new.answered_at, answered_by = new.answered_by,
      refusal_reason = new.refusal_reason, note = new.note
    from jsonb_populate_recordset(null::cancellation_requests, ${asRows(tx, requests)}) as new
    where cancellation_requests.id = new.id`;
}

/** False when it had ended before. */
export async function endChange(
  { sql }: Connection,
  { id, status, reason, endedAt }: Pick<ChangeRequest, 'id' | 'status' | 'reason' | 'endedAt'>,
): Promise<boolean> {
  const rows = await sql`
    update change_requests set status = ${status}, reason = ${reason}, ended_at = ${endedAt}
    where id = ${id} and status = 'WAITING' returning id`;
  return rows.length > 0;
}

/** Newest first. */
export async function findChangesOfOrders({ sql }: Connection, ids: readonly string[]): Promise<ChangeRequest[]> {
  return as(
    await sql`
    select ${sql.unsafe(columns.change)} from change_requests
    where order_id ${isAmong(sql, ids)} order by order_id, requested_at desc, id desc`,
  );
}

/** The last request of each piece of work. */
export async function findLastRequests(
  { sql }: Connection,
  workIds: readonly string[],
): Promise<CancellationRequest[]> {
  return as(
    await sql`
    select distinct on (fulfillment_order_id) ${sql.unsafe(columns.request)} from cancellation_requests
    where fulfillment_order_id ${isAmong(sql, workIds)} order by fulfillment_order_id, requested_at desc, id desc`,
  );
}
