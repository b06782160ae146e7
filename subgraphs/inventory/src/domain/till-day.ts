import type { TimedEvent } from './stock-event.ts';

/** Receipt numbers one till told of one business day. */
export type TillDay = {
  readonly locationNo: number;
  readonly workstation: string;
  readonly businessDate: string;
  readonly sequences: ReadonlySet<number>;
  readonly lastOccurredAt: Date;
};

/** Receipts that did not come, from the first to the last. */
export type SequenceGap = {
  readonly locationNo: number;
  readonly workstation: string;
  readonly businessDate: string;
  readonly from: number;
  readonly to: number;
};

/** A jump over more numbers than this is a till that began to count anew, not receipts that are missing. */
export const widestGap = 1000;

/** The receipt numbers of events by till and day, in the order their rows are locked. Events without one tell nothing. */
export function tillDaysOf(events: readonly (TimedEvent & { readonly locationNo: number })[]): readonly TillDay[] {
  const days = new Map<string, TillDay & { readonly sequences: Set<number> }>();
  for (const { locationNo, workstation, sequence, businessDate, occurredAt } of events) {
    if (typeof workstation !== 'string' || typeof sequence !== 'number' || typeof businessDate !== 'string') continue;
    const key = `${locationNo}\n${businessDate}\n${workstation}`;
    const known = days.get(key);
    const lastOccurredAt = known && known.lastOccurredAt > occurredAt ? known.lastOccurredAt : occurredAt;
    const sequences = known?.sequences ?? new Set();
    days.set(key, { locationNo, workstation, businessDate, sequences: sequences.add(sequence), lastOccurredAt });
  }
  return [...days.entries()].sort(([one], [other]) => (one < other ? -1 : 1)).map(([, day]) => day);
}
