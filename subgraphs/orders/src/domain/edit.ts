import { invalidInput, ok, quantityTooLarge, type Result, refuse } from '@passerelle/values';
import { cancelUnits } from './cancellation.ts';
import {
  type Desk,
  demand,
  type EditInput,
  type EditPlan,
  mayRoute,
  type Planning,
  replaceLine,
  sharesOf,
  type Whole,
} from './edit-desk.ts';
import { editGroup } from './edit-groups.ts';
import { editabilityOf } from './editability.ts';
import { type DeliveryGroup, isClosed, type OrderLine, wantedQuantity } from './order.ts';
import { cardTokenProblems, type LineInput, readLine } from './order-input.ts';
import { shareOf, totalsOf } from './pricing.ts';
import { notEditable, type OrderRefusal } from './refusals.ts';

export type { EditInput, EditPlan, OrderChangeFact, OrderEdit } from './edit-desk.ts';

/**
 * Reads an edit and tells every problem at once, each with its path. Units are only taken back from
 * work within `reach`; a group changes its way only while none of its units is in anybody's hands or gone. Of a held
 * order, whose work is given as it stood before, only that is changed which needs no location: addresses, levels of
 * service, units taken away.
 */
export function planEdit(whole: Whole, input: EditInput, { ids, reach }: Planning): Result<EditPlan, OrderRefusal> {
  const { order } = whole;
  if (isClosed(order)) return refuse(notEditable(['ORDER_CLOSED'], null));
  const refusals: OrderRefusal[] = [];
  const desk: Desk = {
    whole,
    input,
    ids,
    reach,
    note: (refusal) => refusals.push(refusal),
    lines: [...whole.lines],
    groups: [...whole.groups],
    groupIdOfKey: new Map(whole.groups.map(({ id }) => [id, id])),
    workLines: new Map(whole.workLines.map((line) => [line.id, line])),
    demands: new Map(),
    readdressed: [],
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
    readdressed: desk.readdressed,
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
  const { isEditable, reducibleQuantity, reasons } = editabilityOf(desk.whole.order, line, own, { reach: desk.reach });
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
  const cancelled = cancelUnits(desk.whole.order, [taken], own, { asked, reach: desk.reach });
  if (!cancelled.ok) {
    for (const refusal of cancelled.refusals) desk.note(refusal);
    return false;
  }
  for (const { line: share } of cancelled.value.shares) desk.workLines.set(share.id, share);
  for (const changed of cancelled.value.lines) replaceLine(desk, changed);
  return true;
}

function addLine(desk: Desk, asked: LineInput, index: number) {
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
