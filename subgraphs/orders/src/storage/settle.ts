import type { Connection, Owner } from '@passerelle/database';
import { schedule, scheduleAll } from '@passerelle/events';
import type { FulfillmentOrder } from '../domain/fulfillment.ts';
import type { Arrival, Correction, Issue, Release, Restock } from '../services/inventory.ts';
import type { Unbooking } from '../services/store-network.ts';

/** Name of the job that tells neighbours what became true here. */
export const settleTask = 'settle';
/** Name of the job that looks for other locations. */
export const rerouteTask = 'reroute';

/** Name of the job that takes work away from a location which did not answer. */
export const timeOutTask = 'offer-timeout';

/** Names of the jobs that follow goods which wait for the shopper. */
export const remindTask = 'remind-shopper';
export const expirePickupTask = 'expire-pickup';

/** What a neighbour is still to be told; each may be told twice and takes effect once. */
export type Settlement =
  | { readonly kind: 'ISSUE'; readonly input: Issue }
  | { readonly kind: 'CORRECT'; readonly correction: Correction; readonly release: Release }
  | { readonly kind: 'RELEASE'; readonly input: Release }
  | { readonly kind: 'RESTOCK'; readonly input: Restock }
  | { readonly kind: 'ARRIVAL'; readonly input: Arrival }
  | ({ readonly kind: 'UNBOOK' } & Unbooking);

/** Writes down, in the transaction that makes it true, what a neighbour must be told; a job tells it. */
export const settleLater = (tx: Connection, owner: Owner, settlements: readonly Settlement[]): Promise<void> =>
  scheduleAll(
    tx,
    owner,
    settleTask,
    settlements.map((payload) => ({ payload })),
  );

/** Has units without a location routed again, at once unless told; one waiting job an order is enough. */
export const rerouteLater = (tx: Connection, owner: Owner, orderId: string, runAt?: Date) =>
  schedule(tx, owner, rerouteTask, { orderId }, { key: `${rerouteTask}:${orderId}`, ...(runAt ? { runAt } : {}) });

/** Jobs for rows of `new_work` in the same statement: at `accept_by` somebody looks whether the location answered. */
export const answerJobs = ({ sql }: Connection, owner: Owner) => sql`
  select ${sql(owner.jobsSchema)}.add_job(${timeOutTask}::text, json_build_object('id', id),
    run_at => accept_by, job_key => ${`${timeOutTask}:`}::text || id)
  from new_work where accept_by is not null`;

/** As above, for work that is offered anew; one waiting job each is enough. */
export async function answerBy(
  tx: Connection,
  owner: Owner,
  work: readonly Pick<FulfillmentOrder, 'id' | 'acceptBy'>[],
): Promise<void> {
  const jobs = work.flatMap(({ id, acceptBy }) =>
    acceptBy ? [{ payload: { id }, key: `${timeOutTask}:${id}`, runAt: acceptBy }] : [],
  );
  await scheduleAll(tx, owner, timeOutTask, jobs);
}

/** Has the shopper reminded of goods that wait, and the goods put back when nobody comes. */
export async function waitForShopper(
  tx: Connection,
  owner: Owner,
  { id, remindAt, expiresAt }: { readonly id: string; readonly remindAt: Date; readonly expiresAt: Date },
): Promise<void> {
  await schedule(tx, owner, remindTask, { id }, { key: `${remindTask}:${id}`, runAt: remindAt });
  await schedule(tx, owner, expirePickupTask, { id }, { key: `${expirePickupTask}:${id}`, runAt: expiresAt });
}
