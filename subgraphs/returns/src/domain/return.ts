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

export const returnActions = ['APPROVE', 'DECLINE', 'CANCEL', 'RECEIVE', 'INSPECT', 'REFUND', 'EXCHANGE'] as const;
export type ReturnAction = (typeof returnActions)[number];

/** What may be done in each state. INSPECTED still receives: units that were asked for may come later. */
const allowedActions: Readonly<Record<ReturnStatus, readonly ReturnAction[]>> = {
  REQUESTED: ['APPROVE', 'DECLINE', 'CANCEL'],
  APPROVED: ['CANCEL', 'RECEIVE', 'REFUND', 'EXCHANGE'],
  DECLINED: [],
  PARTIALLY_RECEIVED: ['RECEIVE', 'INSPECT', 'REFUND', 'EXCHANGE'],
  RECEIVED: ['INSPECT', 'REFUND', 'EXCHANGE'],
  INSPECTED: ['RECEIVE', 'REFUND', 'EXCHANGE'],
  CLOSED: [],
  CANCELLED: [],
};

/** The states whose lines no longer count against what may be returned. */
export const withdrawnStatuses: readonly ReturnStatus[] = ['DECLINED', 'CANCELLED'];

const isAwaited = (line: ReturnLine) => line.receivedQuantity < line.requestedQuantity;

/** Units of a line that may be paid for now, by the policy that applied to it. */
export function refundableQuantity({ status }: Pick<Return, 'status'>, line: ReturnLine): number {
  if (!allowedActions[status].includes('REFUND')) return 0;
  const counted = {
    AFTER_INSPECTION: line.acceptedQuantity,
    ON_RECEIPT: line.receivedQuantity - line.refusedQuantity,
    ON_APPROVAL: line.requestedQuantity - line.refusedQuantity,
  };
  return Math.max(0, counted[line.refundTiming] - line.refundedQuantity - line.exchangedQuantity);
}

/** Units of a line that may be replaced now, also before they arrive. */
export const exchangeableQuantity = ({ status }: Pick<Return, 'status'>, line: ReturnLine): number =>
  allowedActions[status].includes('EXCHANGE')
    ? line.requestedQuantity - line.refusedQuantity - line.refundedQuantity - line.exchangedQuantity
    : 0;

/** Units of a line that are there and were not judged. */
export const judgeableQuantity = (line: ReturnLine): number =>
  line.receivedQuantity - line.inTransitQuantity - line.acceptedQuantity - line.refusedQuantity;

type Acting = Pick<Return, 'status' | 'lines' | 'method' | 'origin'>;

/** What an action needs besides the state: units it can be about, or none that money was already given for. */
const hasObject: Readonly<Partial<Record<ReturnAction, (current: Acting) => boolean>>> = {
  RECEIVE: ({ lines, method }) => method !== 'KEEP_ITEM' && lines.some(isAwaited),
  INSPECT: ({ lines }) => lines.some((line) => judgeableQuantity(line) > 0),
  REFUND: (current) => current.lines.some((line) => refundableQuantity(current, line) > 0),
  // There is no order whose money could pay for the new goods.
  EXCHANGE: (current) =>
    current.origin === 'ORDER' && current.lines.some((line) => exchangeableQuantity(current, line) > 0),
  CANCEL: ({ lines }) =>
    lines.every((line) => line.refundedQuantity + line.exchangedQuantity + line.exchangedMinor === 0),
};

/** What the state allows, leaving out what no unit is left for. */
export const actionsOf = (current: Acting): readonly ReturnAction[] =>
  allowedActions[current.status].filter((action) => hasObject[action]?.(current) ?? true);

/** Whether every unit arrived, was judged, and was paid for when it was accepted; of a claim, whether it was paid for. */
export const isSettled = ({ lines, method }: Pick<Return, 'lines' | 'method'>): boolean =>
  lines.every((line) =>
    method === 'KEEP_ITEM'
      ? line.refundedQuantity + line.exchangedQuantity === line.requestedQuantity
      : line.receivedQuantity === line.requestedQuantity &&
        line.acceptedQuantity + line.refusedQuantity === line.receivedQuantity &&
        line.refundedQuantity + line.exchangedQuantity >= line.acceptedQuantity,
  );

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

const takesExtras: readonly ReturnStatus[] = ['APPROVED', 'PARTIALLY_RECEIVED', 'RECEIVED', 'INSPECTED', 'CLOSED'];

/** Whether units nobody had announced may be written down: as long as the return was neither refused nor withdrawn. */
export function mayTakeExtras(
  current: Return,
  expectedVersion: number,
): Result<Return, VersionConflict | InvalidState> {
  if (current.version !== expectedVersion) return refuse(versionConflict(expectedVersion, current.version));
  if (takesExtras.includes(current.status)) return ok(current);
  return refuse(invalidState(`A return that is ${current.status} takes no goods.`, current.status, ['id']));
}

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
