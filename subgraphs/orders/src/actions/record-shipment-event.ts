import { type Connection, inTransaction } from '@passerelle/database';
import type { Caller } from '@passerelle/server';
import { invalidInput, notFound, ok, type Result, refuse } from '@passerelle/values';
import type { Dependencies } from '../context.ts';
import { advance, changeLines } from '../domain/advance.ts';
import type { OrderRefusal } from '../domain/refusals.ts';
import { followEvents, type Shipment, type ShipmentStatus } from '../domain/shipment.ts';
import { isTransfer } from '../domain/undelivered.ts';
import { moment } from '../services/moments.ts';
import { publishChanged } from '../storage/changed.ts';
import { lockOrder, saveOrder } from '../storage/orders.ts';
import {
  deliveriesOf,
  findEventsOfShipments,
  findLinesOfShipments,
  findShipments,
  insertShipmentEvent,
  saveShipment,
} from '../storage/shipments.ts';

export type CarrierEventInput = {
  readonly shipmentId: string;
  readonly eventId: string;
  readonly status: ShipmentStatus;
  readonly description?: string | null;
  readonly place?: string | null;
  readonly occurredAt: Date;
};
type Recorded = { readonly shipmentId: string };

const clockSkewMs = 60 * 60_000;

/** Takes a carrier's event, once by its id and in whatever order events come. */
export async function recordShipmentEvent(
  deps: Dependencies,
  caller: Caller,
  input: CarrierEventInput,
): Promise<Result<Recorded, OrderRefusal>> {
  const now = deps.now();
  const { length } = input.eventId;
  if (length < 1 || length > 128) return refuse(invalidInput(['eventId'], 'An event id has 1 to 128 characters.'));
  if (input.occurredAt.getTime() > now.getTime() + clockSkewMs) {
    return refuse(invalidInput(['occurredAt'], 'This has not happened yet.'));
  }
  return inTransaction(deps.database, async (tx): Promise<Result<Recorded, OrderRefusal>> => {
    const [known] = await findShipments(tx, [input.shipmentId]);
    if (!known || (caller.locationIds && !caller.locationIds.includes(known.locationId))) {
      return refuse(notFound('shipment', input.shipmentId, ['shipmentId']));
    }
    await record(tx, { caller, input, now, orderId: known.orderId });
    return ok({ shipmentId: known.id });
  });
}

type Given = {
  readonly caller: Caller;
  readonly input: CarrierEventInput;
  readonly now: Date;
  readonly orderId: string;
};

async function record(tx: Connection, { caller, input, now, orderId }: Given): Promise<void> {
  const whole = await lockOrder(tx, orderId);
  // Under the lock: another event of the same shipment may just have moved it.
  const [shipment] = await findShipments(tx, [input.shipmentId]);
  if (!whole || !shipment) throw new Error(`shipment ${input.shipmentId} lost its order`);
  const event = { ...input, description: input.description ?? null, place: input.place ?? null };
  if (!(await insertShipmentEvent(tx, event, now))) return;

  const after = followEvents(await findEventsOfShipments(tx, [shipment.id]));
  await saveShipment(tx, { id: shipment.id, ...after });
  const delivered = Number(after.status === 'DELIVERED') - Number(shipment.status === 'DELIVERED');
  const isForShopper = shipment.resolution === null && !isTransfer(whole.work, shipment);
  const units = delivered === 0 || !isForShopper ? [] : await findLinesOfShipments(tx, [shipment.id]);
  const lines = changeLines(whole.lines, units, (line, quantity) => ({
    ...line,
    deliveredQuantity: line.deliveredQuantity + delivered * quantity,
  }));
  const order = advance(whole, { lines, deliveries: await deliveriesOf(tx, orderId) }, now);
  const message = `${describe(shipment)} is ${input.status}${input.place ? ` at ${input.place}` : ''}.`;
  const told = [
    { type: 'shipment.tracked', message },
    ...(after.status === shipment.status ? [] : consequenceOf({ ...shipment, ...after })),
  ];
  await saveOrder(tx, {
    order,
    lines,
    events: told.map((one) => moment({ ...one, orderId, actor: caller.subject }, now)),
  });
  await publishChanged(tx, order, now);
}

/** What somebody has to look at now. */
function consequenceOf(shipment: Shipment): { readonly type: string; readonly message: string }[] {
  const { status, resolution } = shipment;
  if (status === 'LOST' || status === 'RETURNED_TO_SENDER') {
    const type = status === 'LOST' ? 'shipment.lost' : 'shipment.returned';
    const next = resolution ? `its units were settled before: ${resolution}` : 'send its units again, or pay them back';
    return [{ type, message: `${describe(shipment)} did not arrive; ${next}.` }];
  }
  if (status !== 'DELIVERED' || !resolution) return [];
  const message = `${describe(shipment)} arrived after its units were settled: ${resolution}.`;
  return [{ type: 'shipment.arrived-late', message }];
}

const describe = ({ id, carrier, trackingNumber }: Shipment) => `${id} (${carrier} ${trackingNumber ?? 'untracked'})`;
