import type { Connection } from '@passerelle/database';
import { newId } from '@passerelle/values';
import type { Dependencies } from '../context.ts';
import type { OrderHold } from '../domain/hold.ts';
import type { Order, OrderEvent } from '../domain/order.ts';
import { type AwaitedStock, insertAwaited, removeAwaited } from '../storage/awaited-stock.ts';
import { insertEvents } from '../storage/events.ts';
import { endHold, findHoldsOfOrders, insertHold } from '../storage/holds.ts';
import { insertPlan } from '../storage/routings.ts';
import { rerouteLater } from '../storage/settle.ts';
import type { Allocated, Saga } from './allocate-placement.ts';
import { moment } from './moments.ts';
import { planLeaseMs, routingOf } from './plans.ts';

const actor = 'service:orders';
/** Inventory is asked this often whether it answers again. */
export const askAgainMs = 60_000;

/**
 * Has an order that was just stored wait for inventory, under a hold. What inventory may have allocated without telling
 * is kept as an open plan: it is given back before other units are taken, so that no unit is taken twice.
 */
export async function awaitStock(
  tx: Connection,
  { owner }: Dependencies,
  { parts: { orderId }, reservationId, now }: Pick<Saga, 'parts' | 'reservationId' | 'now'>,
  { groups, plan, revision }: Allocated,
): Promise<void> {
  const hold: OrderHold = {
    id: newId('hold', now),
    orderId,
    reason: 'STOCK',
    note: 'Inventory did not answer when the order was placed.',
    releaseAt: null,
    placedBy: actor,
    placedAt: now,
    releasedBy: null,
    releasedAt: null,
  };
  await insertHold(tx, owner, hold);
  await insertAwaited(tx, { orderId, holdId: hold.id, reservationId, since: now });
  if (plan.length > 0) {
    await insertPlan(tx, routingOf(orderId, { groups, revision }, now), plan, new Date(now.getTime() + planLeaseMs));
  }
  const message = 'Held: STOCK, inventory did not answer; the order goes on when it does.';
  await insertEvents(tx, [moment({ orderId, type: 'order.held', actor, message }, now)]);
  await rerouteLater(tx, owner, orderId, new Date(now.getTime() + askAgainMs));
}

/** Inventory has answered: its hold ends, and the order is open unless something else holds it. */
export async function endAwaiting(
  tx: Connection,
  order: Order,
  { holdId }: Pick<AwaitedStock, 'holdId'>,
  now: Date,
): Promise<{ readonly order: Order; readonly events: readonly Omit<OrderEvent, 'position'>[] }> {
  await removeAwaited(tx, order.id);
  const open = (await findHoldsOfOrders(tx, [order.id])).filter(({ releasedAt }) => releasedAt === null);
  if (!open.some(({ id }) => id === holdId)) return { order, events: [] };
  await endHold(tx, { id: holdId, releasedBy: actor, releasedAt: now });
  const message = 'The hold for STOCK ended; inventory answers again.';
  const events = [moment({ orderId: order.id, type: 'order.hold-released', actor, message }, now)];
  return { order: open.length === 1 ? { ...order, status: 'OPEN' } : order, events };
}
