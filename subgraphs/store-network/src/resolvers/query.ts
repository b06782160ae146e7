import { orBadUserInput } from '@passerelle/server';
import { readFeedWindow, toFeedPage } from '../domain/feed.ts';
import { explainReturns } from '../domain/location-facts.ts';
import { changedPairs, verdictOf } from '../domain/sharing.ts';
import { rulesAfter } from '../domain/sharing-change.ts';
import type { QueryResolvers } from '../generated/resolver-types.ts';

export const Query: Required<QueryResolvers> = {
  location: (_root, { id }, { reads }) => reads.location.load(id),

  locationByCode: (_root, { code }, { reads }) => reads.locationByCode.load(code),

  locations: async (_root, query, { reads, now }) => orBadUserInput(await reads.locations({ ...query, now: now() })),

  channel: (_root, { id }, { reads }) => reads.channel.load(id),

  channels: (_root, _arguments, { reads }) => reads.channels(),

  sharingRules: (_root, _arguments, { reads }) => reads.rules(),

  networkChanges: async (_root, { subjectId, ...page }, { reads }) =>
    orBadUserInput(await reads.changes(subjectId ?? null, page)),

  async pilots(_root, _arguments, { reads }) {
    return [...(await reads.rules()).pilots];
  },

  async sharingVerdict(_root, { kind, channelId, locationId }, { reads }) {
    const [rules, [location]] = await Promise.all([reads.rules(), reads.sharingLocations([locationId])]);
    const channel = rules.channels.find(({ id }) => id === channelId);
    return channel && location ? verdictOf(rules, kind, channel, location) : null;
  },

  async sharingDryRun(_root, { changes }, { reads, now }) {
    const [before, locations] = await Promise.all([reads.rules(), reads.sharingLocations(null)]);
    const after = rulesAfter(before, changes, now(), new Set(locations.map(({ id }) => id)));
    return { pairs: changedPairs(before, orBadUserInput(after), locations) };
  },

  async locationEligibilityFeed(_root, { afterSequence, first }, { reads }) {
    const window = orBadUserInput(readFeedWindow(afterSequence, first));
    return toFeedPage(await reads.feed(window.after, window.size + 1), window);
  },

  async returnLocation(_root, { locationId, channelId }, { reads, now }) {
    const facts = await reads.facts.load(locationId);
    return facts && explainReturns(facts, channelId, now());
  },
};
