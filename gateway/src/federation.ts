import { ApolloGateway, type GraphQLDataSource } from '@apollo/gateway';
import type { ApolloServerOptionsWithGateway, ApolloServerPlugin } from '@apollo/server';
import { type Logger, scalars } from '@passerelle/server';
import {
  buildASTSchema,
  type DocumentNode,
  execute,
  type FragmentDefinitionNode,
  GraphQLError,
  type GraphQLSchema,
  getVariableValues,
  isScalarType,
  Kind,
  type OperationDefinitionNode,
  parse,
  type SelectionSetNode,
} from 'graphql';
import type { GatewayContext } from './data-sources.ts';
import { type AskFor, FastPath } from './execution/fast-path.ts';
import { type CheckedRequest, KnownRequests, type Resolved } from './execution/known-requests.ts';
import { type Executions, executeOf, fastPathPlugin } from './execution/plugin.ts';
import { type Recordings, replaying } from './execution/replay.ts';

/** The composed graph, loaded once; every API over it shares its planner, its plans and its connections. */
export type Federation = {
  readonly supergraph: DocumentNode;
  readonly supergraphSdl: string;
  readonly apiSchema: GraphQLSchema;
  readonly executor: ApolloGateway['executor'];
  /** What a server over a schema of this graph needs to take the fast path; nothing when that is switched off. */
  readonly pluginsOf: (schema: GraphQLSchema) => readonly ApolloServerPlugin<GatewayContext>[];
  /** Answers what is known without the server over a schema; undefined when that is switched off. */
  readonly knownRequestsOf: (
    schema: GraphQLSchema,
    check: (checked: CheckedRequest<GatewayContext>) => void,
  ) => KnownRequests<GatewayContext> | undefined;
  /** How operations were executed since the start. */
  readonly executions: () => Readonly<Executions>;
  readonly stop: () => Promise<void>;
};

export type FederationOptions = {
  /** Run Apollo's plans compiled (`FAST_PATH`); on unless told otherwise. */
  readonly isFast?: boolean;
  /** Pass on plain answers of one subgraph as the text they came as (`PASS_THROUGH`); on unless told otherwise. */
  readonly isPassing?: boolean;
  /** Answer what Apollo Server answered before without it (`KNOWN_REQUESTS`); on unless told otherwise. */
  readonly knowsRequests?: boolean;
};

export async function loadFederation(
  supergraphSdl: string,
  dataSourceOf: (name: string) => GraphQLDataSource,
  log: Logger,
  { isFast = true, isPassing = true, knowsRequests = true }: FederationOptions = {},
): Promise<Federation> {
  const sources = new Map<string, GraphQLDataSource>();
  const recordings: Recordings = new WeakMap();
  const resolved: Resolved = new WeakMap();
  let fastPath: FastPath<GatewayContext> | undefined;
  const gateway = new ApolloGateway({
    supergraphSdl,
    buildService: ({ name }) => {
      const source = dataSourceOf(name);
      sources.set(name, source);
      return replaying(name, source, recordings) as never;
    },
    experimental_didResolveQueryPlan: (resolved) => fastPath?.learn(resolved),
    // Checked when it was composed.
    validateSupergraph: false,
    __exposeQueryPlanExperimental: false,
    logger: quiet(log),
  });
  await gateway.load();
  const apiSchema = gateway.schema as GraphQLSchema;
  readOwnScalars(apiSchema);
  const supergraph = parse(supergraphSdl, { noLocation: true });
  const executions = { fast: 0, stock: 0, replayed: 0 };
  if (isFast) {
    const whole = buildASTSchema(supergraph, { assumeValid: true });
    fastPath = new FastPath(apiSchema, whole, askOf(sources), isPassing);
  }
  const optionsOf = (schema: GraphQLSchema) =>
    fastPath && { fastPath, recordings, resolved, executions, schemas: new Set([schema, apiSchema]) };
  return {
    supergraph,
    supergraphSdl,
    apiSchema,
    executor: gateway.executor,
    pluginsOf(schema) {
      const fast = optionsOf(schema);
      return fast ? [fastPathPlugin(fast)] : [];
    },
    knownRequestsOf(schema, check) {
      const fast = knowsRequests ? optionsOf(schema) : undefined;
      return fast && new KnownRequests({ schema, resolved, check, execute: executeOf(fast) });
    },
    executions: () => executions,
    stop: () => gateway.stop(),
  };
}

const askOf =
  (sources: ReadonlyMap<string, GraphQLDataSource>): AskFor<GatewayContext> =>
  (service, request, context) =>
    (sources.get(service) as GraphQLDataSource).process({ request, context } as never) as never;

const quiet = (log: Logger) => ({
  debug: () => {},
  info: () => {},
  warn: (message?: string) => log.warn(message),
  error: (message?: string) => log.error(message),
});

/** A supergraph only names its scalars; with ours in place a malformed value is refused before anything is planned. */
export function readOwnScalars(schema: GraphQLSchema): void {
  for (const [name, scalar] of Object.entries(scalars)) {
    const type = schema.getType(name);
    if (!isScalarType(type)) continue;
    type.parseValue = scalar.parseValue;
    type.parseLiteral = scalar.parseLiteral;
  }
}

export type GatewayInterface = ApolloServerOptionsWithGateway<GatewayContext>['gateway'];

/**
 * One API over the federation, as Apollo Server wants it: the schema it validates and introspects may show less than
 * the federation executes. `shown` is what introspection tells, when that is more.
 */
export function apiOf(federation: Federation, schema: GraphQLSchema, shown = schema): GatewayInterface {
  const isWhole = schema === federation.apiSchema;
  const metaOnly = new WeakMap<OperationDefinitionNode, boolean>();

  function isIntrospection(operation: OperationDefinitionNode, document: DocumentNode): boolean {
    const known = metaOnly.get(operation);
    if (known !== undefined) return known;
    const names = rootFields(operation.selectionSet, fragmentsOf(document));
    const asks = names.has('__schema') || names.has('__type');
    if (asks && ![...names].every((name) => name.startsWith('__'))) {
      throw new GraphQLError('Ask for __schema and __type in an operation of their own.', {
        extensions: { code: 'BAD_REQUEST', http: { status: 400 } },
      });
    }
    metaOnly.set(operation, asks);
    return asks;
  }

  return {
    onSchemaLoadOrUpdate(callback) {
      callback({ apiSchema: schema, coreSupergraphSdl: federation.supergraphSdl });
      return () => {};
    },
    load: async () => ({
      async executor(context) {
        const { document, operation, request } = context;
        const variableValues = request.variables;
        if (isIntrospection(operation, document)) {
          return (await execute({
            schema: shown,
            document,
            variableValues,
            operationName: request.operationName,
          })) as never;
        }
        if (!isWhole) {
          const { errors } = getVariableValues(schema, operation.variableDefinitions ?? [], variableValues ?? {});
          if (errors) return { errors };
        }
        return federation.executor(context as never);
      },
    }),
    stop: async () => {},
  };
}

function fragmentsOf({ definitions }: DocumentNode): ReadonlyMap<string, FragmentDefinitionNode> {
  const fragments = definitions.filter((definition) => definition.kind === Kind.FRAGMENT_DEFINITION);
  return new Map(fragments.map((fragment) => [fragment.name.value, fragment]));
}

/** Names of the fields an operation selects at its root, through fragments too. */
function rootFields(
  { selections }: SelectionSetNode,
  fragments: ReadonlyMap<string, FragmentDefinitionNode>,
  names = new Set<string>(),
  seen = new Set<string>(),
): ReadonlySet<string> {
  for (const selection of selections) {
    if (selection.kind === Kind.FIELD) {
      names.add(selection.name.value);
      continue;
    }
    const isSpread = selection.kind === Kind.FRAGMENT_SPREAD;
    if (isSpread && seen.has(selection.name.value)) continue;
    const inner = isSpread ? fragments.get(selection.name.value) : selection;
    if (isSpread) seen.add(selection.name.value);
    if (inner) rootFields(inner.selectionSet, fragments, names, seen);
  }
  return names;
}
