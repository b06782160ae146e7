import { invalidState, ok, type Result, refuse } from '@passerelle/values';
import { changeLines } from './advance.ts';
import type { FulfillmentOrder, FulfillmentOrderLine } from './fulfillment.ts';
import type { OrderLine } from './order.ts';
import type { Shipment, ShipmentLine, ShipmentResolution } from './shipment.ts';
import { onTheWay } from './transfer.ts';

/** A parcel of which nothing reached the shopper, and nothing was decided yet. */
export function checkResolvable({ id, status, resolution }: Shipment): Result<null> {
  if (status !== 'LOST' && status !== 'RETURNED_TO_SENDER') {
    return refuse(
      invalidState(`${id} is ${status}; only what was lost or came back is sent again or paid back.`, status),
    );
  }
  return resolution ? refuse(invalidState(`It was decided before: ${resolution}.`, status)) : ok(null);
}

/** Its units are back where they left, and not booked in yet. */
export function checkReceivable({ id, status, receivedBackAt }: Shipment): Result<null> {
  if (status !== 'RETURNED_TO_SENDER') {
    return refuse(invalidState(`${id} is ${status}; record the carrier's event that it came back first.`, status));
  }
  return receivedBackAt ? refuse(invalidState(`${id} was received back before.`, status)) : ok(null);
}

type Whole = {
  readonly lines: readonly OrderLine[];
  readonly work: readonly FulfillmentOrder[];
  readonly workLines: readonly FulfillmentOrderLine[];
};
type Undone = { readonly workLines: FulfillmentOrderLine[]; readonly lines: OrderLine[] };

/** The goods go to a store of collection, not to the shopper. */
export const isTransfer = (
  work: readonly Pick<FulfillmentOrder, 'id' | 'type'>[],
  { fulfillmentOrderId }: Pick<Shipment, 'fulfillmentOrderId'>,
) => work.some(({ id, type }) => id === fulfillmentOrderId && type === 'SHIP_TO_STORE');

/** The work at the store of collection that a shipment brings its goods to. */
export const workBehind = ({ work }: Pick<Whole, 'work'>, { id }: Pick<Shipment, 'id'>) =>
  work.find(({ transferShipmentId }) => transferShipmentId === id);

/**
 * Takes the units of a parcel out of what is fulfilled: sent again they wait for a location, paid back they are
 * cancelled. Units on their way to a store of collection were never fulfilled; they are taken off its work.
 */
export function undoParcel(
  whole: Whole,
  shipment: Pick<Shipment, 'id'>,
  parcel: readonly ShipmentLine[],
  resolution: ShipmentResolution,
): Undone {
  const store = workBehind(whole, shipment);
  const isAgain = resolution === 'REPLACE';
  const units = store ? unitsOnTheWay(whole, store) : parcel;
  const byId = new Map(whole.workLines.map((line) => [line.id, line]));
  const workLines = units.map(({ fulfillmentOrderLineId, quantity }) => {
    const line = byId.get(fulfillmentOrderLineId) as FulfillmentOrderLine;
    if (!store) return { ...line, passedOnQuantity: line.passedOnQuantity + quantity };
    return isAgain
      ? {
          ...line,
          missingQuantity: line.missingQuantity + quantity,
          reroutedQuantity: line.reroutedQuantity + quantity,
        }
      : { ...line, cancelledQuantity: line.cancelledQuantity + quantity };
  });
  const lines = changeLines(whole.lines, units, (line, quantity) => ({
    ...line,
    fulfilledQuantity: line.fulfilledQuantity - (store ? 0 : quantity),
    backorderedQuantity: line.backorderedQuantity + (isAgain ? quantity : 0),
    cancelledQuantity: line.cancelledQuantity + (isAgain ? 0 : quantity),
  }));
  return { workLines, lines };
}

const unitsOnTheWay = ({ workLines }: Whole, store: FulfillmentOrder) =>
  workLines
    .filter((line) => line.fulfillmentOrderId === store.id)
    .map((line) => ({
      fulfillmentOrderLineId: line.id,
      orderLineId: line.orderLineId,
      quantity: onTheWay(store, line),
    }))
    .filter(({ quantity }) => quantity > 0);
