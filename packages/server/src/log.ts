import { type Logger, pino } from 'pino';
import type { Answered } from './http.ts';
import { currentRequestId } from './request-scope.ts';

export type { Logger };

/** What is logged while a request is answered names it; jobs and timers answer none. */
const mixin = () => {
  const requestId = currentRequestId();
  return requestId === undefined ? {} : { requestId };
};

/** One line of JSON an event, to standard error: standard output is for the `ready` line. */
export const createLog = (level = 'info'): Logger =>
  pino(
    { level, base: null, mixin, timestamp: pino.stdTimeFunctions.isoTime },
    pino.destination({ dest: 2, sync: true }),
  );

/** Logs each request that `serve` answered, at level `debug`; undefined when nobody would see it. */
export const answersTo = (log: Logger) =>
  log.isLevelEnabled('debug') ? (answered: Answered) => log.debug(answered, 'answered') : undefined;
