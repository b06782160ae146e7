import { readOperation } from '@passerelle/contracts/operations';
import { requireService, ServiceError, type Services } from '@passerelle/server';
import { formatMoney, type MoneyText, money } from '@passerelle/values';
import type { Exchange } from '../domain/exchange.ts';
import type { Refund, RefundStatus } from '../domain/refund.ts';
import { minorUnits } from './told-orders.ts';

/** What became of a refund at the payment service. */
export type RefundAnswer = {
  readonly status: RefundStatus;
  readonly reference: string | null;
  readonly declineCode: string | null;
  /** What may still be given back, in minor units, when it was too much. */
  readonly maximumMinor: number | null;
};

/** What became of an exchange in orders; `refusalCode` is null when the order was placed. */
export type ExchangeAnswer = {
  readonly orderId: string | null;
  readonly amountDueMinor: number;
  readonly refusalCode: string | null;
};

/** What is given for goods that come back: money, credit, or new goods by an order of their own. */
export type Resolutions = {
  /** Gives money back; once a refund, however often it is called. */
  readonly refund: (refund: Refund) => Promise<RefundAnswer>;
  /** Gives credit for goods nobody knows an order of; once a refund, however often it is called. */
  readonly issueCredit: (refund: Refund) => Promise<RefundAnswer>;
  /** Places the order that brings the new goods; once an exchange, however often it is called. */
  readonly replace: (exchange: Exchange) => Promise<ExchangeAnswer>;
  /** Has the new order of an exchange cancelled, once; answers why not, or null. */
  readonly undoReplace: (exchange: Exchange) => Promise<string | null>;
};

type RefundOrderAnswer = {
  readonly refundOrder: {
    readonly status: RefundStatus | null;
    readonly reference: string | null;
    readonly declineCode: string | null;
    readonly creditNumber: string | null;
    readonly refundable: MoneyText | null;
    readonly userErrors: readonly { readonly code: string }[];
  };
};

type ReplaceAnswer = {
  readonly placeExchangeOrder: {
    readonly order: { readonly id: string } | null;
    readonly amountDue: MoneyText | null;
    readonly userErrors: readonly { readonly code: string }[];
  };
};

type UndoAnswer = { readonly cancelExchangeOrder: { readonly userErrors: readonly { readonly message: string }[] } };

type IssueCreditAnswer = {
  readonly issueCredit: {
    readonly status: RefundStatus | null;
    readonly creditNumber: string | null;
    readonly declineCode: string | null;
    readonly userErrors: readonly { readonly code: string }[];
  };
};

const replace = readOperation('service', 'Replace');
const undoReplace = readOperation('service', 'UndoReplace');
const issueCredit = readOperation('service', 'IssueCredit');
const refundOrder = readOperation('service', 'RefundOrder');

/** A refusal is final like a refund that failed: another try is another refund. */
function toRefundAnswer({ userErrors, refundable, ...answer }: RefundOrderAnswer['refundOrder']): RefundAnswer {
  const [refusal] = userErrors;
  const { declineCode } = answer;
  const reference = answer.creditNumber ?? answer.reference;
  if (refusal) return { status: 'FAILED', reference, declineCode: refusal.code, maximumMinor: null };
  const isTooMuch = declineCode === 'EXCEEDS_CAPTURED';
  return {
    status: answer.status ?? 'PENDING',
    reference,
    declineCode: isTooMuch ? 'REFUND_TOO_LARGE' : declineCode,
    maximumMinor: isTooMuch && refundable ? minorUnits(refundable) : null,
  };
}

export const createResolutions = (services: Services): Resolutions => ({
  async refund({ id, orderId, amountMinor, currency, method, target, reason }) {
    const amount = formatMoney(money(amountMinor, currency));
    const to = target === null ? {} : { target };
    const input = { orderId, refundReference: id, amount, method, ...to, reason };
    const answer = await requireService(services, 'orders')<RefundOrderAnswer>(refundOrder, { input });
    return toRefundAnswer(answer.refundOrder);
  },
  async issueCredit({ id, amountMinor, currency, target }) {
    const input = { reference: id, amount: formatMoney(money(amountMinor, currency)), target };
    const { issueCredit: answer } = await requireService(services, 'orders')<IssueCreditAnswer>(issueCredit, { input });
    const declineCode = answer.userErrors[0]?.code ?? answer.declineCode;
    return { status: answer.status ?? 'FAILED', reference: answer.creditNumber, declineCode, maximumMinor: null };
  },
  async replace({ id, returnId, originalOrderId, lines, creditMinor, currency, delivery, sendToLocationIds }) {
    const input = {
      exchangeId: id,
      returnId,
      originalOrderId,
      lines: lines.map(({ orderLineId, sku, quantity }) => ({ replacesOrderLineId: orderLineId, sku, quantity })),
      credit: formatMoney(money(creditMinor, currency)),
      delivery,
      sendToLocationIds,
    };
    const answer = await requireService(services, 'orders')<ReplaceAnswer>(replace, { input });
    const { order, amountDue, userErrors } = answer.placeExchangeOrder;
    const refusalCode = userErrors[0]?.code ?? null;
    // Another hand is having the same order placed: nothing is decided yet.
    if (refusalCode === 'IDEMPOTENCY_IN_PROGRESS') throw new ServiceError(`orders is placing exchange ${id} already`);
    if (!refusalCode && !order) throw new TypeError(`orders answered exchange ${id} with neither order nor refusal`);
    return { orderId: order?.id ?? null, amountDueMinor: amountDue ? minorUnits(amountDue) : 0, refusalCode };
  },
  async undoReplace({ id, originalOrderId, orderId, isUntouchedOnly }) {
    const input = { exchangeId: id, originalOrderId, orderId, isUntouchedOnly };
    const answer = await requireService(services, 'orders')<UndoAnswer>(undoReplace, { input });
    return answer.cancelExchangeOrder.userErrors[0]?.message ?? null;
  },
});
