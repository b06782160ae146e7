import type { Caller } from '@passerelle/server';
import type { Dependencies } from '../context.ts';
import { placeOf } from '../domain/exit-facts.ts';
import { findGroupsOfOrders, findLines, findLinesOfWork, findWork } from '../storage/orders.ts';
import { consult, type ExitLog, openLog } from './user-exits.ts';

export type CarrierWish = {
  readonly id: string;
  readonly expectedVersion: number;
  readonly carrier: string;
  readonly carrierService?: string | null;
  readonly trackingNumber?: string | null;
};
export type Carrier = { readonly carrier: string; readonly carrierService: string | null };

/**
 * Asks the exit `carrier.select` when goods are to be shipped and nobody has chosen a service or printed a label yet.
 * Says nothing about whether they may be shipped: that is decided under the work's lock.
 */
export async function chooseCarrier(
  deps: Dependencies,
  { locationIds }: Caller,
  wish: CarrierWish,
): Promise<{ readonly carrier: Carrier; readonly exitLog: ExitLog | null }> {
  const carrier = { carrier: wish.carrier, carrierService: wish.carrierService ?? null };
  const id = `${wish.id}.carrier.select.${wish.expectedVersion}`;
  const isChosen = wish.carrierService || wish.trackingNumber;
  if (isChosen || !deps.exits.modeOf('carrier.select', id)) return { carrier, exitLog: null };
  const [work] = await findWork(deps.database, [wish.id]);
  const isOurs = work?.version === wish.expectedVersion && (!locationIds || locationIds.includes(work.locationId));
  if (!work || !isOurs) return { carrier, exitLog: null };

  const { orderId, locationId, deliveryGroupId } = work;
  const parts = await findLinesOfWork(deps.database, [work.id]);
  const lines = await findLines(
    deps.database,
    parts.map(({ orderLineId }) => orderLineId),
  );
  const group = (await findGroupsOfOrders(deps.database, [orderId])).find((one) => one.id === deliveryGroupId);
  const skuOf = new Map(lines.map((line) => [line.id, line.sku]));
  const exitLog = openLog(orderId);
  const answer = await consult(deps, exitLog, 'carrier.select', {
    id,
    question: () => ({
      input: {
        orderId,
        fulfillmentOrderId: work.id,
        locationId,
        carrier: wish.carrier,
        serviceLevel: group?.serviceLevel ?? null,
        destination: placeOf(group?.shippingAddress ?? null),
        lines: parts.map((part) => ({
          lineId: part.orderLineId,
          sku: skuOf.get(part.orderLineId) ?? '',
          quantity: part.quantity,
        })),
      },
      own: [wish.carrier],
    }),
  });
  if (!answer?.output) return { carrier, exitLog };
  const { carrier: chosen, carrierService = null } = answer.output;
  return { carrier: { carrier: chosen, carrierService }, exitLog };
}
