import { seededRandom, seedFor } from './random.ts';
import type { RetailerItem, RetailerLevels, RetailerLocation } from './retailer.ts';

type Input = {
  readonly seed: number;
  readonly items: readonly RetailerItem[];
  readonly locations: readonly RetailerLocation[];
  readonly levels: number;
};

/** A store carries little of what the other brand sells. */
const otherBrand = 0.15;
/** How fast the share of stores that carry an article falls with its rank. */
const spreadExponent = 0.45;
/** How fast units fall with the rank, as a share of the catalogue. */
const unitsExponent = 0.7;
/** Units of a bestseller an average store has on average. */
const deepest = 45;
/** Articles of this first share of the catalogue, three at least, are in stock everywhere. */
const bestsellers = 0.002;
/** Share of other levels that sold out. */
const soldOut = 0.08;

/**
 * Who has how much of what. An article of rank r is carried where a draw falls under
 * `scale · (r + 1)^-0.45 · appetite of the location`, `scale` chosen so that about `levels` come out: bestsellers are
 * everywhere, the long tail is in few places.
 */
export function makeLevels({ seed, items, locations, levels }: Input): RetailerLevels {
  const random = seededRandom(seedFor(seed, 'levels'));
  const scale = scaleFor({ items, locations, levels });
  const columns = emptyColumns(Math.min(items.length * locations.length, Math.ceil(levels * 1.1) + 1000));
  let count = 0;
  items.forEach((item, rank) => {
    const isBestseller = rank < bestsellersOf(items.length);
    const spread = isBestseller ? Number.POSITIVE_INFINITY : scale * (rank + 1) ** -spreadExponent;
    const mean = Math.min(deepest, 1.2 * ((rank + 1) / items.length) ** -unitsExponent);
    locations.forEach((location, index) => {
      if (count === columns.item.length || random.next() >= spread * appetite(location, item.brand)) return;
      const depth = location.type === 'WAREHOUSE' ? 12 : location.weight;
      const units = (isBestseller ? 4 : 1) + Math.floor(-Math.log(1 - random.next()) * mean * depth);
      const counted = !isBestseller && random.chance(soldOut) ? 0 : units;
      columns.item[count] = rank;
      columns.location[count] = index;
      columns.counted[count] = counted;
      columns.blocked[count] = counted > 4 && random.chance(0.01) ? 1 : 0;
      columns.sold[count] = sellsToday(location) && counted > 5 && random.chance(0.05) ? random.integer(1, 2) : 0;
      count++;
    });
  });
  return trim(columns, count);
}

const bestsellersOf = (skus: number) => Math.max(3, Math.ceil(skus * bestsellers));

const sellsToday = ({ type, status, feed }: RetailerLocation) =>
  type === 'STORE' && status === 'ACTIVE' && feed.mode !== 'SNAPSHOT' && feed.silentForHours === 0;

const appetite = (location: RetailerLocation, brand: RetailerItem['brand']) =>
  location.weight * (location.brands.includes(brand) ? 1 : otherBrand);

/** Bisection on the expected number of levels, with locations of the same appetite taken together. */
function scaleFor({ items, locations, levels }: Omit<Input, 'seed'>): number {
  const groups = new Map<string, { cordelune: number; maisonnelle: number; places: number }>();
  for (const location of locations) {
    const key = `${location.weight}|${location.brands}`;
    const known = groups.get(key);
    groups.set(key, {
      cordelune: appetite(location, 'cordelune'),
      maisonnelle: appetite(location, 'maisonnelle'),
      places: (known?.places ?? 0) + 1,
    });
  }
  const best = bestsellersOf(items.length);
  const spreads = items.map((_, rank) => (rank < best ? Number.POSITIVE_INFINITY : (rank + 1) ** -spreadExponent));
  const expected = (scale: number) => {
    let sum = 0;
    for (const group of groups.values()) {
      items.forEach(({ brand }, rank) => {
        sum += group.places * Math.min(1, scale * (spreads[rank] as number) * group[brand]);
      });
    }
    return sum;
  };
  let [low, high] = [1e-9, 1e6];
  for (let step = 0; step < 40; step++) {
    const middle = (low + high) / 2;
    if (expected(middle) < levels) low = middle;
    else high = middle;
  }
  return high;
}

type Columns = Omit<RetailerLevels, 'count'>;

const emptyColumns = (length: number): Columns => ({
  item: new Int32Array(length),
  location: new Int32Array(length),
  counted: new Int32Array(length),
  blocked: new Int32Array(length),
  sold: new Int32Array(length),
});

const trim = (columns: Columns, count: number): RetailerLevels => ({
  count,
  item: columns.item.subarray(0, count),
  location: columns.location.subarray(0, count),
  counted: columns.counted.subarray(0, count),
  blocked: columns.blocked.subarray(0, count),
  sold: columns.sold.subarray(0, count),
});
