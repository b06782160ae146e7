import { mkdir, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { measureGateways } from './gateway.ts';
import { measureInventory } from './inventory/measure.ts';
import { measureSnapshots } from './inventory/snapshot.ts';
import { measure } from './measure.ts';
import { burstText, measureNetwork } from './network/measure.ts';
import { contestTable, gatewayTable, machine, snapshotTable, table } from './report.ts';
import type { PrepareScenario } from './scenario.ts';
import { floor, listing, orderPage, picker } from './scenarios/reads.ts';
import { checkout, snapshot, tillEvents } from './scenarios/writes.ts';
import { startTarget } from './target.ts';

const scenarios: Readonly<Record<string, PrepareScenario>> = {
  floor,
  listing,
  picker,
  checkout,
  'order-page': orderPage,
  'till-events': tillEvents,
  snapshot,
};

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    rounds: { type: 'string', default: '5' },
    seconds: { type: 'string', default: '3' },
    'warm-up': { type: 'string', default: '3' },
    million: { type: 'boolean', default: false },
    'data-dir': { type: 'string', default: '.data/bench' },
  },
});
const plan = {
  rounds: Number(values.rounds),
  seconds: Number(values.seconds),
  warmUpSeconds: Number(values['warm-up']),
};
if (positionals[0] === 'gateway') {
  console.log(gatewayTable(await measureGateways(plan)));
  process.exit(0);
}
if (positionals[0] === 'inventory') {
  const folder = '.data/bench-inventory';
  for await (const contest of measureInventory(plan, folder, process.env.PATH)) console.log(contestTable(contest));
  process.exit(0);
}
if (positionals[0] === 'network') {
  const { picker: pickers, burst } = await measureNetwork(plan, '.data/bench-network', process.env.PATH);
  console.log(`${contestTable(pickers)}\n${burstText(burst)}`);
  process.exit(0);
}
if (positionals[0] === 'snapshots') {
  const sizes = [10_000, 100_000, ...(values.million ? [1_000_000] : [])];
  console.log(snapshotTable(await measureSnapshots(sizes, plan.rounds, '.data/bench-snapshots')));
  process.exit(0);
}
const unknown = positionals.filter((name) => !Object.hasOwn(scenarios, name));
if (unknown.length > 0) {
  console.error(`No scenario ${unknown.join(', ')}. There are: ${Object.keys(scenarios).join(', ')}.`);
  process.exit(1);
}
const chosen = positionals.length > 0 ? ['floor', ...positionals] : Object.keys(scenarios);

const target = await startTarget({ dataDir: values['data-dir'], connections: 64 });
try {
  const prepared = [];
  for (const name of new Set(chosen)) prepared.push(await (scenarios[name] as PrepareScenario)(target));
  const results = await measure(target, prepared, plan);
  console.log(table(results));
  console.log(`memory of the server: ${target.memoryMb()} MB`);
  const file = path.join('.data/bench-results', `${new Date().toISOString().replaceAll(':', '-')}.json`);
  await mkdir(path.dirname(file), { recursive: true });
  await writeFile(file, JSON.stringify({ machine: machine(), plan, memoryMb: target.memoryMb(), results }, null, 2));
  console.log(`written to ${file}`);
} finally {
  await target.stop();
}
