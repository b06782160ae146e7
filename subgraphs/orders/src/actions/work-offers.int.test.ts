import { aCaller, aService, ask } from '@passerelle/testing';
import { describe, expect, it } from 'vitest';
import { anOrder, collection } from '../../test/an-order.ts';
import { atWork } from '../../test/at-work.ts';
import { type Market, openMarket } from '../../test/market.ts';

const open = (hats: Readonly<Record<string, number>> = { lyon: 3, nice: 3 }) =>
  openMarket({
    depot: { type: 'WAREHOUSE', stock: { SHOES: 5 } },
    ...Object.fromEntries(
      Object.entries(hats).map(([id, HAT]) => [id, { type: 'STORE' as const, stock: { HAT, SCARF: 3 } }]),
    ),
  });

describe('work that nobody answers', () => {
  it('is offered elsewhere once its time is over, and the timeline tells', async () => {
    await using market = await open();
    const at = atWork(market);
    const id = await at.placed(anOrder([{ sku: 'HAT', quantity: 2 }]));
    const first = await at.openWork(id);
    expect(first.acceptBy).toBe('2035-03-05T11:30:00.000Z');
    await market.pass({ minutes: 119 });
    expect((await at.openWork(id)).id).toBe(first.id);

    await market.pass({ minutes: 1 });
    const second = await at.openWork(id);
    expect(second).toMatchObject({
      status: 'OFFERED',
      acceptBy: '2035-03-05T13:30:00.000Z',
      rejections: [{ location: first.location, reason: 'TIMED_OUT' }],
    });
    expect(second.location.id).not.toBe(first.location.id);
    expect((await market.taken()).reserved).toEqual({ [`HAT@${second.location.id}`]: 2 });
    const { events } = await at.read(id);
    expect(events.nodes.find(({ type }) => type === 'fulfillment.timed-out')).toMatchObject({
      actor: 'service:orders',
      message: expect.stringContaining(`was not answered in time by ${first.location.id}`),
    });
    expect(await market.broken()).toEqual([]);
  });

  it('stays where it is when it was accepted in time', async () => {
    await using market = await open();
    const at = atWork(market);
    const id = await at.placed(anOrder([{ sku: 'HAT', quantity: 1 }]));
    const accepted = await at.accept(await at.openWork(id));
    await market.pass({ hours: 3 });
    expect(await at.openWork(id)).toMatchObject({ id: accepted.id, status: 'ACCEPTED', version: accepted.version });
  });

  it('goes back to a silent location only when nobody else is left, and only once', async () => {
    await using market = await open({ lyon: 3, nice: 3 });
    const at = atWork(market);
    const id = await at.placed(anOrder([{ sku: 'HAT', quantity: 2 }]));
    const asked: string[] = [];
    for (let round = 0; round < 6; round++) {
      const work = await at.openWork(id);
      if (!work) break;
      asked.push(work.location.id);
      await market.pass({ hours: 2 });
    }
    expect(asked).toHaveLength(4);
    expect(new Set(asked.slice(0, 2))).toEqual(new Set(['lyon', 'nice']));
    expect(asked.toSorted()).toEqual(['lyon', 'lyon', 'nice', 'nice']);
    expect(await at.read(id)).toMatchObject({ fulfillmentStatus: 'BACKORDERED', lines: [{ backorderedQuantity: 2 }] });
    expect((await market.taken()).reserved).toEqual({});
    expect(await market.broken()).toEqual([]);
  });

  it('never moves a collection to a store the shopper did not choose', async () => {
    await using market = await open();
    const at = atWork(market);
    const id = await at.placed(anOrder([{ sku: 'HAT', quantity: 1 }], { groups: [collection('nice')] }));
    await market.pass({ hours: 2 });
    expect((await at.openWork(id)).location.id).toBe('nice');
    await market.pass({ hours: 2 });
    expect(await at.openWork(id)).toBeUndefined();
    expect(await at.read(id)).toMatchObject({ fulfillmentStatus: 'BACKORDERED' });
  });

  it('is accepted or timed out, never both, when both come at the same moment', async () => {
    await using market = await open();
    const at = atWork(market);
    const id = await at.placed(anOrder([{ sku: 'HAT', quantity: 1 }]));
    const work = await at.openWork(id);
    market.clock.advance({ hours: 2 });
    const [accepted] = await Promise.all([
      at.change('acceptFulfillmentOrder', { id: work.id, expectedVersion: work.version }),
      market.settle(),
    ]);
    await market.settle();
    const all = (await at.read(id)).fulfillmentOrders;
    const after = all.find((one) => one.id === work.id);
    expect(after?.status).toBe(accepted.userErrors.length === 0 ? 'ACCEPTED' : 'REJECTED');
    expect(all).toHaveLength(accepted.userErrors.length === 0 ? 1 : 2);
    expect(await market.broken()).toEqual([]);
  });
});

describe('a rejection', () => {
  const placedHats = async (market: Market) => {
    const at = atWork(market);
    const id = await at.placed(anOrder([{ sku: 'HAT', quantity: 2 }]));
    return { at, id, work: await at.openWork(id) };
  };
  const levelOf = async (market: Market, place: string) => {
    const { sql } = (market.subgraphs.get('inventory') as { database: Market['orders'] }).database;
    const rows = await sql`
      select on_hand as "onHand", blocked, reserved
      from stock_levels join items using (item_no) join locations using (location_no)
      where sku || '@' || locations.id = ${place}`;
    return rows[0];
  };

  it.each([
    ['ITEM_NOT_FOUND', undefined, { onHand: 1, blocked: 0, reserved: 0 }],
    ['ITEM_NOT_FOUND', 1, { onHand: 2, blocked: 0, reserved: 0 }],
    ['ITEM_DAMAGED', undefined, { onHand: 3, blocked: 2, reserved: 0 }],
    ['ITEM_DAMAGED', 1, { onHand: 3, blocked: 1, reserved: 0 }],
    ['NO_STAFF', undefined, { onHand: 3, blocked: 0, reserved: 0 }],
    ['STORE_CLOSING', undefined, { onHand: 3, blocked: 0, reserved: 0 }],
    ['OTHER', undefined, { onHand: 3, blocked: 0, reserved: 0 }],
  ])('for %s of %s units leaves the location with %o', async (reason, units, level) => {
    await using market = await open();
    const { at, work } = await placedHats(market);
    const lines = units === undefined ? undefined : [{ lineId: work.lines[0]?.id, quantity: units }];
    expect(await at.reject(work, { reason, note: 'seen', lines })).toMatchObject({
      fulfillmentOrder: { status: 'REJECTED', rejections: [{ reason, note: 'seen' }] },
      userErrors: [],
    });
    await market.settle();
    await market.settle();
    expect(await levelOf(market, `HAT@${work.location.id}`)).toEqual(level);
    expect(await market.broken()).toEqual([]);
  });

  it('takes units a pick did not find off the shelf, once', async () => {
    await using market = await open();
    const { at, work } = await placedHats(market);
    const accepted = await at.accept(work);
    await at.done('recordPick', {
      id: work.id,
      expectedVersion: accepted.version,
      lines: [{ lineId: work.lines[0]?.id, pickedQuantity: 1 }],
      isComplete: true,
    });
    await market.settle();
    expect(await levelOf(market, `HAT@${work.location.id}`)).toEqual({ onHand: 2, blocked: 0, reserved: 1 });
    expect(await market.broken()).toEqual([]);
  });

  it('tells inventory once although the process dies after it did', async () => {
    await using market = await open();
    const input = {
      correctionId: 'ful_1:2',
      orderId: 'ord_1',
      locationId: 'lyon',
      lines: [{ sku: 'HAT', missingQuantity: 1, damagedQuantity: 1 }],
    };
    const correct = () =>
      ask(
        market.executors.get('inventory') as Market['executor'],
        `mutation ($input: CorrectStockAfterRejectionInput!) { correctStockAfterRejection(input: $input) { correctedUnits } }`,
        { input },
        aService('orders'),
      );
    expect(await correct()).toEqual({ correctStockAfterRejection: { correctedUnits: 2 } });
    expect(await correct()).toEqual({ correctStockAfterRejection: { correctedUnits: 2 } });
    expect(await levelOf(market, 'HAT@lyon')).toEqual({ onHand: 2, blocked: 1, reserved: 0 });
    expect(await market.broken()).toEqual([]);
  });

  it('is refused with its field named, and changes nothing', async () => {
    await using market = await open();
    const { at, id, work } = await placedHats(market);
    const lineId = work.lines[0]?.id;
    const reason = 'ITEM_NOT_FOUND';
    const cases: [object, object][] = [
      [{ reason: 'TIMED_OUT' }, { code: 'INVALID_INPUT', path: ['input', 'reason'] }],
      [
        { reason: 'NO_STAFF', lines: [{ lineId, quantity: 1 }] },
        { code: 'INVALID_INPUT', path: ['input', 'lines'] },
      ],
      [
        { reason, lines: [] },
        { code: 'INVALID_INPUT', path: ['input', 'lines'] },
      ],
      [
        { reason, lines: [{ lineId: 'fln_none', quantity: 1 }] },
        { code: 'INVALID_INPUT', path: ['input', 'lines', '0', 'lineId'] },
      ],
      [
        { reason, lines: [{ lineId, quantity: 0 }] },
        { code: 'INVALID_INPUT', path: ['input', 'lines', '0', 'quantity'] },
      ],
      [
        { reason, lines: [{ lineId, quantity: 3 }] },
        { code: 'QUANTITY_TOO_LARGE', path: ['input', 'lines', '0', 'quantity'], maximumQuantity: 2 },
      ],
      [
        { reason, expectedVersion: 7 },
        { code: 'VERSION_CONFLICT', actualVersion: 1 },
      ],
      [
        { reason, id: 'ful_none' },
        { code: 'NOT_FOUND', path: ['input', 'id'] },
      ],
    ];
    for (const [more, refusal] of cases) {
      expect(await at.reject(work, more), JSON.stringify(more)).toMatchObject({
        fulfillmentOrder: null,
        userErrors: [refusal],
      });
    }
    const elsewhere = aCaller('store-staff', { locationIds: ['depot'] });
    const foreign = await at.change(
      'rejectFulfillmentOrder',
      { id: work.id, expectedVersion: work.version, reason },
      elsewhere,
    );
    expect(foreign.userErrors).toMatchObject([{ code: 'NOT_FOUND' }]);
    await market.settle();
    expect(await at.openWork(id)).toEqual(work);
    expect((await market.taken()).reserved).toEqual({ [`HAT@${work.location.id}`]: 2 });
  });
});
