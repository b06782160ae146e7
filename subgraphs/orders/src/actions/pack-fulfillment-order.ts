import type { Caller } from '@passerelle/server';
import { newId, ok } from '@passerelle/values';
import type { Dependencies } from '../context.ts';
import { moved } from '../domain/advance.ts';
import { checkParcels, type ParcelInput } from '../domain/packing.ts';
import { changeWork } from '../services/change-work.ts';
import { replacePackages } from '../storage/packages.ts';

export type PackInput = {
  readonly id: string;
  readonly expectedVersion: number;
  readonly packages: readonly ParcelInput[];
};

/** Puts picked units into parcels, in the place of those made before that have not left. */
export const packFulfillmentOrder = (deps: Dependencies, caller: Caller, input: PackInput) =>
  changeWork(deps, caller, input, 'PACK', async ({ work, lines }, now, tx) => {
    const checked = checkParcels(lines, input.packages);
    if (!checked.ok) return checked;
    const parcels = input.packages.map(({ weightGrams = null }, position) => ({
      id: newId('package', now),
      fulfillmentOrderId: work.id,
      position,
      shipmentId: null,
      weightGrams,
      trackingNumber: null,
    }));
    const contents = input.packages.flatMap((parcel, index) =>
      parcel.lines.map(({ lineId, quantity }) => ({
        packageId: parcels[index]?.id as string,
        fulfillmentOrderLineId: lineId,
        quantity,
      })),
    );
    await replacePackages(tx, work.id, parcels, contents);
    return ok({
      work: [moved(work, { status: 'PACKED' }, now)],
      event: { type: 'fulfillment.packed', message: `${work.number} was packed into ${parcels.length} parcel(s).` },
    });
  });
