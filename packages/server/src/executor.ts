import {
  type DocumentNode,
  type ExecutionResult,
  execute,
  type FormattedExecutionResult,
  GraphQLError,
  parse,
  validate,
} from 'graphql';
import { type CompiledQuery, compile } from './compiled.ts';
import { checkEntities } from './entities.ts';
import { compileEntities, type EntityQuery, type TextsWanted } from './entity-texts.ts';
import { badUserInput, forbidden, maskError, unauthenticated } from './errors.ts';
import type { Logger } from './log.ts';
import { Recent } from './recent.ts';
import { firstDenied, readScopeRules, rulesOf, type ScopeRule } from './scopes.ts';
import type { RequestFacts, Shortcuts, Subgraph } from './subgraph.ts';

export type Operation = {
  readonly query: string;
  readonly variables?: Readonly<Record<string, unknown>>;
  readonly operationName?: string;
};

/** One of a compiled plan in this process, which knows beforehand how entities may be answered as text. */
type PlannedOperation = Operation & { readonly prepared?: { readonly texts?: TextsWanted | undefined } };

/**
 * Answers one operation on a subgraph in this process; at once, and not with a promise, where no resolver waits for
 * anything. Never throws: faults are logged and masked in `errors`.
 */
export type Executor = (
  operation: PlannedOperation,
  request: RequestFacts,
) => FormattedExecutionResult | Promise<FormattedExecutionResult>;

type Prepared = {
  readonly document: DocumentNode;
  readonly operationName: string | undefined;
  readonly rules: readonly ScopeRule[];
  isAskedAgain: boolean;
  /** Null when it cannot be compiled, undefined as long as nobody tried. */
  compiled?: CompiledQuery | null;
};

/** Operations kept ready. */
const keptOperations = 1000;

export function createExecutor(subgraph: Subgraph, log: Logger, { compiledQueries = true }: Shortcuts = {}): Executor {
  const { schema, typeDefs } = subgraph;
  const scopeRules = readScopeRules(typeDefs);
  const prepared = new Recent<string, Prepared>(keptOperations);
  const entityQueries = new WeakMap<TextsWanted, EntityQuery | null>();

  function prepare({ query, operationName }: Operation): Prepared | readonly GraphQLError[] {
    const known = prepared.get(query);
    // A plan's text holds one operation, with its name: a text under two names is hardly ever asked for in turns.
    if (known && known.operationName === operationName) {
      known.isAskedAgain = true;
      return known;
    }
    const document = parse(query, { noLocation: true });
    const problems = validate(schema, document);
    if (problems.length > 0) return problems;
    const entry = { document, operationName, rules: rulesOf(schema, document, scopeRules), isAskedAgain: false };
    prepared.set(query, entry);
    return entry;
  }

  /** Made when an operation comes a second time: what nobody asks twice is not worth it. */
  function compiledOf(entry: Prepared, operationName: string | undefined): CompiledQuery | null {
    if (!compiledQueries || !entry.isAskedAgain) return null;
    if (entry.compiled === undefined) entry.compiled = compile(schema, entry.document, operationName) ?? null;
    return entry.compiled;
  }

  /** The same for queries for entities that are wanted as text. */
  function entityQueryOf({ document, isAskedAgain }: Prepared, wanted: TextsWanted): EntityQuery | null {
    if (!compiledQueries || !isAskedAgain) return null;
    let query = entityQueries.get(wanted);
    if (query === undefined) {
      query = compileEntities(schema, document, wanted) ?? null;
      entityQueries.set(wanted, query);
    }
    return query;
  }

  function answer(operation: PlannedOperation, request: RequestFacts): ExecutionResult | Promise<ExecutionResult> {
    const { variables = {} } = operation;
    const wanted = operation.prepared?.texts;
    checkEntities(variables);
    const entry = prepare(operation);
    if (!('document' in entry)) return { errors: entry.map(asValidationError) };
    const denied = firstDenied(entry.rules, request.caller);
    if (denied) return { errors: [denialOf(denied, request)] };
    const contextValue = subgraph.createContext(request);
    const texts = wanted && entityQueryOf(entry, wanted)?.(contextValue, variables);
    if (texts instanceof Promise) return texts.then((late) => late ?? execution(entry, operation, contextValue));
    return texts ?? execution(entry, operation, contextValue);
  }

  function execution(entry: Prepared, operation: Operation, contextValue: object) {
    const clean = compiledOf(entry, operation.operationName)?.(contextValue, operation.variables ?? {});
    if (clean instanceof Promise) return clean.then((result) => result ?? plainly(entry, operation, contextValue));
    return clean ?? plainly(entry, operation, contextValue);
  }

  async function plainly({ document }: Prepared, { variables, operationName }: Operation, contextValue: object) {
    const result = await execute({ schema, document, variableValues: variables, operationName, contextValue });
    // No data at all: the variables or the operation's name were wrong, and nothing ran.
    return 'data' in result ? result : { errors: result.errors?.map(({ message }) => badUserInput(message)) };
  }

  function masked(result: ExecutionResult, { variables }: Operation, { requestId }: RequestFacts) {
    if (!result.errors) return result as FormattedExecutionResult;
    const errors = result.errors.map((error) => {
      const note = () => log.error({ err: error.originalError ?? error, subgraph: subgraph.name, requestId }, 'fault');
      return maskError(error.toJSON(), error, note, variables);
    });
    return { ...result, errors };
  }

  return (operation, request) => {
    const fault = (error: unknown) => masked({ errors: [asError(error)] }, operation, request);
    try {
      const result = answer(operation, request);
      if (!(result instanceof Promise)) return masked(result, operation, request);
      return result.then((late) => masked(late, operation, request)).catch(fault);
    } catch (error) {
      return fault(error);
    }
  };
}

/** FORBIDDEN to somebody we know, UNAUTHENTICATED to anybody else; with the HTTP status of a request refused whole. */
export function denialOf(rule: ScopeRule, { caller }: RequestFacts): GraphQLError {
  const { message, extensions } = caller.kind === 'anonymous' ? unauthenticated() : forbidden(rule.coordinate);
  const status = caller.kind === 'anonymous' ? 401 : 403;
  return new GraphQLError(message, { extensions: { ...extensions, http: { status } } });
}

const asError = (error: unknown) =>
  error instanceof GraphQLError ? error : new GraphQLError('fault', { originalError: error as Error });

const asValidationError = (error: GraphQLError) =>
  new GraphQLError(error.message, { extensions: { code: 'GRAPHQL_VALIDATION_FAILED' } });
