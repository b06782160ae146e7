import type { FulfillmentOrder } from './fulfillment.ts';
import {
  isClosed,
  isHeld,
  type Order,
  type OrderFulfillmentStatus,
  type OrderLine,
  type OrderPaymentStatus,
  type OrderStatus,
  openQuantity,
  type Payment,
  wantedQuantity,
} from './order.ts';

export type OrderAction = 'EDIT' | 'CANCEL' | 'HOLD' | 'RELEASE_HOLD' | 'RETURN';

type Work = Pick<FulfillmentOrder, 'status'>;
const total = (lines: readonly OrderLine[], of: (line: OrderLine) => number) =>
  lines.reduce((sum, line) => sum + of(line), 0);

/**
 * How far fulfillment has come, from the lines and the work given out; the first rule that holds counts. `isRouted` is
 * false while nobody has looked for locations yet.
 */
export function fulfillmentStatusOf(
  lines: readonly OrderLine[],
  work: readonly Work[],
  { isRouted = true }: { readonly isRouted?: boolean } = {},
): OrderFulfillmentStatus {
  const wanted = total(lines, wantedQuantity);
  const fulfilled = total(lines, (line) => line.fulfilledQuantity);
  if (wanted === 0) return 'NOT_REQUIRED';
  if (fulfilled === wanted) return 'FULFILLED';
  if (fulfilled > 0) return 'PARTIALLY_FULFILLED';
  if (total(lines, (line) => line.backorderedQuantity) > 0) return isRouted ? 'BACKORDERED' : 'UNFULFILLED';
  if (work.some(({ status }) => status === 'AWAITING_STOCK')) return 'BACKORDERED';
  // Nothing is fulfilled: what was shipped did not arrive, or goes on at another location.
  const active = work.filter(({ status }) => status !== 'REJECTED' && status !== 'CANCELLED' && status !== 'SHIPPED');
  if (active.length === 0) return 'UNFULFILLED';
  return active.some(({ status }) => status !== 'OFFERED' && status !== 'ON_HOLD') ? 'IN_PROGRESS' : 'ALLOCATED';
}

/** The life of the order as a whole: it ends when every unit is delivered, collected or cancelled. */
export function orderStatusOf(current: OrderStatus, lines: readonly OrderLine[]): OrderStatus {
  const wanted = total(lines, wantedQuantity);
  if (wanted === 0) return 'CANCELLED';
  if (total(lines, (line) => line.deliveredQuantity) === wanted) return 'COMPLETED';
  return current === 'COMPLETED' || current === 'CANCELLED' ? 'OPEN' : current;
}

/** How far payment has come, from all payments together; `grandTotal` in minor units. */
export function paymentStatusOf(
  payments: readonly Pick<Payment, 'status' | 'authorizedMinor' | 'capturedMinor' | 'refundedMinor'>[],
  grandTotal: number,
): OrderPaymentStatus {
  const sum = (of: (payment: (typeof payments)[number]) => number) =>
    payments.reduce((minor, payment) => minor + of(payment), 0);
  const captured = sum((payment) => payment.capturedMinor);
  const refunded = sum((payment) => payment.refundedMinor);
  if (refunded > 0) return refunded === captured ? 'REFUNDED' : 'PARTIALLY_REFUNDED';
  if (captured > 0) return captured >= grandTotal ? 'CAPTURED' : 'PARTIALLY_CAPTURED';
  if (payments.length > 0 && payments.every(({ status }) => status === 'VOIDED')) return 'VOIDED';
  if (payments.length > 0 && payments.every(({ status }) => status === 'FAILED')) return 'FAILED';
  return sum(({ status, authorizedMinor }) => (status === 'AUTHORIZED' ? authorizedMinor : 0)) >= grandTotal
    ? 'AUTHORIZED'
    : 'PENDING';
}

/** What may be done with the order next, whoever asks. */
export function orderActions(order: Pick<Order, 'status'>, lines: readonly OrderLine[]): OrderAction[] {
  const actions: OrderAction[] = [];
  const isOpen = !isClosed(order);
  if (isOpen && lines.some((line) => openQuantity(line) > 0)) {
    actions.push('EDIT', 'CANCEL');
  }
  if (isOpen) actions.push('HOLD');
  if (isHeld(order)) actions.push('RELEASE_HOLD');
  if (lines.some((line) => line.deliveredQuantity > 0)) actions.push('RETURN');
  return actions;
}
