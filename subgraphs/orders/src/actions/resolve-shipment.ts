import { type Connection, inTransaction, oncePerKey } from '@passerelle/database';
import type { Caller } from '@passerelle/server';
import { notFound, ok, type Result, refuse } from '@passerelle/values';
import type { Dependencies } from '../context.ts';
import { advance } from '../domain/advance.ts';
import type { OrderRefusal } from '../domain/refusals.ts';
import type { ShipmentResolution } from '../domain/shipment.ts';
import { workWithout } from '../domain/taken-back.ts';
import { checkResolvable, undoParcel } from '../domain/undelivered.ts';
import { moment } from '../services/moments.ts';
import { publishChanged } from '../storage/changed.ts';
import { saveOrder } from '../storage/orders.ts';
import { payLater } from '../storage/payments.ts';
import { rerouteLater } from '../storage/settle.ts';
import { deliveriesOf, findLinesOfShipments, lockShipment, saveResolution } from '../storage/shipments.ts';

export type ResolveInput = {
  readonly idempotencyKey: string;
  readonly shipmentId: string;
  readonly resolution: ShipmentResolution;
  readonly note?: string | null;
};
type Resolved = Result<{ readonly shipmentId: string }, OrderRefusal>;

/** Sends the units of a lost or returned parcel again, or cancels them and has them paid back; once a parcel. */
export function resolveShipment(deps: Dependencies, caller: Caller, input: ResolveInput): Promise<Resolved> {
  const call = { client: caller.subject, operation: 'resolveShipment', key: input.idempotencyKey, input };
  return inTransaction(deps.database, (tx) => oncePerKey(tx, call, () => resolveIn(tx, deps, caller, input)));
}

async function resolveIn(
  tx: Connection,
  { owner, now }: Dependencies,
  caller: Caller,
  { shipmentId, resolution, note }: ResolveInput,
): Promise<Resolved> {
  const locked = await lockShipment(tx, shipmentId, caller.locationIds);
  if (!locked) return refuse(notFound('shipment', shipmentId, ['shipmentId']));
  const { whole, shipment } = locked;
  const allowed = checkResolvable(shipment);
  if (!allowed.ok) return allowed;

  const at = now();
  const orderId = whole.order.id;
  const undone = undoParcel(whole, shipment, await findLinesOfShipments(tx, [shipmentId]), resolution);
  const work = workWithout(whole, undone.workLines, at);
  await saveResolution(tx, { id: shipmentId, resolution });
  const deliveries = await deliveriesOf(tx, orderId);
  const order = advance(whole, { lines: undone.lines, work, deliveries }, at);
  const does = resolution === 'REPLACE' ? 'are sent again' : 'are cancelled and paid back';
  const message = `The units of ${shipmentId} ${does}${note ? `: ${note}` : ''}.`;
  const event = moment({ orderId, type: 'shipment.resolved', actor: caller.subject, message }, at);
  await saveOrder(tx, { order, ...undone, work, events: [event] });
  if (resolution === 'REPLACE') await rerouteLater(tx, owner, orderId);
  await payLater(tx, owner, orderId);
  await publishChanged(tx, order, at);
  return ok({ shipmentId });
}
