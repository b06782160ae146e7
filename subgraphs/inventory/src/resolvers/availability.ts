import { positionOfPostalCode } from '@passerelle/postal-codes';
import { badUserInput, forbidden, isAllowed, orBadUserInput } from '@passerelle/server';
import { type GeoPoint, isOnEarth, whenRead } from '@passerelle/values';
import { largestQuantity } from '../domain/allocation.ts';
import { nextPromisable } from '../domain/expected-receipt.ts';
import { explain } from '../domain/explanation.ts';
import { refOf } from '../domain/network.ts';
import { type PickupService, pickupServices } from '../domain/pickup.ts';
import { checkLines } from '../domain/wanted.ts';
import type {
  DestinationInput,
  PickupAlternativeResolvers,
  PickupItemAvailabilityResolvers,
  PickupStoreResolvers,
  QueryResolvers,
  SharingPairResolvers,
  SkuAvailabilityResolvers,
} from '../generated/resolver-types.ts';
import { shareOf } from './explanation.ts';

const maximumSkus = 100;
const maximumCartLines = 50;
const maximumSourcedLines = 500;
const maximumCandidates = 500;
/** As the SDL says. */
const standardCandidates = 200;
const largestRadiusKm = 200;
const longestViewMs = 60_000;

function checkSkus(skus: readonly string[]) {
  if (skus.length < 1 || skus.length > maximumSkus) throw badUserInput(`\`skus\` takes 1 to ${maximumSkus} SKUs.`);
  if (new Set(skus).size < skus.length) throw badUserInput('`skus` names a SKU twice; each counts once.');
}

function checkPoint(near: GeoPoint) {
  if (!isOnEarth(near)) throw badUserInput('`near` needs a latitude of -90 to 90 and a longitude of -180 to 180.');
  return near;
}

/** Where a shopper is, told by a point or by a postal code. */
function pointOf(near: GeoPoint | null | undefined, postalCode: string | null | undefined): GeoPoint {
  if (near && postalCode) throw badUserInput('`near` and `postalCode` both tell where; give one of them.');
  if (near) return checkPoint(near);
  if (!postalCode) throw badUserInput('`near` is missing; give it, or a French `postalCode`.');
  const found = positionOfPostalCode(postalCode);
  if (!found) {
    throw badUserInput(`\`postalCode\` ${postalCode} is no French postal code whose place is known; give \`near\`.`);
  }
  return found;
}

export const availabilityQueries: Pick<
  QueryResolvers,
  'networkProjection' | 'availability' | 'pickupStores' | 'pickupStore' | 'sourcingCandidates'
> = {
  networkProjection: (_root, _arguments, { reads }) => reads.networkProjection(),
  availability(_root, { channelId, skus, asOf }, context) {
    checkSkus(skus);
    if (asOf) {
      if (!isAllowed(context.caller, 'explain:read')) throw forbidden('Query.availability(asOf:)');
      if (asOf > context.now()) throw badUserInput('`asOf` lies in the future; leave it out for now.');
      return context.reads.availabilityAsOf(channelId, skus, asOf);
    }
    return context.reads.availability(channelId, skus);
  },
  pickupStores(_root, { channelId, items, near, postalCode, radiusKm, filter, ...page }, context) {
    if (filter?.includeIneligible && !isAllowed(context.caller, 'explain:read')) {
      throw forbidden('PickupStoreFilter.includeIneligible');
    }
    if (!(radiusKm > 0 && radiusKm <= largestRadiusKm)) {
      throw badUserInput(`\`radiusKm\` must be more than 0 and at most ${largestRadiusKm}.`);
    }
    const wish = {
      channelId,
      items: orBadUserInput(checkLines(items, 'items', maximumCartLines)),
      near: pointOf(near, postalCode),
      radiusKm,
      onlyComplete: filter?.onlyComplete ?? false,
      includeIneligible: filter?.includeIneligible ?? false,
      readyBy: filter?.readyBy ?? null,
      openNow: filter?.openNow ?? false,
      service: pickupServiceOf(filter?.service),
    };
    return whenRead(context.reads.pickupStores(wish, page), orBadUserInput);
  },
  pickupStore(_root, { channelId, locationId, items }, context) {
    const lines = orBadUserInput(checkLines(items, 'items', maximumCartLines));
    return context.reads.pickupStore(channelId, locationId, lines);
  },
  sourcingCandidates(_root, { input }, context) {
    const { first = standardCandidates } = input;
    if (first < 1 || first > maximumCandidates) {
      throw badUserInput(`\`first\` must be 1 to ${maximumCandidates}.`);
    }
    if (input.asOf && input.asOf > context.now())
      throw badUserInput('`asOf` lies in the future; leave it out for now.');
    if (input.asOf && input.reservationId) throw badUserInput('Give `asOf` or `reservationId`, not both.');
    return context.reads.candidates({
      channelId: input.channelId,
      purpose: input.purpose,
      lines: orBadUserInput(checkLines(input.lines, 'lines', maximumSourcedLines, largestQuantity)),
      near: input.near ? checkPoint(input.near) : placeOf(input.destination),
      excludeLocationIds: input.excludeLocationIds ?? [],
      locationIds: input.locationIds ?? null,
      reservationId: input.reservationId ?? null,
      service: input.service ?? 'CLICK_AND_COLLECT',
      ignoresCapacity: input.ignoresCapacity ?? false,
      withStockAges: input.withStockAges ?? false,
      asOf: input.asOf ?? null,
      first,
    });
  },
};

/** Null where the place is not known: then distance decides nothing. */
const placeOf = (destination: DestinationInput | null | undefined) =>
  destination?.postalCode ? positionOfPostalCode(destination.postalCode, destination.countryCode) : null;

const SkuAvailability: SkuAvailabilityResolvers = {
  channel: ({ channelId }) => ({ id: channelId }),
  warehouse: (availability) => shareOf(availability, 'warehouse'),
  stores: (availability) => shareOf(availability, 'stores'),
  explanation: explain,
  nextReceipt({ item, view }, _args, { now }) {
    // What was on its way at an earlier moment is not kept.
    if (!item || now().getTime() - view.at.getTime() > longestViewMs) return null;
    return nextPromisable(view, item.receipts ?? []);
  },
};

function pickupServiceOf(service: string | null | undefined): PickupService {
  const found = pickupServices.find((known) => known === (service ?? 'CLICK_AND_COLLECT'));
  if (!found) throw badUserInput(`\`filter.service\` is one of ${pickupServices.join(', ')}.`);
  return found;
}

const PickupItemAvailability: PickupItemAvailabilityResolvers = {
  missingQuantity: ({ requestedQuantity, availableQuantity }) => Math.max(0, requestedQuantity - availableQuantity),
  alternative: ({ alternative }) => alternative ?? null,
};

const PickupAlternative: PickupAlternativeResolvers = { location: ({ location }) => refOf(location) };

const PickupStore: PickupStoreResolvers = { location: ({ location }) => refOf(location) };

const SharingPair: SharingPairResolvers = {
  __resolveReference: ({ channelId, locationId }) => ({ channelId, locationId }),
  freeUnits: ({ locationId }, _arguments, { reads }) => reads.freeUnits.load(locationId),
};

export const availabilityTypes = {
  SkuAvailability,
  PickupStore,
  PickupItemAvailability,
  PickupAlternative,
  SharingPair,
};
