import {
  formatMoney,
  invalidInput,
  invalidState,
  type Money,
  type MoneyText,
  money,
  ok,
  parseMoney,
  type Refusal,
  type Result,
  refuse,
} from '@passerelle/values';
import type { CaptureInput } from './capture.ts';
import type { DeliveryGroup, Order, OrderLine, Payment } from './order.ts';
import { shareOf } from './pricing.ts';

export type ExchangeInput = {
  readonly exchangeId: string;
  readonly returnId: string;
  readonly originalOrderId: string;
  readonly lines: readonly { readonly replacesOrderLineId: string; readonly sku: string; readonly quantity: number }[];
  readonly credit: MoneyText;
  readonly delivery?: ExchangeDelivery | null;
  /** Stores to which goods may be sent from elsewhere, for collection there. */
  readonly sendToLocationIds?: readonly string[];
};

type GroupInput = CaptureInput['deliveryGroups'][number];
/** Where new goods go: to an address, or to a store of collection. */
export type ExchangeDelivery = Partial<Pick<GroupInput, 'shippingAddress' | 'pickupLocationId'>>;

type Original = {
  readonly order: Order;
  readonly lines: readonly OrderLine[];
  readonly groups: readonly DeliveryGroup[];
};

export type ExchangePlan = {
  readonly capture: CaptureInput;
  readonly total: Money;
  /** What of the credit pays for the new order. */
  readonly usedMinor: number;
  /** Above zero: still to pay; below: to give back, by whoever granted the credit. */
  readonly amountDue: Money;
};

/**
 * The order that replaces returned goods, as a channel would have sent it. A replacement costs what the same SKU cost in
 * the original order, else what the line it replaces cost, discount included unit by unit; it goes the way the first
 * goods went unless `delivery` says where to, at no charge for delivery.
 */
export function planExchange(input: ExchangeInput, original: Original): Result<ExchangePlan, Refusal> {
  const { order, lines, groups } = original;
  const { customerEmail, currency } = order;
  const credit = readCredit(input.credit, currency);
  const refusals: Refusal[] = credit.ok ? [] : [...credit.refusals];
  if (input.lines.length === 0) refusals.push(invalidInput(['lines'], 'Give at least one line.'));
  const replaced = input.lines.map((line, index) => {
    const found = lines.find(({ id }) => id === line.replacesOrderLineId);
    const path = ['lines', index];
    if (!found) refusals.push(invalidInput([...path, 'replacesOrderLineId'], `The order has no such line.`));
    if (line.sku.trim() === '') refusals.push(invalidInput([...path, 'sku'], 'Name the SKU.'));
    if (line.quantity < 1 || line.quantity > 9999) {
      refusals.push(invalidInput([...path, 'quantity'], 'Give 1 to 9 999 units.'));
    }
    return found;
  });
  if (!credit.ok || refusals.length > 0) return refuse(...refusals);
  if (customerEmail === null) {
    return refuse(invalidState(`The shopper of order ${order.number} is not known any more.`, order.status));
  }

  const priced = input.lines.map((line, index) => priceOf(line, replaced[index] as OrderLine, lines));
  const total = priced.reduce((sum, { unitPrice, quantity, discount }) => sum + unitPrice * quantity - discount, 0);
  const text = (minor: number) => formatMoney({ minor, currency });
  const used = groups.filter(({ id }) => replaced.some((line) => line?.deliveryGroupId === id));
  const capture: CaptureInput = {
    idempotencyKey: `exchange:${input.exchangeId}`,
    channelId: order.channelId,
    customer: {
      customerId: order.customerId,
      email: customerEmail,
      phone: order.customerPhone,
      firstName: order.customerFirstName,
      lastName: order.customerLastName,
    },
    billingAddress: order.billingAddress,
    deliveryGroups: used.map((group) => ({ key: group.id, ...wayOf(group, input.delivery), price: text(0) })),
    lines: priced.map(({ sku, quantity, like, unitPrice, discount, tax }) => ({
      sku,
      quantity,
      name: like.name,
      unitPrice: text(unitPrice),
      discountTotal: text(discount),
      taxTotal: text(tax),
      deliveryGroupKey: like.deliveryGroupId,
    })),
    expectedTotal: text(total),
    payment: { provider: 'exchange', reference: input.exchangeId, method: 'exchange_credit', authorized: text(total) },
    locale: order.locale,
    privateAttributes: [
      { key: 'exchange.originalOrderId', value: order.id },
      { key: 'exchange.returnId', value: input.returnId },
    ],
  };
  const usedMinor = Math.min(credit.value.minor, total);
  return ok({
    capture,
    total: money(total, currency),
    usedMinor,
    amountDue: money(total - credit.value.minor, currency),
  });
}

function wayOf(
  { method, shippingAddress, pickupLocationId, serviceLevel }: DeliveryGroup,
  wish: ExchangeInput['delivery'],
): Omit<GroupInput, 'key' | 'price'> {
  if (wish?.shippingAddress) return { method: 'DELIVERY', shippingAddress: wish.shippingAddress };
  if (wish?.pickupLocationId) return { method: 'CLICK_AND_COLLECT', pickupLocationId: wish.pickupLocationId };
  return { method, shippingAddress, pickupLocationId, serviceLevel };
}

/**
 * The same order with what was to be collected sent to its store from elsewhere, under a key of its own; null when
 * nothing is collected in one of these stores.
 */
export function sentToStores(capture: CaptureInput, locationIds: readonly string[]): CaptureInput | null {
  const isSent = ({ method, pickupLocationId }: GroupInput) =>
    method === 'CLICK_AND_COLLECT' && locationIds.includes(pickupLocationId ?? '');
  if (!capture.deliveryGroups.some(isSent)) return null;
  return {
    ...capture,
    idempotencyKey: `${capture.idempotencyKey}:sent`,
    deliveryGroups: capture.deliveryGroups.map((group) =>
      isSent(group) ? { ...group, method: 'SHIP_TO_STORE' } : group,
    ),
  };
}

function readCredit(text: MoneyText, currency: string): Result<Money, Refusal> {
  if (text.currency !== currency) {
    return refuse(invalidInput(['credit', 'currency'], `The order was paid in ${currency}.`));
  }
  const credit = parseMoney(text, ['credit']);
  if (credit.ok && credit.value.minor < 0) return refuse(invalidInput(['credit', 'amount'], 'Give zero or more.'));
  return credit;
}

function priceOf({ sku, quantity }: ExchangeInput['lines'][number], replaced: OrderLine, lines: readonly OrderLine[]) {
  const priced = sku === replaced.sku ? replaced : (lines.find((line) => line.sku === sku) ?? replaced);
  return {
    sku,
    quantity,
    // The goods go where the replaced ones went, under the name of what they are.
    like: { name: priced.sku === sku ? priced.name : replaced.name, deliveryGroupId: replaced.deliveryGroupId },
    unitPrice: priced.unitPriceMinor,
    discount: shareOf(priced.discountMinor, quantity, priced.orderedQuantity),
    tax: shareOf(priced.taxMinor, quantity, priced.orderedQuantity),
  };
}

/** The credit as a payment: it was captured with the original order. */
export const creditPayment = (
  { reference, minor }: { readonly reference: string; readonly minor: number },
  { id, orderId }: { readonly id: string; readonly orderId: string },
): Payment => ({
  id,
  orderId,
  provider: 'exchange',
  reference,
  method: 'exchange_credit',
  status: 'CAPTURED',
  authorizedMinor: minor,
  capturedMinor: minor,
  refundedMinor: 0,
  expiresAt: null,
  cardToken: null,
});
