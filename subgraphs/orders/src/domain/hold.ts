import { moved } from './advance.ts';
import { type FulfillmentOrder, type FulfillmentOrderStatus, isOpen } from './fulfillment.ts';

export type OrderHoldReason = 'PAYMENT' | 'FRAUD_REVIEW' | 'ADDRESS' | 'STOCK' | 'CUSTOMER_REQUEST' | 'OPERATIONS';

/** A stop placed on an order; open until `releasedAt`. */
export type OrderHold = {
  readonly id: string;
  readonly orderId: string;
  readonly reason: OrderHoldReason;
  readonly note: string | null;
  /** Ends by itself at this moment; by hand only when null. */
  readonly releaseAt: Date | null;
  readonly placedBy: string;
  readonly placedAt: Date;
  readonly releasedBy: string | null;
  readonly releasedAt: Date | null;
};

/** Work of a stopped order: everything that is not at an end waits, wherever it stood. */
export const stopWork = (work: readonly FulfillmentOrder[], now: Date): FulfillmentOrder[] =>
  work.filter((one) => isOpen(one) && one.status !== 'ON_HOLD').map((one) => moved(one, { status: 'ON_HOLD' }, now));

/** Work as it stood when its order was stopped: what it tells about units in somebody's hands. */
export const beforeHold = (
  work: readonly FulfillmentOrder[],
  heldIn: ReadonlyMap<string, FulfillmentOrderStatus>,
): FulfillmentOrder[] =>
  work.map((one) => (one.status === 'ON_HOLD' ? { ...one, status: heldIn.get(one.id) ?? 'OFFERED' } : one));

const answerWithinMs = 2 * 3_600_000;

/** Work of an order that goes on, where it stood; a location that had not answered yet has two hours again. */
export const resumeWork = (
  work: readonly FulfillmentOrder[],
  heldIn: ReadonlyMap<string, FulfillmentOrderStatus>,
  now: Date,
): FulfillmentOrder[] =>
  work
    .filter(({ status }) => status === 'ON_HOLD')
    .map((one) => {
      const status = heldIn.get(one.id) ?? 'OFFERED';
      const isAsked = status === 'OFFERED' && one.acceptBy !== null;
      const acceptBy = isAsked ? new Date(now.getTime() + answerWithinMs) : one.acceptBy;
      return moved(one, { status, acceptBy }, now);
    });
