import { moved } from './advance.ts';
import {
  type FulfillmentOrder,
  type FulfillmentOrderLine,
  type FulfillmentOrderStatus,
  heldQuantity,
  isOpen,
  isUntouched,
  picksByItself,
} from './fulfillment.ts';

export type CancellationRequestStatus = 'REQUESTED' | 'ACCEPTED' | 'REFUSED' | 'WITHDRAWN';
export type CancellationRefusalReason = 'TOO_LATE' | 'SHIPPED' | 'TIMED_OUT' | 'OTHER';

/** What a warehouse that took work on is asked to let go of. */
export type CancellationRequest = {
  readonly id: string;
  readonly changeId: string;
  readonly orderId: string;
  readonly fulfillmentOrderId: string;
  readonly status: CancellationRequestStatus;
  readonly lines: { readonly lineId: string; readonly sku: string; readonly quantity: number }[];
  readonly requestedAt: Date;
  readonly answerBy: Date;
  readonly answeredAt: Date | null;
  readonly answeredBy: string | null;
  readonly refusalReason: CancellationRefusalReason | null;
  readonly note: string | null;
};

/** A change of an order that waits for warehouses to let go: carried out as a whole, or dropped as a whole. */
export type ChangeRequest = {
  readonly id: string;
  readonly orderId: string;
  readonly kind: 'EDIT' | 'CANCELLATION';
  readonly status: 'WAITING' | 'APPLIED' | 'DROPPED';
  /** The input that asked for it. */
  readonly input: object;
  readonly isByStaff: boolean;
  readonly requestedBy: string;
  readonly requestedAt: Date;
  readonly answerBy: Date;
  /** Why it was dropped. */
  readonly reason: string | null;
  readonly endedAt: Date | null;
};

/** Silence for this long is a refusal: whoever took work on and says nothing may be shipping it. */
export const answerWithinMs = 30 * 60_000;

const takenOn: readonly FulfillmentOrderStatus[] = ['ACCEPTED', 'PICKING', 'PICKED', 'PACKED'];

/** Work that a warehouse's own system took on: nobody else knows how far it is, so that it is asked before it loses units. */
export const mustBeAsked = (work: Pick<FulfillmentOrder, 'status' | 'type' | 'acceptBy'>) =>
  picksByItself(work) && takenOn.includes(work.status);

/** Which work a change may take units from. */
export type Reach = (work: FulfillmentOrder) => boolean;

type Whose = Pick<ChangeRequest, 'kind' | 'isByStaff'>;

/** Without asking: shoppers, and edits, only what nobody holds in their hands; staff cancel all that is not handed on. */
const reachUnasked =
  ({ kind, isByStaff }: Whose): Reach =>
  (work) =>
    isUntouched(work) || (kind === 'CANCELLATION' && isByStaff);

/** With asking: staff may also ask for what a warehouse has begun with. */
export const reachOfAsking = (whose: Whose): Reach => {
  const unasked = reachUnasked(whose);
  return (work) => unasked(work) || (whose.isByStaff && mustBeAsked(work));
};

/** Once warehouses let go: nothing of a warehouse that was not asked, or took work on meanwhile. */
export const reachOfConsent = (whose: Whose, letGo: ReadonlySet<string>): Reach => {
  const unasked = reachUnasked(whose);
  return (work) => (mustBeAsked(work) ? letGo.has(work.id) : unasked(work));
};

export type Ask = Pick<CancellationRequest, 'fulfillmentOrderId' | 'lines'>;

type Work = {
  readonly work: readonly FulfillmentOrder[];
  readonly workLines: readonly FulfillmentOrderLine[];
  readonly lines: readonly { readonly id: string; readonly sku: string }[];
};

/**
 * What is to be asked before shares of work become `changed`: the units each warehouse loses. Work of groups that are
 * sent elsewhere (`readdressed`) is let go of as a whole, and offered again with its new address.
 */
export function asksOf(
  { work, workLines, lines }: Work,
  changed: readonly FulfillmentOrderLine[],
  readdressed: readonly string[] = [],
): Ask[] {
  const after = new Map(changed.map((line) => [line.id, line]));
  const skuOf = new Map(lines.map(({ id, sku }) => [id, sku]));
  return work.filter(mustBeAsked).flatMap((one) => {
    const isWhole = readdressed.includes(one.deliveryGroupId);
    const losses = workLines
      .filter(({ fulfillmentOrderId }) => fulfillmentOrderId === one.id)
      .map((line) => {
        const kept = isWhole ? 0 : heldQuantity(after.get(line.id) ?? line);
        return { lineId: line.id, sku: skuOf.get(line.orderLineId) as string, quantity: heldQuantity(line) - kept };
      })
      .filter(({ quantity }) => quantity > 0);
    return losses.length > 0 ? [{ fulfillmentOrderId: one.id, lines: losses }] : [];
  });
}

/** What a location does answers as well as what it says; undefined when it leaves the question open. */
export function answerOfDeed(
  work: FulfillmentOrder | undefined,
  handedOnUnits: number,
): { status: 'ACCEPTED' | 'REFUSED'; refusalReason: CancellationRefusalReason | null } | undefined {
  if (handedOnUnits > 0) return { status: 'REFUSED', refusalReason: 'SHIPPED' };
  const isLeft = work?.status === 'REJECTED' || work?.status === 'CANCELLED';
  return isLeft ? { status: 'ACCEPTED', refusalReason: null } : undefined;
}

/** Work its warehouse let go of and is to take on anew: back on the shelf, and offered as it is now. */
export const offeredAnew = (work: FulfillmentOrder, now: Date) => moved(work, { status: 'OFFERED' }, now);
export const backOnShelf = (line: FulfillmentOrderLine): FulfillmentOrderLine => ({
  ...line,
  pickedQuantity: line.fulfilledQuantity,
  missingQuantity: line.reroutedQuantity,
});

/** Of work that was let go of: what is open still, and was taken on. */
export const isToOffer = (work: FulfillmentOrder) => isOpen(work) && mustBeAsked(work);
