import { readFileSync } from 'node:fs';
import { buildSubgraphSchema } from '@apollo/subgraph';
import type { Database, Owner } from '@passerelle/database';
import type { DomainEvent, Sweep, Tasks, WakeSource } from '@passerelle/events';
import type { Exits } from '@passerelle/exits';
import type { DocumentNode, GraphQLSchema } from 'graphql';
import { gql } from 'graphql-tag';
import type { Caller } from './caller.ts';
import type { Logger } from './log.ts';
import { resolveEntitiesPromptly } from './prompt-entities.ts';
import type { Services } from './services.ts';

export const subgraphNames = ['store-network', 'inventory', 'orders', 'returns'] as const;
export type SubgraphName = (typeof subgraphNames)[number];

/** What comes with one request, whether in process or over HTTP. */
export type RequestFacts = { readonly caller: Caller; readonly requestId: string };

/** An open subgraph: its schema, and what the process around it needs to run it. */
export type Subgraph = {
  readonly name: SubgraphName;
  readonly owner: Owner;
  readonly typeDefs: DocumentNode;
  readonly schema: GraphQLSchema;
  readonly database: Database;
  /** What resolvers are given; made anew for each request. */
  readonly createContext: (request: RequestFacts) => object;
  /** Applies events of other subgraphs, each once. */
  readonly receive: (events: readonly DomainEvent[]) => Promise<void>;
  /** Jobs and timers. */
  readonly tasks: Tasks;
  /** What it tells those who look at it live. */
  readonly wakes?: readonly WakeSource[];
  /** Figures of this process by name, read when somebody looks. */
  readonly gauges?: () => Readonly<Record<string, number>>;
  /** What is looked for again and again; jobs are for what has a moment of its own. */
  readonly sweeps?: Readonly<Record<string, Sweep>>;
  /** Work that must be done once the subgraphs to the left answer, for example filling a projection. */
  readonly start?: () => Promise<void>;
  readonly close: () => Promise<void>;
};

/** What only makes things faster, on unless told otherwise: off to compare, or when one is suspected of a fault. */
export type Shortcuts = {
  /** Queries that come again are compiled. */
  readonly compiledQueries?: boolean;
  /** Stock is kept in memory until it changes. */
  readonly stockCache?: boolean;
  /** Locations and their doors are kept in memory until they change. */
  readonly locationCache?: boolean;
  /** Reservations that wait for the same stock are made together. */
  readonly groupedReservations?: boolean;
  /** Orders that are placed at the same time are written together. */
  readonly groupedOrders?: boolean;
};

export type SubgraphOptions = {
  /** URL with the subgraph's own role. */
  readonly databaseUrl: string;
  /** The subgraphs to the left. */
  readonly services: Services;
  readonly now: () => Date;
  readonly log: Logger;
  /** Database connections at most. */
  readonly poolSize?: number;
  /** Called with each statement's text; for counting in tests. */
  readonly onStatement?: (text: string) => void;
  readonly shortcuts?: Shortcuts;
  /** Services of the retailer that are asked at named points; none unless set. */
  readonly exits?: Exits;
};

export type OpenSubgraph = (options: SubgraphOptions) => Promise<Subgraph>;

/** Reads `schema.graphql` beside a subgraph's source. */
export const readTypeDefs = (url: URL): DocumentNode => gql(readFileSync(url, 'utf8'));

/**
 * Schema of a subgraph. Generated resolver types name the context, `buildSubgraphSchema` takes it as unknown: the one
 * place where the two meet.
 */
export const buildSchema = (typeDefs: DocumentNode, resolvers: object): GraphQLSchema =>
  resolveEntitiesPromptly(buildSubgraphSchema([{ typeDefs, resolvers: resolvers as never }]));
