import { inTransaction } from '@passerelle/database';
import type { Caller } from '@passerelle/server';
import { invalidInput, notFound, ok, type Refusal, type Result, refuse } from '@passerelle/values';
import type { ActionContext } from '../context.ts';
import { maximumOrderLines } from '../domain/allocation.ts';
import { type Delta, ownSource } from '../domain/movement.ts';
import { checkNames, checkUnits } from '../domain/stock-event.ts';
import { findItems } from '../storage/items.ts';
import { applyDeltas } from '../storage/ledger.ts';

export type CorrectionInput = {
  readonly correctionId: string;
  readonly orderId: string;
  readonly locationId: string;
  readonly lines: readonly {
    readonly sku: string;
    readonly missingQuantity: number;
    readonly damagedQuantity: number;
  }[];
};

/**
 * Corrects stock by what a location said when it turned work down: units not found leave on-hand, damaged ones stay
 * there and are blocked. The units are still reserved by the order that is about to give them back, so nobody else's
 * order becomes short. Once for each correction and SKU; answers the units taken off sale.
 */
export async function correctStockAfterRejection(
  { database, network, now }: ActionContext,
  caller: Caller,
  { correctionId, orderId, locationId, lines }: CorrectionInput,
): Promise<Result<number, Refusal>> {
  const problems = [...checkNames({ correctionId, orderId }), ...checkLines(lines)];
  if (problems.length > 0) return refuse(...problems);
  const location = (await network.get()).byId.get(locationId);
  if (!location) return refuse(notFound('location', locationId, ['locationId']));

  return inTransaction(database, async (tx): Promise<Result<number, Refusal>> => {
    const skus = lines.map(({ sku }) => sku);
    const items = new Map((await findItems(tx, skus)).map((item) => [item.sku, item]));
    const unknown = skus.flatMap((sku, index) =>
      items.has(sku) ? [] : [notFound('SKU', sku, ['lines', index, 'sku'])],
    );
    if (unknown.length > 0) return refuse(...unknown);
    const at = now();
    const deltas = lines.flatMap(({ sku, missingQuantity, damagedQuantity }): Delta[] => {
      const item = items.get(sku);
      if (!item?.isTracked) return [];
      const facts = {
        itemNo: item.itemNo,
        locationNo: location.locationNo,
        source: `${ownSource}rejection`,
        reference: orderId,
        actor: caller.subject,
        occurredAt: at,
      };
      const missing: Delta = {
        ...facts,
        quantity: -missingQuantity,
        blockedQuantity: 0,
        reason: 'THEFT',
        eventId: `${correctionId}:${sku}:missing`,
      };
      const damaged: Delta = {
        ...facts,
        quantity: 0,
        blockedQuantity: damagedQuantity,
        reason: 'DAMAGE',
        eventId: `${correctionId}:${sku}:damaged`,
      };
      return [...(missingQuantity > 0 ? [missing] : []), ...(damagedQuantity > 0 ? [damaged] : [])];
    });
    await applyDeltas(tx, deltas, at);
    return ok(deltas.reduce((sum, { quantity, blockedQuantity }) => sum - quantity + blockedQuantity, 0));
  });
}

function checkLines(lines: CorrectionInput['lines']): Refusal[] {
  if (lines.length < 1 || lines.length > maximumOrderLines) {
    return [invalidInput(['lines'], `Give 1 to ${maximumOrderLines} lines.`)];
  }
  const seen = new Set<string>();
  return lines.flatMap(({ sku, missingQuantity, damagedQuantity }, index) => {
    const wrong: Refusal[] = [
      ...checkNames({ sku }, ['lines', index]),
      ...checkUnits({ missingQuantity, damagedQuantity }, ['lines', index]),
    ];
    if (seen.has(sku)) wrong.push(invalidInput(['lines', index, 'sku'], `${sku} is named twice.`));
    seen.add(sku);
    return wrong;
  });
}
