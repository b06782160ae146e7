/** How late at most the end of a deadline is noticed. */
const tickMs = 50;

/** Those that are running, by how long each may take: of one length they end in the order in which they began. */
const running = new Map<number, Set<Deadline>>();
let isTicking = false;

/**
 * The time something may take; who works for it is told when it is over. One timer looks after all of them: a timer and
 * an `AbortSignal` for each request to a subgraph cost it 10 µs. It runs from when somebody listens, so that what is done at
 * once reads no clock.
 */
export class Deadline {
  readonly #longestMs: number;
  readonly #listeners: (() => void)[] = [];
  #siblings: Set<Deadline> | undefined;
  #endsAt = 0;
  isOver = false;

  constructor(longestMs: number) {
    this.#longestMs = longestMs;
  }

  start(): this {
    if (this.#siblings) return this;
    this.#endsAt = performance.now() + this.#longestMs;
    const siblings = running.get(this.#longestMs) ?? new Set();
    this.#siblings = siblings.add(this);
    if (siblings.size === 1) running.set(this.#longestMs, siblings);
    if (!isTicking) waitForTick();
    return this;
  }

  /** Once, when time is over and the work is not. */
  whenOver(listener: () => void): void {
    this.start().#listeners.push(listener);
  }

  /** The work is done. */
  end(): void {
    this.#siblings?.delete(this);
  }

  static endLate(siblings: ReadonlySet<Deadline>, now: number): void {
    for (const deadline of siblings) {
      if (deadline.#endsAt > now) return;
      deadline.end();
      deadline.isOver = true;
      for (const listener of deadline.#listeners) listener();
    }
  }
}

function waitForTick(): void {
  isTicking = true;
  setTimeout(tick, tickMs);
}

function tick(): void {
  isTicking = false;
  const now = performance.now();
  for (const siblings of running.values()) Deadline.endLate(siblings, now);
  for (const siblings of running.values()) if (siblings.size > 0 && !isTicking) waitForTick();
}
