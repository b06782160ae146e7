import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { type DocumentNode, parse } from 'graphql';

const root = path.join(import.meta.dirname, '../../..');
export const inRoot = (...parts: string[]) => path.join(root, ...parts);

export type SubgraphSource = {
  readonly name: string;
  readonly sdl: string;
  readonly document: DocumentNode;
  /** Where it is served; the address of our own subgraphs in docker-compose.yml when left out. */
  readonly url?: string;
};

/** The SDL files of our own subgraphs, in the order of the data flow. */
export const readSubgraphs = (): SubgraphSource[] =>
  ['store-network', 'inventory', 'orders', 'returns']
    .map((name) => ({ name, file: inRoot('subgraphs', name, 'schema.graphql') }))
    .filter(({ file }) => existsSync(file))
    .map(({ name, file }) => {
      const sdl = readFileSync(file, 'utf8');
      return { name, sdl, document: parse(sdl) };
    });
