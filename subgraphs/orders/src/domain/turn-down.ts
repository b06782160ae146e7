import { changeLines, moved } from './advance.ts';
import { type FulfillmentOrder, type FulfillmentOrderLine, heldQuantity, type RejectionReason } from './fulfillment.ts';
import type { OrderLine } from './order.ts';

export type TurnedDown = {
  readonly work: FulfillmentOrder;
  /** Order lines with the units that now wait for another location. */
  readonly lines: OrderLine[];
  readonly reductions: { readonly orderLineId: string; readonly keptQuantity: number }[];
};

/** A location turns its work down: none of its units has a location any more. */
export function turnDown(
  work: FulfillmentOrder,
  parts: readonly FulfillmentOrderLine[],
  orderLines: readonly OrderLine[],
  { reason, note, now }: { readonly reason: RejectionReason; readonly note: string | null; readonly now: Date },
): TurnedDown {
  const units = parts.map((part) => ({ orderLineId: part.orderLineId, quantity: heldQuantity(part) }));
  return {
    work: moved(work, { status: 'REJECTED', rejectionReason: reason, rejectionNote: note, rejectedAt: now }, now),
    lines: changeLines(orderLines, units, waitForLocation),
    reductions: parts.map((part) => ({ orderLineId: part.id, keptQuantity: part.fulfilledQuantity })),
  };
}

export const waitForLocation = (line: OrderLine, quantity: number): OrderLine => ({
  ...line,
  backorderedQuantity: line.backorderedQuantity + quantity,
});
