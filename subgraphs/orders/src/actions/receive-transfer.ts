import type { Caller } from '@passerelle/server';
import { ok } from '@passerelle/values';
import type { Dependencies } from '../context.ts';
import { type ArrivedCount, readArrival, receiveGoods } from '../domain/transfer.ts';
import { changeWork } from '../services/change-work.ts';
import type { Arrival } from '../services/inventory.ts';
import type { LockedWork } from '../storage/locked-work.ts';
import { raiseRevision } from '../storage/orders.ts';
import { rerouteLater } from '../storage/settle.ts';

export type ReceiveTransferInput = {
  readonly id: string;
  readonly expectedVersion: number;
  readonly lines?: readonly ArrivedCount[] | null;
};

/** A store takes goods in that were sent there for the shopper; what did not come, or came broken, is routed again. */
export const receiveTransfer = (deps: Dependencies, caller: Caller, input: ReceiveTransferInput) =>
  changeWork(deps, caller, input, 'RECEIVE', async (locked, now, tx) => {
    const { whole, work, lines } = locked;
    const arrived = readArrival(lines, input.lines);
    if (!arrived.ok) return arrived;
    const after = receiveGoods(work, arrived.value, whole.lines, now);
    const isShort = after.lines.length > 0;
    if (isShort) await rerouteLater(tx, deps.owner, work.orderId);
    const units = arrived.value.reduce((sum, { received }) => sum + received, 0);
    const short = after.lines.reduce(
      (sum, { id, backorderedQuantity }) =>
        sum + backorderedQuantity - (whole.lines.find((line) => line.id === id)?.backorderedQuantity ?? 0),
      0,
    );
    const arrival = { ...arrivalOf(locked, arrived.value), occurredAt: now.toISOString() };
    const revision = await raiseRevision(tx, work.orderId);
    return ok({
      ...after,
      work: [after.work],
      revision,
      settle: [{ kind: 'ARRIVAL', input: { ...arrival, revision } } as const],
      event: {
        type: 'fulfillment.received',
        message: `${work.number}: ${units} unit(s) arrived at ${work.locationId}${isShort ? `, ${short} did not` : ''}.`,
      },
    });
  });

function arrivalOf(
  { whole, work }: LockedWork,
  arrived: readonly {
    readonly line: LockedWork['lines'][number];
    readonly received: number;
    readonly damaged: number;
  }[],
): Omit<Arrival, 'revision' | 'occurredAt'> {
  const skuOf = new Map(whole.lines.map(({ id, sku }) => [id, sku]));
  return {
    receiptReference: work.id,
    orderId: work.orderId,
    channelId: whole.order.channelId,
    locationId: work.locationId,
    lines: arrived.map(({ line, received, damaged }) => ({
      orderLineId: line.id,
      sku: skuOf.get(line.orderLineId) as string,
      quantity: received,
      damagedQuantity: damaged,
    })),
  };
}
