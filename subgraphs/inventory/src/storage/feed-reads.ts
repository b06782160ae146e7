import { alignByKey, groupByKey, type PageArguments, readPage, toConnection } from '@passerelle/values';
import { standardSettings } from '../domain/feed-settings.ts';
import type { LedgerEntry } from '../domain/ledger-entry.ts';
import type { Network } from '../domain/network.ts';
import type { SnapshotStatus } from '../domain/snapshot.ts';
import type { Level } from '../domain/stock.ts';
import { findReceipts } from './expected-receipts.ts';
import { findFeedSettings } from './feeds.ts';
import { LateLoader } from './late-loader.ts';
import { findEntries, type LedgerFilter, pageEntries } from './movements.ts';
import type { ReadSources } from './reads.ts';
import { findSnapshots, pageSnapshots } from './snapshots.ts';
import { findGaps } from './till-days.ts';
import { availabilityAsOf, quantitiesAsOf } from './time-travel.ts';

const maxBatchSize = 500;

/** What resolvers may read of feeds and of what they told. */
export const feedReads = (sources: ReadSources) => ({
  snapshot: new LateLoader(
    async (ids: readonly string[]) =>
      alignByKey(ids, await findSnapshots(sources.connection, ids), (snapshot) => snapshot.id),
    { maxBatchSize },
  ),
  movements: (filter: LedgerPageFilter, page: PageArguments) => pageOfEntries(sources, filter, page),
  movement: new LateLoader(
    async (numbers: readonly string[]) =>
      alignByKey(numbers, await findEntries(sources.connection, numbers), ({ movementNo }) => movementNo),
    { maxBatchSize },
  ),
  availabilityAsOf: (channelId: string, skus: readonly string[], at: Date) =>
    availabilityAsOf(sources.connection, channelId, skus, at),
  quantitiesAsOf: (level: Level, at: Date) => quantitiesAsOf(sources.connection, level, at),
  receipts: new LateLoader(
    async (itemNos: readonly number[]) =>
      groupByKey(itemNos, await findReceipts(sources.connection, itemNos, sources.now()), ({ itemNo }) => itemNo),
    { maxBatchSize },
  ),
  gaps: new LateLoader(
    async (locationNos: readonly number[]) =>
      groupByKey(locationNos, await findGaps(sources.connection, locationNos), ({ locationNo }) => locationNo),
    { maxBatchSize },
  ),
  snapshots: (filter: SnapshotPageFilter, page: PageArguments) => pageOfSnapshots(sources, filter, page),
  feed: new LateLoader(
    async (locationNos: readonly number[]) => {
      const settings = await findFeedSettings(sources.connection, locationNos);
      const found = alignByKey(locationNos, settings, (feed) => feed.locationNo);
      return locationNos.map((locationNo, index) => found[index] ?? { ...standardSettings, locationNo });
    },
    { maxBatchSize },
  ),
});

export type LedgerPageFilter = Omit<LedgerFilter, 'locationNos'> & Pick<SnapshotPageFilter, 'locationIds' | 'boundTo'>;

async function pageOfEntries(
  { connection, network }: ReadSources,
  { locationIds, boundTo, ...filter }: LedgerPageFilter,
  page: PageArguments,
) {
  const window = readPage(page, { key: ['bigint', 'bigint'], standard: 50, maximum: 250 });
  if (!window.ok) return window;
  const locationNos = numbersOf(await network.get(), locationIds, boundTo);
  const rows = await pageEntries(connection, { ...filter, locationNos }, window.value);
  const keyOf = ({ occurredMicros, movementNo }: LedgerEntry) => [occurredMicros, movementNo];
  return { ok: true as const, value: toConnection(rows, window.value, keyOf) };
}

export type SnapshotPageFilter = {
  readonly statuses?: readonly SnapshotStatus[] | null;
  readonly locationIds?: readonly string[] | null;
  /** Locations the caller is bound to; null when to none. */
  readonly boundTo: readonly string[] | null;
};

async function pageOfSnapshots(
  { connection, network }: ReadSources,
  { statuses, locationIds, boundTo }: SnapshotPageFilter,
  page: PageArguments,
) {
  const window = readPage(page, { key: ['text'], maximum: 100 });
  if (!window.ok) return window;
  const locationNos = numbersOf(await network.get(), locationIds, boundTo);
  const rows = await pageSnapshots(connection, { statuses, locationNos }, window.value);
  return { ok: true as const, value: toConnection(rows, window.value, ({ id }) => [id]) };
}

/** Numbers of the locations that are asked for and may be seen; null when all are. */
export function numbersOf(
  { byId }: Network,
  locationIds: readonly string[] | null | undefined,
  boundTo: readonly string[] | null,
): readonly number[] | null {
  const ids = locationIds ?? boundTo;
  if (!ids) return null;
  return ids.flatMap((id) => (!boundTo || boundTo.includes(id) ? (byId.get(id)?.locationNo ?? []) : []));
}
