import { type NotFound, notFound, ok, type Result, refuse } from '@passerelle/values';
import type { KnownLocation, Network } from './network.ts';

/** Whether a caller may see a location: all of them, or those its token is bound to. */
export const seesLocation = (caller: { readonly locationIds: readonly string[] | null }, locationId: string) =>
  caller.locationIds === null || caller.locationIds.includes(locationId);

/** A location the caller may see; a foreign one is like a missing one. */
export function findSeenLocation(
  network: Network,
  caller: { readonly locationIds: readonly string[] | null },
  locationId: string,
  path: readonly (string | number)[],
): Result<KnownLocation, NotFound> {
  const location = network.byId.get(locationId);
  return location && seesLocation(caller, locationId) ? ok(location) : refuse(notFound('location', locationId, path));
}
