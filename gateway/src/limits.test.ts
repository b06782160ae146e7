import { type Client, clients, listOperations, readOperation } from '@passerelle/contracts/operations';
import { describe, expect, it } from 'vitest';
import { createLimits, limits } from './limits.ts';

const check = createLimits();
const nested = (levels: number) => `${'{ a '.repeat(levels)}${'}'.repeat(levels)}`;
const aliased = (count: number) =>
  `{ a { ${Array.from({ length: count }, (_, index) => `x${index}: id`).join(' ')} } }`;
const bomb = (levels: number) =>
  `{ ...F0 } ${Array.from({ length: levels }, (_, n) => `fragment F${n} on Query { ...F${n + 1} ...F${n + 1} }`).join(' ')}
   fragment F${levels} on Query { __typename }`;

describe('what an operation may ask at most', () => {
  it.each([
    ['levels', nested(13), 'The operation has 13 levels of fields; at most 12 are allowed.'],
    ['levels through fragments', `{ a { ...F } } fragment F on A ${nested(12)}`, '13 levels of fields; at most 12'],
    ['aliases', aliased(31), 'The operation has 31 aliases; at most 30 are allowed.'],
    [
      'aliases through fragments',
      `{ a { ...F } b { ...F } } fragment F on A { ${'z: id '.repeat(16)} }`,
      '32 aliases; at most 30',
    ],
    ['directives', `{ a ${'@skip(if: true) '.repeat(51)} }`, '51 directives; at most 50'],
    ['root fields', `{ ${'a '.repeat(21)} }`, '21 root fields; at most 20'],
    ['mutations', `mutation { ${'a '.repeat(6)}}`, 'The operation has 6 mutations; at most 5 are allowed.'],
    ['root fields through fragments', `{ ...F ...F } fragment F on Query { ${'a '.repeat(11)} }`, '22 root fields'],
    ['tokens', `{ a(b: [${'1 '.repeat(2000)}]) }`, 'more than 2000 tokens; at most 2000'],
    ['fields of a fragment nobody spreads', `{ a } fragment F on A ${nested(13)}`, '13 levels of fields'],
  ])('refuses too many %s and names limit and value', (_what, query, message) => {
    expect(() => check(query)).toThrow(expect.objectContaining({ status: 400, code: 'LIMIT_EXCEEDED' }));
    expect(() => check(query)).toThrow(message);
  });

  it('refuses a fragment bomb without walking through it', () => {
    // Walking through it would never end.
    expect(() => check(bomb(60))).toThrow('selected fields; at most 2000');
  });

  it('ends on fragments that spread each other in a circle', () => {
    const all = Array.from({ length: 20 }, (_, n) => `...F${n}`).join(' ');
    const circle = Array.from({ length: 20 }, (_, n) => `fragment F${n} on Query { ${all} }`).join(' ');
    expect(() => check(`{ ${all} } ${circle}`)).toThrow('selected fields');
    expect(() => check('{ ...A } fragment A on Query { ...B } fragment B on Query { ...A }')).not.toThrow();
  });

  it('lets pass what is exactly at the limit', () => {
    expect(() => check(nested(limits.depth))).not.toThrow();
    expect(() => check(aliased(limits.aliases))).not.toThrow();
  });

  it.each(clients.flatMap((client: Client) => listOperations(client).map((name) => [client, name] as const)))(
    'lets the stored operation %s/%s pass',
    (client, name) => {
      expect(() => check(readOperation(client, name))).not.toThrow();
    },
  );
});
