import { orBadUserInput } from '@passerelle/server';
import { includes } from '../domain/pilot.ts';
import { pagePairs } from '../domain/sharing.ts';
import type {
  PilotResolvers,
  SharingDryRunResolvers,
  SharingPairChangeResolvers,
  SharingPairResolvers,
  SharingRulesResolvers,
} from '../generated/resolver-types.ts';

const SharingRules: SharingRulesResolvers = {
  policies: ({ policies }) => [...policies],
  sellDefault: ({ defaults }) => defaults.SELL,
  takeBackDefault: ({ defaults }) => defaults.TAKE_BACK,
};

const SharingDryRun: SharingDryRunResolvers = {
  addedCount: ({ pairs }) => pairs.filter(({ isAdded }) => isAdded).length,
  removedCount: ({ pairs }) => pairs.filter(({ isAdded }) => !isAdded).length,
  pairs: (run, page) => orBadUserInput(pagePairs(run, page)),
};

const SharingPairChange: SharingPairChangeResolvers = { pair: (change) => change };

const SharingPair: SharingPairResolvers = {
  __resolveReference: ({ channelId, locationId }) => ({ channelId, locationId }),
  channel: ({ channelId }, _arguments, { reads }) => reads.channel.load(channelId),
  location: ({ locationId }, _arguments, { reads }) => reads.location.load(locationId),
};

const Pilot: PilotResolvers = {
  async includes(pilot, { locationId }, { reads }) {
    const [location] = await reads.sharingLocations([locationId]);
    return location ? includes(pilot, location) : null;
  },
  async locationCount(pilot, _arguments, { reads }) {
    return (await reads.sharingLocations(null)).filter((location) => includes(pilot, location)).length;
  },
};

export const rulesTypes = { Pilot, SharingRules, SharingDryRun, SharingPairChange, SharingPair };
