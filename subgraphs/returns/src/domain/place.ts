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
 * Reasons that keep goods away however long one waits. The channel's sharing policies say which locations of which region or
 * brand take its goods back; a location that was named when the return was asked for keeps its word.
 */
const lasting: readonly IneligibilityCode[] = ['LOCATION_INACTIVE', 'SERVICE_DISABLED', 'CHANNEL_NOT_SERVED'];

/**
 * What stands against each step. A shopper who asks today comes another day, so a pause or a closed door does not matter
 * yet. Goods that are handed over are refused by a pause, but not by a closed door: staff also work behind it.
 */
const refusing: Readonly<Record<'ASK' | 'RECEIVE', readonly IneligibilityCode[]>> = {
  ASK: lasting,
  RECEIVE: [...lasting, 'SERVICE_PAUSED'],
};

/** A drop-off point hands parcels over and sends them on: it holds no stock, and nobody there judges goods. */
export const isPoint = (place: Pick<ReturnPlace, 'type'> | null): boolean => place?.type === 'COLLECTION_POINT';

/** Whether goods may be sent to a shop to be collected there: one that is closed today opens again. */
export const mayBeSentGoods = (place: ReturnPlace | null): boolean =>
  place?.type === 'STORE' &&
  place.reasons.every(({ code }) => code !== 'LOCATION_INACTIVE' && code !== 'CHANNEL_NOT_SERVED');

/** Refuses a place that is unknown, or does not take returns. `isAnnounced`: the return was promised to be taken there. */
export function mayTakeReturns(
  place: ReturnPlace | null,
  locationId: string,
  step: keyof typeof refusing,
  path: readonly string[],
  isAnnounced = false,
): Result<ReturnPlace, NotFound | LocationNotEligible> {
  if (!place) return refuse(notFound('location', locationId, path));
  const reasons = place.reasons.filter(
    (reason) => refusing[step].includes(reason.code) && !(isAnnounced && reason.code === 'CHANNEL_NOT_SERVED'),
  );
  return reasons.length === 0 ? ok(place) : refuse(locationNotEligible(locationId, reasons, path));
}
