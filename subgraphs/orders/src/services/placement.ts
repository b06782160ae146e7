import { type Connection, hashOf, inTransaction } from '@passerelle/database';
import { unschedule } from '@passerelle/events';
import type { Caller } from '@passerelle/server';
import {
  type IneligibilityReason,
  idempotencyInProgress,
  idempotencyKeyReused,
  insufficientStock,
  invalidInput,
  locationNotEligible,
  newId,
  notFound,
  ok,
  type Result,
  refuse,
  reservationExpired,
} from '@passerelle/values';
import type { Dependencies } from '../context.ts';
import { type CaptureInput, type Draft, readCapture } from '../domain/capture.ts';
import { type CapturedOrder, nameParts, newOrder } from '../domain/new-order.ts';
import { type Order, type Payment, wantedQuantity } from '../domain/order.ts';
import { noSource, type OrderRefusal, paymentDeclined } from '../domain/refusals.ts';
import { explain, type PlannedWork, planWork, type SourcedGroup } from '../domain/work-plan.ts';
import { publishChanged } from '../storage/changed.ts';
import { isReferenceTaken } from '../storage/orders.ts';
import { watchExpiry } from '../storage/payments.ts';
import { insertPlacedOrder, ReferenceTaken } from '../storage/place.ts';
import { findPlacement, recoveryKey, refusePlacement, takePlacement } from '../storage/placements.ts';
import { giveBack } from './give-back.ts';
import type { AllocationRefusal } from './inventory.ts';
import { moment, pickupCode } from './moments.ts';
import { sourceGroups } from './sources.ts';

/** Longest a placement may take; then its recovery gives back what it took. */
export const leaseMs = 30_000;
/**
 * Times the saga chooses locations when others were quicker. Who loses a race lost it to an order that was placed, so
 * choosing again ends when nothing is left; the bound is for candidates and allocation that disagree for good.
 */
const allocationAttempts = 50;

/** What makes a placement different from a sale. */
export type Special = {
  /** The first payment, when it is not an authorization made elsewhere. */
  readonly payment?: (orderId: string, paymentId: string) => Payment;
  /** What becomes true together with the order, in its transaction; throwing leaves nothing of the order. */
  readonly alsoStore?: (tx: Connection, order: Order) => Promise<void>;
};

/** One placement under way. */
type Saga = {
  readonly special: Special;
  readonly input: CaptureInput;
  readonly draft: Draft;
  readonly parts: CapturedOrder;
  readonly caller: Caller;
  readonly now: Date;
  readonly reservationId: string | null;
};

type Allocated = {
  readonly groups: readonly SourcedGroup[];
  readonly plan: readonly PlannedWork[];
  readonly revision: number;
};
type Confirmed = { readonly paymentId: string; readonly paymentExpiresAt: Date | null };
export type Placed = { readonly orderId: string };

/**
 * Accepts an order. A saga: what it takes from others is written down before it is taken (the placement with its lease
 * and its recovery job), so that a process may be killed between any two steps and nothing stays reserved. The same key
 * and input give the same result again, refusals included.
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
  const started = await takePlacement(deps.database, deps.owner, {
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
  if (!outcome.ok) {
    await inTransaction(deps.database, async (tx) => {
      await refusePlacement(tx, orderId, outcome.refusals, now);
      await unschedule(tx, deps.owner, recoveryKey(orderId));
    });
  }
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

  const booked = await book(deps, saga, allocated.value.groups);
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

/** Chooses and allocates, again when somebody else was quicker. */
async function allocate(
  deps: Dependencies,
  { input, parts, now, reservationId }: Saga,
): Promise<Result<Allocated, OrderRefusal>> {
  let lost: readonly AllocationRefusal[] = [];
  for (let revision = 1; revision <= allocationAttempts; revision++) {
    const groups = await sourceGroups(
      deps,
      parts.groups.map((group) => ({
        groupId: group.id,
        method: group.method,
        pickupLocationId: group.pickupLocationId,
        shippingAddress: group.shippingAddress,
        serviceLevel: group.serviceLevel,
        demands: parts.lines
          .filter((line) => line.deliveryGroupId === group.id)
          .map((line) => ({ lineId: line.id, sku: line.sku, quantity: wantedQuantity(line) })),
      })),
      { channelId: input.channelId, reservationId },
    );
    await deps.fault('candidates-read');
    const short = shortagesOf(groups, input);
    if (short.length > 0) return refuse(...short);
    if (deps.now().getTime() >= now.getTime() + leaseMs) throw new Error('the placement took longer than its lease');

    const plan = planWork(groups, now, {
      work: () => newId('fulfillmentOrder', now),
      line: () => newId('fulfillmentOrderLine', now),
    });
    lost = await deps.inventory.allocate({
      orderId: parts.orderId,
      revision,
      channelId: input.channelId,
      ...(reservationId ? { reservationId } : {}),
      lines: plan.flatMap(({ locationId, lines }) =>
        lines.map(({ id, sku, quantity }) => ({ orderLineId: id, sku, quantity, locationId })),
      ),
    });
    if (lost.length === 0) return ok({ groups, plan, revision });
    if (!lost.every(({ code }) => code === 'INSUFFICIENT_STOCK' || code === 'LOCATION_NOT_ELIGIBLE')) break;
  }
  return refuse(...lost.map((refusal) => asRefusal(refusal, input)));
}

const lineWith = (sku: string, input: CaptureInput) => [
  'lines',
  input.lines.findIndex((line) => line.sku === sku),
  'quantity',
];

function shortagesOf(groups: readonly SourcedGroup[], input: CaptureInput): OrderRefusal[] {
  const shortages = groups.flatMap(({ sourcing }) => sourcing.shortages);
  const sourceless = shortages.filter(({ available }) => available === 0).map(({ sku }) => sku);
  const partly = shortages.filter(({ available }) => available > 0);
  return [
    ...(sourceless.length > 0 ? [noSource([...new Set(sourceless)])] : []),
    ...partly.map(({ sku, requested, available }) =>
      insufficientStock(sku, requested, available, lineWith(sku, input)),
    ),
  ];
}

/** What inventory refused, in the words of this input. */
function asRefusal(refusal: AllocationRefusal, input: CaptureInput): OrderRefusal {
  const { code, sku, requestedQuantity = 0, availableQuantity = 0, expiredAt } = refusal;
  if (code === 'INSUFFICIENT_STOCK' && sku) {
    return insufficientStock(sku, requestedQuantity, availableQuantity, lineWith(sku, input));
  }
  if (code === 'RESERVATION_EXPIRED' && expiredAt) return reservationExpired(new Date(expiredAt), ['reservationId']);
  if (refusal.path?.includes('reservationId') && input.reservationId) {
    return notFound('reservation', input.reservationId, ['reservationId']);
  }
  return noSource([...new Set(input.lines.map((line) => line.sku))]);
}

/** Takes a service day at each store of collection. */
async function book(
  { network }: Dependencies,
  { input, draft, parts, now }: Saga,
  groups: readonly SourcedGroup[],
): Promise<Result<null, OrderRefusal>> {
  for (const locationId of pickupLocations(draft)) {
    const candidate = groups
      .flatMap(({ sourcing }) => sourcing.assignments)
      .find((assignment) => assignment.candidate.locationId === locationId)?.candidate;
    const refusal = await network.bookPickup({
      locationId,
      channelId: input.channelId,
      orderId: parts.orderId,
      on: candidate?.readyOn ?? (candidate?.readyAt ?? now).toISOString().slice(0, 10),
    });
    if (!refusal) continue;
    const path = [
      'deliveryGroups',
      draft.groups.findIndex((group) => group.pickupLocationId === locationId),
      'pickupLocationId',
    ];
    if (refusal.code === 'NOT_FOUND') return refuse(notFound('location', locationId, path));
    return refuse(locationNotEligible(locationId, refusal.reasons.map(asReason), path));
  }
  return ok(null);
}

const asReason = (code: IneligibilityReason['code']): IneligibilityReason => ({
  code,
  message: `The store network refused the booking: ${code}.`,
  until: null,
});

const referenceTaken = (reference: string) =>
  invalidInput(['externalReference'], `The channel has an order ${reference} already.`);

/** The transaction that makes the order true. */
async function store(
  deps: Dependencies,
  saga: Saga,
  allocated: Allocated,
  { paymentId, paymentExpiresAt }: Confirmed,
): Promise<Result<Placed, OrderRefusal>> {
  const { input, parts, caller, now } = saga;
  const built = newOrder({
    ...saga,
    ...allocated,
    placedBy: caller.subject,
    paymentId,
    paymentExpiresAt,
    ...(saga.special.payment ? { payment: saga.special.payment(parts.orderId, paymentId) } : {}),
  });
  const routing = {
    ...explain(allocated.groups),
    id: newId('routing', now),
    orderId: parts.orderId,
    revision: allocated.revision,
    decidedAt: now,
  };
  const message = `Placed in channel ${input.channelId}; ${routing.splitCount} location(s) chosen.`;
  const events = [moment({ orderId: parts.orderId, type: 'order.placed', actor: caller.subject, message }, now)];
  try {
    await inTransaction(deps.database, async (tx) => {
      const isOurs = await insertPlacedOrder(tx, deps.owner, { ...built, routing, work: allocated.plan, events });
      // Recovery has given back, or is giving back, what the order stands on.
      if (!isOurs) throw new Error(`placement of ${parts.orderId} lost its lease`);
      await saga.special.alsoStore?.(tx, built.order);
      await watchExpiry(tx, deps.owner, built.payment);
      await publishChanged(tx, built.order, now);
      await unschedule(tx, deps.owner, recoveryKey(parts.orderId));
    });
  } catch (error) {
    if (error instanceof ReferenceTaken) return refuse(referenceTaken(input.externalReference as string));
    throw error;
  }
  return ok({ orderId: parts.orderId });
}
