import { type Connection, inTransaction, StaleWriteError } from '@passerelle/database';
import type { ServiceType } from '@passerelle/eligibility';
import type { ActionContext } from '../context.ts';
import { type DayCapacity, giveBack, isLimited, isToldOtherwise } from '../domain/booking.ts';
import { findDayCapacities, lockCapacity, lockParts, type ServiceDay, saveParts } from '../storage/bookings.ts';
import { recordFacts } from '../storage/facts.ts';

export type ReleaseInput = {
  readonly locationId: string;
  /** Every service the order has booked there when left out. */
  readonly service?: ServiceType | null;
  readonly orderId: string;
  /** Every part of the order when left out. */
  readonly part?: string | null;
  /** Units that stay booked, 0 when left out: told again, or late, it gives back no more. */
  readonly keptUnits?: number | null;
};

/** Gives bookings of an order back, whole or down to what is kept; answers false when nothing changed. */
export const releaseServiceCapacity = (
  context: ActionContext,
  { part = null, keptUnits, ...place }: ReleaseInput,
): Promise<{ released: boolean }> =>
  inTransaction(context.database, async (tx) => {
    const isLocked = await lockCapacity(tx, place.locationId, place.service ?? null);
    const parts = Map.groupBy(await lockParts(tx, place), ({ service }) => service);
    const changed = [...parts.values()].flatMap((own) => giveBack(own, { part, keptUnits: keptUnits ?? 0 }));
    if (changed.length === 0) return { released: false };

    const { locationId } = place;
    const byDay = Map.groupBy(changed, ({ service, day }) => `${service} ${day}`);
    const days = [...byDay.values()].flatMap(([one]) =>
      one ? [{ locationId, service: one.service, day: one.day }] : [],
    );
    const before = await limitedDays(tx, days);
    if (before.length > 0 && !isLocked) throw new StaleWriteError('a capacity was set in the meantime');
    await saveParts(tx, place, changed);
    const after = await limitedDays(tx, days);
    const isTold = before.some((day, index) => isToldOtherwise(day, after[index] as DayCapacity));
    if (isTold) await recordFacts(tx, [locationId], context.now());
    return { released: true };
  });

const limitedDays = async (tx: Connection, days: readonly ServiceDay[]) =>
  (await findDayCapacities(tx, days)).filter(isLimited);
