import type { Caller } from '@passerelle/server';
import { invalidInput, newId, ok, refuse } from '@passerelle/values';
import type { Dependencies } from '../context.ts';
import { type FulfillmentOrder, type LineCount, picksByItself, unitsToHandOn } from '../domain/fulfillment.ts';
import { handOn } from '../domain/hand-on.ts';
import { parcelsWithin } from '../domain/packing.ts';
import { pickAll } from '../domain/picking.ts';
import type { Shipment } from '../domain/shipment.ts';
import { changeWorkOnce } from '../services/change-work.ts';
import { chooseCarrier } from '../services/choose-carrier.ts';
import { issueOf } from '../services/issue.ts';
import { sendToStore } from '../services/send-to-store.ts';
import { keepLog } from '../services/user-exits.ts';
import { findOpenPackages, handPackagesOn } from '../storage/packages.ts';
import { insertShipment } from '../storage/shipments.ts';

export type ShipInput = {
  readonly idempotencyKey: string;
  readonly id: string;
  readonly expectedVersion: number;
  readonly carrier: string;
  readonly carrierService?: string | null;
  readonly trackingNumber?: string | null;
  readonly trackingUrl?: string | null;
  readonly lines?: readonly LineCount[] | null;
  readonly shippedAt?: Date | null;
};

/**
 * Hands units to a carrier. The goods are gone whatever inventory says, so the shipment is stored first, with a job in
 * the same transaction that has inventory issue the units under the shipment's id: a process killed after that leaves
 * the job, one killed during it has the job done again, and inventory issues once.
 */
export async function shipFulfillmentOrder(deps: Dependencies, caller: Caller, input: ShipInput) {
  const { carrier, exitLog } = await chooseCarrier(deps, caller, input);
  return changeWorkOnce(deps, caller, { input, operation: 'shipFulfillmentOrder' }, 'SHIP', async (locked, now, tx) => {
    const { work, whole } = locked;
    const parts = picksByItself(work) ? pickAll(locked.lines) : locked.lines;
    const units = unitsToHandOn(parts, input.lines);
    if (!units.ok) return units;
    if (units.value.length === 0) return refuse(invalidInput(['lines'], 'Nothing is picked; record the pick first.'));
    if (input.carrier.trim() === '') return refuse(invalidInput(['carrier'], 'Name the carrier.'));

    const shipment = newShipment(work, { ...input, ...carrier }, now);
    if (exitLog) await keepLog(tx, deps, exitLog);
    await insertShipment(
      tx,
      shipment,
      units.value.map(({ line, quantity }) => ({
        shipmentId: shipment.id,
        fulfillmentOrderLineId: line.id,
        orderLineId: line.orderLineId,
        quantity,
      })),
    );
    const packed = await findOpenPackages(tx, work.id);
    const leaving = parcelsWithin(packed.parcels, packed.lines, units.value);
    const trackingNumber = leaving.length === 1 ? shipment.trackingNumber : null;
    if (leaving.length > 0)
      await handPackagesOn(
        tx,
        leaving.map(({ id }) => id),
        { id: shipment.id, trackingNumber },
      );
    const handed =
      work.type === 'SHIP_TO_STORE'
        ? await sendToStore(tx, deps, locked, { parts, units: units.value, shipment, now })
        : handOn(work, parts, whole.lines, { units: units.value, isDelivery: false, now });
    return ok({
      ...handed,
      work: [handed.work],
      settle: [issueOf(locked, { reference: shipment.id, units: units.value, occurredAt: shipment.shippedAt })],
      event: { type: 'shipment.shipped', message: `${work.number}: ${shipment.id} was handed to ${shipment.carrier}.` },
      shipmentId: shipment.id,
    });
  });
}

const newShipment = (work: FulfillmentOrder, input: ShipInput, now: Date): Shipment => ({
  id: newId('shipment', now),
  orderId: work.orderId,
  fulfillmentOrderId: work.id,
  locationId: work.locationId,
  status: 'IN_TRANSIT',
  carrier: input.carrier,
  carrierService: input.carrierService ?? null,
  trackingNumber: input.trackingNumber ?? null,
  trackingUrl: input.trackingUrl ?? null,
  shippedAt: input.shippedAt ?? now,
  estimatedDeliveryAt: null,
  deliveredAt: null,
  resolution: null,
  receivedBackAt: null,
  createdAt: now,
});
