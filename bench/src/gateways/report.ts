import { markdown, number, range } from '../report.ts';
import { barsOf } from './bars.ts';
import type { Standing } from './measure.ts';
import { questions } from './questions.ts';

/** Markdown: every contender's ratio to stock, what it does for a second of CPU, and the bars. */
export function standingsText(standings: readonly Standing[]): string {
  return [
    ratioTable(standings),
    ...questions.map((question) => questionTable(standings, question)),
    barTable(standings),
    standings.map(({ name, what }) => `- \`${name}\`: ${what}`).join('\n'),
  ].join('\n\n');
}

/** Of stock, or of whoever came first without it. */
function ratioTable(standings: readonly Standing[]): string {
  const reference = standings.some(({ name }) => name === 'stock') ? 'stock' : (standings[0]?.name as string);
  const rows = standings.map(({ name, figures, memoryMb }) => [
    `\`${name}\``,
    ...figures.map(({ over }) => (over[reference] ? range(over[reference]) : '–')),
    String(memoryMb),
  ]);
  return markdown([`requests per CPU second ÷ ${reference}`, ...questions, 'memory MB'], rows);
}

function questionTable(standings: readonly Standing[], question: string): string {
  const rows = standings.flatMap(({ name, figures }) =>
    figures
      .filter((figure) => figure.question === question)
      .map(({ perCpuSecond, rate, p50Ms, p99Ms }) => [`\`${name}\``, ...[perCpuSecond, rate, p50Ms, p99Ms].map(range)]),
  );
  return markdown([question, 'requests per CPU second', 'requests/s', 'p50 ms', 'p99 ms'], rows);
}

function barTable(standings: readonly Standing[]): string {
  const rows = barsOf(standings).map(({ who, against, question, atLeast, aim, measured }) => [
    `\`${who}\` ÷ \`${against}\``,
    question,
    range(measured),
    number(atLeast),
    number(aim),
    measured.median >= aim ? 'aim reached' : measured.median >= atLeast ? 'reached' : 'missed',
  ]);
  return markdown(['', 'question', 'measured', 'at least', 'aim', ''], rows);
}
