import { alignByKey } from '@passerelle/values';
import DataLoader from 'dataloader';
import { sumAllocations } from './pool-stock.ts';
import { findAllPools, findPools } from './pools.ts';
import type { ReadSources } from './reads.ts';

const maxBatchSize = 500;

/** What resolvers may read of pools. */
export const poolReads = ({ connection }: ReadSources) => ({
  pool: new DataLoader(
    async (ids: readonly string[]) => alignByKey(ids, await findPools(connection, ids), (pool) => pool.id),
    { maxBatchSize },
  ),
  allPools: () => findAllPools(connection),
  allocation: new DataLoader(
    async (wanted: readonly { readonly poolNo: number; readonly sku: string }[]) => {
      const name = ({ poolNo, sku }: { readonly poolNo: number; readonly sku: string }) => `${poolNo}:${sku}`;
      return alignByKey(wanted.map(name), await sumAllocations(connection, wanted), name);
    },
    { maxBatchSize, cacheKeyFn: ({ poolNo, sku }) => `${poolNo}:${sku}` },
  ),
});
