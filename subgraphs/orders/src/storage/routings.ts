import type { Connection, Owner } from '@passerelle/database';
import type { Refuser } from '../domain/rerouting.ts';
import type { Routing } from '../domain/routing.ts';
import type { PlannedWork } from '../domain/work-plan.ts';
import type { workRows } from './place.ts';
import { asRow, asRows, columnsOf, isAmong } from './rows.ts';
import { answerJobs } from './settle.ts';
import { routingOfRow, storedRouting } from './stored-routing.ts';
import { routings } from './tables.ts';

export type Plan = {
  readonly id: string;
  readonly revision: number;
  readonly plan: PlannedWork[];
  readonly leaseUntil: Date;
};

const columns = columnsOf(routings);

/** Decisions that came about, newest first. */
export async function findRoutingsOfOrders({ sql }: Connection, orderIds: readonly string[]): Promise<Routing[]> {
  const rows = await sql`
    select ${sql.unsafe(columns)} from routings
    where order_id ${isAmong(sql, orderIds)} and state = 'DONE' order by order_id, revision desc`;
  return (rows as unknown as Parameters<typeof routingOfRow>[0][]).map(routingOfRow);
}

/** The order's plan that was neither carried out nor given up; the order must be locked. */
export async function findOpenPlan({ sql }: Connection, orderId: string): Promise<Plan | undefined> {
  const rows = await sql`
    select id, revision, plan, lease_until as "leaseUntil" from routings
    where order_id = ${orderId} and state = 'PLANNED'`;
  return rows[0] as Plan | undefined;
}

export async function insertPlan(
  tx: Connection,
  routing: Routing,
  plan: readonly PlannedWork[],
  leaseUntil: Date,
): Promise<void> {
  const row = { ...storedRouting(routing), state: 'PLANNED', plan, leaseUntil };
  await tx.sql`insert into routings select * from jsonb_populate_record(null::routings, ${asRow(tx, row)})`;
}

/** Ends a plan; false when somebody else did before. */
export async function endPlan({ sql }: Connection, id: string, state: 'DONE' | 'ABANDONED'): Promise<boolean> {
  const rows = await sql`
    update routings set state = ${state}, plan = null, lease_until = null
    where id = ${id} and state = 'PLANNED' returning id`;
  return rows.length > 0;
}

/** Makes the fulfillment orders of a plan; each that must be answered gets the job that looks whether it was. */
export async function insertWork(
  tx: Connection,
  owner: Owner,
  { work, lines }: ReturnType<typeof workRows>,
): Promise<void> {
  await tx.sql`
    with new_work as (
      insert into fulfillment_orders
      select * from jsonb_populate_recordset(null::fulfillment_orders, ${asRows(tx, work)})
      returning id, accept_by
    ), new_lines as (
      insert into fulfillment_order_lines
      select * from jsonb_populate_recordset(null::fulfillment_order_lines, ${asRows(tx, lines)})
    ), answers as (${answerJobs(tx, owner)})
    select count(*) from answers`;
}

/** Locations that turned units of each order line down, did not find them, or did not answer. */
export async function findRefusers({ sql }: Connection, orderId: string): Promise<Refuser[]> {
  const rows = await sql`
    select line.order_line_id as "orderLineId", work.location_id as "locationId", count(*)::int as times,
      bool_and(work.rejection_reason is not distinct from 'TIMED_OUT' and line.rerouted_quantity = 0) as "isSilent"
    from fulfillment_orders as work join fulfillment_order_lines as line on line.fulfillment_order_id = work.id
    where work.order_id = ${orderId} and (work.status = 'REJECTED' or line.rerouted_quantity > 0)
    group by line.order_line_id, work.location_id`;
  return rows as unknown as Refuser[];
}
