import { execute, GraphQLScalarType, parse } from 'graphql';
import { describe, expect, it } from 'vitest';
import { compileEntities } from './entity-texts.ts';
import { buildSchema } from './subgraph.ts';

/** Of each kind of value that there is, once as one that may be null and once as one that may not. */
const typeDefs = parse(`
  extend schema @link(url: "https://specs.apollo.dev/federation/v2.9", import: ["@key"])
  scalar Stamp
  enum Size { S M L }
  type Inner { text: String must: String! size: Size }
  type Thing @key(fields: "id") {
    id: ID! text: String must: String! int: Int float: Float! isGood: Boolean size: Size stamp: Stamp
    inner: Inner inners: [Inner!] grid: [[Int]!] asked(first: Int = 3, name: String!): String late: String informed: String
  }
  type Query { thing: Thing }
`);
const query = `query ($representations: [_Any!]!) { _entities(representations: $representations) { ... on Thing {
  id text must int float isGood key: size stamp __typename inner { text must size } inners { size must }
  grid asked(name: "x") late } } }`;

type Values = Record<string, unknown>;
const stamp = new GraphQLScalarType({ name: 'Stamp', serialize: (value) => `at ${String(value)}` });
let things: readonly unknown[] = [];
const resolvers = {
  Stamp: stamp,
  Thing: {
    __resolveReference: ({ place }: { place: number }) => things[place],
    asked: (thing: Values, args: object) => (thing.asked === undefined ? JSON.stringify(args) : thing.asked),
    late: (thing: Values) => thing.late,
    informed: (_: Values, __: object, ___: object, info: { readonly fieldName: string }) => info.fieldName,
  },
};
const schema = buildSchema(typeDefs, resolvers);
const document = parse(query, { noLocation: true });
const enums = new Map([['Size', new Set(['S', 'M'])]]);
const wanted = () => ({ groups: [4, 1, 9], enums });

const representations = () => things.map((_, place) => ({ __typename: 'Thing', place }));
const stock = () =>
  execute({ schema, document, variableValues: { representations: representations() }, contextValue: {} });

const good: Values = {
  id: 'a',
  text: 'é "quoted"\n',
  must: '🙂',
  int: -7,
  float: 1e21,
  isGood: false,
  size: 'M',
  stamp: new Date(0),
  inner: { text: null, must: 'm', size: 'S' },
  inners: [{ must: 'n', size: null }],
  grid: [[1, null], []],
  asked: undefined,
  late: null,
};
const odd: readonly unknown[] = [
  null,
  undefined,
  '',
  'text',
  '\ud800',
  '5',
  0,
  -0,
  1.5,
  2 ** 31,
  Number.NaN,
  5n,
  true,
  [],
  [null],
  [[]],
  [['1']],
  {},
  { must: 1 },
  { must: 'm', text: 'S' },
  [{ must: 'm' }],
  [{ must: 'm', size: 'L' }],
  'L',
  'XL',
  new Date(1),
  () => 'S',
  new Error('in place of a value'),
  new Set(['S']),
];

describe('entities as text', () => {
  it('are what graphql-js says of them, or left to it: any value anywhere, at once and late', async () => {
    let [same, left] = [0, 0];
    for (const name of Object.keys(good)) {
      for (const value of odd) {
        for (const of of [(thing: unknown) => thing, async (thing: unknown) => thing]) {
          things = [of(good), of({ ...good, [name]: value }), of(value === odd[0] ? null : good)];
          const texts = await compileEntities(schema, document, wanted())?.({}, { representations: representations() });
          const { data, errors } = await stock();
          if (texts === undefined) left += 1;
          else {
            same += 1;
            expect(errors, `${name}: ${String(value)}`).toBeUndefined();
            expect(JSON.stringify(texts.data), `${name}: ${String(value)}`).toBe(JSON.stringify(data));
          }
        }
      }
    }
    expect(same).toBeGreaterThan(100);
    expect(left).toBeGreaterThan(100);
  });

  it('come in the groups that were asked for', () => {
    things = [good, null];
    const texts = compileEntities(schema, document, wanted())?.({}, { representations: representations() });
    const members = texts instanceof Promise ? [] : (texts?.members ?? []);
    expect(members[1]).toBeNull();
    expect(members[0]).toHaveLength(3);
    expect(members[0]?.[1]).toBe('"float":1e+21');
  });

  it('are left to be executed when a field waits, and after some times at once, without a word of what fails', async () => {
    things = [{ ...good, late: Promise.reject(new Error('nobody waits')) }];
    const ask = compileEntities(schema, document, wanted());
    for (let time = 0; time < 6; time++) expect(ask?.({}, { representations: representations() })).toBeUndefined();
    things = [good];
    expect(ask?.({}, { representations: representations() })).toBeUndefined();
    await new Promise(setImmediate);
  });

  it.each([
    ['throws', () => Promise.reject(new Error('down'))],
    // biome-ignore lint/suspicious/noThenProperty: that is what it is about.
    ['has something by that name', () => ({ ...good, then: 'no promise' })],
  ])('are left to be executed when one %s', async (_what, thing) => {
    things = [good, thing()];
    expect(await compileEntities(schema, document, wanted())?.({}, { representations: representations() })).toBe(
      undefined,
    );
  });

  it('are left to be executed when a value is not shown, the type is another, or a field looks at the execution', () => {
    things = [{ ...good, size: 'L' }];
    const ask = compileEntities(schema, document, wanted());
    expect(ask?.({}, { representations: representations() })).toBeUndefined();
    expect(ask?.({}, { representations: [{ __typename: 'Other' }] })).toBeUndefined();
    const informed = parse(query.replace('late }', 'informed }'));
    things = [good];
    expect(compileEntities(schema, informed, wanted())?.({}, { representations: representations() })).toBeUndefined();
  });

  it.each([
    ['a condition', query.replace('text must int', 'text @skip(if: false) must int')],
    ['a variable', query.replace('$representations: [_Any!]!)', '$representations: [_Any!]!, $n: String!)')],
    ['a field said twice', query.replace('text must int', 'text text int')],
    ['a fragment', query.replace('text must int', '... { text } must int')],
    ['no entities', '{ thing { text } }'],
  ])('are not compiled with %s', (_what, text) => {
    expect(compileEntities(schema, parse(text), wanted())).toBeUndefined();
  });
});
