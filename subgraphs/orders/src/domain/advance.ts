import type { FulfillmentOrder } from './fulfillment.ts';
import type { DeliveryGroup, Order, OrderLine, Payment } from './order.ts';
import { totalsOf } from './pricing.ts';
import { fulfillmentStatusOf, orderStatusOf, paymentStatusOf } from './status.ts';

type Whole = {
  readonly order: Order;
  readonly lines: readonly OrderLine[];
  readonly groups: readonly DeliveryGroup[];
  readonly payments: readonly Payment[];
  readonly work: readonly FulfillmentOrder[];
};

/** The given rows with changed ones in their place. */
export function withChanges<T extends { readonly id: string }>(rows: readonly T[], changed: readonly T[] = []): T[] {
  const byId = new Map(changed.map((row) => [row.id, row]));
  return rows.map((row) => byId.get(row.id) ?? row);
}

export type Changes = {
  readonly lines?: readonly OrderLine[];
  /** Changed pieces of work, and new ones. */
  readonly work?: readonly FulfillmentOrder[];
  readonly newWork?: readonly Pick<FulfillmentOrder, 'status'>[];
  /** Moments at which goods reached the shopper, all there are; the last one counts once nothing is missing. */
  readonly deliveries?: readonly Date[];
};

/** The order's own row after a change: every status derived anew, one version on. */
export function advance(whole: Whole, changes: Changes, now: Date): Order {
  const { order, groups, payments } = whole;
  const lines = withChanges(whole.lines, changes.lines);
  const work = [...withChanges(whole.work, changes.work), ...(changes.newWork ?? [])];
  const status = orderStatusOf(order.status, lines);
  const { grandTotal } = totalsOf(order.currency, lines, groups, payments);
  const lastDelivery = Math.max(0, ...(changes.deliveries ?? []).map((moment) => moment.getTime()));
  return {
    ...order,
    status,
    fulfillmentStatus: fulfillmentStatusOf(lines, work, { isRouted: status !== 'PENDING' }),
    paymentStatus: paymentStatusOf(payments, grandTotal.minor),
    deliveredAt: status !== 'COMPLETED' ? null : lastDelivery > 0 ? new Date(lastDelivery) : (order.deliveredAt ?? now),
    cancelledAt: status === 'CANCELLED' ? (order.cancelledAt ?? now) : null,
    version: order.version + 1,
    updatedAt: now,
  };
}

/** One version on, in another state. */
export const moved = (work: FulfillmentOrder, change: Partial<FulfillmentOrder>, now: Date): FulfillmentOrder => ({
  ...work,
  ...change,
  version: work.version + 1,
  updatedAt: now,
});

/** Order lines whose units changed; `changeOf` tells how many units of which share moved. */
export function changeLines(
  lines: readonly OrderLine[],
  units: readonly { readonly orderLineId: string; readonly quantity: number }[],
  change: (line: OrderLine, quantity: number) => OrderLine,
): OrderLine[] {
  const perLine = new Map<string, number>();
  for (const { orderLineId, quantity } of units) perLine.set(orderLineId, (perLine.get(orderLineId) ?? 0) + quantity);
  return lines.flatMap((line) => {
    const quantity = perLine.get(line.id) ?? 0;
    return quantity === 0 ? [] : [change(line, quantity)];
  });
}
