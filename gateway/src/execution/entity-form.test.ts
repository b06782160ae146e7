import { buildSchema, operationFromDocument } from '@apollo/federation-internals';
import type { FetchNode, PlanNode, QueryPlan } from '@apollo/query-planner';
import type { EntityTexts } from '@passerelle/server';
import { parse } from 'graphql';
import { describe, expect, it } from 'vitest';
import { Conditions } from './conditions.ts';
import { insertsOf } from './entity-form.ts';
import { compileWriter } from './json-writer.ts';

const schema = buildSchema(`
  interface Named { id: ID! text: String }
  type Query { list: [Thing!]! named: Named }
  type Thing implements Named { id: ID! text: String int: Int! inner: Thing }
`);
const whole = '{ list { id text int inner { int } } }';

const fetchOf = (fields: string): FetchNode => ({
  kind: 'Fetch',
  serviceName: 'things',
  variableUsages: [],
  operation: `query($representations: [_Any!]!) { _entities(representations: $representations) { ${fields} } }`,
  operationKind: 'query' as never,
  operationDocumentNode: undefined,
  operationName: undefined,
  requires: [],
});
const flatten = (path: string[], node: FetchNode): PlanNode => ({ kind: 'Flatten', path, node });

function inserted(query: string, ...last: PlanNode[]) {
  const operation = operationFromDocument(schema, parse(query));
  const conditions = new Conditions(operation);
  const node: PlanNode = { kind: 'Sequence', nodes: [fetchOf(''), { kind: 'Parallel', nodes: last }] };
  const plan: QueryPlan = { kind: 'QueryPlan', node };
  const inserts = [...insertsOf(plan, operation, conditions).values()];
  return { inserts, write: compileWriter(operation, conditions, inserts) };
}

const things = flatten(['list', '@'], fetchOf('... on Thing { text int }'));
const answerOf = (entities: readonly unknown[]) => JSON.stringify({ data: { _entities: entities } });
const entities = [
  { text: 'a', int: 1 },
  { text: null, int: -20 },
  { text: 'ü', int: 0 },
];

describe('what is put in as text', () => {
  it('is written as if it had been read', () => {
    const { inserts, write } = inserted(whole, things);
    const [insert] = inserts;
    const unread = insert?.form?.read(answerOf(entities)) as EntityTexts;
    expect(unread.data).toEqual({ _entities: entities });
    const list = [{ id: '1' }, { id: '2' }, { id: '3' }].map((each, place) => ({ ...each, inner: { int: place } }));
    const expected = write({ list: list.map((each, place) => ({ ...each, ...entities[place] })) }, []);
    const slot = insert?.runs[0]?.slot as symbol;
    expect(write({ list: list.map((each, place) => ({ ...each, [slot]: unread.members[place]?.[0] })) }, [])).toBe(
      expected,
    );
  });

  it('is of a harmed text only what is read as the same', () => {
    const harms = ['"', '\\', '{', '}', '[', ']', ',', ':', '0', '-', '.', 'e', ' ', 'null', ''];
    const answer = answerOf(entities);
    for (let place = 0; place <= answer.length; place++) {
      for (const harm of harms) {
        for (const cut of [0, 1]) {
          const harmed = answer.slice(0, place) + harm + answer.slice(place + cut);
          const unread = inserted(whole, things).inserts[0]?.form?.read(harmed) as EntityTexts | undefined;
          if (!unread) continue;
          const read: object[] = JSON.parse(harmed).data._entities;
          expect(unread.members.map((each) => `{${each}}`)).toEqual(read.map((each) => JSON.stringify(each)));
        }
      }
    }
  }, 30_000);

  it.each([
    ['none at all', '{"data":{"_entities":[]}}'],
    ['one that is not there', answerOf([...entities, null])],
    ['an error', `${answerOf(entities).slice(0, -1)},"errors":[]}`],
    ['another order', answerOf([{ int: 1, text: 'a' }])],
    ['no data', '{"data":null}'],
    ['half of it', answerOf(entities).slice(0, -6)],
  ])('is not what has %s', (_what, answer) => {
    expect(inserted(whole, things).inserts[0]?.form?.read(answer)).toBeUndefined();
  });

  it.each<[string, string, PlanNode[]]>([
    ['fields that do not follow each other', '{ list { text id int } }', [things]],
    ['fields in another order', '{ list { id int text } }', [things]],
    ['less than is asked', '{ list { id text } }', [things]],
    ['a field with a condition', 'query ($a: Boolean!) { list { id text int @include(if: $a) } }', [things]],
    ['a place of several types', '{ named { id text } }', [flatten(['named'], fetchOf('... on Thing { text }'))]],
    [
      'entities of several types',
      whole,
      [flatten(['list', '@'], fetchOf('... on Thing { text } ... on Other { int }'))],
    ],
    ['another type', whole, [flatten(['list', '@'], fetchOf('... on Other { text int }'))]],
    ['a place that nobody asked for', whole, [flatten(['other', '@'], fetchOf('... on Thing { text int }'))]],
  ])('is not for %s', (_what, query, last) => {
    expect(inserted(query, ...last).inserts.filter(({ form }) => form)).toEqual([]);
  });

  it.each([
    ['{ list { text int } }', [2]],
    ['{ list { text id int } }', [1, 1]],
    ['{ list { int text } }', [1, 1]],
  ])('comes from this process in pieces: %s', (query, groups) => {
    const { inserts, write } = inserted(query, things);
    const [insert] = inserts;
    expect(insert?.texts?.groups).toEqual(groups);
    const entity = { text: 'a "b"', int: 7 };
    const said: object[] = groups.length === 1 ? [entity] : [{ text: entity.text }, { int: entity.int }];
    const members = said.map((each) => JSON.stringify(each).slice(1, -1));
    const slots = insert?.runs.map(({ slot }, place) => [slot, members[place]]) ?? [];
    expect(write({ list: [{ id: '1', ...Object.fromEntries(slots) }] }, [])).toBe(
      write({ list: [{ id: '1', ...entity }] }, []),
    );
  });

  it.each([
    ['{ list { text inner { id } } }', '... on Thing { text inner { int } }'],
    ['{ list { text inner { id int } } }', '... on Thing { text inner { int id } }'],
    ['query ($a: Boolean!) { list { text inner { int @skip(if: $a) } } }', '... on Thing { text inner { int } }'],
  ])('does not come from this process when %s is asked by another order or condition', (query, fields) => {
    expect(inserted(query, flatten(['list', '@'], fetchOf(fields))).inserts.filter(({ texts }) => texts)).toEqual([]);
  });

  it('is not said twice', () => {
    const again = flatten(['list', '@'], fetchOf('... on Thing { int }'));
    expect(inserted(whole, things, again).inserts.flatMap(({ runs }) => runs.map(({ fields }) => fields))).toEqual([
      ['text', 'int'],
    ]);
  });

  it('is never what is asked before something else', () => {
    const operation = operationFromDocument(schema, parse(whole));
    const node: PlanNode = {
      kind: 'Sequence',
      nodes: [fetchOf(''), things, flatten(['list', '@', 'inner'], fetchOf('... on Thing { id }'))],
    };
    expect(insertsOf({ kind: 'QueryPlan', node }, operation, new Conditions(operation)).size).toBe(0);
  });
});
