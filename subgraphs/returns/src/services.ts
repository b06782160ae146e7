import { readOperation } from '@passerelle/contracts/operations';
import { requireService, ServiceError, type Services } from '@passerelle/server';
import { formatMoney, type MoneyText, money, parseMoney } from '@passerelle/values';
import type { Exchange } from './domain/exchange.ts';
import type { Inspection, Transfer } from './domain/inspection.ts';
import { stockLines } from './domain/inspection.ts';
import type { OrderFacts, ToldOrder } from './domain/order-facts.ts';
import type { ReturnPlace } from './domain/place.ts';
import type { Refund, RefundStatus } from './domain/refund.ts';
import type { ReceiptFacts } from './domain/take-back.ts';

/** What this subgraph asks of those to its left. Each call throws a `ServiceError` when no answer comes. */
export type Neighbours = {
  /** Null when there is no such order. */
  readonly findOrder: (orderId: string) => Promise<ToldOrder | null>;
  /** Locations that have, or had, work for an order; none when there is no such order. */
  readonly findWorkplaces: (orderId: string) => Promise<readonly string[]>;
  /** Orders that every given fact fits, newest first, 20 at most. */
  readonly searchOrders: (facts: ReceiptFacts) => Promise<readonly ToldOrder[]>;
  /** What is kept of several, 200 at most; orders there are not are absent. */
  readonly findOrders: (orderIds: readonly string[]) => Promise<readonly OrderFacts[]>;
  /** Whether a location takes returns of a channel now; null when there is no such location. */
  readonly findPlace: (locationId: string, channelId: string) => Promise<ReturnPlace | null>;
  /** Gives money back; once a refund, however often it is called. */
  readonly refund: (refund: Refund) => Promise<RefundAnswer>;
  /** Gives credit for goods nobody knows an order of; once a refund, however often it is called. */
  readonly issueCredit: (refund: Refund) => Promise<RefundAnswer>;
  /** Places the order that brings the new goods; once an exchange, however often it is called. */
  readonly replace: (exchange: Exchange) => Promise<ExchangeAnswer>;
  /** Has the new order of an exchange cancelled, once; answers why not, or null. */
  readonly undoReplace: (exchange: Exchange) => Promise<string | null>;
  /** Categories by SKU; SKUs inventory does not know are absent. */
  readonly findCategories: (skus: readonly string[]) => Promise<Categories>;
  /** Puts units that were sent on into stock where they arrived; once a transfer, however often it is called. */
  readonly restockTransfer: (transfer: Transfer, orderId: string | null) => Promise<void>;
  /**
   * Puts inspected units into stock; once an inspection, however often it is called. Units of an order go back to the pools
   * it drew them from.
   */
  readonly restock: (inspection: Inspection, orderId: string | null) => Promise<void>;
};

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

type Instant = string | Date;
type OrderAnswer = { readonly orderForReturn: ToldData | null };
type ReceiptAnswer = { readonly ordersByReceipt: readonly ToldData[] };
type OrdersAnswer = { readonly ordersForReturn: readonly OrderData[] };
type OrderData = {
  readonly id: string;
  readonly channelId: string;
  readonly customerId: string | null;
  readonly currency: string;
  readonly countryCode: string | null;
  readonly delivery: MoneyText;
  readonly placedAt: Instant;
  readonly deliveredAt: Instant | null;
  readonly cancelledAt: Instant | null;
  readonly lines: readonly {
    readonly id: string;
    readonly sku: string;
    readonly quantity: number;
    readonly fulfilledQuantity: number;
    readonly total: MoneyText;
    readonly taxTotal: MoneyText;
  }[];
};

type ToldData = Omit<OrderData, 'lines'> & {
  readonly number: string;
  readonly locationIds: readonly string[];
  readonly lines: readonly (OrderData['lines'][number] & { readonly name: string })[];
};

type PlaceAnswer = {
  readonly returnLocation:
    | (Omit<ReturnPlace, 'reasons'> & {
        readonly reasons: readonly (Omit<ReturnPlace['reasons'][number], 'until'> & {
          readonly until: Instant | null;
        })[];
      })
    | null;
};

const orderForReturn = readOperation('service', 'OrderForReturn');
const findForReturn = readOperation('service', 'FindForReturn');
const ordersForReturn = readOperation('service', 'OrdersForReturn');
const returnLocation = readOperation('service', 'ReturnLocation');
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
const itemsForReturn = readOperation('service', 'ItemsForReturn');
const restock = readOperation('service', 'Restock');

const dateOf = (instant: Instant | null) => (instant === null ? null : new Date(instant));

/** An amount another subgraph sent; one that cannot be read is a fault, not a refusal. */
function minorUnits(total: MoneyText): number {
  const parsed = parseMoney(total, []);
  if (!parsed.ok) throw new TypeError(`orders sent the amount ${total.amount} ${total.currency}`);
  return parsed.value.minor;
}

type Categories = ReadonlyMap<string, string | null>;

function toOrderFacts(
  { id, lines, placedAt, deliveredAt, cancelledAt, ...facts }: OrderData,
  categories: Categories,
): OrderFacts {
  return {
    orderId: id,
    channelId: facts.channelId,
    customerId: facts.customerId,
    currency: facts.currency,
    countryCode: facts.countryCode,
    deliveryMinor: minorUnits(facts.delivery),
    placedAt: dateOf(placedAt),
    deliveredAt: dateOf(deliveredAt),
    cancelledAt: dateOf(cancelledAt),
    lines: lines.map((line) => ({
      orderLineId: line.id,
      sku: line.sku,
      quantity: line.quantity,
      fulfilledQuantity: line.fulfilledQuantity,
      totalMinor: minorUnits(line.total),
      taxMinor: minorUnits(line.taxTotal),
      category: categories.get(line.sku) ?? null,
    })),
  };
}

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

/** SKUs inventory tells of at once. */
const skusAtOnce = 200;

/** Categories by SKU; SKUs inventory does not know are absent. */
async function categoriesOf(services: Services, wanted: readonly string[]): Promise<Categories> {
  const skus = [...new Set(wanted)];
  type Answer = { readonly itemsForReturn: readonly { readonly sku: string; readonly category: string | null }[] };
  const known = new Map<string, string | null>();
  for (let first = 0; first < skus.length; first += skusAtOnce) {
    const some = skus.slice(first, first + skusAtOnce);
    const answer = await requireService(services, 'inventory')<Answer>(itemsForReturn, { skus: some });
    for (const { sku, category } of answer.itemsForReturn) known.set(sku, category);
  }
  return known;
}

async function withCategories(services: Services, orders: readonly OrderData[]): Promise<OrderFacts[]> {
  const skus = orders.flatMap(({ lines }) => lines.map(({ sku }) => sku));
  const categories = await categoriesOf(services, skus);
  return orders.map((order) => toOrderFacts(order, categories));
}

async function told(services: Services, orders: readonly ToldData[]): Promise<ToldOrder[]> {
  const facts = await withCategories(services, orders);
  return facts.map((order, index) => {
    const { number, locationIds, lines } = orders[index] as ToldData;
    return { ...order, number, locationIds, names: new Map(lines.map(({ id, name }) => [id, name])) };
  });
}

export const createNeighbours = (services: Services): Neighbours => ({
  async findOrder(orderId) {
    const answer = await requireService(services, 'orders')<OrderAnswer>(orderForReturn, { orderId });
    const found = answer.orderForReturn ? [answer.orderForReturn] : [];
    return (await told(services, found))[0] ?? null;
  },
  async findWorkplaces(orderId) {
    const answer = await requireService(services, 'orders')<OrderAnswer>(orderForReturn, { orderId });
    return answer.orderForReturn?.locationIds ?? [];
  },
  async searchOrders(facts) {
    const answer = await requireService(services, 'orders')<ReceiptAnswer>(findForReturn, { ...facts });
    return told(services, answer.ordersByReceipt);
  },
  async findOrders(orderIds) {
    const answer = await requireService(services, 'orders')<OrdersAnswer>(ordersForReturn, { orderIds });
    return withCategories(services, answer.ordersForReturn);
  },
  async findPlace(locationId, channelId) {
    const call = requireService(services, 'store-network');
    const { returnLocation: place } = await call<PlaceAnswer>(returnLocation, { locationId, channelId });
    if (!place) return null;
    const reasons = place.reasons.map((reason) => ({ ...reason, until: dateOf(reason.until) }));
    return { locationId: place.locationId, type: place.type, reasons };
  },
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
  findCategories: (skus) => categoriesOf(services, skus),
  async restockTransfer({ id, returnId, toLocationId, sku, quantity }, orderId) {
    const lines = [{ sku, restockedQuantity: quantity, blockedQuantity: 0 }];
    const input = { returnId, inspectionId: id, locationId: toLocationId, orderId, lines };
    await requireService(services, 'inventory')(restock, { input });
  },
  async restock({ id, returnId, locationId, lines }, orderId) {
    const input = { returnId, inspectionId: id, locationId, orderId, lines: stockLines(lines) };
    await requireService(services, 'inventory')(restock, { input });
  },
});
