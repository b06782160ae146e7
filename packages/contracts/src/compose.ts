import { composeServices } from '@apollo/composition';
import type { GraphQLSchema } from 'graphql';
import { gatewayTwinOf } from './gateway-twin.ts';
import type { SubgraphSource } from './subgraphs.ts';

export type Supergraph = {
  /** Complete; for any Federation 2 router. */
  readonly supergraph: string;
  /** The twin for `@apollo/gateway`, which refuses links marked `for: SECURITY`. */
  readonly gatewaySupergraph: string;
};

/** Where docker-compose.yml serves a subgraph; our gateway does not read it, other routers do. */
const addressOf = (name: string) => `http://${name}:4000/graphql`;

export type Composition = {
  readonly errors: readonly string[];
  /** Each is a field or a condition silently lost. */
  readonly hints: readonly string[];
  /** Left out when there are errors. */
  readonly supergraph?: Supergraph;
  /** What clients may see of it. */
  readonly api?: GraphQLSchema;
};

/** Composes the subgraphs and tells whatever the composer says; never throws. */
export function compose(subgraphs: readonly SubgraphSource[]): Composition {
  const services = subgraphs.map(({ name, document, url }) => ({
    name,
    typeDefs: document,
    url: url ?? addressOf(name),
  }));
  const result = composeServices(services);
  if (result.errors) return { errors: result.errors.map(({ message }) => message), hints: [] };
  const supergraph = `# Composed from subgraphs/*/schema.graphql by \`pnpm generate\`. Do not edit.\n${result.supergraphSdl}\n`;
  return {
    errors: [],
    hints: result.hints.map(String),
    supergraph: { supergraph, gatewaySupergraph: gatewayTwinOf(supergraph) },
    api: result.schema.toAPISchema().toGraphQLJSSchema(),
  };
}

/** Composes the subgraphs; throws with every error, and with every hint too. */
export function composeGraph(subgraphs: readonly SubgraphSource[]): Supergraph {
  const { errors, hints, supergraph } = compose(subgraphs);
  if (errors.length > 0 || hints.length > 0 || !supergraph) throw new Error([...errors, ...hints].join('\n'));
  return supergraph;
}
