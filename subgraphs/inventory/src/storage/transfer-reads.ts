import { alignByKey, type PageArguments, readPage, toConnection } from '@passerelle/values';
import type { TransferStatus } from '../domain/transfer-order.ts';
import { numbersOf } from './feed-reads.ts';
import { LateLoader } from './late-loader.ts';
import type { ReadSources } from './reads.ts';
import { findTransferOrders, pageTransferOrders } from './transfer-orders.ts';

const maxBatchSize = 500;

export type TransferPageFilter = {
  readonly statuses?: readonly TransferStatus[] | null;
  readonly locationIds?: readonly string[] | null;
  readonly fromLocationIds?: readonly string[] | null;
  readonly toLocationIds?: readonly string[] | null;
  /** Locations the caller is bound to; null when to none. */
  readonly boundTo: readonly string[] | null;
};

/** What resolvers may read of transfer orders. */
export const transferReads = ({ connection, network }: ReadSources) => ({
  transferOrder: new LateLoader(
    async (ids: readonly string[]) => alignByKey(ids, await findTransferOrders(connection, ids), (order) => order.id),
    { maxBatchSize },
  ),
  transferOrders: async (filter: TransferPageFilter, page: PageArguments) => {
    const window = readPage(page, { key: ['text'], maximum: 100 });
    if (!window.ok) return window;
    const known = await network.get();
    const wanted = {
      statuses: filter.statuses,
      locationNos: numbersOf(known, filter.locationIds, filter.boundTo),
      fromLocationNos: numbersOf(known, filter.fromLocationIds, null),
      toLocationNos: numbersOf(known, filter.toLocationIds, null),
    };
    const rows = await pageTransferOrders(connection, wanted, window.value);
    return { ok: true as const, value: toConnection(rows, window.value, ({ id }) => [id]) };
  },
});
