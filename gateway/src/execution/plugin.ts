import { type ApolloServerPlugin, HeaderMap } from '@apollo/server';
import type { FormattedExecutionResult, GraphQLSchema, OperationDefinitionNode } from 'graphql';
import type { FastPath, Outcome } from './fast-path.ts';
import type { Resolved, ResolvedOperation } from './known-requests.ts';
import type { Recordings, RequestContext } from './replay.ts';
import { variablesTest } from './variables.ts';

/** How operations were answered so far. */
export type Executions = {
  /** By the compiled plan alone. */
  fast: number;
  /** By Apollo's executor from the start. */
  stock: number;
  /** By Apollo's executor, from what the compiled plan had asked. */
  replayed: number;
};

/** Answers what is JSON text already; whoever looks into it gets it parsed. */
class RawJson {
  readonly text: string;
  constructor(text: string) {
    this.text = text;
  }
  toJSON(): unknown {
    return JSON.parse(this.text);
  }
}

export function stringifyResult(result: FormattedExecutionResult): string {
  const data: unknown = result.data;
  const isPlain = data instanceof RawJson && !result.errors && !result.extensions;
  return isPlain ? `{"data":${data.text}}` : JSON.stringify(result);
}

export type FastPathOptions<Context> = {
  readonly fastPath: FastPath<Context>;
  readonly recordings: Recordings;
  readonly resolved: Resolved;
  readonly executions: Executions;
  /** What variables must fit: the API's schema and, where that shows less, the federation's. */
  readonly schemas: ReadonlySet<GraphQLSchema>;
};

/**
 * Text of `data`; undefined when Apollo's executor has to answer, which is then told what was asked already. At once,
 * and not with a promise, where no subgraph waits.
 */
export type Execute<Context> = (
  resolved: ResolvedOperation,
  variables: Readonly<Record<string, unknown>>,
  context: Context,
) => string | undefined | Promise<string | undefined>;

export function executeOf<Context extends RequestContext>(options: FastPathOptions<Context>): Execute<Context> {
  const { fastPath, recordings, executions, schemas } = options;

  function count(outcome: Outcome | undefined, context: Context): string | undefined {
    if (typeof outcome === 'string') {
      executions.fast++;
      return outcome;
    }
    if (outcome) executions.replayed++;
    else executions.stock++;
    recordings.set(context.silent, outcome ?? []);
    return undefined;
  }

  const tests = new WeakMap<OperationDefinitionNode, (variables: Readonly<Record<string, unknown>>) => boolean>();

  return ({ queryHash, document, operation, operationName }, variables, context) => {
    const known = tests.get(operation);
    const areValid = known ?? variablesTest(operation, schemas);
    if (!known) tests.set(operation, areValid);
    if (!areValid(variables)) return count(undefined, context);
    const outcome = fastPath.execute({ queryHash, operationName, document, variables }, context);
    return outcome instanceof Promise ? outcome.then((late) => count(late, context)) : count(outcome, context);
  };
}

/**
 * Answers from `responseForOperation`, where parsing, validation, limits and scopes are done and only execution is
 * left. What comes later in Apollo Server's own way makes a literal with accessors for each request, whose hidden
 * classes keep every answer alive until the next full collection: passing it by doubles the work per core.
 */
export function fastPathPlugin<Context extends RequestContext>(
  options: FastPathOptions<Context>,
): ApolloServerPlugin<Context> {
  const { recordings, resolved } = options;
  const execute = executeOf(options);
  return {
    requestDidStart: async () => ({
      async responseForOperation({ queryHash = '', document, operation, request, contextValue }) {
        // It was tried before Apollo Server was asked.
        if (recordings.has(contextValue.silent)) return null;
        const asked = { queryHash, document, operation, operationName: request.operationName ?? undefined };
        const text = await execute(asked, request.variables ?? {}, contextValue);
        if (text === undefined) return null;
        resolved.set(contextValue.silent, asked);
        const singleResult = { data: new RawJson(text) as never };
        return {
          http: { status: undefined, headers: new HeaderMap() },
          body: { kind: 'single' as const, singleResult },
        };
      },
    }),
  };
}
