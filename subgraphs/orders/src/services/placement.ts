import { hashOf, inTransaction } from '@passerelle/database';
import type { Caller } from '@passerelle/server';
import {
  type IneligibilityReason,
  idempotencyInProgress,
  idempotencyKeyReused,
  invalidInput,
  locationNotEligible,
  newId,
  notFound,
  ok,
  type Result,
  refuse,
} from '@passerelle/values';
import type { Dependencies } from '../context.ts';
import { type CaptureInput, type Draft, readCapture } from '../domain/capture.ts';
import { nameParts, newOrder } from '../domain/new-order.ts';
import { type OrderRefusal, paymentDeclined } from '../domain/refusals.ts';
import { isReferenceTaken } from '../storage/orders.ts';
import { watchExpiry } from '../storage/payments.ts';
import { insertPlacedOrders, type NewOrder, ReferenceTaken } from '../storage/place.ts';
import { findPlacement, refusePlacement } from '../storage/placements.ts';
import { type Allocated, allocate, leaseMs, type Saga, type Special } from './allocate-placement.ts';
import { awaitStock } from './await-stock.ts';
import { bookCollections } from './book-collections.ts';
import { giveBack } from './give-back.ts';
import { moment, pickupCode } from './moments.ts';
import { routingOf } from './plans.ts';

type Confirmed = { readonly paymentId: string; readonly paymentExpiresAt: Date | null };
/** What was stored, for who reads it back at once; left out when a repeated call finds the first one's order. */
export type Placed = { readonly orderId: string; readonly stored?: NewOrder };

/**
 * Accepts an order. A saga: what it takes from others is written down before it is taken (the placement with its
 * lease, after which it is recovered), so that a process may be killed between any two steps and nothing stays reserved.
 * The same key and input give the same result again, refusals included.
 */
export async function placeCaptured(
  deps: Dependencies,
  caller: Caller,
  input: CaptureInput,
  special: Special = {},
): Promise<Result<Placed, OrderRefusal>> {
  const now = deps.now();
  const draft = readCapture(input, now);
  if (!draft.ok) return draft;

  const orderId = newId('order', now);
  const started = await deps.desk.take({
    client: caller.subject,
    key: input.idempotencyKey,
    inputHash: hashOf(input),
    orderId,
    now,
    leaseUntil: new Date(now.getTime() + leaseMs),
    bookedLocationIds: pickupLocations(draft.value),
  });
  if (!started) return repeatPlacement(deps, caller, input);
  await deps.fault('placement-started');

  const parts = nameParts(
    draft.value,
    { orderId, number: started.number },
    {
      group: () => newId('deliveryGroup', now),
      line: () => newId('orderLine', now),
      pickupCode,
    },
  );
  // An abandoned attempt has turned the cart's hold into an allocation and given that back: the hold is used up.
  const reservationId = started.isFirst ? (input.reservationId ?? null) : null;
  const outcome = await runSaga(deps, { special, input, draft: draft.value, parts, caller, now, reservationId });
  if (!outcome.ok) await refusePlacement(deps.database, orderId, outcome.refusals, now);
  return outcome;
}

const pickupLocations = ({ groups }: Draft) => [
  ...new Set(
    groups.flatMap((group) => (group.method === 'CLICK_AND_COLLECT' ? [group.pickupLocationId as string] : [])),
  ),
];

/** What the first call with this key came to. */
async function repeatPlacement(
  { database }: Dependencies,
  caller: Caller,
  input: CaptureInput,
): Promise<Result<Placed, OrderRefusal>> {
  const key = input.idempotencyKey;
  const first = await findPlacement(database, { client: caller.subject, key });
  if (!first) return refuse(idempotencyInProgress(key));
  if (first.inputHash !== hashOf(input)) return refuse(idempotencyKeyReused(key));
  if (first.state === 'DONE') return ok({ orderId: first.orderId });
  if (first.state === 'REFUSED') return refuse(...(first.refusals ?? []));
  return refuse(idempotencyInProgress(key));
}

async function runSaga(deps: Dependencies, saga: Saga): Promise<Result<Placed, OrderRefusal>> {
  const { externalReference, channelId } = saga.input;
  if (externalReference && (await isReferenceTaken(deps.database, channelId, externalReference))) {
    return refuse(referenceTaken(externalReference));
  }
  const confirmed = await confirmPayment(deps, saga);
  if (!confirmed.ok) return confirmed;
  const allocated = await allocate(deps, saga);
  if (!allocated.ok) return allocated;
  await deps.fault('stock-allocated');

  // A day is booked together with units; who waits for inventory has none yet.
  const booked = allocated.value.isAwaited ? ok(null) : await book(deps, saga, allocated.value);
  const compensate = () =>
    giveBack(deps, {
      orderId: saga.parts.orderId,
      revision: allocated.value.revision,
      locationIds: pickupLocations(saga.draft),
    });
  if (!booked.ok) {
    await compensate();
    return booked;
  }
  await deps.fault('capacity-booked');

  const stored = await store(deps, saga, allocated.value, confirmed.value);
  if (!stored.ok) await compensate();
  else await deps.fault('order-stored');
  return stored;
}

/** Has the payment service confirm what the order says is authorized; a service that is not connected is believed. */
async function confirmPayment(
  { providers }: Dependencies,
  { input, draft, now, special }: Saga,
): Promise<Result<Confirmed, OrderRefusal>> {
  const { provider, reference } = input.payment;
  const paymentId = newId('payment', now);
  const facts = { id: paymentId, reference, currency: draft.currency, authorizedMinor: draft.authorizedMinor };
  const answer = special.payment ? undefined : await providers[provider]?.confirm(facts, now);
  if (answer?.status === 'FAILED') return refuse(paymentDeclined(answer.declineCode, ['payment']));
  const paymentExpiresAt = answer?.status === 'SUCCEEDED' ? (answer.expiresAt ?? null) : null;
  return ok({ paymentId, paymentExpiresAt });
}

/** Takes room at each store of collection. */
async function book(
  deps: Dependencies,
  { input, parts: { orderId, groups } }: Saga,
  { plan }: Allocated,
): Promise<Result<null, OrderRefusal>> {
  const refused = await bookCollections(deps, { orderId, channelId: input.channelId, groups }, plan);
  if (!refused) return ok(null);
  const { locationId, groupId, code, reasons } = refused;
  const path = ['deliveryGroups', groups.findIndex(({ id }) => id === groupId), 'pickupLocationId'];
  if (code === 'NOT_FOUND') return refuse(notFound('location', locationId, path));
  return refuse(locationNotEligible(locationId, reasons.map(asReason), path));
}

const asReason = (code: IneligibilityReason['code']): IneligibilityReason => ({
  code,
  message: `The store network refused the booking: ${code}.`,
  until: null,
});

const referenceTaken = (reference: string) =>
  invalidInput(['externalReference'], `The channel has an order ${reference} already.`);

/** Makes the order true. */
async function store(
  deps: Dependencies,
  saga: Saga,
  allocated: Allocated,
  confirmed: Confirmed,
): Promise<Result<Placed, OrderRefusal>> {
  const placed = orderOf(saga, allocated, confirmed);
  const { id: orderId } = placed.order;
  try {
    const isOurs = await write(deps, saga, allocated, placed);
    // Recovery has given back, or is giving back, what the order stands on.
    if (!isOurs) throw new Error(`placement of ${orderId} lost its lease`);
  } catch (error) {
    if (error instanceof ReferenceTaken) return refuse(referenceTaken(saga.input.externalReference as string));
    throw error;
  }
  return ok({ orderId, stored: placed });
}

function orderOf(saga: Saga, allocated: Allocated, { paymentId, paymentExpiresAt }: Confirmed): NewOrder {
  const { input, parts, caller, now, special } = saga;
  const { orderId } = parts;
  const { isAwaited, plan } = allocated;
  const built = newOrder({
    ...saga,
    ...allocated,
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

/** An ordinary order is one statement, shared with others; what is true only with more has a transaction of its own. */
function write(deps: Dependencies, saga: Saga, allocated: Allocated, placed: NewOrder): Promise<boolean> {
  const { alsoStore } = saga.special;
  if (!alsoStore && !allocated.isAwaited && !placed.payment.expiresAt) return deps.desk.store(placed);
  return inTransaction(deps.database, async (tx) => {
    const stored = await insertPlacedOrders(tx, deps.owner, [placed]);
    if (stored.size === 0) return false;
    await alsoStore?.(tx, placed.order);
    if (allocated.isAwaited) await awaitStock(tx, deps, saga, allocated);
    await watchExpiry(tx, deps.owner, placed.payment);
    return true;
  });
}
