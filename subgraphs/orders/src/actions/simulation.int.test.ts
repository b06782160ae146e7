import type { Executor } from '@passerelle/server';
import { aCaller, ask } from '@passerelle/testing';
import { describe, expect, it } from 'vitest';
import { anOrder, channelId } from '../../test/an-order.ts';
import { atWork } from '../../test/at-work.ts';
import type { Market } from '../../test/market.ts';
import { aKey } from '../../test/selling.ts';
import { decisionOf, deepest, drafted, openChain, turn } from '../../test/strategies.ts';

describe('a simulation', () => {
  const simulation = `query ($input: SimulateSourcingInput!) { simulateSourcing(input: $input) { movedOrders
    orders { orderId number isMoved before { decidedBy cost choices { location { id } units reasons } }
      after { decidedBy cost choices { location { id } units score reasons } } }
    before { locations splitOrders stores distanceKm cost shortUnits }
    after { locations splitOrders stores distanceKm cost shortUnits } } }`;
  const simulate = async (market: Market, input: object) =>
    (await market.ask<{ simulateSourcing: Record<string, unknown> }>(simulation, { input })).simulateSourcing;

  it('tells where each order would go and why, what it comes to, and changes nothing', async () => {
    await using market = await openChain();
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
    await using market = await openChain();
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
      eventId: aKey(),
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
    await using market = await openChain();
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
    await using market = await openChain();
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
    await using market = await openChain();
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
