/** Time as exits need it; real unless a test gives its own. */
export type Clock = {
  readonly now: () => Date;
  /** Milliseconds that only grow, for measuring. */
  readonly ticks: () => number;
  /** Does the work once after so many milliseconds, unless what it answers is called before. */
  readonly after: (ms: number, work: () => void) => () => void;
};

export const realClock: Clock = {
  now: () => new Date(),
  ticks: () => performance.now(),
  after(ms, work) {
    const timer = setTimeout(work, ms);
    return () => clearTimeout(timer);
  },
};
