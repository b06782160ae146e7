import { readOperation } from '@passerelle/contracts/operations';
import { aCaller } from '@passerelle/testing';
import { beforeEach, describe, expect, it } from 'vitest';
import type { NetworkGraph } from '../test/a-network.ts';
import { aGraphForOrders, line, ordersOf } from '../test/orders-of.ts';

const holdCart = readOperation('storefront', 'HoldCart');

let graph: NetworkGraph;
let { allocate, release, issue, level, reservationsOf } = {} as ReturnType<typeof ordersOf>;
beforeEach(async () => {
  graph = await aGraphForOrders();
  ({ allocate, release, issue, level, reservationsOf } = ordersOf(graph));
});

describe('allocating an order', () => {
  it('makes one reservation a location, and the same ones when asked again', async () => {
    const lines = [
      line('oln_1', 'SHIRT', 3, 'loc_w'),
      line('oln_2', 'HAT', 2, 'loc_w'),
      line('oln_1', 'SHIRT', 2, 'loc_1'),
    ];
    const first = await allocate({ lines });
    expect(
      first.reservations.map(({ lines: held }) =>
        held.map(({ sku, quantity, location }) => [sku, quantity, location.id]),
      ),
    ).toEqual([
      [
        ['SHIRT', 3, 'loc_w'],
        ['HAT', 2, 'loc_w'],
      ],
      [['SHIRT', 2, 'loc_1']],
    ]);
    expect(await allocate({ lines })).toEqual(first);
    expect(await level('SHIRT', 'loc_w')).toEqual({ onHand: 10, reserved: 3, blocked: 0 });
    expect(await reservationsOf('ord_1')).toHaveLength(2);
  });

  it('happens once when two calls come at the same time', async () => {
    const lines = [line('oln_1', 'SHIRT', 3, 'loc_w')];
    const [first, second] = await Promise.all([allocate({ lines }), allocate({ lines })]);
    expect(first).toEqual(second);
    expect(await level('SHIRT', 'loc_w')).toMatchObject({ reserved: 3 });
  });

  it('takes over what its cart held and gives back the rest, while nobody can come between', async () => {
    const held = await graph.ask<{ reserveStock: { reservation: { id: string } } }>(
      holdCart,
      {
        input: {
          idempotencyKey: 'a-key-of-a-cart',
          channelId: 'chn_web',
          cartReference: 'cart',
          lines: [{ sku: 'SHIRT', quantity: 12 }],
        },
      },
      aCaller('shopper'),
    );
    const reservationId = held.reserveStock.reservation.id;
    expect(await level('SHIRT', 'loc_w')).toMatchObject({ reserved: 10 });
    const lines = [line('oln_1', 'SHIRT', 9, 'loc_w'), line('oln_1', 'SHIRT', 3, 'loc_1')];
    const { reservations, userErrors } = await allocate({ reservationId, lines });
    expect(userErrors).toEqual([]);
    expect(reservations[0]?.id).toBe(reservationId);
    expect(await level('SHIRT', 'loc_w')).toMatchObject({ reserved: 9 });
    expect(await level('SHIRT', 'loc_1')).toMatchObject({ reserved: 3 });
    await graph.pass({ hours: 3 });
    expect((await reservationsOf('ord_1')).map(({ status }) => status)).toEqual(['ALLOCATED', 'ALLOCATED']);
  });

  it('is refused once its cart reservation lapsed', async () => {
    const held = await graph.ask<{ reserveStock: { reservation: { id: string } } }>(
      holdCart,
      {
        input: {
          idempotencyKey: 'another-key-of-a-cart',
          channelId: 'chn_web',
          cartReference: 'cart',
          lines: [{ sku: 'SHIRT', quantity: 1 }],
        },
      },
      aCaller('shopper'),
    );
    const reservationId = held.reserveStock.reservation.id;
    await graph.pass({ minutes: 16 });
    const refused = await allocate({ reservationId, lines: [line('oln_1', 'SHIRT', 1, 'loc_w')] });
    expect(refused).toMatchObject({
      reservations: [],
      userErrors: [{ code: 'RESERVATION_EXPIRED', path: ['input', 'reservationId'] }],
    });
  });

  it('takes all lines or none, and may be tried again with other locations', async () => {
    const short = [line('oln_1', 'SHIRT', 2, 'loc_w'), line('oln_2', 'HAT', 5, 'loc_w')];
    expect(await allocate({ lines: short })).toMatchObject({
      reservations: [],
      userErrors: [{ code: 'INSUFFICIENT_STOCK', path: ['input', 'lines', '1', 'quantity'], availableQuantity: 4 }],
    });
    expect(await level('SHIRT', 'loc_w')).toMatchObject({ reserved: 0 });
    expect((await allocate({ lines: [line('oln_2', 'HAT', 4, 'loc_w')] })).userErrors).toEqual([]);
  });
});

describe('releasing an order', () => {
  beforeEach(async () => {
    await allocate({ lines: [line('oln_1', 'SHIRT', 3, 'loc_w'), line('oln_2', 'HAT', 2, 'loc_w')] });
  });

  it('gives back some lines or all, and nothing the second time', async () => {
    expect(await release({ orderLineIds: ['oln_2'] })).toBe(2);
    expect(await release({ orderLineIds: ['oln_2'] })).toBe(0);
    expect(await release()).toBe(3);
    expect(await release()).toBe(0);
    expect(await reservationsOf('ord_1')).toMatchObject([{ status: 'RELEASED' }]);
    expect(await level('SHIRT', 'loc_w')).toMatchObject({ reserved: 0 });
  });

  it('gives back what is more than a line keeps, and nothing the second time', async () => {
    const reductions = [{ orderLineId: 'oln_1', keptQuantity: 1 }];
    expect(await release({ reductions })).toBe(2);
    expect(await release({ reductions })).toBe(0);
    expect(await level('SHIRT', 'loc_w')).toMatchObject({ reserved: 1 });
    expect(await level('HAT', 'loc_w')).toMatchObject({ reserved: 2 });
  });

  it('that comes late leaves a newer allocation alone', async () => {
    await allocate({ revision: 2, lines: [line('oln_1', 'SHIRT', 1, 'loc_1')] });
    expect(await release({ revision: 1 })).toBe(5);
    expect(await level('SHIRT', 'loc_1')).toMatchObject({ reserved: 1 });
  });

  it('keeps what was issued', async () => {
    await issue({ lines: [line('oln_1', 'SHIRT', 2, 'loc_w')] });
    expect(await release()).toBe(3);
    expect(await reservationsOf('ord_1')).toMatchObject([{ status: 'ISSUED' }]);
    expect(await level('SHIRT', 'loc_w')).toEqual({ onHand: 8, reserved: 0, blocked: 0 });
  });
});
