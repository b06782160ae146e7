import { type Connection, inTransaction } from '@passerelle/database';
import { formatMoney, newId } from '@passerelle/values';
import type { Dependencies } from '../context.ts';
import { advance, withChanges } from '../domain/advance.ts';
import { asOperation } from '../domain/money-due.ts';
import type { Payment } from '../domain/order.ts';
import {
  afterRefusal,
  afterReversal,
  afterSuccess,
  type PaymentEvent,
  type PaymentOperation,
  type Wanted,
} from '../domain/payment.ts';
import { publishChanged } from '../storage/changed.ts';
import { lockOrder, saveOrder, type WholeOrder } from '../storage/orders.ts';
import {
  findOperation,
  findWaitingRefunds,
  insertOperations,
  insertPaymentEvents,
  payLater,
  refundLater,
  saveOperation,
  savePayment,
  watchExpiry,
} from '../storage/payments.ts';
import { creditOrigin } from './credit-origin.ts';
import { moment } from './moments.ts';
import type { Answer, Asked, PaymentProvider } from './payment-provider.ts';

const words: Record<PaymentOperation['kind'], { asked: string; done: string; refused: string; type: string }> = {
  CAPTURE: { type: 'payment.captured', asked: 'capture', done: 'was captured', refused: 'could not be captured' },
  REFUND: { type: 'payment.refunded', asked: 'refund', done: 'was given back', refused: 'could not be given back' },
  RELEASE: {
    type: 'payment.released',
    asked: 'release',
    done: 'is authorized no more',
    refused: 'stays authorized',
  },
  RENEW: { type: 'payment.renewed', asked: 'renewal', done: 'was authorized anew', refused: 'ran out' },
};

const textOf = (minor: number, currency: string) => {
  const { amount } = formatMoney({ minor, currency });
  return `${amount} ${currency}`;
};

const because: Record<PaymentOperation['purpose'], string> = {
  FULFILLMENT: 'goods left',
  REDUCTION: 'less is owed',
  EXPIRY: 'the authorization ran out',
  REQUEST: 'it was asked for',
};

const entryOf = (
  operation: PaymentOperation,
  { type, actor, message }: Pick<PaymentEvent, 'type' | 'actor' | 'message'>,
  now: Date,
): PaymentEvent => ({
  id: newId('event', now),
  orderId: operation.orderId,
  paymentId: operation.paymentId,
  operationId: operation.id,
  type,
  amountMinor: operation.amountMinor,
  actor,
  message,
  occurredAt: now,
});

/** Writes movements down, to be asked of payment services once the transaction is over. The order must be locked. */
export async function requestMoney(
  tx: Connection,
  { order }: Pick<WholeOrder, 'order'>,
  wanted: readonly Wanted[],
  { actor, now }: { readonly actor: string; readonly now: Date },
): Promise<PaymentOperation[]> {
  const operations = wanted.map((one) => ({ ...asOperation(one, order, now), id: newId('payment', now) }));
  const events = operations.map((operation) => {
    const message = `${words[operation.kind].asked} of ${textOf(operation.amountMinor, order.currency)}: ${because[operation.purpose]}.`;
    return entryOf(operation, { type: 'requested', actor, message }, now);
  });
  await insertOperations(tx, operations, events);
  return operations;
}

/**
 * Asks the payment service for a movement that was written down, and keeps its answer. Asked again after a crash it does
 * the movement once: the service goes by the key, and an answer that came late finds the movement ended.
 */
export async function moveMoney(
  deps: Dependencies,
  { order, payments }: Pick<WholeOrder, 'order' | 'payments'>,
  operation: PaymentOperation,
): Promise<void> {
  // What waits for a notification was taken on by the service already.
  if (operation.state !== 'REQUESTED' || operation.providerReference) return;
  const own = payments.find(({ id }) => id === operation.paymentId) as Payment;
  const connected = deps.providers[own.provider];
  const { captureId } = operation;
  const origin = connected
    ? { provider: connected, payment: own, captureId }
    : await creditOrigin(deps.database, deps.providers, order, own);
  if (!origin) return;
  const { provider, payment } = origin;
  const moved = { ...operation, captureId: origin.captureId };
  const answer = await askFor(provider, moved, payment, { currency: order.currency, now: deps.now() });
  await deps.fault('money-moved');
  await inTransaction(deps.database, (tx) => keepAnswer(tx, deps, operation.id, answer));
}

function askFor(
  provider: PaymentProvider,
  operation: PaymentOperation,
  payment: Payment,
  { currency, now }: { readonly currency: string; readonly now: Date },
): Promise<Answer> {
  const { id, kind, amountMinor, isFinal, captureId } = operation;
  const asked: Asked = { key: id, payment: { ...payment, currency }, amountMinor, now };
  if (kind === 'CAPTURE') return provider.capture({ ...asked, isFinal });
  if (kind === 'REFUND') return provider.refund({ ...asked, captureKey: captureId as string });
  if (kind === 'RELEASE') return provider.cancel(asked);
  return provider.adjust(asked);
}

/** Keeps what a payment service said of a movement, and all that follows; once, however often it is said. */
export async function keepAnswer(
  tx: Connection,
  deps: Dependencies,
  operationId: string,
  answer: Answer,
  actor = 'service:orders',
): Promise<void> {
  const locked = await lockOperation(tx, operationId);
  if (locked?.operation.state !== 'REQUESTED') return;
  const { whole, operation, payment } = locked;
  const now = deps.now();
  if (answer.status === 'PENDING') {
    return saveOperation(tx, { ...operation, providerReference: answer.reference });
  }
  const isDone = answer.status === 'SUCCEEDED';
  await saveOperation(tx, {
    ...operation,
    state: answer.status,
    providerReference: isDone ? answer.reference : operation.providerReference,
    declineCode: isDone ? null : answer.declineCode,
    endedAt: now,
  });
  const changed = isDone
    ? renewed(afterSuccess(payment, operation), answer.expiresAt)
    : afterRefusal(payment, operation);
  await savePayment(tx, changed);
  await tell(tx, deps, { whole, operation, payment: changed, actor, declineCode: isDone ? null : answer.declineCode });
}

/** Read under the order's lock: somebody may have been quicker. */
async function lockOperation(tx: Connection, operationId: string) {
  const found = await findOperation(tx, operationId);
  const whole = found && (await lockOrder(tx, found.orderId));
  const operation = whole && (await findOperation(tx, operationId));
  if (!operation) return undefined;
  return { whole, operation, payment: whole.payments.find(({ id }) => id === operation.paymentId) as Payment };
}

/**
 * Takes back what a payment service said had come about: a capture may fail days later, a refund may bounce. A capture
 * of which something was given back stays; the log tells, and a person must look.
 */
export async function reverseAnswer(
  tx: Connection,
  deps: Dependencies,
  operationId: string,
  { declineCode, actor }: { readonly declineCode: string; readonly actor: string },
): Promise<void> {
  const locked = await lockOperation(tx, operationId);
  if (locked?.operation.state !== 'SUCCEEDED') return;
  const { whole, operation, payment } = locked;
  const isGivenBack = operation.kind === 'CAPTURE' && payment.refundedMinor > 0;
  if (!isGivenBack) {
    await saveOperation(tx, { ...operation, state: 'FAILED', declineCode, endedAt: deps.now() });
    await savePayment(tx, afterReversal(payment, operation));
  }
  const changed = isGivenBack ? payment : afterReversal(payment, operation);
  await tell(tx, deps, { whole, operation, payment: changed, actor, declineCode });
}

const renewed = (payment: Payment, expiresAt: Date | undefined): Payment =>
  expiresAt ? { ...payment, expiresAt } : payment;

type Told = {
  readonly whole: WholeOrder;
  readonly operation: PaymentOperation;
  readonly payment: Payment;
  readonly actor: string;
  readonly declineCode: string | null;
};

const refusedRefundMs = 3_600_000;

/** A refused movement is tried again; a capture that came about may be what a refund waits for. */
async function goOn(tx: Connection, { owner, now }: Dependencies, { operation, payment, declineCode }: Told) {
  const { orderId, kind, purpose, refundReference } = operation;
  const isRefused = declineCode !== null;
  const later = isRefused ? new Date(now().getTime() + refusedRefundMs) : undefined;
  if (kind === 'CAPTURE') {
    await payLater(tx, owner, orderId);
    const waiting = isRefused ? [] : await findWaitingRefunds(tx, orderId);
    for (const reference of waiting) await refundLater(tx, owner, orderId, reference);
  }
  if (kind === 'RENEW' && !isRefused) await watchExpiry(tx, owner, payment);
  if (kind === 'REFUND' && purpose === 'REDUCTION' && later) await payLater(tx, owner, orderId, later);
  if (refundReference) await refundLater(tx, owner, orderId, refundReference, later);
}

/** Log, timeline, the order's own state, and whoever waits for this movement. */
async function tell(tx: Connection, deps: Dependencies, { whole, operation, payment, actor, declineCode }: Told) {
  const now = deps.now();
  const { order } = whole;
  const { type, done, refused, asked } = words[operation.kind];
  const why = declineCode === null ? because[operation.purpose] : `${payment.provider} says ${declineCode}`;
  const message = `${textOf(operation.amountMinor, order.currency)} ${declineCode === null ? done : refused}: ${why}.`;
  const told = { type: declineCode === null ? type : `payment.${asked}-failed`, actor, message };
  await insertPaymentEvents(tx, [entryOf(operation, told, now)]);
  const after = { ...whole, payments: withChanges(whole.payments, [payment]) };
  const next = advance(after, {}, now);
  await saveOrder(tx, { order: next, events: [moment({ ...told, orderId: order.id }, now)] });
  await publishChanged(tx, next, now);
  await goOn(tx, deps, { whole, operation, payment, actor, declineCode });
}
