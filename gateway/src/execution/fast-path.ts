import { buildSchema, operationFromDocument, type Schema } from '@apollo/federation-internals';
import type { Experimental_DidResolveQueryPlanCallback } from '@apollo/gateway';
import type { QueryPlan } from '@apollo/query-planner';
import { Recent } from '@passerelle/server';
import { type DocumentNode, type FormattedExecutionResult, type GraphQLSchema, printSchema } from 'graphql';
import { answerFormOf } from './answer-form.ts';
import { Conditions } from './conditions.ts';
import { insertsOf } from './entity-form.ts';
import { compileWriter, type JsonWriter } from './json-writer.ts';
import { undo } from './merge.ts';
import { compilePlan, type Run, type Step, type SubgraphRequest } from './plan.ts';
import type { Exchange } from './replay.ts';
import { Unsupported } from './unsupported.ts';

/** Asks a subgraph in the name of a request. */
export type AskFor<Context> = (
  service: string,
  request: SubgraphRequest,
  context: Context,
) => FormattedExecutionResult | Promise<FormattedExecutionResult>;

type Compiled = { readonly run: Step; readonly write: JsonWriter; readonly conditions: Conditions };
type Entry = { readonly plan: QueryPlan; compiled?: Compiled | 'unsupported' };

/** JSON text of a clean answer; or what was asked so far, for Apollo's executor to go on from. */
export type Outcome = string | Exchange[];

/** Operations kept compiled. */
const keptOperations = 1000;

export type Asked = {
  readonly queryHash: string;
  readonly operationName: string | undefined;
  readonly document: DocumentNode;
  readonly variables: Readonly<Record<string, unknown>>;
};

/**
 * Runs operations whose plan Apollo's gateway has made. An operation's first request is Apollo's: what nobody asks
 * twice is not worth compiling.
 */
export class FastPath<Context> {
  readonly #apiSchema: Schema;
  readonly #supergraph: GraphQLSchema;
  readonly #ask: AskFor<Context>;
  readonly #isPassing: boolean;
  readonly #entries = new Recent<string, Entry>(keptOperations);

  constructor(apiSchema: GraphQLSchema, supergraph: GraphQLSchema, ask: AskFor<Context>, isPassing: boolean) {
    this.#apiSchema = buildSchema(printSchema(apiSchema), { validate: false });
    this.#supergraph = supergraph;
    this.#ask = ask;
    this.#isPassing = isPassing;
  }

  /** Takes the plan that Apollo's gateway made for an operation. */
  readonly learn: Experimental_DidResolveQueryPlanCallback = ({ queryPlan, requestContext }) => {
    const key = keyOf(requestContext.queryHash as string, requestContext.request.operationName);
    if (!this.#entries.get(key)) this.#entries.set(key, { plan: queryPlan as QueryPlan });
  };

  /** Undefined when this is for Apollo's executor from the start. The variables must be valid. */
  execute(asked: Asked, context: Context): Outcome | Promise<Outcome> | undefined {
    const entry = this.#entries.get(keyOf(asked.queryHash, asked.operationName));
    if (!entry) return undefined;
    entry.compiled ??= this.#compile(entry.plan, asked);
    if (entry.compiled === 'unsupported') return undefined;
    const { conditions, run: step, write } = entry.compiled;
    const flags = conditions.read(asked.variables);
    if (!flags) return undefined;
    const exchanges: Exchange[] = [];
    const run: Run = {
      ask: (service, request) => this.#record(exchanges, service, request, context),
      variables: asked.variables,
      flags,
      data: undefined,
      text: undefined,
      isClean: true,
      journal: [],
    };
    const pending = step(run);
    return pending ? pending.then(() => finish(run, write, exchanges)) : finish(run, write, exchanges);
  }

  #compile(plan: QueryPlan, { document, operationName }: Asked): Compiled | 'unsupported' {
    try {
      const operation = operationFromDocument(this.#apiSchema, document, { operationName, validate: false });
      const conditions = new Conditions(operation);
      const form = this.#isPassing ? answerFormOf(operation, conditions) : undefined;
      const inserts = this.#isPassing ? insertsOf(plan, operation, conditions) : new Map();
      const run = compilePlan(plan, { schema: this.#supergraph, conditions, form, inserts });
      return { run, write: compileWriter(operation, conditions, [...inserts.values()]), conditions };
    } catch (error) {
      // An EvalError says that this process may not generate code.
      if (error instanceof Unsupported || error instanceof EvalError) return 'unsupported';
      throw error;
    }
  }

  #record(exchanges: Exchange[], service: string, request: SubgraphRequest, context: Context) {
    const exchange: Exchange = { service, request, outcome: undefined };
    exchanges.push(exchange);
    try {
      const answer = this.#ask(service, request, context);
      if (!(answer instanceof Promise)) return keep(exchange, answer);
      return answer.then(
        (late) => keep(exchange, late),
        (error) => fail(exchange, error),
      );
    } catch (error) {
      return fail(exchange, error);
    }
  }
}

function keep(exchange: Exchange, answer: FormattedExecutionResult): FormattedExecutionResult {
  exchange.outcome = { answer };
  return answer;
}

function fail(exchange: Exchange, error: unknown): FormattedExecutionResult {
  exchange.outcome = { error };
  return { errors: [] };
}

const keyOf = (queryHash: string, operationName: string | undefined) =>
  operationName ? queryHash + operationName : queryHash;

function finish(run: Run, write: JsonWriter, exchanges: Exchange[]): Outcome {
  if (run.isClean) {
    try {
      return run.text ?? write(run.data ?? {}, run.flags);
    } catch {
      // Apollo's executor tells what is wrong with the value.
    }
  }
  undo(run.journal);
  return exchanges;
}
