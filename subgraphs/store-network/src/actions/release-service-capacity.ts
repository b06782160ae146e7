import { inTransaction } from '@passerelle/database';
import type { ServiceType } from '@passerelle/eligibility';
import type { ActionContext } from '../context.ts';
import { isUsedUpOtherwise, withPlace } from '../domain/booking.ts';
import { findDayCapacities, lockCapacity, removeBooking } from '../storage/bookings.ts';
import { recordFacts } from '../storage/facts.ts';

export type ReleaseInput = { readonly locationId: string; readonly service: ServiceType; readonly orderId: string };

/** Gives an order's booking back; answers false when it had none. */
export const releaseServiceCapacity = (context: ActionContext, { locationId, service, orderId }: ReleaseInput) =>
  inTransaction(context.database, async (tx): Promise<{ released: boolean }> => {
    await lockCapacity(tx, locationId, service);
    const held = await removeBooking(tx, locationId, service, orderId);
    if (!held) return { released: false };
    const [after] = await findDayCapacities(tx, [{ locationId, service, day: held.day }]);
    const window = after?.windows.find(({ opensAt }) => opensAt === held.windowFrom) ?? null;
    const before = after && withPlace(after, { quantity: held.quantity, window });
    if (after && before && isUsedUpOtherwise(before, after)) {
      await recordFacts(tx, [locationId], context.now());
    }
    return { released: true };
  });
