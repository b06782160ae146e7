import { badUserInput, orBadUserInput } from '@passerelle/server';
import { formatDuration, type Refusal, type Result } from '@passerelle/values';
import { archiveProtectionRule, createProtectionRule, updateProtectionRule } from '../actions/protection-rules.ts';
import type { Context } from '../context.ts';
import { refOf } from '../domain/network.ts';
import type { ProtectionRule as Rule } from '../domain/protection.ts';
import { isActive } from '../domain/protection.ts';
import type {
  MutationResolvers,
  ProtectionRuleError,
  ProtectionRuleResolvers,
  ProtectionScopeResolvers,
  ProtectionWidening,
  QueryResolvers,
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

const maximumSkus = 250;
const maximumLocations = 100;

export const protectionQueries: Pick<QueryResolvers, 'protectionRules'> = {
  async protectionRules(_root, { filter, ...page }, { reads }) {
    if ((filter?.skus?.length ?? 0) > maximumSkus) throw badUserInput(`At most ${maximumSkus} SKUs.`);
    if ((filter?.locationIds?.length ?? 0) > maximumLocations) {
      throw badUserInput(`At most ${maximumLocations} locations.`);
    }
    return orBadUserInput(await reads.rules(filter ?? {}, page));
  },
};

/** The rule as it is now, or why nothing was done. */
async function rulePayload({ reads }: Context, result: Result<string, Refusal>) {
  if (!result.ok) return { rule: null, userErrors: result.refusals as unknown as ProtectionRuleError[] };
  return { rule: await reads.rule.clear(result.value).load(result.value), userErrors: [] };
}

type ProtectionMutations = 'createProtectionRule' | 'updateProtectionRule' | 'archiveProtectionRule';

export const protectionMutations: Required<Pick<MutationResolvers, ProtectionMutations>> = {
  createProtectionRule: async (_root, { input }, context) =>
    rulePayload(context, await createProtectionRule(context, context.caller, input)),
  updateProtectionRule: async (_root, { input }, context) =>
    rulePayload(context, await updateProtectionRule(context, input)),
  archiveProtectionRule: async (_root, { input }, context) =>
    rulePayload(context, await archiveProtectionRule(context, input)),
};

export const protectionTypes = { ProtectionRule, ProtectionScope };
