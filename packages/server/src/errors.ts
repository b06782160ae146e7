import { isTransient } from '@passerelle/database';
import type { Refusal } from '@passerelle/values';
import { GraphQLError, type GraphQLFormattedError } from 'graphql';
import { ServiceError } from './services.ts';
import { sayUnkeptValue } from './unkept-value.ts';

/** Codes a client may see; everything else becomes INTERNAL_SERVER_ERROR. */
const publicCodes = new Set<unknown>([
  'UNAUTHENTICATED',
  'FORBIDDEN',
  'BAD_USER_INPUT',
  'BAD_REQUEST',
  'GRAPHQL_PARSE_FAILED',
  'GRAPHQL_VALIDATION_FAILED',
  'OPERATION_RESOLUTION_FAILURE',
  'PERSISTED_QUERY_NOT_FOUND',
  'PERSISTED_QUERY_NOT_SUPPORTED',
  'SERVICE_UNAVAILABLE',
  'LIMIT_EXCEEDED',
]);

export type ErrorLog = (error: unknown) => void;

/** Lets named codes through with their message and nothing but their code; logs and hides all else. */
export function maskError(
  formatted: GraphQLFormattedError,
  error: unknown,
  log: ErrorLog,
  /** Of the operation, to tell which of them was at fault. */
  variables?: unknown,
): GraphQLFormattedError {
  const code = formatted.extensions?.code;
  const place = {
    ...(formatted.locations ? { locations: formatted.locations } : {}),
    ...(formatted.path ? { path: formatted.path } : {}),
  };
  if (publicCodes.has(code)) {
    return { message: formatted.message, ...place, extensions: { code, ...figuresOf(formatted.extensions ?? {}) } };
  }
  const cause = causeOf(error);
  const unkept = sayUnkeptValue(cause, variables);
  if (unkept) return { message: unkept, ...place, extensions: { code: 'BAD_USER_INPUT' } };
  log(error);
  if (isPassing(cause)) {
    return { message: 'Too busy right now; try again.', ...place, extensions: { code: 'SERVICE_UNAVAILABLE' } };
  }
  return { message: 'Internal server error', ...place, extensions: { code: 'INTERNAL_SERVER_ERROR' } };
}

const causeOf = (error: unknown) => (error instanceof GraphQLError ? error.originalError : error);

/** A race lost too often, or a neighbour that did not answer: asked again, with the same key, it may go through. */
function isPassing(cause: unknown): boolean {
  return cause instanceof ServiceError || isTransient(cause);
}

/** What an operation would cost and what it may: the client's own request in numbers. */
function figuresOf({ cost, budget }: NonNullable<GraphQLFormattedError['extensions']>) {
  return typeof cost === 'number' && typeof budget === 'number' ? { cost, budget } : {};
}

const coded = (code: string, message: string) => new GraphQLError(message, { extensions: { code } });

export const badUserInput = (message: string) => coded('BAD_USER_INPUT', message);
export const unauthenticated = () => coded('UNAUTHENTICATED', 'Sign in: this needs a valid bearer token.');
export const forbidden = (what: string) => coded('FORBIDDEN', `Your token does not allow ${what}.`);

/** The value of a query argument's check, or BAD_USER_INPUT: queries have no `userErrors`. */
export function orBadUserInput<T>(
  result: { ok: true; value: T } | { ok: false; refusals: readonly { message: string }[] },
): T {
  if (result.ok) return result.value;
  throw badUserInput(result.refusals.map((refusal) => refusal.message).join(' '));
}

const typeOfCode: Record<string, string> = {
  INVALID_INPUT: 'InvalidInputError',
  NOT_FOUND: 'NotFoundError',
  VERSION_CONFLICT: 'VersionConflictError',
  INVALID_STATE: 'InvalidStateError',
  IDEMPOTENCY_KEY_REUSED: 'IdempotencyError',
  IDEMPOTENCY_IN_PROGRESS: 'IdempotencyError',
  LIMIT_EXCEEDED: 'LimitExceededError',
  USER_EXIT_REJECTED: 'UserExitRejectedError',
  INSUFFICIENT_STOCK: 'InsufficientStockError',
  RESERVATION_EXPIRED: 'ReservationExpiredError',
  QUANTITY_CONFLICT: 'QuantityConflictError',
  SNAPSHOT_SEQUENCE: 'SnapshotSequenceError',
  LOCATION_NOT_ELIGIBLE: 'LocationNotEligibleError',
  OVERLAPPING_PERIODS: 'OverlappingPeriodsError',
  PAYMENT_DECLINED: 'PaymentDeclinedError',
  PRICE_MISMATCH: 'PriceMismatchError',
  NOT_EDITABLE: 'NotEditableError',
  QUANTITY_TOO_LARGE: 'QuantityTooLargeError',
  PICKUP_PROOF_INVALID: 'PickupProofInvalidError',
  NO_SOURCE: 'NoSourceError',
  NOT_RETURNABLE: 'NotReturnableError',
  REFUND_TOO_LARGE: 'RefundTooLargeError',
};

/** Resolver of every `userErrors` union and of the `UserError` interface: the type follows from the code. */
export const UserErrorType = {
  __resolveType: (refusal: Pick<Refusal, 'message'> & { readonly code: string }) => typeOfCode[refusal.code] as never,
};
