import { alignByKey, type PageArguments, readPage, toConnection } from '@passerelle/values';
import { LateLoader } from './late-loader.ts';
import { findRules, pageRules, type RuleFilter, ruleKey } from './protection.ts';
import type { ReadSources } from './reads.ts';

const maxBatchSize = 500;

/** What resolvers may read of protection rules. */
export const ruleReads = ({ connection, now }: ReadSources) => ({
  rule: new LateLoader(
    async (ids: readonly string[]) => alignByKey(ids, await findRules(connection, ids), (rule) => rule.id),
    { maxBatchSize },
  ),
  rules: async (filter: RuleFilter, page: PageArguments) => {
    const window = readPage(page, { key: ['integer', 'integer', 'text'], maximum: 200 });
    if (!window.ok) return window;
    const rows = await pageRules(connection, filter, window.value, now());
    return { ok: true as const, value: toConnection(rows, window.value, ruleKey) };
  },
});
