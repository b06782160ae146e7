import { badUserInput, orBadUserInput } from '@passerelle/server';
import { simulateSourcing } from '../actions/simulate-sourcing.ts';
import type { QueryResolvers } from '../generated/resolver-types.ts';

const mostForReturn = 200;

/** Entry points of reading. */
export const Query: Omit<Required<QueryResolvers>, '_entities' | '_service'> = {
  order: (_root, { id }, { reads }) => reads.order(id),
  orderByNumber: (_root, { number, email }, { reads }) => reads.orderByNumber(number, email ?? null),
  orders: async (_root, page, { reads }) => orBadUserInput(await reads.orders(page)),
  fulfillmentOrder: (_root, { id }, { reads }) => reads.work(id),
  fulfillmentOrders: async (_root, page, { reads }) => orBadUserInput(await reads.works(page)),
  sourcingStrategy: (_root, { id }, { reads }) => reads.strategy.load(id),
  sourcingStrategies: (_root, filter, { reads }) => reads.strategies(filter),
  simulateSourcing: async (_root, { input }, context) => orBadUserInput(await simulateSourcing(context, input)),
  orderForReturn: (_root, { orderId }, { reads }) => reads.orderOf.load(orderId),
  ordersByReceipt: (_root, facts, { reads }) => reads.ordersByReceipt(facts),
  async ordersForReturn(_root, { orderIds }, { reads }) {
    if (orderIds.length < 1 || orderIds.length > mostForReturn) throw badUserInput(`1 to ${mostForReturn} order ids.`);
    const orders = await Promise.all(orderIds.map((id) => reads.orderOf.load(id)));
    return orders.filter((order) => order !== null);
  },
};
