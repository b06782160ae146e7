import { newId, ok, parseMoney, type Result, refuse } from '@passerelle/values';
import type { Dependencies } from '../context.ts';
import type { EditInput } from '../domain/edit.ts';
import { isHeld, type Payment } from '../domain/order.ts';
import { type OrderRefusal, paymentDeclined } from '../domain/refusals.ts';
import type { WholeOrder } from '../storage/orders.ts';
import type { Answer } from './payment-provider.ts';

export type Cover = {
  /** Payments as they are afterwards: one extended, or a new one; empty when nothing more is needed. */
  readonly payments: readonly Payment[];
  /** Gives up what was authorized for an edit that did not come about. */
  readonly undo: () => Promise<void>;
};
const nothing: Cover = { payments: [], undo: async () => {} };

/** What payments in force come to. */
export const coveredMinor = (payments: readonly Payment[]) =>
  payments.reduce(
    (sum, { status, authorizedMinor }) => sum + (status === 'VOIDED' || status === 'FAILED' ? 0 : authorizedMinor),
    0,
  );

/**
 * Has a higher total authorized before an edit comes about: with the payment the caller gives, else by extending the
 * first payment, else, where its service does not extend, by a second authorization with the same means.
 */
export async function coverEdit(
  deps: Dependencies,
  whole: WholeOrder,
  { payment: given }: EditInput,
  totalAfter: number,
): Promise<Result<Cover, OrderRefusal>> {
  // An edit of a held order costs no more than before, and money waits.
  if (isHeld(whole.order)) return ok(nothing);
  const short = totalAfter - coveredMinor(whole.payments);
  if (short <= 0) return ok(nothing);
  if (given) return coverWith(deps, whole, given, short);
  const payment = whole.payments.find(({ provider, status }) => deps.providers[provider] && status === 'AUTHORIZED');
  const means = payment ?? whole.payments.find(({ provider }) => deps.providers[provider]);
  if (!means) return refuse(paymentDeclined('NO_PAYMENT_SERVICE', ['payment']));
  const extended = payment && (await extend(deps, whole, payment, short));
  return extended ?? authoriseMore(deps, whole, means, short);
}

async function coverWith(
  { providers, now }: Dependencies,
  { order }: WholeOrder,
  given: NonNullable<EditInput['payment']>,
  short: number,
): Promise<Result<Cover, OrderRefusal>> {
  const amount = parseMoney(given.authorized, ['payment', 'authorized']);
  if (!amount.ok) return amount;
  if (given.authorized.currency !== order.currency || amount.value.minor < short) {
    return refuse(paymentDeclined('AMOUNT_TOO_SMALL', ['payment', 'authorized']));
  }
  const at = now();
  const { provider, reference, method, cardToken } = given;
  const facts = { id: newId('payment', at), reference, authorizedMinor: amount.value.minor };
  const answer = await providers[provider]?.confirm({ ...facts, currency: order.currency }, at);
  if (answer?.status === 'FAILED') return refuse(paymentDeclined(answer.declineCode, ['payment']));
  const expiresAt = answer?.status === 'SUCCEEDED' ? (answer.expiresAt ?? null) : null;
  const payment = { ...facts, orderId: order.id, provider, method, expiresAt, cardToken: cardToken ?? null };
  return ok({ ...nothing, payments: [authorized(payment)] });
}

const authorized = (payment: Omit<Payment, 'status' | 'capturedMinor' | 'refundedMinor'>): Payment => ({
  ...payment,
  status: 'AUTHORIZED',
  capturedMinor: 0,
  refundedMinor: 0,
});

const expiryIn = (answer: Answer, otherwise: Date | null) =>
  answer.status === 'SUCCEEDED' ? (answer.expiresAt ?? otherwise) : otherwise;

/** Undefined when the payment service does not raise this authorization. */
async function extend(
  { providers, now }: Dependencies,
  { order }: WholeOrder,
  payment: Payment,
  short: number,
): Promise<Result<Cover, OrderRefusal> | undefined> {
  const at = now();
  const provider = providers[payment.provider];
  const known = { ...payment, currency: order.currency };
  const ask = (amountMinor: number) =>
    provider?.adjust({ key: newId('payment', at), payment: known, amountMinor, now: now() });
  const answer = await ask(payment.authorizedMinor + short);
  if (answer?.status !== 'SUCCEEDED') return undefined;
  const raised = {
    ...payment,
    authorizedMinor: payment.authorizedMinor + short,
    expiresAt: expiryIn(answer, payment.expiresAt),
  };
  return ok({
    payments: [raised],
    undo: async () => {
      await ask(payment.authorizedMinor);
    },
  });
}

async function authoriseMore(
  { providers, now }: Dependencies,
  { order }: WholeOrder,
  means: Payment,
  short: number,
): Promise<Result<Cover, OrderRefusal>> {
  const at = now();
  const provider = providers[means.provider];
  const id = newId('payment', at);
  const known = { id, reference: means.reference, currency: order.currency, authorizedMinor: short, expiresAt: null };
  const answer = await provider?.authorise({ key: id, payment: known, amountMinor: short, now: at });
  if (answer?.status !== 'SUCCEEDED') {
    return refuse(paymentDeclined(answer?.status === 'FAILED' ? answer.declineCode : 'PENDING', ['payment']));
  }
  const { provider: name, method, cardToken } = means;
  const { reference } = answer;
  const facts = { id, orderId: order.id, provider: name, reference, method, cardToken, authorizedMinor: short };
  return ok({
    payments: [authorized({ ...facts, expiresAt: expiryIn(answer, null) })],
    undo: async () => {
      await provider?.cancel({ key: `${id}-undo`, payment: known, amountMinor: short, now: now() });
    },
  });
}
