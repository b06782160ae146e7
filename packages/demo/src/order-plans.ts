import { type Random, seededRandom, seedFor } from './random.ts';
import type { Retailer, RetailerItem } from './retailer.ts';
import { pickupShelves, type Shelf, storeOnlyItems } from './shelves.ts';
import { type Town, towns } from './towns.ts';

/** How far an order has come at the moment of loading. */
export type Fate =
  | 'PLACED'
  | 'REJECTED'
  | 'ACCEPTED'
  | 'PICKING'
  | 'PICKED'
  | 'PARTLY_SHIPPED'
  | 'SHIPPED'
  | 'DELIVERED'
  | 'READY'
  | 'COLLECTED'
  | 'CANCELLED';
export type ReturnFate = 'REQUESTED' | 'APPROVED' | 'RECEIVED' | 'INSPECTED';

export type Customer = {
  readonly customerId: string;
  readonly email: string;
  readonly firstName: string;
  readonly lastName: string;
};

export type OrderPlan = {
  readonly number: number;
  readonly channelId: string;
  readonly customer: Customer;
  /** Where it is sent; null when collected. */
  readonly shipTo: Town | null;
  /** Store where it is collected; null when sent. */
  readonly pickupLocationId: string | null;
  readonly lines: readonly { readonly item: RetailerItem; readonly quantity: number }[];
  /** Hours before the moment of loading. */
  readonly placedHoursAgo: number;
  readonly fate: Fate;
  readonly returnFate: ReturnFate | null;
};

const daysBack = 30;
const customers = 150;
const firstNames = ['Camille', 'Louise', 'Jeanne', 'Inès', 'Léa', 'Hugo', 'Jules', 'Adam', 'Malo', 'Gabriel'] as const;
const lastNames = [
  'Martin',
  'Bernard',
  'Le Goff',
  'Moreau',
  'Fournier',
  'Girard',
  'Lambert',
  'Faure',
  'Roche',
] as const;

/** What `count` shoppers ordered in the last thirty days, the oldest first. `cus_0001` orders most. */
export function planOrders(retailer: Retailer, count: number): OrderPlan[] {
  const random = seededRandom(seedFor(retailer.seed, 'orders'));
  const shelves = pickupShelves(retailer);
  const rare = storeOnlyItems(retailer);
  const ages = Array.from({ length: count }, () => daysBack * 24 * random.next() ** 2.2).sort((a, b) => b - a);
  return ages.map((placedHoursAgo, index) => {
    const channelId = pickWeighted(channelShares, random);
    const shelf = isForShoppers(channelId) && random.chance(0.35) ? pickShelf(shelves, channelId, random) : null;
    const fate = pickWeighted(shelf ? pickupFates(placedHoursAgo) : deliveryFates(placedHoursAgo), random);
    const isDone = fate === 'DELIVERED' || fate === 'COLLECTED';
    return {
      number: index + 1,
      channelId,
      customer: makeCustomer(random),
      shipTo: shelf ? null : random.pick(towns.slice(0, 80)),
      pickupLocationId: shelf?.location.id ?? null,
      lines: makeLines(retailer, { shelf, rare, channelId }, random),
      placedHoursAgo,
      fate,
      returnFate: isDone && random.chance(0.15) ? pickWeighted(returnShares, random) : null,
    };
  });
}

type Shares<T extends string> = readonly (readonly [value: T, share: number])[];

function pickWeighted<T extends string>(shares: Shares<T>, random: Random): T {
  let draw = random.next() * shares.reduce((sum, [, share]) => sum + share, 0);
  for (const [value, share] of shares) {
    draw -= share;
    if (draw < 0) return value;
  }
  return (shares.at(-1) as Shares<T>[number])[0];
}

const channelShares: Shares<string> = [
  ['chn_web', 55],
  ['chn_app', 20],
  ['chn_marketplace', 12],
  ['chn_shops', 8],
  ['chn_b2b', 5],
];
const isForShoppers = (channelId: string) => channelId === 'chn_web' || channelId === 'chn_app';

const returnShares: Shares<ReturnFate> = [
  ['REQUESTED', 3],
  ['APPROVED', 2],
  ['RECEIVED', 2],
  ['INSPECTED', 4],
];

function deliveryFates(hoursAgo: number): Shares<Fate> {
  if (hoursAgo < 30) {
    return [
      ['PLACED', 35],
      ['REJECTED', 6],
      ['ACCEPTED', 22],
      ['PICKING', 15],
      ['PICKED', 10],
      ['SHIPPED', 8],
      ['CANCELLED', 4],
    ];
  }
  if (hoursAgo < 100) {
    return [
      ['PARTLY_SHIPPED', 12],
      ['SHIPPED', 50],
      ['DELIVERED', 32],
      ['CANCELLED', 6],
    ];
  }
  return [
    ['DELIVERED', 90],
    ['CANCELLED', 8],
    ['SHIPPED', 2],
  ];
}

function pickupFates(hoursAgo: number): Shares<Fate> {
  if (hoursAgo < 30) {
    return [
      ['PLACED', 30],
      ['REJECTED', 5],
      ['ACCEPTED', 20],
      ['PICKING', 15],
      ['READY', 30],
    ];
  }
  return [
    ['READY', hoursAgo < 100 ? 45 : 2],
    ['COLLECTED', 60],
    ['CANCELLED', 6],
  ];
}

function makeCustomer(random: Random): Customer {
  const number = 1 + Math.floor(customers * random.next() ** 3);
  const firstName = firstNames[number % firstNames.length] as string;
  const lastName = lastNames[number % lastNames.length] as string;
  return {
    customerId: `cus_${String(number).padStart(4, '0')}`,
    email: `client${number}@example.org`,
    firstName,
    lastName,
  };
}

const pickShelf = (shelves: readonly Shelf[], channelId: string, random: Random) => {
  const serving = shelves.filter(({ channelIds }) => channelIds.includes(channelId));
  return serving.length === 0 ? null : random.pick(serving);
};

type Range = { readonly shelf: Shelf | null; readonly rare: readonly RetailerItem[]; readonly channelId: string };

/** Mostly bestsellers; what a store that hands over has on its shelves; now and then what only stores have. */
function makeLines({ items }: Retailer, { shelf, rare, channelId }: Range, random: Random): OrderPlan['lines'] {
  const range = shelf?.items ?? (channelId === 'chn_web' && rare.length > 0 && random.chance(0.1) ? rare : items);
  const most = channelId === 'chn_b2b' ? 8 : 2;
  const chosen = new Set<RetailerItem>();
  const wanted = Math.min(range.length, pickWeighted(lineCounts, random).length);
  while (chosen.size < wanted) {
    chosen.add(range[Math.floor(range.length * random.next() ** 2.5)] as RetailerItem);
  }
  return [...chosen].map((item) => ({ item, quantity: random.chance(0.2) ? random.integer(2, most) : 1 }));
}

/** As many lines as letters. */
const lineCounts: Shares<string> = [
  ['x', 55],
  ['xx', 28],
  ['xxx', 12],
  ['xxxx', 5],
];
