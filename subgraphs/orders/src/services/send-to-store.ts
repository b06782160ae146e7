import type { Connection } from '@passerelle/database';
import { newId } from '@passerelle/values';
import type { Dependencies } from '../context.ts';
import type { FulfillmentOrder, FulfillmentOrderLine, Units } from '../domain/fulfillment.ts';
import type { Shipment } from '../domain/shipment.ts';
import { sendOn } from '../domain/transfer.ts';
import type { LockedWork } from '../storage/locked-work.ts';
import { workRows } from '../storage/place.ts';
import { insertWork } from '../storage/routings.ts';

const dayMs = 24 * 3_600_000;
/** A store expects goods within two days of their leaving. */
const transferDays = 2;

type Sending = {
  readonly parts: readonly FulfillmentOrderLine[];
  readonly units: readonly Units[];
  readonly shipment: Shipment;
  readonly now: Date;
};

/** Goods leave for the store of collection, whose own work begins with them: it answers for the units from now on. */
export async function sendToStore(
  tx: Connection,
  { owner }: Dependencies,
  { whole, work }: LockedWork,
  { parts, units, shipment, now }: Sending,
) {
  const group = whole.groups.find(({ id }) => id === work.deliveryGroupId);
  const skuOf = new Map(whole.lines.map(({ id, sku }) => [id, sku]));
  const rows = workRows(whole.order, [planOf()], whole.work.length, now);
  const onTheWay = rows.work.map((one) => ({
    ...one,
    status: 'IN_TRANSFER' as const satisfies FulfillmentOrder['status'],
    transferShipmentId: shipment.id,
  }));
  await insertWork(tx, owner, { work: onTheWay, lines: rows.lines });
  const sent = sendOn(work, parts, units, now);
  return { ...sent, newWork: onTheWay, lines: [] };

  function planOf() {
    return {
      id: newId('fulfillmentOrder', now),
      deliveryGroupId: work.deliveryGroupId,
      locationId: group?.pickupLocationId as string,
      type: 'CLICK_AND_COLLECT',
      acceptBy: null,
      dueAt: new Date(now.getTime() + transferDays * dayMs).toISOString(),
      lines: units.map(({ line, quantity }) => ({
        id: newId('fulfillmentOrderLine', now),
        orderLineId: line.orderLineId,
        sku: skuOf.get(line.orderLineId) as string,
        quantity,
      })),
    } as const;
  }
}
