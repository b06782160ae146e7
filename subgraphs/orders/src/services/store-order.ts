import { type Connection, inTransaction } from '@passerelle/database';
import { invalidInput, ok, type Result, refuse } from '@passerelle/values';
import type { Dependencies } from '../context.ts';
import { newOrder } from '../domain/new-order.ts';
import type { Attribute } from '../domain/order.ts';
import type { OrderRefusal } from '../domain/refusals.ts';
import { lockOrder, type WholeOrder } from '../storage/orders.ts';
import { watchExpiry } from '../storage/payments.ts';
import { insertPlacedOrders, type NewOrder, ReferenceTaken } from '../storage/place.ts';
import type { Allocated, Saga } from './allocate-placement.ts';
import { awaitStock } from './await-stock.ts';
import { moment } from './moments.ts';
import { routingOf } from './plans.ts';
import type { Screened } from './screen-order.ts';
import { type Stop, stopOrder } from './stop-order.ts';
import { isBlank, keepLog } from './user-exits.ts';

export type Confirmed = { readonly paymentId: string; readonly paymentExpiresAt: Date | null };
/** What was found out of an order before anything was taken for it. */
type Known = Confirmed & Screened;
/** What was stored, for who reads it back at once; left out when a repeated call finds the first one's order. */
export type Placed = { readonly orderId: string; readonly stored?: NewOrder };

export const referenceTaken = (reference: string) =>
  invalidInput(['externalReference'], `The channel has an order ${reference} already.`);

/** Makes the order true. */
export async function storeOrder(
  deps: Dependencies,
  saga: Saga,
  allocated: Allocated,
  known: Known,
): Promise<Result<Placed, OrderRefusal>> {
  const placed = orderOf(saga, allocated, known);
  const { id: orderId } = placed.order;
  try {
    const isOurs = await write(deps, saga, { allocated, placed, stops: known.stops });
    // Recovery has given back, or is giving back, what the order stands on.
    if (!isOurs) throw new Error(`placement of ${orderId} lost its lease`);
  } catch (error) {
    if (error instanceof ReferenceTaken) return refuse(referenceTaken(saga.input.externalReference as string));
    throw error;
  }
  return ok(known.stops.length > 0 ? { orderId } : { orderId, stored: placed });
}

function orderOf(saga: Saga, allocated: Allocated, { paymentId, paymentExpiresAt, attributes }: Known): NewOrder {
  const { input, draft, parts, caller, now, special } = saga;
  const { orderId } = parts;
  const { isAwaited, plan } = allocated;
  const built = newOrder({
    ...saga,
    ...allocated,
    draft: { ...draft, privateAttributes: withAttributes(draft.privateAttributes, attributes) },
    placedBy: caller.subject,
    paymentId,
    paymentExpiresAt,
    ...(special.payment ? { payment: special.payment(orderId, paymentId) } : {}),
  });
  const routing = routingOf(orderId, allocated, now);
  const outcome = isAwaited ? 'inventory does not answer' : `${routing.splitCount} location(s) chosen`;
  const message = `Placed in channel ${input.channelId}; ${outcome}.`;
  const events = [moment({ orderId, type: 'order.placed', actor: caller.subject, message }, now)];
  return { ...built, routing: isAwaited ? null : routing, work: isAwaited ? [] : plan, events };
}

type Written = { readonly allocated: Allocated; readonly placed: NewOrder; readonly stops: readonly Stop[] };

async function hold(tx: Connection, deps: Dependencies, orderId: string, stops: readonly Stop[]): Promise<void> {
  for (const stop of stops) await stopOrder(tx, deps, (await lockOrder(tx, orderId)) as WholeOrder, stop);
}

/** What an exit said of a key takes the place of what was said before. */
const withAttributes = (before: readonly Attribute[], said: readonly Attribute[]): Attribute[] => [
  ...new Map([...before, ...said].map((one) => [one.key, one])).values(),
];

/** An ordinary order is one statement, shared with others; what is true only with more has a transaction of its own. */
function write(
  deps: Dependencies,
  { special: { alsoStore }, exitLog, ...saga }: Saga,
  { allocated, placed, stops }: Written,
): Promise<boolean> {
  const isOrdinary = !alsoStore && !allocated.isAwaited && !placed.payment.expiresAt && isBlank(exitLog);
  if (isOrdinary) return deps.desk.store(placed);
  return inTransaction(deps.database, async (tx) => {
    const stored = await insertPlacedOrders(tx, deps.owner, [placed]);
    if (stored.size === 0) return false;
    await alsoStore?.(tx, placed.order);
    if (allocated.isAwaited) await awaitStock(tx, deps, saga, allocated);
    await watchExpiry(tx, deps.owner, placed.payment);
    await keepLog(tx, deps, exitLog, { routingId: placed.routing?.id, plan: placed.work });
    await hold(tx, deps, placed.order.id, stops);
    return true;
  });
}
