import { type ApolloServerPlugin, type BaseContext, HeaderMap } from '@apollo/server';
import { type FormattedExecutionResult, type GraphQLSchema, getVariableValues } from 'graphql';
import type { FastPath, Outcome } from './fast-path.ts';
import type { Recordings } from './replay.ts';

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
  readonly executions: Executions;
  /** What variables must fit: the API's schema and, where that shows less, the federation's. */
  readonly schemas: ReadonlySet<GraphQLSchema>;
};

/**
 * Answers from `responseForOperation`, where parsing, validation, limits and scopes are done and only execution is
 * left. What comes later in Apollo Server's own way makes a literal with accessors for each request, whose hidden
 * classes keep every answer alive until the next full collection: passing it by doubles the work per core.
 */
export function fastPathPlugin<Context extends BaseContext>(
  options: FastPathOptions<Context>,
): ApolloServerPlugin<Context> {
  const { fastPath, recordings, executions, schemas } = options;

  function respond(outcome: Outcome, context: Context) {
    if (typeof outcome === 'string') {
      executions.fast++;
      const singleResult = { data: new RawJson(outcome) as never };
      return { http: { status: undefined, headers: new HeaderMap() }, body: { kind: 'single' as const, singleResult } };
    }
    executions.replayed++;
    recordings.set(context, outcome);
    return null;
  }

  return {
    requestDidStart: async () => ({
      async responseForOperation({ queryHash = '', document, operation, request, contextValue }) {
        const variables: Readonly<Record<string, unknown>> = request.variables ?? {};
        const definitions = operation.variableDefinitions ?? [];
        for (const schema of definitions.length > 0 ? schemas : []) {
          if (!getVariableValues(schema, definitions, variables).errors) continue;
          executions.stock++;
          return null;
        }
        const { operationName } = request;
        const outcome = fastPath.execute(
          { queryHash, operationName: operationName ?? undefined, document, variables },
          contextValue,
        );
        if (outcome !== undefined) return respond(outcome instanceof Promise ? await outcome : outcome, contextValue);
        executions.stock++;
        return null;
      },
    }),
  };
}
