import { changeLines, moved, withChanges } from './advance.ts';
import { type FulfillmentOrder, type FulfillmentOrderLine, heldQuantity } from './fulfillment.ts';
import type { OrderLine } from './order.ts';

export type HandedUnits = readonly { readonly line: FulfillmentOrderLine; readonly quantity: number }[];

/**
 * Units leave the location, to a carrier or to the shopper. The work ends with its last unit; until then it stays
 * picked or packed, or is partly collected. `isDelivery` tells that the units reach the shopper at once.
 */
export function handOn(
  work: FulfillmentOrder,
  parts: readonly FulfillmentOrderLine[],
  orderLines: readonly OrderLine[],
  { units, isDelivery, now }: { readonly units: HandedUnits; readonly isDelivery: boolean; readonly now: Date },
) {
  const changed = units.map(({ line, quantity }) => ({
    ...line,
    fulfilledQuantity: line.fulfilledQuantity + quantity,
  }));
  const workLines = withChanges(parts, changed);
  const isLast = workLines.every((line) => heldQuantity(line) === 0);
  const end = isDelivery ? ({ status: 'COLLECTED', collectedAt: now } as const) : ({ status: 'SHIPPED' } as const);
  const isPacked = work.status === 'PACKED';
  const rest = isDelivery
    ? ({ status: 'PARTLY_COLLECTED', collectedAt: now } as const)
    : ({ status: isPacked ? 'PACKED' : 'PICKED' } as const);
  const lines = changeLines(
    orderLines,
    units.map(({ line, quantity }) => ({ orderLineId: line.orderLineId, quantity })),
    (line, quantity) => ({
      ...line,
      fulfilledQuantity: line.fulfilledQuantity + quantity,
      deliveredQuantity: line.deliveredQuantity + (isDelivery ? quantity : 0),
    }),
  );
  return { work: moved(work, isLast ? end : rest, now), workLines, lines };
}
