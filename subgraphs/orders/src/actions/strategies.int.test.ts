import { aCaller } from '@passerelle/testing';
import { describe, expect, it } from 'vitest';
import { anOrder } from '../../test/an-order.ts';
import { atWork } from '../../test/at-work.ts';
import {
  aDraft,
  decisionOf,
  deepest,
  draft,
  drafted,
  openChain,
  type Strategy,
  storesFirst,
  turn,
  write,
} from '../../test/strategies.ts';

describe('a sourcing strategy', () => {
  it('decides from its activation on, and each decision says by which version, and what else was weighed', async () => {
    await using market = await openChain();
    const at = atWork(market);
    const shirt = () => at.placed(anOrder([{ sku: 'SHIRT', quantity: 1 }]));
    const strategy = await drafted(market, {
      rules: [{ ...storesFirst, name: 'Deep stores', criteria: [...storesFirst.criteria, ...deepest.criteria] }],
    });
    expect(strategy).toMatchObject({ version: 1, status: 'DRAFT', activatedAt: null });
    expect(await decisionOf(market, await shirt())).toMatchObject({ strategy: 'fewest-parcels' });

    expect((await turn(market, 'activate', strategy.id)).strategy).toMatchObject({ status: 'ACTIVE' });
    expect(await decisionOf(market, await shirt())).toMatchObject({
      strategy: 'Spring v1: Deep stores',
      splitCount: 1,
      chosen: [{ location: { id: 'nice' }, score: -0.09, reasons: ['BEST_WAREHOUSE', 'BEST_STOCK_DEPTH'] }],
      rejected: [
        { location: { id: 'depot' }, score: -5.2, reasons: [] },
        { location: { id: 'lyon' }, score: -0.17, reasons: [] },
      ],
    });
    expect((await turn(market, 'archive', strategy.id)).strategy).toMatchObject({ status: 'ARCHIVED' });
    expect(await decisionOf(market, await shirt())).toMatchObject({ strategy: 'fewest-parcels' });
  });

  it('has the next version in its channel, takes the place of the one before, and may come back', async () => {
    await using market = await openChain();
    const [first, second] = [await drafted(market), await drafted(market, { rules: [deepest] })];
    expect(second.version).toBe(2);
    await turn(market, 'activate', first.id);
    await turn(market, 'activate', second.id);
    const list = async (statuses?: string[]) =>
      (
        await market.ask<{ sourcingStrategies: Strategy[] }>(
          'query ($s: [SourcingStrategyStatus!]) { sourcingStrategies(statuses: $s) { id version status activatedAt } }',
          { s: statuses },
        )
      ).sourcingStrategies;
    expect((await list(['ACTIVE'])).map(({ id }) => id)).toEqual([second.id]);
    expect((await list(['ARCHIVED'])).map(({ id }) => id)).toEqual([first.id]);
    await turn(market, 'activate', first.id);
    expect((await list(['ACTIVE'])).map(({ id }) => id)).toEqual([first.id]);
    expect(await list()).toHaveLength(2);
  });

  it('is the only active one when two are activated at once', async () => {
    await using market = await openChain();
    const [a, b] = [await drafted(market), await drafted(market)];
    await Promise.all([turn(market, 'activate', a.id), turn(market, 'activate', b.id)]);
    const rows = await market.orders.sql`select id from sourcing_strategies where status = 'ACTIVE'`;
    expect(rows).toHaveLength(1);
  });

  it('of every channel decides where a channel has none of its own, and only rules that apply decide', async () => {
    await using market = await openChain();
    const at = atWork(market);
    const rules = [{ ...storesFirst, when: { minimumUnits: 2 } }];
    await turn(market, 'activate', (await drafted(market, { channelId: undefined, name: 'All', rules })).id);
    const one = await at.placed(anOrder([{ sku: 'SHIRT', quantity: 1 }]));
    const two = await at.placed(anOrder([{ sku: 'SHIRT', quantity: 2 }]));
    expect(await decisionOf(market, one)).toMatchObject({ strategy: 'fewest-parcels' });
    expect(await decisionOf(market, two)).toMatchObject({ strategy: 'All v1: Stores first' });
  });

  it('is refused with the rule and field named, keeps nothing, and is written once per key', async () => {
    await using market = await openChain();
    const rule = (more: object) => ({ rules: [{ ...storesFirst, ...more }] });
    const path = ['input', 'rules', '0'];
    const cases: [object, string[]][] = [
      [{ name: ' ' }, ['input', 'name']],
      [{ rules: [] }, ['input', 'rules']],
      [{ rules: [storesFirst, storesFirst] }, ['input', 'rules', '1', 'name']],
      [rule({ name: '' }), [...path, 'name']],
      [rule({ criteria: [] }), [...path, 'criteria']],
      [rule({ criteria: [{ kind: 'SPLIT', weight: -1 }] }), [...path, 'criteria', '0', 'weight']],
      [rule({ criteria: [...storesFirst.criteria, ...storesFirst.criteria] }), [...path, 'criteria', '1', 'kind']],
      [rule({ criteria: [{ kind: 'SHIPPING_COST', weight: 1 }] }), [...path, 'tariff']],
      [rule({ tariff: { storeParcel: -1, warehouseParcel: 1, per100Km: 1 } }), [...path, 'tariff', 'storeParcel']],
      [rule({ when: { countryCodes: [] } }), [...path, 'when', 'countryCodes']],
      [rule({ when: { minimumUnits: -1 } }), [...path, 'when', 'minimumUnits']],
      [rule({ when: { minimumUnits: 5, maximumUnits: 4 } }), [...path, 'when', 'maximumUnits']],
    ];
    for (const [more, at] of cases) {
      expect(await draft(market, more), at.join('.')).toEqual({
        strategy: null,
        userErrors: [{ code: 'INVALID_INPUT', path: at }],
      });
    }
    expect(await market.orders.sql`select from sourcing_strategies`).toHaveLength(0);
    const input = aDraft();
    const twice = await Promise.all(
      [1, 2].map(() => write(market, 'draftSourcingStrategy', 'DraftSourcingStrategyInput', input)),
    );
    const done = twice.filter(({ strategy }) => strategy);
    expect(new Set(done.map(({ strategy }) => strategy?.id)).size).toBe(1);
    expect(await market.orders.sql`select from sourcing_strategies`).toHaveLength(1);
    expect((await turn(market, 'activate', 'stg_none')).userErrors).toMatchObject([
      { code: 'NOT_FOUND', path: ['input', 'id'] },
    ]);
    const [{ id }] = done.map(({ strategy }) => strategy) as [Strategy, ...Strategy[]];
    await turn(market, 'archive', id);
    expect((await turn(market, 'archive', id)).userErrors).toMatchObject([{ code: 'INVALID_STATE' }]);
    const shop = aCaller('storefront');
    await expect(
      write(market, 'draftSourcingStrategy', 'DraftSourcingStrategyInput', aDraft(), shop),
    ).rejects.toThrow();
  });
});
