import { invalidInput, ok, quantityTooLarge, type Refusal, type Result, refuse } from '@passerelle/values';
import { type FulfillmentOrderLine, inHand, type LineCount, type Units } from './fulfillment.ts';

export type Package = {
  readonly id: string;
  readonly fulfillmentOrderId: string;
  readonly position: number;
  readonly shipmentId: string | null;
  readonly weightGrams: number | null;
  readonly trackingNumber: string | null;
};
export type PackageLine = {
  readonly packageId: string;
  readonly fulfillmentOrderLineId: string;
  readonly quantity: number;
};

export type ParcelInput = { readonly weightGrams?: number | null; readonly lines: readonly LineCount[] };

const parcelsAtMost = 100;
const gramsAtMost = 1_000_000;

/** Refusals of parcels: empty ones, lines that are unknown or named twice in one, weights, and more units than picked. */
export function checkParcels(parts: readonly FulfillmentOrderLine[], parcels: readonly ParcelInput[]): Result<null> {
  if (parcels.length < 1 || parcels.length > parcelsAtMost) {
    return refuse(invalidInput(['packages'], `Give 1 to ${parcelsAtMost} parcels.`));
  }
  const left = new Map(parts.map((line) => [line.id, inHand(line)]));
  const refusals = parcels.flatMap(({ weightGrams, lines }, index): Refusal[] => {
    const path = ['packages', index];
    const found: Refusal[] = [];
    if (weightGrams != null && (weightGrams < 1 || weightGrams > gramsAtMost)) {
      found.push(invalidInput([...path, 'weightGrams'], `A parcel weighs 1 to ${gramsAtMost} grams.`));
    }
    if (lines.length === 0) found.push(invalidInput([...path, 'lines'], 'A parcel holds at least one unit.'));
    return [...found, ...takeUnits(left, lines, [...path, 'lines'])];
  });
  return refusals.length > 0 ? refuse(...refusals) : ok(null);
}

/** Takes one parcel's units off what is left; answers why it cannot. */
function takeUnits(left: Map<string, number>, lines: readonly LineCount[], path: (string | number)[]): Refusal[] {
  const seen = new Set<string>();
  return lines.flatMap(({ lineId, quantity }, index): Refusal[] => {
    const open = left.get(lineId);
    if (open === undefined) return [invalidInput([...path, index, 'lineId'], `The work has no line ${lineId}.`)];
    if (seen.has(lineId)) return [invalidInput([...path, index, 'lineId'], 'Name each line once in a parcel.')];
    seen.add(lineId);
    if (quantity < 1) return [invalidInput([...path, index, 'quantity'], 'Give 1 or more units.')];
    if (quantity > open) {
      const message = `${open} picked units are not in another parcel yet.`;
      return [quantityTooLarge([...path, index, 'quantity'], message, open)];
    }
    left.set(lineId, open - quantity);
    return [];
  });
}

/** Parcels that leave with these units, in their order: each whose units are all among them. */
export function parcelsWithin(
  parcels: readonly Package[],
  contents: readonly PackageLine[],
  units: readonly Units[],
): Package[] {
  const left = new Map(units.map(({ line, quantity }) => [line.id, quantity]));
  return parcels.filter(({ id }) => {
    const lines = contents.filter(({ packageId }) => packageId === id);
    const fits = lines.every((line) => line.quantity <= (left.get(line.fulfillmentOrderLineId) ?? 0));
    if (!fits) return false;
    for (const line of lines) {
      left.set(line.fulfillmentOrderLineId, (left.get(line.fulfillmentOrderLineId) ?? 0) - line.quantity);
    }
    return true;
  });
}
