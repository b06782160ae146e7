import { durationMinutes, invalidInput, type Refusal } from '@passerelle/values';
import type { FeedMode } from './network.ts';
import { type Gate, standardGate } from './snapshot.ts';

/** How a location reports stock, and how far its reports are believed. */
export type FeedSettings = Gate & {
  readonly mode: FeedMode;
  /** A picture older than this many minutes is stale; null never. */
  readonly freshnessLimitMinutes: number | null;
};

export type KnownFeed = FeedSettings & { readonly locationNo: number };

export const standardSettings: FeedSettings = {
  mode: 'SNAPSHOT_AND_EVENTS',
  freshnessLimitMinutes: null,
  ...standardGate,
};

/** Left out: as before. Null: no limit. */
export type FeedChange = {
  readonly mode?: FeedMode | null;
  /** ISO 8601 duration. */
  readonly freshnessLimit?: string | null;
  readonly maxEmptiedPercent?: number | null;
  readonly maxChangePercent?: number | null;
};

/** A year: a feed that speaks more seldom is none. */
const longestLimitMinutes = 366 * 24 * 60;
const largestChangePercent = 1_000_000;

/** Everything wrong with a change of settings. */
export function checkFeedChange({ freshnessLimit, maxEmptiedPercent, maxChangePercent }: FeedChange): Refusal[] {
  const refusals: Refusal[] = [];
  const minutes = freshnessLimit ? durationMinutes(freshnessLimit) : 1;
  if (minutes === undefined || minutes < 1 || minutes > longestLimitMinutes) {
    refusals.push(invalidInput(['freshnessLimit'], 'freshnessLimit is PT1M to P366D, or null for none.'));
  }
  const isWithin = (percent: number | null | undefined, most: number) =>
    percent === null || percent === undefined || (percent >= 0 && percent <= most);
  if (!isWithin(maxEmptiedPercent, 100)) {
    refusals.push(invalidInput(['maxEmptiedPercent'], 'maxEmptiedPercent is 0 to 100, or null for no limit.'));
  }
  if (!isWithin(maxChangePercent, largestChangePercent)) {
    const message = `maxChangePercent is 0 to ${largestChangePercent}, or null for no limit.`;
    refusals.push(invalidInput(['maxChangePercent'], message));
  }
  return refusals;
}

/** Settings once a change that was checked is made. */
export function changedSettings(before: FeedSettings, change: FeedChange): FeedSettings {
  const { freshnessLimit, maxEmptiedPercent, maxChangePercent } = change;
  return {
    mode: change.mode ?? before.mode,
    freshnessLimitMinutes:
      freshnessLimit === undefined
        ? before.freshnessLimitMinutes
        : freshnessLimit && (durationMinutes(freshnessLimit) ?? null),
    maxEmptiedPercent: maxEmptiedPercent === undefined ? before.maxEmptiedPercent : maxEmptiedPercent,
    maxChangePercent: maxChangePercent === undefined ? before.maxChangePercent : maxChangePercent,
  } as FeedSettings;
}
