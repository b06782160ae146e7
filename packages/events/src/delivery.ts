import { setTimeout } from 'node:timers/promises';
import type { Database } from '@passerelle/database';
import { deliver, outboxSignal, type Send, waitingSubscribers } from './outbox.ts';

export type DeliveryOptions = {
  readonly database: Database;
  readonly send: Send;
  readonly onError: (error: unknown, subscriber: string) => void;
};

/** How often the outbox is looked through for what another process left there when it died. */
const sweepMs = 1000;
/** Longest pause between two attempts to reach a subscriber that fails; the first is a second, then twice as long each. */
const longestPauseMs = 60_000;

/**
 * Pause after a delivery, in which what comes gathers: whoever asks back about each event it is told of asks about many
 * at once then. The first after a pause leaves at once.
 */
const restMs: Readonly<Record<string, number>> = { returns: 200 };

/** Empties an outbox: at once when this process wrote to it, else at the next sweep. Until stopped. */
export function startDelivery({ database, send, onError }: DeliveryOptions): { stop: () => Promise<void> } {
  const runs = new Map<string, Run>();
  const runOf = (subscriber: string) => {
    const known = runs.get(subscriber);
    if (known) return known;
    const made = createRun(
      () => deliver(database, subscriber, send),
      (error) => onError(error, subscriber),
      restMs[subscriber],
    );
    runs.set(subscriber, made);
    return made;
  };
  const wake = (subscribers: readonly string[]) => {
    for (const subscriber of subscribers) runOf(subscriber).wake();
  };
  const look = createRun(
    async () => wake(await waitingSubscribers(database)),
    (error) => onError(error, 'outbox'),
  );
  const quiet = database.onSignal(outboxSignal, wake);
  const sweep = setInterval(look.wake, sweepMs);
  look.wake();
  return {
    async stop() {
      quiet();
      clearInterval(sweep);
      await look.stop();
      await Promise.all([...runs.values()].map((run) => run.stop()));
    },
  };
}

type Run = { readonly wake: () => void; readonly stop: () => Promise<void> };

/**
 * Runs `work` when woken, never twice at a time; woken meanwhile, once more. It rests after each turn if told, and longer
 * after a failure.
 */
function createRun(work: () => Promise<unknown>, onError: (error: unknown) => void, restAfterMs = 0): Run {
  let running: Promise<void> | undefined;
  let isWanted = false;
  let failures = 0;
  let restsUntil = 0;
  const stopped = new AbortController();

  const attempt = async () => {
    while (isWanted && !stopped.signal.aborted) {
      isWanted = false;
      try {
        await work();
        failures = 0;
        if (restAfterMs > 0) await setTimeout(restAfterMs, undefined, { signal: stopped.signal }).catch(() => {});
      } catch (error) {
        restsUntil = performance.now() + Math.min(sweepMs * 2 ** failures++, longestPauseMs);
        onError(error);
        return;
      }
    }
  };
  return {
    wake() {
      isWanted = true;
      if (running || stopped.signal.aborted || performance.now() < restsUntil) return;
      running = attempt().finally(() => {
        running = undefined;
      });
    },
    async stop() {
      stopped.abort();
      await running;
    },
  };
}

/** Sends everything that waits now, to each subscriber that takes it; for tests and loaders. */
export async function deliverWaiting({ database, send, onError }: DeliveryOptions): Promise<void> {
  for (const subscriber of await waitingSubscribers(database)) {
    await deliver(database, subscriber, send).catch((error) => onError(error, subscriber));
  }
}
