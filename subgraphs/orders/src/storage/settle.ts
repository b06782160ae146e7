import type { Connection, Owner } from '@passerelle/database';
import { schedule } from '@passerelle/events';
import type { Issue, Release } from '../services/inventory.ts';

/** Name of the job that tells neighbours what became true here. */
export const settleTask = 'settle';
/** Name of the job that looks for other locations. */
export const rerouteTask = 'reroute';

/** What a neighbour is still to be told; each may be told twice and takes effect once. */
export type Settlement =
  | { readonly kind: 'ISSUE'; readonly input: Issue }
  | { readonly kind: 'RELEASE'; readonly input: Release }
  | { readonly kind: 'UNBOOK'; readonly orderId: string; readonly locationId: string };

/** Writes down, in the transaction that makes it true, what a neighbour must be told; a job tells it. */
export async function settleLater(tx: Connection, owner: Owner, settlements: readonly Settlement[]): Promise<void> {
  for (const settlement of settlements) await schedule(tx, owner, settleTask, settlement);
}

/** Has units without a location routed again; one waiting job an order is enough. */
export const rerouteLater = (tx: Connection, owner: Owner, orderId: string) =>
  schedule(tx, owner, rerouteTask, { orderId }, { key: `${rerouteTask}:${orderId}` });
