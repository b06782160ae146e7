import type { Executor } from '@passerelle/server';
import { aCaller, ask } from '@passerelle/testing';
import { describe, expect, it } from 'vitest';
import { anOrder, channelId } from '../../test/an-order.ts';
import { atWork } from '../../test/at-work.ts';
import { type Market, openMarket } from '../../test/market.ts';

const open = () =>
  openMarket({
    depot: { type: 'WAREHOUSE', stock: { SHIRT: 5, SHOES: 5 } },
    lyon: { type: 'STORE', stock: { SHIRT: 5, SHOES: 1 } },
    nice: { type: 'STORE', stock: { SHIRT: 40 } },
  });
const storesFirst = { name: 'Stores first', criteria: [{ kind: 'WAREHOUSE', weight: 5 }] };
const deepest = { name: 'Deep stock', criteria: [{ kind: 'STOCK_DEPTH', weight: 1 }] };
let keys = 0;
const aDraft = (more: object = {}) => ({
  idempotencyKey: `strategy-key-${++keys}`,
  channelId,
  name: 'Spring',
  rules: [storesFirst],
  ...more,
});

type Strategy = { id: string; version: number; status: string; activatedAt: string | null };
type Kept = { strategy: Strategy | null; userErrors: { code: string; path: string[] | null }[] };
const write = async (market: Market, name: string, type: string, input: object, caller = aCaller('operator')) => {
  const data = await market.ask<Record<string, Kept>>(
    `mutation ($input: ${type}!) { ${name}(input: $input) {
      strategy { id version status activatedAt } userErrors { ... on UserError { code path } } } }`,
    { input },
    caller,
  );
  return data[name] as Kept;
};
const draft = (market: Market, more: object = {}) =>
  write(market, 'draftSourcingStrategy', 'DraftSourcingStrategyInput', aDraft(more));
const drafted = async (market: Market, more: object = {}) => (await draft(market, more)).strategy as Strategy;
const turn = (market: Market, to: 'activate' | 'archive', id: string) =>
  write(market, `${to}SourcingStrategy`, 'TurnSourcingStrategyInput', { id });
const decisionOf = async (market: Market, id: string) => {
  const { order } = await market.ask<{ order: { routingDecisions: object[] } }>(
    `query ($id: ID!) { order(id: $id) { routingDecisions { strategy splitCount
      chosen { location { id } score reasons } rejected { location { id } score reasons { code } } } } }`,
    { id },
  );
  return order.routingDecisions[0];
};

describe('a sourcing strategy', () => {
  it('decides from its activation on, and each decision says by which version, and what else was weighed', async () => {
    await using market = await open();
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
    await using market = await open();
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
    await using market = await open();
    const [a, b] = [await drafted(market), await drafted(market)];
    await Promise.all([turn(market, 'activate', a.id), turn(market, 'activate', b.id)]);
    const rows = await market.orders.sql`select id from sourcing_strategies where status = 'ACTIVE'`;
    expect(rows).toHaveLength(1);
  });

  it('of every channel decides where a channel has none of its own, and only rules that apply decide', async () => {
    await using market = await open();
    const at = atWork(market);
    const rules = [{ ...storesFirst, when: { minimumUnits: 2 } }];
    await turn(market, 'activate', (await drafted(market, { channelId: undefined, name: 'All', rules })).id);
    const one = await at.placed(anOrder([{ sku: 'SHIRT', quantity: 1 }]));
    const two = await at.placed(anOrder([{ sku: 'SHIRT', quantity: 2 }]));
    expect(await decisionOf(market, one)).toMatchObject({ strategy: 'fewest-parcels' });
    expect(await decisionOf(market, two)).toMatchObject({ strategy: 'All v1: Stores first' });
  });

  it('is refused with the rule and field named, keeps nothing, and is written once per key', async () => {
    await using market = await open();
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

describe('a simulation', () => {
  const simulation = `query ($input: SimulateSourcingInput!) { simulateSourcing(input: $input) { movedOrders
    orders { orderId number isMoved before { decidedBy cost choices { location { id } units reasons } }
      after { decidedBy cost choices { location { id } units score reasons } } }
    before { locations splitOrders stores distanceKm cost shortUnits }
    after { locations splitOrders stores distanceKm cost shortUnits } } }`;
  const simulate = async (market: Market, input: object) =>
    (await market.ask<{ simulateSourcing: Record<string, unknown> }>(simulation, { input })).simulateSourcing;

  it('tells where each order would go and why, what it comes to, and changes nothing', async () => {
    await using market = await open();
    const at = atWork(market);
    const shirts = await at.placed(anOrder([{ sku: 'SHIRT', quantity: 2 }]));
    market.clock.advance({ minutes: 1 });
    const shoes = await at.placed(anOrder([{ sku: 'SHOES', quantity: 3 }]));
    const strategy = await drafted(market);
    const taken = await market.taken();
    const versions = await market.orders.sql`select id, version from orders order by id`;
    const answer = await simulate(market, { strategyId: strategy.id, orderIds: [shirts, shoes] });
    expect(answer).toMatchObject({
      movedOrders: 1,
      orders: [
        {
          orderId: shirts,
          isMoved: true,
          before: { decidedBy: 'fewest-parcels', cost: 5, choices: [{ location: { id: 'depot' }, units: 2 }] },
          after: { decidedBy: 'Spring v1: Stores first', cost: 0, choices: [{ location: { id: 'lyon' }, units: 2 }] },
        },
        { orderId: shoes, isMoved: false },
      ],
    });
    expect(await market.taken()).toEqual(taken);
    expect(await market.orders.sql`select id, version from orders order by id`).toEqual(versions);
    const recent = await simulate(market, { strategyId: strategy.id, recent: { channelId, count: 1 } });
    expect(recent.orders).toMatchObject([{ orderId: shoes }]);
  });

  it('chooses exactly what the strategy chooses once it is live', async () => {
    await using market = await open();
    const at = atWork(market);
    const sample = await at.placed(anOrder([{ sku: 'SHIRT', quantity: 3 }]));
    const strategy = await drafted(market, { rules: [deepest] });
    const answer = await simulate(market, { strategyId: strategy.id, orderIds: [sample] });
    await turn(market, 'activate', strategy.id);
    const live = await at.openWork(await at.placed(anOrder([{ sku: 'SHIRT', quantity: 3 }])));
    expect(answer.orders).toMatchObject([{ after: { choices: [{ location: live.location, units: 3 }] } }]);
  });

  /** What a till tells of units at a place, now. */
  const moved = async (market: Market, changes: readonly [place: string, sku: string, delta: number][]) => {
    const events = changes.map(([locationId, sku, delta]) => ({
      eventId: `moved-${++keys}`,
      locationId,
      sku,
      delta,
      reason: delta < 0 ? 'SALE' : 'RECEIPT',
      occurredAt: market.clock.now().toISOString(),
    }));
    await ask(
      market.executors.get('inventory') as Executor,
      `mutation ($input: RecordStockEventsInput!) { recordStockEvents(input: $input) { rejections { index } } }`,
      { input: { source: 'till', events } },
      aCaller('partner'),
    );
  };
  const ageing = { name: 'Oldest first', criteria: [{ kind: 'AGEING_STOCK', weight: 10 }] };
  const places = (answer: Record<string, unknown>) =>
    (answer.orders as { before: Side; after: Side }[]).map(({ before, after }) =>
      [before, after].map(({ choices }) => choices.map(({ location }) => location.id).join()),
    );
  type Side = { choices: { location: { id: string } }[] };

  it('sells the stock that has lain longest first, live as well as tried', async () => {
    await using market = await open();
    const at = atWork(market);
    // What the warehouse and Lyon have has just come; Nice has had its shirts for days.
    await moved(market, [
      ['depot', 'SHIRT', -5],
      ['depot', 'SHIRT', 5],
      ['lyon', 'SHIRT', -4],
      ['lyon', 'SHIRT', 4],
    ]);
    const strategy = await drafted(market, { rules: [ageing] });
    const sample = await at.placed(anOrder([{ sku: 'SHIRT', quantity: 1 }]));
    const tried = await simulate(market, { strategyId: strategy.id, orderIds: [sample] });
    expect(places(tried)).toEqual([['depot', 'lyon']]);
    await moved(market, [['lyon', 'SHIRT', -1]]);
    expect(places(await simulate(market, { strategyId: strategy.id, orderIds: [sample] }))).toEqual([
      ['depot', 'nice'],
    ]);
    await turn(market, 'activate', strategy.id);
    const live = await at.placed(anOrder([{ sku: 'SHIRT', quantity: 1 }]));
    expect((await at.openWork(live)).location.id).toBe('nice');
    expect(await decisionOf(market, live)).toMatchObject({
      strategy: 'Spring v1: Oldest first',
      chosen: [{ reasons: ['BEST_AGEING_STOCK'] }],
    });
  });

  it('tries orders on the stock of a date, by what was known then, and changes nothing', async () => {
    await using market = await open();
    const at = atWork(market);
    const shoes = await at.placed(anOrder([{ sku: 'SHOES', quantity: 1 }]));
    const strategy = await drafted(market);
    market.clock.advance({ hours: 2 });
    const stockDate = market.clock.now().toISOString();
    market.clock.advance({ hours: 2 });
    await moved(market, [
      ['depot', 'SHOES', -4],
      ['lyon', 'SHOES', -1],
      ['nice', 'SHOES', 3],
    ]);
    const taken = await market.taken();
    const input = { strategyId: strategy.id, orderIds: [shoes] };
    expect(places(await simulate(market, input))).toEqual([['nice', 'nice']]);
    expect(places(await simulate(market, { ...input, stockDate }))).toEqual([['depot', 'lyon']]);
    expect(places(await simulate(market, { ...input, stockDate }))).toEqual([['depot', 'lyon']]);
    expect(await market.taken()).toEqual(taken);
    const tomorrow = new Date(market.clock.now().getTime() + 86_400_000).toISOString();
    await expect(simulate(market, { ...input, stockDate: tomorrow })).rejects.toThrow('stockDate');
  });

  it('is refused for what does not exist, and for too little or too much to try', async () => {
    await using market = await open();
    const { id: strategyId } = await drafted(market);
    for (const input of [
      { strategyId },
      { strategyId, orderIds: [] },
      { strategyId, orderIds: ['ord_none'] },
      { strategyId: 'stg_none', orderIds: ['ord_none'] },
      { strategyId, recent: { channelId, count: 0 } },
      { strategyId, orderIds: ['ord_none'], recent: { channelId, count: 1 } },
    ]) {
      await expect(simulate(market, input), JSON.stringify(input)).rejects.toThrow();
    }
  });
});
