import { hangs, says, status } from '@passerelle/exits/testing';
import { aCaller } from '@passerelle/testing';
import { beforeEach, describe, expect, it } from 'vitest';
import { collection } from '../../test/an-order.ts';
import { place, read, timeline } from '../../test/selling.ts';
import { openWithExits, paidShirt, shelves, shirt } from '../../test/with-exits.ts';

const { market, service, clock, use, after, told, callsOf, notedOn } = await openWithExits(shelves);
beforeEach(() => use({}));

type Refused = { placeOrder: { order: null; userErrors: { code: string; exitReason: string; message: string }[] } };
const tryToPlace = (input: object) =>
  market.ask<Refused>(
    `mutation ($input: PlaceOrderInput!) { placeOrder(input: $input) { order { id }
      userErrors { __typename ... on UserError { code message path } ... on UserExitRejectedError { exitReason } } } }`,
    { input },
    aCaller('storefront'),
  );
const placementStatements = async () => {
  market.statements.length = 0;
  await place(market, paidShirt());
  return market.statements.length;
};

describe('an exit that screens orders', () => {
  it('costs nothing when none is set', async () => {
    // The first order of a process asks PostgreSQL about types, too.
    await placementStatements();
    const before = await placementStatements();
    await use({ 'fraud.screen': { mode: 'OFF' } });
    expect(await placementStatements()).toBe(before);
    expect(market.statements.filter((text) => text.includes('exit_calls'))).toEqual([]);
    expect(service.calls.length).toBe(0);
  });

  it('approves: the order goes on, and tells who said so and how long it took', async () => {
    await use({ 'fraud.screen': {} }, after(84, says({ decision: 'CONTINUE' })));
    const order = await place(market, paidShirt());
    expect(order.status).toBe('OPEN');
    expect(await notedOn(order)).toEqual(['User exit fraud.screen answered CONTINUE in 84 ms.']);
    expect((await timeline(market, order)).find(({ type }) => type === 'exit.called')?.actor).toBe('exit:fraud.screen');
    expect((await callsOf(order)).userExits).toEqual([
      {
        name: 'fraud.screen',
        outcome: 'APPLIED',
        decision: 'CONTINUE',
        reasons: [],
        failure: null,
        isShadow: false,
        differs: null,
        durationMs: 84,
        inputHash: expect.stringMatching(/^[0-9a-f]{64}$/),
      },
    ]);
    expect(told()).toMatchObject({
      exit: 'fraud.screen',
      context: { channelId: 'chn_web' },
      input: {
        orderId: order.id,
        total: { amount: '25.00', currency: 'EUR' },
        lines: [{ sku: 'SHIRT', quantity: 1 }],
        groups: [{ method: 'DELIVERY', destination: { countryCode: 'FR', postalCode: '69002', city: 'Lyon' } }],
      },
    });
    // Enough to judge by, and no street, name or card.
    expect(JSON.stringify(told())).not.toMatch(/quai de Saône|Petit/);
  });

  it('refuses: the shop is told why, again under the same key, and nothing is left behind', async () => {
    await use(
      { 'fraud.screen': {} },
      says({ decision: 'REJECT', reasons: [{ code: 'STOLEN_CARD', message: 'Reported' }] }),
    );
    const before = await market.taken();
    const input = shirt({ groups: [collection('lyon')] });
    const refused = (await tryToPlace(input)).placeOrder;
    expect(refused).toMatchObject({
      order: null,
      userErrors: [
        {
          __typename: 'UserExitRejectedError',
          code: 'USER_EXIT_REJECTED',
          exitReason: 'STOLEN_CARD',
          message: 'The user exit fraud.screen refuses: Reported.',
          path: null,
        },
      ],
    });
    const asked = service.calls.length;
    expect((await tryToPlace(input)).placeOrder).toEqual(refused);
    expect(service.calls).toHaveLength(asked);
    expect(await market.taken()).toEqual(before);
    expect(
      await market.orders.sql`select decision from exit_calls where reasons @> '[{"code": "STOLEN_CARD"}]'`,
    ).toEqual([{ decision: 'REJECT' }]);
    expect(await market.broken()).toEqual([]);
  });

  it('asks for a look: the order is taken and held, its stock kept, and goes on when the hold ends', async () => {
    await use(
      { 'order.validate': {}, 'fraud.screen': {} },
      says({ decision: 'MODIFY', output: { attributes: [{ key: 'erp.docType', value: 'ZOR' }] } }),
      says({ decision: 'HOLD', reasons: [{ code: 'VELOCITY', message: 'Five orders within an hour' }] }),
    );
    const order = await place(market, paidShirt());
    const { order: seen } = await market.ask<{ order: Record<string, unknown> & { holds: { id: string }[] } }>(
      `query ($id: ID!) { order(id: $id) { status privateAttributes { key value } fulfillmentOrders { status }
        holds { id reason note } } }`,
      order,
    );
    expect(seen).toEqual({
      status: 'ON_HOLD',
      privateAttributes: [{ key: 'erp.docType', value: 'ZOR' }],
      fulfillmentOrders: [{ status: 'ON_HOLD' }],
      holds: [{ id: expect.any(String), reason: 'FRAUD_REVIEW', note: 'Five orders within an hour' }],
    });
    expect(order.status).toBe('ON_HOLD');
    expect((await timeline(market, order)).map(({ message }) => message)).toEqual([
      expect.stringContaining('Placed in channel'),
      'User exit order.validate answered MODIFY in 0 ms.',
      'User exit fraud.screen answered HOLD in 0 ms: VELOCITY.',
      'Held: FRAUD_REVIEW, Five orders within an hour.',
    ]);
    await market.ask(
      'mutation ($input: ReleaseOrderHoldInput!) { releaseOrderHold(input: $input) { userErrors { __typename } } }',
      { input: { orderId: order.id, holdId: seen.holds[0]?.id } },
    );
    expect(await read(market, order)).toMatchObject({ status: 'OPEN', fulfillmentOrders: [{ status: 'OFFERED' }] });
    expect(await market.broken()).toEqual([]);
  });

  it.each([
    ['OPEN', 'OPEN', [], 'User exit fraud.screen fell back after 0 ms: SERVER_ERROR; OPEN decided.'],
    ['HOLD', 'ON_HOLD', ['FRAUD_REVIEW'], 'User exit fraud.screen fell back after 0 ms: SERVER_ERROR; HOLD decided.'],
  ])('falls back as its policy %s says', async (onFailure, expected, holds, said) => {
    await use({ 'fraud.screen': { onFailure } }, status(500));
    const order = await place(market, paidShirt());
    expect(order.status).toBe(expected);
    const open = await market.orders.sql`select reason from order_holds where order_id = ${order.id}`;
    expect(open.map(({ reason }) => reason)).toEqual(holds);
    expect(await notedOn(order)).toEqual([said]);
  });

  it('is not waited for longer than its budget, and refuses when that is its policy', async () => {
    await use({ 'order.validate': { onFailure: 'CLOSED', budgetMs: 400 } }, hangs);
    const before = service.calls.length;
    const placed = tryToPlace(shirt());
    await service.called(before + 1);
    clock.pass(400);
    expect((await placed).placeOrder.userErrors).toMatchObject([
      { code: 'USER_EXIT_REJECTED', exitReason: 'TIMED_OUT' },
    ]);
  });

  it('holds no connection of the database while it is waited for', async () => {
    const waiting: (() => void)[] = [];
    await use({ 'fraud.screen': { onFailure: 'OPEN' } }, (response, call) => {
      waiting.push(() => says({ decision: 'CONTINUE' })(response, call));
    });
    const before = service.calls.length;
    // More than the pool has connections.
    const placed = Array.from({ length: 12 }, () => place(market, shirt()));
    await service.called(before + 12);
    const rows = await market.network.sql`
      select count(*)::integer as open from pg_stat_activity
      where datname = current_database() and state = 'idle in transaction'`;
    for (const go of waiting) go();
    expect(rows).toEqual([{ open: 0 }]);
    expect((await Promise.all(placed)).map(({ status: at }) => at)).toEqual(Array(12).fill('OPEN'));
  });

  it('in the shadow is asked when the order is placed, compared, and followed by nobody', async () => {
    await use(
      { 'fraud.screen': { mode: 'SHADOW' } },
      after(40, says({ decision: 'REJECT', reasons: [{ code: 'OLD', message: 'x' }] })),
    );
    const before = service.calls.length;
    const order = await place(market, paidShirt());
    expect(order.status).toBe('OPEN');
    expect(service.calls).toHaveLength(before);
    await market.settle();
    expect(told()).toMatchObject({ dryRun: true, input: { orderId: order.id } });
    expect(await notedOn(order)).toEqual([
      'User exit fraud.screen, in the shadow, answered REJECT in 40 ms: OLD; here it was CONTINUE.',
    ]);
    expect((await callsOf(order)).userExits).toMatchObject([{ isShadow: true, differs: true, decision: 'REJECT' }]);
    expect((await read(market, order)).status).toBe('OPEN');
  });
});
