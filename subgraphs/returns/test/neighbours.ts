import type { ServiceCall, Services } from '@passerelle/server';

type Line = { id: string; sku: string; quantity: number; fulfilledQuantity: number; amount: string };
export type TestOrder = {
  id: string;
  channelId: string;
  customerId: string | null;
  locationIds: string[];
  countryCode: string | null;
  delivery: string;
  placedAt: string;
  deliveredAt: string | null;
  cancelledAt: string | null;
  lines: Line[];
};

/** A delivered order of two lines, changed as wanted. */
export const anOrder = (facts: Partial<TestOrder> = {}): TestOrder => ({
  id: 'ord_1',
  channelId: 'chn_web',
  customerId: 'customer-1',
  locationIds: ['loc_lyon'],
  countryCode: 'FR',
  delivery: '4.90',
  placedAt: '2026-11-15T10:00:00Z',
  deliveredAt: '2026-11-20T10:00:00Z',
  cancelledAt: null,
  lines: [
    { id: 'oln_1', sku: 'SHIRT', quantity: 3, fulfilledQuantity: 3, amount: '10.00' },
    { id: 'oln_2', sku: 'SHOES', quantity: 2, fulfilledQuantity: 2, amount: '159.80' },
  ],
  ...facts,
});

type Place = { type: string; reasons: { code: string; message: string; until: string | null }[] };

/** A sixth of each amount is tax: 20 % on top of the net price. */
const taxOf = (amount: string) => (Number(amount) / 6).toFixed(2);

const forOrders = ({ lines, delivery, ...order }: TestOrder) => ({
  ...order,
  number: `N-${order.id}`,
  status: 'COMPLETED',
  currency: 'EUR',
  delivery: { amount: delivery, currency: 'EUR' },
  lines: lines.map(({ amount, ...line }) => ({
    ...line,
    name: line.sku,
    total: { amount, currency: 'EUR' },
    taxTotal: { amount: taxOf(amount), currency: 'EUR' },
  })),
});

type ExchangeInput = { exchangeId: string; lines: { sku: string; quantity: number }[]; credit: { amount: string } };

type CreditInput = { reference: string; amount: { amount: string }; target: string | null };
type RefundInput = { orderId: string; refundReference: string; amount: { amount: string; currency: string } };

const minorOf = (amount: string) => Math.round(Number(amount) * 100);
const paidFor = (order: TestOrder | undefined) =>
  order ? order.lines.reduce((sum, line) => sum + minorOf(line.amount), minorOf(order.delivery)) : 0;

/** The payment service behind orders. */
function testPayments(orders: ReadonlyMap<string, TestOrder>, calls: string[]) {
  /** The payment service: what it refuses with, and what it does before and after it answers. */
  const payments = { decline: null as string | null, isSlow: false, before: () => {}, after: () => {} };
  /** Refunds by reference, as orders would keep them: each once. */
  const refunds = new Map<string, { orderId: string; minor: number }>();

  function giveBack({ orderId, refundReference, amount }: RefundInput) {
    calls.push('refund');
    payments.before();
    const minor = minorOf(amount.amount);
    const paid = [...refunds.values()].reduce((sum, each) => sum + (each.orderId === orderId ? each.minor : 0), 0);
    const left = paidFor(orders.get(orderId)) - paid;
    const answer = {
      status: 'SUCCEEDED',
      reference: null as string | null,
      declineCode: null as string | null,
      creditNumber: null,
    };
    const refundable = { amount: (left / 100).toFixed(2), currency: 'EUR' };
    if (!refunds.has(refundReference)) {
      if (payments.isSlow) return { ...answer, status: 'PENDING', refundable, userErrors: [] };
      const declineCode = payments.decline;
      if (declineCode) return { ...answer, status: 'FAILED', declineCode, refundable, userErrors: [] };
      if (minor > left) {
        return { ...answer, status: 'FAILED', declineCode: 'EXCEEDS_CAPTURED', refundable, userErrors: [] };
      }
      refunds.set(refundReference, { orderId, minor });
    }
    payments.after();
    return { ...answer, reference: `psp-${refundReference}`, refundable, userErrors: [] };
  }
  return { payments, refunds, giveBack };
}

/** What orders does of exchanges. */
function testReplacements(calls: string[]) {
  /** Orders that bring new goods, by exchange: each once. A unit costs 4.00, of CHEAP 1.00; of GONE there is none. */
  const replacements = new Map<string, { id: string; skus: string[] }>();
  /** Exchanges whose new goods the shopper has. */
  const handedOver = new Set<string>();
  const orderFaults = { before: () => {}, after: () => {}, isBusy: false };

  function replace({ exchangeId, lines, credit }: ExchangeInput) {
    calls.push('replace');
    orderFaults.before();
    if (orderFaults.isBusy) return { order: null, amountDue: null, userErrors: [{ code: 'IDEMPOTENCY_IN_PROGRESS' }] };
    if (lines.some(({ sku }) => sku === 'GONE')) {
      return { order: null, amountDue: null, userErrors: [{ code: 'INSUFFICIENT_STOCK' }] };
    }
    const price = lines.some(({ sku }) => sku === 'CHEAP') ? 100 : 400;
    const units = lines.reduce((sum, { quantity }) => sum + quantity, 0);
    const order = { id: `ord_for_${exchangeId}`, skus: lines.map(({ sku }) => sku) };
    if (!replacements.has(exchangeId)) replacements.set(exchangeId, order);
    orderFaults.after();
    const due = (units * price - minorOf(credit.amount)) / 100;
    return { order: { id: order.id }, amountDue: { amount: due.toFixed(2), currency: 'EUR' }, userErrors: [] };
  }
  /** Cancels a new order unless its goods were handed over. */
  function undo({ exchangeId }: { exchangeId: string }) {
    calls.push('undo');
    orderFaults.before();
    if (handedOver.has(exchangeId)) return { order: null, userErrors: [{ message: 'Goods were handed over.' }] };
    orderFaults.after();
    return { order: replacements.get(exchangeId), userErrors: [] };
  }
  return { replacements, handedOver, orderFaults, replace, undo };
}

/** Whoever keeps the credit of shoppers. */
function testCredits(payments: ReturnType<typeof testPayments>['payments'], calls: string[]) {
  /** Credit by refund, as orders would have it loaded: each once. */
  const credits = new Map<string, { target: string | null; minor: number }>();
  function load({ reference, amount, target }: CreditInput) {
    calls.push('credit');
    payments.before();
    const answer = { status: 'SUCCEEDED', creditNumber: null as string | null, declineCode: null as string | null };
    if (!credits.has(reference)) {
      if (payments.decline) return { ...answer, status: 'FAILED', declineCode: payments.decline, userErrors: [] };
      credits.set(reference, { target, minor: minorOf(amount.amount) });
    }
    payments.after();
    return { ...answer, creditNumber: target ?? `credit-${reference}`, userErrors: [] };
  }
  return { credits, load };
}

/**
 * Orders, store-network and inventory as they answer service calls, held in memory: other services, whose failures a test
 * brings about at will.
 */
export function testNeighbours() {
  const orders = new Map<string, TestOrder>();
  const categories = new Map([['SHOES', 'shoes']]);
  const places = new Map<string, Place>();
  /** Stock inputs by inspection, as inventory would keep them: each once. */
  const stocked = new Map<string, { locationId: string; lines: unknown[] }>();
  /** Called before each call to inventory, and after it did its work; a throw is a call that did not come through. */
  const inventoryFaults = { before: () => {}, after: () => {} };
  /** Called before each call to store-network. */
  const networkFaults = { before: () => {} };
  const calls: string[] = [];

  const { payments, refunds, giveBack } = testPayments(orders, calls);
  const { credits, load } = testCredits(payments, calls);
  const { replacements, handedOver, orderFaults, replace, undo } = testReplacements(calls);

  const service = (answer: (variables: Readonly<Record<string, unknown>>) => unknown): ServiceCall =>
    (async (_query: string, variables: Readonly<Record<string, unknown>>) => answer(variables)) as ServiceCall;

  const services: Services = {
    orders: service(({ orderId, orderIds, input }) => {
      if (input && 'isUntouchedOnly' in (input as object)) {
        return { cancelExchangeOrder: undo(input as { exchangeId: string }) };
      }
      if (input && 'exchangeId' in (input as object)) return { placeExchangeOrder: replace(input as ExchangeInput) };
      if (input && 'reference' in (input as object)) return { issueCredit: load(input as CreditInput) };
      if (input) return { refundOrder: giveBack(input as RefundInput) };
      calls.push('orders');
      if (orderIds) {
        return { ordersForReturn: (orderIds as string[]).flatMap((id) => orders.get(id) ?? []).map(forOrders) };
      }
      const order = orders.get(orderId as string);
      return { orderForReturn: order ? forOrders(order) : null };
    }),
    'store-network': service(({ locationId }) => {
      calls.push('store-network');
      networkFaults.before();
      const place = places.get(locationId as string);
      return { returnLocation: place ? { locationId, ...place } : null };
    }),
    inventory: service(({ input, skus }) => {
      if (skus) {
        const known = (skus as string[]).filter((sku) => sku !== 'UNKNOWN');
        return { itemsForReturn: known.map((sku) => ({ sku, category: categories.get(sku) ?? null })) };
      }
      calls.push('inventory');
      inventoryFaults.before();
      const { inspectionId, ...stock } = input as { inspectionId: string; locationId: string; lines: unknown[] };
      if (!stocked.has(inspectionId)) stocked.set(inspectionId, stock);
      inventoryFaults.after();
      return { receiveReturnedStock: { restockedUnits: 1 } };
    }),
  };
  return {
    services,
    orders,
    payments,
    refunds,
    credits,
    replacements,
    handedOver,
    orderFaults,
    categories,
    places,
    networkFaults,
    stocked,
    inventoryFaults,
    calls,
  };
}

export const aStore: Place = { type: 'STORE', reasons: [] };
