import type { Connection } from '@passerelle/database';
import { type Connection as Connected, type Key, toConnection } from '@passerelle/values';
import DataLoader from 'dataloader';
import type { Listing } from '../domain/listing.ts';
import type { Return } from '../domain/return.ts';
import { listRules, rowRules, type Viewer, worksAt } from '../domain/viewer.ts';
import {
  countedAtMost,
  countReturns,
  type PagedRow,
  type PageQuery,
  type Parents,
  pageReturns,
} from './return-pages.ts';

/** A page; its total is counted only when somebody asks. */
export type ReturnPage = Connected<Return> & {
  /** Matches in all; null when there are too many to count. */
  readonly total: () => Promise<number | null>;
};

type ReturnLoader = DataLoader<string, Return | null>;
type Loaders = { readonly page: DataLoader<string, ReturnPage>; readonly total: DataLoader<string, number | null> };

const keyOf = (row: PagedRow, { sort }: PageQuery): Key => [
  ...sort.map(({ field }) => (field === 'NUMBER' ? row.NUMBER : row[field].toISOString())),
  row.id,
];

/** Lists of returns: one of all, one of each order and of each location; lists asked for alike share their statements. */
export function createPages(connection: Connection, viewer: Viewer, returns: ReturnLoader) {
  const loaders = new Map<string, Loaders>();

  function loadersFor(of: Parents['of'], query: PageQuery): Loaders {
    const key = JSON.stringify([of, query]);
    const known = loaders.get(key);
    if (known) return known;
    const total = new DataLoader<string, number | null>(async (ids) => {
      const rows = await countReturns(connection, { of, ids }, query);
      const totals = new Map(rows.map((row) => [row.parent ?? '', row.total]));
      return ids.map((id) => atMost(totals.get(id) ?? 0));
    });
    const page = new DataLoader<string, ReturnPage>(async (ids) => {
      const rows = Map.groupBy(await pageReturns(connection, { of, ids }, query), (row) => row.parent ?? '');
      return Promise.all(
        ids.map(async (id) => ({
          ...(await withNodes(rows.get(id) ?? [], query, returns)),
          total: () => total.load(id),
        })),
      );
    });
    const made = { page, total };
    loaders.set(key, made);
    return made;
  }

  return {
    all: (listing: Listing) => loadersFor('all', { ...listing, rules: listRules(viewer) }).page.load(''),
    ofOrder: (orderId: string, listing: Listing) =>
      loadersFor('order', { ...listing, rules: rowRules(viewer) }).page.load(orderId),
    /** Null at a location where the viewer does not work. */
    ofLocation: async (locationId: string, listing: Listing) =>
      worksAt(viewer, locationId)
        ? loadersFor('location', { ...listing, rules: rowRules(viewer) }).page.load(locationId)
        : null,
  };
}

const atMost = (total: number) => (total > countedAtMost ? null : total);

/** Rows become returns through the loader, so that the returns of all pages come in one statement. */
async function withNodes(
  rows: readonly PagedRow[],
  query: PageQuery,
  returns: ReturnLoader,
): Promise<Connected<Return>> {
  const paged = toConnection(rows, query.window, (row) => keyOf(row, query));
  const nodes = (await Promise.all(paged.nodes.map((row) => returns.load(row.id)))) as Return[];
  const edges = paged.edges.map((edge, index) => ({ cursor: edge.cursor, node: nodes[index] as Return }));
  return { ...paged, edges, nodes };
}
