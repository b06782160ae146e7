import { type Connection, inTransaction, StaleWriteError } from '@passerelle/database';
import { instantOf, localDay } from '@passerelle/eligibility';
import { schedule } from '@passerelle/events';
import {
  type LocationNotEligible,
  locationNotEligible,
  type NotFound,
  notFound,
  ok,
  type Result,
  refuse,
} from '@passerelle/values';
import type { ActionContext } from '../context.ts';
import {
  type BookingWish,
  type DayCapacity,
  isLimited,
  isToldOtherwise,
  isUsedUp,
  placeFor,
  reasonsAgainst,
  remainingOf,
  unlimited,
} from '../domain/booking.ts';
import type { StoredFacts } from '../domain/location-facts.ts';
import { findDayCapacities, insertBooking, lockCapacity, lockParts, type ServiceDay } from '../storage/bookings.ts';
import { findChannels } from '../storage/channels.ts';
import { findFacts, recordFacts } from '../storage/facts.ts';
import { refreshTask } from './refresh-facts.ts';

export type BookInput = BookingWish & {
  readonly locationId: string;
  readonly orderId: string;
  /** What of the order it is for; left out, the order as a whole. */
  readonly part?: string | null;
};
type Booked = Result<{ remainingCapacity: number | null }, NotFound | LocationNotEligible>;

/**
 * Takes room of a service on a local day for a part of an order. Bookings are counted under the location's lock, so no
 * more are taken than there are. A part that has booked the service keeps its booking, whatever the day.
 */
export const bookServiceCapacity = (context: ActionContext, input: BookInput) =>
  inTransaction(context.database, async (tx): Promise<Booked> => {
    const { locationId, service, channelId, orderId } = input;
    const part = input.part ?? '';
    const isLocked = await lockCapacity(tx, locationId, service);
    const [facts] = await findFacts(tx, [locationId]);
    if (!facts) return refuse(notFound('location', locationId, ['locationId']));
    const wish = { ...input, on: input.at ? localDay(facts.timeZone, input.at) : input.on };
    const isKnown = facts.channelIds.includes(channelId) || (await findChannels(tx, [channelId])).length > 0;
    if (!isKnown) return refuse(notFound('channel', channelId, ['channelId']));

    const held = await lockParts(tx, { locationId, service, orderId });
    const earlier = held.find((one) => one.part === part);
    const day = { locationId, service, day: earlier?.day ?? wish.on };
    const capacity = await capacityOf(tx, day);
    if (isLimited(capacity) && !isLocked) throw new StaleWriteError('a capacity was set in the meantime');
    if (earlier) return ok({ remainingCapacity: remainingOf(capacity) });

    const now = context.now();
    const own = held.filter((one) => one.day === wish.on);
    const place = placeFor(capacity, wish, facts.timeZone, own);
    const reasons = reasonsAgainst(facts, wish, place, now);
    if (!place || reasons.length > 0) return refuse(locationNotEligible(locationId, reasons));
    await insertBooking(tx, day, { ...place, orderId, part, capacity, now });
    if (!isLimited(capacity)) return ok({ remainingCapacity: null });
    const after = await capacityOf(tx, day);
    if (isToldOtherwise(capacity, after)) await recordFacts(tx, [locationId], now);
    if (isUsedUp(after)) await tellWhenItBegins(context, tx, facts, wish);
    return ok({ remainingCapacity: remainingOf(after) });
  });

async function capacityOf(tx: Connection, day: ServiceDay): Promise<DayCapacity> {
  const [found] = await findDayCapacities(tx, [day]);
  return found ?? unlimited;
}

/** What is used up on a later day is told at once as a stretch of time, and as a service of the day when it begins. */
async function tellWhenItBegins({ owner, now }: ActionContext, tx: Connection, facts: StoredFacts, { on }: BookInput) {
  const { locationId, timeZone } = facts;
  if (on <= localDay(timeZone, now())) return;
  const runAt = instantOf(timeZone, on);
  await schedule(tx, owner, refreshTask, { locationId }, { runAt, key: `${refreshTask}:${locationId}:${on}` });
}
