import { invalidInput, ok, quantityTooLarge, type Refusal, type Result, refuse } from '@passerelle/values';
import type { FulfillmentOrderLine, FulfillmentOrderStatus } from './fulfillment.ts';

/** The lines of work that ships unpicked, as picked: all that is not missing. */
export const pickAll = (lines: readonly FulfillmentOrderLine[]): FulfillmentOrderLine[] =>
  lines.map((line) => ({ ...line, pickedQuantity: line.quantity - line.cancelledQuantity - line.missingQuantity }));

export type PickCount = { readonly lineId: string; readonly pickedQuantity: number; readonly missingQuantity?: number };

export type PickOutcome = {
  readonly status: FulfillmentOrderStatus;
  readonly lines: FulfillmentOrderLine[];
  /** Units to take off the location and route again, by line. */
  readonly missing: { readonly line: FulfillmentOrderLine; readonly quantity: number }[];
};

/**
 * Takes counts as totals so far. When picking is complete, units neither picked nor named missing are missing too, and
 * all missing ones are routed again; work of which nothing was found is turned down as a whole.
 */
export function recordPick(
  current: readonly FulfillmentOrderLine[],
  counts: readonly PickCount[],
  isComplete: boolean,
): Result<PickOutcome> {
  const refusals = checkCounts(current, counts);
  if (refusals.length > 0) return refuse(...refusals);

  const lines = current.map((line) => {
    const count = counts.find(({ lineId }) => lineId === line.id);
    const picked = count?.pickedQuantity ?? line.pickedQuantity;
    const wanted = line.quantity - line.cancelledQuantity;
    const missing = isComplete ? wanted - picked : (count?.missingQuantity ?? line.missingQuantity);
    return { ...line, pickedQuantity: picked, missingQuantity: missing };
  });
  if (!isComplete) return ok({ status: 'PICKING', lines, missing: [] });

  const missing = lines
    .map((line) => ({ line, quantity: line.missingQuantity - line.reroutedQuantity }))
    .filter(({ quantity }) => quantity > 0);
  const status = lines.some(({ pickedQuantity }) => pickedQuantity > 0) ? 'PICKED' : 'REJECTED';
  return ok({
    status,
    lines: lines.map((line) => ({ ...line, reroutedQuantity: line.missingQuantity })),
    missing,
  });
}

function checkCounts(lines: readonly FulfillmentOrderLine[], counts: readonly PickCount[]): Refusal[] {
  const seen = new Set<string>();
  return counts.flatMap(({ lineId, pickedQuantity, missingQuantity = 0 }, index): Refusal[] => {
    const path = ['lines', index];
    const line = lines.find(({ id }) => id === lineId);
    if (!line) return [invalidInput([...path, 'lineId'], `The work has no line ${lineId}.`)];
    if (seen.has(lineId)) return [invalidInput([...path, 'lineId'], 'Name each line once.')];
    seen.add(lineId);
    if (pickedQuantity < 0) return [invalidInput([...path, 'pickedQuantity'], 'Give 0 or more units.')];
    if (missingQuantity < 0) return [invalidInput([...path, 'missingQuantity'], 'Give 0 or more units.')];
    const wanted = line.quantity - line.cancelledQuantity;
    if (pickedQuantity + missingQuantity <= wanted) return [];
    return [quantityTooLarge([...path, 'pickedQuantity'], `The line asks for ${wanted} units in all.`, wanted)];
  });
}
