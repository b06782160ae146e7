import { describe, expect, it } from 'vitest';
import type { ExpectedReceipt } from '../domain/expected-receipt.ts';
import { type ItemStock, toVector } from '../domain/stock.ts';
import type { StockReader } from './stock.ts';
import { keepStock } from './stock-cache.ts';

const now = new Date('2026-11-22T09:30:00Z');
const inHours = (hours: number) => new Date(now.getTime() + hours * 3_600_000);

const numbers: Record<string, number> = { A: 1, B: 2, C: 3 };

/** Stock that answers when it is let: each read sees what was true when it began. */
function aSource(onHand: Record<string, number>, receipts: readonly ExpectedReceipt[] = []) {
  const asked: string[][] = [];
  let gate: Promise<void> = Promise.resolve();
  const source: StockReader = {
    async read(skus, { receiptsAfter } = {}) {
      asked.push([...skus]);
      const items = skus.flatMap((sku): [string, ItemStock][] => {
        const itemNo = numbers[sku];
        if (itemNo === undefined) return [];
        const levels = toVector([{ locationNo: 7, onHand: onHand[sku] ?? 0, reserved: 0, blocked: 0 }]);
        const coming = receiptsAfter ? receipts.filter(({ expectedAt }) => expectedAt > receiptsAfter) : undefined;
        return [[sku, { itemNo, sku, category: null, isTracked: true, levels, receipts: coming }]];
      });
      await gate;
      return new Map(items);
    },
  };
  const hold = () => {
    const { promise, resolve } = Promise.withResolvers<void>();
    gate = promise;
    return resolve;
  };
  return { source, asked, hold };
}

const unitsOf = (items: ReadonlyMap<string, ItemStock>, sku: string) => items.get(sku)?.levels[1];

describe('the stock cache', () => {
  it('reads what it does not have, in one question', async () => {
    const { source, asked } = aSource({ A: 1, B: 2 });
    const cache = keepStock(source, { now: () => now });
    cache.turn('ON');
    await cache.read(['A']);
    expect([...(await cache.read(['A', 'B', 'UNHEARD'])).keys()].sort()).toEqual(['A', 'B']);
    await cache.read(['B', 'A'], { among: () => [7], receiptsAfter: now });
    expect(asked).toEqual([['A'], ['B', 'UNHEARD']]);
    expect(cache.counts()).toMatchObject({ hits: 3, misses: 3, items: 2 });
  });

  it('reads again only what changed', async () => {
    const onHand = { A: 5, B: 5 };
    const { source, asked } = aSource(onHand);
    const cache = keepStock(source, { now: () => now });
    cache.turn('ON');
    await cache.read(['A', 'B']);
    onHand.A = 4;
    cache.drop([1]);
    expect(unitsOf(await cache.read(['A', 'B']), 'A')).toBe(4);
    expect(asked).toEqual([['A', 'B'], ['A']]);
    cache.dropAll();
    await cache.read(['A', 'B']);
    expect(asked).toHaveLength(3);
  });

  it.each([
    ['of the item', (cache: ReturnType<typeof keepStock>) => cache.drop([1])],
    ['of everything', (cache: ReturnType<typeof keepStock>) => cache.dropAll()],
    [
      'missed while nobody listened',
      (cache: ReturnType<typeof keepStock>) => {
        cache.turn('OFF');
        cache.turn('ON');
      },
    ],
  ])('does not keep what was read before a change %s and answered after it', async (_title, change) => {
    const onHand = { A: 5, B: 5 };
    const { source, hold } = aSource(onHand);
    const cache = keepStock(source, { now: () => now });
    cache.turn('ON');
    const release = hold();
    const early = cache.read(['A', 'B']);
    onHand.A = 4;
    change(cache);
    release();
    expect(unitsOf(await early, 'A')).toBe(5);
    expect(unitsOf(await cache.read(['A']), 'A')).toBe(4);
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
    const cache = keepStock(source, { now: () => now, maximumBytes: 1400 });
    cache.turn('ON');
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
    const cache = keepStock(source, { now: () => now, elapsedMs: () => elapsed });
    cache.turn('ON');
    await cache.read(['A']);
    elapsed = 60_000;
    await cache.read(['A']);
    expect(asked).toHaveLength(1);
    elapsed = 60_001;
    await cache.read(['A']);
    expect(asked).toHaveLength(2);
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
    const cache = keepStock(few.source, { now: () => now });
    cache.turn('ON');
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
    const full = keepStock(many.source, { now: () => now });
    full.turn('ON');
    await full.read(['A'], { receiptsAfter: inHours(0) });
    await full.read(['A'], { receiptsAfter: inHours(1) });
    expect(many.asked).toHaveLength(2);
  });
});
