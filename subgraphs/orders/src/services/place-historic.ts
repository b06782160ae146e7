import { hashOf, inTransaction } from '@passerelle/database';
import type { Caller } from '@passerelle/server';
import { newId, ok, type Result, refuse } from '@passerelle/values';
import type { Dependencies } from '../context.ts';
import { type CaptureInput, type Draft, readCapture } from '../domain/capture.ts';
import { atItsEnd, type History, historyProblems } from '../domain/historic.ts';
import { type CapturedOrder, nameParts, newOrder } from '../domain/new-order.ts';
import type { OrderRefusal } from '../domain/refusals.ts';
import type { PlannedWork } from '../domain/work-plan.ts';
import { insertPast, type PastWork } from '../storage/history.ts';
import { insertPlacedOrders, type NewOrder, ReferenceTaken, workRows } from '../storage/place.ts';
import { refusePlacement } from '../storage/placements.ts';
import { leaseMs } from './allocate-placement.ts';
import { moment, pickupCode } from './moments.ts';
import { repeatPlacement } from './placement.ts';
import { type Placed, referenceTaken } from './store-order.ts';

/**
 * Takes an order in that was placed, fulfilled and paid elsewhere, once for its key: what it sold is gone long since, so
 * no stock, room or money is asked for, and no exit. All of it is stored in one transaction, or nothing.
 */
export async function placeHistoric(
  deps: Dependencies,
  caller: Caller,
  input: CaptureInput,
  history: History,
): Promise<Result<Placed, OrderRefusal>> {
  const now = deps.now();
  const draft = readCapture(input, now);
  if (!draft.ok) return draft;
  const problems = historyProblems(input, draft.value, history, now);
  if (problems.length > 0) return refuse(...problems);

  const orderId = newId('order', now);
  const inputHash = hashOf({ input, history });
  const started = await deps.desk.take({
    client: caller.subject,
    key: input.idempotencyKey,
    inputHash,
    orderId,
    now,
    leaseUntil: new Date(now.getTime() + leaseMs),
    bookedLocationIds: [],
  });
  if (!started) return repeatPlacement(deps, caller, input.idempotencyKey, inputHash);
  await deps.fault('placement-started');
  const ids = { group: () => newId('deliveryGroup', now), line: () => newId('orderLine', now), pickupCode };
  const parts = nameParts(draft.value, { orderId, number: started.number }, ids);
  const { placed, past } = ended({ input, draft: draft.value, parts, history, placedBy: caller.subject, now });
  try {
    await inTransaction(deps.database, async (tx) => {
      const stored = await insertPlacedOrders(tx, deps.owner, [placed]);
      if (stored.size === 0) throw new Error(`placement of ${orderId} lost its lease`);
      await insertPast(tx, past);
    });
  } catch (error) {
    if (!(error instanceof ReferenceTaken)) throw error;
    const refusal = referenceTaken(input.externalReference as string);
    await refusePlacement(deps.database, orderId, [refusal], now);
    return refuse(refusal);
  }
  await deps.fault('order-stored');
  return ok({ orderId });
}

type Told = {
  readonly input: CaptureInput;
  readonly draft: Draft;
  readonly parts: CapturedOrder;
  readonly history: History;
  readonly placedBy: string;
  readonly now: Date;
};

function ended({ history, ...told }: Told): { readonly placed: NewOrder; readonly past: PastWork } {
  const { now, placedBy } = told;
  const capture = { ...told, plan: [], revision: 0, isAwaited: false, paymentExpiresAt: null };
  const built = atItsEnd(newOrder({ ...capture, paymentId: newId('payment', now) }), history);
  const { id: orderId } = built.order;
  const message = `Imported: fulfilled on ${history.fulfilledAt.toISOString()}, delivered on ${history.deliveredAt.toISOString()}.`;
  const events = [moment({ orderId, type: 'order.imported', actor: placedBy, message }, now)];
  return { placed: { ...built, routing: null, work: [], events }, past: pastOf(built, history, now) };
}

type Built = ReturnType<typeof atItsEnd>;

function pastOf({ order, groups, lines, payment }: Built, history: History, now: Date): PastWork {
  const plan = groups.map(
    (group): PlannedWork => ({
      id: newId('fulfillmentOrder', now),
      deliveryGroupId: group.id,
      locationId: (group.method === 'DELIVERY' ? history.locationId : group.pickupLocationId) as string,
      type: group.method === 'DELIVERY' ? 'WAREHOUSE_SHIP' : 'CLICK_AND_COLLECT',
      acceptBy: null,
      dueAt: history.fulfilledAt.toISOString(),
      lines: lines
        .filter(({ deliveryGroupId }) => deliveryGroupId === group.id)
        .map(({ id, sku, orderedQuantity }) => ({
          id: newId('fulfillmentOrderLine', now),
          orderLineId: id,
          sku,
          quantity: orderedQuantity,
        })),
    }),
  );
  const rows = workRows(order, plan, 0, now);
  const shipped = plan.filter(({ type }) => type === 'WAREHOUSE_SHIP');
  const parcels = shipped.map((work) => ({ work, id: newId('shipment', now) }));
  return {
    work: rows.work.map((work) =>
      work.type === 'CLICK_AND_COLLECT'
        ? { ...work, status: 'COLLECTED' as const, readyAt: history.fulfilledAt, collectedAt: history.deliveredAt }
        : { ...work, status: 'SHIPPED' as const },
    ),
    lines: rows.lines.map((line) => ({
      ...line,
      pickedQuantity: line.quantity,
      fulfilledQuantity: line.quantity,
    })),
    shipments: parcels.map(({ work, id }) => shipmentOf(id, work, order.id, history)),
    shipmentLines: parcels.flatMap(({ work, id }) =>
      work.lines.map((line) => ({
        shipmentId: id,
        fulfillmentOrderLineId: line.id,
        orderLineId: line.orderLineId,
        quantity: line.quantity,
      })),
    ),
    operations: payment.capturedMinor === 0 ? [] : [captureOf(payment, history, now)],
  };
}

const shipmentOf = (id: string, work: PlannedWork, orderId: string, history: History) => ({
  id,
  orderId,
  fulfillmentOrderId: work.id,
  locationId: work.locationId,
  status: 'DELIVERED' as const,
  carrier: history.carrier as string,
  carrierService: null,
  trackingNumber: history.trackingNumber ?? null,
  trackingUrl: null,
  shippedAt: history.fulfilledAt,
  estimatedDeliveryAt: null,
  deliveredAt: history.deliveredAt,
  resolution: null,
  receivedBackAt: null,
  createdAt: history.fulfilledAt,
});

/** What the payment service took long since, under the reference it knows. */
const captureOf = (
  { id, orderId, reference, capturedMinor }: Built['payment'],
  { fulfilledAt }: History,
  now: Date,
) => ({
  id: newId('payment', now),
  orderId,
  paymentId: id,
  kind: 'CAPTURE' as const,
  purpose: 'FULFILLMENT' as const,
  amountMinor: capturedMinor,
  isFinal: true,
  captureId: null,
  refundReference: null,
  isAtProvider: true,
  state: 'SUCCEEDED' as const,
  providerReference: reference,
  declineCode: null,
  requestedAt: fulfilledAt,
  endedAt: fulfilledAt,
});
