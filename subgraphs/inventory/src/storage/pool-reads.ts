import { alignByKey, type PageArguments, readPage, toConnection } from '@passerelle/values';
import type { PoolMovement } from '../domain/pool-movement.ts';
import { isStorable } from '../domain/stock-event.ts';
import { numbersOf } from './feed-reads.ts';
import { LateLoader } from './late-loader.ts';
import { pagePoolMovements } from './pool-movements.ts';
import { sumAllocations } from './pool-stock.ts';
import { findAllPools, findPools } from './pools.ts';
import type { ReadSources } from './reads.ts';

const maxBatchSize = 500;

type PoolLedgerFilter = {
  readonly poolNo: number;
  readonly sku?: string | null;
  /** Locations the caller is bound to; null when to none. */
  readonly boundTo: readonly string[] | null;
};

/** What resolvers may read of pools. */
export const poolReads = ({ connection, network }: ReadSources) => ({
  pool: new LateLoader(
    async (ids: readonly string[]) => alignByKey(ids, await findPools(connection, ids), (pool) => pool.id),
    { maxBatchSize },
  ),
  allPools: () => findAllPools(connection),
  allocation: new LateLoader(
    async (wanted: readonly { readonly poolNo: number; readonly sku: string }[]) => {
      const name = ({ poolNo, sku }: { readonly poolNo: number; readonly sku: string }) => `${poolNo}:${sku}`;
      return alignByKey(wanted.map(name), await sumAllocations(connection, wanted), name);
    },
    { maxBatchSize, cacheKeyFn: ({ poolNo, sku }) => `${poolNo}:${sku}` },
  ),
  async poolMovements({ poolNo, sku, boundTo }: PoolLedgerFilter, page: PageArguments) {
    const window = readPage(page, { key: ['bigint'], standard: 50, maximum: 250 });
    if (!window.ok) return window;
    const locationNos = numbersOf(await network.get(), null, boundTo);
    const isKnown = sku == null || isStorable(sku);
    const rows = isKnown ? await pagePoolMovements(connection, { poolNo, sku, locationNos }, window.value) : [];
    return {
      ok: true as const,
      value: toConnection(rows, window.value, ({ movementNo }: PoolMovement) => [movementNo]),
    };
  },
});
