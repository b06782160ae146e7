import {
  earliestAt,
  judge,
  type LocationFacts,
  type PilotFacts,
  type UnitCapacityFacts,
  type UsedUpFacts,
  type Wish,
} from '@passerelle/eligibility';
import { type IneligibilityReason, type InvalidInput, invalidInput, ok, type Result, refuse } from '@passerelle/values';
import type { Closure } from './closure.ts';
import type { LocationService } from './service.ts';

/** A location's eligibility facts as they stand, and their place in the feed. */
export type StoredFacts = Omit<LocationFacts, 'services' | 'closures'> & {
  readonly sequence: number;
  readonly returnChannelIds: readonly string[];
  readonly pilots: readonly PilotFacts[];
  readonly usedUp: readonly UsedUpFacts[];
  readonly unitCapacities: readonly UnitCapacityFacts[];
  readonly services: LocationService[];
  readonly closures: Closure[];
};

/** One entry of the feed. */
export type FactsEntry = Omit<StoredFacts, 'sequence'> & { readonly sequence: string };

export const toEntry = (facts: StoredFacts): FactsEntry => ({ ...facts, sequence: String(facts.sequence) });

/** Why a location may or may not provide a service. */
export type Eligibility = {
  readonly isEligible: boolean;
  readonly reasons: IneligibilityReason[];
  readonly earliestAt: Date | null;
  readonly evaluatedAt: Date;
};

/** A location as a return sees it. */
export type ReturnLocation = Pick<StoredFacts, 'locationId' | 'type'> & Pick<Eligibility, 'reasons'>;

const takesAtCounter = (type: StoredFacts['type']) => type === 'STORE' || type === 'COLLECTION_POINT';

/** Whether a location takes returned goods: at its counter, or by the parcel where it has none. */
export function explainReturns(facts: StoredFacts, channelId: string, now: Date): ReturnLocation {
  const { locationId, type } = facts;
  const service = takesAtCounter(type) ? 'RETURN_IN_STORE' : 'RETURN_TO_WAREHOUSE';
  return { locationId, type, reasons: [...judge(facts, { service, channelId, at: now }).reasons] };
}

export function explain(facts: StoredFacts, wish: Wish, now: Date): Result<Eligibility, InvalidInput> {
  if (wish.units != null && wish.units < 1) return refuse(invalidInput(['units'], 'An order has at least one unit.'));
  const { isEligible, reasons } = judge(facts, wish);
  return ok({ isEligible, reasons: [...reasons], earliestAt: earliestAt(facts, wish), evaluatedAt: now });
}
