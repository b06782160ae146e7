/** Rows by key, kept in this process until it is told that they changed. */
export type KeptRows<V> = {
  /** In the order of the keys; null where there is none, which is not kept. */
  readonly read: (keys: readonly string[]) => Promise<(V | null)[]>;
  /** What is in memory, at once; undefined when it must be read. */
  readonly peek: (key: string) => V | undefined;
  readonly drop: (keys: readonly string[]) => void;
  readonly dropAll: () => void;
};

/** Far more locations than a retailer has; those kept longest go first. */
const maximumRows = 20_000;

/** `find` answers in the order of its keys; nothing is kept, and nothing kept is used, while `isOn` says no. */
export function keepRows<V>(
  find: (keys: readonly string[]) => Promise<readonly (V | null)[]>,
  isOn: () => boolean,
): KeptRows<V> {
  const kept = new Map<string, V>();
  let drops = 0;

  async function findAndKeep(keys: readonly string[]): Promise<ReadonlyMap<string, V | null>> {
    const before = drops;
    const rows = await find(keys);
    const found = new Map(keys.map((key, place) => [key, rows[place] ?? null]));
    // What changed meanwhile may have been read as it was before: whatever it was, nothing of this is kept.
    if (drops !== before || !isOn()) return found;
    for (const [key, row] of found) if (row !== null) kept.set(key, row);
    for (const oldest of kept.keys()) {
      if (kept.size <= maximumRows) break;
      kept.delete(oldest);
    }
    return found;
  }

  const peek = (key: string) => (isOn() ? kept.get(key) : undefined);

  return {
    peek,
    async read(keys) {
      const known = keys.map(peek);
      const missing = keys.filter((_, place) => known[place] === undefined);
      if (missing.length === 0) return known as V[];
      const found = await findAndKeep(missing);
      return keys.map((key, place) => known[place] ?? found.get(key) ?? null);
    },
    drop(keys) {
      drops += 1;
      for (const key of keys) kept.delete(key);
    },
    dropAll() {
      drops += 1;
      kept.clear();
    },
  };
}
