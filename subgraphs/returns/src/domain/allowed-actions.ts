import {
  type InvalidState,
  invalidState,
  ok,
  type Result,
  refuse,
  type VersionConflict,
  versionConflict,
} from '@passerelle/values';
import type { Return, ReturnLine, ReturnStatus } from './return.ts';

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
