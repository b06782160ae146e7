import { inTransaction } from '@passerelle/database';
import type { Caller } from '@passerelle/server';
import { invalidInput, notFound, ok, type Refusal, type Result, refuse } from '@passerelle/values';
import type { ActionContext } from '../context.ts';
import { maximumOrderLines } from '../domain/allocation.ts';
import { ownSource } from '../domain/movement.ts';
import { checkNames, checkUnits } from '../domain/stock-event.ts';
import { findItems } from '../storage/items.ts';
import { applyDeltas } from '../storage/ledger.ts';
import { insertRestock } from '../storage/once.ts';
import { addAllocated, findIssuedFromPools } from '../storage/pool-stock.ts';

export type ReceiveReturnedStockInput = {
  readonly returnId: string;
  readonly inspectionId: string;
  readonly locationId: string;
  readonly orderId?: string | null;
  readonly lines: readonly {
    readonly sku: string;
    readonly restockedQuantity: number;
    readonly blockedQuantity: number;
  }[];
};

/** Books units that came back, once for each inspection. Answers the units put back for sale. */
export async function receiveReturnedStock(
  { database, network, now }: ActionContext,
  caller: Caller,
  { returnId, inspectionId, locationId, orderId, lines }: ReceiveReturnedStockInput,
): Promise<Result<number, Refusal>> {
  const problems = [...checkNames({ returnId, inspectionId, orderId }), ...checkReturned(lines)];
  if (problems.length > 0) return refuse(...problems);
  const location = (await network.get()).byId.get(locationId);
  if (!location) return refuse(notFound('location', locationId, ['locationId']));

  return inTransaction(database, async (tx): Promise<Result<number, Refusal>> => {
    const items = new Map(
      (
        await findItems(
          tx,
          lines.map(({ sku }) => sku),
        )
      ).map((item) => [item.sku, item]),
    );
    const unknown = lines.flatMap(({ sku }, index) =>
      items.has(sku) ? [] : [notFound('SKU', sku, ['lines', index, 'sku'])],
    );
    if (unknown.length > 0) return refuse(...unknown);

    const units = lines.reduce((sum, { restockedQuantity }) => sum + restockedQuantity, 0);
    const before = await insertRestock(tx, { inspectionId, returnId, units }, now());
    if (before !== null) return ok(before);
    const deltas = lines.flatMap(({ sku, restockedQuantity, blockedQuantity }) => {
      const item = items.get(sku);
      return item && restockedQuantity + blockedQuantity > 0
        ? [
            {
              itemNo: item.itemNo,
              locationNo: location.locationNo,
              quantity: restockedQuantity + blockedQuantity,
              blockedQuantity,
              reason: 'RETURN' as const,
              source: `${ownSource}return`,
              eventId: null,
              reference: returnId,
              actor: caller.subject,
              occurredAt: now(),
            },
          ]
        : [];
    });
    await applyDeltas(tx, deltas, now());
    if (orderId) {
      const restocked = new Map(lines.map((line) => [items.get(line.sku)?.itemNo ?? 0, line.restockedQuantity]));
      const back = (
        await findIssuedFromPools(tx, orderId, { itemNos: [...restocked.keys()], locationNo: location.locationNo })
      ).flatMap(({ itemNo, poolNo, units }) => {
        const quantity = Math.min(units, restocked.get(itemNo) ?? 0);
        restocked.set(itemNo, (restocked.get(itemNo) ?? 0) - quantity);
        return quantity > 0 ? [{ itemNo, locationNo: location.locationNo, poolNo, quantity }] : [];
      });
      const cause = { kind: 'RETURN', reference: orderId, actor: caller.subject, reason: null } as const;
      await addAllocated(tx, back, cause, now());
    }
    return ok(units);
  });
}

function checkReturned(lines: ReceiveReturnedStockInput['lines']) {
  if (lines.length < 1 || lines.length > maximumOrderLines) {
    return [invalidInput(['lines'], `Give 1 to ${maximumOrderLines} lines.`)];
  }
  return lines.flatMap(({ sku, restockedQuantity, blockedQuantity }, index) => [
    ...checkNames({ sku }, ['lines', index]),
    ...checkUnits({ restockedQuantity, blockedQuantity }, ['lines', index]),
  ]);
}
