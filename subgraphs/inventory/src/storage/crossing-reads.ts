import { type PageArguments, readPage, toConnection } from '@passerelle/values';
import { type CrossingFilter, pageCrossings } from './crossings.ts';
import type { ReadSources } from './reads.ts';
import { findThreshold, pageThresholds, thresholdKey } from './thresholds.ts';
import { findWatches } from './watches.ts';

/** What resolvers may read of crossings, of who is told of them, and of thresholds. */
export const crossingReads = ({ connection }: ReadSources) => ({
  crossings: async (filter: CrossingFilter, page: PageArguments) => {
    const window = readPage(page, { key: ['bigint'], standard: 50, maximum: 250 });
    if (!window.ok) return window;
    const rows = await pageCrossings(connection, filter, window.value);
    return { ok: true as const, value: toConnection(rows, window.value, ({ crossingNo }) => [crossingNo]) };
  },
  watches: () => findWatches(connection),
  threshold: (channelId: string, sku: string | null) => findThreshold(connection, channelId, sku),
  thresholds: async (channelId: string, page: PageArguments) => {
    const window = readPage(page, { key: ['text'], standard: 50, maximum: 250 });
    if (!window.ok) return window;
    const rows = await pageThresholds(connection, channelId, window.value);
    return { ok: true as const, value: toConnection(rows, window.value, thresholdKey) };
  },
});
