/** Errors among the last calls after which an exit is left alone, as Salesforce does for its hooks. */
const lastCalls = 100;
const errorsToOpen = 50;
/** How long it is left alone before it is tried. */
const restMs = 30_000;
/** Calls that must go well one after the other before it is trusted again. */
const probes = 5;

export type Breaker = {
  /** Whether the exit may be asked now; whoever is let through must tell what came of it. */
  readonly enter: () => boolean;
  readonly leave: (isWell: boolean) => void;
  /** The call said nothing about the exit. */
  readonly leaveUnjudged: () => void;
  readonly isOpen: () => boolean;
};

/** Leaves an exit alone that fails: closed, open, and after a rest half open for a few calls at a time. */
export function createBreaker(ticks: () => number): Breaker {
  let state: 'CLOSED' | 'OPEN' | 'HALF_OPEN' = 'CLOSED';
  let recent: boolean[] = [];
  let openedAt = 0;
  let underTrial = 0;
  let passed = 0;

  const open = () => {
    state = 'OPEN';
    openedAt = ticks();
    recent = [];
  };
  const judge = (isWell: boolean) => {
    // What was asked before it opened tells nothing new.
    if (state === 'OPEN') return;
    if (state === 'HALF_OPEN') {
      if (!isWell) return open();
      passed += 1;
      if (passed === probes) state = 'CLOSED';
      return;
    }
    recent.push(isWell);
    if (recent.length > lastCalls) recent.shift();
    if (recent.filter((one) => !one).length >= errorsToOpen) open();
  };
  const left = () => {
    underTrial = Math.max(0, underTrial - 1);
  };
  return {
    enter() {
      if (state === 'OPEN' && ticks() - openedAt >= restMs) {
        state = 'HALF_OPEN';
        passed = 0;
        underTrial = 0;
      }
      if (state === 'OPEN' || (state === 'HALF_OPEN' && underTrial + passed >= probes)) return false;
      underTrial += 1;
      return true;
    },
    leave(isWell) {
      left();
      judge(isWell);
    },
    leaveUnjudged: left,
    isOpen: () => state === 'OPEN',
  };
}
