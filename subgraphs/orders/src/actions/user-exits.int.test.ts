import { says, status } from '@passerelle/exits/testing';
import { beforeEach, describe, expect, it } from 'vitest';
import { anOrder } from '../../test/an-order.ts';
import { place, read, ship } from '../../test/selling.ts';
import { openWithExits, paidShirt, shelves } from '../../test/with-exits.ts';

const { market, use, after, told, callsOf, notedOn } = await openWithExits(shelves);
beforeEach(() => use({}));

describe('an exit that ranks locations', () => {
  it('is followed, and the decision names it', async () => {
    await use(
      { 'sourcing.rank': {} },
      after(12, says({ decision: 'MODIFY', output: { locationIds: ['nice', 'lyon'] } })),
    );
    const order = await place(market, paidShirt());
    expect(order.fulfillmentOrders).toMatchObject([{ location: { id: 'nice' } }]);
    expect(
      told()
        .input.candidates.map(({ locationId }: { locationId: string }) => locationId)
        .sort(),
    ).toEqual(['depot', 'lyon', 'nice']);
    expect((await callsOf(order)).routingDecisions).toEqual([
      {
        strategy: 'user exit sourcing.rank',
        userExits: [{ name: 'sourcing.rank', outcome: 'APPLIED', durationMs: 12 }],
      },
    ]);
  });

  it('does not lose an order by leaving out who has the goods', async () => {
    await use({ 'sourcing.rank': {} }, says({ decision: 'MODIFY', output: { locationIds: ['nice', 'nowhere'] } }));
    const order = await place(
      market,
      anOrder([
        { sku: 'HAT', quantity: 1 },
        { sku: 'SHIRT', quantity: 1 },
      ]),
    );
    expect(order.fulfillmentOrders.map(({ location }) => location.id).sort()).toEqual(['depot', 'nice']);
  });

  it.each([
    ['falls back', status(500), 'FELL_BACK'],
    ['has no opinion', status(204), 'DECLINED'],
  ])('leaves it to our own order when it %s', async (_title, script, outcome) => {
    await use({ 'sourcing.rank': {} }, script);
    const order = await place(market, paidShirt());
    expect(order.fulfillmentOrders).toMatchObject([{ location: { id: 'depot' } }]);
    expect((await callsOf(order)).routingDecisions).toMatchObject([
      { strategy: 'fewest-parcels', userExits: [{ name: 'sourcing.rank', outcome }] },
    ]);
  });

  it('in the shadow is compared with whom we chose', async () => {
    const ranking = (...locationIds: string[]) => says({ decision: 'MODIFY', output: { locationIds } });
    await use({ 'sourcing.rank': { mode: 'SHADOW' } }, ranking('nice', 'depot'), ranking('depot', 'nice'));
    const [other, same] = [await place(market, paidShirt()), await place(market, paidShirt())];
    await market.settle();
    const differences = [...(await callsOf(other)).userExits, ...(await callsOf(same)).userExits];
    expect(differences).toHaveLength(2);
    expect(differences.filter((call) => (call as { differs: boolean }).differs)).toHaveLength(1);
    expect(other.fulfillmentOrders).toMatchObject([{ location: { id: 'depot' } }]);
  });
});

describe('an exit before money is captured', () => {
  it('has it wait, and is asked again when it has waited', async () => {
    const order = await place(market, paidShirt());
    await use(
      { 'payment.before-capture': {} },
      says({ decision: 'DEFER', output: { delayMinutes: 90 }, reasons: [{ code: 'CHECKING', message: 'x' }] }),
      says({ decision: 'CONTINUE' }),
    );
    await ship(market, order);
    await market.settle();
    expect((await read(market, order)).totals.captured.amount).toBe('0.00');
    expect(told().input).toEqual({
      orderId: order.id,
      number: expect.any(String),
      captures: [{ amount: '25.00', currency: 'EUR' }],
    });
    await market.pass({ minutes: 91 });
    expect((await read(market, order)).totals.captured.amount).toBe('25.00');
    expect(await notedOn(order)).toEqual([
      'User exit payment.before-capture answered DEFER in 0 ms: CHECKING.',
      'User exit payment.before-capture answered CONTINUE in 0 ms.',
    ]);
    expect(await market.broken()).toEqual([]);
  });

  it.each([
    ['OPEN', '25.00'],
    ['CLOSED', '0.00'],
  ])('that does not answer: %s', async (onFailure, captured) => {
    const order = await place(market, paidShirt());
    await use({ 'payment.before-capture': { onFailure } }, status(429));
    await ship(market, order);
    await market.settle();
    expect((await read(market, order)).totals.captured.amount).toBe(captured);
  });
});

describe('an exit that chooses carriers', () => {
  const shipped = async (order: { readonly id: string }) =>
    market.orders.sql`select carrier, carrier_service as service from shipments where order_id = ${order.id}`;

  it('is followed when nobody has chosen a service', async () => {
    const order = await place(market, paidShirt());
    await use(
      { 'carrier.select': {} },
      says({ decision: 'MODIFY', output: { carrier: 'DHL', carrierService: 'EXPRESS' } }),
    );
    await ship(market, order);
    expect(await shipped(order)).toEqual([{ carrier: 'DHL', service: 'EXPRESS' }]);
    expect(told().input).toMatchObject({
      carrier: 'Colissimo',
      locationId: 'depot',
      lines: [{ sku: 'SHIRT', quantity: 1 }],
    });
    expect(await notedOn(order)).toEqual(['User exit carrier.select answered MODIFY in 0 ms.']);
  });

  it('leaves the carrier as it is when it does not answer', async () => {
    const order = await place(market, paidShirt());
    await use({ 'carrier.select': {} }, says('nonsense'));
    await ship(market, order);
    expect(await shipped(order)).toEqual([{ carrier: 'Colissimo', service: null }]);
    expect(await notedOn(order)).toEqual([
      'User exit carrier.select fell back after 0 ms: INVALID_ANSWER; OPEN decided.',
    ]);
  });
});
