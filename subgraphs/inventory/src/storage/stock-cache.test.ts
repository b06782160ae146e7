import { describe, expect, it } from 'vitest';
import { aCache, aLevel, aLocation, anItem, aSource, inHours, now, unitsOf } from '../../test/a-stock-source.ts';
import type { ExpectedReceipt } from '../domain/expected-receipt.ts';
import { allStock } from '../domain/stock-change.ts';
import { keepStock, type StockCache } from './stock-cache.ts';

describe('the stock cache', () => {
  it('reads what it does not have, in one question', async () => {
    const { source, asked } = aSource({ A: 1, B: 2 });
    const cache = aCache(source);
    await cache.read(['A']);
    expect([...(await cache.read(['A', 'B', 'UNHEARD'])).keys()].sort()).toEqual(['A', 'B']);
    await cache.read(['B', 'A'], { among: () => [7], receiptsAfter: now });
    expect(asked).toEqual([['A'], ['B', 'UNHEARD']]);
    expect(cache.counts()).toMatchObject({ hits: 3, misses: 3, items: 2 });
  });

  it('reads again only what changed', async () => {
    const onHand = { A: 5, B: 5 };
    const { source, asked } = aSource(onHand);
    const cache = aCache(source);
    await cache.read(['A', 'B']);
    onHand.A = 4;
    cache.forget([anItem]);
    expect(unitsOf(await cache.read(['A', 'B']), 'A')).toBe(4);
    expect(asked).toEqual([['A', 'B'], ['A']]);
    cache.forget([allStock]);
    await cache.read(['A', 'B']);
    expect(asked).toHaveLength(3);
  });

  it('reads of an item only the levels that changed, together with what it does not have', async () => {
    const onHand = { A: { 5: 1, 7: 2, 9: 3 } as Record<number, number>, B: { 7: 5 }, C: { 7: 6 } };
    const { source, asked } = aSource(onHand);
    const cache = aCache(source);
    const levelsOf = async (sku: string) => [...((await cache.read(['C', 'A', 'B'])).get(sku)?.levels ?? [])];
    await cache.read(['A', 'B']);
    onHand.A = { 6: 4, 9: 8 };
    cache.forget([5, 6, 7].map((locationNo) => ({ itemNo: 1, locationNo })));
    expect(await levelsOf('A')).toEqual([6, 4, 0, 0, 9, 3, 0, 0]);
    expect(asked).toEqual([
      ['A', 'B'],
      ['C', '1@5', '1@6', '1@7'],
    ]);
    onHand.A = { 7: 1, 9: 8, 11: 2 };
    onHand.B = { 7: 6 };
    cache.forget([aLocation, { itemNo: 1, locationNo: 11 }]);
    expect(await levelsOf('A')).toEqual([6, 4, 0, 0, 7, 1, 0, 0, 9, 3, 0, 0, 11, 2, 0, 0]);
    expect(await levelsOf('B')).toEqual([7, 6, 0, 0]);
    expect(asked.slice(2)).toEqual([['3@7', '1@7', '1@11', '2@7']]);
  });

  it.each([
    ['of the item', (cache: StockCache) => cache.forget([anItem])],
    ['of a level', (cache: StockCache) => cache.forget([aLevel])],
    ['of a location', (cache: StockCache) => cache.forget([aLocation])],
    ['of everything', (cache: StockCache) => cache.forget([allStock])],
    [
      'missed while nobody listened',
      (cache: StockCache) => {
        cache.turn('OFF');
        cache.turn('ON');
      },
    ],
  ])('does not keep what was read before a change %s and answered after it', async (_title, change) => {
    const onHand = { A: 5, B: 5 };
    const { source, hold } = aSource(onHand);
    const cache = aCache(source);
    const release = hold();
    const early = cache.read(['A', 'B']);
    onHand.A = 4;
    change(cache);
    release();
    expect(unitsOf(await early, 'A')).toBe(5);
    expect(unitsOf(await cache.read(['A']), 'A')).toBe(4);
    // The same of a read of what changed before.
    cache.forget([aLevel]);
    const releaseAgain = hold();
    const again = cache.read(['A']);
    onHand.A = 3;
    change(cache);
    releaseAgain();
    expect(unitsOf(await again, 'A')).toBe(4);
    expect(unitsOf(await cache.read(['A']), 'A')).toBe(3);
  });

  it('is not used and keeps nothing while it is off', async () => {
    const { source, asked } = aSource({ A: 5 });
    const cache = keepStock(source, { now: () => now });
    await cache.read(['A']);
    cache.turn('ON');
    await cache.read(['A']);
    cache.turn('OFF');
    await cache.read(['A']);
    expect(asked).toHaveLength(3);
    expect(cache.counts()).toMatchObject({ items: 0, bytes: 0 });
  });

  it('drops what was asked for longest ago when memory runs out', async () => {
    const { source, asked } = aSource({ A: 1, B: 1, C: 1 });
    const cache = aCache(source, { maximumBytes: 1400 });
    await cache.read(['A']);
    await cache.read(['B']);
    await cache.read(['A']);
    await cache.read(['C']);
    expect(cache.counts()).toMatchObject({ items: 2 });
    expect(cache.counts().bytes).toBeLessThanOrEqual(1400);
    await cache.read(['A', 'C']);
    expect(asked).toEqual([['A'], ['B'], ['C']]);
  });

  it('keeps nothing longer than a minute, in case nobody lived to tell of a change', async () => {
    const { source, asked } = aSource({ A: 1 });
    let elapsed = 0;
    const cache = aCache(source, { elapsedMs: () => elapsed });
    await cache.read(['A']);
    elapsed = 60_000;
    await cache.read(['A']);
    expect(asked).toHaveLength(1);
    elapsed = 60_001;
    await cache.read(['A']);
    expect(asked).toHaveLength(2);
  });

  it('counts that minute from when the item was read whole', async () => {
    const { source, asked } = aSource({ A: 1 });
    let elapsed = 0;
    const cache = aCache(source, { elapsedMs: () => elapsed });
    await cache.read(['A']);
    for (elapsed of [40_000, 60_001]) {
      cache.forget([aLevel]);
      await cache.read(['A']);
    }
    expect(asked).toEqual([['A'], ['1@7'], ['A']]);
  });

  it('reads an item whole whose receipts wait for what changed', async () => {
    const receipt = { itemNo: 1, locationNo: 7, reference: 'PO-1', kind: 'PURCHASE_ORDER', quantity: 1 } as const;
    const { source, asked } = aSource({ A: 1 }, [{ ...receipt, expectedAt: inHours(1), waiting: 0 }]);
    const cache = aCache(source);
    await cache.read(['A']);
    cache.forget([aLevel]);
    await cache.read(['A']);
    expect(asked).toEqual([['A'], ['A']]);
  });

  it('leaves out receipts whose time came, and reads again when more than it kept may follow', async () => {
    const receipt = (hours: number): ExpectedReceipt => ({
      itemNo: 1,
      locationNo: 7,
      reference: `PO-${hours}`,
      kind: 'PURCHASE_ORDER',
      quantity: 1,
      expectedAt: inHours(hours),
      waiting: 0,
    });
    const few = aSource({ A: 0 }, [receipt(1), receipt(2)]);
    const cache = aCache(few.source);
    const soonest = async (hours: number) =>
      (await cache.read(['A'], { receiptsAfter: inHours(hours) }))
        .get('A')
        ?.receipts?.map(({ reference }) => reference);
    expect(await soonest(0)).toEqual(['PO-1', 'PO-2']);
    expect(await soonest(1)).toEqual(['PO-2']);
    expect(await soonest(2)).toBeUndefined();
    expect(few.asked).toHaveLength(1);
    expect(await soonest(-1)).toEqual(['PO-1', 'PO-2']);
    expect(few.asked).toHaveLength(2);

    const many = aSource(
      { A: 0 },
      Array.from({ length: 20 }, (_, index) => receipt(index + 1)),
    );
    const full = aCache(many.source);
    await full.read(['A'], { receiptsAfter: inHours(0) });
    await full.read(['A'], { receiptsAfter: inHours(1) });
    expect(many.asked).toHaveLength(2);
  });
});
