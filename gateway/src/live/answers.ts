import { HttpError } from '@passerelle/server';
import type { LiveOperation } from './operation.ts';
import type { Watchers } from './wakes.ts';

export type LiveTimes = {
  /** Shortest time between two answers of one stream. */
  readonly pauseMs: number;
  /** A stream that nothing woke is answered anew after that long: some changes come with time, some wakes get lost. */
  readonly lookAgainMs: number;
  /** A stream that has nothing to tell says so that often, so that what lies between keeps it open. */
  readonly pingMs: number;
};

export const usualTimes: LiveTimes = { pauseMs: 200, lookAgainMs: 30_000, pingMs: 12_000 };

/** An answer as JSON text; the last one of its stream when the client lost the right to it. */
export type Answer = { readonly text: string; readonly isLast?: boolean };

export type AnswersOptions = {
  readonly operation: LiveOperation;
  readonly ask: () => Promise<Answer>;
  readonly watchers: Watchers;
  readonly times: LiveTimes;
  readonly signal: AbortSignal;
};

const ping = ':\n\n';
const event = (name: string, data = '') => `event: ${name}\ndata: ${data}\n\n`;

/**
 * Frames of one operation, as GraphQL over SSE has them on a connection of its own: the answer now, and the answer
 * whenever it became another. It is asked when the frame before was taken, so that a slow reader gets fewer answers and
 * always the newest, and nothing is kept for it.
 */
export async function* answers({ operation, ask, watchers, times, signal }: AnswersOptions): AsyncGenerator<string> {
  const sleeper = createSleeper(signal);
  const { watched } = operation;
  const stop = watched ? watchers.watch(watched.topic, watched.keys, sleeper.wake) : () => {};
  try {
    yield ping;
    for (let last = ''; !signal.aborted; ) {
      sleeper.forget();
      const answer = await askOrBusy(ask);
      if (answer && answer.text !== last) {
        last = answer.text;
        yield event('next', last);
      }
      if (answer && (answer.isLast || !watched)) break;
      await sleeper.sleep(times.pauseMs);
      const lookAgainAt = performance.now() + (answer ? times.lookAgainMs * (0.8 + Math.random() * 0.4) : 0);
      while (!sleeper.isWoken() && performance.now() < lookAgainAt && !signal.aborted) {
        await sleeper.untilWoken(Math.min(times.pingMs, lookAgainAt - performance.now()));
        if (!sleeper.isWoken()) yield ping;
      }
    }
    yield event('complete');
  } finally {
    stop();
  }
}

/** Nothing when the gateway has no time now: what is asked later is as good. */
async function askOrBusy(ask: () => Promise<Answer>): Promise<Answer | undefined> {
  try {
    return await ask();
  } catch (error) {
    if (error instanceof HttpError && error.status === 503) return undefined;
    if (error instanceof HttpError) {
      const errors = [{ message: error.message, extensions: { code: error.code } }];
      return { text: JSON.stringify({ errors }), isLast: true };
    }
    throw error;
  }
}

function createSleeper(signal: AbortSignal) {
  let woken = false;
  let stir = () => {};
  signal.addEventListener('abort', () => stir(), { once: true });
  const sleepUntil = (ms: number, listens: boolean) =>
    new Promise<void>((resolve) => {
      if (signal.aborted) return resolve();
      const timer = setTimeout(done, ms);
      function done() {
        clearTimeout(timer);
        stir = () => {};
        resolve();
      }
      stir = () => {
        if (listens || signal.aborted) done();
      };
    });
  return {
    wake() {
      woken = true;
      stir();
    },
    forget() {
      woken = false;
    },
    isWoken: () => woken,
    sleep: (ms: number) => sleepUntil(ms, false),
    untilWoken: (ms: number) => sleepUntil(ms, true),
  };
}
