/** Often enough for seconds, seldom enough to cost nothing. */
const tickMs = 20;

/**
 * What `work` answers, and the milliseconds it took of the time in which this process was given its turns: a machine
 * that is busy with others makes nothing late. For work that waits; what keeps the process from its turns is not seen.
 */
export async function inOwnTime<T>(work: () => Promise<T>): Promise<{ readonly value: T; readonly tookMs: number }> {
  let ticks = 0;
  const timer = setInterval(() => {
    ticks += 1;
  }, tickMs);
  try {
    return { value: await work(), tookMs: ticks * tickMs };
  } finally {
    clearInterval(timer);
  }
}
