export type Grouping = 'SKU' | 'CHANNEL' | 'LOCATION';

/** How much weight, in units, what all SKUs have shown has against what one SKU has shown. */
const priorUnits = 20;

export type History = { readonly requestedUnits: number; readonly restockedUnits: number };

/**
 * Probability that a unit asked to come back goes on sale again, 0 to 1: the share seen for the SKU, drawn towards the
 * share seen for all SKUs while little was seen of it (posterior mean under a beta prior worth `priorUnits` units). With
 * no history at all nothing is promised.
 */
export function restockProbability(own: History, all: History): number {
  const overall = all.requestedUnits === 0 ? 0 : all.restockedUnits / all.requestedUnits;
  return (own.restockedUnits + priorUnits * overall) / (own.requestedUnits + priorUnits);
}

/** Share of handed over units that were asked back, to four digits; null while nothing was handed over. */
export const rateOf = (requestedUnits: number, fulfilledUnits: number | null): string | null =>
  fulfilledUnits ? (requestedUnits / fulfilledUnits).toFixed(4) : null;
