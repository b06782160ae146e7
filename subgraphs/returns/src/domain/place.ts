import type { LocationType } from '@passerelle/eligibility';
import {
  type IneligibilityCode,
  type IneligibilityReason,
  type LocationNotEligible,
  locationNotEligible,
  type NotFound,
  notFound,
  ok,
  type Result,
  refuse,
} from '@passerelle/values';

/** What store-network says about a location that is to take returned goods. */
export type ReturnPlace = {
  readonly locationId: string;
  readonly type: LocationType;
  readonly reasons: readonly IneligibilityReason[];
};

/**
 * Reasons that keep goods away however long one waits. A location that does not serve the channel is none of them: goods
 * bought in any channel may be brought to any store that takes returns, unless the channel's policy forbids it.
 */
const lasting: readonly IneligibilityCode[] = ['LOCATION_INACTIVE', 'SERVICE_DISABLED'];

/**
 * What stands against each step. A shopper who asks today comes another day, so a pause or a closed door does not matter
 * yet. Goods that are handed over are refused by a pause, but not by a closed door: staff also work behind it.
 */
const refusing: Readonly<Record<'ASK' | 'RECEIVE', readonly IneligibilityCode[]>> = {
  ASK: lasting,
  RECEIVE: [...lasting, 'SERVICE_PAUSED'],
};

/** Refuses a place that is unknown, or does not take returns. */
export function mayTakeReturns(
  place: ReturnPlace | null,
  locationId: string,
  step: keyof typeof refusing,
  path: readonly string[],
): Result<ReturnPlace, NotFound | LocationNotEligible> {
  if (!place) return refuse(notFound('location', locationId, path));
  const reasons = place.reasons.filter((reason) => refusing[step].includes(reason.code));
  return reasons.length === 0 ? ok(place) : refuse(locationNotEligible(locationId, reasons, path));
}
