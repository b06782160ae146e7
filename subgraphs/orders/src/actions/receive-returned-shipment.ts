import { type Connection, inTransaction, oncePerKey } from '@passerelle/database';
import type { Caller } from '@passerelle/server';
import { invalidInput, notFound, ok, quantityTooLarge, type Refusal, type Result, refuse } from '@passerelle/values';
import type { Dependencies } from '../context.ts';
import { advance } from '../domain/advance.ts';
import type { OrderRefusal } from '../domain/refusals.ts';
import type { Shipment, ShipmentLine } from '../domain/shipment.ts';
import { checkReceivable } from '../domain/undelivered.ts';
import type { Restock } from '../services/inventory.ts';
import { moment } from '../services/moments.ts';
import { publishChanged } from '../storage/changed.ts';
import { saveOrder, type WholeOrder } from '../storage/orders.ts';
import { rerouteLater, settleLater } from '../storage/settle.ts';
import { findLinesOfShipments, lockShipment, saveReceivedBack } from '../storage/shipments.ts';

type Damaged = { readonly orderLineId: string; readonly quantity: number };
export type ReceiveBackInput = {
  readonly idempotencyKey: string;
  readonly shipmentId: string;
  readonly damagedLines?: readonly Damaged[] | null;
};
type Received = Result<{ readonly shipmentId: string }, OrderRefusal>;

/** Has inventory book the units of a parcel that came back in where they left; once a parcel. */
export function receiveReturnedShipment(
  deps: Dependencies,
  caller: Caller,
  input: ReceiveBackInput,
): Promise<Received> {
  const call = { client: caller.subject, operation: 'receiveReturnedShipment', key: input.idempotencyKey, input };
  return inTransaction(deps.database, (tx) => oncePerKey(tx, call, () => receiveIn(tx, deps, caller, input)));
}

async function receiveIn(
  tx: Connection,
  { owner, now }: Dependencies,
  caller: Caller,
  { shipmentId, damagedLines }: ReceiveBackInput,
): Promise<Received> {
  const locked = await lockShipment(tx, shipmentId, caller.locationIds);
  if (!locked) return refuse(notFound('shipment', shipmentId, ['shipmentId']));
  const { whole, shipment } = locked;
  const allowed = checkReceivable(shipment);
  if (!allowed.ok) return allowed;
  const parcel = await findLinesOfShipments(tx, [shipmentId]);
  const damaged = damagedLines ?? [];
  const problems = checkDamaged(parcel, damaged);
  if (problems.length > 0) return refuse(...problems);

  const at = now();
  const orderId = whole.order.id;
  await saveReceivedBack(tx, { id: shipmentId, receivedBackAt: at });
  await settleLater(tx, owner, [{ kind: 'RESTOCK', input: restockOf(whole, shipment, parcel, damaged) }]);
  // They may be the very units that are to be sent again.
  if (whole.lines.some(({ backorderedQuantity }) => backorderedQuantity > 0)) await rerouteLater(tx, owner, orderId);
  const order = advance(whole, {}, at);
  const spoilt = damaged.reduce((sum, { quantity }) => sum + quantity, 0);
  const message = `${shipmentId} is back at ${shipment.locationId}${spoilt > 0 ? `, ${spoilt} unit(s) damaged` : ''}.`;
  const event = moment({ orderId, type: 'shipment.received-back', actor: caller.subject, message }, at);
  await saveOrder(tx, { order, events: [event] });
  await publishChanged(tx, order, at);
  return ok({ shipmentId });
}

const unitsOf = (parcel: readonly (ShipmentLine | Damaged)[], lineId: string) =>
  parcel.reduce((sum, { orderLineId, quantity }) => sum + (orderLineId === lineId ? quantity : 0), 0);

function checkDamaged(parcel: readonly ShipmentLine[], damaged: readonly Damaged[]): Refusal[] {
  return damaged.flatMap(({ orderLineId, quantity }, index): Refusal[] => {
    const path = ['damagedLines', index];
    const units = unitsOf(parcel, orderLineId);
    if (units === 0) return [invalidInput([...path, 'orderLineId'], `The parcel has no units of ${orderLineId}.`)];
    if (quantity < 1) return [invalidInput([...path, 'quantity'], 'Give 1 or more units.')];
    if (damaged.findIndex((one) => one.orderLineId === orderLineId) < index) {
      return [invalidInput([...path, 'orderLineId'], 'Name each line once.')];
    }
    return quantity > units ? [quantityTooLarge([...path, 'quantity'], `The parcel has ${units} units.`, units)] : [];
  });
}

function restockOf(
  { order, lines }: WholeOrder,
  { id, locationId }: Shipment,
  parcel: readonly ShipmentLine[],
  damaged: readonly Damaged[],
): Restock {
  const perSku = new Map<string, { restockedQuantity: number; blockedQuantity: number }>();
  for (const lineId of new Set(parcel.map(({ orderLineId }) => orderLineId))) {
    const { sku } = lines.find((line) => line.id === lineId) as WholeOrder['lines'][number];
    const before = perSku.get(sku) ?? { restockedQuantity: 0, blockedQuantity: 0 };
    const blocked = unitsOf(damaged, lineId);
    perSku.set(sku, {
      restockedQuantity: before.restockedQuantity + unitsOf(parcel, lineId) - blocked,
      blockedQuantity: before.blockedQuantity + blocked,
    });
  }
  const counts = [...perSku].map(([sku, units]) => ({ sku, ...units }));
  return { returnId: id, inspectionId: `back:${id}`, locationId, orderId: order.id, lines: counts };
}
