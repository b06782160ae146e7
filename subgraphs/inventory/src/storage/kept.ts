/** Something read often and changed seldom, kept in this process until it is dropped. */
export type Kept<T> = {
  readonly get: () => Promise<T>;
  /** The next `get` reads anew. */
  readonly drop: () => void;
};

/** Callers that ask while it is being read share one read. A read that was dropped on its way is not kept. */
export function keep<T>(read: () => Promise<T>): Kept<T> {
  let kept: Promise<T> | undefined;
  return {
    get() {
      if (kept) return kept;
      const reading: Promise<T> = read().catch((error) => {
        if (kept === reading) kept = undefined;
        throw error;
      });
      kept = reading;
      return reading;
    },
    drop() {
      kept = undefined;
    },
  };
}
