import type { Caller } from '@passerelle/server';

/** An order as inventory knows it. */
export type OrderRef = { readonly id: string };

export type ReservationStatus = 'HELD' | 'ALLOCATED' | 'ISSUED' | 'RELEASED' | 'EXPIRED';

/** Units of one item at one location. */
export type ReservedLine = {
  readonly lineNo: number;
  readonly orderLineId: string | null;
  readonly itemNo: number;
  readonly sku: string;
  readonly locationNo: number;
  /** Pool the units were drawn from; null is the shared stock. */
  readonly poolNo: number | null;
  readonly quantity: number;
  readonly issuedQuantity: number;
  readonly releasedQuantity: number;
};

export type Reservation = {
  readonly id: string;
  readonly status: ReservationStatus;
  readonly channelId: string;
  readonly cartReference: string | null;
  readonly orderId: string | null;
  readonly revision: number | null;
  /** The one location of an allocation, or of a cart that will be collected. */
  readonly locationNo: number | null;
  readonly expiresAt: Date | null;
  /** Subject of who set a cart's units aside. */
  readonly heldBy: string | null;
  readonly version: number;
  readonly createdAt: Date;
  readonly lines: readonly ReservedLine[];
};

/** Whoever has one of these works with everybody's carts and orders. */
const wideScopes = ['inventory:read', 'orders:read', 'orders:write'];

/** Whether a caller may know of a reservation: who may only fill a cart knows of own ones. */
export const isSeenBy = ({ heldBy }: Pick<Reservation, 'heldBy'>, { kind, subject, scopes }: Caller): boolean =>
  kind === 'service' || heldBy === subject || wideScopes.some((scope) => scopes.has(scope));

/** A line as callers see it. */
export type ShownLine = {
  readonly sku: string;
  readonly quantity: number;
  readonly issuedQuantity: number;
  /** Null while a cart's hold is not tied to one location. */
  readonly locationNo: number | null;
  /** Null when the units are shared stock, or come from more than one place. */
  readonly poolNo: number | null;
};

export const openUnits = (line: Pick<ReservedLine, 'quantity' | 'issuedQuantity' | 'releasedQuantity'>) =>
  line.quantity - line.issuedQuantity - line.releasedQuantity;

/**
 * Lines of a reservation that has one location, as they are; those of a cart's hold over several locations summed by
 * SKU, because where the units lie may still change. What an order gave back is not held any more; what a cart's hold
 * held stays to be seen after it ended.
 */
export function shownLines({ locationNo, orderId, lines }: Reservation): ShownLine[] {
  const held = (line: ReservedLine) => (orderId === null ? line.quantity : line.quantity - line.releasedQuantity);
  if (locationNo !== null) {
    return lines.map((line) => ({
      sku: line.sku,
      quantity: held(line),
      issuedQuantity: line.issuedQuantity,
      locationNo,
      poolNo: line.poolNo,
    }));
  }
  return [...Map.groupBy(lines, (line) => line.sku)].map(([sku, parts]) => ({
    sku,
    quantity: parts.reduce((sum, line) => sum + held(line), 0),
    issuedQuantity: 0,
    locationNo: null,
    poolNo: parts.every(({ poolNo }) => poolNo === parts[0]?.poolNo) ? (parts[0]?.poolNo ?? null) : null,
  }));
}

/** A cart may keep units two hours at most, however often it asks for more. */
export const longestHoldMinutes = 120;
/** Longest time one call can ask for. */
export const longestExtensionMinutes = 60;
export const standardHoldMinutes = 15;

const minuteMs = 60_000;

/** When a hold extended at `now` lapses. Never earlier than it would have anyway. */
export function extendedExpiry({ createdAt, expiresAt }: Reservation, minutes: number, now: Date): Date {
  const latest = createdAt.getTime() + longestHoldMinutes * minuteMs;
  const asked = Math.min(now.getTime() + minutes * minuteMs, latest);
  return new Date(Math.max(asked, expiresAt?.getTime() ?? 0));
}

/** What an order's reservation is once some of its units were issued or given back. */
export function statusAfter(lines: readonly ReservedLine[]): ReservationStatus {
  if (lines.some((line) => openUnits(line) > 0)) return 'ALLOCATED';
  return lines.some((line) => line.issuedQuantity > 0) ? 'ISSUED' : 'RELEASED';
}

/** Units that are still held, by level. */
export const openLevels = (reservation: Reservation) =>
  reservation.lines
    .map((line) => ({
      itemNo: line.itemNo,
      locationNo: line.locationNo,
      poolNo: line.poolNo,
      units: openUnits(line),
    }))
    .filter(({ units }) => units > 0);

/** Gives back what is still held: a cart's hold that ends. */
export const endHold = (reservation: Reservation, status: 'RELEASED' | 'EXPIRED'): Reservation => ({
  ...reservation,
  status,
  lines: reservation.lines.map((line) => ({ ...line, releasedQuantity: line.quantity - line.issuedQuantity })),
});

/** A line as it begins. */
export const newLine = (line: Omit<ReservedLine, 'issuedQuantity' | 'releasedQuantity'>): ReservedLine => ({
  ...line,
  issuedQuantity: 0,
  releasedQuantity: 0,
});
