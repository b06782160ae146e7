import { markdown, number, range } from '../report.ts';
import { elsewhere } from './elsewhere.ts';
import type { CommerceMeasure } from './measure.ts';

const both = ([low, high]: readonly [number, number]) =>
  low === high ? number(low) : `${number(low)} to ${number(high)}`;

/** Markdown: what was measured, and beside it what others did with the same work elsewhere. */
export function commerceText({ works, memoryMb, orderStatements }: CommerceMeasure): string {
  const rows = works.map(({ name, unit, clients, rate, p50Ms, p99Ms, serverCpuMs, databaseCpuMs, limit }) => [
    name,
    String(clients),
    `${range(rate)} ${unit}/s`,
    ...[p50Ms, p99Ms, serverCpuMs, databaseCpuMs].map(range),
    limit ? `${range(limit.rate)}/s` : '–',
    limit ? range(limit.ratio) : '–',
  ]);
  const head = [
    '',
    'clients',
    'rate',
    'p50 ms',
    'p99 ms',
    'server CPU ms',
    'PostgreSQL CPU ms',
    'by pgbench',
    '÷ pgbench',
  ];
  const order = orderStatements ? `an order placed alone: ${orderStatements} statements before its answer; ` : '';
  return [markdown(head, rows), besideOthers(works), `${order}memory of the server afterwards: ${memoryMb} MB`].join(
    '\n\n',
  );
}

function besideOthers(works: CommerceMeasure['works']): string {
  const rows = works.flatMap(({ name, unit, rate, serverCpuMs, databaseCpuMs }) => {
    const theirs = elsewhere[name];
    if (!theirs) return [];
    const { vendure, medusa, vendureCpuMs, atLeast, aim } = theirs;
    const times = [rate.median / vendure[1], rate.median / vendure[0]] as const;
    const cpu = vendureCpuMs ? number(vendureCpuMs / (serverCpuMs.median + databaseCpuMs.median)) : '–';
    return [
      [name, `${range(rate)} ${unit}/s`, `${both(vendure)}/s`, `${both(times)} ×`, `${cpu} ×`, `${both(medusa)}/s`],
    ].map((cells) => [...cells, `${atLeast} × / ${aim} ×`]);
  });
  const head = [
    '',
    'here',
    'Vendure, measured elsewhere',
    'times its rate',
    'less CPU',
    'Medusa, measured elsewhere',
    'bar',
  ];
  return markdown(head, rows);
}
