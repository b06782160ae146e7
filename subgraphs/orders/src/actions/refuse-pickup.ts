import type { Caller } from '@passerelle/server';
import { invalidInput, ok, refuse } from '@passerelle/values';
import type { Dependencies } from '../context.ts';
import { unitsWaiting } from '../domain/collection.ts';
import { inHand, type LineCount, type PickupRefusalReason, unitsOf } from '../domain/fulfillment.ts';
import { changeWork } from '../services/change-work.ts';
import { takeBackWork } from '../services/take-back-work.ts';

export type RefusePickupInput = {
  readonly id: string;
  readonly expectedVersion: number;
  readonly reason: PickupRefusalReason;
  readonly note?: string | null;
  readonly lines?: readonly LineCount[] | null;
};

const noteAtMost = 1000;

/** The shopper does not take goods at the counter: they go back to the shelf, damaged ones not for sale. */
export const refusePickup = (deps: Dependencies, caller: Caller, input: RefusePickupInput) =>
  changeWork(deps, caller, input, 'REFUSE_PICKUP', async (locked, now, tx) => {
    const { reason, note = null } = input;
    if ((note?.length ?? 0) > noteAtMost) {
      return refuse(invalidInput(['note'], `A note has ${noteAtMost} characters at most.`));
    }
    const units = input.lines
      ? unitsOf(locked.lines, input.lines, inHand, (left) => `${left} units of the line wait at the counter.`)
      : ok(unitsWaiting(locked.lines));
    if (!units.ok) return units;
    const count = units.value.reduce((sum, { quantity }) => sum + quantity, 0);
    const said = `${reason}${note ? `, ${note}` : ''}`;
    return ok(
      await takeBackWork(tx, locked, {
        units: units.value,
        ending: { status: 'PICKUP_REFUSED', refusalReason: reason },
        found: reason === 'DAMAGED' ? 'ITEM_DAMAGED' : 'OTHER',
        event: {
          type: 'fulfillment.refused',
          message: `${locked.work.number}: the shopper did not take ${count} unit(s): ${said}.`,
        },
        now,
      }),
    );
  });
