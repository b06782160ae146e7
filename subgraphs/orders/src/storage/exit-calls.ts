import type { Connection, Owner } from '@passerelle/database';
import { scheduleAll } from '@passerelle/events';
import type { Ask, PointName } from '@passerelle/exits';
import type { ExitCall } from '../domain/exit-call.ts';
import { asRows, columnsOf, isAmong } from './rows.ts';
import { exitCalls } from './tables.ts';

/** Name of the job that asks an exit whose answer is compared and ignored. */
export const shadowTask = 'try-exit';

/** A call to make once what it is about is done, to see what the exit would have said. */
export type ShadowCall = {
  readonly point: PointName;
  readonly orderId: string;
  readonly ask: Ask<PointName>;
  /** What was done without it. */
  readonly own: readonly string[];
};

export async function insertExitCalls(tx: Connection, calls: readonly ExitCall[]): Promise<void> {
  await tx.sql`
    insert into exit_calls select * from jsonb_populate_recordset(null::exit_calls, ${asRows(tx, calls)})
    on conflict do nothing`;
}

/** Calls are made by jobs: nobody who places an order waits for an exit that decides nothing. */
export const shadowLater = (tx: Connection, owner: Owner, calls: readonly ShadowCall[]): Promise<void> =>
  scheduleAll(
    tx,
    owner,
    shadowTask,
    calls.map((payload) => ({ payload })),
  );

const columns = columnsOf(exitCalls);

/** Newest first. */
export async function findExitCallsOfOrders({ sql }: Connection, orderIds: readonly string[]): Promise<ExitCall[]> {
  const rows = await sql`
    select ${sql.unsafe(columns)} from exit_calls where order_id ${isAmong(sql, orderIds)}
    order by order_id, called_at desc, id desc`;
  return rows as unknown as ExitCall[];
}
