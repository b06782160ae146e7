import { composeServices } from '@apollo/composition';
import type { SubgraphSource } from './subgraphs.ts';

export type Supergraph = {
  /** Complete; for any Federation 2 router. */
  readonly supergraph: string;
  /** The twin for `@apollo/gateway`, which refuses links marked `for: SECURITY`. */
  readonly gatewaySupergraph: string;
};

const authLink = /(\/(?:authenticated|requiresScopes|policy)\/v[\d.]+"), for: SECURITY\)/g;

/** Where docker-compose.yml serves a subgraph; our gateway does not read it, other routers do. */
const addressOf = (name: string) => `http://${name}:4000/graphql`;

/** Composes the subgraphs; throws with every error, and with every hint too: a hint is a field silently lost. */
export function composeGraph(subgraphs: readonly SubgraphSource[]): Supergraph {
  const services = subgraphs.map(({ name, document }) => ({ name, typeDefs: document, url: addressOf(name) }));
  const result = composeServices(services);
  if (result.errors) throw new Error(result.errors.map((error) => error.message).join('\n'));
  if (result.hints.length > 0) throw new Error(result.hints.map(String).join('\n'));
  const supergraph = `# Composed from subgraphs/*/schema.graphql by \`pnpm generate\`. Do not edit.\n${result.supergraphSdl}\n`;
  return { supergraph, gatewaySupergraph: supergraph.replaceAll(authLink, '$1)') };
}
