import { expect, it } from 'vitest';
import { allStock, changesText, changeText, readChange } from './stock-change.ts';

it.each([
  ['12', { itemNo: 12, locationNo: null }],
  ['12@7', { itemNo: 12, locationNo: 7 }],
  ['@7', { itemNo: null, locationNo: 7 }],
  ['*', allStock],
])('%s is what changed, both ways', (text, change) => {
  expect(changeText(change)).toBe(text);
  expect(readChange(text)).toEqual(change);
});

it.each(['', '12@', 'twelve', '12@7@9'])('what cannot be read, as "%s", is everything', (text) => {
  expect(readChange(text)).toEqual(allStock);
});

it('tells of levels what fits: their items when they are too many, and everything when these are', () => {
  const changes = new Set(['12@7', '12@8', '13@7', '@9', '14']);
  expect(changesText(changes, 21)).toBe('12@7,12@8,13@7,@9,14');
  expect(changesText(changes, 19)).toBe('12,13,@9,14');
  expect(changesText(changes, 10)).toBe('*');
});
