import type { FulfillmentOrder, FulfillmentOrderLine } from './fulfillment.ts';

/** Units for which room stays booked at a store of collection, for a piece of work there. */
export type KeptRoom = {
  readonly orderId: string;
  readonly locationId: string;
  /** The work: room is booked for each by itself. */
  readonly part: string;
  readonly keptUnits: number;
};

/** What work of collection still needs, `workLines` being at least its own; nothing once it was turned down. */
export const keptRoom = (
  work: readonly Pick<FulfillmentOrder, 'id' | 'orderId' | 'locationId' | 'type' | 'status'>[],
  workLines: readonly FulfillmentOrderLine[],
): KeptRoom[] =>
  work
    .filter(({ type }) => type === 'CLICK_AND_COLLECT')
    .map(({ id, orderId, locationId, status }) => ({
      orderId,
      locationId,
      part: id,
      keptUnits: status === 'REJECTED' ? 0 : unitsOf(workLines.filter((line) => line.fulfillmentOrderId === id)),
    }));

const unitsOf = (lines: readonly FulfillmentOrderLine[]) =>
  lines.reduce((sum, line) => sum + line.quantity - line.cancelledQuantity - line.reroutedQuantity, 0);
