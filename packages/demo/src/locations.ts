import type { ServiceType } from '@passerelle/eligibility';
import { weeklyHours } from './hours.ts';
import { type Random, seededRandom, seedFor } from './random.ts';
import type { Brand, RetailerFeed, RetailerLocation, RetailerService } from './retailer.ts';
import { type Town, type TownSize, towns, warehouseTowns } from './towns.ts';

type Size = { seed: number; stores: number; warehouses: number };

/** Warehouses, then stores, each with what is peculiar to it. */
export function makeLocations({ seed, stores, warehouses }: Size): RetailerLocation[] {
  const random = seededRandom(seedFor(seed, 'locations'));
  return [
    ...Array.from({ length: warehouses }, (_, index) => makeWarehouse(index, random)),
    ...Array.from({ length: stores }, (_, index) => makeStore(index, random)),
  ];
}

const streets = [
  'rue de la République',
  'Grande Rue',
  'rue Nationale',
  'place du Marché',
  'rue Victor-Hugo',
  'rue Pasteur',
];
const jitterDegrees = 0.08;

/** The first of a town stands in its middle, the next ones around it; `round` counts from 0. */
function place(town: Town, round: number, random: Random) {
  const shift = () => (round === 0 ? 0 : (random.next() * 2 - 1) * jitterDegrees);
  const degrees = (value: number) => Math.round(value * 1e5) / 1e5;
  return { latitude: degrees(town.latitude + shift()), longitude: degrees(town.longitude + shift()) };
}

function site(list: readonly Town[], index: number, random: Random) {
  const town = list[index % list.length] as Town;
  const round = Math.floor(index / list.length);
  return {
    town,
    suffix: round === 0 ? '' : `-${round + 1}`,
    title: round === 0 ? town.name : `${town.name} ${round + 1}`,
    facts: {
      region: town.region,
      city: town.name,
      postalCode: town.postalCode,
      countryCode: 'FR' as const,
      timeZone: town.timeZone,
      position: place(town, round, random),
    },
  };
}

// A range the French regulator keeps for films and examples: these numbers never ring.
const phone = (random: Random) => `+3319900${String(random.integer(0, 9999)).padStart(4, '0')}`;

function makeWarehouse(index: number, random: Random): RetailerLocation {
  const { facts, title } = site(warehouseTowns, index, random);
  const code = `W${index + 1}`;
  return {
    id: `loc_${code.toLowerCase()}`,
    code,
    name: `Entrepôt de ${title}`,
    type: 'WAREHOUSE',
    status: 'ACTIVE',
    brands: ['cordelune', 'maisonnelle'],
    ...facts,
    street: `${random.integer(1, 60)} rue de l’Industrie`,
    phone: phone(random),
    hours: [],
    worksDays: null,
    services: [
      service('WAREHOUSE_SHIP', { preparationMinutes: 120, cutOff: '15:00' }),
      service('RETURN_TO_WAREHOUSE', { isEnabled: index !== 1 }),
    ],
    feed: { mode: 'SNAPSHOT_AND_EVENTS', freshnessLimitMinutes: null, silentForHours: 0 },
    weight: 1.6,
    pickupInstructions: null,
  };
}

const weights: Record<TownSize, number> = { L: 1.4, M: 1, S: 0.6 };

/** Numbers that follow from the place in the list give every size of chain its share of odd stores, always the same. */
function makeStore(index: number, random: Random): RetailerLocation {
  const { town, facts, title, suffix } = site(towns, index, random);
  const code = `${String((index % towns.length) + 1).padStart(4, '0')}${suffix}`;
  const brands = brandsOf(index, town.size);
  return {
    id: `loc_${code}`,
    code,
    name: `${brands[0] === 'maisonnelle' ? 'Maisonnelle' : 'Cordelune'} ${title}`,
    type: 'STORE',
    status: index % 60 === 7 ? 'INACTIVE' : index % 120 === 119 ? 'RETIRED' : 'ACTIVE',
    brands,
    ...facts,
    street: `${random.integer(1, 120)} ${random.pick(streets)}`,
    phone: phone(random),
    hours: weeklyHours(town.size, random),
    worksDays: index % 40 === 25 ? [-5, 10] : null,
    services: storeServices(index, town.size),
    feed: feedOf(index),
    weight: weights[town.size],
    pickupInstructions: random.chance(0.6) ? 'Présentez votre code de retrait à l’accueil.' : null,
  };
}

function brandsOf(index: number, size: TownSize): Brand[] {
  if (size === 'L') return index % 4 === 3 ? ['cordelune'] : ['cordelune', 'maisonnelle'];
  if (size === 'S') return index % 2 === 0 ? ['cordelune'] : ['maisonnelle'];
  const choices: Brand[][] = [['cordelune', 'maisonnelle'], ['cordelune'], ['maisonnelle']];
  return choices[index % 3] as Brand[];
}

const service = (type: ServiceType, facts: Partial<RetailerService> = {}): RetailerService => ({
  type,
  isEnabled: true,
  pausedForMinutes: null,
  preparationMinutes: 0,
  cutOff: null,
  maxUnitsPerOrder: null,
  dailyCapacity: null,
  ...facts,
});

function storeServices(index: number, size: TownSize): RetailerService[] {
  const shipsFromStore = size === 'L' || (size === 'M' ? index % 2 === 0 : index % 5 === 0);
  return [
    service('CLICK_AND_COLLECT', {
      isEnabled: index % 20 !== 5,
      pausedForMinutes: index % 50 === 12 ? 180 : null,
      preparationMinutes: size === 'L' ? 60 : 120,
      maxUnitsPerOrder: size === 'S' ? 6 : null,
      dailyCapacity: { L: null, M: 20, S: 8 }[size],
    }),
    service('SHIP_FROM_STORE', {
      isEnabled: shipsFromStore,
      preparationMinutes: 240,
      cutOff: '14:00',
      maxUnitsPerOrder: 10,
      dailyCapacity: size === 'L' ? 40 : 10,
    }),
    service('SHIP_TO_STORE', { isEnabled: size !== 'S', dailyCapacity: size === 'L' ? null : 15 }),
    service('RETURN_IN_STORE', { isEnabled: index % 25 !== 9 }),
  ];
}

/** Most tills speak all day; some only at night; and a few have stopped without anybody noticing. */
function feedOf(index: number): RetailerFeed {
  const mode = index % 10 === 4 ? 'SNAPSHOT' : 'SNAPSHOT_AND_EVENTS';
  return { mode, freshnessLimitMinutes: 36 * 60, silentForHours: index % 30 === 6 ? 60 : 0 };
}
