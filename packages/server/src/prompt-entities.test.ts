import { buildSubgraphSchema } from '@apollo/subgraph';
import { execute, type GraphQLSchema, parse } from 'graphql';
import { expect, it } from 'vitest';
import { buildSchema } from './subgraph.ts';

const typeDefs = parse(`
  extend schema @link(url: "https://specs.apollo.dev/federation/v2.9", import: ["@key"])
  type Query { first: Place }
  interface Spot @key(fields: "id") { id: ID! }
  type Place implements Spot @key(fields: "id") { id: ID! name: String }
  type Plain @key(fields: "id") { id: ID! }
`);

/** How the subgraph answers for a place, by its id. */
const answers: Readonly<Record<string, () => unknown>> = {
  prompt: () => ({ id: 'prompt', name: 'at once' }),
  late: async () => ({ id: 'late', name: 'later' }),
  // biome-ignore lint/suspicious/noThenProperty: a query builder is one of those.
  thenable: () => ({ then: (tell: (value: unknown) => void) => tell({ id: 'thenable', name: 'by itself' }) }),
  missing: () => null,
  named: () => ({ id: 'named', __typename: 'Place', name: 'by its own' }),
  unnamed: () => ({ id: 'unnamed', __typename: undefined, name: 'without' }),
  other: () => ({ id: 'other', __typename: 'Plain', name: 'wrongly' }),
  text: () => 'text',
  failing: async () => {
    throw new Error('down');
  },
  throwing: () => {
    throw new Error('at once');
  },
};
const resolvers = { Place: { __resolveReference: ({ id }: { id: string }) => answers[id]?.() } };

const query = parse(`query ($r: [_Any!]!) {
  _entities(representations: $r) { __typename ... on Place { id name } ... on Plain { id } }
}`);
const ask = async (schema: GraphQLSchema, representations: readonly object[]) =>
  JSON.stringify(await execute({ schema, document: query, variableValues: { r: representations } }));

const place = (id: string) => ({ __typename: 'Place', id });
it.each<[string, object[]]>([
  ...Object.keys(answers).map((id): [string, object[]] => [id, [place(id)]]),
  ['all but those that throw', Object.keys(answers).slice(0, 8).map(place)],
  ['what resolves itself', [{ __typename: 'Plain', id: '1' }, place('prompt')]],
  ['an interface', [{ __typename: 'Spot', id: 'prompt' }]],
  ['an unknown type', [place('prompt'), { __typename: 'Nothing', id: '1' }]],
])('entities are resolved as the library does it: %s', async (_what, representations) => {
  const expected = await ask(buildSubgraphSchema([{ typeDefs, resolvers }]), representations);
  expect(await ask(buildSchema(typeDefs, resolvers), representations)).toBe(expected);
});

it('an entity that is there at once is answered at once', () => {
  const document = query;
  const schema = buildSchema(typeDefs, resolvers);
  const answer = execute({ schema, document, variableValues: { r: [place('prompt')] } });
  expect(answer).toEqual({ data: { _entities: [{ __typename: 'Place', id: 'prompt', name: 'at once' }] } });
});
