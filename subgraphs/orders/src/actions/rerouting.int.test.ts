import { readOperation } from '@passerelle/contracts/operations';
import { describe, expect, it } from 'vitest';
import { anOrder } from '../../test/an-order.ts';
import { atWork, type Changed, type Work } from '../../test/at-work.ts';
import { openMarket } from '../../test/market.ts';

const open = () =>
  openMarket({
    lyon: { type: 'STORE', stock: { HAT: 3 } },
    nice: { type: 'STORE', stock: { HAT: 3 } },
  });
const target = ({ id, version }: Work) => ({ id, expectedVersion: version });

describe('work a location turns down', () => {
  it('is routed elsewhere, never back to who turned it down, and waits visibly when nobody is left', async () => {
    await using market = await open();
    const at = atWork(market);
    const id = await at.placed(anOrder([{ sku: 'HAT', quantity: 2 }]));
    const first = await at.openWork(id);
    const rejected = await at.reject(first, { reason: 'NO_STAFF' });
    expect(rejected.fulfillmentOrder).toMatchObject({ status: 'REJECTED', availableActions: [] });
    expect((await at.read(id)).fulfillmentStatus).toBe('BACKORDERED');

    await market.settle();
    const second = await at.openWork(id);
    expect(second.location.id).not.toBe(first.location.id);
    expect(second).toMatchObject({ status: 'OFFERED', number: 'P-100001-2' });
    expect(second.rejections).toEqual([{ location: first.location, reason: 'NO_STAFF', note: null }]);
    expect((await market.taken()).reserved).toEqual({ [`HAT@${second.location.id}`]: 2 });
    expect((await at.read(id)).routingDecisions).toHaveLength(2);

    await at.reject(second, { reason: 'NO_STAFF' });
    await market.settle();
    const after = await at.read(id);
    expect(after).toMatchObject({ fulfillmentStatus: 'BACKORDERED', lines: [{ backorderedQuantity: 2 }] });
    expect(after.events.nodes.map(({ type }) => type)).toContain('order.backordered');
    expect((await market.taken()).reserved).toEqual({});
    expect(await market.broken()).toEqual([]);
  });

  it('is accepted or rejected once when both come at the same moment', async () => {
    await using market = await open();
    const at = atWork(market);
    const id = await at.placed(anOrder([{ sku: 'HAT', quantity: 1 }]));
    const work = await at.openWork(id);
    const answers = await Promise.all([
      at.change('acceptFulfillmentOrder', target(work)),
      at.reject(work, { reason: 'NO_STAFF' }),
      at.change('acceptFulfillmentOrder', target(work)),
      at.reject(work, { reason: 'NO_STAFF' }),
    ]);
    expect(answers.filter(({ userErrors }) => userErrors.length === 0)).toHaveLength(1);
    const lost = answers.flatMap(({ userErrors }) => userErrors);
    expect(lost).toMatchObject(Array(3).fill({ code: 'VERSION_CONFLICT', actualVersion: work.version + 1 }));
    expect(await market.broken()).toEqual([]);
  });

  it.each(['candidates-read', 'rerouting-planned', 'rerouting-allocated'] as const)(
    'finds its new place although the process dies at %s',
    async (point) => {
      await using market = await open();
      const at = atWork(market);
      const id = await at.placed(anOrder([{ sku: 'HAT', quantity: 2 }]));
      const first = await at.openWork(id);
      await at.reject(first, { reason: 'NO_STAFF' });
      market.killAt(point);
      await market.settle();
      expect(market.deaths()).toBe(1);
      // The job is done again after a pause, and takes the plan over once its lease has ended.
      await market.pass({ minutes: 5 });
      await market.pass({ minutes: 5 });
      const second = await at.openWork(id);
      expect(second.location.id).not.toBe(first.location.id);
      expect((await market.taken()).reserved).toEqual({ [`HAT@${second.location.id}`]: 2 });
      expect(await market.broken()).toEqual([]);
    },
  );
});

describe('a pick', () => {
  it('has missing units looked for elsewhere and keeps what was found', async () => {
    await using market = await open();
    const at = atWork(market);
    const id = await at.placed(anOrder([{ sku: 'HAT', quantity: 3 }]));
    const offered = await at.openWork(id);
    const accepted = await at.accept(offered);
    const lineId = offered.lines[0]?.id as string;
    const data = await market.ask<{ recordPick: Changed }>(readOperation('store-app', 'Pick'), {
      input: {
        id: offered.id,
        expectedVersion: accepted.version,
        lines: [{ lineId, pickedQuantity: 1, missingQuantity: 2 }],
        isComplete: true,
      },
    });
    expect(data.recordPick).toMatchObject({ fulfillmentOrder: { status: 'PICKED', lines: [{ missingQuantity: 2 }] } });
    await market.settle();
    const other = offered.location.id === 'lyon' ? 'nice' : 'lyon';
    expect((await market.taken()).reserved).toEqual({ [`HAT@${offered.location.id}`]: 1, [`HAT@${other}`]: 2 });
    const { fulfillmentOrders } = await at.read(id);
    expect(fulfillmentOrders.map(({ location, lines }) => [location.id, lines[0]?.quantity])).toEqual([
      [offered.location.id, 3],
      [other, 2],
    ]);
    expect(await market.broken()).toEqual([]);
  });

  it('of nothing at all is a rejection', async () => {
    await using market = await open();
    const at = atWork(market);
    const id = await at.placed(anOrder([{ sku: 'HAT', quantity: 1 }]));
    const picked = await at.pick(await at.accept(await at.openWork(id)), []);
    expect(picked.fulfillmentOrder).toMatchObject({ status: 'REJECTED', rejections: [{ reason: 'ITEM_NOT_FOUND' }] });
    await market.settle();
    expect((await at.openWork(id)).status).toBe('OFFERED');
    expect(await market.broken()).toEqual([]);
  });

  it('is refused with more units than were asked for, before acceptance, and on an old version', async () => {
    await using market = await open();
    const at = atWork(market);
    const id = await at.placed(anOrder([{ sku: 'HAT', quantity: 1 }]));
    const offered = await at.openWork(id);
    const lineId = offered.lines[0]?.id as string;
    expect((await at.pick(offered, [{ lineId, pickedQuantity: 1 }])).userErrors).toMatchObject([
      { code: 'INVALID_STATE', currentState: 'OFFERED' },
    ]);
    const tooMany = await at.pick(await at.accept(offered), [{ lineId, pickedQuantity: 2 }]);
    expect(tooMany.userErrors).toMatchObject([{ code: 'QUANTITY_TOO_LARGE', maximumQuantity: 1 }]);
    expect((await at.pick(offered, [])).userErrors).toMatchObject([{ code: 'VERSION_CONFLICT', actualVersion: 2 }]);
  });
});
