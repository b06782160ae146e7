import type {
  IdempotencyRefusal,
  InvalidInput,
  InvalidState,
  LocationNotEligible,
  NotFound,
  QuantityTooLarge,
  VersionConflict,
} from '@passerelle/values';
import type { Disposition } from './inspection.ts';
import type { RefundTiming, StockOwner } from './policy.ts';

/** What a step of an existing return may be refused with. */
export type ReturnRefusal =
  | InvalidInput
  | NotFound
  | VersionConflict
  | InvalidState
  | QuantityTooLarge
  | LocationNotEligible
  | IdempotencyRefusal;

export type ReturnStatus =
  | 'REQUESTED'
  | 'APPROVED'
  | 'DECLINED'
  | 'PARTIALLY_RECEIVED'
  | 'RECEIVED'
  | 'INSPECTED'
  | 'CLOSED'
  | 'CANCELLED';
export const returnMethods = ['IN_STORE', 'DROP_OFF_POINT', 'CARRIER_DROP_OFF', 'KEEP_ITEM'] as const;
export type ReturnMethod = (typeof returnMethods)[number];
/** NO_RECEIPT: nobody knows the order; `orderId` then names facts that stand for it. */
export type ReturnOrigin = 'ORDER' | 'NO_RECEIPT';
export type ReturnReason =
  | 'TOO_SMALL'
  | 'TOO_LARGE'
  | 'NOT_AS_DESCRIBED'
  | 'DEFECTIVE'
  | 'DAMAGED_IN_TRANSIT'
  | 'WRONG_ITEM'
  | 'ARRIVED_LATE'
  | 'CHANGED_MIND'
  | 'NEVER_ARRIVED'
  | 'OTHER';
export type ReturnResolution = 'REFUND' | 'EXCHANGE' | 'STORE_CREDIT';
/** Why a person must decide. */
export type ReviewReason = 'UNITS' | 'VALUE' | 'REASON' | 'NO_RECEIPT' | 'USER_EXIT';
export type PolicyOutcome = 'AUTO_APPROVED' | 'NEEDS_REVIEW';
export type Attribute = { readonly key: string; readonly value: string };

/** Of a line that was only asked for. */
export const nothingYet = {
  receivedQuantity: 0,
  inTransitQuantity: 0,
  acceptedQuantity: 0,
  refusedQuantity: 0,
  refundedQuantity: 0,
  refundedMinor: 0,
  exchangedQuantity: 0,
  exchangedMinor: 0,
} as const;

export type ReturnLine = {
  readonly id: string;
  readonly orderLineId: string;
  readonly sku: string;
  /** Fulfilled units of the order line, as known when the return was asked for. */
  readonly fulfilledQuantity: number;
  readonly requestedQuantity: number;
  readonly receivedQuantity: number;
  /** Of the received units, those on their way from a drop-off point to where they are judged. */
  readonly inTransitQuantity: number;
  readonly acceptedQuantity: number;
  readonly refusedQuantity: number;
  readonly reason: ReturnReason;
  readonly resolution: ReturnResolution;
  readonly note: string | null;
  /** Value of the requested units, in minor units of the return's currency. */
  readonly refundableMinor: number;
  /** Tax within `refundableMinor`. */
  readonly taxMinor: number;
  /** Kept when all requested units are accepted. */
  readonly restockingFeeMinor: number;
  readonly refundTiming: RefundTiming;
  /** What the policy wants to become of the units; staff may decide otherwise. */
  readonly authorizedDisposition: Disposition;
  /** Units and value that refunds take up, those on their way included. */
  readonly refundedQuantity: number;
  readonly refundedMinor: number;
  /** Units and value that exchanges take up, those on their way included. */
  readonly exchangedQuantity: number;
  readonly exchangedMinor: number;
  /** The policy that applied; null when none did. */
  readonly policyId: string | null;
  readonly policyVersion: number | null;
  /** Last moment the line might have been asked for. */
  readonly returnableUntil: Date | null;
};

/** A line with what it needs from its return to be shown. */
export type ShownLine = ReturnLine & Pick<Return, 'currency'>;

export type Return = {
  readonly id: string;
  readonly number: string;
  readonly orderId: string;
  readonly channelId: string;
  /** Null for guests. */
  readonly customerId: string | null;
  readonly currency: string;
  readonly status: ReturnStatus;
  readonly method: ReturnMethod;
  readonly dropOffLocationId: string | null;
  /** Where the goods end up. */
  readonly destinationId: string | null;
  /** Where the first unit was handed in; null before. */
  readonly lodgedLocationId: string | null;
  /** Findings on goods worth more wait for a second person; null when never. */
  readonly twoPersonsAboveMinor: number | null;
  /** Null when no parcel travels. */
  readonly carrier: string | null;
  readonly policyOutcome: PolicyOutcome;
  readonly reviewReasons: readonly ReviewReason[];
  /** Kept once for the label. */
  readonly labelFeeMinor: number;
  /** Delivery charges that come back with the goods. */
  readonly deliveryMinor: number;
  /** What refunds take up, those on their way included. */
  readonly refundedMinor: number;
  readonly refundedDeliveryMinor: number;
  /** Cancelled when nothing arrived by then; null when never. */
  readonly expiresAt: Date | null;
  readonly origin: ReturnOrigin;
  /** Stands for the person who gives goods in without a receipt; null otherwise. */
  readonly personReference: string | null;
  /** Whose stock the goods become. */
  readonly stockOwner: StockOwner;
  /** The carrier's number of the point where the parcel is handed in. */
  readonly dropOffPoint: string | null;
  readonly declineReason: string | null;
  readonly attributes: readonly Attribute[];
  readonly version: number;
  readonly requestedAt: Date;
  readonly receivedAt: Date | null;
  readonly closedAt: Date | null;
  readonly updatedAt: Date;
  readonly lines: readonly ReturnLine[];
};

/** The states whose lines no longer count against what may be returned. */
export const withdrawnStatuses: readonly ReturnStatus[] = ['DECLINED', 'CANCELLED'];

/** Whether every unit arrived, was judged, and was paid for when it was accepted; of a claim, whether it was paid for. */
export const isSettled = ({ lines, method }: Pick<Return, 'lines' | 'method'>): boolean =>
  lines.every((line) =>
    method === 'KEEP_ITEM'
      ? line.refundedQuantity + line.exchangedQuantity === line.requestedQuantity
      : line.receivedQuantity === line.requestedQuantity &&
        line.acceptedQuantity + line.refusedQuantity === line.receivedQuantity &&
        line.refundedQuantity + line.exchangedQuantity >= line.acceptedQuantity,
  );

export const changed = (current: Return, now: Date, changes: Partial<Return>): Return => ({
  ...current,
  ...changes,
  version: current.version + 1,
  updatedAt: now,
});

export const approve = (current: Return, now: Date): Return => changed(current, now, { status: 'APPROVED' });

export const decline = (current: Return, reason: string, now: Date): Return =>
  changed(current, now, { status: 'DECLINED', declineReason: reason, closedAt: now });

export const cancel = (current: Return, now: Date): Return =>
  changed(current, now, { status: 'CANCELLED', closedAt: now });

/** Whether money or other goods went, or are on their way, for every accepted unit. */
const isPaid = (line: ReturnLine) => line.acceptedQuantity <= line.refundedQuantity + line.exchangedQuantity;

/** A return that ended because money was on its way has something left to do when that money did not go. */
export const reopenedStatus = ({ status }: Pick<Return, 'status'>): Partial<Return> =>
  status === 'CLOSED' ? { status: 'INSPECTED', closedAt: null } : {};

/** The state that follows from how far the lines have come, once a first unit was received. */
export function handlingStatus(lines: readonly ReturnLine[]): ReturnStatus {
  const everyUnit = (isDone: (line: ReturnLine) => boolean) => lines.every(isDone);
  const isInspected = everyUnit((line) => line.acceptedQuantity + line.refusedQuantity === line.receivedQuantity);
  const isReceived = everyUnit((line) => line.receivedQuantity === line.requestedQuantity);
  if (!isInspected) return isReceived ? 'RECEIVED' : 'PARTIALLY_RECEIVED';
  // Nothing accepted that is not paid for means that nothing is left to do: the return is at its end.
  return isReceived && everyUnit(isPaid) ? 'CLOSED' : 'INSPECTED';
}

/** The return after its lines changed in handling. */
export function handled(
  current: Return,
  lines: readonly ReturnLine[],
  now: Date,
  changes: Partial<Return> = {},
): Return {
  const status = handlingStatus(lines);
  return changed(current, now, { ...changes, lines, status, closedAt: status === 'CLOSED' ? now : null });
}
