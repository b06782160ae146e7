import path from 'node:path';
import type { MigrationSource } from '@passerelle/database';
import { type OpenSubgraph, type SubgraphName, subgraphNames } from '@passerelle/server';
import type { Config } from './config.ts';
import type { SupergraphFile } from './supergraph.ts';

/** A statement that must find nothing, run with a subgraph's own schema as search path. */
export type Invariant = { readonly name: string; readonly sql: string };

export type SubgraphModule = { readonly open: OpenSubgraph; readonly invariants: readonly Invariant[] };

const loaders: Record<SubgraphName, () => Promise<SubgraphModule>> = {
  'store-network': async () => {
    const { openStoreNetwork, invariants } = await import('@passerelle/store-network');
    return { open: openStoreNetwork, invariants };
  },
  inventory: async () => {
    const { openInventory, invariants } = await import('@passerelle/inventory');
    return { open: openInventory, invariants };
  },
  orders: async () => {
    const { openOrders, invariants } = await import('@passerelle/orders');
    return { open: openOrders, invariants };
  },
  returns: async () => {
    const { openReturns, invariants } = await import('@passerelle/returns');
    return { open: openReturns, invariants };
  },
};

export const loadSubgraph = (name: SubgraphName): Promise<SubgraphModule> => loaders[name]();

/** The subgraphs that a gateway opens itself: those of ours in the supergraph that are not served elsewhere. */
export const localNames = ({ addresses }: SupergraphFile, { remote }: Pick<Config, 'remote'>): SubgraphName[] =>
  subgraphNames.filter((name) => addresses.has(name) && !remote[name]);

/** What opens each of the named subgraphs in this process. */
export async function openersOf(names: readonly SubgraphName[]): Promise<Partial<Record<SubgraphName, OpenSubgraph>>> {
  const modules = await Promise.all(names.map(loadSubgraph));
  return Object.fromEntries(names.map((name, index) => [name, modules[index]?.open]));
}

export const migrations: readonly (MigrationSource & { readonly name: SubgraphName })[] = subgraphNames.map((name) => ({
  name,
  folder: path.join(import.meta.dirname, '../../subgraphs', name, 'migrations'),
}));
