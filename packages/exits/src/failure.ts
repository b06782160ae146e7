/** Why an exit has no answer that can be used. */
export type Failure =
  /** Nothing usable within the budget. */
  | 'TIMED_OUT'
  /** No connection, or it broke. */
  | 'UNREACHABLE'
  /** Its address is one the graph must not talk to. */
  | 'NOT_ALLOWED'
  | 'SERVER_ERROR'
  /** 409 or 422: the exit is well and says it cannot judge this. */
  | 'CANNOT_JUDGE'
  /** 429. */
  | 'TOO_MANY_CALLS'
  /** Any other status: a redirect, a wrong address, a wrong secret. */
  | 'UNEXPECTED_STATUS'
  /** No JSON, not in the form of the point, or too large. */
  | 'INVALID_ANSWER'
  /** As many calls as may run are running; it was not asked. */
  | 'BUSY'
  /** It failed too often and is left alone; it was not asked. */
  | 'LEFT_ALONE';

/** Thrown within a call and caught where the policy is applied. */
export class ExitFailed extends Error {
  override readonly name = 'ExitFailed';
  readonly failure: Failure;

  constructor(failure: Failure, message: string) {
    super(message);
    this.failure = failure;
  }
}

/** Another attempt may go better: the exit did not take the call in, or fell over it. */
export const isWorthARetry = ({ failure }: ExitFailed) => failure === 'UNREACHABLE' || failure === 'SERVER_ERROR';

/** Says nothing about how the exit is. */
export const isHarmless = (failure: Failure) =>
  failure === 'CANNOT_JUDGE' || failure === 'BUSY' || failure === 'LEFT_ALONE';
