/** Something read often and changed seldom, kept in this process until it is dropped. */
export type Kept<T> = {
  readonly get: () => Promise<T>;
  /** What is in memory, at once; undefined when it must be read. */
  readonly peek: () => T | undefined;
  /** The next `get` reads anew. */
  readonly drop: () => void;
};

/** Callers that ask while it is being read share one read. A read that was dropped on its way is not kept. */
export function keep<T>(read: () => Promise<T>): Kept<T> {
  let kept: Promise<T> | undefined;
  let value: T | undefined;
  return {
    get() {
      if (kept) return kept;
      const reading: Promise<T> = read().then(
        (found) => {
          if (kept === reading) value = found;
          return found;
        },
        (error) => {
          if (kept === reading) kept = undefined;
          throw error;
        },
      );
      kept = reading;
      return reading;
    },
    peek: () => value,
    drop() {
      kept = undefined;
      value = undefined;
    },
  };
}
