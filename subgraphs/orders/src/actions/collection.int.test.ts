import { readOperation } from '@passerelle/contracts/operations';
import { aCaller } from '@passerelle/testing';
import { describe, expect, it } from 'vitest';
import { anOrder, collection } from '../../test/an-order.ts';
import { atWork, type Changed, type Work } from '../../test/at-work.ts';
import { type Market, openMarket } from '../../test/market.ts';

const open = () =>
  openMarket({
    nice: { type: 'STORE', stock: { HAT: 5, SCARF: 5 } },
    lyon: { type: 'STORE', stock: { HAT: 5 } },
  });
const target = ({ id, version }: Work) => ({ id, expectedVersion: version });

/** Two hats and a scarf wait at the counter in Nice. */
async function ready(market: Market) {
  const at = atWork(market);
  const lines = [
    { sku: 'HAT', quantity: 2 },
    { sku: 'SCARF', quantity: 1 },
  ];
  const id = await at.placed(anOrder(lines, { groups: [collection('nice')] }));
  const picked = await at.picked(await at.openWork(id));
  const work = await at.done('markReadyForPickup', target(picked));
  const hat = work.lines.find(({ sku }) => sku === 'HAT')?.id as string;
  return { at, id, work, hat };
}
const collect = async (market: Market, input: object) =>
  (
    await market.ask<{ completePickup: Changed }>(readOperation('store-app', 'Collect'), {
      input: { idempotencyKey: 'collect-key-1', identityChecked: true, ...input },
    })
  ).completePickup;
const pickupOf = async (market: Market, id: string) =>
  (
    await market.ask<{ fulfillmentOrder: { status: string; pickup: Record<string, string | null> } }>(
      `query ($id: ID!) { fulfillmentOrder(id: $id) {
        status pickup { readyAt expiresAt remindedAt collectedAt refusalReason } } }`,
      { id },
    )
  ).fulfillmentOrder;
const types = ({ events }: { events: { nodes: { type: string }[] } }) => events.nodes.map(({ type }) => type);

describe('goods that wait for the shopper', () => {
  it('are reminded of once, then go back on sale, and the order ends with them', async () => {
    await using market = await open();
    const { at, id, work } = await ready(market);
    expect(await pickupOf(market, work.id)).toMatchObject({
      status: 'READY_FOR_PICKUP',
      pickup: { expiresAt: '2035-03-12T09:30:00.000Z', remindedAt: null },
    });
    await market.pass({ days: 3 });
    await market.pass({ days: 1 });
    expect((await pickupOf(market, work.id)).pickup.remindedAt).toBe('2035-03-08T09:30:00.000Z');
    expect(types(await at.read(id)).filter((type) => type === 'fulfillment.reminded')).toHaveLength(1);

    await market.pass({ days: 3 });
    expect(await at.read(id)).toMatchObject({
      status: 'CANCELLED',
      lines: [{ cancelledQuantity: 2 }, { cancelledQuantity: 1 }],
      fulfillmentOrders: [{ status: 'PICKUP_EXPIRED', availableActions: [] }],
    });
    expect(types(await at.read(id))).toContain('fulfillment.expired');
    await market.settle();
    expect((await market.taken()).reserved).toEqual({});
    expect(await market.onHand()).toMatchObject({ 'HAT@nice': 5, 'SCARF@nice': 5 });
    expect(await market.broken()).toEqual([]);
  });

  it('may be collected in part; the rest waits, and expires alone', async () => {
    await using market = await open();
    const { at, id, work, hat } = await ready(market);
    const part = await collect(market, { id: work.id, lines: [{ lineId: hat, quantity: 1 }] });
    expect(part.fulfillmentOrder?.status).toBe('PARTLY_COLLECTED');
    expect(await at.read(id)).toMatchObject({ status: 'OPEN', fulfillmentStatus: 'PARTIALLY_FULFILLED' });
    expect(await at.openWork(id)).toMatchObject({ availableActions: ['COMPLETE_PICKUP', 'REFUSE_PICKUP'] });
    await market.pass({ days: 3 });
    await market.pass({ days: 4 });
    await market.settle();
    expect(await at.read(id)).toMatchObject({
      status: 'COMPLETED',
      lines: [{ quantity: 1, cancelledQuantity: 1 }, { cancelledQuantity: 1 }],
      fulfillmentOrders: [{ status: 'PICKUP_EXPIRED' }],
    });
    expect((await market.taken()).reserved).toEqual({});
    expect(await market.onHand()).toMatchObject({ 'HAT@nice': 4, 'SCARF@nice': 5 });
    expect(await market.broken()).toEqual([]);
  });

  it('may be collected one after the other until all are', async () => {
    await using market = await open();
    const { at, id, work, hat } = await ready(market);
    await collect(market, { id: work.id, lines: [{ lineId: hat, quantity: 1 }] });
    const rest = await collect(market, { idempotencyKey: 'collect-key-2', id: work.id });
    expect(rest.fulfillmentOrder?.status).toBe('COLLECTED');
    await market.pass({ days: 8 });
    expect(await at.read(id)).toMatchObject({ status: 'COMPLETED', fulfillmentOrders: [{ status: 'COLLECTED' }] });
    expect(types(await at.read(id))).not.toContain('fulfillment.reminded');
    expect(await market.broken()).toEqual([]);
  });
});

describe('goods refused at the counter', () => {
  const levels = async (market: Market) => {
    const { sql } = (market.subgraphs.get('inventory') as { database: Market['orders'] }).database;
    const rows = await sql`
      select sku, on_hand as "onHand", blocked, reserved from stock_levels
      join items using (item_no) join locations using (location_no) where locations.id = 'nice' order by sku`;
    return rows.map(({ onHand, blocked, reserved }) => [onHand, blocked, reserved]);
  };

  it.each([
    [
      'CHANGED_MIND',
      [
        [5, 0, 0],
        [5, 0, 0],
      ],
    ],
    [
      'WRONG_ITEM',
      [
        [5, 0, 0],
        [5, 0, 0],
      ],
    ],
    [
      'DAMAGED',
      [
        [5, 2, 0],
        [5, 1, 0],
      ],
    ],
  ])('for %s end the collection, with the reason, and stock says %o', async (reason, expected) => {
    await using market = await open();
    const { at, id, work } = await ready(market);
    const refused = await at.done('refusePickup', { ...target(work), reason, note: 'the colour' });
    expect(refused).toMatchObject({ status: 'PICKUP_REFUSED', availableActions: [] });
    expect((await pickupOf(market, work.id)).pickup.refusalReason).toBe(reason);
    await market.settle();
    expect(await levels(market)).toEqual(expected);
    const after = await at.read(id);
    expect(after.status).toBe('CANCELLED');
    expect(after.events.nodes[0]).toMatchObject({
      type: 'fulfillment.refused',
      message: expect.stringContaining(`3 unit(s): ${reason}, the colour`),
    });
    expect(await market.broken()).toEqual([]);
  });

  it('may be some of them; the others are still collected', async () => {
    await using market = await open();
    const { at, id, work, hat } = await ready(market);
    const lines = [{ lineId: hat, quantity: 1 }];
    const refused = await at.done('refusePickup', { ...target(work), reason: 'WRONG_ITEM', lines });
    expect(refused.status).toBe('READY_FOR_PICKUP');
    const rest = await collect(market, { id: work.id });
    expect(rest.fulfillmentOrder?.status).toBe('COLLECTED');
    await market.settle();
    expect(await levels(market)).toEqual([
      [4, 0, 0],
      [4, 0, 0],
    ]);
    expect(await at.read(id)).toMatchObject({ status: 'COMPLETED', lines: [{ quantity: 1 }, { quantity: 1 }] });
    expect(await market.broken()).toEqual([]);
  });

  it('are handed over or refused, never both, when both come at once', async () => {
    await using market = await open();
    const { at, id, work } = await ready(market);
    const [refused, handed] = await Promise.all([
      at.change('refusePickup', { ...target(work), reason: 'OTHER' }),
      collect(market, { id: work.id }),
    ]);
    expect([refused.userErrors.length, handed.userErrors.length].toSorted()).toEqual([0, 1]);
    await market.settle();
    const [after] = (await at.read(id)).fulfillmentOrders;
    expect(after?.status).toBe(handed.userErrors.length === 0 ? 'COLLECTED' : 'PICKUP_REFUSED');
    expect(await market.broken()).toEqual([]);
  });

  it('need a right line, units, version and state; else nothing changes', async () => {
    await using market = await open();
    const { at, id, work, hat } = await ready(market);
    const refuse = (more: object) => at.change('refusePickup', { ...target(work), reason: 'OTHER', ...more });
    const line = ['input', 'lines', '0'];
    const cases: [object, object][] = [
      [{ note: 'n'.repeat(1001) }, { code: 'INVALID_INPUT', path: ['input', 'note'] }],
      [{ lines: [] }, { code: 'INVALID_INPUT', path: ['input', 'lines'] }],
      [{ lines: [{ lineId: 'fln_none', quantity: 1 }] }, { code: 'INVALID_INPUT', path: [...line, 'lineId'] }],
      [{ lines: [{ lineId: hat, quantity: 0 }] }, { code: 'INVALID_INPUT', path: [...line, 'quantity'] }],
      [
        { lines: [{ lineId: hat, quantity: 3 }] },
        { code: 'QUANTITY_TOO_LARGE', path: [...line, 'quantity'], maximumQuantity: 2 },
      ],
      [{ expectedVersion: 1 }, { code: 'VERSION_CONFLICT', actualVersion: work.version }],
      [{ id: 'ful_none' }, { code: 'NOT_FOUND', path: ['input', 'id'] }],
    ];
    for (const [more, refusal] of cases) {
      expect(await refuse(more), JSON.stringify(more)).toMatchObject({ fulfillmentOrder: null, userErrors: [refusal] });
    }
    const elsewhere = await at.change(
      'refusePickup',
      { ...target(work), reason: 'OTHER' },
      aCaller('store-staff', { locationIds: ['lyon'] }),
    );
    expect(elsewhere.userErrors).toMatchObject([{ code: 'NOT_FOUND' }]);
    const shipped = await at.openWork(await at.placed(anOrder([{ sku: 'HAT', quantity: 1 }])));
    expect((await at.change('refusePickup', { ...target(shipped), reason: 'OTHER' })).userErrors).toMatchObject([
      { code: 'INVALID_STATE', currentState: 'OFFERED' },
    ]);
    expect(await at.openWork(id)).toEqual(work);
  });
});
