import { type InvalidInput, invalidInput, ok, type Refusal, type Result, refuse } from '@passerelle/values';
import type { Network } from './network.ts';
import { covers, type Pool, type PoolMode } from './pool.ts';
import { checkText } from './stock-event.ts';

/** What a caller wants of a pool; what is left out stays as it was, null clears what may be absent. */
export type PoolInput = {
  readonly name?: string | null;
  readonly mode?: PoolMode | null;
  readonly locationIds?: readonly string[] | null;
  readonly arrivalPercent?: string | null;
};

const mostLocations = 2000;

/** The pool as the caller wants it, or everything that is wrong with that. `others` are all pools that are not it. */
export function changedPool(
  pool: Pool,
  input: PoolInput,
  others: readonly Pool[],
  network: Network,
): Result<Pool, Refusal> {
  const problems = [...checkName(input), ...checkLocations(input), ...checkShare(input)];
  if (problems.length > 0) return refuse(...problems);
  const changed: Pool = {
    ...pool,
    name: input.name ?? pool.name,
    mode: input.mode ?? pool.mode,
    locationIds:
      input.locationIds === undefined ? pool.locationIds : input.locationIds && [...new Set(input.locationIds)],
    arrivalPercent:
      input.arrivalPercent === undefined
        ? pool.arrivalPercent
        : input.arrivalPercent === null
          ? null
          : Number(input.arrivalPercent),
  };
  if (changed.mode === 'SHARED' && changed.arrivalPercent !== null) {
    return refuse(invalidInput(['arrivalPercent'], 'Nothing is set apart for a SHARED pool: leave the share out.'));
  }
  const crowded = crowdedLocation(changed, others, network);
  if (crowded) {
    const message = `Pools would be set apart more than all that arrives at ${crowded}: give a smaller share.`;
    return refuse(invalidInput(['arrivalPercent'], message));
  }
  return ok(changed);
}

const checkName = ({ name }: PoolInput) => (name == null ? [] : checkText(['name'], name, 100));

function checkLocations({ locationIds }: PoolInput): readonly Refusal[] {
  if (!locationIds) return [];
  if (locationIds.length >= 1 && locationIds.length <= mostLocations) {
    return locationIds.flatMap((id, index) => checkText(['locationIds', index], id, 100));
  }
  return [invalidInput(['locationIds'], `A pool draws on 1 to ${mostLocations} locations; leave it out for all.`)];
}

function checkShare({ arrivalPercent }: PoolInput): InvalidInput[] {
  if (arrivalPercent == null) return [];
  const share = Number(arrivalPercent);
  const isShare = /^\d{1,3}(\.\d{1,2})?$/.test(arrivalPercent) && share > 0 && share <= 100;
  return isShare
    ? []
    : [invalidInput(['arrivalPercent'], 'A share is more than 0 and at most 100, with two decimals.')];
}

/** A location where the shares of all pools are more than everything; undefined when there is none. */
function crowdedLocation(pool: Pool, others: readonly Pool[], { byNo }: Network): string | undefined {
  if (pool.arrivalPercent === null) return undefined;
  const sharing = [pool, ...others].filter(({ arrivalPercent }) => arrivalPercent !== null);
  for (const { facts } of byNo.values()) {
    if (!covers(pool, facts)) continue;
    const shares = sharing.filter((other) => covers(other, facts)).map(({ arrivalPercent }) => arrivalPercent ?? 0);
    if (shares.reduce((sum, share) => sum + share, 0) > 100) return facts.locationId;
  }
  return undefined;
}
