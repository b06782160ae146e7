import type { Database } from '@passerelle/database';

/** Channel of NOTIFY on which all who watch the graph are told what changed in it. */
export const wakeChannel = 'passerelle_live';

/** What can be watched: orders by id, a location's work by its id, what is on sale by SKU. */
export type WakeTopic = 'order' | 'queue' | 'availability';

/** What changed, by topic; `everything` stands for all there is of a topic. */
export type Wakes = Readonly<Partial<Record<WakeTopic, readonly string[]>>>;
export const everything = '*';

/** Turns the keys a subgraph signals, after a transaction, into what watchers know. */
export type WakeSource = {
  readonly signal: string;
  readonly read: (keys: readonly string[]) => Wakes | Promise<Wakes>;
};

export type WakingOptions = {
  readonly database: Database;
  readonly sources: readonly WakeSource[];
  readonly onError: (error: unknown) => void;
};

/** Changes of that long are told together; while they keep coming, those of the longer time. */
const gatherMs = 50;
const busyGatherMs = 250;
/** More keys than that at once are told as `everything`. */
const mostKeys = 1000;
/** PostgreSQL takes less than 8000 bytes in one message. */
const keysInMessage = 100;

/**
 * Tells what a subgraph's transactions changed, after they committed and outside of them: a NOTIFY inside would make
 * every commit of the database wait for the one before. What a killed process had not told yet stays untold; watchers
 * look again now and then by themselves.
 */
export function startWaking({ database, sources, onError }: WakingOptions): { stop: () => Promise<void> } {
  const gathered = new Map<WakeSource, Set<string>>();
  let timer: NodeJS.Timeout | undefined;
  let toldAt = Number.NEGATIVE_INFINITY;
  let telling = Promise.resolve();

  const tell = async () => {
    timer = undefined;
    toldAt = performance.now();
    const batch = [...gathered];
    gathered.clear();
    try {
      const wakes: Wakes[] = [];
      for (const [{ read }, keys] of batch) wakes.push(await read(fewOrAll(keys)));
      const messages = wakes.flatMap(messagesOf);
      if (messages.length === 0) return;
      await database.sql`select pg_notify(${wakeChannel}, message) from unnest(${messages}::text[]) as message`;
    } catch (error) {
      // They are told with the next.
      for (const [source, keys] of batch) gather(source, [...keys]);
      throw error;
    }
  };
  function gather(source: WakeSource, keys: readonly string[]): void {
    const known = gathered.get(source) ?? new Set<string>();
    gathered.set(source, known);
    for (const key of keys) known.add(key);
  }
  const quiet = sources.map((source) =>
    database.onSignal(source.signal, (keys) => {
      gather(source, keys);
      const restMs = toldAt + busyGatherMs - performance.now();
      timer ??= setTimeout(
        () => {
          telling = telling.then(tell).catch(onError);
        },
        Math.max(gatherMs, restMs),
      );
    }),
  );
  return {
    async stop() {
      for (const stop of quiet) stop();
      clearTimeout(timer);
      await telling;
      if (gathered.size > 0) await tell().catch(onError);
    },
  };
}

const fewOrAll = (keys: ReadonlySet<string>) =>
  keys.has(everything) || keys.size > mostKeys ? [everything] : [...keys];

function messagesOf(wakes: Wakes): string[] {
  return Object.entries(wakes).flatMap(([topic, keys]) => {
    const parts = Array.from({ length: Math.ceil(keys.length / keysInMessage) }, (_, part) =>
      keys.slice(part * keysInMessage, (part + 1) * keysInMessage),
    );
    return parts.map((part) => JSON.stringify({ [topic]: part }));
  });
}
