import { type Calendar, isOpen, localDay, openUntil } from '@passerelle/eligibility';
import { orBadUserInput } from '@passerelle/server';
import { formatDuration, whenRead } from '@passerelle/values';
import type { Context } from '../context.ts';
import { remainingIn, remainingOf } from '../domain/booking.ts';
import { closuresBetween } from '../domain/closure.ts';
import { instructionsIn, isSettled, type Location as LocationModel } from '../domain/location.ts';
import { explain } from '../domain/location-facts.ts';
import { closuresInForce, horizonAfter } from '../domain/public-holidays.ts';
import type {
  ChannelResolvers,
  ClosureResolvers,
  LocationResolvers,
  LocationServiceResolvers,
  NetworkChangeResolvers,
} from '../generated/resolver-types.ts';

/** Goes on with hours and closures as they hold from a moment on. */
function withCalendar<R>(
  location: LocationModel,
  at: Date,
  { reads }: Context,
  goOn: (calendar: Calendar, at: Date) => R,
): R | Promise<R> {
  const { id, type, timeZone } = location;
  return whenRead(reads.doorsOf(id), ({ openingHours, closures: stored }) => {
    const today = localDay(timeZone, at);
    const closures = closuresInForce(location, stored, today, horizonAfter(today));
    return goOn({ type, timeZone, openingHours, closures }, at);
  });
}

export const Location: LocationResolvers = {
  __resolveReference: ({ id }, { reads }) => reads.locationOf(id),

  pickupInstructions: ({ id, instructions }, { locale }, { reads }) =>
    whenRead(isSettled(instructions, locale) ? [] : reads.channelsOf.load(id), (channels) =>
      instructionsIn(instructions, [locale, ...channels.map(({ defaultLocale }) => defaultLocale)]),
    ),

  openingHours: ({ id }, _arguments, { reads }) => whenRead(reads.doorsOf(id), ({ openingHours }) => openingHours),

  async closures(location, range, { reads, now }) {
    const today = localDay(location.timeZone, now());
    const first = range.from ?? today;
    const stored = (await reads.doorsOf(location.id)).closures;
    const closures = closuresInForce(location, stored, first, horizonAfter(first));
    return orBadUserInput(closuresBetween(closures, range, today));
  },

  isOpen: (location, { at }, context) => withCalendar(location, at ?? context.now(), context, isOpen),

  openUntil: (location, { at }, context) => withCalendar(location, at ?? context.now(), context, openUntil),

  changes: async ({ id }, page, { reads }) => orBadUserInput(await reads.changes(id, page)),

  async sharedChannels({ id }, { kind }, { reads }) {
    const facts = await reads.facts.load(id);
    const ids = (kind === 'SELL' ? facts?.channelIds : facts?.returnChannelIds) ?? [];
    const channels = await Promise.all(ids.map((channelId) => reads.channel.load(channelId)));
    return channels.filter((channel) => channel !== null);
  },

  channels: ({ id }, _arguments, { reads }) => reads.channelsOf.load(id),

  services: ({ id }, _arguments, { reads }) => reads.services.load(id),

  async eligibility({ id }, { service, channelId, at, units }, { reads, now }) {
    const facts = await reads.facts.load(id);
    if (!facts) throw new TypeError(`location ${id} has no facts`);
    return orBadUserInput(explain(facts, { service, channelId, at: at ?? now(), units }, now()));
  },
};

export const Closure: ClosureResolvers = { isPublicHoliday: ({ isPublicHoliday }) => isPublicHoliday ?? false };

export const NetworkChange: NetworkChangeResolvers = { input: ({ input }) => JSON.stringify(input) };

export const LocationService: LocationServiceResolvers = {
  preparationTime: ({ preparationMinutes }) => formatDuration(preparationMinutes),

  async remainingCapacity({ locationId, type, timeZone }, { on }, { reads, now }) {
    const day = await reads.dayCapacity.load({ locationId, service: type, day: on ?? localDay(timeZone, now()) });
    return day && remainingOf(day);
  },

  async capacityWindows({ locationId, type, timeZone }, { on }, { reads, now }) {
    const day = await reads.dayCapacity.load({ locationId, service: type, day: on ?? localDay(timeZone, now()) });
    return (day?.windows ?? []).map((window) => ({ ...window, remainingCapacity: remainingIn(window) }));
  },
};

export const Channel: ChannelResolvers = {
  __resolveReference: ({ id }, { reads }) => reads.channel.load(id),

  locations: async ({ id }, query, { reads, now }) =>
    orBadUserInput(await reads.locations({ ...query, channelId: id, now: now() })),
};
