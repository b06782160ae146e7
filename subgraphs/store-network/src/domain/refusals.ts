import type {
  IdempotencyRefusal,
  InvalidInput,
  InvalidState,
  LimitExceeded,
  NotFound,
  OwnRefusal,
  VersionConflict,
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
