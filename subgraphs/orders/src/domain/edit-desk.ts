import { invalidInput } from '@passerelle/values';
import type { Share } from './cancellation.ts';
import type { CaptureInput } from './capture.ts';
import type { FulfillmentOrder, FulfillmentOrderLine } from './fulfillment.ts';
import type { Reach } from './letting-go.ts';
import { type DeliveryGroup, type DeliveryMethod, isHeld, type Order, type OrderLine, type Payment } from './order.ts';
import type { AddressInput, LineInput, Maybe } from './order-input.ts';
import type { OrderRefusal } from './refusals.ts';

export type GroupEdit = {
  readonly id?: Maybe<string>;
  readonly key?: Maybe<string>;
  readonly method?: Maybe<DeliveryMethod>;
  readonly shippingAddress?: Maybe<AddressInput>;
  readonly pickupLocationId?: Maybe<string>;
  readonly serviceLevel?: Maybe<string>;
};
export type EditInput = {
  readonly idempotencyKey: string;
  readonly orderId: string;
  readonly expectedVersion: number;
  readonly dryRun: boolean;
  readonly addLines?: Maybe<readonly LineInput[]>;
  readonly setQuantities?: Maybe<readonly { readonly lineId: string; readonly quantity: number }[]>;
  readonly deliveryGroups?: Maybe<readonly GroupEdit[]>;
  readonly reason?: Maybe<string>;
  readonly payment?: Maybe<CaptureInput['payment']>;
};

export type OrderChangeKind =
  | 'LINE_ADDED'
  | 'LINE_REMOVED'
  | 'QUANTITY_CHANGED'
  | 'ADDRESS_CHANGED'
  | 'DELIVERY_CHANGED';
export type OrderChangeFact = {
  readonly kind: OrderChangeKind;
  readonly lineId: string | null;
  readonly sku: string | null;
  readonly quantityBefore: number | null;
  readonly quantityAfter: number | null;
};
export type OrderEdit = {
  readonly id: string;
  readonly orderId: string;
  readonly version: number;
  readonly reason: string | null;
  readonly actor: string;
  readonly changes: OrderChangeFact[];
  readonly totalDeltaMinor: number;
  readonly editedAt: Date;
};

export type Whole = {
  readonly order: Order;
  readonly lines: readonly OrderLine[];
  readonly groups: readonly DeliveryGroup[];
  readonly payments: readonly Payment[];
  readonly work: readonly FulfillmentOrder[];
  readonly workLines: readonly FulfillmentOrderLine[];
};

export type EditPlan = {
  /** Every line and group as they are afterwards, new ones last. */
  readonly lines: readonly OrderLine[];
  readonly groups: readonly DeliveryGroup[];
  /** Shares of work that lose units. */
  readonly workLines: readonly FulfillmentOrderLine[];
  /** Units to find a location for, by line. */
  readonly demands: readonly { readonly lineId: string; readonly quantity: number }[];
  /** Groups whose address or level of service changed, and whose work stays where it is. */
  readonly readdressed: readonly string[];
  readonly changes: readonly OrderChangeFact[];
  readonly totalBefore: number;
  readonly totalAfter: number;
};

export type EditIds = { readonly group: () => string; readonly line: () => string; readonly pickupCode: () => string };

/** With what an edit is read: how to name what is new, and which work may lose units. */
export type Planning = { readonly ids: EditIds; readonly reach: Reach };

/** What is worked on while an edit is read; each step replaces what it changes. */
export type Desk = {
  readonly whole: Whole;
  readonly input: EditInput;
  readonly ids: EditIds;
  readonly reach: Reach;
  readonly note: (refusal: OrderRefusal) => void;
  lines: OrderLine[];
  groups: DeliveryGroup[];
  readonly groupIdOfKey: Map<string, string>;
  readonly workLines: Map<string, FulfillmentOrderLine>;
  readonly demands: Map<string, number>;
  readonly readdressed: string[];
  readonly changes: OrderChangeFact[];
};

export const sharesOf = ({ whole: { work }, workLines }: Desk): Share[] => {
  const workOf = new Map(work.map((one) => [one.id, one]));
  return [...workLines.values()].map((line) => ({
    line,
    work: workOf.get(line.fulfillmentOrderId) as FulfillmentOrder,
  }));
};

export const demand = ({ demands }: Desk, lineId: string, units: number) =>
  demands.set(lineId, (demands.get(lineId) ?? 0) + units);
export const replaceLine = (desk: Desk, line: OrderLine) => {
  desk.lines = desk.lines.map((one) => (one.id === line.id ? line : one));
};

/** Nothing is given to a location while an order is held. */
export function mayRoute({ whole: { order }, note }: Desk, path: (string | number)[]): boolean {
  if (!isHeld(order)) return true;
  note(invalidInput(path, `Order ${order.number} is held; ask for what needs a location once its holds have ended.`));
  return false;
}
