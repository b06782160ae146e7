/**
 * Refusals: failures a caller can act on. Each becomes one `userErrors` entry whose GraphQL type follows from `code`.
 * `path` names the input field at fault, starting at `input`; null when no single field is.
 */
type Shape<Code extends string, Facts = unknown> = {
  readonly code: Code;
  readonly message: string;
  readonly path: readonly string[] | null;
} & Facts;

/** Why a location was left out; the SDL's `IneligibilityReasonCode`. */
export type IneligibilityCode =
  | 'LOCATION_INACTIVE'
  | 'SERVICE_DISABLED'
  | 'PILOT_OFF'
  | 'SERVICE_PAUSED'
  | 'CHANNEL_NOT_SERVED'
  | 'CLOSED'
  | 'CAPACITY_REACHED'
  | 'ORDER_TOO_LARGE'
  | 'OUT_OF_RADIUS'
  | 'TOO_LATE'
  | 'NO_STOCK'
  | 'ALL_RESERVED'
  | 'PROTECTED'
  | 'POOL_EXHAUSTED'
  | 'STOCK_STALE';

export type IneligibilityReason = {
  readonly code: IneligibilityCode;
  readonly message: string;
  /** When the reason is known to end; null when open-ended. */
  readonly until: Date | null;
  /** Most there can be, in units, lines or kilometres; left out where nothing is measured. */
  readonly limit?: number | null;
  /** What was asked for, in the same measure. */
  readonly actual?: number | null;
};

export type InvalidInput = Shape<'INVALID_INPUT'>;
export type NotFound = Shape<'NOT_FOUND', { readonly id: string | null }>;
export type VersionConflict = Shape<
  'VERSION_CONFLICT',
  { readonly expectedVersion: number; readonly actualVersion: number }
>;
export type InvalidState = Shape<'INVALID_STATE', { readonly currentState: string }>;
export type IdempotencyRefusal = Shape<
  'IDEMPOTENCY_KEY_REUSED' | 'IDEMPOTENCY_IN_PROGRESS',
  { readonly idempotencyKey: string }
>;
export type LimitExceeded = Shape<'LIMIT_EXCEEDED', { readonly limit: number }>;
export type InsufficientStock = Shape<
  'INSUFFICIENT_STOCK',
  { readonly sku: string; readonly requestedQuantity: number; readonly availableQuantity: number }
>;
export type LocationNotEligible = Shape<
  'LOCATION_NOT_ELIGIBLE',
  { readonly locationId: string; readonly reasons: readonly IneligibilityReason[] }
>;
export type QuantityTooLarge = Shape<'QUANTITY_TOO_LARGE', { readonly maximumQuantity: number }>;
export type ReservationExpired = Shape<'RESERVATION_EXPIRED', { readonly expiredAt: Date }>;

/** Codes that carry facts only one subgraph knows are declared there with this shape. */
export type OwnRefusal<Code extends string, Facts = unknown> = Shape<Code, Facts>;

export type Refusal =
  | InvalidInput
  | NotFound
  | VersionConflict
  | InvalidState
  | IdempotencyRefusal
  | LimitExceeded
  | InsufficientStock
  | LocationNotEligible
  | QuantityTooLarge
  | ReservationExpired;

type Path = readonly (string | number)[] | null;

/** `['lines', 2, 'sku']` → `['input', 'lines', '2', 'sku']`. */
const inputPath = (path: Path) => (path === null ? null : ['input', ...path.map(String)]);

export const invalidInput = (path: Path, message: string): InvalidInput => ({
  code: 'INVALID_INPUT',
  message,
  path: inputPath(path),
});

export const notFound = (what: string, id: string, path: Path = null): NotFound => ({
  code: 'NOT_FOUND',
  message: `There is no ${what} ${id}.`,
  path: inputPath(path),
  id,
});

export const versionConflict = (expectedVersion: number, actualVersion: number): VersionConflict => ({
  code: 'VERSION_CONFLICT',
  message: `Version ${expectedVersion} was expected, version ${actualVersion} is stored. Read again and retry.`,
  path: inputPath(['expectedVersion']),
  expectedVersion,
  actualVersion,
});

export const invalidState = (message: string, currentState: string, path: Path = null): InvalidState => ({
  code: 'INVALID_STATE',
  message,
  path: inputPath(path),
  currentState,
});

export const idempotencyKeyReused = (idempotencyKey: string): IdempotencyRefusal => ({
  code: 'IDEMPOTENCY_KEY_REUSED',
  message: 'This idempotency key was used before with different input. Use a new key.',
  path: inputPath(['idempotencyKey']),
  idempotencyKey,
});

export const idempotencyInProgress = (idempotencyKey: string): IdempotencyRefusal => ({
  code: 'IDEMPOTENCY_IN_PROGRESS',
  message: 'The first request with this idempotency key is still running. Retry later.',
  path: inputPath(['idempotencyKey']),
  idempotencyKey,
});

export const limitExceeded = (path: Path, message: string, limit: number): LimitExceeded => ({
  code: 'LIMIT_EXCEEDED',
  message,
  path: inputPath(path),
  limit,
});

export const insufficientStock = (
  sku: string,
  requestedQuantity: number,
  availableQuantity: number,
  path: Path = null,
): InsufficientStock => ({
  code: 'INSUFFICIENT_STOCK',
  message: `${requestedQuantity} units of ${sku} were asked for, ${availableQuantity} can be promised.`,
  path: inputPath(path),
  sku,
  requestedQuantity,
  availableQuantity,
});

export const locationNotEligible = (
  locationId: string,
  reasons: readonly IneligibilityReason[],
  path: Path = null,
): LocationNotEligible => ({
  code: 'LOCATION_NOT_ELIGIBLE',
  message: `Location ${locationId} cannot provide the service: ${reasons.map((reason) => reason.code).join(', ')}.`,
  path: inputPath(path),
  locationId,
  reasons,
});

export const quantityTooLarge = (path: Path, message: string, maximumQuantity: number): QuantityTooLarge => ({
  code: 'QUANTITY_TOO_LARGE',
  message,
  path: inputPath(path),
  maximumQuantity,
});

export const reservationExpired = (expiredAt: Date, path: Path = null): ReservationExpired => ({
  code: 'RESERVATION_EXPIRED',
  message: `The reservation ran out at ${expiredAt.toISOString()}.`,
  path: inputPath(path),
  expiredAt,
});
