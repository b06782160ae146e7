import {
  type GraphQLInputType,
  type GraphQLSchema,
  getVariableValues,
  isEnumType,
  isInputObjectType,
  isInputType,
  isListType,
  isNonNullType,
  isScalarType,
  type OperationDefinitionNode,
  type TypeNode,
  typeFromAST,
} from 'graphql';

type Variables = Readonly<Record<string, unknown>>;

/** Whether a value is plainly of a type. False says nothing: graphql-js then decides. */
type Test = (value: unknown) => boolean;

const isBetween = (value: unknown) => Number.isInteger(value) && Math.abs(value as number) <= 2_147_483_647;
const builtIn: Readonly<Record<string, Test>> = {
  String: (value) => typeof value === 'string',
  ID: (value) => typeof value === 'string' || Number.isSafeInteger(value),
  Int: isBetween,
  Float: Number.isFinite,
  Boolean: (value) => typeof value === 'boolean',
};

/**
 * Whether variables fit an operation, asked of schemas that may show different parts of its types. graphql-js answers that
 * by making all the coerced values and the places where they stand: 8 % of a listing. Here the types are read once, and
 * a value that is plainly right is only looked at; what is not plain graphql-js decides as ever.
 */
export function variablesTest(
  operation: OperationDefinitionNode,
  schemas: Iterable<GraphQLSchema>,
): (variables: Variables) => boolean {
  const definitions = operation.variableDefinitions ?? [];
  const tests = [...schemas].map((schema) => {
    const own = definitions.map(({ variable, type, defaultValue }) => {
      const test = testOf(schema, type);
      const name = variable.name.value;
      const mayMiss = defaultValue !== undefined || type.kind !== 'NonNullType';
      return (variables: Variables) => {
        const value = Object.hasOwn(variables, name) ? variables[name] : undefined;
        return value === undefined ? mayMiss : test(value);
      };
    });
    return (variables: Variables) =>
      own.every((test) => test(variables)) || !getVariableValues(schema, definitions, variables).errors;
  });
  return definitions.length === 0 ? () => true : (variables) => tests.every((test) => test(variables));
}

const never: Test = () => false;

function testOf(schema: GraphQLSchema, node: TypeNode): Test {
  const type = typeFromAST(schema, node as never);
  return isInputType(type) ? testOfType(type, new Map()) : never;
}

function testOfType(type: GraphQLInputType, objects: Map<string, Test>): Test {
  if (isNonNullType(type)) return presentTest(type.ofType, objects);
  const test = presentTest(type, objects);
  return (value) => value === null || test(value);
}

function presentTest(type: GraphQLInputType, objects: Map<string, Test>): Test {
  if (isListType(type)) {
    const test = testOfType(type.ofType, objects);
    return (value) => Array.isArray(value) && value.every(test);
  }
  if (isInputObjectType(type)) return objectTest(type, objects);
  // What a custom scalar takes is its own to say, and some keep enumerations of their own.
  if (isScalarType(type)) return builtIn[type.name] ?? scalarTest(type.parseValue);
  if (isEnumType(type)) return (value) => typeof value === 'string' && type.getValue(value) !== undefined;
  return never;
}

function scalarTest(parse: (value: unknown) => unknown): Test {
  return (value) => {
    if (value === null) return false;
    try {
      return parse(value) !== undefined;
    } catch {
      return false;
    }
  };
}

type ObjectType = Extract<GraphQLInputType, { isOneOf: boolean }>;

function objectTest(type: ObjectType, objects: Map<string, Test>): Test {
  const known = objects.get(type.name);
  if (known) return known;
  const inputs = Object.values(type.getFields());
  // One of several is a rule of its own; and graphql-js takes for given what every object has by such a name.
  if (type.isOneOf || inputs.some(({ name }) => name in Object.prototype)) return never;
  const fields = new Map<string, Test>();
  const wanted: string[] = [];
  const test: Test = (value) => {
    if (typeof value !== 'object' || value === null || Array.isArray(value)) return false;
    for (const name of wanted) if (!Object.hasOwn(value, name)) return false;
    for (const name in value) {
      if (fields.get(name)?.((value as Variables)[name]) !== true) return false;
    }
    return true;
  };
  // A type may hold itself.
  objects.set(type.name, test);
  for (const { name, type: inner, defaultValue } of inputs) {
    fields.set(name, testOfType(inner, objects));
    if (isNonNullType(inner) && defaultValue === undefined) wanted.push(name);
  }
  return test;
}
