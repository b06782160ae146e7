import { markdown, range, snapshotTable } from '../report.ts';
import type { Growth } from './measure.ts';

/** Markdown: a row for each question, a column for each number of stores. */
export function growthText({ costs, snapshots }: Growth): string {
  const stores = [...new Set(costs.map((cost) => cost.stores))];
  const questions = [...new Set(costs.map((cost) => cost.question))];
  const rows = questions.map((question) => [
    question,
    ...stores.map((count) => {
      const cost = costs.find((one) => one.question === question && one.stores === count);
      return cost ? `${range(cost.processMs)} + ${range(cost.databaseMs)}` : '–';
    }),
  ]);
  const head = ['CPU ms for a request: process + PostgreSQL', ...stores.map((count) => `${count} stores`)];
  return [markdown(head, rows), snapshotTable(snapshots)].join('\n\n');
}
