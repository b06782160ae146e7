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
  isLimited,
  isToldOtherwise,
  isUsedUp,
  placeFor,
  reasonsAgainst,
  remainingOf,
  unlimited,
  withPlace,
} from '../domain/booking.ts';
import type { StoredFacts } from '../domain/location-facts.ts';
import { findBookedDay, findDayCapacities, insertBooking, lockCapacity } from '../storage/bookings.ts';
import { findChannels } from '../storage/channels.ts';
import { findFacts, recordFacts } from '../storage/facts.ts';
import { refreshTask } from './refresh-facts.ts';

export type BookInput = BookingWish & { readonly locationId: string; readonly orderId: string };
type Booked = Result<{ remainingCapacity: number | null }, NotFound | LocationNotEligible>;

/**
 * Takes one unit of a service's capacity on a local day for an order. Bookings are counted under the location's lock, so
 * no more are taken than there are. An order that has booked the service keeps its booking, whatever the day.
 */
export const bookServiceCapacity = (context: ActionContext, input: BookInput) =>
  inTransaction(context.database, async (tx): Promise<Booked> => {
    const { locationId, service, channelId, orderId } = input;
    const isLocked = await lockCapacity(tx, locationId, service);
    const [facts] = await findFacts(tx, [locationId]);
    if (!facts) return refuse(notFound('location', locationId, ['locationId']));
    const wish = { ...input, on: input.at ? localDay(facts.timeZone, input.at) : input.on };
    const isKnown = facts.channelIds.includes(channelId) || (await findChannels(tx, [channelId])).length > 0;
    if (!isKnown) return refuse(notFound('channel', channelId, ['channelId']));

    const earlier = await findBookedDay(tx, locationId, service, orderId);
    const day = { locationId, service, day: earlier ?? wish.on };
    const [found] = await findDayCapacities(tx, [day]);
    const capacity = found ?? unlimited;
    if (isLimited(capacity) && !isLocked) throw new StaleWriteError('a capacity was set in the meantime');
    if (earlier !== undefined) return ok({ remainingCapacity: remainingOf(capacity) });

    const now = context.now();
    const place = placeFor(capacity, wish, facts.timeZone);
    const reasons = reasonsAgainst(facts, wish, place, now);
    if (!place || reasons.length > 0) return refuse(locationNotEligible(locationId, reasons));
    await insertBooking(tx, day, { ...place, orderId, dailyCapacity: capacity.dailyCapacity, now });
    const after = withPlace(capacity, place);
    if (isToldOtherwise(capacity, after)) await recordFacts(tx, [locationId], now);
    if (isUsedUp(after)) await tellWhenItBegins(context, tx, facts, wish);
    return ok({ remainingCapacity: remainingOf(after) });
  });

/** What is used up on a later day is told at once as a stretch of time, and as a service of the day when it begins. */
async function tellWhenItBegins({ owner, now }: ActionContext, tx: Connection, facts: StoredFacts, { on }: BookInput) {
  const { locationId, timeZone } = facts;
  if (on <= localDay(timeZone, now())) return;
  const runAt = instantOf(timeZone, on);
  await schedule(tx, owner, refreshTask, { locationId }, { runAt, key: `${refreshTask}:${locationId}:${on}` });
}
