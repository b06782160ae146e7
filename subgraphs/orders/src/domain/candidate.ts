/** One location that could source some units; quantities by SKU. */
export type Candidate = {
  readonly locationId: string;
  readonly isStore: boolean;
  readonly distanceKm: number | null;
  readonly readyAt: Date | null;
  /** Local day of `readyAt`, `YYYY-MM-DD`. */
  readonly readyOn: string | null;
  /** Orders it may still take that day; null when unlimited. */
  readonly remainingCapacity: number | null;
  readonly available: ReadonlyMap<string, number>;
  /** Days since the oldest unit of a SKU came there; told when a strategy weighs them. */
  readonly stockAges?: ReadonlyMap<string, number>;
};

export const stockAt = (candidate: Candidate, sku: string) => Math.max(0, candidate.available.get(sku) ?? 0);
export const stockOf = (set: readonly Candidate[], sku: string) => set.reduce((sum, one) => sum + stockAt(one, sku), 0);

export function unitsFrom(candidate: Candidate, wanted: ReadonlyMap<string, number>): number {
  let units = 0;
  for (const [sku, quantity] of wanted) units += Math.min(quantity, stockAt(candidate, sku));
  return units;
}

const farKm = 25_000;
export const distanceOf = (one: Candidate) => one.distanceKm ?? farKm;

export function byPreference(a: Candidate, b: Candidate): number {
  return (
    Number(a.isStore) - Number(b.isStore) ||
    distanceOf(a) - distanceOf(b) ||
    (a.locationId < b.locationId ? -1 : a.locationId > b.locationId ? 1 : 0)
  );
}

export const covers = (set: readonly Candidate[], wanted: ReadonlyMap<string, number>) =>
  [...wanted].every(([sku, quantity]) => stockOf(set, sku) >= quantity);
