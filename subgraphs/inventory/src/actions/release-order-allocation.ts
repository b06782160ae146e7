import { inTransaction } from '@passerelle/database';
import { ok, type Refusal, type Result, refuse } from '@passerelle/values';
import type { ActionContext } from '../context.ts';
import { type ReleaseWish, releasedUnits, releaseFrom } from '../domain/release.ts';
import { checkNames, checkUnits } from '../domain/stock-event.ts';
import { publishArrivals } from '../storage/promised.ts';
import { findReservationsOfOrders, lockOrder, saveReservations } from '../storage/reservations.ts';
import { addReserved, lockReservable } from '../storage/reserved.ts';

export type ReleaseOrderAllocationInput = ReleaseWish & { readonly orderId: string; readonly revision: number };

/**
 * Gives back what an order still holds, for all lines or some, and answers how many units. Only what was allocated up to
 * `revision`: a release that arrives late must not undo a newer allocation.
 */
export async function releaseOrderAllocation(
  { database, now }: ActionContext,
  { orderId, revision, ...wish }: ReleaseOrderAllocationInput,
): Promise<Result<number, Refusal>> {
  const problems = [
    ...checkNames({ orderId }),
    ...(wish.reductions ?? []).flatMap(({ keptQuantity }, index) =>
      checkUnits({ keptQuantity }, ['reductions', index]),
    ),
  ];
  if (problems.length > 0) return refuse(...problems);
  return inTransaction(database, async (tx): Promise<Result<number, Refusal>> => {
    await lockOrder(tx, orderId);
    const allocated = (await findReservationsOfOrders(tx, [orderId])).filter(
      (reservation) => reservation.status === 'ALLOCATED' && (reservation.revision ?? 0) <= revision,
    );
    const after = releaseFrom(allocated, wish);
    const changes = releasedUnits(allocated, after);
    if (changes.length === 0) return ok(0);
    await lockReservable(tx, changes);
    await addReserved(tx, changes, now());
    await saveReservations(tx, after, now());
    await publishArrivals(tx, { keys: changes }, now());
    return ok(changes.reduce((sum, { units }) => sum - units, 0));
  });
}
