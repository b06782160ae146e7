import type { Refusal, Result } from '@passerelle/values';
import { draftStrategy, turnSourcingStrategy } from '../actions/keep-strategies.ts';
import type { Context } from '../context.ts';
import type {
  MutationResolvers,
  SimulatedChoiceResolvers,
  SourcingStrategyResolvers,
} from '../generated/resolver-types.ts';

/** The strategy as it is now, or why nothing was done. */
async function strategyPayload(result: Result<{ readonly id: string }, Refusal>, { reads }: Context) {
  return result.ok
    ? { strategy: await reads.strategy.load(result.value.id), userErrors: [] }
    : { strategy: null, userErrors: result.refusals as never[] };
}

type StrategyMutations = 'draftSourcingStrategy' | 'activateSourcingStrategy' | 'archiveSourcingStrategy';

export const strategyMutations: Required<Pick<MutationResolvers, StrategyMutations>> = {
  draftSourcingStrategy: async (_root, { input }, context) =>
    strategyPayload(await draftStrategy(context, context.caller, input), context),
  activateSourcingStrategy: async (_root, { input }, context) =>
    strategyPayload(await turnSourcingStrategy(context, input, 'ACTIVE'), context),
  archiveSourcingStrategy: async (_root, { input }, context) =>
    strategyPayload(await turnSourcingStrategy(context, input, 'ARCHIVED'), context),
};

export const SourcingStrategy: SourcingStrategyResolvers = {
  channel: ({ channelId }) => (channelId === null ? null : { id: channelId }),
};

export const SimulatedChoice: SimulatedChoiceResolvers = { location: ({ locationId }) => ({ id: locationId }) };
