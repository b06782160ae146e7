import { alignByKey, type PageArguments, readPage, toConnection } from '@passerelle/values';
import type { CountTaskStatus } from '../domain/count-task.ts';
import { findCountTasks, pageCountTasks } from './count-tasks.ts';
import { numbersOf } from './feed-reads.ts';
import { LateLoader } from './late-loader.ts';
import type { ReadSources } from './reads.ts';

const maxBatchSize = 500;

export type CountTaskPageFilter = {
  readonly statuses?: readonly CountTaskStatus[] | null;
  readonly locationIds?: readonly string[] | null;
  /** Locations the caller is bound to; null when to none. */
  readonly boundTo: readonly string[] | null;
};

/** What resolvers may read of cycle counts. */
export const countReads = ({ connection, network }: ReadSources) => ({
  countTask: new LateLoader(
    async (ids: readonly string[]) => alignByKey(ids, await findCountTasks(connection, ids), (task) => task.id),
    { maxBatchSize },
  ),
  countTasks: async ({ statuses, locationIds, boundTo }: CountTaskPageFilter, page: PageArguments) => {
    const window = readPage(page, { key: ['text'], maximum: 100 });
    if (!window.ok) return window;
    const locationNos = numbersOf(await network.get(), locationIds, boundTo);
    const rows = await pageCountTasks(connection, { statuses, locationNos }, window.value);
    return { ok: true as const, value: toConnection(rows, window.value, ({ id }) => [id]) };
  },
});
