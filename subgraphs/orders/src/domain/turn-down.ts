import { invalidInput, ok, type Result, refuse } from '@passerelle/values';
import { changeLines, moved } from './advance.ts';
import {
  type FulfillmentOrder,
  type FulfillmentOrderLine,
  heldQuantity,
  type LineCount,
  type RejectionReason,
  unitsOf,
} from './fulfillment.ts';
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

/** Units of a share that a location looked for and cannot give, and what that says about its stock. */
export type Doubt = { readonly line: FulfillmentOrderLine; readonly quantity: number };

/**
 * What a rejection says about stock. A unit that was not found is not on hand; a damaged one is, and cannot be sold.
 * Every other reason is about the location, and leaves stock as it is. `asked` names units; left out, all are meant.
 */
export function doubtsOf(
  parts: readonly FulfillmentOrderLine[],
  reason: RejectionReason,
  asked: readonly LineCount[] | null | undefined,
): Result<readonly Doubt[]> {
  if (reason === 'TIMED_OUT') return refuse(invalidInput(['reason'], 'TIMED_OUT is set when nobody answers in time.'));
  if (!isAboutStock(reason)) {
    return asked ? refuse(invalidInput(['lines'], 'Name units only with ITEM_NOT_FOUND or ITEM_DAMAGED.')) : ok([]);
  }
  if (!asked) {
    const all = parts.map((line) => ({ line, quantity: heldQuantity(line) }));
    return ok(all.filter(({ quantity }) => quantity > 0));
  }
  return unitsOf(parts, asked, heldQuantity, (units) => `The location holds ${units} units of the line.`);
}

export const isAboutStock = (reason: RejectionReason): reason is 'ITEM_NOT_FOUND' | 'ITEM_DAMAGED' =>
  reason === 'ITEM_NOT_FOUND' || reason === 'ITEM_DAMAGED';

export const waitForLocation = (line: OrderLine, quantity: number): OrderLine => ({
  ...line,
  backorderedQuantity: line.backorderedQuantity + quantity,
});
