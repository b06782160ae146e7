import type { CaptureInput, Draft } from './capture.ts';
import type { DeliveryGroup, Order, OrderLine, Payment } from './order.ts';
import { totalsOf } from './pricing.ts';
import { fulfillmentStatusOf, paymentStatusOf } from './status.ts';
import type { PlannedWork } from './work-plan.ts';

export type NewIds = {
  readonly group: () => string;
  readonly line: () => string;
  /** Six random digits. */
  readonly pickupCode: () => string;
};

export type CapturedOrder = {
  readonly orderId: string;
  readonly number: string;
  readonly groups: readonly DeliveryGroup[];
  readonly lines: readonly OrderLine[];
};

/** Gives the draft's groups and lines their ids, before any location is chosen. */
export function nameParts(
  draft: Draft,
  { orderId, number }: { orderId: string; number: string },
  ids: NewIds,
): CapturedOrder {
  const groups = draft.groups.map(
    ({ key: _key, ...group }, position): DeliveryGroup => ({
      ...group,
      id: ids.group(),
      orderId,
      position,
      pickupCode: group.method === 'DELIVERY' ? null : ids.pickupCode(),
      promisedFrom: null,
      promisedTo: null,
    }),
  );
  const idOfKey = new Map(draft.groups.map(({ key }, index) => [key, (groups[index] as DeliveryGroup).id]));
  const lines = draft.lines.map(
    (line, position): OrderLine => ({
      id: ids.line(),
      orderId,
      deliveryGroupId: idOfKey.get(line.groupKey) as string,
      position,
      sku: line.sku,
      name: line.name,
      orderedQuantity: line.quantity,
      cancelledQuantity: 0,
      fulfilledQuantity: 0,
      deliveredQuantity: 0,
      backorderedQuantity: 0,
      unitPriceMinor: line.unitPriceMinor,
      discountMinor: line.discountMinor,
      taxMinor: line.taxMinor,
      attributes: line.attributes,
    }),
  );
  return { orderId, number, groups, lines };
}

export type Capture = {
  readonly input: CaptureInput;
  readonly draft: Draft;
  readonly parts: CapturedOrder;
  readonly plan: readonly PlannedWork[];
  readonly revision: number;
  /** Nobody knows yet who serves it: the order waits, and so does every unit of it. */
  readonly isAwaited: boolean;
  readonly placedBy: string;
  readonly paymentId: string;
  /** Moment the authorization runs out, as the payment service told. */
  readonly paymentExpiresAt: Date | null;
  /** Stands in for the authorization the input names. */
  readonly payment?: Payment;
  readonly now: Date;
};

const dayMs = 24 * 3_600_000;
/** A group is promised for when the last location that works for it said it can be ready. */
function promise(groups: readonly DeliveryGroup[], plan: readonly PlannedWork[]): DeliveryGroup[] {
  return groups.map((group) => {
    const due = plan.filter((work) => work.deliveryGroupId === group.id).map((work) => new Date(work.dueAt).getTime());
    if (due.length === 0) return group;
    const expected = plan.filter((work) => work.deliveryGroupId === group.id && work.isAwaitingStock);
    const from = expected.map(({ dueAt }) => new Date(dueAt).getTime() - dayMs);
    const promisedFrom = from.length > 0 ? new Date(Math.max(...from)) : group.promisedFrom;
    return { ...group, promisedFrom, promisedTo: new Date(Math.max(...due)) };
  });
}

/** The order as it is first stored: every unit has a location, or all of them wait; payment is authorized beforehand. */
export function newOrder(capture: Capture) {
  const { input, draft, parts, revision, isAwaited, placedBy, paymentId, paymentExpiresAt, now } = capture;
  const { orderId, number } = parts;
  const plan = isAwaited ? [] : capture.plan;
  const lines = isAwaited
    ? parts.lines.map((line) => ({ ...line, backorderedQuantity: line.orderedQuantity }))
    : parts.lines;
  const groups = promise(parts.groups, plan);
  const promises = groups.flatMap(({ promisedTo }) => (promisedTo ? [promisedTo.getTime()] : []));
  const payment: Payment = capture.payment ?? {
    id: paymentId,
    orderId,
    provider: input.payment.provider,
    reference: input.payment.reference,
    method: input.payment.method,
    status: 'AUTHORIZED',
    authorizedMinor: draft.authorizedMinor,
    capturedMinor: 0,
    refundedMinor: 0,
    expiresAt: paymentExpiresAt,
    cardToken: input.payment.cardToken ?? null,
  };
  const { grandTotal } = totalsOf(draft.currency, lines, groups, [payment]);
  const order: Order = {
    id: orderId,
    number,
    channelId: input.channelId,
    externalReference: input.externalReference ?? null,
    status: isAwaited ? 'PENDING' : 'OPEN',
    fulfillmentStatus: fulfillmentStatusOf(
      lines,
      plan.map(({ isAwaitingStock }) => ({ status: isAwaitingStock ? 'AWAITING_STOCK' : 'OFFERED' })),
      { isRouted: !isAwaited },
    ),
    paymentStatus: paymentStatusOf([payment], grandTotal.minor),
    locale: input.locale ?? 'en',
    currency: draft.currency,
    customerId: input.customer.customerId ?? null,
    customerEmail: input.customer.email,
    customerPhone: input.customer.phone ?? null,
    customerFirstName: input.customer.firstName ?? null,
    customerLastName: input.customer.lastName ?? null,
    billingAddress: draft.billingAddress,
    attributes: draft.attributes,
    privateAttributes: draft.privateAttributes,
    promisedTo: promises.length > 0 ? new Date(Math.max(...promises)) : null,
    revision,
    version: 1,
    placedBy,
    placedAt: input.placedAt ?? now,
    deliveredAt: null,
    cancelledAt: null,
    updatedAt: now,
  };
  return { order, groups, lines, payment };
}
