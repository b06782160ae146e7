import type { IneligibilityReason } from '@passerelle/values';
import { byPreference, type Candidate, distanceOf, stockAt, stockOf, unitsFrom } from './candidate.ts';
import { fewestSources } from './fewest-sources.ts';
import type { Rule } from './strategy.ts';
import { cheapestCover, type Weighing, weighingOf } from './weighing.ts';

export type Demand = { readonly lineId: string; readonly sku: string; readonly quantity: number };
export type Given = { readonly lineId: string; readonly sku: string; readonly quantity: number };

export type Assignment = {
  readonly candidate: Candidate;
  readonly units: readonly Given[];
  readonly score: number;
  readonly reasons: readonly string[];
};

export type Shortage = {
  readonly sku: string;
  readonly requested: number;
  /** Units all candidates have together. */
  readonly available: number;
};

export type Sourcing = {
  readonly assignments: readonly Assignment[];
  readonly leftOut: readonly {
    readonly locationId: string;
    readonly reasons: IneligibilityReason[];
    /** As of a chosen location; null when no strategy weighs. */
    readonly score: number | null;
  }[];
  /** What the plan costs under the rule; null when no strategy weighs. */
  readonly cost: number | null;
  /** Empty when every unit has a location. */
  readonly shortages: readonly Shortage[];
};

/**
 * Chooses locations for the units of one delivery. Best is, in this order: the most units, the fewest locations, the
 * fewest stores among them, the shortest way in all, the deepest stock, and the smallest ids, so that the answer never
 * depends on the order of candidates; see `fewestSources` for how far it is exact. With a strategy's rule the cheapest
 * plan by its weights is best instead, see `cheapestCover`; `at` is the moment times are measured from. With a ranking
 * those it names first are taken until nothing is missing; who is not in it comes after, in our own order.
 */
export function chooseSources(
  demands: readonly Demand[],
  candidates: readonly Candidate[],
  ruled?: { readonly rule: Rule; readonly at: Date },
  ranking?: readonly string[],
): Sourcing {
  const wanted = new Map<string, number>();
  for (const { sku, quantity } of demands) wanted.set(sku, (wanted.get(sku) ?? 0) + quantity);

  const able = candidates.filter((one) => one.remainingCapacity !== 0 && unitsFrom(one, wanted) > 0).sort(byPreference);
  const reachable = new Map([...wanted].map(([sku, units]) => [sku, Math.min(units, stockOf(able, sku))]));
  const weighing = ruled ? weighingOf(ruled.rule, wanted, ruled.at) : null;
  const ranked = ranking && byRank(able, ranking);
  const chosen = choose(able, reachable, { weighing, ranked });
  const assignments = assign(demands, ranked ? chosen : [...chosen].sort(byPreference), reachable, able).map((one) =>
    ranking?.includes(one.candidate.locationId) ? { ...one, reasons: ['RANKED_BY_EXIT'] } : one,
  );
  return {
    assignments: weighing
      ? assignments.map((one) => ({ ...one, ...weighed(one.candidate, able, weighing) }))
      : assignments,
    leftOut: leftOut(candidates, chosen, wanted).map((one) => ({
      ...one,
      score: scoreAt(one.locationId, able, weighing),
    })),
    cost: weighing ? rounded(weighing.planCost(chosen)) : null,
    shortages: [...wanted]
      .map(([sku, requested]) => ({ sku, requested, available: stockOf(able, sku) }))
      .filter(({ requested, available }) => available < requested),
  };
}

function choose(
  able: readonly Candidate[],
  reachable: ReadonlyMap<string, number>,
  { weighing, ranked }: { readonly weighing: Weighing | null; readonly ranked: readonly Candidate[] | undefined },
): Candidate[] {
  if (ranked) return takeInOrder(ranked, reachable);
  if (weighing) return cheapestCover(able, reachable, weighing).set;
  return fewestSources(able, reachable);
}

/** Those in the ranking as it says, the others after them as they stand. */
function byRank(able: readonly Candidate[], ranking: readonly string[]): Candidate[] {
  const rankOf = new Map(ranking.map((locationId, rank) => [locationId, rank]));
  const rank = ({ locationId }: Candidate) => rankOf.get(locationId) ?? ranking.length;
  return able.toSorted((a, b) => rank(a) - rank(b));
}

/** Each gives what it has until nothing is missing; who gives nothing is not chosen. */
function takeInOrder(ranked: readonly Candidate[], wanted: ReadonlyMap<string, number>): Candidate[] {
  const missing = new Map(wanted);
  return ranked.filter((one) => {
    if (unitsFrom(one, missing) === 0) return false;
    for (const [sku, quantity] of missing) missing.set(sku, Math.max(0, quantity - stockAt(one, sku)));
    return true;
  });
}

const rounded = (value: number) => Math.round(value * 100) / 100;
const scoreAt = (locationId: string, able: readonly Candidate[], weighing: Weighing | null) => {
  const one = able.find((candidate) => candidate.locationId === locationId);
  return one && weighing ? rounded(-weighing.costOf(one)) : null;
};

/** Score and reasons by weights: what the location costs, below zero, and each criterion by which none is cheaper. */
function weighed(candidate: Candidate, able: readonly Candidate[], weighing: Weighing) {
  const others = able.filter((one) => one !== candidate).map((one) => weighing.costs(one));
  const reasons = [...weighing.costs(candidate)]
    .filter(([kind, cost]) => others.length > 0 && others.every((costs) => cost <= (costs.get(kind) as number)))
    .filter(([kind, cost]) => others.some((costs) => cost < (costs.get(kind) as number)))
    .map(([kind]) => `BEST_${kind}`);
  if (others.length === 0) reasons.push('ONLY_SOURCE');
  return { score: rounded(-weighing.costOf(candidate)), reasons: reasons.length > 0 ? reasons : ['CHEAPEST_PLAN'] };
}

/** Gives each line to the first location that has all of it, where there is one, and splits it otherwise. */
function assign(
  demands: readonly Demand[],
  ordered: readonly Candidate[],
  reachable: ReadonlyMap<string, number>,
  able: readonly Candidate[],
): Assignment[] {
  const left = new Map(ordered.map((one) => [one, new Map(one.available)]));
  const toGive = new Map(reachable);
  const given = new Map<Candidate, Given[]>(ordered.map((one) => [one, []]));
  for (const { lineId, sku, quantity } of demands) {
    let open = Math.min(quantity, toGive.get(sku) ?? 0);
    toGive.set(sku, (toGive.get(sku) ?? 0) - open);
    const stock = (one: Candidate) => left.get(one)?.get(sku) ?? 0;
    const whole = ordered.find((one) => stock(one) >= open);
    for (const one of whole ? [whole] : ordered) {
      const units = Math.min(open, stock(one));
      if (units <= 0) continue;
      given.get(one)?.push({ lineId, sku, quantity: units });
      left.get(one)?.set(sku, stock(one) - units);
      open -= units;
    }
  }
  const asked = demands.reduce((sum, { quantity }) => sum + quantity, 0);
  return ordered
    .map((candidate) => ({ candidate, units: given.get(candidate) ?? [] }))
    .filter(({ units }) => units.length > 0)
    .map(({ candidate, units }, _index, all) => ({
      candidate,
      units,
      score: scoreOf(candidate, units, asked),
      reasons: reasonsFor(candidate, all.length, able),
    }));
}

/** 100 for all units of the delivery, 10 for a warehouse, less one for each 100 km; two decimals. */
function scoreOf(candidate: Candidate, units: readonly Given[], asked: number): number {
  const share = units.reduce((sum, { quantity }) => sum + quantity, 0) / asked;
  const way = Math.min(candidate.distanceKm ?? 0, 1000) / 100;
  return Math.round((100 * share + (candidate.isStore ? 0 : 10) - way) * 100) / 100;
}

function reasonsFor(candidate: Candidate, parcels: number, able: readonly Candidate[]): string[] {
  const reasons = [parcels === 1 ? 'HAS_ALL_UNITS' : 'FEWEST_PARCELS'];
  if (able.length === parcels) reasons.push('ONLY_SOURCE');
  else if (!candidate.isStore) reasons.push('WAREHOUSE_FIRST');
  const isNearest = able.every((other) => distanceOf(candidate) <= distanceOf(other));
  if (able.length > 1 && candidate.distanceKm !== null && isNearest) reasons.push('NEAREST');
  return reasons;
}

/** At most this many are kept with an order. */
const leftOutKept = 50;

function leftOut(candidates: readonly Candidate[], chosen: readonly Candidate[], wanted: ReadonlyMap<string, number>) {
  return candidates
    .filter((one) => !chosen.includes(one))
    .sort(byPreference)
    .slice(0, leftOutKept)
    .map((one) => ({ locationId: one.locationId, reasons: reasonsAgainst(one, wanted) }));
}

function reasonsAgainst(candidate: Candidate, wanted: ReadonlyMap<string, number>): IneligibilityReason[] {
  const reasons: IneligibilityReason[] = [];
  if (candidate.remainingCapacity === 0) {
    reasons.push({ code: 'CAPACITY_REACHED', message: "The day's capacity is used up.", until: null });
  }
  const short = [...wanted].filter(([sku, quantity]) => stockAt(candidate, sku) < quantity);
  if (short.length > 0) {
    const facts = short.map(([sku, quantity]) => `${stockAt(candidate, sku)} of ${quantity} ${sku}`).join(', ');
    reasons.push({ code: 'NO_STOCK', message: `Has ${facts}.`, until: null });
  }
  return reasons;
}
