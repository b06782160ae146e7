import { invalidInput, ok, quantityTooLarge, type Refusal, type Result, refuse } from '@passerelle/values';
import { changeLines, moved, withChanges } from './advance.ts';
import { type FulfillmentOrder, type FulfillmentOrderLine, heldQuantity } from './fulfillment.ts';
import type { OrderLine } from './order.ts';

/** What arrived of one line; a line that is not named arrived in full. */
export type ArrivedCount = {
  readonly lineId: string;
  /** Units in good order. */
  readonly receivedQuantity: number;
  readonly damagedQuantity?: number;
};
export type Arrived = { readonly line: FulfillmentOrderLine; readonly received: number; readonly damaged: number };

/** Units that were sent to a store of collection and have not been received there. */
export const onTheWay = (work: Pick<FulfillmentOrder, 'transferShipmentId'>, line: FulfillmentOrderLine) =>
  work.transferShipmentId ? Math.max(0, heldQuantity(line) + line.fulfilledQuantity - line.pickedQuantity) : 0;

/** Reads what arrived at a store; tells every problem at once. */
export function readArrival(
  lines: readonly FulfillmentOrderLine[],
  counts: readonly ArrivedCount[] | null | undefined,
): Result<readonly Arrived[]> {
  const given = counts ?? [];
  const refusals = given.flatMap(({ lineId, receivedQuantity, damagedQuantity = 0 }, index): Refusal[] => {
    const path = ['lines', index];
    const line = lines.find(({ id }) => id === lineId);
    if (!line) return [invalidInput([...path, 'lineId'], `The work has no line ${lineId}.`)];
    if (given.findIndex((one) => one.lineId === lineId) < index) {
      return [invalidInput([...path, 'lineId'], 'Name each line once.')];
    }
    if (receivedQuantity < 0) return [invalidInput([...path, 'receivedQuantity'], 'Give 0 or more units.')];
    if (damagedQuantity < 0) return [invalidInput([...path, 'damagedQuantity'], 'Give 0 or more units.')];
    const sent = heldQuantity(line);
    if (receivedQuantity + damagedQuantity <= sent) return [];
    return [quantityTooLarge([...path, 'receivedQuantity'], `${sent} units were sent.`, sent)];
  });
  if (refusals.length > 0) return refuse(...refusals);
  return ok(
    lines.map((line) => {
      const count = given.find(({ lineId }) => lineId === line.id);
      return { line, received: count?.receivedQuantity ?? heldQuantity(line), damaged: count?.damagedQuantity ?? 0 };
    }),
  );
}

/**
 * Goods have arrived at the store: what is there in good order is as good as picked, and what is missing or damaged is
 * looked for elsewhere.
 */
export function receiveGoods(
  work: FulfillmentOrder,
  arrived: readonly Arrived[],
  orderLines: readonly OrderLine[],
  now: Date,
) {
  const short = arrived.map(({ line, received }) => ({
    orderLineId: line.orderLineId,
    quantity: heldQuantity(line) - received,
  }));
  const workLines = arrived.map(({ line, received }) => ({
    ...line,
    pickedQuantity: line.pickedQuantity + received,
    missingQuantity: line.missingQuantity + heldQuantity(line) - received,
    reroutedQuantity: line.reroutedQuantity + heldQuantity(line) - received,
  }));
  const lines = changeLines(orderLines, short, (line, quantity) => ({
    ...line,
    backorderedQuantity: line.backorderedQuantity + quantity,
  }));
  const isThere = workLines.some((line) => heldQuantity(line) > 0);
  return { work: moved(work, { status: isThere ? 'PICKED' : 'CANCELLED' }, now), workLines, lines };
}

/** Units leave for the store of collection: nobody has them until they are received there, so nothing is fulfilled yet. */
export function sendOn(
  work: FulfillmentOrder,
  parts: readonly FulfillmentOrderLine[],
  units: readonly { readonly line: FulfillmentOrderLine; readonly quantity: number }[],
  now: Date,
) {
  const changed = units.map(({ line, quantity }) => ({
    ...line,
    fulfilledQuantity: line.fulfilledQuantity + quantity,
    passedOnQuantity: line.passedOnQuantity + quantity,
  }));
  const workLines = withChanges(parts, changed);
  const isLast = workLines.every((line) => heldQuantity(line) === 0);
  const rest = work.status === 'PACKED' ? 'PACKED' : 'PICKED';
  return { work: moved(work, { status: isLast ? 'SHIPPED' : rest }, now), workLines };
}
