import { changeLines, moved, withChanges } from './advance.ts';
import { type FulfillmentOrder, type FulfillmentOrderLine, heldQuantity, inHand, type Units } from './fulfillment.ts';
import type { OrderLine } from './order.ts';

/** How goods are handed over in a store. */
export type CollectionService = 'CLICK_AND_COLLECT' | 'CURBSIDE_PICKUP';

/** The way the shopper chose, at the car when the level of service says so. */
export const collectionServiceOf = ({
  serviceLevel,
}: {
  readonly serviceLevel?: string | null;
} = {}): CollectionService => (serviceLevel === 'CURBSIDE_PICKUP' ? serviceLevel : 'CLICK_AND_COLLECT');

const dayMs = 24 * 3_600_000;
/** Goods wait for a week; the shopper is reminded when three days have passed. */
const keptDays = 7;
const remindedAfterDays = 3;

/** Until when goods wait for the shopper, and when the shopper is reminded of them. */
export const waitingTimes = (readyAt: Date) => ({
  remindAt: new Date(readyAt.getTime() + remindedAfterDays * dayMs),
  expiresAt: new Date(readyAt.getTime() + keptDays * dayMs),
});

/** All that waits at the counter. */
export const unitsWaiting = (parts: readonly FulfillmentOrderLine[]): Units[] =>
  parts.map((line) => ({ line, quantity: inHand(line) })).filter(({ quantity }) => quantity > 0);

export type Ending = Pick<FulfillmentOrder, 'status'> & Partial<FulfillmentOrder>;

/**
 * Units the shopper does not take: they are cancelled on the order and go back to the shelf. The work ends with them
 * as told by `ending`; while others wait, it goes on.
 */
export function takeBack(
  work: FulfillmentOrder,
  parts: readonly FulfillmentOrderLine[],
  orderLines: readonly OrderLine[],
  { units, ending, now }: { readonly units: readonly Units[]; readonly ending: Ending; readonly now: Date },
) {
  const changed = units.map(({ line, quantity }) => ({
    ...line,
    cancelledQuantity: line.cancelledQuantity + quantity,
    pickedQuantity: line.pickedQuantity - quantity,
  }));
  const isOver = withChanges(parts, changed).every((line) => heldQuantity(line) === 0);
  return {
    work: moved(work, isOver ? ending : { ...ending, status: work.status }, now),
    workLines: changed,
    lines: changeLines(
      orderLines,
      units.map(({ line, quantity }) => ({ orderLineId: line.orderLineId, quantity })),
      (line, quantity) => ({ ...line, cancelledQuantity: line.cancelledQuantity + quantity }),
    ),
    /** What stays of each share at the location, units handed over included. */
    reductions: changed.map((line) => ({
      orderLineId: line.id,
      keptQuantity: line.quantity - line.cancelledQuantity - line.reroutedQuantity,
    })),
  };
}
