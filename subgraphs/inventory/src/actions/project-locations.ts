import { readOperation } from '@passerelle/contracts/operations';
import { inTransaction } from '@passerelle/database';
import type { FeedEntry } from '@passerelle/eligibility';
import { applyOnce, type DomainEvent, schedule } from '@passerelle/events';
import { requireService, type Services } from '@passerelle/server';
import type { ActionContext } from '../context.ts';
import { saveFacts } from '../storage/network.ts';

/** Name of the job that reads the whole feed of store-network again. */
export const repairTask = 'repair-projection';

/** Takes over what store-network told about its locations. */
export async function receiveEvents(context: ActionContext, events: readonly DomainEvent[]): Promise<void> {
  await applyOnce(context.database, events, async (tx, fresh) => {
    const told = fresh.filter(({ type }) => type === 'location.eligibility-changed');
    await saveFacts(
      tx,
      told.map(({ data }) => data as unknown as FeedEntry),
      context.now(),
    );
  });
  context.network.drop();
}

type Page = {
  readonly locationEligibilityFeed: {
    readonly entries: readonly FeedEntry[];
    readonly lastSequence: string | null;
    readonly hasMore: boolean;
  } | null;
};

const feedOperation = readOperation('service', 'EligibilityFeed');
const pageSize = 500;

/** Reads the feed from its beginning: fills an empty projection and mends one that missed an event. */
export async function repairProjection(context: ActionContext, services: Services): Promise<void> {
  const call = requireService(services, 'store-network');
  for (let after: string | null = null, hasMore = true; hasMore; ) {
    const page: Page = await call<Page>(feedOperation, { after, first: pageSize });
    const feed = page.locationEligibilityFeed;
    if (!feed) throw new Error('store-network answered no feed');
    await inTransaction(context.database, (tx) => saveFacts(tx, feed.entries, context.now()));
    hasMore = feed.hasMore && feed.lastSequence !== null && feed.lastSequence !== after;
    after = feed.lastSequence;
  }
  context.network.drop();
}

/**
 * Repairs the projection when a process starts. Without store-network it serves what it knows, and a job tries again
 * until it succeeds.
 */
export async function startProjection(context: ActionContext, services: Services): Promise<void> {
  try {
    await repairProjection(context, services);
  } catch (error) {
    context.log.warn({ err: error }, 'store-network does not answer: eligibility is as last heard');
    await schedule(context.database, context.owner, repairTask, {}, { key: repairTask });
  }
}
