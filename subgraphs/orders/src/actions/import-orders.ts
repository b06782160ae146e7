import type { Caller } from '@passerelle/server';
import { invalidInput, limitExceeded, ok, type Result, refuse } from '@passerelle/values';
import type { Dependencies } from '../context.ts';
import type { CaptureInput } from '../domain/capture.ts';
import type { History } from '../domain/historic.ts';
import type { OrderRefusal } from '../domain/refusals.ts';
import { placeHistoric } from '../services/place-historic.ts';
import { placeCaptured } from '../services/placement.ts';

export type ImportRow = { readonly order: CaptureInput; readonly history?: History | null };
export type ImportedRow = {
  readonly index: number;
  readonly orderId: string | null;
  readonly refusals: readonly OrderRefusal[];
};

export const mostRows = 100;
/** Rows under way; more would only wait for each other in the database. */
const rowsAtOnce = 8;

/**
 * Accepts many orders, each by itself and once for its own key: a row that is refused changes nothing and stops nobody.
 * A fault ends the call after the rows under way; sent again, rows that were stored answer as before.
 */
export async function importOrders(
  deps: Dependencies,
  caller: Caller,
  rows: readonly ImportRow[],
): Promise<Result<readonly ImportedRow[], OrderRefusal>> {
  if (rows.length === 0) return refuse(invalidInput(['orders'], 'Give at least one.'));
  if (rows.length > mostRows) return refuse(limitExceeded(['orders'], `Give at most ${mostRows}.`, mostRows));
  const results: ImportedRow[] = [];
  let next = 0;
  const work = async () => {
    while (next < rows.length) {
      const index = next++;
      results[index] = await importRow(deps, caller, rows[index] as ImportRow, index);
    }
  };
  const ended = await Promise.allSettled(Array.from({ length: Math.min(rowsAtOnce, rows.length) }, work));
  for (const one of ended) if (one.status === 'rejected') throw one.reason;
  return ok(results);
}

async function importRow(
  deps: Dependencies,
  caller: Caller,
  { order, history }: ImportRow,
  index: number,
): Promise<ImportedRow> {
  const placed = history ? await placeHistoric(deps, caller, order, history) : await placeCaptured(deps, caller, order);
  if (placed.ok) return { index, orderId: placed.value.orderId, refusals: [] };
  return { index, orderId: null, refusals: placed.refusals.map((refusal) => inRow(refusal, index)) };
}

/** A refusal of one order, at its place among many. */
function inRow<R extends OrderRefusal>(refusal: R, index: number): R {
  if (!refusal.path) return refusal;
  const [, ...rest] = refusal.path;
  const place = rest[0] === 'history' ? rest : ['order', ...rest];
  return { ...refusal, path: ['input', 'orders', String(index), ...place] };
}
