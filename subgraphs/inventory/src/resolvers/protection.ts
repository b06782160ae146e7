import { formatDuration } from '@passerelle/values';
import { refOf } from '../domain/network.ts';
import type { ProtectionRule as Rule } from '../domain/protection.ts';
import { isActive } from '../domain/protection.ts';
import type {
  ProtectionRuleResolvers,
  ProtectionScopeResolvers,
  ProtectionWidening,
} from '../generated/resolver-types.ts';

const wideningOf = ({ widening }: Rule): ProtectionWidening | null =>
  widening && { after: formatDuration(widening.afterMinutes), percentPerHour: widening.percentPerHour };

const ProtectionRule: ProtectionRuleResolvers = {
  __resolveReference: ({ id }, { reads }) => reads.rule.load(id),
  scope: (rule) => rule,
  percent: ({ percent }) => (percent === null ? null : String(percent)),
  widening: wideningOf,
  isActive: (rule, _args, { now }) => isActive(rule, now()),
};

const ProtectionScope: ProtectionScopeResolvers = {
  channels: ({ channelIds }) => channelIds.map((id) => ({ id })),
  async locations({ locationIds }, _args, { network }) {
    const { byId } = await network.get();
    return locationIds.map((id) => {
      const known = byId.get(id);
      return known ? refOf(known) : null;
    });
  },
  locationTypes: ({ locationTypes }) => locationTypes as never,
  skus: ({ skus }) => [...skus],
  categories: ({ categories }) => [...categories],
};

export const protectionTypes = { ProtectionRule, ProtectionScope };
