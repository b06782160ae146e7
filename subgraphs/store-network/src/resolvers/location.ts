import { isOpen, localDay } from '@passerelle/eligibility';
import { orBadUserInput } from '@passerelle/server';
import { formatDuration } from '@passerelle/values';
import { closuresBetween } from '../domain/closure.ts';
import { instructionsIn } from '../domain/location.ts';
import { explain } from '../domain/location-facts.ts';
import type { ChannelResolvers, LocationResolvers, LocationServiceResolvers } from '../generated/resolver-types.ts';

export const Location: LocationResolvers = {
  __resolveReference: ({ id }, { reads }) => reads.location.load(id),

  async pickupInstructions({ id, instructions }, { locale }, { reads }) {
    const channels = await reads.channelsOf.load(id);
    return instructionsIn(instructions, [locale, ...channels.map(({ defaultLocale }) => defaultLocale)]);
  },

  openingHours: ({ id }, _arguments, { reads }) => reads.openingHours.load(id),

  async closures({ id, timeZone }, range, { reads, now }) {
    return orBadUserInput(closuresBetween(await reads.closures.load(id), range, localDay(timeZone, now())));
  },

  async isOpen({ id, type, timeZone }, { at }, { reads, now }) {
    const [openingHours, closures] = await Promise.all([reads.openingHours.load(id), reads.closures.load(id)]);
    return isOpen({ type, timeZone, openingHours, closures }, at ?? now());
  },

  async sharedChannels({ id }, { kind }, { reads }) {
    const facts = await reads.facts.load(id);
    const ids = (kind === 'SELL' ? facts?.channelIds : facts?.returnChannelIds) ?? [];
    const channels = await Promise.all(ids.map((channelId) => reads.channel.load(channelId)));
    return channels.filter((channel) => channel !== null);
  },

  channels: ({ id }, _arguments, { reads }) => reads.channelsOf.load(id),

  services: ({ id }, _arguments, { reads }) => reads.services.load(id),

  async eligibility({ id }, { service, channelId, at }, { reads, now }) {
    const facts = await reads.facts.load(id);
    if (!facts) throw new TypeError(`location ${id} has no facts`);
    return explain(facts, { service, channelId, at: at ?? now() }, now());
  },
};

export const LocationService: LocationServiceResolvers = {
  preparationTime: ({ preparationMinutes }) => formatDuration(preparationMinutes),

  remainingCapacity: ({ locationId, type, timeZone }, { on }, { reads, now }) =>
    reads.remainingCapacity.load({ locationId, service: type, day: on ?? localDay(timeZone, now()) }),
};

export const Channel: ChannelResolvers = {
  __resolveReference: ({ id }, { reads }) => reads.channel.load(id),

  locations: async ({ id }, query, { reads, now }) =>
    orBadUserInput(await reads.locations({ ...query, channelId: id, now: now() })),
};
