import type { Connection } from '@passerelle/database';
import type { FulfillmentOrder, FulfillmentOrderLine } from '../domain/fulfillment.ts';
import { findWork, lockOrder, type WholeOrder } from './orders.ts';

/** A piece of work under its order's lock. */
export type LockedWork = {
  readonly whole: WholeOrder;
  readonly work: FulfillmentOrder;
  readonly lines: FulfillmentOrderLine[];
};

/** Locks the order of a piece of work; undefined when it is unknown or at none of `locationIds`. */
export async function lockWork(
  tx: Connection,
  id: string,
  locationIds: readonly string[] | null,
): Promise<LockedWork | undefined> {
  const [found] = await findWork(tx, [id]);
  if (!found || (locationIds && !locationIds.includes(found.locationId))) return undefined;
  const whole = await lockOrder(tx, found.orderId);
  const work = whole?.work.find((one) => one.id === id);
  if (!whole || !work) return undefined;
  return { whole, work, lines: whole.workLines.filter((line) => line.fulfillmentOrderId === id) };
}
