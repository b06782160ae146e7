import type { Caller } from '@passerelle/server';
import { ok } from '@passerelle/values';
import type { Dependencies } from '../context.ts';
import { moved } from '../domain/advance.ts';
import { changeWork } from '../services/change-work.ts';

/** The location takes the work on. */
export const acceptFulfillmentOrder = (
  deps: Dependencies,
  caller: Caller,
  input: { readonly id: string; readonly expectedVersion: number },
) =>
  changeWork(deps, caller, input, 'ACCEPT', ({ work }, now) =>
    ok({
      work: [moved(work, { status: 'ACCEPTED' }, now)],
      event: { type: 'fulfillment.accepted', message: `${work.number} was accepted by ${work.locationId}.` },
    }),
  );
