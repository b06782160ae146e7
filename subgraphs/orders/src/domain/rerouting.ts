import type { Candidate } from './candidate.ts';
import type { OrderLine } from './order.ts';
import type { PlannedWork } from './work-plan.ts';

/** A location that had an order line before and gave it up. */
export type Refuser = {
  readonly orderLineId: string;
  readonly locationId: string;
  /** How often it had the line. */
  readonly times: number;
  /** It only never answered; it neither said no nor lacked units. */
  readonly isSilent: boolean;
};

/** A location that does not answer is asked for a line this often at most, and the second time only as the last one. */
const askedAtMost = 2;

/**
 * Takes away what a location was asked for before: it is not asked for the same line again. Where too little is left of
 * a SKU elsewhere, a location that only did not answer is offered the units short, once more. `wanted` is units by SKU.
 */
export function withoutRefusers(
  candidates: readonly Candidate[],
  refusers: readonly Refuser[],
  lines: readonly Pick<OrderLine, 'id' | 'sku'>[],
  wanted: ReadonlyMap<string, number>,
): Candidate[] {
  const skuOf = new Map(lines.map(({ id, sku }) => [id, sku]));
  const placeOf = ({ locationId, orderLineId }: Refuser) => `${locationId}|${skuOf.get(orderLineId)}`;
  const refused = new Set(refusers.map(placeOf));
  const final = new Set(refusers.filter(({ isSilent, times }) => !isSilent || times >= askedAtMost).map(placeOf));
  const isRefused = ({ locationId }: Candidate, sku: string) => refused.has(`${locationId}|${sku}`);
  const elsewhere = (sku: string) =>
    candidates.reduce((sum, one) => sum + (isRefused(one, sku) ? 0 : Math.max(0, one.available.get(sku) ?? 0)), 0);
  const short = new Map([...wanted].map(([sku, units]) => [sku, Math.max(0, units - elsewhere(sku))]));
  return candidates.map((one) => ({
    ...one,
    available: new Map(
      [...one.available].flatMap(([sku, units]): [string, number][] => {
        if (!isRefused(one, sku)) return [[sku, units]];
        const again = final.has(`${one.locationId}|${sku}`) ? 0 : Math.min(units, short.get(sku) ?? 0);
        return again > 0 ? [[sku, again]] : [];
      }),
    ),
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
