import { buildSchema, getOperationAST, getVariableValues, parse } from 'graphql';
import { expect, it } from 'vitest';
import { type Random, randomFrom } from '../../test/equality/random.ts';
import { readOwnScalars } from '../federation.ts';
import { variablesTest } from './variables.ts';

const sdl = (hidden: string) => `
  scalar DateTime scalar Any
  enum Kind { SHOP ${hidden} }
  input Found { text: String! kind: Kind = SHOP inner: Found list: [Int!] id: ID! = "x" at: DateTime many: Float! = 1 ${hidden && 'risky: Boolean'} }
  input Odd { constructor: ID toString: Int! }
  input Either @oneOf { a: Int b: Int }
  type Query { f(a: Int): Int }`;
const schemas = ['', 'LABORATORY'].map((hidden) => {
  const schema = buildSchema(sdl(hidden));
  readOwnScalars(schema);
  return schema;
});
const types = ['Int', 'Float', 'String', 'ID', 'Boolean', 'DateTime', 'Any', 'Kind', 'Found', 'Odd', 'Either'];
const shapes = [(t: string) => t, (t: string) => `${t}!`, (t: string) => `[${t}]`, (t: string) => `[[${t}!]!]!`];

const leaves: readonly unknown[] = [
  ...[null, true, 0, -1, 1.5, 1e300, 2 ** 31 - 1, 2 ** 31, -(2 ** 31), 2 ** 53, Number.NaN],
  ...['', 'text', '1', 'SHOP', 'LABORATORY', 'toString', '2026-01-01T00:00:00Z', '2026-99-01T00:00:00Z'],
];
const names = [
  'text',
  'kind',
  'inner',
  'list',
  'constructor',
  'id',
  'at',
  'many',
  'risky',
  'a',
  'b',
  '__proto__',
  'other',
];

function valueFrom(random: Random, depth: number): unknown {
  if (depth === 0 || random.chance(0.4)) return random.pick(leaves);
  if (random.chance(0.5)) return Array.from({ length: random.below(3) }, () => valueFrom(random, depth - 1));
  const found = random.chance(0.7) ? [['text', 'some']] : [];
  const members = Array.from({ length: random.below(3) }, () => [random.pick(names), valueFrom(random, depth - 1)]);
  return JSON.parse(JSON.stringify(Object.fromEntries([...found, ...members])));
}

it('says of variables what graphql-js says of them, over each of the schemas', () => {
  const random = randomFrom(7);
  let valid = 0;
  for (let turn = 0; turn < 8000; turn++) {
    const type = random.pick(shapes)(random.pick(types));
    const standard = random.chance(0.1) && /^\[?(Int|Any)/.test(type) ? ' = 3' : '';
    const document = parse(`query ($v: ${type}${standard}, $w: Int) { f(a: $w) }`);
    const operation = getOperationAST(document);
    if (!operation) throw new Error('no operation');
    const value = valueFrom(random, 3);
    const variables = random.chance(0.05) ? {} : { v: value };
    const expected = schemas.every(
      (schema) => !getVariableValues(schema, operation.variableDefinitions ?? [], variables).errors,
    );
    const what = `${type}${standard}: ${JSON.stringify(variables)}`;
    expect(variablesTest(operation, schemas)(variables), what).toBe(expected);
    if (expected) valid++;
  }
  expect(valid).toBeGreaterThan(1000);
});
