import { aCaller } from '@passerelle/testing';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { aNetwork, aStore, aWarehouse, faults, type NetworkGraph } from '../test/a-network.ts';
import { hold, levelAt, nextKey, type Problem, shopper, statusOf, take } from '../test/holds-of.ts';

describe('a cart', () => {
  let graph: NetworkGraph;
  beforeAll(async () => {
    graph = await aNetwork(
      [aWarehouse('loc_w'), aStore('loc_big'), aStore('loc_small'), aStore('loc_shut', { status: 'INACTIVE' })],
      {
        SHIRT: { loc_w: 3, loc_big: 9, loc_small: 2, loc_shut: 50 },
        SCARF: { loc_big: 4 },
        HAT: { loc_big: { onHand: 5, blocked: 2 } },
      },
    );
  });
  afterAll(() => graph[Symbol.asyncDispose]());

  it('is drawn from warehouses first, then from the store with the most units, and shows no location', async () => {
    const { reservation } = await hold(graph, { lines: [{ sku: 'SHIRT', quantity: 5 }] });
    expect(reservation?.lines).toEqual([{ sku: 'SHIRT', quantity: 5 }]);
    expect(await levelAt(graph, 'SHIRT', 'loc_w')).toEqual({ onHand: 3, reserved: 3, blocked: 0 });
    expect(await levelAt(graph, 'SHIRT', 'loc_big')).toEqual({ onHand: 9, reserved: 2, blocked: 0 });
    const shown = await graph.ask<{ reservation: unknown }>(
      'query R($id: ID!) { reservation(id: $id) { lines { location { id } } cartReference order { id } } }',
      { id: reservation?.id },
    );
    expect(shown.reservation).toEqual({ lines: [{ location: null }], cartReference: 'cart', order: null });

    await graph.pass({ minutes: 14 });
    expect(await statusOf(graph, reservation?.id as string)).toBe('HELD');
    await graph.pass({ minutes: 2 });
    expect(await statusOf(graph, reservation?.id as string)).toBe('EXPIRED');
    expect(await levelAt(graph, 'SHIRT', 'loc_w')).toEqual({ onHand: 3, reserved: 0, blocked: 0 });
    expect(await faults(graph)).toEqual([]);
  });

  it('of a collector is held at the store of collection alone', async () => {
    const { reservation } = await hold(graph, {
      pickupLocationId: 'loc_small',
      lines: [{ sku: 'SHIRT', quantity: 2 }],
    });
    expect(await levelAt(graph, 'SHIRT', 'loc_small')).toEqual({ onHand: 2, reserved: 2, blocked: 0 });
    const more = await hold(graph, { pickupLocationId: 'loc_small', lines: [{ sku: 'SHIRT', quantity: 1 }] });
    expect(more.userErrors).toMatchObject([{ code: 'INSUFFICIENT_STOCK', availableQuantity: 0 }]);
    await release(reservation?.id as string);
  });

  it('gets what there is when it allows so, and nothing when there is nothing', async () => {
    const part = await hold(graph, { allowPartial: true, lines: [{ sku: 'HAT', quantity: 7 }] });
    expect(part.reservation?.lines).toEqual([{ sku: 'HAT', quantity: 3 }]);
    const none = await hold(graph, { allowPartial: true, lines: [{ sku: 'HAT', quantity: 1 }] });
    expect(none.userErrors).toMatchObject([{ code: 'INSUFFICIENT_STOCK', availableQuantity: 0 }]);
    await release(part.reservation?.id as string);
  });

  it('is held once for an idempotency key, which no other cart may use', async () => {
    const input = { idempotencyKey: nextKey(), lines: [{ sku: 'SCARF', quantity: 1 }] };
    const [first, second] = [await hold(graph, input), await hold(graph, input)];
    expect(second).toEqual(first);
    expect(await levelAt(graph, 'SCARF', 'loc_big')).toMatchObject({ reserved: 1 });
    const reused = await hold(graph, { ...input, lines: [{ sku: 'SCARF', quantity: 2 }] });
    expect(reused.userErrors).toMatchObject([{ code: 'IDEMPOTENCY_KEY_REUSED', path: ['input', 'idempotencyKey'] }]);
    await release(first.reservation?.id as string);
  });

  it('leaves protected units where they are', async () => {
    const heard = (units: number) =>
      expect
        .poll(() =>
          graph.ask(`{ inventoryItem(sku: "SCARF") { levels { nodes { quantities { protected available } } } } }`),
        )
        .toEqual({
          inventoryItem: { levels: { nodes: [{ quantities: { protected: units, available: 4 - units } }] } },
        });
    await graph.database.sql`
      insert into protection_rules (id, skus, quantity, valid_from)
      values ('prt_1', '{SCARF}', 3, ${graph.clock.now()})`;
    await graph.database.sql`notify protection_changed`;
    await heard(3);
    const refused = await hold(graph, { lines: [{ sku: 'SCARF', quantity: 2 }] });
    expect(refused.userErrors).toMatchObject([{ code: 'INSUFFICIENT_STOCK', availableQuantity: 1 }]);
    await graph.database.sql`delete from protection_rules`;
    await graph.database.sql`notify protection_changed`;
    await heard(0);
  });

  it('may be kept for two hours at most, and not after it lapsed', async () => {
    const extend = (id: string, holdFor: string) =>
      graph
        .ask<{ extendReservation: { reservation: { expiresAt: string } | null; userErrors: Problem[] } }>(
          `mutation E($input: ExtendReservationInput!) { extendReservation(input: $input) {
            reservation { expiresAt } userErrors { ... on UserError { code path message } } } }`,
          { input: { id, holdFor } },
          shopper,
        )
        .then((data) => data.extendReservation);
    const start = graph.clock.now();
    const { reservation } = await hold(graph, { lines: [{ sku: 'SCARF', quantity: 1 }] });
    const id = reservation?.id as string;
    for (const minutes of [10, 50, 50]) {
      expect((await extend(id, 'PT1H')).userErrors).toEqual([]);
      await graph.pass({ minutes });
    }
    const last = await extend(id, 'PT1H');
    expect(last.reservation?.expiresAt).toBe(new Date(start.getTime() + 120 * 60_000).toISOString());
    await graph.pass({ minutes: 11 });
    expect(await extend(id, 'PT5M')).toMatchObject({
      reservation: null,
      userErrors: [{ code: 'RESERVATION_EXPIRED' }],
    });
    expect(await extend('rsv_no', 'PT5M')).toMatchObject({
      userErrors: [{ code: 'NOT_FOUND', path: ['input', 'id'] }],
    });
    expect(await extend(id, 'PT2H')).toMatchObject({
      userErrors: [{ code: 'INVALID_INPUT', path: ['input', 'holdFor'] }],
    });
    expect(await faults(graph)).toEqual([]);
  });

  async function release(id: string) {
    return await graph.ask<{ releaseReservation: { reservation: { status: string } | null; userErrors: Problem[] } }>(
      `mutation L($input: ReleaseReservationInput!) { releaseReservation(input: $input) {
        reservation { status } userErrors { ... on UserError { code path } } } }`,
      { input: { id } },
      shopper,
    );
  }

  it('is its own shopper’s: another one is told what is told of none, and staff sees it', async () => {
    const { reservation } = await hold(graph, { lines: [{ sku: 'SCARF', quantity: 1 }] });
    const id = reservation?.id as string;
    const all = `query R($id: ID!) { reservation(id: $id) { id } _entities(representations: [{__typename: "Reservation", id: $id}]) { __typename } }`;
    const changes = [
      'extendReservation(input: {id: $id, holdFor: "PT5M"})',
      'releaseReservation(input: {id: $id})',
    ].map(
      (change) =>
        `mutation C($id: ID!) { ${change} { reservation { id } userErrors { ... on UserError { code message path } } } }`,
    );
    const stranger = { ...shopper, subject: 'another shopper' };
    for (const query of [all, ...changes]) {
      const told = async (of: string) =>
        JSON.stringify(await graph.ask(query, { id: of }, stranger)).replaceAll(of, 'this one');
      expect(await told(id)).toBe(await told('rsv_no'));
    }
    for (const caller of [shopper, aCaller('store-staff'), aCaller('storefront')]) {
      expect(await graph.ask('query R($id: ID!) { reservation(id: $id) { id } }', { id }, caller)).toEqual({
        reservation: { id },
      });
    }
    await release(id);
  });

  it('gives its units back, again without harm, but not once an order has them', async () => {
    const { reservation } = await hold(graph, { lines: [{ sku: 'SCARF', quantity: 1 }] });
    const id = reservation?.id as string;
    expect((await release(id)).releaseReservation).toEqual({ reservation: { status: 'RELEASED' }, userErrors: [] });
    expect((await release(id)).releaseReservation.userErrors).toEqual([]);
    expect((await release('rsv_no')).releaseReservation.userErrors).toMatchObject([{ code: 'NOT_FOUND' }]);

    const held = await hold(graph, { lines: [{ sku: 'SCARF', quantity: 1 }] });
    const line = { orderLineId: 'oln_1', sku: 'SCARF', quantity: 1, locationId: 'loc_big' };
    await take(graph, { orderId: 'ord_kept', reservationId: held.reservation?.id, lines: [line] });
    expect((await release(held.reservation?.id as string)).releaseReservation.userErrors).toMatchObject([
      { code: 'INVALID_STATE' },
    ]);
    expect(await faults(graph)).toEqual([]);
  });
});
