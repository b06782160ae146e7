import { type InvalidInput, invalidInput, ok, type PageArguments, type Result, refuse } from '@passerelle/values';
import type { ReturnMethod, ReturnReason, ReturnStatus } from './return.ts';

export type SortField = 'REQUESTED_AT' | 'UPDATED_AT' | 'NUMBER';
/** Newest or largest first unless told. */
export type SortKey = { readonly field: SortField; readonly direction?: 'ASC' | 'DESC' };
/** Half-open, `[from, to)`. */
export type Range = { readonly from?: Date | null; readonly to?: Date | null };

/** Conditions that must all hold; what is null or left out does not matter. */
export type ReturnConditions = {
  readonly ids?: readonly string[] | null;
  readonly numbers?: readonly string[] | null;
  readonly orderIds?: readonly string[] | null;
  readonly statuses?: readonly ReturnStatus[] | null;
  readonly methods?: readonly ReturnMethod[] | null;
  readonly locationIds?: readonly string[] | null;
  readonly reasons?: readonly ReturnReason[] | null;
  readonly requestedAt?: Range | null;
  readonly updatedAt?: Range | null;
};

export type ListingArguments = PageArguments & {
  readonly filter?: ReturnConditions | null;
  readonly sort?: readonly SortKey[] | null;
};

export type Listing = {
  readonly conditions: ReturnConditions;
  readonly sort: readonly SortKey[];
  readonly page: PageArguments;
};

const newestFirst: readonly SortKey[] = [{ field: 'REQUESTED_AT', direction: 'DESC' }];
const maximumValues = 100;

/** Reads the filter and the order of a list of returns. */
export function readListing({ filter, sort: wanted, ...page }: ListingArguments): Result<Listing, InvalidInput> {
  const sort = wanted?.length ? wanted : newestFirst;
  const conditions = filter ?? {};
  if (new Set(sort.map(({ field }) => field)).size < sort.length) {
    return refuse(invalidInput(['sort'], 'Sort by each field once.'));
  }
  for (const name of ['ids', 'numbers', 'orderIds', 'locationIds'] as const) {
    if ((conditions[name]?.length ?? 0) > maximumValues) {
      return refuse(invalidInput(['filter', name], `Give at most ${maximumValues} ${name}.`));
    }
  }
  return ok({ conditions, sort, page });
}
