import { connect, listen } from '@passerelle/database';
import { everything, type Wakes, type WakeTopic, wakeChannel } from '@passerelle/events';
import type { Logger } from '@passerelle/server';

export type Wake = () => void;

/** Who looks at what, in this process. */
export type Watchers = {
  /** Calls `wake` whenever one of these may have changed, until the answered function is called. */
  readonly watch: (topic: WakeTopic, keys: readonly string[], wake: Wake) => () => void;
  readonly wake: (wakes: Wakes) => void;
  readonly wakeAll: () => void;
};

export function createWatchers(): Watchers {
  const topics = new Map<string, Map<string, Set<Wake>>>();

  function wakeTopic(topic: string, keys: readonly string[]) {
    const watched = topics.get(topic);
    if (!watched) return;
    const sets = keys.includes(everything) ? [...watched.values()] : keys.map((key) => watched.get(key));
    // Each once, also who looks at several of them.
    for (const wake of new Set(sets.flatMap((set) => [...(set ?? [])]))) wake();
  }
  return {
    watch(topic, keys, wake) {
      const watched = topics.get(topic) ?? new Map<string, Set<Wake>>();
      topics.set(topic, watched);
      for (const key of keys) watched.set(key, (watched.get(key) ?? new Set()).add(wake));
      return () => {
        for (const key of keys) {
          const set = watched.get(key);
          set?.delete(wake);
          if (set?.size === 0) watched.delete(key);
        }
      };
    },
    wake(wakes) {
      for (const [topic, keys] of Object.entries(wakes)) wakeTopic(topic, keys);
    },
    wakeAll() {
      for (const topic of topics.keys()) wakeTopic(topic, [everything]);
    },
  };
}

/** Wakes by what any process tells over the database, until closed; all of them when something may have been missed. */
export async function listenForWakes(
  databaseUrl: string,
  watchers: Watchers,
  log: Logger,
): Promise<{ readonly close: () => Promise<void> }> {
  const database = connect({ url: databaseUrl, max: 1 });
  const listener = await listen(database, wakeChannel, {
    onMessage(text) {
      try {
        watchers.wake(JSON.parse(text) as Wakes);
      } catch (error) {
        log.error({ err: error }, 'a wake cannot be read');
      }
    },
    onConnect: watchers.wakeAll,
  });
  return {
    async close() {
      await listener.close();
      await database.close();
    },
  };
}
