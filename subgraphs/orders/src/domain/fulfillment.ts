import {
  invalidInput,
  invalidState,
  ok,
  quantityTooLarge,
  type Refusal,
  type Result,
  refuse,
} from '@passerelle/values';

export type FulfillmentType = 'WAREHOUSE_SHIP' | 'SHIP_FROM_STORE' | 'CLICK_AND_COLLECT' | 'SHIP_TO_STORE';
export type FulfillmentOrderStatus =
  | 'AWAITING_STOCK'
  | 'OFFERED'
  | 'ACCEPTED'
  | 'PICKING'
  | 'PICKED'
  | 'PACKED'
  | 'SHIPPED'
  | 'IN_TRANSFER'
  | 'READY_FOR_PICKUP'
  | 'PARTLY_COLLECTED'
  | 'COLLECTED'
  | 'PICKUP_EXPIRED'
  | 'PICKUP_REFUSED'
  | 'ON_HOLD'
  | 'REJECTED'
  | 'CANCELLED';
export type FulfillmentOrderAction =
  | 'ACCEPT'
  | 'REJECT'
  | 'RECORD_PICK'
  | 'PACK'
  | 'SHIP'
  | 'RECEIVE'
  | 'MARK_READY'
  | 'COMPLETE_PICKUP'
  | 'REFUSE_PICKUP'
  | 'REASSIGN';
/** Answers to a request to let go of work. */
export type CancellationAnswer = 'ACCEPT_CANCELLATION' | 'REFUSE_CANCELLATION';
/** Why the shopper did not take goods at the counter. */
export type PickupRefusalReason = 'WRONG_ITEM' | 'DAMAGED' | 'CHANGED_MIND' | 'OTHER';
export type RejectionReason = 'ITEM_NOT_FOUND' | 'ITEM_DAMAGED' | 'NO_STAFF' | 'STORE_CLOSING' | 'TIMED_OUT' | 'OTHER';

/** Work given to one location for one order. */
export type FulfillmentOrder = {
  readonly id: string;
  readonly number: string;
  readonly orderId: string;
  readonly deliveryGroupId: string;
  readonly locationId: string;
  readonly type: FulfillmentType;
  readonly status: FulfillmentOrderStatus;
  readonly acceptBy: Date | null;
  readonly dueAt: Date | null;
  readonly storageSpot: string | null;
  readonly readyAt: Date | null;
  readonly expiresAt: Date | null;
  readonly collectedAt: Date | null;
  readonly remindedAt: Date | null;
  readonly refusalReason: PickupRefusalReason | null;
  /** Wrong codes given so far. */
  readonly failedPickups: number;
  readonly rejectionReason: RejectionReason | null;
  readonly rejectionNote: string | null;
  readonly rejectedAt: Date | null;
  /** The shipment that brings the goods to this store of collection. */
  readonly transferShipmentId: string | null;
  readonly version: number;
  readonly createdAt: Date;
  readonly updatedAt: Date;
};

export type FulfillmentOrderLine = {
  readonly id: string;
  readonly fulfillmentOrderId: string;
  readonly orderLineId: string;
  readonly position: number;
  readonly quantity: number;
  readonly cancelledQuantity: number;
  readonly pickedQuantity: number;
  readonly missingQuantity: number;
  /** Missing units already taken off the location. */
  readonly reroutedQuantity: number;
  readonly fulfilledQuantity: number;
  /** Handed on, and lost, come back, or taken over by another location's work. */
  readonly passedOnQuantity: number;
};

/** A location that turned the work down, and why. */
export type Rejection = {
  readonly locationId: string;
  readonly reason: RejectionReason;
  readonly note: string | null;
  readonly rejectedAt: Date;
};

/** States in which each action is allowed; everything a location may do with its work. */
const allowedIn: Record<FulfillmentOrderAction, readonly FulfillmentOrderStatus[]> = {
  ACCEPT: ['OFFERED'],
  REJECT: ['OFFERED', 'ACCEPTED'],
  RECORD_PICK: ['ACCEPTED', 'PICKING'],
  PACK: ['PICKED', 'PACKED'],
  SHIP: ['PICKED', 'PACKED'],
  RECEIVE: ['IN_TRANSFER'],
  MARK_READY: ['PICKED', 'PACKED'],
  COMPLETE_PICKUP: ['READY_FOR_PICKUP', 'PARTLY_COLLECTED'],
  REFUSE_PICKUP: ['READY_FOR_PICKUP', 'PARTLY_COLLECTED'],
  REASSIGN: ['OFFERED', 'ACCEPTED'],
};

const isCollected = ({ type }: Pick<FulfillmentOrder, 'type'>) => type === 'CLICK_AND_COLLECT';
/** A warehouse, which need not answer, has a system of its own that picks before it tells: there, shipping says picked. */
export const picksByItself = ({ type, acceptBy }: Pick<FulfillmentOrder, 'type' | 'acceptBy'>) =>
  type === 'WAREHOUSE_SHIP' || (type === 'SHIP_TO_STORE' && acceptBy === null);
const beforePicked: readonly FulfillmentOrderStatus[] = ['OFFERED', 'ACCEPTED', 'PICKING'];

type Standing = Pick<FulfillmentOrder, 'status' | 'type' | 'acceptBy'>;

function isAllowed(action: FulfillmentOrderAction, work: Standing): boolean {
  // Where goods are collected is the shopper's choice, and they wait there as they are.
  const isOfDelivery = action === 'SHIP' || action === 'PACK' || action === 'REASSIGN';
  if (isOfDelivery && isCollected(work)) return false;
  const isAtCounter = action === 'MARK_READY' || action === 'COMPLETE_PICKUP' || action === 'REFUSE_PICKUP';
  if (isAtCounter && !isCollected(work)) return false;
  if (action === 'SHIP' && picksByItself(work) && beforePicked.includes(work.status)) return true;
  return allowedIn[action].includes(work.status);
}

/** States in which nothing more will happen. */
export const finalStates: readonly FulfillmentOrderStatus[] = [
  'SHIPPED',
  'COLLECTED',
  'PICKUP_EXPIRED',
  'PICKUP_REFUSED',
  'REJECTED',
  'CANCELLED',
];
export const isOpen = ({ status }: Pick<FulfillmentOrder, 'status'>) => !finalStates.includes(status);
/** Goods wait at the counter. */
export const waitsForShopper = ({ status }: Pick<FulfillmentOrder, 'status'>) =>
  status === 'READY_FOR_PICKUP' || status === 'PARTLY_COLLECTED';
/** Before anybody has put units in their hands. */
export const isUntouched = ({ status }: Pick<FulfillmentOrder, 'status'>) =>
  status === 'AWAITING_STOCK' || status === 'OFFERED' || status === 'ACCEPTED';

const actionsOf = (work: Standing) =>
  (Object.keys(allowedIn) as FulfillmentOrderAction[]).filter((action) => isAllowed(action, work));

/** What may be done to work, and answered when somebody asks to let go of it. */
export function availableActions(
  work: Standing,
  cancellation?: string | null,
): (FulfillmentOrderAction | CancellationAnswer)[] {
  const answers = ['ACCEPT_CANCELLATION', 'REFUSE_CANCELLATION'] as const;
  return [...actionsOf(work), ...(cancellation === 'REQUESTED' ? answers : [])];
}

export function checkAction(
  action: FulfillmentOrderAction,
  work: Standing & Pick<FulfillmentOrder, 'number'>,
): Result<null> {
  if (isAllowed(action, work)) return ok(null);
  const doing = action.toLowerCase().replaceAll('_', ' ');
  return refuse(
    invalidState(`${work.number} (${work.type}) is ${work.status}; ${doing} is not possible.`, work.status),
  );
}

/** Units the location still has to find. */
export const leftToPick = (line: FulfillmentOrderLine) =>
  line.quantity - line.cancelledQuantity - line.pickedQuantity - line.missingQuantity;
/** Units found and not yet handed on. */
export const inHand = (line: FulfillmentOrderLine) => line.pickedQuantity - line.fulfilledQuantity;
/** Units the location still answers for: missing ones too, until they are routed again. */
export const heldQuantity = (line: FulfillmentOrderLine) =>
  line.quantity - line.cancelledQuantity - line.reroutedQuantity - line.fulfilledQuantity;

export type LineCount = { readonly lineId: string; readonly quantity: number };

export type Units = { readonly line: FulfillmentOrderLine; readonly quantity: number };

/** Which units an action hands on: those named, or all that were picked. Refuses unknown, repeated and too many. */
export function unitsToHandOn(
  lines: readonly FulfillmentOrderLine[],
  asked: readonly LineCount[] | null | undefined,
): Result<readonly Units[]> {
  if (!asked) {
    return ok(lines.map((line) => ({ line, quantity: inHand(line) })).filter(({ quantity }) => quantity > 0));
  }
  return unitsOf(lines, asked, inHand, (units) => `${units} units are picked and not handed on yet.`);
}

/** The units named, at most `limit` of each line. Refuses unknown and repeated lines, and too many or too few units. */
export function unitsOf(
  lines: readonly FulfillmentOrderLine[],
  asked: readonly LineCount[],
  limit: (line: FulfillmentOrderLine) => number,
  tooMany: (limit: number) => string,
): Result<readonly Units[]> {
  const refusals: Refusal[] = [];
  const seen = new Set<string>();
  const units = asked.flatMap(({ lineId, quantity }, index): Units[] => {
    const line = lines.find(({ id }) => id === lineId);
    const path = ['lines', index];
    if (!line) refusals.push(invalidInput([...path, 'lineId'], `The work has no line ${lineId}.`));
    else if (seen.has(lineId)) refusals.push(invalidInput([...path, 'lineId'], 'Name each line once.'));
    else if (quantity < 1) refusals.push(invalidInput([...path, 'quantity'], 'Give 1 or more units.'));
    else if (quantity > limit(line)) {
      refusals.push(quantityTooLarge([...path, 'quantity'], tooMany(limit(line)), limit(line)));
    }
    seen.add(lineId);
    return line ? [{ line, quantity }] : [];
  });
  if (asked.length === 0) refusals.push(invalidInput(['lines'], 'Name at least one line, or leave `lines` out.'));
  return refusals.length > 0 ? refuse(...refusals) : ok(units);
}
