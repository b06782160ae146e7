import type { AppliedPolicy, PolicyScope, PolicyTerms, ScopedVersion } from '../src/domain/policy.ts';

/** Thirty days in store or by parcel, no fee, no review, unless told; for tests. */
export const someTerms = (facts: Partial<PolicyTerms> = {}): PolicyTerms => ({
  isAllowed: true,
  isFinalSale: false,
  windowDays: 30,
  seasons: [],
  methods: ['IN_STORE', 'CARRIER_DROP_OFF'],
  carrier: 'colissimo',
  carrierDestinationId: null,
  restockingFeeBasisPoints: 0,
  labelFees: [],
  faultReasons: ['DEFECTIVE'],
  deliveryRefund: 'FULL_RETURN',
  refundTiming: 'AFTER_INSPECTION',
  reviewAboveUnits: null,
  reviewAboveValues: [],
  reviewReasons: [],
  expiresAfterDays: null,
  authorizedDisposition: 'RESTOCK',
  twoPersonsAboveValues: [],
  stockOwner: 'RECEIVER',
  withoutReceipt: null,
  ...facts,
});

export const aPolicy = (facts: Partial<PolicyTerms> = {}): AppliedPolicy => ({
  ...someTerms(facts),
  policyId: 'rpo_1',
  policyVersion: 1,
});

const anything: PolicyScope = { channelId: null, countryCode: null, customerGroup: null, category: null };

/** A version for any order since ever, unless told. */
export const aVersion = (
  policyId: string,
  facts: Partial<Omit<ScopedVersion, 'terms'>> = {},
  terms: Partial<PolicyTerms> = {},
): ScopedVersion => ({
  ...anything,
  policyId,
  version: 1,
  validFrom: null,
  validTo: null,
  ...facts,
  terms: someTerms(terms),
});
