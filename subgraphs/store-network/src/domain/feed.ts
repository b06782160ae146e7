import { type InvalidInput, invalidInput, ok, type Result, refuse } from '@passerelle/values';
import { type FactsEntry, type StoredFacts, toEntry } from './location-facts.ts';

export type FeedWindow = { readonly after: number; readonly size: number };
export type FeedPage = {
  readonly entries: FactsEntry[];
  readonly lastSequence: string | null;
  readonly hasMore: boolean;
};

const largestPage = 500;

/** Reads what part of the feed is asked for. */
export function readFeedWindow(
  afterSequence: string | null | undefined,
  first: number,
): Result<FeedWindow, InvalidInput> {
  if (first < 1 || first > largestPage) return refuse(invalidInput(['first'], `Ask for 1 to ${largestPage} entries.`));
  if (afterSequence != null && !/^\d{1,15}$/.test(afterSequence)) {
    return refuse(invalidInput(['afterSequence'], 'A sequence is one that this feed gave.'));
  }
  return ok({ after: Number(afterSequence ?? 0), size: first });
}

/** A page, from facts fetched with one more than its size. An empty page ends where it began. */
export function toFeedPage(facts: readonly StoredFacts[], { after, size }: FeedWindow): FeedPage {
  const entries = facts.slice(0, size).map(toEntry);
  const last = entries.at(-1)?.sequence ?? (after > 0 ? String(after) : null);
  return { entries, lastSequence: last, hasMore: facts.length > size };
}
