import { readFileSync } from 'node:fs';
import { compose } from '@passerelle/contracts';
import { buildSchema } from '@passerelle/server';
import { type GraphQLSchema, parse } from 'graphql';
import { availabilities, orders, pickupStores, returnableOf, returnsOf, stores } from './data.ts';

/**
 * The product's graph, reduced to what its listing, its store picker and its order page ask, so that every gateway can
 * run it: names, owners and entities are the product's; scopes, costs, `@requires` and `@provides` are left out.
 */
export const subgraphNames = ['inventory', 'store-network', 'orders', 'returns'] as const;
export type Name = (typeof subgraphNames)[number];

export const sdlOf = (name: Name): string => readFileSync(new URL(`graph/${name}.graphql`, import.meta.url), 'utf8');

/** Which subgraph an entity's other fields come from. */
const homes: Readonly<Record<string, Name>> = { Location: 'store-network', Order: 'orders', OrderLine: 'orders' };

/** The same subgraph as Federation 1 writes it, for a gateway that composes services itself (mercurius). */
export const sdlV1Of = (name: Name): string =>
  sdlOf(name)
    .replace(/^extend schema .*$/m, '')
    .replaceAll(/ @(shareable|tag\(name: "[a-z-]+"\))/g, '')
    .replace('type Query', 'extend type Query')
    .replaceAll(/type (\w+) @key\(fields: "id"(?:, resolvable: false)?\) \{\n {2}id: ID!/g, (text, type: string) =>
      homes[type] === name ? text : `extend type ${type} @key(fields: "id") {\n  id: ID! @external`,
    );

type Picked = { readonly items: { sku: string; quantity: number }[]; readonly near: { latitude: number } };
const byId = (reference: { readonly id: string }) => reference;

export const resolvers = {
  inventory: {
    Query: {
      availability: (_: unknown, { skus }: { skus: string[] }) => skus.map((sku) => availabilities.get(sku)),
      pickupStores: (_: unknown, { items, near }: Picked) => {
        const edges = pickupStores(items, near).map((node) => ({ cursor: node.location.id, node }));
        return { edges, pageInfo: { hasNextPage: true, endCursor: edges.at(-1)?.cursor } };
      },
    },
  },
  'store-network': {
    Query: { location: (_: unknown, { id }: { id: string }) => stores.get(id) },
    Location: { __resolveReference: ({ id }: { id: string }) => stores.get(id) },
  },
  orders: {
    Query: { order: (_: unknown, { id }: { id: string }) => orders.get(id) },
    Order: { __resolveReference: ({ id }: { id: string }) => orders.get(id) },
  },
  returns: {
    Order: {
      __resolveReference: byId,
      returnStatus: ({ id }: { id: string }) => returnsOf(id).returnStatus,
      returnEligibility: ({ id }: { id: string }) => returnsOf(id).returnEligibility,
      returns: ({ id }: { id: string }) => returnsOf(id).returns,
    },
    OrderLine: {
      __resolveReference: byId,
      returnableQuantity: ({ id }: { id: string }) => returnableOf(id),
    },
  },
} as const;

export const subgraphSchema = (name: Name): GraphQLSchema => buildSchema(parse(sdlOf(name)), resolvers[name]);

const prefix = 'bench-';
export const nameOf = (composed: string) => composed.slice(prefix.length) as Name;

/**
 * Composes the four, each at an address of its own, and under names that our gateway does not know for its own: it
 * signs what it asks those, which no other gateway does.
 */
export function composeAt(urls: Readonly<Record<Name, string>>) {
  const sources = subgraphNames.map((name) => {
    const sdl = sdlOf(name);
    return { name: `${prefix}${name}`, sdl, document: parse(sdl), url: urls[name] };
  });
  const { errors, supergraph } = compose(sources);
  if (!supergraph) throw new Error(errors.join('\n'));
  return supergraph;
}
