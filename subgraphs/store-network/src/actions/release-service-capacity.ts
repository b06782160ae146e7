import { type Connection, inTransaction } from '@passerelle/database';
import type { ServiceType } from '@passerelle/eligibility';
import type { ActionContext } from '../context.ts';
import { isToldOtherwise, withPlace } from '../domain/booking.ts';
import { findBookedServices, findDayCapacities, lockCapacity, removeBooking } from '../storage/bookings.ts';
import { recordFacts } from '../storage/facts.ts';

export type ReleaseInput = {
  readonly locationId: string;
  /** Every service the order has booked there when left out. */
  readonly service?: ServiceType | null;
  readonly orderId: string;
};

/** Gives an order's bookings back; answers false when it had none. */
export const releaseServiceCapacity = (context: ActionContext, { locationId, service, orderId }: ReleaseInput) =>
  inTransaction(context.database, async (tx): Promise<{ released: boolean }> => {
    const services = service ? [service] : await findBookedServices(tx, locationId, orderId);
    let released = false;
    for (const one of services) {
      if (await releaseOne(tx, { locationId, service: one, orderId }, context.now())) released = true;
    }
    return { released };
  });

type Held = { readonly locationId: string; readonly service: ServiceType; readonly orderId: string };

async function releaseOne(tx: Connection, { locationId, service, orderId }: Held, now: Date): Promise<boolean> {
  await lockCapacity(tx, locationId, service);
  const held = await removeBooking(tx, locationId, service, orderId);
  if (!held) return false;
  const [after] = await findDayCapacities(tx, [{ locationId, service, day: held.day }]);
  const window = after?.windows.find(({ opensAt }) => opensAt === held.windowFrom) ?? null;
  const before = after && withPlace(after, { quantity: held.quantity, window });
  if (after && before && isToldOtherwise(before, after)) await recordFacts(tx, [locationId], now);
  return true;
}
