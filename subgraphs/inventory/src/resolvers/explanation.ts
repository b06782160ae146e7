import { orBadUserInput } from '@passerelle/server';
import type { SkuAvailability } from '../domain/availability.ts';
import { exclusionsOf, pageShares, type ShownShare } from '../domain/explanation.ts';
import { refOf } from '../domain/network.ts';
import type {
  AvailabilityExplanationResolvers,
  AvailabilityShareResolvers,
  AvailabilityStepResolvers,
  LocationAvailabilityResolvers,
} from '../generated/resolver-types.ts';

/** A share of a number; what was left out of it is worked out when it is asked for. */
export const shareOf = (availability: SkuAvailability, name: 'warehouse' | 'stores'): ShownShare => ({
  ...availability[name],
  exclusions: () => exclusionsOf(availability, name),
});

const AvailabilityShare: AvailabilityShareResolvers = { exclusions: ({ exclusions }) => [...exclusions()] };

const AvailabilityExplanation: AvailabilityExplanationResolvers = {
  locations: ({ locations }, page) => orBadUserInput(pageShares(locations, page)),
  userExits: () => [],
};

const AvailabilityStep: AvailabilityStepResolvers = {
  protectionRule: ({ rule }) => rule ?? null,
  pool: ({ pool }) => pool ?? null,
};

const LocationAvailability: LocationAvailabilityResolvers = { location: ({ location }) => refOf(location) };

export const explanationTypes = {
  AvailabilityShare,
  AvailabilityExplanation,
  AvailabilityStep,
  LocationAvailability,
};
