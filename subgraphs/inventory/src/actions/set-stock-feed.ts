import { inTransaction } from '@passerelle/database';
import type { Caller } from '@passerelle/server';
import { ok, type Refusal, type Result, refuse } from '@passerelle/values';
import type { ActionContext } from '../context.ts';
import { findSeenLocation } from '../domain/feed-scope.ts';
import { changedSettings, checkFeedChange, type FeedChange } from '../domain/feed-settings.ts';
import { lockFeedSettings, saveFeedSettings } from '../storage/feeds.ts';

/** Sets how a location reports stock and how far its reports are believed. Answers the location's number. */
export async function setStockFeed(
  context: ActionContext & { readonly caller: Caller },
  { locationId, ...change }: FeedChange & { readonly locationId: string },
): Promise<Result<number, Refusal>> {
  const wrong = checkFeedChange(change);
  if (wrong.length > 0) return refuse(...wrong);
  const location = findSeenLocation(await context.network.get(), context.caller, locationId, ['locationId']);
  if (!location.ok) return location;
  const { locationNo } = location.value;
  await inTransaction(context.database, async (tx) => {
    const before = await lockFeedSettings(tx, locationNo);
    await saveFeedSettings(tx, locationNo, changedSettings(before, change), context.now());
  });
  context.network.drop();
  return ok(locationNo);
}
