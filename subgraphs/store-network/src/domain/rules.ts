import type { PilotFacts } from '@passerelle/eligibility';
import { type Pilot, pilotFactsOf } from './pilot.ts';
import { type SharingLocation, type SharingRules, sharedChannelIds } from './sharing.ts';

/** Everything head office decides for many locations at once. */
export type NetworkRules = SharingRules & { readonly pilots: readonly Pilot[] };

/** What the rules make of one location: these facts of it follow from them. */
export type Decided = {
  readonly channelIds: readonly string[];
  readonly returnChannelIds: readonly string[];
  readonly pilots: readonly PilotFacts[];
};

export const decide = (rules: NetworkRules, location: SharingLocation): Decided => ({
  channelIds: sharedChannelIds(rules, 'SELL', location),
  returnChannelIds: sharedChannelIds(rules, 'TAKE_BACK', location),
  pilots: pilotFactsOf(rules.pilots, location),
});

/** Ids of the locations for which two sets of rules decide differently. */
export const concernedBy = (before: NetworkRules, after: NetworkRules, locations: readonly SharingLocation[]) =>
  new Set(
    locations
      .filter((location) => JSON.stringify(decide(before, location)) !== JSON.stringify(decide(after, location)))
      .map(({ id }) => id),
  );
