import type { Clock } from '../src/clock.ts';

export type StoppedClock = Clock & {
  /** Lets time go by, and does what has become due. */
  readonly pass: (ms: number) => void;
};

/** Time that stands still until it is told to go by: nothing has to be waited for. */
export function stoppedClock(start = new Date('2026-11-22T09:30:00Z')): StoppedClock {
  let elapsed = 0;
  const waiting = new Set<{ readonly at: number; readonly work: () => void }>();
  return {
    now: () => new Date(start.getTime() + elapsed),
    ticks: () => elapsed,
    after(ms, work) {
      const timer = { at: elapsed + ms, work };
      waiting.add(timer);
      return () => waiting.delete(timer);
    },
    pass(ms) {
      elapsed += ms;
      for (const timer of [...waiting].filter(({ at }) => at <= elapsed)) {
        waiting.delete(timer);
        timer.work();
      }
    },
  };
}
