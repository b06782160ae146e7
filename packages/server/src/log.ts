import { type Logger, pino } from 'pino';

export type { Logger };

/** One line of JSON an event, to standard error: standard output is for the `ready` line. */
export const createLog = (level = 'info'): Logger =>
  pino({ level, base: null, timestamp: pino.stdTimeFunctions.isoTime }, pino.destination({ dest: 2, sync: true }));
