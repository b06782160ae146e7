import { type Candidate, covers, distanceOf, stockAt, stockOf, unitsFrom } from './candidate.ts';

/** Sets of locations tried at most before the search gives way to the greedy choice. */
const searchBudget = 25_000;

/**
 * The best of the smallest sets that have all that is wanted. Exact while the sets of the needed size fit the search
 * budget; beyond that the location that gives most is taken again and again, and those made superfluous are dropped.
 * `able` comes in order of preference, and `wanted` must be coverable.
 */
export const fewestSources = (able: readonly Candidate[], wanted: ReadonlyMap<string, number>): Candidate[] =>
  searchExactly(able, wanted) ?? takeGreedily(able, wanted);

/** Units beyond what is wanted do not matter forever: a location with ten times the demand is deep enough. */
function depthOf(set: readonly Candidate[], wanted: ReadonlyMap<string, number>): number {
  let depth = 0;
  for (const [sku, quantity] of wanted) depth += Math.min(stockOf(set, sku), quantity * 10);
  return depth;
}

/** What makes one set of equal size better than another; smaller is better at the first difference. */
const costOf = (set: readonly Candidate[], wanted: ReadonlyMap<string, number>): number[] => [
  set.filter(({ isStore }) => isStore).length,
  set.reduce((sum, one) => sum + distanceOf(one), 0),
  -depthOf(set, wanted),
];

function isCheaper(a: readonly number[], b: readonly number[]): boolean {
  const at = a.findIndex((value, index) => value !== b[index]);
  return at >= 0 && (a[at] as number) < (b[at] as number);
}

/** The best of the smallest sets that cover; undefined when there are too many sets to look at. */
function searchExactly(able: readonly Candidate[], wanted: ReadonlyMap<string, number>): Candidate[] | undefined {
  if ([...wanted.values()].every((quantity) => quantity === 0)) return [];
  let budget = searchBudget;
  for (let size = 1; size <= able.length; size++) {
    budget -= combinations(able.length, size);
    if (budget < 0) return undefined;
    let best: { set: Candidate[]; cost: number[] } | undefined;
    for (const set of setsOf(able, size)) {
      if (!covers(set, wanted)) continue;
      const cost = costOf(set, wanted);
      if (!best || isCheaper(cost, best.cost)) best = { set, cost };
    }
    if (best) return best.set;
  }
  return [];
}

function combinations(n: number, k: number): number {
  let count = 1;
  for (let i = 1; i <= k && count <= searchBudget * k; i++) count = (count * (n - k + i)) / i;
  return Math.round(count);
}

/** Every set of `size` candidates, in order of preference. */
function* setsOf(able: readonly Candidate[], size: number, from = 0): Generator<Candidate[]> {
  if (size === 0) {
    yield [];
    return;
  }
  for (let index = from; index <= able.length - size; index++) {
    for (const rest of setsOf(able, size - 1, index + 1)) yield [able[index] as Candidate, ...rest];
  }
}

function takeGreedily(able: readonly Candidate[], wanted: ReadonlyMap<string, number>): Candidate[] {
  const missing = new Map(wanted);
  const chosen: Candidate[] = [];
  while ([...missing.values()].some((quantity) => quantity > 0)) {
    const rest = able.filter((one) => !chosen.includes(one));
    const best = rest.reduce((a, b) => (unitsFrom(b, missing) > unitsFrom(a, missing) ? b : a));
    chosen.push(best);
    for (const [sku, quantity] of missing) missing.set(sku, Math.max(0, quantity - stockAt(best, sku)));
  }
  return [...chosen].reverse().reduce((kept, one) => {
    const without = kept.filter((other) => other !== one);
    return covers(without, wanted) ? without : kept;
  }, chosen);
}
