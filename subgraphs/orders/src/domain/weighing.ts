import { type Candidate, stockAt, stockOf } from './candidate.ts';
import type { CriterionKind, Rule } from './strategy.ts';

/** Branches looked at before the best plan found so far is taken; about a second of work. */
const branchBudget = 200_000;
const unknownKm = 1000;
const unknownHours = 24;
/** Stock of this age costs half of what new stock does. */
const halfAgeDays = 30;
const hourMs = 3_600_000;
/** Sums of weights differ in their last digits by the order of adding. */
const tolerance = 1e-9;

export type Weighing = {
  /** What the location adds to the cost of any plan, by criterion; zero or more. */
  readonly costs: (candidate: Candidate) => ReadonlyMap<CriterionKind, number>;
  readonly costOf: (candidate: Candidate) => number;
  /** What a plan costs as a whole. */
  readonly planCost: (set: readonly Candidate[]) => number;
  /** Cost of waiting for the location, of which a plan pays the dearest. */
  readonly waitOf: (candidate: Candidate) => number;
};

/** Costs of candidates under a rule, for units wanted by SKU, at a moment. */
export function weighingOf(rule: Rule, wanted: ReadonlyMap<string, number>, at: Date): Weighing {
  const weights = new Map(rule.criteria.map(({ kind, weight }) => [kind, weight]));
  const costs = (one: Candidate) =>
    new Map(
      [...weights]
        .filter(([kind]) => kind !== 'TIME_TO_DELIVER')
        .map(([kind, weight]) => [kind, weight * unitsOfCost(kind, one, rule, wanted)]),
    );
  const known = new Map<Candidate, number>();
  const costOf = (one: Candidate) => {
    const before = known.get(one);
    if (before !== undefined) return before;
    const cost = [...costs(one).values()].reduce((sum, value) => sum + value, 0);
    known.set(one, cost);
    return cost;
  };
  const hours = ({ readyAt }: Candidate) =>
    readyAt ? Math.max(0, (readyAt.getTime() - at.getTime()) / hourMs) : unknownHours;
  const waitOf = (one: Candidate) => (weights.get('TIME_TO_DELIVER') ?? 0) * hours(one);
  const planCost = (set: readonly Candidate[]) =>
    set.reduce((sum, one) => sum + costOf(one), 0) + Math.max(0, ...set.map(waitOf));
  return { costs, costOf, planCost, waitOf };
}

function unitsOfCost(
  kind: CriterionKind,
  one: Candidate,
  { tariff }: Rule,
  wanted: ReadonlyMap<string, number>,
): number {
  const hundredsOfKm = (one.distanceKm ?? unknownKm) / 100;
  if (kind === 'SPLIT') return 1;
  if (kind === 'STORE') return Number(one.isStore);
  if (kind === 'WAREHOUSE') return Number(!one.isStore);
  if (kind === 'DISTANCE') return hundredsOfKm;
  if (kind === 'CAPACITY') return one.remainingCapacity === null ? 0 : 1 / (1 + one.remainingCapacity);
  if (kind === 'STOCK_DEPTH') {
    const units = [...wanted.keys()].reduce((sum, sku) => sum + stockAt(one, sku), 0);
    return 1 / (1 + units);
  }
  if (kind === 'AGEING_STOCK') {
    const oldest = Math.max(0, ...[...wanted.keys()].map((sku) => one.stockAges?.get(sku) ?? 0));
    return halfAgeDays / (halfAgeDays + oldest);
  }
  if (!tariff) return 0;
  return (one.isStore ? tariff.storeParcel : tariff.warehouseParcel) + tariff.per100Km * hundredsOfKm;
}

export type Cover = {
  readonly set: Candidate[];
  /** False when the search gave up before it had looked at everything. */
  readonly isBest: boolean;
};

/**
 * The cheapest set of candidates that has all that is wanted, by branch and bound: a SKU with the fewest sources is
 * covered first, by each of its sources in turn, cheapest first; a branch ends where its cost, and the least that what
 * is missing can add, reaches the best plan known. Costs are not negative, so nothing better is ever cut off. Ties go to
 * the plan found first in the order of cost and id, whatever the order of candidates. `wanted` must be coverable.
 */
export function cheapestCover(
  candidates: readonly Candidate[],
  wanted: ReadonlyMap<string, number>,
  { costOf, waitOf, planCost }: Weighing,
): Cover {
  const byCost = (a: Candidate, b: Candidate) =>
    costOf(a) - costOf(b) || waitOf(a) - waitOf(b) || (a.locationId < b.locationId ? -1 : 1);
  const able = [...candidates].sort(byCost);
  const skus = [...wanted.keys()].filter((sku) => (wanted.get(sku) ?? 0) > 0);
  const stock = able.map((one) => skus.map((sku) => stockAt(one, sku)));
  const missing = skus.map((sku) => wanted.get(sku) as number);
  const isOut = able.map(() => false);
  const chosen: number[] = [];
  let best = shrink(greedy(able, skus, wanted, costOf), skus, wanted, costOf);
  let bestCost = planCost(best);
  let branches = 0;

  /** The SKU hardest to cover and its sources, cheapest first; undefined when nothing is missing. */
  const hardest = () => {
    let found: { sku: number; sources: number[] } | undefined;
    for (let sku = 0; sku < skus.length; sku++) {
      if ((missing[sku] as number) <= 0) continue;
      const sources = able.flatMap((_, index) => (!isOut[index] && (stock[index]?.[sku] ?? 0) > 0 ? [index] : []));
      if (!found || sources.length < found.sources.length) found = { sku, sources };
    }
    return found;
  };
  /** The least that the units missing of a SKU can add: its cheapest source, as often as its deepest one must. */
  const least = (sku: number, sources: readonly number[]) => {
    const deepest = Math.max(0, ...sources.map((index) => stock[index]?.[sku] as number));
    if (deepest === 0) return Number.POSITIVE_INFINITY;
    return costOf(able[sources[0] as number] as Candidate) * Math.ceil((missing[sku] as number) / deepest);
  };
  const search = (cost: number, wait: number): void => {
    branches += 1;
    const next = hardest();
    if (!next) {
      if (cost + wait >= bestCost - tolerance) return;
      bestCost = cost + wait;
      best = chosen.map((index) => able[index] as Candidate);
      return;
    }
    if (cost + wait + least(next.sku, next.sources) >= bestCost - tolerance) return;
    for (const index of next.sources) {
      if (branches > branchBudget) break;
      const one = able[index] as Candidate;
      const units = stock[index] as number[];
      isOut[index] = true;
      chosen.push(index);
      for (const [sku, count] of units.entries()) missing[sku] = (missing[sku] as number) - count;
      search(cost + costOf(one), Math.max(wait, waitOf(one)));
      for (const [sku, count] of units.entries()) missing[sku] = (missing[sku] as number) + count;
      chosen.pop();
    }
    for (const index of next.sources) isOut[index] = false;
  };
  search(0, 0);
  return { set: best, isBest: branches <= branchBudget };
}

/** Again and again the location that gives most units for its cost. */
function greedy(
  able: readonly Candidate[],
  skus: readonly string[],
  wanted: ReadonlyMap<string, number>,
  costOf: Weighing['costOf'],
): Candidate[] {
  const missing = new Map(wanted);
  const rest = new Set(able);
  const chosen: Candidate[] = [];
  const gives = (one: Candidate) =>
    skus.reduce((sum, sku) => sum + Math.min(missing.get(sku) as number, stockAt(one, sku)), 0);
  while (skus.some((sku) => (missing.get(sku) as number) > 0)) {
    const price = (one: Candidate) => (costOf(one) + tolerance) / Math.max(gives(one), tolerance);
    const next = [...rest].reduce((a, b) => (price(b) < price(a) ? b : a));
    rest.delete(next);
    chosen.push(next);
    for (const sku of skus) {
      missing.set(sku, Math.max(0, (missing.get(sku) as number) - stockAt(next, sku)));
    }
  }
  return chosen;
}

/** Drops what a plan can do without, dearest first. */
function shrink(
  set: readonly Candidate[],
  skus: readonly string[],
  wanted: ReadonlyMap<string, number>,
  costOf: Weighing['costOf'],
): Candidate[] {
  const covers = (kept: readonly Candidate[]) => skus.every((sku) => stockOf(kept, sku) >= (wanted.get(sku) as number));
  return [...set]
    .sort((a, b) => costOf(b) - costOf(a))
    .reduce<Candidate[]>(
      (kept, one) => {
        const without = kept.filter((other) => other !== one);
        return covers(without) ? without : kept;
      },
      [...set],
    );
}
