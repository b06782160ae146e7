import { HttpError } from '@passerelle/server';
import { type Ask, mutate, type UserError } from './ask.ts';
import { drain, type openUpload, type Row, RowErrors } from './upload.ts';

const chunkSize = 50;

type Payload = {
  readonly rows: readonly { readonly index: number; readonly userErrors: readonly UserError[] }[];
  readonly userErrors: readonly UserError[];
};
const shown = 'rows { index userErrors { ... on UserError { code message path } } }';

/** Takes orders; each is placed once by its own key, so that a broken upload is simply sent again. */
export async function uploadOrders(ask: Ask, opening: Awaited<ReturnType<typeof openUpload>>) {
  const refused = new RowErrors();
  let acceptedCount = 0;
  const send = async (rows: readonly Row[]): Promise<void> => {
    const input = { orders: rows.map(({ fields }) => fields) };
    const answer = await mutate<Payload>(ask, 'importOrders', shown, input).catch((error) => malformed(error, rows));
    // One row that is no order at all makes the graph refuse its whole chunk, before any of it is looked at.
    if (!answer) for (const row of rows) await send([row]);
    for (const { index, userErrors } of answer?.rows ?? []) {
      const [error] = userErrors;
      if (!error) acceptedCount++;
      else refused.add({ line: rows[index]?.line ?? 0, code: error.code, message: placed(error) });
    }
  };
  const malformed = (error: unknown, rows: readonly Row[]): undefined | Payload => {
    if (!(error instanceof HttpError) || error.code !== 'BAD_USER_INPUT') throw error;
    if (rows.length > 1) return undefined;
    refused.add({ line: rows[0]?.line ?? 0, code: 'INVALID_INPUT', message: error.message });
    return { rows: [], userErrors: [] };
  };
  const { records, sha256, rejections } = await drain(opening, { chunkSize, read: (reading) => reading, send });
  return {
    acceptedCount,
    records,
    sha256,
    rejectedCount: rejections.count + refused.count,
    rejections: [...rejections.first, ...refused.first].sort((one, other) => one.line - other.line),
  };
}

/** The message with the field it is about, seen from the row. */
const placed = ({ message, path }: UserError) => (path ? `${path.slice(3).join('.')}: ${message}` : message);
