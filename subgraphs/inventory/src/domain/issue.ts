import { type QuantityTooLarge, quantityTooLarge } from '@passerelle/values';
import { openUnits, type Reservation, statusAfter } from './reservation.ts';

/** Units of an order line that leave a location. */
export type IssueLine = { readonly orderLineId: string; readonly sku: string; readonly quantity: number };

/** Units issued from one reserved line. */
export type Issued = {
  readonly itemNo: number;
  readonly locationNo: number;
  readonly poolNo: number | null;
  readonly quantity: number;
};

/**
 * Takes the lines from what an order holds at one location, the oldest allocation first. Refuses each line that asks for
 * more than is held and not yet issued.
 */
export function issueFrom(
  reservations: readonly Reservation[],
  lines: readonly IssueLine[],
): {
  readonly refusals: readonly QuantityTooLarge[];
  readonly saved: readonly Reservation[];
  readonly issued: Issued[];
} {
  const refusals: QuantityTooLarge[] = [];
  const issued: Issued[] = [];
  let saved = [...reservations];
  for (const [index, wanted] of lines.entries()) {
    let missing = wanted.quantity;
    saved = saved.map((reservation) => {
      const after = reservation.lines.map((line) => {
        const isMeant = line.orderLineId === wanted.orderLineId && line.sku === wanted.sku;
        const quantity = isMeant ? Math.min(missing, openUnits(line)) : 0;
        if (quantity === 0) return line;
        missing -= quantity;
        issued.push({ itemNo: line.itemNo, locationNo: line.locationNo, poolNo: line.poolNo, quantity });
        return { ...line, issuedQuantity: line.issuedQuantity + quantity };
      });
      return { ...reservation, lines: after, status: statusAfter(after) };
    });
    if (missing > 0) {
      const left = wanted.quantity - missing;
      const message = `${wanted.quantity} units of line ${wanted.orderLineId} were asked for, ${left} are allocated here.`;
      refusals.push(quantityTooLarge(['lines', index, 'quantity'], message, left));
    }
  }
  return { refusals, saved, issued };
}
