import { type Connection, type Keyset, keysetOf } from '@passerelle/database';
import { type Connection as Connected, type InvalidInput, ok, type Result, toConnection } from '@passerelle/values';
import DataLoader from 'dataloader';
import { type ListingArguments, readListing } from '../domain/listing.ts';
import type { Return } from '../domain/return.ts';
import { listRules, type RowRules, rowRules, type Viewer, worksAt } from '../domain/viewer.ts';
import { countedAtMost, countReturns, keysOf, type PagedRow, type Parents, pageReturns } from './return-pages.ts';

/** A page; its total is counted only when somebody asks. */
export type ReturnPage = Connected<Return> & {
  /** Matches in all; null when there are too many to count. */
  readonly total: () => Promise<number | null>;
};

type ReturnLoader = DataLoader<string, Return | null>;
type Loaders = { readonly page: DataLoader<string, ReturnPage>; readonly total: DataLoader<string, number | null> };

/** Lists of returns: one of all, one of each order and of each location; lists asked for alike share their statements. */
export function createPages(connection: Connection, viewer: Viewer, returns: ReturnLoader) {
  const loaders = new Map<string, Result<Loaders, InvalidInput>>();

  function makeLoaders(of: Parents['of'], args: ListingArguments, rules: RowRules): Result<Loaders, InvalidInput> {
    const listing = readListing(args);
    if (!listing.ok) return listing;
    const { conditions, sort, page: wanted } = listing.value;
    const keyset = keysetOf(connection, keysOf(sort), wanted);
    if (!keyset.ok) return keyset;
    const query = { conditions, rules };
    const total = new DataLoader<string, number | null>(async (ids) => {
      const rows = await countReturns(connection, { of, ids }, query);
      const totals = new Map(rows.map((row) => [row.parent ?? '', row.total]));
      return ids.map((id) => atMost(totals.get(id) ?? 0));
    });
    const page = new DataLoader<string, ReturnPage>(async (ids) => {
      const found = await pageReturns(connection, { of, ids }, query, keyset.value);
      const rows = Map.groupBy(found, (row) => row.parent ?? '');
      return Promise.all(
        ids.map(async (id) => ({
          ...(await withNodes(rows.get(id) ?? [], keyset.value, returns)),
          total: () => total.load(id),
        })),
      );
    });
    return ok({ page, total });
  }

  async function pageOf(of: Parents['of'], id: string, args: ListingArguments, rules: RowRules) {
    const key = JSON.stringify([of, args, rules]);
    const made = loaders.get(key) ?? makeLoaders(of, args, rules);
    loaders.set(key, made);
    return made.ok ? ok(await made.value.page.load(id)) : made;
  }

  /** Arguments that no list could have are refused. */
  return {
    all: (args: ListingArguments) => pageOf('all', '', args, listRules(viewer)),
    ofOrder: (orderId: string, args: ListingArguments) => pageOf('order', orderId, args, rowRules(viewer)),
    /** Null at a location where the viewer does not work. */
    ofLocation: async (locationId: string, args: ListingArguments) =>
      worksAt(viewer, locationId) ? pageOf('location', locationId, args, rowRules(viewer)) : ok(null),
  };
}

const atMost = (total: number) => (total > countedAtMost ? null : total);

/** Rows become returns through the loader, so that the returns of all pages come in one statement. */
async function withNodes(
  rows: readonly PagedRow[],
  { window, keyOf }: Keyset,
  returns: ReturnLoader,
): Promise<Connected<Return>> {
  const paged = toConnection(rows, window, keyOf);
  const nodes = (await Promise.all(paged.nodes.map((row) => returns.load(row.id)))) as Return[];
  const edges = paged.edges.map((edge, index) => ({ cursor: edge.cursor, node: nodes[index] as Return }));
  return { ...paged, edges, nodes };
}
