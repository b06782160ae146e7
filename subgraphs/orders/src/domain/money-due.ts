import { type DeliveryGroup, type Order, type OrderLine, openQuantity, type Payment } from './order.ts';
import {
  captureRetryAt,
  mayCapture,
  type PaymentOperation,
  refundable,
  splitCapture,
  splitRefund,
  splitRelease,
  type Wanted,
} from './payment.ts';
import { fulfilledValue, totalsOf } from './pricing.ts';

type Facts = {
  readonly order: Order;
  readonly lines: readonly OrderLine[];
  readonly groups: readonly DeliveryGroup[];
  /** Of connected payment services only. */
  readonly payments: readonly Payment[];
  readonly operations: readonly PaymentOperation[];
  /** Nothing is to be captured now, whatever left. */
  readonly isCaptureDelayed?: boolean;
};

export type MoneyDue = {
  readonly wanted: readonly Wanted[];
  /** Owed for goods that left, and covered by no authorization. */
  readonly short: number;
  /** Refused captures are tried again at this moment. */
  readonly retryAt: Date | null;
};

const under = (operations: readonly PaymentOperation[], of: (operation: PaymentOperation) => boolean) =>
  operations.reduce((total, one) => total + (of(one) && one.state !== 'FAILED' ? one.amountMinor : 0), 0);

/**
 * Movements that bring an order's money in line with its goods, movements under way counted as done: what left is
 * captured, what will never leave is not kept authorized, what was captured and is owed no more is given back. Asked
 * twice, the second answer is empty.
 */
export function moneyDue(
  { order, lines, groups, payments, operations, isCaptureDelayed = false }: Facts,
  now: Date,
): MoneyDue {
  const { grandTotal } = totalsOf(order.currency, lines, groups, payments);
  const captured = under(operations, ({ kind }) => kind === 'CAPTURE');
  const toCapture = Math.max(0, fulfilledValue(lines, groups) - captured);
  const retryAt = captureRetryAt(operations);
  const isWaiting = isCaptureDelayed || (retryAt !== null && retryAt > now);
  const isLast = lines.every((line) => openQuantity(line) === 0);
  const capture =
    mayCapture(order) && !isWaiting ? splitCapture(payments, operations, toCapture, isLast) : { wanted: [], short: 0 };

  const asked = capture.wanted.map((one) => asOperation(one, order, now));
  const taken = asked.reduce((total, { amountMinor }) => total + amountMinor, 0);
  const needed = Math.max(0, grandTotal.minor - captured - taken);
  const release = splitRelease(payments, [...operations, ...asked], needed);

  const returned = under(operations, ({ kind, purpose }) => kind === 'REFUND' && purpose === 'REDUCTION');
  const connected = new Set(payments.map(({ id }) => id));
  // What another service took, or a credit, is not ours to give back: the balance tells of it.
  const own = operations.filter(({ paymentId }) => connected.has(paymentId));
  const tooMuch = Math.min(captured - returned - grandTotal.minor, refundable(own));
  const refund = tooMuch > 0 ? splitRefund(own, tooMuch, { purpose: 'REDUCTION' }) : [];
  return {
    wanted: [...capture.wanted, ...release, ...(refund ?? [])],
    short: capture.short,
    retryAt: toCapture > 0 ? retryAt : null,
  };
}

/** A wanted movement as if it were under way already. */
export const asOperation = (wanted: Wanted, { id }: Pick<Order, 'id'>, now: Date): PaymentOperation => ({
  isFinal: false,
  captureId: null,
  refundReference: null,
  isAtProvider: true,
  ...wanted,
  id: '',
  orderId: id,
  state: 'REQUESTED',
  providerReference: null,
  declineCode: null,
  requestedAt: now,
  endedAt: null,
});
