import { buildSchema, type OperationDefinitionNode, parse } from 'graphql';
import { describe, expect, it } from 'vitest';
import { readCost } from './cost.ts';
import { readPrices } from './prices.ts';

const sdl = `
directive @cost(weight: Int!) on FIELD_DEFINITION | ARGUMENT_DEFINITION | OBJECT | SCALAR
directive @listSize(assumedSize: Int, slicingArguments: [String!], sizedFields: [String!], requireOneSlicingArgument: Boolean = true) on FIELD_DEFINITION
type Query {
  thing: Thing
  many: [Thing!] @listSize(assumedSize: 50) @cost(weight: 5)
  unknown: [Thing!]
  "Things, 20 a page unless asked otherwise, 50 at most."
  page(first: Int, last: Int): Page @listSize(assumedSize: 20, slicingArguments: ["first", "last"], sizedFields: ["nodes"])
  feed(first: Int! = 30): [Thing!]! @listSize(slicingArguments: ["first"])
  priced(deep: Boolean @cost(weight: 7)): Int
}
type Mutation { do: Thing @cost(weight: 10) }
type Page { nodes: [Thing!]! total: Int @cost(weight: 10) }
type Thing { id: ID! inner: Inner heavy: Heavy }
type Inner { id: ID! }
type Heavy @cost(weight: 9) { id: ID! }
`;
const schema = buildSchema(sdl);
const prices = readPrices(parse(sdl));
const read = (query: string) => {
  const document = parse(query);
  return readCost(schema, document, document.definitions[0] as OperationDefinitionNode, prices);
};

describe('what an operation costs', () => {
  it.each([
    ['a scalar is free', '{ priced }', {}, 0],
    ['an object costs one', '{ thing { id inner { id } } }', {}, 2],
    ['a type has its own weight', '{ thing { heavy { id } } }', {}, 10],
    ['a weighed field costs its weight, and its items what is in them', '{ many { id inner { id } } }', {}, 55],
    ['a list of unknown length has five items', '{ unknown { inner { id } } }', {}, 10],
    ['a page is as long as assumed', '{ page { nodes { id } } }', {}, 21],
    ['a page is as long as asked', '{ page(first: 3) { nodes { id } total } }', {}, 14],
    ['a page is as long as a variable says', 'query ($n: Int) { page(first: $n) { nodes { id } } }', { n: 40 }, 41],
    ['a variable left out leaves the assumption', 'query ($n: Int) { page(last: $n) { nodes { id } } }', {}, 21],
    ["a variable's default counts", 'query ($n: Int = 7) { page(last: $n) { nodes { id } } }', {}, 8],
    ["an argument's default counts", '{ feed { id } }', {}, 30],
    ['a negative page is empty', '{ page(first: -5) { nodes { id } } }', {}, 1],
    ['a priced argument costs when it is given', '{ priced(deep: true) }', {}, 7],
    ['a mutation costs its weight', 'mutation { do { id } }', {}, 10],
    ['aliases add up', '{ a: thing { id } b: thing { id } }', {}, 2],
    [
      'fragments cost what they stand for',
      '{ page(first: 4) { ...P } } fragment P on Page { nodes { ...T } } fragment T on Thing { inner { id } }',
      {},
      9,
    ],
    ['what is skipped costs all the same', 'query ($s: Boolean!) { thing @skip(if: $s) { id } }', { s: true }, 1],
  ])('%s', (_what, query, variables, cost) => {
    expect(read(query).costOf(variables)).toBe(cost);
  });

  it('names the pages with the size asked for and the largest allowed', () => {
    const pages = read('query ($n: Int) { page(first: $n) { nodes { id } } feed(first: 500) { id } }');
    expect(pages.pagesOf({ n: 51 })).toEqual([
      { coordinate: 'Query.page', size: 51, maximum: 50 },
      { coordinate: 'Query.feed', size: 500, maximum: 100 },
    ]);
  });
});
