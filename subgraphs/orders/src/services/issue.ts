import type { HandedUnits } from '../domain/hand-on.ts';
import type { LockedWork } from '../storage/locked-work.ts';
import type { Settlement } from '../storage/settle.ts';

/** Has inventory take units out of stock, once for each reference. */
export function issueOf(
  { work, whole }: LockedWork,
  { reference, units, occurredAt }: { reference: string; units: HandedUnits; occurredAt: Date },
): Settlement {
  const skuOf = new Map(whole.lines.map((line) => [line.id, line.sku]));
  return {
    kind: 'ISSUE',
    input: {
      orderId: work.orderId,
      issueReference: reference,
      locationId: work.locationId,
      lines: units.map(({ line, quantity }) => ({
        orderLineId: line.id,
        sku: skuOf.get(line.orderLineId) as string,
        quantity,
        locationId: work.locationId,
      })),
      occurredAt: occurredAt.toISOString(),
    },
  };
}
