import { buildSchema, graphqlSync, parse } from 'graphql';
import { expect, it } from 'vitest';
import { composeAt, sdlV1Of, subgraphNames } from './graph.ts';
import { monolithSchema } from './monolith.ts';
import { bodyOf, questions } from './questions.ts';

it.each(questions)('the stored operation of the %s is answered whole by the reduced graph', (question) => {
  const { query, variables } = JSON.parse(bodyOf(question, 5));
  const { data, errors } = graphqlSync({ schema: monolithSchema(), source: query, variableValues: variables });
  expect(errors).toBeUndefined();
  expect(Object.values(data ?? {}).every((value) => value !== null)).toBe(true);
});

it('composes', () => {
  const urls = { inventory: 'http://a', 'store-network': 'http://b', orders: 'http://c', returns: 'http://d' };
  expect(() => buildSchema(composeAt(urls).supergraph, { assumeValid: true })).not.toThrow();
});

it.each(subgraphNames)('%s can be written for Federation 1', (name) => {
  const sdl = sdlV1Of(name);
  expect(sdl).not.toMatch(/@shareable|@tag|@link|resolvable/);
  expect(() => parse(sdl)).not.toThrow();
});

it('extends in Federation 1 what another subgraph owns', () => {
  expect(sdlV1Of('returns')).toContain('extend type Order @key(fields: "id") {\n  id: ID! @external');
  expect(sdlV1Of('orders')).toContain('type Order @key(fields: "id") {\n  id: ID!\n');
});
