import { invalidInput } from '@passerelle/values';
import type { CaptureInput, Draft } from './capture.ts';
import type { newOrder } from './new-order.ts';
import type { Order, OrderLine, Payment } from './order.ts';
import { totalsOf } from './pricing.ts';
import type { OrderRefusal } from './refusals.ts';

/** How an order came about elsewhere, before we knew of it. */
export type History = {
  /** Who sent what was shipped; what was collected left from its store of collection. */
  readonly locationId?: string | null;
  readonly fulfilledAt: Date;
  readonly deliveredAt: Date;
  readonly carrier?: string | null;
  readonly trackingNumber?: string | null;
};

/** What is wrong with a history; its moments follow each other and lie in the past. */
export function historyProblems(
  { placedAt }: Pick<CaptureInput, 'placedAt'>,
  { groups }: Draft,
  history: History,
  now: Date,
): OrderRefusal[] {
  const problems: OrderRefusal[] = [];
  const { fulfilledAt, deliveredAt, locationId, carrier } = history;
  if (!placedAt) problems.push(invalidInput(['placedAt'], 'Say when an order of the past was placed.'));
  else if (placedAt > fulfilledAt) {
    problems.push(invalidInput(['history', 'fulfilledAt'], 'An order is fulfilled after it was placed.'));
  }
  if (fulfilledAt > deliveredAt) {
    problems.push(invalidInput(['history', 'deliveredAt'], 'Goods are delivered after they left.'));
  }
  if (deliveredAt > now) problems.push(invalidInput(['history', 'deliveredAt'], 'History lies in the past.'));
  if (groups.some(({ method }) => method === 'DELIVERY')) {
    if (!locationId) problems.push(invalidInput(['history', 'locationId'], 'Name the location that shipped it.'));
    if (!carrier?.trim()) problems.push(invalidInput(['history', 'carrier'], 'Name the carrier.'));
  }
  return problems;
}

type Built = ReturnType<typeof newOrder>;

/** The order as it stands at the end of its history: delivered and paid in full. */
export function atItsEnd({ order, lines, groups, payment }: Built, { deliveredAt }: History): Built {
  const { minor } = totalsOf(order.currency, lines, groups, [payment]).grandTotal;
  const done = (line: OrderLine): OrderLine => ({
    ...line,
    fulfilledQuantity: line.orderedQuantity,
    deliveredQuantity: line.orderedQuantity,
  });
  const paid: Payment = { ...payment, status: 'CAPTURED', authorizedMinor: minor, capturedMinor: minor };
  const ended: Order = {
    ...order,
    status: 'COMPLETED',
    fulfillmentStatus: 'FULFILLED',
    paymentStatus: 'CAPTURED',
    deliveredAt,
  };
  return { order: ended, lines: lines.map(done), groups, payment: paid };
}
