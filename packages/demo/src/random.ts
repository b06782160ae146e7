/** A source of numbers that gives the same ones for the same seed. */
export type Random = {
  /** At least 0, below 1. */
  readonly next: () => number;
  /** A whole number from `low` to `high`, both included. */
  readonly integer: (low: number, high: number) => number;
  readonly pick: <T>(values: readonly T[]) => T;
  readonly chance: (probability: number) => boolean;
};

/** Mulberry32, Tommy Ettinger's generator in the public domain: 32 bits of state, good enough to scatter a demo. */
export function seededRandom(seed: number): Random {
  let state = seed >>> 0;
  const next = () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
  return {
    next,
    integer: (low, high) => low + Math.floor(next() * (high - low + 1)),
    pick: (values) => {
      if (values.length === 0) throw new RangeError('nothing to pick from');
      return values[Math.floor(next() * values.length)] as (typeof values)[number];
    },
    chance: (probability) => next() < probability,
  };
}

/** A seed of its own for a part of the data, so that a change in one part leaves the others as they were. */
export function seedFor(seed: number, part: string): number {
  // FNV-1a, 32 bits.
  let hash = 0x811c9dc5 ^ seed;
  for (let at = 0; at < part.length; at++) hash = Math.imul(hash ^ part.charCodeAt(at), 0x01000193);
  return hash >>> 0;
}
