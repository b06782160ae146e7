import { dataOf } from './scenario.ts';
import type { Target } from './target.ts';

/** What scenarios ask about, found through the graph itself. */
export type RetailerFacts = {
  readonly channelId: string;
  readonly skus: readonly string[];
  readonly stores: readonly Store[];
};

export type Store = {
  readonly id: string;
  readonly coordinates: { readonly latitude: number; readonly longitude: number };
};

const storesQuery = `query { locations(filter: { types: [STORE], statuses: [ACTIVE] }, first: 100) {
  nodes { id coordinates { latitude longitude } } } }`;
const warehousesQuery = `query { locations(filter: { types: [WAREHOUSE] }, first: 10) { nodes { id } } }`;
const levelsQuery = `query ($locationIds: [ID!]!, $after: String) {
  inventoryLevels(filter: { locationIds: $locationIds, onlyWithStock: true }, first: 250, after: $after) {
    nodes { item { sku } quantities { onHand available } } pageInfo { hasNextPage endCursor } } }`;

type Levels = {
  inventoryLevels: {
    nodes: { item: { sku: string }; quantities: { onHand: number; available: number } }[];
    pageInfo: { hasNextPage: boolean; endCursor: string };
  };
};

/** Pages of levels read at most: 20 pages of 250 are SKUs enough to keep caches honest. */
const maximumPages = 20;

export async function readRetailer(target: Target): Promise<RetailerFacts> {
  const token = target.tokenOf('operator');
  const read = async <Data>(query: string, variables: unknown = {}) =>
    dataOf<Data>(await target.ask({ query, variables, token }));
  const { locations } = await read<{ locations: { nodes: Store[] } }>(storesQuery);
  const warehouses = await read<{ locations: { nodes: { id: string }[] } }>(warehousesQuery);
  const locationIds = warehouses.locations.nodes.map(({ id }) => id);
  const levels = await readLevels(target, locationIds);
  const skus = new Set(levels.filter(({ quantities }) => quantities.available > 20).map(({ item }) => item.sku));
  return { channelId: 'chn_web', skus: [...skus], stores: locations.nodes.filter((store) => store.coordinates) };
}

async function readLevels(target: Target, locationIds: readonly string[]): Promise<Levels['inventoryLevels']['nodes']> {
  const token = target.tokenOf('operator');
  const levels: Levels['inventoryLevels']['nodes'] = [];
  let after: string | null = null;
  for (let page = 0; page < maximumPages; page++) {
    const answer = await target.ask({ query: levelsQuery, variables: { locationIds, after }, token });
    const { inventoryLevels }: Levels = dataOf<Levels>(answer);
    levels.push(...inventoryLevels.nodes);
    if (!inventoryLevels.pageInfo.hasNextPage) break;
    after = inventoryLevels.pageInfo.endCursor;
  }
  return levels;
}

/** What a location has of each SKU. */
export const readStock = async (target: Target, locationId: string) =>
  (await readLevels(target, [locationId])).map(({ item, quantities }) => ({
    sku: item.sku,
    onHand: quantities.onHand,
  }));

/** `count` neighbours from a list, another place in it each turn; the same turn gives the same ones. */
export const pick = <T>(list: readonly T[], turn: number, count: number): T[] =>
  Array.from({ length: count }, (_, i) => list[(turn * 31 + i * 7) % list.length] as T);
