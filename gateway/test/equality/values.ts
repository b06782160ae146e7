import type { Random } from './random.ts';

const texts = [
  'plain',
  '',
  'quote " and \\',
  'line\nbreak\u0007',
  'ünïcödé',
  '🙂',
  '\ud800 alone',
  '__proto__',
  '\u2028',
  'x'.repeat(100),
];
const anything: readonly unknown[] = [
  'text',
  5,
  true,
  1e300,
  { any: ['thing', null] },
  [1, 2],
  JSON.parse('{"__proto__":{"x":1},"constructor":2}'),
];

/** A value that its type allows, or nearly: some numbers are too large for an Int. */
export function leafOf(type: string, random: Random): unknown {
  switch (type) {
    case 'ID':
      return random.chance(0.2) ? random.below(3) : `id${random.below(3)}`;
    case 'String':
      return random.pick(texts);
    case 'Int':
      return random.pick([0, 1, -7, 2147483647, ...(random.chance(0.1) ? [2 ** 31, 2 ** 63, 1e15] : [])]);
    case 'Float':
      return random.pick([0, 1.5, -2e-7, 1e21, 123456.789, 0.1, 5e-324]);
    case 'Boolean':
      return random.chance(0.5);
    default:
      return random.pick(anything);
  }
}

/** What a subgraph says that does not keep to its schema. */
export const lies: readonly unknown[] = [
  null,
  undefined,
  42,
  1.5,
  2 ** 40,
  1e300,
  -0,
  'lie',
  'Book',
  true,
  [],
  {},
  [null],
  [[]],
  { __typename: 'Nothing' },
  { id: 'x' },
  { constructor: 1, __typename: 'Book' },
];

const extraNames = ['#price', '#title', 'constructor', 'toString', 'toJSON', 'id', 'price', 'title', '__typename'];
const extraValues = ['x', 5, null, 'Book', '"a":1', {}];

/** A field that nobody asked for. */
export const extraField = (random: Random) => ({ [random.pick(extraNames)]: random.pick<unknown>(extraValues) });

/** As many entities as were asked for; or less, more, or no list, where the subgraph lies. */
export function countedEntities(entities: unknown[], isLying: boolean, random: Random): unknown {
  if (!isLying) return entities;
  return random.pick<unknown>([entities.slice(1), [...entities, entities[0]], [...entities, null], random.pick(lies)]);
}
