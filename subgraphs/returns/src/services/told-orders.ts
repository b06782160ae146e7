import { readOperation } from '@passerelle/contracts/operations';
import { requireService, type Services } from '@passerelle/server';
import { type MoneyText, parseMoney } from '@passerelle/values';
import type { OrderFacts, ToldOrder } from '../domain/order-facts.ts';
import type { ReceiptFacts } from '../domain/take-back.ts';

/** Categories by SKU; SKUs inventory does not know are absent. */
export type Categories = ReadonlyMap<string, string | null>;

/** What orders tells of orders, with the categories of their goods, which inventory knows. */
export type ToldOrders = {
  /** Null when there is no such order. */
  readonly findOrder: (orderId: string) => Promise<ToldOrder | null>;
  /** Locations that have, or had, work for an order; none when there is no such order. */
  readonly findWorkplaces: (orderId: string) => Promise<readonly string[]>;
  /** Orders that every given fact fits, newest first, 20 at most. */
  readonly searchOrders: (facts: ReceiptFacts) => Promise<readonly ToldOrder[]>;
  /** What is kept of several, 200 at most; orders there are not are absent. */
  readonly findOrders: (orderIds: readonly string[]) => Promise<readonly OrderFacts[]>;
  readonly findCategories: (skus: readonly string[]) => Promise<Categories>;
};

export type Instant = string | Date;
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

const orderForReturn = readOperation('service', 'OrderForReturn');
const findForReturn = readOperation('service', 'FindForReturn');
const ordersForReturn = readOperation('service', 'OrdersForReturn');
const itemsForReturn = readOperation('service', 'ItemsForReturn');

export const dateOf = (instant: Instant | null) => (instant === null ? null : new Date(instant));

/** An amount another subgraph sent; one that cannot be read is a fault, not a refusal. */
export function minorUnits(total: MoneyText): number {
  const parsed = parseMoney(total, []);
  if (!parsed.ok) throw new TypeError(`orders sent the amount ${total.amount} ${total.currency}`);
  return parsed.value.minor;
}

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

/** SKUs inventory tells of at once. */
const skusAtOnce = 200;

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

export const createToldOrders = (services: Services): ToldOrders => ({
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
  findCategories: (skus) => categoriesOf(services, skus),
});
