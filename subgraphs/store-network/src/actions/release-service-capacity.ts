import { inTransaction } from '@passerelle/database';
import { localDay, type ServiceType } from '@passerelle/eligibility';
import type { ActionContext } from '../context.ts';
import { factsMustChange } from '../domain/booking.ts';
import { findDayCapacities, lockCapacity, removeBooking } from '../storage/bookings.ts';
import { findFacts, recordFacts } from '../storage/facts.ts';

export type ReleaseInput = { readonly locationId: string; readonly service: ServiceType; readonly orderId: string };

/** Gives an order's booking back; answers false when it had none. */
export const releaseServiceCapacity = (context: ActionContext, { locationId, service, orderId }: ReleaseInput) =>
  inTransaction(context.database, async (tx): Promise<{ released: boolean }> => {
    await lockCapacity(tx, locationId, service);
    const day = await removeBooking(tx, locationId, service, orderId);
    if (day === undefined) return { released: false };
    const [facts] = await findFacts(tx, [locationId]);
    const [capacity] = await findDayCapacities(tx, [{ locationId, service, day }]);
    const now = context.now();
    const isToday = facts && day === localDay(facts.timeZone, now);
    if (isToday && capacity && factsMustChange(facts, service, capacity, now)) {
      await recordFacts(tx, context.owner, [locationId], now);
    }
    return { released: true };
  });
