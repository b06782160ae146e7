import { ServiceError } from '@passerelle/server';

export type Breaker = {
  /** Does the work, or rejects at once while the neighbour is known not to answer. */
  readonly run: <T>(work: () => Promise<T>) => Promise<T>;
};

/** Failures in a row after which a neighbour is left alone. */
const failuresToOpen = 5;
/** While it is left alone, one request in that time still tries: it is well again that soon after it heals. */
const tryEveryMs = 500;

/** Spares a neighbour that fails, and everybody the wait for it. What still hangs from before keeps nobody from trying. */
export function createBreaker(now = () => performance.now()): Breaker {
  let failures = 0;
  let lastTry = 0;
  const succeed = <T>(result: T): T => {
    failures = 0;
    return result;
  };
  const fail = (error: unknown): never => {
    failures += 1;
    if (failures === failuresToOpen) lastTry = now();
    throw error;
  };
  return {
    run(work) {
      if (failures >= failuresToOpen) {
        if (now() - lastTry < tryEveryMs) {
          return Promise.reject(new ServiceError('is left alone: it failed several times in a row'));
        }
        lastTry = now();
      }
      return work().then(succeed, fail);
    },
  };
}
