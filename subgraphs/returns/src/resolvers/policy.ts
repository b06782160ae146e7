import { formatMoney, type Money } from '@passerelle/values';
import { archivePolicy, changePolicy, createPolicy, setCustomerGroups } from '../actions/keep-policies.ts';
import type { Context } from '../context.ts';
import type { PolicyTerms } from '../domain/policy.ts';
import type {
  MutationResolvers,
  QueryResolvers,
  ReturnPolicyResolvers,
  ReturnPolicyTermsResolvers,
} from '../generated/resolver-types.ts';

type Answer<R> = { ok: true; value: { id: string } } | { ok: false; refusals: readonly R[] };

async function payloadOf<R>({ reads }: Context, result: Answer<R>) {
  if (!result.ok) return { returnPolicy: null, userErrors: [...result.refusals] };
  return { returnPolicy: await reads.policy.clear(result.value.id).load(result.value.id), userErrors: [] };
}

export const policyQueries: Required<Pick<QueryResolvers, 'returnPolicies' | 'returnPolicy'>> = {
  returnPolicies: async (_root, { includeArchived }, { reads }) =>
    (await reads.policies()).filter(({ archivedAt }) => includeArchived || archivedAt === null),
  returnPolicy: (_root, { id }, { reads }) => reads.policy.load(id),
};

export const policyMutations: Required<
  Pick<
    MutationResolvers,
    'createReturnPolicy' | 'changeReturnPolicy' | 'archiveReturnPolicy' | 'setReturnCustomerGroups'
  >
> = {
  createReturnPolicy: async (_root, { input }, context) => payloadOf(context, await createPolicy(context, input)),
  changeReturnPolicy: async (_root, { input }, context) => payloadOf(context, await changePolicy(context, input)),
  archiveReturnPolicy: async (_root, { input }, context) => payloadOf(context, await archivePolicy(context, input)),
  async setReturnCustomerGroups(_root, { input }, context) {
    const result = await setCustomerGroups(context, input.customers);
    return result.ok ? { count: result.value, userErrors: [] } : { count: null, userErrors: [...result.refusals] };
  },
};

export const ReturnPolicy: ReturnPolicyResolvers = {
  scope: ({ channelId, countryCode, customerGroup, category }) => ({
    channelId,
    countryCode,
    customerGroup,
    category,
  }),
  versions: ({ versions }) => versions.toReversed(),
};

const amounts = (of: (terms: PolicyTerms) => readonly Money[]) => (terms: PolicyTerms) => of(terms).map(formatMoney);

export const ReturnPolicyTerms: ReturnPolicyTermsResolvers = {
  seasons: ({ seasons }) => [...seasons],
  methods: ({ methods }) => [...methods],
  faultReasons: ({ faultReasons }) => [...faultReasons],
  reviewReasons: ({ reviewReasons }) => [...reviewReasons],
  withoutReceipt: ({ withoutReceipt }) =>
    withoutReceipt && {
      ...withoutReceipt,
      maximumValues: withoutReceipt.maximumValues.map(formatMoney),
      restockingFeePercent: (withoutReceipt.restockingFeeBasisPoints / 100).toFixed(2),
    },
  restockingFeePercent: ({ restockingFeeBasisPoints }) => (restockingFeeBasisPoints / 100).toFixed(2),
  labelFees: amounts(({ labelFees }) => labelFees),
  reviewAboveValues: amounts(({ reviewAboveValues }) => reviewAboveValues),
  twoPersonsAboveValues: amounts(({ twoPersonsAboveValues }) => twoPersonsAboveValues),
};
