import { describe, expect, it } from 'vitest';
import { aCache, aLevel, aLocation, anItem, aSource, unitsOf } from '../../test/a-stock-source.ts';
import { allStock } from '../domain/stock-change.ts';
import type { StockCache } from './stock-cache.ts';

/** A write of levels of A that tells of them as it commits, and of what else comes between. */
const writeTo = (cache: StockCache, onHands: Record<number, number>, between = () => {}, setAside = 0) => {
  const written = Object.entries(onHands).map(([locationNo, onHand]) => ({
    ...{ itemNo: 1, locationNo: Number(locationNo), onHand },
    ...{ reserved: 1, blocked: 0, setAside },
  }));
  const work = async () => {
    between();
    cache.forget(written.map(({ itemNo, locationNo }) => ({ itemNo, locationNo })));
    return written;
  };
  return cache.write(work, (levels) => levels);
};

describe('what this process writes', () => {
  it('keeps levels as their writer left them: they are not read anew', async () => {
    const { source, asked } = aSource({ A: { 5: 1, 7: 2, 9: 3 } });
    const cache = aCache(source);
    await cache.read(['A']);
    await writeTo(cache, { 5: 0, 7: 2, 8: 6 });
    expect([...((await cache.read(['A'])).get('A')?.levels ?? [])]).toEqual([7, 2, 1, 0, 8, 6, 1, 0, 9, 3, 0, 0]);
    expect(asked).toEqual([['A']]);
    // What another changed before is read all the same, and alone.
    cache.forget([{ itemNo: 1, locationNo: 9 }]);
    await writeTo(cache, { 7: 4 });
    await cache.read(['A']);
    expect(asked).toEqual([['A'], ['1@9']]);
  });

  it('reads levels anew that have units set apart: for whom is not told', async () => {
    const { source, asked } = aSource({ A: { 5: 1, 7: 2 } });
    const cache = aCache(source);
    await cache.read(['A']);
    await writeTo(cache, { 5: 3 }, undefined, 2);
    await cache.read(['A']);
    expect(asked).toEqual([['A'], ['1@5']]);
  });

  it.each([
    ['the level', (cache: StockCache) => cache.forget([aLevel])],
    ['the item', (cache: StockCache) => cache.forget([anItem])],
    ['the location', (cache: StockCache) => cache.forget([aLocation])],
    ['everything', (cache: StockCache) => cache.forget([allStock])],
    [
      'nobody knows what',
      (cache: StockCache) => {
        cache.turn('OFF');
        cache.turn('ON');
      },
    ],
  ])('reads a written level anew when another changed %s meanwhile', async (_title, change) => {
    const onHand = { A: 2 };
    const { source } = aSource(onHand);
    const cache = aCache(source);
    await cache.read(['A']);
    onHand.A = 9;
    await writeTo(cache, { 7: 4 }, () => change(cache));
    expect(unitsOf(await cache.read(['A']), 'A')).toBe(9);
  });

  it('keeps nothing of a write that failed after it told of it', async () => {
    const { source, asked } = aSource({ A: 2 });
    const cache = aCache(source);
    await cache.read(['A']);
    const work = async () => {
      cache.forget([aLevel]);
      throw new Error('lost');
    };
    await expect(cache.write(work, () => [])).rejects.toThrow('lost');
    await cache.read(['A']);
    expect(asked).toEqual([['A'], ['1@7']]);
  });
});
