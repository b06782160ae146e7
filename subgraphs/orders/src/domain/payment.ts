import type { Order, Payment, PaymentStatus } from './order.ts';

export type OperationKind = 'CAPTURE' | 'RELEASE' | 'RENEW' | 'REFUND';
export type OperationPurpose = 'FULFILLMENT' | 'REDUCTION' | 'EXPIRY' | 'REQUEST';

/** One movement of money, asked of a payment service under its id. Amounts are minor units, above zero. */
export type PaymentOperation = {
  readonly id: string;
  readonly orderId: string;
  readonly paymentId: string;
  readonly kind: OperationKind;
  readonly purpose: OperationPurpose;
  readonly amountMinor: number;
  readonly isFinal: boolean;
  readonly captureId: string | null;
  readonly refundReference: string | null;
  /** False for money given back past the payment service: in cash, as store credit. */
  readonly isAtProvider: boolean;
  readonly state: 'REQUESTED' | 'SUCCEEDED' | 'FAILED';
  readonly providerReference: string | null;
  readonly declineCode: string | null;
  readonly requestedAt: Date;
  readonly endedAt: Date | null;
};

/** One entry of a payment's log. */
export type PaymentEvent = {
  readonly id: string;
  readonly orderId: string;
  readonly paymentId: string;
  readonly operationId: string | null;
  readonly type: string;
  readonly amountMinor: number;
  readonly actor: string;
  readonly message: string;
  readonly occurredAt: Date;
};

/** A request of another service to give money back. */
export type RefundRequest = {
  readonly orderId: string;
  readonly reference: string;
  readonly inputHash: string;
  readonly amountMinor: number;
  readonly method: RefundMethod;
  /** Number of the gift card, or of the credit, that takes the money; null for a new credit. */
  readonly target: string | null;
  readonly reason: string | null;
  readonly status: 'PENDING' | 'SUCCEEDED' | 'FAILED';
  readonly declineCode: string | null;
  readonly createdAt: Date;
  readonly updatedAt: Date;
};
export const refundMethods = ['ORIGINAL_PAYMENT', 'STORE_CREDIT', 'GIFT_CARD', 'CASH'] as const;
export type RefundMethod = (typeof refundMethods)[number];
/** Whether whoever keeps the credit of shoppers is asked, and may refuse. */
export const isCredit = (method: RefundMethod): boolean => method === 'STORE_CREDIT' || method === 'GIFT_CARD';

/**
 * The life of a payment: in which states each movement may happen. A payment captured in part stays AUTHORIZED until
 * nothing is left to capture; REFUNDED and VOIDED are ends, FAILED was refused from the start.
 */
export const movesIn: Readonly<Record<OperationKind, readonly PaymentStatus[]>> = {
  CAPTURE: ['AUTHORIZED'],
  RELEASE: ['AUTHORIZED'],
  RENEW: ['AUTHORIZED'],
  REFUND: ['AUTHORIZED', 'CAPTURED'],
};

const sum = (operations: readonly PaymentOperation[], of: (operation: PaymentOperation) => boolean) =>
  operations.reduce((total, operation) => total + (of(operation) ? operation.amountMinor : 0), 0);
const isUnderWay = ({ state }: PaymentOperation) => state === 'REQUESTED';

/** What may still be captured of a payment, movements under way taken off. */
export function openAuthorization(payment: Payment, operations: readonly PaymentOperation[]): number {
  if (!movesIn.CAPTURE.includes(payment.status)) return 0;
  const spent = sum(
    operations,
    (one) => one.paymentId === payment.id && isUnderWay(one) && (one.kind === 'CAPTURE' || one.kind === 'RELEASE'),
  );
  return payment.authorizedMinor - payment.capturedMinor - spent;
}

/** What may still be given back of one capture. */
const openCapture = (capture: PaymentOperation, operations: readonly PaymentOperation[]) =>
  capture.amountMinor -
  sum(operations, (one) => one.kind === 'REFUND' && one.captureId === capture.id && one.state !== 'FAILED');

const isCaptured = ({ kind, state }: PaymentOperation) => kind === 'CAPTURE' && state === 'SUCCEEDED';

/** What may still be given back of all payments together. */
export const refundable = (operations: readonly PaymentOperation[]) =>
  operations.filter(isCaptured).reduce((total, capture) => total + openCapture(capture, operations), 0);

/** What is being captured and will be there to give back. */
export const capturesUnderWay = (operations: readonly PaymentOperation[]) =>
  sum(operations, (one) => one.kind === 'CAPTURE' && isUnderWay(one));

export type Wanted = Pick<PaymentOperation, 'paymentId' | 'kind' | 'purpose' | 'amountMinor'> &
  Partial<Pick<PaymentOperation, 'isFinal' | 'captureId' | 'refundReference' | 'isAtProvider'>>;

/**
 * Splits an amount to give back over captures: those last made first, each up to what is left of it. Null when all of
 * them together are not enough.
 */
export function splitRefund(
  operations: readonly PaymentOperation[],
  amountMinor: number,
  facts: Pick<Wanted, 'purpose' | 'refundReference' | 'isAtProvider'>,
): Wanted[] | null {
  let left = amountMinor;
  const captures = operations.filter(isCaptured).toReversed();
  const wanted = captures.flatMap((capture): Wanted[] => {
    const taken = Math.min(left, openCapture(capture, operations));
    left -= taken;
    if (taken <= 0) return [];
    return [{ ...facts, kind: 'REFUND', paymentId: capture.paymentId, amountMinor: taken, captureId: capture.id }];
  });
  return left > 0 ? null : wanted;
}

/** Splits an amount to capture over open authorizations, first payment first; `short` is what none of them covers. */
export function splitCapture(
  payments: readonly Payment[],
  operations: readonly PaymentOperation[],
  amountMinor: number,
  isLast: boolean,
): { readonly wanted: Wanted[]; readonly short: number } {
  let left = amountMinor;
  const wanted = payments.flatMap((payment): Wanted[] => {
    const taken = Math.min(left, openAuthorization(payment, operations));
    left -= taken;
    if (taken <= 0) return [];
    const facts = { kind: 'CAPTURE', purpose: 'FULFILLMENT', isFinal: isLast && left === 0 } as const;
    return [{ ...facts, paymentId: payment.id, amountMinor: taken }];
  });
  return { wanted, short: left };
}

/** Gives authorizations up that exceed what will be captured: last payment first. */
export function splitRelease(
  payments: readonly Payment[],
  operations: readonly PaymentOperation[],
  neededMinor: number,
): Wanted[] {
  let needed = neededMinor;
  return payments.flatMap((payment): Wanted[] => {
    const open = openAuthorization(payment, operations);
    const kept = Math.min(needed, open);
    needed -= kept;
    if (open - kept <= 0) return [];
    return [{ kind: 'RELEASE', purpose: 'REDUCTION', paymentId: payment.id, amountMinor: open - kept }];
  });
}

/** A payment after a movement came about. */
export function afterSuccess(payment: Payment, { kind, amountMinor }: PaymentOperation): Payment {
  switch (kind) {
    case 'CAPTURE':
      return settled({ ...payment, capturedMinor: payment.capturedMinor + amountMinor });
    case 'REFUND':
      return settled({ ...payment, refundedMinor: payment.refundedMinor + amountMinor });
    case 'RELEASE': {
      // A payment given up in full keeps what it was authorized for, as a record.
      if (payment.capturedMinor === 0 && amountMinor === payment.authorizedMinor) {
        return { ...payment, status: 'VOIDED' };
      }
      return settled({ ...payment, authorizedMinor: payment.authorizedMinor - amountMinor });
    }
    case 'RENEW':
      return payment;
  }
}

/** A payment after a movement was refused: an authorization that could not be renewed is gone. */
export function afterRefusal(payment: Payment, { kind }: PaymentOperation): Payment {
  if (kind !== 'RENEW') return payment;
  if (payment.capturedMinor === 0) return { ...payment, status: 'FAILED' };
  return settled({ ...payment, authorizedMinor: payment.capturedMinor });
}

/** A payment after a movement that came about was taken back by the payment service, days later perhaps. */
export function afterReversal(payment: Payment, { kind, amountMinor }: PaymentOperation): Payment {
  if (kind === 'CAPTURE') {
    return { ...payment, status: 'AUTHORIZED', capturedMinor: payment.capturedMinor - amountMinor };
  }
  if (kind === 'REFUND') {
    return settled({ ...payment, status: 'AUTHORIZED', refundedMinor: payment.refundedMinor - amountMinor });
  }
  return payment;
}

function settled(payment: Payment): Payment {
  const { authorizedMinor, capturedMinor, refundedMinor } = payment;
  if (capturedMinor < authorizedMinor) return payment;
  return { ...payment, status: refundedMinor === capturedMinor && refundedMinor > 0 ? 'REFUNDED' : 'CAPTURED' };
}

const hourMs = 3_600_000;

/** How long to wait before a refused capture is tried again: an hour, then twice as long each time, a day at most. */
export const retryAfterMs = (failures: number) => Math.min(24, 2 ** (failures - 1)) * hourMs;

/** When refused captures of an order may be tried again; null when none waits. */
export function captureRetryAt(operations: readonly PaymentOperation[]): Date | null {
  const captures = operations.filter(({ kind }) => kind === 'CAPTURE');
  const lastGood = captures.findLastIndex(({ state }) => state === 'SUCCEEDED');
  const failures = captures.slice(lastGood + 1).filter(({ state }) => state === 'FAILED');
  const last = failures.at(-1)?.endedAt;
  return last ? new Date(last.getTime() + retryAfterMs(failures.length)) : null;
}

/** Whether money may move out of a shopper's account for the order now. */
export const mayCapture = ({ status }: Pick<Order, 'status'>) => status !== 'ON_HOLD' && status !== 'PENDING';
