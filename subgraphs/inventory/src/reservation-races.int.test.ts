import { describe, expect, it } from 'vitest';
import { aNetwork, aStore, aWarehouse, faults } from '../test/a-network.ts';
import { hold, shopper, statusOf, take } from '../test/holds-of.ts';

describe('many carts and orders at once', () => {
  it('sell each of 50 units over five locations once, however many ask', async () => {
    const places = ['loc_w', 'loc_1', 'loc_2', 'loc_3', 'loc_4'];
    await using graph = await aNetwork([aWarehouse('loc_w'), ...places.slice(1).map((id) => aStore(id))], {
      SHIRT: Object.fromEntries(places.map((id) => [id, 10])),
    });
    const outcomes = await Promise.all(
      Array.from({ length: 300 }, async (_, index) => {
        if (index % 3 > 0) {
          const held = await hold(graph, { lines: [{ sku: 'SHIRT', quantity: 1 }] });
          return held.reservation ? 1 : 0;
        }
        const locationId = places[index % places.length];
        const line = { orderLineId: 'oln_1', sku: 'SHIRT', quantity: 1, locationId };
        const allocated = await take(graph, { orderId: `ord_${index}`, lines: [line] });
        return allocated.reservations.length;
      }),
    );
    expect(outcomes.reduce((sum, units) => sum + units, 0)).toBe(50);
    const [total] = await graph.database.sql`select sum(reserved)::integer as reserved from stock_levels`;
    expect(total?.reserved).toBe(50);
    expect(await faults(graph)).toEqual([]);
  });

  it('hold carts of two items in opposite order without an error', async () => {
    await using graph = await aNetwork([aWarehouse('loc_w'), aStore('loc_1')], {
      A: { loc_w: 40, loc_1: 40 },
      B: { loc_w: 40, loc_1: 40 },
    });
    const line = (sku: string) => ({ sku, quantity: 1 });
    const results = await Promise.all(
      Array.from({ length: 80 }, (_, index) =>
        hold(graph, { lines: index % 2 ? [line('A'), line('B')] : [line('B'), line('A')] }),
      ),
    );
    expect(results.filter(({ reservation }) => reservation).length).toBe(80);
    expect(await faults(graph)).toEqual([]);
  });
});

it('ends every hold whose time is over, and none that was kept or bought meanwhile, though two look at once', async () => {
  await using graph = await aNetwork([aWarehouse('loc_w'), aStore('loc_1')], { SHIRT: { loc_w: 300, loc_1: 300 } });
  const line = { sku: 'SHIRT', quantity: 1 };
  const held = await Promise.all(Array.from({ length: 430 }, () => hold(graph, { lines: [line] })));
  const ids = held.map(({ reservation }) => reservation?.id as string);
  const [kept, bought, locked, ...others] = ids as [string, string, string, ...string[]];
  await graph.ask(
    'mutation E($input: ExtendReservationInput!) { extendReservation(input: $input) { userErrors { __typename } } }',
    { input: { id: kept, holdFor: 'PT40M' } },
    shopper,
  );
  await take(graph, {
    orderId: 'ord_1',
    reservationId: bought,
    lines: [{ orderLineId: 'oln_1', ...line, locationId: 'loc_w' }],
  });
  graph.clock.advance({ minutes: 16 });
  await graph.database.sql.begin(async (sql) => {
    await sql`select from reservations where id = ${locked} for update`;
    // Whoever pays at this moment keeps nobody else's units from being given back.
    await Promise.all([graph.settle(), graph.settle()]);
  });
  const states = new Set(await Promise.all(others.map((id) => statusOf(graph, id))));
  expect([...states]).toEqual(['EXPIRED']);
  expect(await Promise.all([kept, bought, locked].map((id) => statusOf(graph, id)))).toEqual([
    'HELD',
    'ALLOCATED',
    'HELD',
  ]);
  const late = await take(graph, {
    orderId: 'ord_2',
    reservationId: locked,
    lines: [{ orderLineId: 'oln_1', ...line, locationId: 'loc_w' }],
  });
  expect(late.userErrors).toMatchObject([{ code: 'RESERVATION_EXPIRED' }]);
  await graph.settle();
  expect(await statusOf(graph, locked)).toBe('EXPIRED');
  const [total] = await graph.database.sql`select sum(reserved)::integer as reserved from stock_levels`;
  expect(total?.reserved).toBe(2);
  expect(await faults(graph)).toEqual([]);
});
