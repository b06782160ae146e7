import {
  BREAK,
  type DocumentNode,
  type ExecutionResult,
  type GraphQLInputType,
  type GraphQLSchema,
  getNamedType,
  getOperationAST,
  isInputObjectType,
  Kind,
  TypeInfo,
  type ValueNode,
  visit,
  visitWithTypeInfo,
} from 'graphql';
import { compileQuery, isCompiledQuery } from 'graphql-jit';

/** Runs a query that was compiled; undefined when graphql-js has to answer. */
export type CompiledQuery = (
  context: object,
  variables: Readonly<Record<string, unknown>>,
) => ExecutionResult | undefined | Promise<ExecutionResult | undefined>;

/**
 * Compiles a query into one function (graphql-jit): on the listing, half of what graphql-js takes. Only what is clean is
 * taken from it. Errors, wrong variables and non-null fields without a value are graphql-js's to tell, which runs the
 * query again: it only reads. Undefined for a mutation and for what the library cannot compile or would answer otherwise.
 */
export function compile(schema: GraphQLSchema, document: DocumentNode, operationName?: string) {
  const operation = getOperationAST(document, operationName);
  if (operation?.operation !== 'query' || !isCompilable(schema, document)) return undefined;
  const compiled = compileQuery(schema, document, operation.name?.value, { disablingCapturingStackErrors: true });
  if (!isCompiledQuery(compiled)) return undefined;
  const run: CompiledQuery = (context, variables) => {
    const result = compiled.query(undefined, context, variables);
    return result instanceof Promise ? result.then(cleanOnly, () => undefined) : cleanOnly(result);
  };
  return run;
}

const cleanOnly = (result: ExecutionResult) => (result.errors ? undefined : result);

/**
 * The library takes a variable that is left out within an input object for null, leaves out a variable within the literal
 * of a custom scalar, applies the conditions of one spread of a fragment to all of them, loses what is called `__proto__`,
 * never ends with an input type that holds itself, and is slow to compile introspection.
 */
function isCompilable(schema: GraphQLSchema, document: DocumentNode): boolean {
  let isFit = true;
  const giveUp = () => {
    isFit = false;
    return BREAK;
  };
  const types = new TypeInfo(schema);
  visit(
    document,
    visitWithTypeInfo(types, {
      VariableDefinition: () => (holdsItself(types.getInputType()) ? giveUp() : undefined),
      ObjectField: ({ value }) => (hasVariable(value) ? giveUp() : undefined),
      Field: ({ name, alias }) =>
        unfitNames.has((alias ?? name).value) || unfitNames.has(name.value) ? giveUp() : undefined,
    }),
  );
  return isFit && !(hasConditions(document) && spreadsTwice(document));
}

const unfitNames: ReadonlySet<string> = new Set(['__schema', '__type', '__proto__']);

function hasConditions(document: DocumentNode): boolean {
  let found = false;
  visit(document, {
    Directive() {
      found = true;
      return BREAK;
    },
  });
  return found;
}

/** Whether a fragment is spread at more than one place. */
function spreadsTwice(document: DocumentNode): boolean {
  const spread = new Set<string>();
  let isTwice = false;
  visit(document, {
    FragmentSpread({ name }) {
      isTwice ||= spread.has(name.value);
      spread.add(name.value);
    },
  });
  return isTwice;
}

const hasVariable = (value: ValueNode): boolean =>
  value.kind === Kind.VARIABLE || (value.kind === Kind.LIST && value.values.some(hasVariable));

function holdsItself(type: GraphQLInputType | null | undefined, around: readonly GraphQLInputType[] = []): boolean {
  const named = getNamedType(type);
  if (!isInputObjectType(named)) return false;
  if (around.includes(named)) return true;
  return Object.values(named.getFields()).some((field) => holdsItself(field.type, [...around, named]));
}
