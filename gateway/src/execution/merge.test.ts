import { describe, expect, it } from 'vitest';
import { type Journal, merge, type Tree, undo } from './merge.ts';

describe('merging two answers', () => {
  it.each([
    ['what one of them says', { a: 1 }, { b: 2 }, { a: 1, b: 2 }],
    ['what both say alike', { a: 1, n: null }, { a: 1, n: null }, { a: 1, n: null }],
    ['objects within', { a: { x: 1 } }, { a: { y: [2] } }, { a: { x: 1, y: [2] } }],
    ['objects in lists', { a: [{ x: 1 }, null, 3] }, { a: [{ y: 2 }, null, 3] }, { a: [{ x: 1, y: 2 }, null, 3] }],
  ])('keeps %s, and can be taken back', (_what, target, source, merged) => {
    const before = structuredClone(target);
    const journal: Journal = [];
    expect(merge(target as Tree, source as Tree, journal)).toBe(true);
    expect(target).toEqual(merged);
    undo(journal);
    expect(target).toEqual(before);
  });

  it.each([
    ['a value and another', { a: 1 }, { a: 2 }],
    ['a value and null', { a: 1 }, { a: null }],
    ['an object and a list', { a: {} }, { a: [] }],
    ['lists of different lengths', { a: [1] }, { a: [1, 2] }],
    ['lists with different values', { a: [1] }, { a: [2] }],
    ['a key that is every object has', {}, JSON.parse('{"__proto__": {"polluted": true}}')],
    ['the constructor', {}, { constructor: { name: 'x' } }],
  ])('refuses %s', (_what, target, source) => {
    expect(merge(target as Tree, source as Tree, [])).toBe(false);
    expect(({} as Tree).polluted).toBeUndefined();
  });
});
