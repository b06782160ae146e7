import { moved, withChanges } from './advance.ts';
import { type FulfillmentOrder, type FulfillmentOrderLine, heldQuantity } from './fulfillment.ts';

type Whole = { readonly work: readonly FulfillmentOrder[]; readonly workLines: readonly FulfillmentOrderLine[] };

/** Work that lost units, `changed` being its lines afterwards; it ends when it holds no more. */
export function workWithout(
  { work, workLines }: Whole,
  changed: readonly FulfillmentOrderLine[],
  now: Date,
): FulfillmentOrder[] {
  const touched = new Set(changed.map(({ fulfillmentOrderId }) => fulfillmentOrderId));
  const lines = withChanges(workLines, changed);
  return work
    .filter(({ id }) => touched.has(id))
    .map((one) => {
      const own = lines.filter((line) => line.fulfillmentOrderId === one.id);
      if (own.some((line) => heldQuantity(line) > 0)) return moved(one, {}, now);
      const isFulfilled = own.some((line) => line.fulfilledQuantity > 0);
      const end = one.type === 'CLICK_AND_COLLECT' ? 'COLLECTED' : 'SHIPPED';
      return moved(one, { status: isFulfilled ? end : 'CANCELLED' }, now);
    });
}

/** What stays allocated of shares that lost units. */
export const reductionsOf = (changed: readonly FulfillmentOrderLine[]) =>
  changed.map((line) => ({
    orderLineId: line.id,
    keptQuantity: line.quantity - line.cancelledQuantity - line.reroutedQuantity,
  }));
