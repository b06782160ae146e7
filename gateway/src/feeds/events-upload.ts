import { HttpError } from '@passerelle/server';
import { type Ask, mutate, type UserError } from './ask.ts';
import { eventShape, shaped } from './rows.ts';
import { drain, type openUpload, RowErrors } from './upload.ts';

const chunkSize = 500;

type Payload = {
  readonly appliedCount: number;
  readonly duplicateCount: number;
  readonly notedCount: number;
  readonly ignoredCount: number;
  readonly rejections: readonly { readonly index: number; readonly userErrors: readonly UserError[] }[];
  readonly userErrors: readonly UserError[];
};
const shown = `appliedCount duplicateCount notedCount ignoredCount
  rejections { index userErrors { ... on UserError { code message path } } }`;

/** Takes events of tills; each is applied once by its id, so that a broken upload is simply sent again. */
export async function uploadEvents(ask: Ask, opening: Awaited<ReturnType<typeof openUpload>>) {
  const { source } = opening.announcement;
  if (!source) throw new HttpError(400, 'Name the system the events come from as `source`.');
  const counts = { appliedCount: 0, duplicateCount: 0, notedCount: 0, ignoredCount: 0 };
  const refused = new RowErrors();
  const { records, sha256, rejections } = await drain(opening, {
    chunkSize,
    read: (reading) => shaped(reading, eventShape),
    send: async (rows) => {
      const input = { source, events: rows.map(({ fields }) => fields) };
      const answer = await mutate<Payload>(ask, 'recordStockEvents', shown, input);
      for (const name of Object.keys(counts) as (keyof typeof counts)[]) counts[name] += answer[name];
      for (const { index, userErrors } of answer.rejections) {
        const [error] = userErrors;
        refused.add({ line: rows[index]?.line ?? 0, code: error?.code ?? '', message: error?.message ?? '' });
      }
    },
  });
  return {
    ...counts,
    records,
    sha256,
    rejectedCount: rejections.count + refused.count,
    rejections: [...rejections.first, ...refused.first].sort((one, other) => one.line - other.line),
  };
}
