import type { Bench } from './benches.ts';
import { measure } from './measure.ts';
import { table } from './report.ts';
import { namedScenarios, type PrepareScenario } from './scenario.ts';
import { floor, listing, orderPage, picker } from './scenarios/reads.ts';
import { checkout, checkout64, snapshot, tillEvents } from './scenarios/writes.ts';
import { startTarget } from './target.ts';

const scenarios: Readonly<Record<string, PrepareScenario>> = {
  floor,
  listing,
  picker,
  checkout,
  'checkout-64': checkout64,
  'order-page': orderPage,
  'till-events': tillEvents,
  snapshot,
};

/** The product as a user starts it, with the demo retailer: all scenarios, or the named ones beside the floor. */
export const measureProduct: Bench = async ({ plan, names, dataDir, tell }) => {
  const chosen = namedScenarios(scenarios, names.length > 0 ? ['floor', ...names] : []);
  const target = await startTarget({ dataDir, connections: 64 });
  try {
    const prepared = [];
    for (const prepare of chosen) prepared.push(await prepare(target));
    const results = await measure(target, prepared, plan);
    tell(table(results));
    const memoryMb = target.memoryMb();
    tell(`memory of the server: ${memoryMb} MB`);
    return { memoryMb, results };
  } finally {
    await target.stop();
  }
};
