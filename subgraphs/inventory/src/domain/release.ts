import { openUnits, type Reservation, type ReservedLine, statusAfter } from './reservation.ts';

/** Which of an order's units go back: all lines, those named, or what is more than a line keeps. */
export type ReleaseWish = {
  readonly orderLineIds?: readonly string[] | null;
  readonly reductions?:
    | readonly {
        readonly orderLineId: string;
        /** Units that stay with the order, issued ones included. */
        readonly keptQuantity: number;
      }[]
    | null;
};

/** Gives back what is wished of units that are still held, the newest allocation first. */
export function releaseFrom(reservations: readonly Reservation[], wish: ReleaseWish): Reservation[] {
  const toRelease = unitsToRelease(reservations, wish);
  const newestFirst = [...reservations].reverse().map((reservation) => {
    const lines = reservation.lines.map((line) => {
      const wanted = toRelease.get(line.orderLineId ?? '') ?? 0;
      const units = Math.min(wanted, openUnits(line));
      if (units === 0) return line;
      toRelease.set(line.orderLineId ?? '', wanted - units);
      return { ...line, releasedQuantity: line.releasedQuantity + units };
    });
    return { ...reservation, lines, status: statusAfter(lines) };
  });
  return newestFirst.reverse();
}

function unitsToRelease(reservations: readonly Reservation[], { orderLineIds, reductions }: ReleaseWish) {
  const kept = new Map(reductions?.map(({ orderLineId, keptQuantity }) => [orderLineId, keptQuantity]));
  const all = !orderLineIds && !reductions;
  const units = new Map<string, number>();
  for (const line of reservations.flatMap(({ lines }) => lines)) {
    const id = line.orderLineId ?? '';
    if (all || orderLineIds?.includes(id) || kept.has(id)) units.set(id, (units.get(id) ?? 0) + unitsLeft(line));
  }
  for (const [id, keptQuantity] of kept) {
    if (!orderLineIds?.includes(id)) units.set(id, Math.max(0, (units.get(id) ?? 0) - keptQuantity));
  }
  return units;
}

/** Units the order has of a line, issued ones included. */
const unitsLeft = (line: ReservedLine) => line.quantity - line.releasedQuantity;

/** Signed units by which `reserved` of each level changes between two states of the same reservations. */
export const releasedUnits = (before: readonly Reservation[], after: readonly Reservation[]) =>
  before.flatMap((reservation, position) =>
    reservation.lines.flatMap((line, index) => {
      const later = after[position]?.lines[index];
      const units = later ? openUnits(later) - openUnits(line) : 0;
      return units === 0 ? [] : [{ itemNo: line.itemNo, locationNo: line.locationNo, poolNo: line.poolNo, units }];
    }),
  );
