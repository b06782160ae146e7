import {
  type IdempotencyRefusal,
  type InvalidInput,
  type InvalidState,
  type LimitExceeded,
  type NotFound,
  notFound,
  type OwnRefusal,
  type VersionConflict,
} from '@passerelle/values';

export type OverlappingPeriods = OwnRefusal<'OVERLAPPING_PERIODS', { readonly indexes: readonly number[] }>;

/** Every way a write of this subgraph can be refused. */
export type NetworkRefusal =
  | InvalidInput
  | NotFound
  | VersionConflict
  | InvalidState
  | IdempotencyRefusal
  | LimitExceeded
  | OverlappingPeriods;

/** Ids that name nothing: a rule about nobody would be kept, and never hold. */
export const unknownIds = (
  what: string,
  ids: readonly string[],
  known: ReadonlySet<string>,
  path: readonly string[],
): NotFound[] => ids.flatMap((id, index) => (known.has(id) ? [] : [notFound(what, id, [...path, index])]));

/** `indexes` are the positions, in the list sent, of the two that overlap; empty when one of them is stored already. */
export const overlappingPeriods = (
  path: readonly (string | number)[],
  message: string,
  indexes: readonly number[],
): OverlappingPeriods => ({
  code: 'OVERLAPPING_PERIODS',
  message,
  path: ['input', ...path.map(String)],
  indexes,
});
