import { orBadUserInput } from '@passerelle/server';
import { pagePairs } from '../domain/sharing.ts';
import type {
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

export const sharingTypes = { SharingRules, SharingDryRun, SharingPairChange, SharingPair };
