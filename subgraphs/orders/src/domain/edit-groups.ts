import { invalidInput } from '@passerelle/values';
import { withoutUnits } from './cancellation.ts';
import { type Desk, demand, type GroupEdit, mayRoute, replaceLine, sharesOf } from './edit-desk.ts';
import type { LineEditabilityReason } from './editability.ts';
import { type FulfillmentOrder, heldQuantity, isOpen } from './fulfillment.ts';
import { type DeliveryGroup, isHeld } from './order.ts';
import { readAddress } from './order-input.ts';
import { notEditable } from './refusals.ts';

/** Changes how a group of lines reaches the shopper, or adds one. */
export function editGroup(desk: Desk, edit: GroupEdit, index: number) {
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
  else desk.readdressed.push(before.id);
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

/** While an order is held nobody writes a label: picked units may still get another address. */
const beforePacked: readonly FulfillmentOrder['status'][] = ['PICKING', 'PICKED'];

/** Nothing of the group is in anybody's hands or gone. */
function isFree(desk: Desk, group: DeliveryGroup, path: (string | number)[], isMoved: boolean): boolean {
  const reasons = new Set<LineEditabilityReason>();
  const mayStay = (work: FulfillmentOrder) =>
    desk.reach(work) || (!isMoved && isHeld(desk.whole.order) && beforePacked.includes(work.status));
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
    desk.workLines.set(line.id, withoutUnits(line, held));
    demand(desk, line.orderLineId, held);
  }
  for (const line of desk.lines.filter(({ deliveryGroupId }) => deliveryGroupId === group.id)) {
    if (line.backorderedQuantity === 0) continue;
    demand(desk, line.id, line.backorderedQuantity);
    replaceLine(desk, { ...line, backorderedQuantity: 0 });
  }
}
