import { HttpError } from '@passerelle/server';

export type Shedding = {
  /** Runs a request, or refuses it at once with 503 when the process could not answer it in time. */
  readonly admit: <T>(work: () => Promise<T>) => Promise<T>;
  readonly inFlight: () => number;
  readonly lagMs: () => number;
  readonly close: () => void;
};

export type SheddingOptions = {
  readonly mostInFlight: number;
  readonly mostLagMs?: number;
  /** How late a timer of this process is, smoothed; measured by a timer of its own unless given. */
  readonly lag?: () => number;
};

const everyMs = 100;
/** Some two seconds: one plan that takes long is no overload. */
const smoothing = 0.1;

/** Refuses what would only wait: too much is already running, or timers have been late for two seconds. */
export function createShedding({ mostInFlight, mostLagMs = 500, lag }: SheddingOptions): Shedding {
  const measured = lag ? undefined : measureLag();
  const lagMs = lag ?? (() => measured?.lagMs() ?? 0);
  let inFlight = 0;
  return {
    async admit(work) {
      if (inFlight >= mostInFlight || lagMs() > mostLagMs) throw overloaded();
      inFlight += 1;
      try {
        return await work();
      } finally {
        inFlight -= 1;
      }
    },
    inFlight: () => inFlight,
    lagMs,
    close: () => measured?.stop(),
  };
}

const overloaded = () =>
  new HttpError(503, 'Too much is going on here right now; try again in a moment.', 'SERVICE_UNAVAILABLE', {
    'retry-after': '1',
  });

function measureLag() {
  let lag = 0;
  let expected = performance.now() + everyMs;
  const timer = setInterval(() => {
    const late = Math.max(0, performance.now() - expected);
    lag += smoothing * (late - lag);
    expected = performance.now() + everyMs;
  }, everyMs);
  timer.unref();
  return { lagMs: () => lag, stop: () => clearInterval(timer) };
}
