import { type Connection, inTransaction } from '@passerelle/database';
import type { Dependencies } from '../context.ts';
import {
  capturesUnderWay,
  isCredit,
  type PaymentOperation,
  type RefundRequest,
  refundable,
  splitRefund,
} from '../domain/payment.ts';
import { fulfilledValue } from '../domain/pricing.ts';
import { lockOrder, type WholeOrder } from '../storage/orders.ts';
import { findOperations, findRefund, saveRefund } from '../storage/payments.ts';
import { creditOrigin } from './credit-origin.ts';
import { keepAnswer, moveMoney, requestMoney } from './move-money.ts';
import type { Answer } from './payment-provider.ts';

type Step = {
  readonly request: RefundRequest;
  readonly whole: WholeOrder;
  readonly operations: readonly PaymentOperation[];
};

/**
 * Brings a refund as far as it goes: asks for what is missing of it, keeps the answers, and writes down what the request
 * came to. Throws when a payment service does not answer; the refund's job goes on from there.
 */
export async function pursueRefund(deps: Dependencies, orderId: string, reference: string): Promise<void> {
  const step = await inTransaction(deps.database, (tx) => planIn(tx, deps, orderId, reference));
  if (!step) return;
  const isElsewhere = ({ isAtProvider, state }: PaymentOperation) => !isAtProvider && state === 'REQUESTED';
  const given = step.operations.some(isElsewhere) ? await giveElsewhere(deps, step) : null;
  for (const operation of step.operations) {
    if (operation.isAtProvider) await moveMoney(deps, step.whole, operation);
    else if (given) {
      await inTransaction(deps.database, (tx) => keepAnswer(tx, deps, operation.id, given, 'service:returns'));
    }
  }
  await inTransaction(deps.database, (tx) => endIn(tx, deps, orderId, reference));
}

/** Cash was given at the till; credit is loaded by whoever keeps it, once for the refund as a whole, or refused. */
async function giveElsewhere({ credit, now, fault }: Dependencies, { whole, request }: Step): Promise<Answer> {
  const { orderId, reference, method, target, amountMinor } = request;
  if (!isCredit(method)) return { status: 'SUCCEEDED', reference };
  const { currency } = whole.order;
  const answer = await credit.load({ key: `${orderId}:${reference}`, target, amountMinor, currency, now: now() });
  await fault('money-moved');
  return answer.status === 'SUCCEEDED' ? { status: 'SUCCEEDED', reference: answer.number } : answer;
}

const ofRefund = (operations: readonly PaymentOperation[], reference: string) =>
  operations.filter(({ refundReference }) => refundReference === reference);
const sum = (operations: readonly PaymentOperation[]) =>
  operations.reduce((total, { amountMinor }) => total + amountMinor, 0);

async function planIn(
  tx: Connection,
  deps: Dependencies,
  orderId: string,
  reference: string,
): Promise<Step | undefined> {
  const whole = await lockOrder(tx, orderId);
  if (!whole) return undefined;
  const request = await findRefund(tx, orderId, reference);
  if (request?.status !== 'PENDING') return undefined;
  const operations = await findOperations(tx, orderId);
  const own = ofRefund(operations, reference);
  const missing = request.amountMinor - sum(own.filter(({ state }) => state !== 'FAILED'));
  if (missing === 0 || isRefused(own) || wasJustRefused(own, deps.now())) return { request, whole, operations: own };

  const facts = { purpose: 'REQUEST', refundReference: reference } as const;
  const isAtProvider = request.method === 'ORIGINAL_PAYMENT';
  const reach = isAtProvider ? await atProviders(tx, deps, whole) : new Set(whole.payments.map(({ id }) => id));
  const within = operations.filter(({ paymentId }) => reach.has(paymentId));
  const wanted = splitRefund(within, missing, { ...facts, isAtProvider });
  if (wanted) {
    const requested = await requestMoney(tx, whole, wanted, { actor: 'service:returns', now: deps.now() });
    return { request, whole, operations: [...own, ...requested] };
  }
  if (missing > refundable(within) + comingIn(whole, operations)) {
    await saveRefund(tx, { ...request, status: 'FAILED', declineCode: 'EXCEEDS_CAPTURED', updatedAt: deps.now() });
    return undefined;
  }
  return { request, whole, operations: own };
}

/** Payments that a payment service can give back: those it took, and credit it took the money of for an order before. */
async function atProviders(tx: Connection, { providers }: Dependencies, { order, payments }: WholeOrder) {
  const reach = new Set<string>();
  for (const payment of payments) {
    const isThere = providers[payment.provider] ?? (await creditOrigin(tx, providers, order, payment));
    if (isThere) reach.add(payment.id);
  }
  return reach;
}

/** Money that will be there soon: captures under way, and those of goods that have just left. */
const comingIn = ({ lines, groups, payments }: WholeOrder, operations: readonly PaymentOperation[]) => {
  const captured = payments.reduce((total, { capturedMinor }) => total + capturedMinor, 0);
  const open = payments.reduce(
    (total, { status, authorizedMinor, capturedMinor }) =>
      total + (status === 'AUTHORIZED' ? authorizedMinor - capturedMinor : 0),
    0,
  );
  return Math.max(capturesUnderWay(operations), Math.min(open, fulfilledValue(lines, groups) - captured));
};

/** All that was asked of payment services was refused: nothing of the refund came about. */
const isRefused = (own: readonly PaymentOperation[]) => own.length > 0 && own.every(({ state }) => state === 'FAILED');

const retryMs = 3_600_000;
/** A part that was refused is asked for again after an hour at the earliest. */
const wasJustRefused = (own: readonly PaymentOperation[], now: Date) =>
  own.some(({ state, endedAt }) => state === 'FAILED' && endedAt && now.getTime() < endedAt.getTime() + retryMs);

async function endIn(tx: Connection, deps: Dependencies, orderId: string, reference: string): Promise<void> {
  await lockOrder(tx, orderId);
  const request = await findRefund(tx, orderId, reference);
  if (request?.status !== 'PENDING') return;
  const own = ofRefund(await findOperations(tx, orderId), reference);
  const done = sum(own.filter(({ state }) => state === 'SUCCEEDED'));
  const end = (change: Pick<RefundRequest, 'status' | 'declineCode'>) =>
    saveRefund(tx, { ...request, ...change, updatedAt: deps.now() });
  if (done === request.amountMinor) return end({ status: 'SUCCEEDED', declineCode: null });
  if (isRefused(own)) return end({ status: 'FAILED', declineCode: own.at(-1)?.declineCode ?? null });
}
