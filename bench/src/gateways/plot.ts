import type { Spread } from '../statistics.ts';
import type { Standing } from './measure.ts';
import { questions } from './questions.ts';

/** A plot of the ratios to stock, as SVG text that is readable on light and dark pages. */

const left = 110;
const right = 24;
const width = 760;
const top = 64;
const rowHeight = 44;
const marks = ['circle', 'square', 'diamond'] as const;
const ticks = [0.5, 1, 2, 5, 10, 20, 50, 100];

const style = `
  text { font: 13px system-ui, sans-serif; fill: #24292f }
  .small { font-size: 11px; fill: #57606a }
  .grid { stroke: #d0d7de } .one { stroke: #57606a }
  .q0 { fill: #0969da; stroke: #0969da } .q1 { fill: #bc4c00; stroke: #bc4c00 } .q2 { fill: #1a7f37; stroke: #1a7f37 }
  @media (prefers-color-scheme: dark) {
    text { fill: #e6edf3 } .small { fill: #9198a1 } .grid { stroke: #3d444d } .one { stroke: #9198a1 }
    .q0 { fill: #58a6ff; stroke: #58a6ff } .q1 { fill: #f0883e; stroke: #f0883e } .q2 { fill: #3fb950; stroke: #3fb950 }
  }`;

/** Ratios grow by factors: the scale is logarithmic. */
const xOf = (lowest: number, highest: number) => (ratio: number) =>
  left + ((Math.log(ratio) - Math.log(lowest)) / (Math.log(highest) - Math.log(lowest))) * (width - left - right);

function markAt(kind: (typeof marks)[number], x: number, y: number): string {
  if (kind === 'circle') return `<circle cx="${x}" cy="${y}" r="4.5"/>`;
  const turn = kind === 'diamond' ? ` transform="rotate(45 ${x} ${y})"` : '';
  return `<rect x="${x - 4}" y="${y - 4}" width="8" height="8"${turn}/>`;
}

const text = (x: number, y: number, what: string, more = '') => `<text x="${x}" y="${y}"${more}>${what}</text>`;

/** Rows of contenders, the fastest first; the mark is the median, the line the smallest and the largest round. */
export function plotOf(standings: readonly Standing[]): string {
  const ratios = (standing: Standing) => standing.figures.map(({ over }) => over.stock as Spread);
  const size = (standing: Standing) => ratios(standing).reduce((product, { median }) => product * median, 1);
  const rows = standings.filter(({ name }) => name !== 'stock').sort((a, b) => size(b) - size(a));
  const all = rows.flatMap(ratios);
  const lowest = Math.min(1, ...all.map(({ min }) => min)) * 0.9;
  const highest = Math.max(...all.map(({ max }) => max)) * 1.1;
  const x = (ratio: number) => Math.round(xOf(lowest, highest)(ratio) * 10) / 10;
  const bottom = top + rows.length * rowHeight;
  const grid = ticks
    .filter((tick) => tick >= lowest && tick <= highest)
    .flatMap((tick) => [
      `<line class="${tick === 1 ? 'one' : 'grid'}" x1="${x(tick)}" x2="${x(tick)}" y1="${top - 6}" y2="${bottom}"/>`,
      text(x(tick), bottom + 16, `${tick} ×`, ' class="small" text-anchor="middle"'),
    ]);
  const legend = questions.flatMap((question, index) => [
    `<g class="q${index}">${markAt(marks[index] as 'circle', left + 6 + index * 110, 44)}</g>`,
    text(left + 18 + index * 110, 48, question, ' class="small"'),
  ]);
  const lines = rows.flatMap((standing, row) => {
    const y = top + row * rowHeight + rowHeight / 2;
    const drawn = ratios(standing).map(({ median, min, max }, index) => {
      const at = y + (index - 1) * 12;
      const line = `<line x1="${x(min)}" x2="${x(max)}" y1="${at}" y2="${at}" stroke-width="1.5"/>`;
      return `<g class="q${index}">${line}${markAt(marks[index] as 'circle', x(median), at)}</g>`;
    });
    return [text(left - 12, y + 4, standing.name, ' text-anchor="end"'), ...drawn];
  });
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${bottom + 28}" role="img">`,
    '<title>Requests per second of CPU, as many times those of Apollo’s stock gateway</title>',
    `<style>${style}\n</style>`,
    text(left, 22, 'Requests per CPU second, times those of stock @apollo/gateway'),
    ...legend,
    ...grid,
    ...lines,
    '</svg>\n',
  ].join('\n');
}
