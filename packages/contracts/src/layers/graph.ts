import { type DocumentNode, type GraphQLSchema, parse } from 'graphql';
import { type Composition, compose } from '../compose.ts';
import type { Client } from '../operations.ts';
import { type Prices, readPrices } from '../prices.ts';
import type { SubgraphSource } from '../subgraphs.ts';
import { filterSchema, variants } from '../variants.ts';

/** A document somebody sends, with variables it sends it with. */
export type StoredOperation = {
  readonly client: Client;
  readonly name: string;
  readonly text: string;
  readonly variables?: Readonly<Record<string, unknown>>;
};

/** What was last published: what clients count on. */
export type Baseline = {
  /** SDL by variant. */
  readonly apis: Readonly<Record<string, string>>;
  /** Directives by subgraph and coordinate. */
  readonly policy: Policy;
  /** Working operations by `client/Name`. */
  readonly operations: Readonly<Record<string, OperationRecord>>;
  /** What the gateway made of its subgraphs' answers, by `client/Name`. */
  readonly consumers: Readonly<Record<string, ConsumerRecord>>;
};

export type Policy = Readonly<Record<string, Readonly<Record<string, readonly string[]>>>>;
export type OperationRecord = {
  readonly cost: number;
  readonly fetches: number;
  /** Fetches that wait for one another. */
  readonly stages: number;
};

/** All that subgraphs were asked for an operation and answered, and what came of it. */
export type ConsumerRecord = {
  readonly answers: readonly {
    readonly subgraph: string;
    readonly query: string;
    readonly variables: unknown;
    readonly answer: unknown;
  }[];
  readonly result: unknown;
};

/** Everything the layers look at, composed once. */
export type Graph = {
  readonly subgraphs: readonly SubgraphSource[];
  readonly operations: readonly StoredOperation[];
  readonly composition: Composition;
  /** What follows from a composition without errors. */
  readonly composed?: {
    readonly gatewaySupergraph: string;
    readonly supergraph: DocumentNode;
    readonly api: GraphQLSchema;
    readonly prices: Prices;
    /** Schemas by variant; `internal` is the whole. */
    readonly variants: ReadonlyMap<string, GraphQLSchema>;
  };
};

export function readGraph(subgraphs: readonly SubgraphSource[], operations: readonly StoredOperation[]): Graph {
  const composition = compose(subgraphs);
  const { api, supergraph: texts } = composition;
  if (!api || !texts) return { subgraphs, operations, composition };
  const supergraph = parse(texts.gatewaySupergraph, { noLocation: true });
  const schemas = new Map(variants.map((variant) => [variant as string, filterSchema(api, supergraph, variant)]));
  schemas.set('internal', api);
  const { gatewaySupergraph } = texts;
  const prices = readPrices(supergraph);
  return {
    subgraphs,
    operations,
    composition,
    composed: { gatewaySupergraph, supergraph, api, prices, variants: schemas },
  };
}

/** `client/Name`, as operations are called in findings and in the baseline. */
export const keyOf = ({ client, name }: Pick<StoredOperation, 'client' | 'name'>) => `${client}/${name}`;
