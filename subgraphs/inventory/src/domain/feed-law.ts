/**
 * The law of stock feeds: what a level is, whatever the order in which reports about it arrive.
 *
 * A quantity is its baseline plus every change that happened after the baseline. The baseline is the newest absolute
 * truth that covers the level: a snapshot's row, the zero of a full snapshot that does not list it, or a count. Of two
 * truths of one moment the count wins, else the cautious one: fewer units on hand, more units blocked. A count says
 * nothing about blocked units, so these have a baseline of their own.
 */
export type LevelState = {
  /** Units; below zero when more was sold than was ever reported. */
  readonly onHand: number;
  readonly blocked: number;
  /** Units orders and carts hold; left out where nobody asks. */
  readonly reserved?: number;
  /** Moment of the baseline; null before there was any, when it is zero since ever. */
  readonly asOf: Date | null;
  readonly isCount: boolean;
  readonly blockedAsOf: Date | null;
};

/** Signed units. */
export type Units = { readonly onHand: number; readonly blocked: number };

/** An absolute statement about one level. */
export type Truth = {
  readonly asOf: Date;
  readonly isCount: boolean;
  readonly onHand: number;
  /** Null when the statement says nothing about blocked units. */
  readonly blocked: number | null;
};

/** A change of a level; `id` is unique over all sources, null for what is known to happen once. */
export type Change = Units & { readonly id: string | null; readonly occurredAt: Date };

export const emptyLevel: LevelState = { onHand: 0, blocked: 0, asOf: null, isCount: false, blockedAsOf: null };

const isAfter = (moment: Date, baseline: Date | null) => baseline === null || moment.getTime() > baseline.getTime();

/** What a change adds to a level: nothing where a truth of the same or a later moment is known. */
export const landing = (level: LevelState, change: Units & { readonly occurredAt: Date }): Units => ({
  onHand: isAfter(change.occurredAt, level.asOf) ? change.onHand : 0,
  blocked: isAfter(change.occurredAt, level.blockedAsOf) ? change.blocked : 0,
});

export const add = (level: LevelState, units: Units): LevelState => ({
  ...level,
  onHand: level.onHand + units.onHand,
  blocked: level.blocked + units.blocked,
});

/** The level once a truth is known; `later` is the sum of all changes that happened after the truth's moment. */
export function correct(level: LevelState, truth: Truth, later: Units): LevelState {
  const onHand = truth.onHand + later.onHand;
  const order = precedence(truth, level);
  const corrected =
    order > 0
      ? { ...level, onHand, asOf: truth.asOf, isCount: truth.isCount }
      : { ...level, onHand: order === 0 ? Math.min(level.onHand, onHand) : level.onHand };
  if (truth.blocked === null) return corrected;

  const blocked = truth.blocked + later.blocked;
  if (isAfter(truth.asOf, level.blockedAsOf)) return { ...corrected, blocked, blockedAsOf: truth.asOf };
  const isTie = truth.asOf.getTime() === level.blockedAsOf?.getTime();
  return { ...corrected, blocked: isTie ? Math.max(level.blocked, blocked) : level.blocked };
}

/** Above zero when the truth replaces the level's baseline, zero when they are of one moment and kind. */
function precedence(truth: Truth, level: LevelState): number {
  if (level.asOf === null) return 1;
  return truth.asOf.getTime() - level.asOf.getTime() || Number(truth.isCount) - Number(level.isCount);
}

/** A report about one level. */
export type Arrival =
  | ({ readonly kind: 'CHANGE' } & Change)
  | ({ readonly kind: 'TRUTH' } & Truth)
  /** A full snapshot that does not list the level. */
  | { readonly kind: 'UNLISTED'; readonly asOf: Date };

/** All that is known about one level. */
export type History = { readonly level: LevelState; readonly changes: readonly Change[] };

export const emptyHistory: History = { level: emptyLevel, changes: [] };

/** One step of the fold from arrivals to a level. */
export function receive(history: History, arrival: Arrival): History {
  if (arrival.kind === 'CHANGE') {
    const isKnown = arrival.id !== null && history.changes.some((change) => change.id === arrival.id);
    if (isKnown) return history;
    return { level: add(history.level, landing(history.level, arrival)), changes: [...history.changes, arrival] };
  }
  const truth: Truth =
    arrival.kind === 'TRUTH' ? arrival : { asOf: arrival.asOf, isCount: false, onHand: 0, blocked: 0 };
  return { ...history, level: correct(history.level, truth, unitsAfter(history.changes, truth.asOf)) };
}

function unitsAfter(changes: readonly Change[], moment: Date): Units {
  const later = changes.filter((change) => isAfter(change.occurredAt, moment));
  return {
    onHand: later.reduce((sum, change) => sum + change.onHand, 0),
    blocked: later.reduce((sum, change) => sum + change.blocked, 0),
  };
}

/** The level that arrivals lead to, in whichever order they came. */
export const levelAfter = (arrivals: readonly Arrival[]): LevelState => arrivals.reduce(receive, emptyHistory).level;
