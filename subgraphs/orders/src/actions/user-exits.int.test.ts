import { createExits, readExits } from '@passerelle/exits';
import { hangs, type Script, says, scriptedService, status, stoppedClock } from '@passerelle/exits/testing';
import { aCaller } from '@passerelle/testing';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { anOrder, collection } from '../../test/an-order.ts';
import { type Market, openMarket } from '../../test/market.ts';
import { demoPayment, place, read, ship, timeline } from '../../test/selling.ts';

const secrets = { SECRET: `whsec_${Buffer.alloc(24, 's').toString('base64')}` };
const clock = stoppedClock();
const service = await scriptedService();
const settings = (exits: Record<string, object>) => {
  const all = Object.entries(exits).map(([point, more]) => [
    point,
    { url: service.url, secretsFrom: ['SECRET'], ...more },
  ]);
  const file = { allowedAddresses: ['127.0.0.1'], exits: Object.fromEntries(all) };
  return readExits(JSON.stringify(file), secrets);
};
const exits = createExits(settings({}), { clock });
const use = (configured: Record<string, object>, ...scripts: Script[]) => {
  service.script(...scripts);
  return exits.replace(settings(configured));
};
const after =
  (ms: number, script: Script): Script =>
  (response, call) => {
    clock.pass(ms);
    script(response, call);
  };
/** The last call's body. */
const told = () => JSON.parse(service.calls.at(-1)?.body ?? '{}');

let market: Market;
beforeAll(async () => {
  market = await openMarket(
    {
      depot: { type: 'WAREHOUSE', stock: { SHIRT: 50, HAT: 1 } },
      lyon: { type: 'STORE', stock: { SHIRT: 50, HAT: 5 } },
      nice: { type: 'STORE', stock: { SHIRT: 50 } },
    },
    { exits },
  );
});
beforeEach(async () => {
  await use({});
});
afterAll(async () => {
  await market[Symbol.asyncDispose]();
  await exits.close();
  await service[Symbol.asyncDispose]();
});

const shirt = (more: Record<string, unknown> = {}) => anOrder([{ sku: 'SHIRT', quantity: 1 }], more);
const paid = () => shirt({ payment: demoPayment('25.00') });
const exitFields = 'name outcome decision reasons failure isShadow differs durationMs inputHash';
const callsOf = async ({ id }: { readonly id: string }) =>
  (
    await market.ask<{ order: { userExits: object[]; routingDecisions: { strategy: string; userExits: object[] }[] } }>(
      `query ($id: ID!) { order(id: $id) { userExits { ${exitFields} }
        routingDecisions { strategy userExits { name outcome durationMs } } } }`,
      { id },
    )
  ).order;
const told1 = async (order: { readonly id: string }) =>
  (await timeline(market, order)).filter(({ type }) => type === 'exit.called').map(({ message }) => message);
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
  await place(market, paid());
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
    const order = await place(market, paid());
    expect(order.status).toBe('OPEN');
    expect(await told1(order)).toEqual(['User exit fraud.screen answered CONTINUE in 84 ms.']);
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
    const order = await place(market, paid());
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
    const order = await place(market, paid());
    expect(order.status).toBe(expected);
    const open = await market.orders.sql`select reason from order_holds where order_id = ${order.id}`;
    expect(open.map(({ reason }) => reason)).toEqual(holds);
    expect(await told1(order)).toEqual([said]);
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
    const order = await place(market, paid());
    expect(order.status).toBe('OPEN');
    expect(service.calls).toHaveLength(before);
    await market.settle();
    expect(told()).toMatchObject({ dryRun: true, input: { orderId: order.id } });
    expect(await told1(order)).toEqual([
      'User exit fraud.screen, in the shadow, answered REJECT in 40 ms: OLD; here it was CONTINUE.',
    ]);
    expect((await callsOf(order)).userExits).toMatchObject([{ isShadow: true, differs: true, decision: 'REJECT' }]);
    expect((await read(market, order)).status).toBe('OPEN');
  });
});

describe('an exit that ranks locations', () => {
  it('is followed, and the decision names it', async () => {
    await use(
      { 'sourcing.rank': {} },
      after(12, says({ decision: 'MODIFY', output: { locationIds: ['nice', 'lyon'] } })),
    );
    const order = await place(market, paid());
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
    const order = await place(market, paid());
    expect(order.fulfillmentOrders).toMatchObject([{ location: { id: 'depot' } }]);
    expect((await callsOf(order)).routingDecisions).toMatchObject([
      { strategy: 'fewest-parcels', userExits: [{ name: 'sourcing.rank', outcome }] },
    ]);
  });

  it('in the shadow is compared with whom we chose', async () => {
    const ranking = (...locationIds: string[]) => says({ decision: 'MODIFY', output: { locationIds } });
    await use({ 'sourcing.rank': { mode: 'SHADOW' } }, ranking('nice', 'depot'), ranking('depot', 'nice'));
    const [other, same] = [await place(market, paid()), await place(market, paid())];
    await market.settle();
    const differences = [...(await callsOf(other)).userExits, ...(await callsOf(same)).userExits];
    expect(differences).toHaveLength(2);
    expect(differences.filter((call) => (call as { differs: boolean }).differs)).toHaveLength(1);
    expect(other.fulfillmentOrders).toMatchObject([{ location: { id: 'depot' } }]);
  });
});

describe('an exit before money is captured', () => {
  it('has it wait, and is asked again when it has waited', async () => {
    const order = await place(market, paid());
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
    expect(await told1(order)).toEqual([
      'User exit payment.before-capture answered DEFER in 0 ms: CHECKING.',
      'User exit payment.before-capture answered CONTINUE in 0 ms.',
    ]);
    expect(await market.broken()).toEqual([]);
  });

  it.each([
    ['OPEN', '25.00'],
    ['CLOSED', '0.00'],
  ])('that does not answer: %s', async (onFailure, captured) => {
    const order = await place(market, paid());
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
    const order = await place(market, paid());
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
    expect(await told1(order)).toEqual(['User exit carrier.select answered MODIFY in 0 ms.']);
  });

  it('leaves the carrier as it is when it does not answer', async () => {
    const order = await place(market, paid());
    await use({ 'carrier.select': {} }, says('nonsense'));
    await ship(market, order);
    expect(await shipped(order)).toEqual([{ carrier: 'Colissimo', service: null }]);
    expect(await told1(order)).toEqual([
      'User exit carrier.select fell back after 0 ms: INVALID_ANSWER; OPEN decided.',
    ]);
  });
});
