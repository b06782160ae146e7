import { readOperation } from '@passerelle/contracts/operations';
import type { Caller } from '@passerelle/server';
import { aCaller } from '@passerelle/testing';
import { afterAll, expect, it } from 'vitest';
import { euros, mutation } from '../test/doors.ts';
import { operator, staff } from '../test/open-returns.ts';
import { openRealMarket } from '../test/real-market.ts';
import { shirts, shopper, storefront } from '../test/selling.ts';

const market = await openRealMarket();
const { graph, sqlOf, question, change, openPlace, placedOrder, collect, collectedOrder, receive, stockAt } = market;
const { find, askedBack, takenIn, restocked, payBack } = market;
const lyon = await openPlace('Lyon');
const nice = await openPlace('Nice', { isInChannel: false });
await graph.settle();
afterAll(market.close);

it('takes back in any shop what was collected in another, sells it again there, and pays it back', async () => {
  await receive(lyon, 'SHIRT', 5);
  const order = await collectedOrder(lyon);
  expect(await stockAt(lyon)).toEqual({ on_hand: 3, blocked: 0, reserved: 0 });

  const facts = 'query ($of: [_Any!]!) { _entities(representations: $of) { ... on OrderLine { returnableQuantity } } }';
  const line = { __typename: 'OrderLine', id: order.lineId, fulfilledQuantity: 2 };
  expect(await question('returns', facts, { of: [line] }, operator)).toEqual({
    _entities: [{ returnableQuantity: 2 }],
  });

  const { id, version, lines } = await askedBack(order, 2, lyon);
  const returnLineId = lines[0]?.id;
  const here = { id, locationId: nice };
  const scan = {
    ...here,
    idempotencyKey: 'take-back-1',
    expectedVersion: version,
    lines: [{ returnLineId, quantity: 2 }],
  };
  // The shop in Nice does not serve the web shop: a sharing policy must let it take back what that sold.
  type Refused = { receiveReturn: { userErrors: { code: string }[] } };
  const takeBack = readOperation('store-app', 'TakeBack');
  const refused = await question<Refused>('returns', takeBack, { input: scan }, staff);
  expect(refused.receiveReturn.userErrors).toMatchObject([{ code: 'LOCATION_NOT_ELIGIBLE' }]);
  await change('store-network', mutation('createSharingPolicy', 'policy { id }'), {
    idempotencyKey: 'take-back-anywhere',
    name: 'The web shop’s goods come back anywhere',
    kind: 'TAKE_BACK',
    effect: 'ALLOW',
    channels: { ids: ['chn_web'] },
    locations: { types: ['STORE'] },
  });
  await graph.settle();
  await takenIn(id, 2, nice);
  const inspected = {
    ...here,
    idempotencyKey: 'inspect-1',
    expectedVersion: (await find(id)).version,
    lines: [
      { returnLineId, quantity: 1, condition: 'AS_NEW', disposition: 'RESTOCK' },
      { returnLineId, quantity: 1, condition: 'WORN', disposition: 'REPAIR' },
    ],
  };
  await change('returns', readOperation('store-app', 'Inspect'), inspected, staff);
  expect(await stockAt(nice)).toEqual({ on_hand: 2, blocked: 1, reserved: 0 });
  expect((await payBack(id)).amount.amount).toBe('50.00');
  await graph.pass({ hours: 1 });
  expect(await find(id)).toMatchObject({ status: 'CLOSED', refunds: [{ status: 'SUCCEEDED' }] });
  // Everything that was captured went back: nothing is left for an appeasement.
  const appease = `mutation ($input: AppeaseOrderInput!) { appeaseOrder(input: $input) {
    refund { id } userErrors { ... on UserError { code } } } }`;
  const one = { idempotencyKey: 'appease-1', orderId: order.id, amount: euros('0.01'), reason: 'Sorry.' };
  expect(await question('returns', appease, { input: one }, staff)).toEqual({
    appeaseOrder: { refund: null, userErrors: [{ code: 'REFUND_TOO_LARGE' }] },
  });
  expect(await stockAt(nice)).toEqual({ on_hand: 2, blocked: 1, reserved: 0 });
});

it('takes back for a guest who knows the number of the order and the e-mail address', async () => {
  await receive(lyon, 'SHIRT', 2);
  const order = await collectedOrder(lyon);
  const [row] = await sqlOf('orders')`select number from orders where id = ${order.id}`;
  const query = `query ($number: String!, $email: String) { orderByNumber(number: $number, email: $email) { id lines { id } } }`;
  type Known = { orderByNumber: { id: string; lines: { id: string }[] } | null };
  const guest = aCaller('shopper', { customerId: null, subject: 'guest' });
  const known = async (email: string) =>
    (await question<Known>('orders', query, { number: row?.number, email }, guest)).orderByNumber;
  expect(await known('somebody@example.com')).toBeNull();
  const found = await known('camille@example.com');
  expect(found?.id).toBe(order.id);
  expect((await askedBack(order, 1, lyon, {}, storefront)).status).toBe('APPROVED');
});

it('takes back in a shop, without the receipt, what the card shown there paid for', async () => {
  await receive(lyon, 'SHIRT', 4);
  await collectedOrder(lyon);
  const sold = await collect(await placedOrder(lyon, 'tok_of_camille'));
  const inLyon = aCaller('store-staff', { locationIds: [lyon] });
  const query = `query ($filter: OrderFilter) { orders(filter: $filter, first: 5) { nodes { id lines { id } } } }`;
  type Found = { orders: { nodes: { id: string; lines: { id: string }[] }[] } };
  const paidBy = (cardToken: string, caller: Caller) =>
    question<Found>('orders', query, { filter: { cardToken } }, caller);
  await expect(paidBy('tok_of_camille', shopper)).rejects.toThrow('returns:process');
  await expect(paidBy('tok_of_camille', storefront)).rejects.toThrow('returns:process');
  expect((await paidBy('tok_of_nobody', inLyon)).orders.nodes).toEqual([]);
  const { nodes } = (await paidBy('tok_of_camille', inLyon)).orders;
  expect(nodes).toEqual([{ id: sold.id, lines: [{ id: sold.lineId }] }]);

  const asked = await askedBack(sold, 1, lyon, {}, inLyon);
  expect(asked.status).toBe('APPROVED');
  const before = (await stockAt(lyon)).on_hand;
  await restocked(asked.id, 1, lyon, inLyon);
  expect((await stockAt(lyon)).on_hand).toBe(before + 1);
});

const clerkOf = (locationId: string) => aCaller('store-staff', { locationIds: [locationId], subject: locationId });
const search = async (caller: Caller, known: Record<string, string | undefined>) => {
  const query = `query ($locationId: ID!, $number: String, $email: String, $cardToken: String) {
    ordersToTakeBack(locationId: $locationId, number: $number, email: $email, cardToken: $cardToken) {
      orderId number currency returnEligibility { isReturnable methods reasons }
      lines { orderLineId sku name fulfilledQuantity returnableQuantity returnEligibility { isReturnable } } } }`;
  type Answer = { ordersToTakeBack: { orderId: string }[] };
  const variables = { locationId: caller.locationIds?.[0], ...known };
  return (await question<Answer>('returns', query, variables, caller)).ordersToTakeBack;
};

it('lets a clerk of another shop find an order by what the shopper knows, and take its goods back', async () => {
  await receive(lyon, 'SHIRT', 2);
  const order = await collect(await placedOrder(lyon, 'tok_of_ines'));
  const [row] = await sqlOf('orders')`select number from orders where id = ${order.id}`;
  const number = row?.number;
  const clerk = clerkOf(nice);
  const byId = 'query ($id: ID!) { order(id: $id) { id } }';
  expect(await question('orders', byId, { id: order.id }, clerk)).toEqual({ order: null });

  const found = [
    {
      orderId: order.id,
      number,
      currency: 'EUR',
      returnEligibility: { isReturnable: true, methods: ['IN_STORE', 'CARRIER_DROP_OFF'], reasons: [] },
      lines: [
        {
          orderLineId: order.lineId,
          sku: 'SHIRT',
          name: 'Shirt',
          fulfilledQuantity: 2,
          returnableQuantity: 2,
          returnEligibility: { isReturnable: true },
        },
      ],
    },
  ];
  for (const known of [
    { number },
    { number, email: 'Camille@Example.com' },
    { number, cardToken: 'tok_of_ines' },
    { cardToken: 'tok_of_ines' },
    { email: 'camille@example.com', cardToken: 'tok_of_ines' },
  ]) {
    expect(await search(clerk, known)).toEqual(found);
  }
  const all = await search(clerk, { email: 'camille@example.com' });
  expect(all.map(({ orderId }) => orderId)).toContain(order.id);

  const asked = await askedBack(order, 1, nice, {}, clerk);
  const before = await stockAt(nice);
  await restocked(asked.id, 1, nice, clerk);
  expect(await stockAt(nice)).toEqual({ ...before, on_hand: before.on_hand + 1 });
  expect((await payBack(asked.id)).amount.amount).toBe('25.00');
  expect(await search(clerk, { number })).toMatchObject([{ lines: [{ returnableQuantity: 1 }] }]);
});

it('shows no clerk an order whose goods the shop may not take back, nor tells it from none', async () => {
  const metz = await openPlace('Metz', { services: ['CLICK_AND_COLLECT'], isInChannel: false });
  const order = await collect(await placedOrder(lyon, 'tok_of_noe', [shirts(1, 'SHIRT', '25.00')]));
  const [row] = await sqlOf('orders')`select number from orders where id = ${order.id}`;
  const number = row?.number;
  const clerk = clerkOf(metz);
  expect(await search(clerk, { number })).toEqual([]);
  expect(await search(clerk, { cardToken: 'tok_of_noe' })).toEqual([]);
  // Nobody asks on behalf of a shop somebody else works at.
  expect(await search(clerk, { number, locationId: lyon })).toEqual([]);
  expect(await search(clerkOf(nice), { number, email: 'somebody@example.com' })).toEqual([]);
  expect(await search(clerkOf(nice), { number, cardToken: 'tok_of_ines' })).toEqual([]);

  const text = mutation('createReturn', 'return { id }');
  const appease = mutation('appeaseOrder', 'refund { id }');
  const refusals = async (orderId: string) => {
    const lines = [{ orderLineId: order.lineId, quantity: 1, reason: 'TOO_SMALL' }];
    const asking = [
      { method: 'IN_STORE', dropOffLocationId: metz },
      { method: 'IN_STORE', dropOffLocationId: nice },
      { method: 'CARRIER_DROP_OFF' },
    ].map((way, index) => {
      const input = { idempotencyKey: `asking-${orderId}-${index}`, orderId, lines, ...way };
      return question('returns', text, { input }, clerk);
    });
    const money = { idempotencyKey: `appeasing-${orderId}`, orderId, amount: euros('1.00'), reason: 'Sorry.' };
    const answers = await Promise.all([...asking, question('returns', appease, { input: money }, clerk)]);
    return JSON.stringify(answers).replaceAll(orderId, 'it');
  };
  const refused = await refusals(order.id);
  expect(refused.match(/NOT_FOUND/g)).toHaveLength(4);
  expect(refused).toBe(await refusals('ord_of_nobody'));
});

it.each([
  ['nothing', {}, 'number'],
  ['a card number', { cardToken: '4111 1111 1111 1111' }, 'cardToken'],
  ['an empty number', { number: ' ' }, 'number'],
])('refuses a search by %s', async (_title, known, field) => {
  await expect(search(clerkOf(nice), known)).rejects.toThrow(field);
});

// Last: the pool takes its share of what arrives from now on.
it('puts units back into the pool that the order drew them from', async () => {
  const pool = {
    idempotencyKey: 'pool-of-web',
    channelId: 'chn_web',
    name: 'Web',
    mode: 'SEGMENTED',
    arrivalPercent: '100',
  };
  await change('inventory', mutation('createInventoryPool', 'pool { id }'), pool);
  const pooled = async () => {
    const [row] = await sqlOf('inventory')`select coalesce(sum(allocated), 0)::integer as units from pool_stock`;
    return row?.units;
  };
  const before = await pooled();
  await receive(lyon, 'SHIRT', 4);
  expect(await pooled()).toBe(before + 4);
  const order = await collectedOrder(lyon);
  expect(await pooled()).toBe(before + 2);
  const { id } = await askedBack(order, 2, lyon);
  await restocked(id, 2, lyon);
  expect(await pooled()).toBe(before + 4);
});
