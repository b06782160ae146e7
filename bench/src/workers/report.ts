import { markdown, range } from '../report.ts';
import type { WorkersMeasure } from './measure.ts';

const head = [
  '',
  'workers',
  'requests/s',
  'p50 ms',
  'p99 ms',
  'CPU ms a request',
  'cores: workers',
  'driver',
  'PostgreSQL',
];

/** Markdown: each number of workers, then what the second one was good for. */
export function workersText(measures: readonly WorkersMeasure[]): string {
  const rows = measures.flatMap(({ question, crews }) =>
    crews.map((crew) => [
      question,
      String(crew.workers),
      ...[crew.rate, crew.p50Ms, crew.p99Ms, crew.serverCpuMs].map(range),
      ...[crew.serverCores, crew.driverCores, crew.databaseCores].map(range),
    ]),
  );
  const ratios = measures.map(
    ({ question, driver, ratio, machineRatio, ofMachine, memoryMb: [one, two] }) =>
      `${question}, asked by ${driver}: two workers ÷ one ${range(ratio)}; two busy processes ÷ one ${range(machineRatio)}; of it ${range(ofMachine)}; memory ${one} and ${two} MB`,
  );
  return [markdown(head, rows), ...ratios].join('\n\n');
}
