import { buildSchema, type ExecutionResult, execute, type GraphQLSchema, parse, validate } from 'graphql';
import { describe, expect, it } from 'vitest';
import { compile } from './compiled.ts';

const schema = buildSchema(`
  scalar Any
  enum Size { S M }
  input Inner { first: Int = 3 }
  input Filter { sizes: [Size!], after: Any, nested: Inner, first: Int = 3 }
  input Tree { left: Tree, leaves: [Tree!] }
  interface Node { id: ID! }
  type Shirt implements Node { id: ID!, size: Size, price(currency: String = "EUR"): Float, twin: Shirt, late: String, must: String! }
  type Hat implements Node { id: ID!, brim: Int }
  union Thing = Shirt | Hat
  type Query {
    node(id: ID!): Node
    things(first: Int!, filter: Filter): [Thing!]!
    maybe: [Shirt]
    echo(value: Any, values: [Any!], filter: Filter, tree: Tree): Any
    breaks: Shirt
  }
  type Mutation { change: Shirt }
`);
const shirt = (id: string): object => ({
  __typename: 'Shirt',
  id,
  size: 'M',
  price: ({ currency }: { currency: string }) => (currency === 'EUR' ? 9.5 : 11),
  twin: () => (id.length < 3 ? shirt(`${id}x`) : null),
  late: () => Promise.resolve(`late ${id}`),
  must: () => (id === 'bad' ? null : Promise.resolve('is there')),
});
const hat = { __typename: 'Hat', id: 'h', brim: 7 };
const root = {
  node: ({ id }: { id: string }) => (id === 'none' ? null : shirt(id)),
  things: ({ first }: { first: number }) => Promise.resolve([shirt('a'), hat, shirt('b')].slice(0, first)),
  maybe: () => [shirt('a'), null, Promise.resolve(shirt('c'))],
  echo: (args: object) => args,
  breaks: () => {
    throw new Error('broken');
  },
};
withResolvers(schema);

/** What is asked of the root and of a shirt is computed, as the library wants it: by resolvers. */
function withResolvers(target: GraphQLSchema) {
  for (const name of ['Query', 'Shirt']) {
    const type = target.getType(name);
    if (!type || !('getFields' in type)) continue;
    for (const field of Object.values(type.getFields())) {
      if (!('args' in field)) continue;
      field.resolve = (source: Record<string, unknown>, args: object) => {
        const value = (name === 'Query' ? (root as Record<string, unknown>) : source)[field.name];
        return typeof value === 'function' ? value(args) : value;
      };
    }
  }
}

const plain = async (query: string, variables: object) =>
  execute({ schema, document: parse(query), variableValues: { ...variables }, contextValue: {} });

/** Of the compiled query; `left` when it leaves the answer to graphql-js. */
async function compiled(query: string, variables: object): Promise<ExecutionResult | 'left' | 'not compiled'> {
  const run = compile(schema, parse(query, { noLocation: true }));
  return run ? ((await run({}, { ...variables })) ?? 'left') : 'not compiled';
}

describe('a compiled query answers as graphql-js does', () => {
  it.each([
    [
      'fields, aliases and arguments',
      '{ node(id: "a") { key: id __typename ... on Shirt { size p: price(currency: "USD") price late must } } }',
      {},
    ],
    ['nothing', '{ node(id: "none") { id } }', {}],
    [
      'unions and fragments',
      'query Q($n: Int!) { things(first: $n) { __typename ...F ... on Hat { brim } } } fragment F on Shirt { twin { twin { id } id } }',
      { n: 3 },
    ],
    ['nulls in lists', '{ maybe { id late } }', {}],
    [
      '@skip and @include',
      'query Q($a: Boolean!, $b: Boolean = true) { node(id: "a") { id @skip(if: $a) ... on Shirt @include(if: $b) { size } } }',
      { a: true },
    ],
    [
      'the same, the other way',
      'query Q($a: Boolean!, $b: Boolean = true) { node(id: "a") { id @skip(if: $a) ... on Shirt @include(if: $b) { size } } }',
      { a: false, b: false },
    ],
    ['defaults', 'query Q($f: Filter = {sizes: [S]}) { echo(filter: $f) }', {}],
    ['a variable left out', 'query Q($s: [Any!], $x: Any) { echo(value: $x, values: $s) }', {}],
    ['a variable as item of a list', 'query Q($x: Any!) { echo(values: [$x, 1]) }', { x: { a: 1 } }],
    ['literals of a custom scalar', '{ echo(value: {a: [1, "two", {b: true}]}) }', {}],
    ['variables of a custom scalar', 'query Q($x: [Any!]) { echo(values: $x) }', { x: [{ a: 1 }, 'b'] }],
  ])('%s', async (_name, query, variables) => {
    expect(validate(schema, parse(query))).toEqual([]);
    const answer = await plain(query, variables);
    expect(answer.errors).toBeUndefined();
    expect(JSON.stringify(await compiled(query, variables))).toBe(JSON.stringify(answer));
  });
});

describe('a compiled query leaves to graphql-js', () => {
  it.each([
    ['what throws', '{ breaks { id } }', {}],
    ['a non-null field without a value', '{ node(id: "bad") { ... on Shirt { must } } }', {}],
    ['a wrong variable', 'query Q($n: Int!) { things(first: $n) { __typename } }', { n: 'three' }],
    ['a missing variable', 'query Q($n: Int!) { things(first: $n) { __typename } }', {}],
  ])('%s', async (_name, query, variables) => {
    expect((await plain(query, variables)).errors).toHaveLength(1);
    expect(await compiled(query, variables)).toBe('left');
  });

  it.each([
    ['a mutation', 'mutation { change { id } }'],
    ['introspection', '{ __schema { queryType { name } } }'],
    ['a variable within an input object', 'query Q($s: [Size!]) { echo(filter: {sizes: $s, first: 4}) }'],
    ['a variable of a type that holds itself', 'query Q($x: Tree) { echo(tree: $x) }'],
    ['a variable within the literal of a custom scalar', 'query Q($x: Int) { echo(value: {a: $x}) }'],
    ['the same, within a list', 'query Q($x: Int) { echo(values: [{a: [$x]}]) }'],
    [
      'a fragment that is spread twice, once on a condition',
      'query Q($x: Boolean = false) { a: node(id: "a") { ...F @include(if: $x) } b: node(id: "b") { ...F } } fragment F on Node { id }',
    ],
    ['what is called `__proto__`', '{ __proto__: node(id: "a") { id } }'],
  ])('%s', async (_name, query) => {
    expect(validate(schema, parse(query))).toEqual([]);
    expect(await compiled(query, {})).toBe('not compiled');
  });
});
