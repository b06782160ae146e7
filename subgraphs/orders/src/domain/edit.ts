import { invalidInput, ok, quantityTooLarge, type Result, refuse } from '@passerelle/values';
import { cancelUnits, type Share } from './cancellation.ts';
import { type CaptureInput, cardTokenProblems, readAddress, readLine } from './capture.ts';
import { editabilityOf, type LineEditabilityReason } from './editability.ts';
import { type FulfillmentOrder, type FulfillmentOrderLine, heldQuantity, isOpen, isUntouched } from './fulfillment.ts';
import {
  type DeliveryGroup,
  type DeliveryMethod,
  isClosed,
  isHeld,
  type Order,
  type OrderLine,
  type Payment,
  wantedQuantity,
} from './order.ts';
import { shareOf, totalsOf } from './pricing.ts';
import { notEditable, type OrderRefusal } from './refusals.ts';

type Maybe<T> = T | null | undefined;
type GroupEdit = {
  readonly id?: Maybe<string>;
  readonly key?: Maybe<string>;
  readonly method?: Maybe<DeliveryMethod>;
  readonly shippingAddress?: CaptureInput['deliveryGroups'][number]['shippingAddress'];
  readonly pickupLocationId?: Maybe<string>;
  readonly serviceLevel?: Maybe<string>;
};
export type EditInput = {
  readonly idempotencyKey: string;
  readonly orderId: string;
  readonly expectedVersion: number;
  readonly dryRun: boolean;
  readonly addLines?: Maybe<CaptureInput['lines']>;
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

type Whole = {
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
  readonly changes: readonly OrderChangeFact[];
  readonly totalBefore: number;
  readonly totalAfter: number;
};

export type EditIds = { readonly group: () => string; readonly line: () => string; readonly pickupCode: () => string };

/** What is worked on while an edit is read; each step replaces what it changes. */
type Desk = {
  readonly whole: Whole;
  readonly input: EditInput;
  readonly ids: EditIds;
  readonly note: (refusal: OrderRefusal) => void;
  lines: OrderLine[];
  groups: DeliveryGroup[];
  readonly groupIdOfKey: Map<string, string>;
  readonly workLines: Map<string, FulfillmentOrderLine>;
  readonly demands: Map<string, number>;
  readonly changes: OrderChangeFact[];
};

/**
 * Reads an edit and tells every problem at once, each with its path. Units are only taken back from locations that have
 * not begun with them; a group changes its way only while none of its units is in anybody's hands or gone. Of a held
 * order, whose work is given as it stood before, only that is changed which needs no location: addresses, levels of
 * service, units taken away.
 */
export function planEdit(whole: Whole, input: EditInput, ids: EditIds): Result<EditPlan, OrderRefusal> {
  const { order } = whole;
  if (isClosed(order)) return refuse(notEditable(['ORDER_CLOSED'], null));
  const refusals: OrderRefusal[] = [];
  const desk: Desk = {
    whole,
    input,
    ids,
    note: (refusal) => refusals.push(refusal),
    lines: [...whole.lines],
    groups: [...whole.groups],
    groupIdOfKey: new Map(whole.groups.map(({ id }) => [id, id])),
    workLines: new Map(whole.workLines.map((line) => [line.id, line])),
    demands: new Map(),
    changes: [],
  };
  for (const [index, group] of (input.deliveryGroups ?? []).entries()) editGroup(desk, group, index);
  setQuantities(desk);
  for (const [index, line] of (input.addLines ?? []).entries()) addLine(desk, line, index);
  refusals.push(...cardTokenProblems(input.payment?.cardToken, ['payment', 'cardToken']));
  if (refusals.length === 0) checkWhole(desk);
  if (refusals.length > 0) return refuse(...refusals);

  const total = (lines: readonly OrderLine[], groups: readonly DeliveryGroup[]) =>
    totalsOf(order.currency, lines, groups, []).grandTotal.minor;
  const before = new Map(whole.workLines.map((line) => [line.id, line]));
  return ok({
    lines: desk.lines,
    groups: desk.groups,
    workLines: [...desk.workLines.values()].filter((line) => before.get(line.id) !== line),
    demands: [...desk.demands]
      .map(([lineId, quantity]) => ({ lineId, quantity }))
      .filter(({ quantity }) => quantity > 0),
    changes: desk.changes,
    totalBefore: total(whole.lines, whole.groups),
    totalAfter: total(desk.lines, desk.groups),
  });
}

function checkWhole({ changes, lines, groups, input, note }: Desk) {
  if (changes.length === 0) note(invalidInput([], 'Nothing would change; give at least one change.'));
  if (lines.every((line) => wantedQuantity(line) === 0)) {
    note(invalidInput(['setQuantities'], 'Nothing would be left; cancel the order instead.'));
  }
  groups.forEach(({ id }) => {
    if (lines.some((line) => line.deliveryGroupId === id)) return;
    const index = (input.deliveryGroups ?? []).findIndex(({ id: own }) => !own);
    note(invalidInput(['deliveryGroups', index, 'key'], 'No line belongs to the new group; leave it out.'));
  });
}

const sharesOf = ({ whole: { work }, workLines }: Desk): Share[] => {
  const workOf = new Map(work.map((one) => [one.id, one]));
  return [...workLines.values()].map((line) => ({
    line,
    work: workOf.get(line.fulfillmentOrderId) as FulfillmentOrder,
  }));
};

function setQuantities(desk: Desk) {
  const seen = new Set<string>();
  for (const [index, { lineId, quantity }] of (desk.input.setQuantities ?? []).entries()) {
    const path = ['setQuantities', index];
    const line = desk.whole.lines.some(({ id }) => id === lineId) && desk.lines.find(({ id }) => id === lineId);
    if (!line) desk.note(invalidInput([...path, 'lineId'], `The order has no line ${lineId}.`));
    else if (seen.has(lineId)) desk.note(invalidInput([...path, 'lineId'], 'Name each line once.'));
    else if (quantity < 0 || quantity > 9999) desk.note(invalidInput([...path, 'quantity'], 'Give 0 to 9 999 units.'));
    else setQuantity(desk, line, quantity, path);
    seen.add(lineId);
  }
}

function setQuantity(desk: Desk, line: OrderLine, quantity: number, path: (string | number)[]) {
  const before = wantedQuantity(line);
  if (quantity === before) return;
  if (quantity > before && !mayRoute(desk, [...path, 'quantity'])) return;
  if (quantity > before) increase(desk, line, quantity - before);
  else if (!decrease(desk, line, before - quantity, path)) return;
  const kind = quantity === 0 ? 'LINE_REMOVED' : 'QUANTITY_CHANGED';
  desk.changes.push({ kind, lineId: line.id, sku: line.sku, quantityBefore: before, quantityAfter: quantity });
}

/** More units at the line's price; its discount stays as it is, its tax grows with it. */
function increase(desk: Desk, line: OrderLine, units: number) {
  const orderedQuantity = line.orderedQuantity + units;
  const taxMinor = shareOf(line.taxMinor, orderedQuantity, line.orderedQuantity);
  replaceLine(desk, { ...line, orderedQuantity, taxMinor });
  demand(desk, line.id, units);
}

function decrease(desk: Desk, line: OrderLine, units: number, path: (string | number)[]): boolean {
  const own = sharesOf(desk).filter((share) => share.line.orderLineId === line.id);
  const { isEditable, reducibleQuantity, reasons } = editabilityOf(desk.whole.order, line, own);
  if (!isEditable) {
    desk.note(notEditable(reasons, path.map(String)));
    return false;
  }
  // Units that were to change their way are not with any location; they are simply not looked for any more.
  const moving = Math.min(units, desk.demands.get(line.id) ?? 0);
  if (units > Math.max(reducibleQuantity, moving)) {
    const message = `${reducibleQuantity} units can still be taken away.`;
    desk.note(quantityTooLarge([...path, 'quantity'], message, reducibleQuantity));
    return false;
  }
  demand(desk, line.id, -moving);
  const rest = units - moving;
  const taken = { ...line, cancelledQuantity: line.cancelledQuantity + moving };
  if (rest === 0) {
    replaceLine(desk, taken);
    return true;
  }
  const asked = [{ lineId: line.id, quantity: rest }];
  const cancelled = cancelUnits(desk.whole.order, [taken], own, { asked, reach: 'UNTOUCHED' });
  if (!cancelled.ok) {
    for (const refusal of cancelled.refusals) desk.note(refusal);
    return false;
  }
  for (const { line: share } of cancelled.value.shares) desk.workLines.set(share.id, share);
  for (const changed of cancelled.value.lines) replaceLine(desk, changed);
  return true;
}

const demand = ({ demands }: Desk, lineId: string, units: number) =>
  demands.set(lineId, (demands.get(lineId) ?? 0) + units);
const replaceLine = (desk: Desk, line: OrderLine) => {
  desk.lines = desk.lines.map((one) => (one.id === line.id ? line : one));
};

function editGroup(desk: Desk, edit: GroupEdit, index: number) {
  const path = ['deliveryGroups', index];
  const before = edit.id ? desk.whole.groups.find(({ id }) => id === edit.id) : undefined;
  if (edit.id && !before) return desk.note(invalidInput([...path, 'id'], `The order has no group ${edit.id}.`));
  if (!before && !edit.key) return desk.note(invalidInput([...path, 'key'], 'Name the new group for its lines.'));
  if (!before && !edit.method)
    return desk.note(invalidInput([...path, 'method'], 'Say how the lines reach the shopper.'));
  if (edit.key && desk.groupIdOfKey.has(edit.key)) {
    return desk.note(invalidInput([...path, 'key'], `Two groups are called ${edit.key}.`));
  }
  const group = readGroup(desk, edit, before, path);
  if (!group) return;
  if (edit.key) desk.groupIdOfKey.set(edit.key, group.id);
  if (!before) {
    desk.groups.push(group);
    return;
  }
  const isMoved = group.method !== before.method || group.pickupLocationId !== before.pickupLocationId;
  const isReaddressed = JSON.stringify(group.shippingAddress) !== JSON.stringify(before.shippingAddress);
  if (!isMoved && !isReaddressed && group.serviceLevel === before.serviceLevel) return;
  if (isMoved && !mayRoute(desk, path)) return;
  if (!isFree(desk, before, path, isMoved)) return;
  if (isMoved) release(desk, before);
  desk.groups = desk.groups.map((one) => (one.id === group.id ? group : one));
  const kind = isReaddressed && !isMoved ? 'ADDRESS_CHANGED' : 'DELIVERY_CHANGED';
  desk.changes.push({ kind, lineId: null, sku: null, quantityBefore: null, quantityAfter: null });
}

function readGroup(desk: Desk, edit: GroupEdit, before: DeliveryGroup | undefined, path: (string | number)[]) {
  const method = edit.method ?? (before as DeliveryGroup).method;
  const isDelivery = method === 'DELIVERY';
  const isKept = before?.method === method;
  const address = edit.shippingAddress
    ? readAddress(edit.shippingAddress, [...path, 'shippingAddress'], desk.note)
    : isKept && isDelivery
      ? (before?.shippingAddress ?? null)
      : null;
  const pickupLocationId = edit.pickupLocationId ?? (isKept && !isDelivery ? (before?.pickupLocationId ?? null) : null);
  if (isDelivery !== Boolean(address)) {
    const message = isDelivery ? 'DELIVERY needs an address.' : 'Goods that are collected have no delivery address.';
    desk.note(invalidInput([...path, 'shippingAddress'], message));
    return undefined;
  }
  if (isDelivery === Boolean(pickupLocationId)) {
    const message = isDelivery ? 'DELIVERY has no store of collection.' : 'Name the store of collection.';
    desk.note(invalidInput([...path, 'pickupLocationId'], message));
    return undefined;
  }
  const isCollected = method === 'CLICK_AND_COLLECT';
  const group: DeliveryGroup = {
    id: before?.id ?? desk.ids.group(),
    orderId: desk.whole.order.id,
    position: before?.position ?? desk.groups.length,
    method,
    shippingAddress: address,
    pickupLocationId,
    pickupCode: isCollected ? (before?.pickupCode ?? desk.ids.pickupCode()) : null,
    serviceLevel: edit.serviceLevel ?? before?.serviceLevel ?? null,
    promisedFrom: null,
    promisedTo: before?.promisedTo ?? null,
    priceMinor: before?.priceMinor ?? 0,
  };
  return group;
}

/** Nothing is given to a location while an order is held. */
function mayRoute({ whole: { order }, note }: Desk, path: (string | number)[]): boolean {
  if (!isHeld(order)) return true;
  note(invalidInput(path, `Order ${order.number} is held; ask for what needs a location once its holds have ended.`));
  return false;
}

/** While an order is held nobody writes a label: picked units may still get another address. */
const beforePacked: readonly FulfillmentOrder['status'][] = ['PICKING', 'PICKED'];

/** Nothing of the group is in anybody's hands or gone. */
function isFree(desk: Desk, group: DeliveryGroup, path: (string | number)[], isMoved: boolean): boolean {
  const reasons = new Set<LineEditabilityReason>();
  const mayStay = (work: FulfillmentOrder) =>
    isUntouched(work) || (!isMoved && isHeld(desk.whole.order) && beforePacked.includes(work.status));
  for (const line of desk.whole.lines.filter(({ deliveryGroupId }) => deliveryGroupId === group.id)) {
    for (const { work, line: part } of sharesOf(desk)) {
      if (part.orderLineId !== line.id) continue;
      if (part.fulfilledQuantity > 0) reasons.add(work.type === 'CLICK_AND_COLLECT' ? 'COLLECTED' : 'SHIPPED');
      if (isOpen(work) && !mayStay(work) && heldQuantity(part) > 0) reasons.add('PICKING_STARTED');
    }
  }
  if (reasons.size > 0) desk.note(notEditable([...reasons], path.map(String)));
  return reasons.size === 0;
}

/** Takes a group's units off their locations; they are looked for anew. */
function release(desk: Desk, group: DeliveryGroup) {
  for (const { line, work } of sharesOf(desk)) {
    const held = heldQuantity(line);
    if (work.deliveryGroupId !== group.id || !isOpen(work) || held === 0) continue;
    desk.workLines.set(line.id, { ...line, cancelledQuantity: line.cancelledQuantity + held });
    demand(desk, line.orderLineId, held);
  }
  for (const line of desk.lines.filter(({ deliveryGroupId }) => deliveryGroupId === group.id)) {
    if (line.backorderedQuantity === 0) continue;
    demand(desk, line.id, line.backorderedQuantity);
    replaceLine(desk, { ...line, backorderedQuantity: 0 });
  }
}

function addLine(desk: Desk, asked: CaptureInput['lines'][number], index: number) {
  const { whole, ids } = desk;
  if (!mayRoute(desk, ['addLines', index])) return;
  const { groupKey, quantity, ...line } = readLine(asked, index, whole.order.currency, desk.note, 'addLines');
  const groupId = desk.groupIdOfKey.get(groupKey);
  if (!groupId) {
    return desk.note(invalidInput(['addLines', index, 'deliveryGroupKey'], `There is no delivery group ${groupKey}.`));
  }
  const added: OrderLine = {
    ...line,
    id: ids.line(),
    orderId: whole.order.id,
    deliveryGroupId: groupId,
    position: desk.lines.length,
    orderedQuantity: quantity,
    cancelledQuantity: 0,
    fulfilledQuantity: 0,
    deliveredQuantity: 0,
    backorderedQuantity: 0,
  };
  desk.lines.push(added);
  demand(desk, added.id, quantity);
  const facts = { lineId: added.id, sku: added.sku, quantityBefore: null, quantityAfter: quantity };
  desk.changes.push({ kind: 'LINE_ADDED', ...facts });
}
