import type { OrderLine } from './order.ts';
import type { Candidate } from './sourcing.ts';
import type { PlannedWork } from './work-plan.ts';

export type Refuser = { readonly orderLineId: string; readonly locationId: string };

/** Takes away what a location was asked for before and turned down: it is never asked for the same line again. */
export function withoutRefusers(
  candidates: readonly Candidate[],
  refusers: readonly Refuser[],
  lines: readonly Pick<OrderLine, 'id' | 'sku'>[],
): Candidate[] {
  const skuOf = new Map(lines.map(({ id, sku }) => [id, sku]));
  const refused = new Set(refusers.map(({ orderLineId, locationId }) => `${locationId}|${skuOf.get(orderLineId)}`));
  return candidates.map((one) => ({
    ...one,
    available: new Map([...one.available].filter(([sku]) => !refused.has(`${one.locationId}|${sku}`))),
  }));
}

/** Order lines with planned units taken off what waits; undefined when fewer wait than were planned for. */
export function takeOffWaiting(lines: readonly OrderLine[], plan: readonly PlannedWork[]): OrderLine[] | undefined {
  const planned = new Map<string, number>();
  for (const { orderLineId, quantity } of plan.flatMap((work) => work.lines)) {
    planned.set(orderLineId, (planned.get(orderLineId) ?? 0) + quantity);
  }
  const changed = lines
    .filter(({ id }) => planned.has(id))
    .map((line) => ({ ...line, backorderedQuantity: line.backorderedQuantity - (planned.get(line.id) as number) }));
  return changed.some(({ backorderedQuantity }) => backorderedQuantity < 0) ? undefined : changed;
}
