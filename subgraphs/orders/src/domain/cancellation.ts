import {
  invalidInput,
  invalidState,
  ok,
  quantityTooLarge,
  type Refusal,
  type Result,
  refuse,
} from '@passerelle/values';
import {
  type FulfillmentOrder,
  type FulfillmentOrderLine,
  heldQuantity,
  isOpen,
  isUntouched,
  leftToPick,
} from './fulfillment.ts';
import { mustBeAsked, type Reach } from './letting-go.ts';
import { isClosed, type Order, type OrderLine, openQuantity } from './order.ts';
import { onTheWay } from './transfer.ts';

/** One share of an order line: the units of it that one location was given. */
export type Share = { readonly work: FulfillmentOrder; readonly line: FulfillmentOrderLine };

export type Cancellation = {
  /** Lines as they are afterwards; only those that changed. */
  readonly lines: OrderLine[];
  readonly shares: { readonly share: Share; readonly line: FulfillmentOrderLine; readonly cancelled: number }[];
};

type Asked = readonly { readonly lineId: string; readonly quantity: number }[] | null | undefined;

/**
 * Takes units away: first those no location works on, then those least worked on. Without `asked`, everything within
 * reach. Refuses a closed order, unknown or repeated lines, and more units than are within reach.
 */
export function cancelUnits(
  order: Pick<Order, 'status' | 'number'>,
  lines: readonly OrderLine[],
  shares: readonly Share[],
  { asked, reach }: { readonly asked: Asked; readonly reach: Reach },
): Result<Cancellation> {
  if (isClosed(order)) return refuse(invalidState(`Order ${order.number} is ${order.status}.`, order.status));
  const within = (line: OrderLine) => openQuantity(line) - heldBack(line, shares, reach);
  if (!asked && lines.every((line) => within(line) === 0)) {
    return refuse(invalidState(`Nothing of order ${order.number} can be cancelled any more.`, order.status));
  }
  const refusals = asked ? checkAsked(asked, lines, within) : [];
  if (refusals.length > 0) return refuse(...refusals);

  const outcome: Cancellation = { lines: [], shares: [] };
  for (const line of lines) {
    const quantity = asked ? (asked.find(({ lineId }) => lineId === line.id)?.quantity ?? 0) : within(line);
    if (quantity === 0) continue;
    const waiting = Math.min(quantity, line.backorderedQuantity);
    outcome.lines.push({
      ...line,
      cancelledQuantity: line.cancelledQuantity + quantity,
      backorderedQuantity: line.backorderedQuantity - waiting,
    });
    outcome.shares.push(
      ...takeFromShares(
        line,
        shares.filter(({ work }) => reach(work)),
        quantity - waiting,
      ),
    );
  }
  return ok(outcome);
}

function checkAsked(
  asked: NonNullable<Asked>,
  lines: readonly OrderLine[],
  within: (line: OrderLine) => number,
): Refusal[] {
  if (asked.length === 0) return [invalidInput(['lines'], 'Name at least one line, or leave `lines` out.')];
  const seen = new Set<string>();
  return asked.flatMap(({ lineId, quantity }, index): Refusal[] => {
    const path = ['lines', index];
    const line = lines.find(({ id }) => id === lineId);
    if (!line) return [invalidInput([...path, 'lineId'], `The order has no line ${lineId}.`)];
    if (seen.has(lineId)) return [invalidInput([...path, 'lineId'], 'Name each line once.')];
    seen.add(lineId);
    if (quantity < 1) return [invalidInput([...path, 'quantity'], 'Give 1 or more units.')];
    if (quantity <= within(line)) return [];
    return [quantityTooLarge([...path, 'quantity'], `${within(line)} units can still be cancelled.`, within(line))];
  });
}

const sharesOf = (line: OrderLine, shares: readonly Share[]) =>
  shares.filter((share) => share.line.orderLineId === line.id && isOpen(share.work));

/** Goods on their way to a store are received there first: nobody can put them back on a shelf. */
function heldBack(line: OrderLine, shares: readonly Share[], reach: Reach): number {
  return sharesOf(line, shares).reduce(
    (sum, share) => sum + (reach(share.work) ? onTheWay(share.work, share.line) : heldQuantity(share.line)),
    0,
  );
}

function takeFromShares(line: OrderLine, shares: readonly Share[], quantity: number): Cancellation['shares'] {
  let left = quantity;
  const leastWorkedOn = sharesOf(line, shares).sort(
    (a, b) =>
      Number(isUntouched(b.work)) - Number(isUntouched(a.work)) ||
      Number(mustBeAsked(a.work)) - Number(mustBeAsked(b.work)) ||
      leftToPick(b.line) - leftToPick(a.line),
  );
  return leastWorkedOn.flatMap((share) => {
    const cancelled = Math.min(left, heldQuantity(share.line) - onTheWay(share.work, share.line));
    left -= cancelled;
    if (cancelled === 0) return [];
    return [{ share, line: withoutUnits(share.line, cancelled), cancelled }];
  });
}

/** A share that loses units it holds: first those nobody has looked for, then those not found, then picked ones. */
export function withoutUnits(line: FulfillmentOrderLine, units: number): FulfillmentOrderLine {
  const unpicked = Math.min(units, leftToPick(line));
  const notFound = Math.min(units - unpicked, line.missingQuantity - line.reroutedQuantity);
  return {
    ...line,
    cancelledQuantity: line.cancelledQuantity + units,
    missingQuantity: line.missingQuantity - notFound,
    // What was picked already goes back to the shelf.
    pickedQuantity: line.pickedQuantity - (units - unpicked - notFound),
  };
}
