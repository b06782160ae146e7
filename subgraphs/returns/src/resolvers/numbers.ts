import { badUserInput } from '@passerelle/server';
import { formatMoney, money } from '@passerelle/values';
import { rateOf, restockProbability } from '../domain/numbers.ts';
import type { QueryResolvers } from '../generated/resolver-types.ts';

const maximumRows = 500;
const maximumSkus = 100;

export const numberQueries: Required<Pick<QueryResolvers, 'returnStatistics' | 'returnAgeing' | 'expectedReturns'>> = {
  async returnStatistics(_root, { groupBy, requestedAt, first }, { reads }) {
    if (first < 1 || first > maximumRows) throw badUserInput(`\`first\` is 1 to ${maximumRows}.`);
    const rows = await reads.statistics(groupBy, requestedAt ?? {}, first);
    return rows.map((row) => ({
      ...row,
      reasons: [...row.reasons],
      rate: rateOf(row.requestedUnits, row.fulfilledUnits),
    }));
  },
  async returnAgeing(_root, _args, { reads, now }) {
    const rows = await reads.ageing(now());
    return rows.map((row) => ({ ...row, waiting: formatMoney(money(row.waitingMinor, row.currency)) }));
  },
  async expectedReturns(_root, { skus }, { reads }) {
    if (skus.length < 1 || skus.length > maximumSkus) throw badUserInput(`\`skus\` takes 1 to ${maximumSkus} SKUs.`);
    const rows = await reads.awaited(skus);
    return rows.map(({ sku, locationId, units, ...seen }) => {
      const own = { requestedUnits: seen.requestedUnits, restockedUnits: seen.restockedUnits };
      const all = { requestedUnits: seen.allRequestedUnits, restockedUnits: seen.allRestockedUnits };
      const probability = restockProbability(own, all);
      return {
        sku,
        location: locationId === null ? null : { id: locationId },
        units,
        probability: probability.toFixed(4),
        expectedUnits: (units * probability).toFixed(2),
      };
    });
  },
};
