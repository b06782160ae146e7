import { aCaller } from '@passerelle/testing';
import { describe, expect, it } from 'vitest';
import { anOrder, collection } from '../../test/an-order.ts';
import { atWork, type Work } from '../../test/at-work.ts';
import { type Market, openMarket } from '../../test/market.ts';

const open = () =>
  openMarket({
    depot: { type: 'WAREHOUSE', stock: { SHOES: 5 } },
    lyon: { type: 'STORE', stock: { HAT: 4, SCARF: 3 } },
    nice: { type: 'STORE', stock: { HAT: 3, SCARF: 3 } },
    brest: { type: 'STORE', stock: { SCARF: 1 } },
  });
const target = ({ id, version }: Work) => ({ id, expectedVersion: version });

describe('packing', () => {
  const ship = async (market: Market, work: Work, more: object) => {
    const input = { idempotencyKey: `ship-${work.version}-key`, ...target(work), carrier: 'colissimo', ...more };
    const { shipFulfillmentOrder } = await market.ask<{
      shipFulfillmentOrder: {
        fulfillmentOrder: Work;
        shipment: { packages: { weightGrams: number | null; trackingNumber: string | null }[] };
      };
    }>(
      `mutation ($input: ShipFulfillmentOrderInput!) { shipFulfillmentOrder(input: $input) {
        fulfillmentOrder { id status version } shipment { packages { weightGrams trackingNumber } } } }`,
      { input },
    );
    return shipFulfillmentOrder;
  };

  it('makes parcels that leave with the shipment that takes their units', async () => {
    await using market = await open();
    const at = atWork(market);
    const id = await at.placed(anOrder([{ sku: 'HAT', quantity: 3 }]));
    const picked = await at.picked(await at.openWork(id));
    expect(picked.availableActions).toEqual(['PACK', 'SHIP']);
    const lineId = picked.lines[0]?.id as string;
    const first = await at.done('packFulfillmentOrder', {
      ...target(picked),
      packages: [{ lines: [{ lineId, quantity: 3 }] }],
    });
    expect(first).toMatchObject({ status: 'PACKED', availableActions: ['PACK', 'SHIP'] });
    const again = await at.done('packFulfillmentOrder', {
      ...target(first),
      packages: [
        { weightGrams: 400, lines: [{ lineId, quantity: 1 }] },
        { weightGrams: 900, lines: [{ lineId, quantity: 2 }] },
      ],
    });
    const one = await ship(market, again, { lines: [{ lineId, quantity: 1 }], trackingNumber: 'T1' });
    expect(one).toMatchObject({
      fulfillmentOrder: { status: 'PACKED' },
      shipment: { packages: [{ weightGrams: 400, trackingNumber: 'T1' }] },
    });
    const rest = await ship(market, one.fulfillmentOrder, { trackingNumber: 'T2' });
    expect(rest).toMatchObject({
      fulfillmentOrder: { status: 'SHIPPED' },
      shipment: { packages: [{ weightGrams: 900, trackingNumber: 'T2' }] },
    });
    await market.settle();
    expect(await market.broken()).toEqual([]);
  });

  it('is refused with the parcel and field named, and changes nothing', async () => {
    await using market = await open();
    const at = atWork(market);
    const id = await at.placed(anOrder([{ sku: 'HAT', quantity: 2 }]));
    const offered = await at.openWork(id);
    const lineId = offered.lines[0]?.id as string;
    const parcel = (quantity: number, line = lineId) => ({ lines: [{ lineId: line, quantity }] });
    const early = await at.change('packFulfillmentOrder', { ...target(offered), packages: [parcel(1)] });
    expect(early.userErrors).toMatchObject([{ code: 'INVALID_STATE', currentState: 'OFFERED' }]);
    const picked = await at.picked(offered);
    const at0 = ['input', 'packages', '0'];
    const cases: [object, object][] = [
      [{ packages: [] }, { code: 'INVALID_INPUT', path: ['input', 'packages'] }],
      [{ packages: [{ lines: [] }] }, { code: 'INVALID_INPUT', path: [...at0, 'lines'] }],
      [{ packages: [{ ...parcel(1), weightGrams: 0 }] }, { code: 'INVALID_INPUT', path: [...at0, 'weightGrams'] }],
      [{ packages: [parcel(0)] }, { code: 'INVALID_INPUT', path: [...at0, 'lines', '0', 'quantity'] }],
      [{ packages: [parcel(1, 'fln_none')] }, { code: 'INVALID_INPUT', path: [...at0, 'lines', '0', 'lineId'] }],
      [
        { packages: [{ lines: [...parcel(1).lines, ...parcel(1).lines] }] },
        { code: 'INVALID_INPUT', path: [...at0, 'lines', '1', 'lineId'] },
      ],
      [
        { packages: [parcel(1), parcel(2)] },
        { code: 'QUANTITY_TOO_LARGE', path: ['input', 'packages', '1', 'lines', '0', 'quantity'], maximumQuantity: 1 },
      ],
      [
        { packages: [parcel(1)], expectedVersion: 1 },
        { code: 'VERSION_CONFLICT', actualVersion: picked.version },
      ],
      [
        { packages: [parcel(1)], id: 'ful_none' },
        { code: 'NOT_FOUND', path: ['input', 'id'] },
      ],
    ];
    for (const [more, refusal] of cases) {
      const answer = await at.change('packFulfillmentOrder', { ...target(picked), ...more });
      expect(answer, JSON.stringify(more)).toMatchObject({ fulfillmentOrder: null, userErrors: [refusal] });
    }
    expect(await at.openWork(id)).toEqual(picked);
    const [stored] = await market.orders.sql`select count(*)::int as n from packages`;
    expect(stored?.n).toBe(0);
  });

  it('is not for goods that are collected', async () => {
    await using market = await open();
    const at = atWork(market);
    const id = await at.placed(anOrder([{ sku: 'HAT', quantity: 1 }], { groups: [collection('nice')] }));
    expect((await at.picked(await at.openWork(id))).availableActions).toEqual(['MARK_READY']);
  });
});

describe('reassigning work', () => {
  const move = (at: ReturnType<typeof atWork>, work: Work, more: object = {}) =>
    at.change('reassignFulfillmentOrder', { ...target(work), locationId: 'nice', reason: 'Nobody is in', ...more });
  const atLyon = async (market: Market) => {
    const at = atWork(market);
    const id = await at.placed(anOrder([{ sku: 'HAT', quantity: 2 }]));
    return { at, id, work: await at.openWork(id) };
  };

  it('moves it with its stock, and tells who did and why', async () => {
    await using market = await open();
    const { at, id, work } = await atLyon(market);
    expect(work.location.id).toBe('lyon');
    const { fulfillmentOrder, userErrors } = await move(at, await at.accept(work));
    expect(userErrors).toEqual([]);
    expect(fulfillmentOrder).toMatchObject({
      status: 'OFFERED',
      type: 'SHIP_FROM_STORE',
      location: { id: 'nice' },
      acceptBy: '2035-03-05T11:30:00.000Z',
      lines: [{ quantity: 2 }],
      rejections: [{ location: { id: 'lyon' }, reason: 'OTHER', note: 'Nobody is in' }],
    });
    await market.settle();
    expect((await market.taken()).reserved).toEqual({ 'HAT@nice': 2 });
    const after = await at.read(id);
    expect(after.fulfillmentStatus).toBe('ALLOCATED');
    expect(after.events.nodes[0]).toMatchObject({
      type: 'fulfillment.reassigned',
      message: expect.stringContaining('from lyon to nice: Nobody is in'),
    });
    await market.pass({ minutes: 1 });
    expect((await market.taken()).reserved).toEqual({ 'HAT@nice': 2 });
    expect(await market.broken()).toEqual([]);
  });

  it.each(['rerouting-planned', 'rerouting-allocated'] as const)(
    'leaves it where it was, with nothing reserved twice, when the process dies at %s',
    async (point) => {
      await using market = await open();
      const { at, id, work } = await atLyon(market);
      market.killAt(point);
      await move(at, work).catch(() => {});
      expect(market.deaths()).toBe(1);
      await market.pass({ minutes: 1 });
      await market.settle();
      expect(await at.openWork(id)).toMatchObject({ id: work.id, status: 'OFFERED', version: work.version });
      expect((await market.taken()).reserved).toEqual({ 'HAT@lyon': 2 });
      expect(await market.broken()).toEqual([]);
    },
  );

  it('wins or loses as a whole against a pick that begins meanwhile', async () => {
    await using market = await open();
    const { at, id, work } = await atLyon(market);
    market.pauseAt('rerouting-allocated', async () => {
      await at.accept(work);
    });
    const lost = await move(at, work);
    expect(lost).toMatchObject({ fulfillmentOrder: null, userErrors: [{ code: 'VERSION_CONFLICT' }] });
    await market.settle();
    expect(await at.openWork(id)).toMatchObject({ id: work.id, status: 'ACCEPTED' });
    expect((await market.taken()).reserved).toEqual({ 'HAT@lyon': 2 });
    expect(await market.broken()).toEqual([]);
  });

  it('is refused with its field named, and changes nothing', async () => {
    await using market = await open();
    const { at, id, work } = await atLyon(market);
    const cases: [object, object][] = [
      [{ reason: ' ' }, { code: 'INVALID_INPUT', path: ['input', 'reason'] }],
      [{ locationId: 'lyon' }, { code: 'INVALID_INPUT', path: ['input', 'locationId'] }],
      [{ locationId: 'nowhere' }, { code: 'NOT_FOUND', path: ['input', 'locationId'] }],
      [{ locationId: 'brest' }, { code: 'INSUFFICIENT_STOCK', path: ['input', 'locationId'], sku: 'HAT' }],
      [{ expectedVersion: 9 }, { code: 'VERSION_CONFLICT', actualVersion: 1 }],
      [{ id: 'ful_none' }, { code: 'NOT_FOUND', path: ['input', 'id'] }],
    ];
    for (const [more, refusal] of cases) {
      expect(await move(at, work, more), JSON.stringify(more)).toMatchObject({
        fulfillmentOrder: null,
        userErrors: [refusal],
      });
    }
    await market.settle();
    expect(await at.openWork(id)).toEqual(work);
    expect((await market.taken()).reserved).toEqual({ 'HAT@lyon': 2 });
    expect(await market.broken()).toEqual([]);
  });

  it('is for head office only, and never moves a collection', async () => {
    await using market = await open();
    const { at, work } = await atLyon(market);
    const input = { ...target(work), locationId: 'nice', reason: 'Nobody is in' };
    await expect(at.change('reassignFulfillmentOrder', input, aCaller('store-staff'))).rejects.toThrow();
    const seen = await market.ask<{ fulfillmentOrder: Work }>(
      'query ($id: ID!) { fulfillmentOrder(id: $id) { availableActions } }',
      { id: work.id },
      aCaller('store-staff', { locationIds: ['lyon'] }),
    );
    expect(seen.fulfillmentOrder.availableActions).toEqual(['ACCEPT', 'REJECT']);
    const collected = await at.placed(anOrder([{ sku: 'HAT', quantity: 1 }], { groups: [collection('lyon')] }));
    const refused = await move(at, await at.openWork(collected));
    expect(refused.userErrors).toMatchObject([{ code: 'INVALID_STATE', currentState: 'OFFERED' }]);
  });
});
