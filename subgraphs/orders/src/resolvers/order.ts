import { isAllowed, orBadUserInput } from '@passerelle/server';
import { formatMoney, type Money, money } from '@passerelle/values';
import type { Context } from '../context.ts';
import { editabilityOf } from '../domain/editability.ts';
import type { FulfillmentOrder } from '../domain/fulfillment.ts';
import { beforeHold } from '../domain/hold.ts';
import { isHeld, type OrderLine as LineModel, type Order as OrderModel, wantedQuantity } from '../domain/order.ts';
import { lineAmounts, totalsOf } from '../domain/pricing.ts';
import { type OrderAction, orderActions } from '../domain/status.ts';
import type {
  DeliveryGroupResolvers,
  OrderEditResolvers,
  OrderForReturnResolvers,
  OrderLineForReturnResolvers,
  OrderLineResolvers,
  OrderPaymentResolvers,
  OrderResolvers,
} from '../generated/resolver-types.ts';

const inCurrency = ({ currency }: Pick<OrderModel, 'currency'>, minor: number) => formatMoney(money(minor, currency));
const atLocation = (id: string | null) => (id === null ? null : { id });

/** Scopes that each action of an order needs. */
const scopesOf: Record<OrderAction, readonly string[]> = {
  EDIT: ['orders:write', 'orders:write:own'],
  CANCEL: ['orders:write', 'orders:write:own'],
  HOLD: ['orders:write'],
  RELEASE_HOLD: ['orders:write'],
  RETURN: ['returns:write', 'returns:write:own'],
};

export const Order: OrderResolvers = {
  __resolveReference: async ({ id }, { reads }) =>
    (await reads.reachable({ orderId: id })) && (await reads.orderOf.load(id)),
  channel: ({ channelId }) => ({ id: channelId }),
  customer: (order) => ({
    customerId: order.customerId,
    email: order.customerEmail,
    phone: order.customerPhone,
    firstName: order.customerFirstName,
    lastName: order.customerLastName,
  }),
  lines: ({ id }, _args, { reads }) => reads.linesOfOrder.load(id),
  deliveryGroups: ({ id }, _args, { reads }) => reads.groupsOfOrder.load(id),
  async totals({ id, currency }, _args, { reads }) {
    const [lines, groups, payments] = await Promise.all([
      reads.linesOfOrder.load(id),
      reads.groupsOfOrder.load(id),
      reads.paymentsOfOrder.load(id),
    ]);
    const totals = totalsOf(currency, lines, groups, payments);
    return Object.fromEntries(
      Object.entries<Money>(totals).map(([name, amount]) => [name, formatMoney(amount)]),
    ) as Record<keyof typeof totals, ReturnType<typeof formatMoney>>;
  },
  payments: ({ id }, _args, { reads }) => reads.paymentsOfOrder.load(id),
  fulfillmentOrders: ({ id }, _args, { reads }) => reads.workOfOrder.load(id),
  shipments: ({ id }, _args, { reads }) => reads.shipmentsOfOrder.load(id),
  async availableActions(order, _args, { reads, caller }) {
    const actions = orderActions(order, await reads.linesOfOrder.load(order.id));
    return actions.filter((action) => scopesOf[action].some((scope) => isAllowed(caller, scope)));
  },
  holds: ({ id }, _args, { reads }) => reads.holdsOfOrder.load(id),
  changeRequests: ({ id }, _args, { reads }) => reads.changesOfOrder.load(id),
  edits: ({ id }, _args, { reads }) => reads.editsOfOrder.load(id),
  routingDecisions: ({ id }, _args, { reads }) => reads.routingsOfOrder.load(id),
  userExits: ({ id }, _args, { reads }) => reads.exitCallsOfOrder.load(id),
  events: async ({ id }, page, { reads }) => orBadUserInput(await reads.events(id, page)),
};

const orderOf = async (line: { readonly orderId: string }, { reads }: Context) =>
  (await reads.orderOf.load(line.orderId)) as OrderModel;
const amount =
  (of: (amounts: ReturnType<typeof lineAmounts>) => number) =>
  async (line: LineModel, _args: object, context: Context) =>
    inCurrency(await orderOf(line, context), of(lineAmounts(line)));

export const OrderLine: OrderLineResolvers = {
  __resolveReference: async ({ id }, { reads }) => reads.reachable(await reads.line.load(id)),
  order: (line, _args, context) => orderOf(line, context),
  item: ({ sku }) => ({ sku }),
  quantity: wantedQuantity,
  unitPrice: async (line, _args, context) => inCurrency(await orderOf(line, context), line.unitPriceMinor),
  discountTotal: amount(({ discount }) => discount),
  taxTotal: amount(({ tax }) => tax),
  total: amount(({ total }) => total),
  async deliveryGroup(line, _args, { reads }) {
    const groups = await reads.groupsOfOrder.load(line.orderId);
    return groups.find(({ id }) => id === line.deliveryGroupId) as (typeof groups)[number];
  },
  async editability(line, _args, context) {
    const [order, stopped] = await Promise.all([orderOf(line, context), context.reads.workOfOrder.load(line.orderId)]);
    const work = isHeld(order) ? beforeHold(stopped, await context.reads.heldStates.load(order.id)) : stopped;
    const lines = await Promise.all(work.map(({ id }) => context.reads.linesOfWork.load(id)));
    const workOf = new Map(work.map((one) => [one.id, one]));
    const shares = lines
      .flat()
      .filter(({ orderLineId }) => orderLineId === line.id)
      .map((part) => ({ line: part, work: workOf.get(part.fulfillmentOrderId) as FulfillmentOrder }));
    const changes = await context.reads.changesOfOrder.load(order.id);
    return editabilityOf(order, line, shares, { isWaiting: changes.some(({ status }) => status === 'WAITING') });
  },
};

export const OrderEdit: OrderEditResolvers = {
  totalDelta: async (edit, _args, context) => inCurrency(await orderOf(edit, context), edit.totalDeltaMinor),
};

export const DeliveryGroup: DeliveryGroupResolvers = {
  pickupLocation: ({ pickupLocationId }) => atLocation(pickupLocationId),
  price: async (group, _args, context) => inCurrency(await orderOf(group, context), group.priceMinor),
  async lines(group, _args, { reads }) {
    const lines = await reads.linesOfOrder.load(group.orderId);
    return lines.filter(({ deliveryGroupId }) => deliveryGroupId === group.id);
  },
};

export const OrderPayment: OrderPaymentResolvers = {
  authorized: async (payment, _args, context) => inCurrency(await orderOf(payment, context), payment.authorizedMinor),
  captured: async (payment, _args, context) => inCurrency(await orderOf(payment, context), payment.capturedMinor),
  refunded: async (payment, _args, context) => inCurrency(await orderOf(payment, context), payment.refundedMinor),
};

export const OrderForReturn: OrderForReturnResolvers = {
  lines: ({ id }, _args, { reads }) => reads.linesOfOrder.load(id),
  locationIds: async ({ id }, _args, { reads }) => [
    ...new Set((await reads.workOfOrder.load(id)).map(({ locationId }) => locationId)),
  ],
  async countryCode({ id, billingAddress }, _args, { reads }) {
    const groups = await reads.groupsOfOrder.load(id);
    const address = groups.find(({ shippingAddress }) => shippingAddress)?.shippingAddress ?? billingAddress;
    return address?.countryCode ?? null;
  },
  async delivery({ id, currency }, _args, { reads }) {
    const [lines, groups] = await Promise.all([reads.linesOfOrder.load(id), reads.groupsOfOrder.load(id)]);
    return formatMoney(totalsOf(currency, lines, groups, []).delivery);
  },
};

export const OrderLineForReturn: OrderLineForReturnResolvers = {
  quantity: wantedQuantity,
  total: amount(({ total }) => total),
  taxTotal: amount(({ tax }) => tax),
};
