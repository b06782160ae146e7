import { cpus } from 'node:os';
import type { GatewayResult } from './gateway.ts';
import type { Contest } from './inventory/measure.ts';
import type { SnapshotMeasure } from './inventory/snapshot.ts';
import type { Measured } from './measure.ts';
import type { Spread } from './statistics.ts';

export const number = (value: number) =>
  value >= 100 ? value.toFixed(0) : value >= 10 ? value.toFixed(1) : value.toFixed(2);
export const range = ({ median, min, max }: Spread) => `${number(median)} (${number(min)}–${number(max)})`;

/** A Markdown table. */
export const markdown = (head: readonly string[], rows: readonly (readonly string[])[]): string =>
  [head, head.map(() => '---'), ...rows].map((cells) => `| ${cells.join(' | ')} |`).join('\n');

/** A Markdown table: medians with the smallest and largest round, and the rate beside the floor's in the same run. */
export function table(results: readonly Measured[]): string {
  const floor = results.find(({ scenario }) => scenario === 'floor');
  const rows = results.map((result) => [
    result.scenario,
    String(result.clients),
    `${range(result.rate)} ${result.unit}/s`,
    range(result.p50Ms),
    range(result.p99Ms),
    range(result.serverCpuMs),
    range(result.databaseCpuMs),
    floor ? number(result.rate.median / floor.rate.median) : '–',
  ]);
  const head = [
    'scenario',
    'clients',
    'rate',
    'p50 ms',
    'p99 ms',
    'server CPU ms/unit',
    'PostgreSQL CPU ms/unit',
    '÷ floor',
  ];
  return markdown(head, rows);
}

/** A Markdown table: requests for a second of the gateway's CPU, and how many times as many on the fast path. */
export function gatewayTable(results: readonly GatewayResult[]): string {
  const rows = results.map(({ question, perCpuSecond, ratio }) => [question, ...perCpuSecond.map(range), range(ratio)]);
  const head = ['question', 'FAST_PATH=off', 'FAST_PATH=on', 'on ÷ off'];
  return markdown(head, rows);
}

/** A Markdown table: rates a second, and each beside the first of the contest in the same round. */
export function contestTable({ question, runs }: Contest): string {
  const head = ['', 'rate/s', 'p99 ms', '÷ first', ''];
  const rows = runs.map((run) => [run.name, range(run.rate), range(run.p99Ms), range(run.ratio), run.note ?? '']);
  const isLimited = runs.some(({ name }) => name.includes('pgbench')) || question.includes('pgbench');
  const warning = isLimited ? [] : ['pgbench is not installed: there is no limit to compare with.'];
  return `${[question, markdown(head, rows), ...warning].join('\n\n')}\n`;
}

/** A Markdown table: thousands of rows a second of snapshots, beside COPY and the bare writes of the same rounds. */
export function snapshotTable(measures: readonly SnapshotMeasure[]): string {
  const thousands = ({ median, min, max }: Spread) =>
    range({ median: median / 1000, min: min / 1000, max: max / 1000 });
  const head = [
    'rows',
    'another number in',
    'COPY, k/s',
    'bare writes, k/s',
    'applied, k/s',
    'by chunks, k/s',
    'as a file, k/s',
    'applied ÷ COPY',
    'applied ÷ bare writes',
    'by chunks ÷ COPY',
    'as a file ÷ COPY',
  ];
  const rows = measures.map((measure) => [
    String(measure.rows),
    measure.differs,
    ...[measure.copy, measure.bare, measure.applying, measure.chunks, measure.file].map(thousands),
    ...[measure.applyingRatio, measure.applyingToBare, measure.chunksRatio, measure.fileRatio].map(range),
  ]);
  return markdown(head, rows);
}

export const machine = () => ({ cpus: cpus().length, model: cpus()[0]?.model, node: process.version });
