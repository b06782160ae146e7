import {
  type IdempotencyRefusal,
  type InvalidInput,
  type InvalidState,
  invalidState,
  type LocationNotEligible,
  type NotFound,
  ok,
  type QuantityTooLarge,
  type Result,
  refuse,
  type VersionConflict,
  versionConflict,
} from '@passerelle/values';
import type { RefundTiming } from './policy.ts';

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
export const returnMethods = ['IN_STORE', 'CARRIER_DROP_OFF'] as const;
export type ReturnMethod = (typeof returnMethods)[number];
export type ReturnReason =
  | 'TOO_SMALL'
  | 'TOO_LARGE'
  | 'NOT_AS_DESCRIBED'
  | 'DEFECTIVE'
  | 'DAMAGED_IN_TRANSIT'
  | 'WRONG_ITEM'
  | 'ARRIVED_LATE'
  | 'CHANGED_MIND'
  | 'OTHER';
export type ReturnResolution = 'REFUND' | 'EXCHANGE' | 'STORE_CREDIT';
/** Why a person must decide. */
export type ReviewReason = 'UNITS' | 'VALUE' | 'REASON';
export type PolicyOutcome = 'AUTO_APPROVED' | 'NEEDS_REVIEW';
export type Attribute = { readonly key: string; readonly value: string };

export type ReturnLine = {
  readonly id: string;
  readonly orderLineId: string;
  readonly sku: string;
  /** Fulfilled units of the order line, as known when the return was asked for. */
  readonly fulfilledQuantity: number;
  readonly requestedQuantity: number;
  readonly receivedQuantity: number;
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
  readonly destinationId: string | null;
  /** Null when no parcel travels. */
  readonly carrier: string | null;
  readonly policyOutcome: PolicyOutcome;
  readonly reviewReasons: readonly ReviewReason[];
  /** Kept once for the label. */
  readonly labelFeeMinor: number;
  /** Delivery charges that come back with the goods. */
  readonly deliveryMinor: number;
  /** Cancelled when nothing arrived by then; null when never. */
  readonly expiresAt: Date | null;
  readonly declineReason: string | null;
  readonly attributes: readonly Attribute[];
  readonly version: number;
  readonly requestedAt: Date;
  readonly receivedAt: Date | null;
  readonly closedAt: Date | null;
  readonly updatedAt: Date;
  readonly lines: readonly ReturnLine[];
};

export const returnActions = ['APPROVE', 'DECLINE', 'CANCEL', 'RECEIVE', 'INSPECT'] as const;
export type ReturnAction = (typeof returnActions)[number];

/** What may be done in each state. INSPECTED still receives: units that were asked for may come later. */
const allowedActions: Readonly<Record<ReturnStatus, readonly ReturnAction[]>> = {
  REQUESTED: ['APPROVE', 'DECLINE', 'CANCEL'],
  APPROVED: ['CANCEL', 'RECEIVE'],
  DECLINED: [],
  PARTIALLY_RECEIVED: ['RECEIVE', 'INSPECT'],
  RECEIVED: ['INSPECT'],
  INSPECTED: ['RECEIVE'],
  CLOSED: [],
  CANCELLED: [],
};

/** The states whose lines no longer count against what may be returned. */
export const withdrawnStatuses: readonly ReturnStatus[] = ['DECLINED', 'CANCELLED'];

const isAwaited = (line: ReturnLine) => line.receivedQuantity < line.requestedQuantity;

/** What the state allows, leaving out RECEIVE when no unit is awaited any more. */
export const actionsOf = ({ status, lines }: Pick<Return, 'status' | 'lines'>): readonly ReturnAction[] =>
  allowedActions[status].filter((action) => action !== 'RECEIVE' || lines.some(isAwaited));

/** Refuses an action on a version that is not the stored one, and an action the state does not allow. */
export function mayAct(
  current: Return,
  action: ReturnAction,
  expectedVersion: number,
): Result<Return, VersionConflict | InvalidState> {
  if (current.version !== expectedVersion) return refuse(versionConflict(expectedVersion, current.version));
  if (actionsOf(current).includes(action)) return ok(current);
  const message = `A return that is ${current.status} does not take ${action}.`;
  return refuse(invalidState(message, current.status, ['id']));
}

const changed = (current: Return, now: Date, changes: Partial<Return>): Return => ({
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

/** The state that follows from how far the lines have come, once a first unit was received. */
export function handlingStatus(lines: readonly ReturnLine[]): ReturnStatus {
  const everyUnit = (isDone: (line: ReturnLine) => boolean) => lines.every(isDone);
  const isInspected = everyUnit((line) => line.acceptedQuantity + line.refusedQuantity === line.receivedQuantity);
  const isReceived = everyUnit((line) => line.receivedQuantity === line.requestedQuantity);
  if (!isInspected) return isReceived ? 'RECEIVED' : 'PARTIALLY_RECEIVED';
  // Nothing accepted means nothing to pay back: the return is at its end.
  return isReceived && everyUnit((line) => line.acceptedQuantity === 0) ? 'CLOSED' : 'INSPECTED';
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
