import { readOperation } from '@passerelle/contracts/operations';
import type { Caller } from '@passerelle/server';
import { aCaller, ask, testGraph } from '@passerelle/testing';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { invariants, openReturns } from './index.ts';
import { anOrder, aStore, testNeighbours } from './test-neighbours.ts';

const neighbours = testNeighbours();
let graph: Awaited<ReturnType<typeof testGraph>>;
let keys = 0;
let orders = 0;

beforeAll(async () => {
  graph = await testGraph({ returns: (options) => openReturns({ ...options, services: neighbours.services }) });
});
afterAll(async () => {
  for (const { name, sql } of invariants) {
    expect(await database().unsafe(sql), name).toEqual([]);
  }
  await graph[Symbol.asyncDispose]();
});
beforeEach(() => {
  graph.clock.set('2026-11-22T09:30:00Z');
  neighbours.inventoryFaults.before = () => {};
  neighbours.inventoryFaults.after = () => {};
  neighbours.stocked.clear();
  neighbours.places.set('loc_lyon', aStore);
  neighbours.places.set('loc_nice', aStore);
});

const database = () => {
  const sql = graph.subgraphs.get('returns')?.database.sql;
  if (!sql) throw new Error('returns is not open');
  return sql;
};
const executor = () => {
  const found = graph.executors.get('returns');
  if (!found) throw new Error('returns is not open');
  return found;
};
const staff = aCaller('store-staff');
const operator = aCaller('operator');
const shopper = (customerId: string) => aCaller('shopper', { customerId, subject: customerId });
const key = () => `key-${String(keys++).padStart(6, '0')}`;

/** A fresh order with line ids of its own. */
function newOrder(facts: Partial<ReturnType<typeof anOrder>> = {}) {
  const id = `ord_${++orders}`;
  const order = anOrder({ id, ...facts });
  const lines = (facts.lines ?? order.lines).map((line, index) => ({ ...line, id: `${id}-line-${index + 1}` }));
  neighbours.orders.set(id, { ...order, lines });
  return { id, lines };
}

type Shown = {
  id: string;
  number: string;
  status: string;
  version: number;
  lines: { id: string; sku: string; receivedQuantity: number; acceptedQuantity: number; refusedQuantity: number }[];
  availableActions: string[];
  refundSummary: { goods: { amount: string }; total: { amount: string } };
  label: { carrier: string; qrPayload: string; url: string | null } | null;
  destination: { id: string } | null;
  closedAt: string | null;
};
type UserError = { code: string; path: string[] | null; [fact: string]: unknown };
type Payload = { return: Shown | null; userErrors: UserError[] };

const shown = `return { id number status version closedAt availableActions destination { id } label { carrier qrPayload url }
  lines { id sku receivedQuantity acceptedQuantity refusedQuantity } refundSummary { goods { amount } total { amount } } }`;
const commonErrors = `... on UserError { code message path } ... on QuantityTooLargeError { maximumQuantity }
  ... on LocationNotEligibleError { locationId reasons { code until } }`;
const stepErrors =
  '... on InvalidStateError { currentState } ... on VersionConflictError { actualVersion expectedVersion }';
const creationErrors = '... on NotReturnableError { orderLineId against: reasons }';

async function act(mutation: string, input: Record<string, unknown>, caller: Caller = staff): Promise<Payload> {
  const type = `${mutation[0]?.toUpperCase()}${mutation.slice(1)}Input`;
  const own = mutation === 'createReturn' ? creationErrors : stepErrors;
  const query = `mutation Act($input: ${type}!) {
    result: ${mutation}(input: $input) { ${shown} userErrors { ${commonErrors} ${own} } }
  }`;
  return (await ask<{ result: Payload }>(executor(), query, { input }, caller)).result;
}

type Asked = { orderLineId: string; quantity: number; reason?: string };
const request = (orderId: string, lines: Asked[], more: Record<string, unknown> = {}) => ({
  idempotencyKey: key(),
  orderId,
  method: 'IN_STORE',
  dropOffLocationId: 'loc_lyon',
  lines: lines.map((line) => ({ reason: 'TOO_SMALL', ...line })),
  ...more,
});

async function opened(
  lines = [1, 0],
  more: Record<string, unknown> = {},
): Promise<Shown & { orderId: string; orderLineIds: string[] }> {
  const order = newOrder();
  const asked = lines.map((quantity, index) => ({ orderLineId: `${order.id}-line-${index + 1}`, quantity }));
  const payload = await act(
    'createReturn',
    request(
      order.id,
      asked.filter((line) => line.quantity > 0),
      more,
    ),
  );
  expect(payload.userErrors).toEqual([]);
  return { ...(payload.return as Shown), orderId: order.id, orderLineIds: order.lines.map((line) => line.id) };
}

const lineOf = (found: Shown, index: number) => found.lines[index]?.id as string;

const arrival = (found: Shown, quantity: number, more: Record<string, unknown> = {}) => ({
  idempotencyKey: key(),
  id: found.id,
  expectedVersion: found.version,
  locationId: 'loc_lyon',
  lines: [{ returnLineId: lineOf(found, 0), quantity }],
  ...more,
});

const finding = (found: Shown, quantity: number, disposition = 'RESTOCK', condition = 'AS_NEW') => ({
  returnLineId: lineOf(found, 0),
  quantity,
  condition,
  disposition,
});

const inspection = (found: Shown, lines: unknown[], more: Record<string, unknown> = {}) => ({
  idempotencyKey: key(),
  id: found.id,
  expectedVersion: found.version,
  locationId: 'loc_lyon',
  lines,
  ...more,
});

async function received(quantity: number): Promise<Shown> {
  const found = await opened([quantity, 0]);
  return (await act('receiveReturn', arrival(found, quantity))).return as Shown;
}

describe('asking for a return', () => {
  it('answers the stored operation of the storefront with a number and a code for the parcel', async () => {
    const { id, lines } = newOrder();
    const input = request(id, [{ orderLineId: lines[0]?.id as string, quantity: 1 }], {
      method: 'CARRIER_DROP_OFF',
      dropOffLocationId: null,
    });
    const answer = await ask<{ createReturn: { return: { number: string; label: object } } }>(
      executor(),
      readOperation('storefront', 'AskReturn'),
      { input },
      shopper('customer-1'),
    );
    const { number } = answer.createReturn.return;
    expect(answer.createReturn).toMatchObject({
      return: { status: 'APPROVED', label: { url: null, qrPayload: `passerelle:return:${number}` } },
      userErrors: [],
    });
    expect(number).toMatch(/^R\d{8}$/);
  });

  it('says what the shopper will get back: the parts of a line add up to the line', async () => {
    const { id, lines } = newOrder();
    const amounts = [];
    for (let unit = 0; unit < 3; unit++) {
      const asked = [{ orderLineId: lines[0]?.id as string, quantity: 1 }];
      amounts.push((await act('createReturn', request(id, asked))).return?.refundSummary.total.amount);
    }
    expect(amounts).toEqual(['3.33', '3.34', '3.33']);
  });

  it('answers a repeated call with the return it made, and refuses its key for another', async () => {
    const { id, lines } = newOrder();
    const input = request(id, [{ orderLineId: lines[0]?.id as string, quantity: 3 }]);
    const first = await act('createReturn', input);
    expect((await act('createReturn', input)).return?.id).toBe(first.return?.id);
    expect(await act('createReturn', { ...input, attributes: [{ key: 'erp.doc', value: '1' }] })).toMatchObject({
      return: null,
      userErrors: [{ code: 'IDEMPOTENCY_KEY_REUSED' }],
    });
  });

  it.each([
    ['not delivered yet', { deliveredAt: null }, ['NOT_DELIVERED']],
    ['cancelled', { deliveredAt: null, cancelledAt: '2026-11-19T10:00:00Z' }, ['ORDER_CANCELLED', 'NOT_DELIVERED']],
    ['delivered 31 days ago', { deliveredAt: '2026-10-22T09:00:00Z' }, ['WINDOW_CLOSED']],
    ['born in a channel that handles its own', { channelId: 'chn_market' }, ['CHANNEL_NOT_ALLOWED']],
  ])('refuses an order that is %s', async (_title, facts, reasons) => {
    await database()`insert into return_policies (channel_id, is_allowed) values ('chn_market', false)
      on conflict do nothing`;
    const { id, lines } = newOrder(facts);
    expect(
      await act('createReturn', request(id, [{ orderLineId: lines[0]?.id as string, quantity: 1 }])),
    ).toMatchObject({
      return: null,
      userErrors: [{ code: 'NOT_RETURNABLE', orderLineId: null, against: reasons, path: ['input', 'orderId'] }],
    });
  });

  it('refuses more units than were fulfilled and are not asked for already, line by line', async () => {
    const { id, lines } = newOrder();
    const [shirt, shoes] = lines.map((line) => line.id) as [string, string];
    const first = await act(
      'createReturn',
      request(id, [
        { orderLineId: shirt, quantity: 2 },
        { orderLineId: shoes, quantity: 2 },
      ]),
    );
    const again = request(id, [
      { orderLineId: shirt, quantity: 2 },
      { orderLineId: shoes, quantity: 1 },
    ]);
    expect((await act('createReturn', again)).userErrors).toMatchObject([
      { code: 'QUANTITY_TOO_LARGE', maximumQuantity: 1, path: ['input', 'lines', '0', 'quantity'] },
      { code: 'NOT_RETURNABLE', orderLineId: shoes, against: ['ALREADY_RETURNED'] },
    ]);
    await act('cancelReturn', { id: first.return?.id, expectedVersion: 1 });
    expect((await act('createReturn', { ...again, idempotencyKey: key() })).userErrors).toEqual([]);
  });

  it.each([
    ['no line', { lines: [] }, ['lines']],
    ['a quantity of zero', { lines: [{ orderLineId: 'x', quantity: 0, reason: 'OTHER' }] }, ['lines', '0', 'quantity']],
    ['no store to bring it to', { dropOffLocationId: null }, ['dropOffLocationId']],
    ['a store for a parcel', { method: 'CARRIER_DROP_OFF' }, ['dropOffLocationId']],
    ['a key with spaces', { attributes: [{ key: 'not so', value: 'x' }] }, ['attributes', '0', 'key']],
    ['a short idempotency key', { idempotencyKey: 'short' }, ['idempotencyKey']],
  ])('refuses %s and names the field', async (_title, more, path) => {
    const { id, lines } = newOrder();
    const input = request(id, [{ orderLineId: lines[0]?.id as string, quantity: 1 }], more);
    expect(await act('createReturn', input)).toMatchObject({
      return: null,
      userErrors: [{ code: 'INVALID_INPUT', path: ['input', ...path] }],
    });
  });

  it('refuses a store that is switched off, but not one that is closed today', async () => {
    const asked = (order: ReturnType<typeof newOrder>) =>
      request(order.id, [{ orderLineId: order.lines[0]?.id as string, quantity: 1 }]);
    const until = '2026-11-23T09:00:00.000Z';
    const closed = { code: 'CLOSED', message: 'Closed on Sunday.', until };
    neighbours.places.set('loc_lyon', { type: 'STORE', reasons: [closed] });
    expect((await act('createReturn', asked(newOrder()))).userErrors).toEqual([]);

    const off = { code: 'SERVICE_DISABLED', message: 'Takes no returns.', until: null };
    neighbours.places.set('loc_lyon', { type: 'STORE', reasons: [off, closed] });
    expect((await act('createReturn', asked(newOrder()))).userErrors).toMatchObject([
      { code: 'LOCATION_NOT_ELIGIBLE', locationId: 'loc_lyon', reasons: [{ code: 'SERVICE_DISABLED' }] },
    ]);
    neighbours.places.delete('loc_lyon');
    expect((await act('createReturn', asked(newOrder()))).userErrors).toMatchObject([{ code: 'NOT_FOUND' }]);
  });

  it('lets as many as there are units win, however many ask at once', async () => {
    const { id, lines } = newOrder();
    const asked = [{ orderLineId: lines[0]?.id as string, quantity: 1 }];
    const payloads = await Promise.all(Array.from({ length: 12 }, () => act('createReturn', request(id, asked))));
    expect(payloads.filter((payload) => payload.return)).toHaveLength(3);
    const refused = payloads.flatMap((payload) => payload.userErrors);
    expect(new Set(refused.map((refusal) => refusal.code))).toEqual(new Set(['NOT_RETURNABLE']));
  });
});

describe('rows', () => {
  it('hides from a shopper what belongs to another, exactly like what does not exist', async () => {
    const { id, lines } = newOrder();
    const input = request(id, [{ orderLineId: lines[0]?.id as string, quantity: 1 }]);
    const foreign = await act('createReturn', input, shopper('customer-2'));
    const missing = await act(
      'createReturn',
      { ...input, idempotencyKey: key(), orderId: 'ord_none' },
      shopper('customer-2'),
    );
    expect(foreign.userErrors.map(({ code, path }) => ({ code, path }))).toEqual(
      missing.userErrors.map(({ code, path }) => ({ code, path })),
    );
    expect(foreign.userErrors).toMatchObject([{ code: 'NOT_FOUND' }]);

    const own = await act('createReturn', { ...input, idempotencyKey: key() }, shopper('customer-1'));
    const query = 'query ($id: ID!) { return(id: $id) { id } returns(first: 100) { nodes { id } } }';
    const seen = (caller: Caller) =>
      ask<{ return: object | null; returns: { nodes: { id: string }[] } }>(
        executor(),
        query,
        { id: own.return?.id },
        caller,
      );
    expect((await seen(shopper('customer-1'))).return).toEqual({ id: own.return?.id });
    expect(await seen(shopper('customer-2'))).toEqual({ return: null, returns: { nodes: [] } });
    const nobody = { ...shopper('x'), customerId: null };
    expect(await seen(nobody)).toEqual({ return: null, returns: { nodes: [] } });
    const cancelled = await act('cancelReturn', { id: own.return?.id, expectedVersion: 1 }, shopper('customer-2'));
    expect(cancelled.userErrors).toMatchObject([{ code: 'NOT_FOUND' }]);
  });

  it('lets staff handle goods only where they work', async () => {
    const found = await opened([1, 0]);
    const inNice = aCaller('store-staff', { locationIds: ['loc_nice'] });
    const payload = await act('receiveReturn', arrival(found, 1), inNice);
    expect(payload.userErrors).toMatchObject([{ code: 'NOT_FOUND', path: ['input', 'locationId'] }]);
    expect((await act('receiveReturn', arrival(found, 1, { locationId: 'loc_nice' }), inNice)).return).toMatchObject({
      status: 'RECEIVED',
      destination: { id: 'loc_nice' },
    });
  });
});

describe('handling goods', () => {
  it('takes them in part by part at any store, and judges what is there', async () => {
    const found = await opened([3, 0]);
    const some = (await act('receiveReturn', arrival(found, 2, { locationId: 'loc_nice' }))).return as Shown;
    expect(some).toMatchObject({ status: 'PARTIALLY_RECEIVED', availableActions: ['RECEIVE', 'INSPECT'] });
    const judged = await act(
      'inspectReturn',
      inspection(some, [finding(some, 1), finding(some, 1, 'SEND_BACK', 'WORN')]),
    );
    expect(judged.return).toMatchObject({
      status: 'INSPECTED',
      lines: [{ receivedQuantity: 2, acceptedQuantity: 1, refusedQuantity: 1 }],
      refundSummary: { goods: { amount: '3.33' } },
      availableActions: ['RECEIVE'],
    });
    const rest = (await act('receiveReturn', arrival(judged.return as Shown, 1))).return as Shown;
    expect(rest).toMatchObject({ status: 'RECEIVED', version: 4, destination: { id: 'loc_nice' } });
  });

  it('closes a return of which nothing is accepted', async () => {
    const found = await received(2);
    const judged = await act('inspectReturn', inspection(found, [finding(found, 2, 'SEND_BACK', 'WORN')]));
    expect(judged.return).toMatchObject({
      status: 'CLOSED',
      closedAt: '2026-11-22T09:30:00.000Z',
      availableActions: [],
      refundSummary: { total: { amount: '0.00' } },
    });
  });

  it.each([
    [
      'more than were asked for',
      (found: Shown) => arrival(found, 4),
      { code: 'QUANTITY_TOO_LARGE', maximumQuantity: 3 },
    ],
    [
      'an old version',
      (found: Shown) => arrival(found, 1, { expectedVersion: 7 }),
      { code: 'VERSION_CONFLICT', actualVersion: 1 },
    ],
    [
      'a line of another return',
      (found: Shown) => arrival(found, 1, { lines: [{ returnLineId: 'rln_x', quantity: 1 }] }),
      { code: 'NOT_FOUND' },
    ],
    [
      'no line',
      (found: Shown) => arrival(found, 1, { lines: [] }),
      { code: 'INVALID_INPUT', path: ['input', 'lines'] },
    ],
    [
      'a moment to come',
      (found: Shown) => arrival(found, 1, { receivedAt: '2026-11-22T09:31:00Z' }),
      { code: 'INVALID_INPUT', path: ['input', 'receivedAt'] },
    ],
    [
      'an unknown return',
      (found: Shown) => arrival({ ...found, id: 'ret_x' }, 1),
      { code: 'NOT_FOUND', path: ['input', 'id'] },
    ],
    [
      'an unknown place',
      (found: Shown) => arrival(found, 1, { locationId: 'loc_x' }),
      { code: 'NOT_FOUND', path: ['input', 'locationId'] },
    ],
  ])('refuses to receive %s, and changes nothing', async (_title, input, refusal) => {
    const found = await opened([3, 0]);
    expect(await act('receiveReturn', input(found))).toMatchObject({ return: null, userErrors: [refusal] });
    expect((await act('receiveReturn', arrival(found, 3))).return?.status).toBe('RECEIVED');
  });

  it('refuses goods at a store that paused returns', async () => {
    const found = await opened([1, 0]);
    const until = '2026-11-22T11:00:00.000Z';
    neighbours.places.set('loc_nice', {
      type: 'STORE',
      reasons: [{ code: 'SERVICE_PAUSED', message: 'Paused.', until }],
    });
    const payload = await act('receiveReturn', arrival(found, 1, { locationId: 'loc_nice' }));
    expect(payload.userErrors).toMatchObject([
      { code: 'LOCATION_NOT_ELIGIBLE', reasons: [{ code: 'SERVICE_PAUSED', until }] },
    ]);
  });

  it('takes the same units in once when several hands scan them at once', async () => {
    const found = await opened([3, 0]);
    const payloads = await Promise.all(Array.from({ length: 6 }, () => act('receiveReturn', arrival(found, 3))));
    expect(payloads.filter((payload) => payload.return)).toHaveLength(1);
    const codes = payloads.flatMap((payload) => payload.userErrors.map((refusal) => refusal.code));
    expect(codes).toEqual(Array.from({ length: 5 }, () => 'VERSION_CONFLICT'));
  });

  it('answers a repeated scan with what it did the first time', async () => {
    const found = await opened([3, 0]);
    const input = arrival(found, 1);
    await act('receiveReturn', input);
    expect((await act('receiveReturn', input)).return?.lines).toMatchObject([{ receivedQuantity: 1 }]);
  });

  it('refuses to judge more units than are there', async () => {
    const found = await received(2);
    const payload = await act('inspectReturn', inspection(found, [finding(found, 1), finding(found, 2)]));
    expect(payload.userErrors).toMatchObject([
      { code: 'QUANTITY_TOO_LARGE', maximumQuantity: 1, path: ['input', 'lines', '1', 'quantity'] },
    ]);
  });

  it('does not withdraw what has begun to arrive', async () => {
    const found = await received(1);
    const payload = await act('cancelReturn', { id: found.id, expectedVersion: found.version });
    expect(payload.userErrors).toMatchObject([{ code: 'INVALID_STATE', currentState: 'RECEIVED' }]);
  });
});

describe('stock', () => {
  const stockOf = async (inspectionId: string) => neighbours.stocked.get(inspectionId);
  const inspectionsOf = async (id: string) => {
    const query = 'query ($id: ID!) { return(id: $id) { inspections { id actor lines { disposition } } } }';
    const answer = await ask<{ return: { inspections: { id: string }[] } }>(executor(), query, { id }, staff);
    return answer.return.inspections.map((each) => each.id);
  };

  it('is there when the answer comes: sellable units restocked, damaged ones and repairs kept apart', async () => {
    const found = await received(3);
    const input = inspection(found, [
      finding(found, 1),
      finding(found, 1, 'RESTOCK', 'DAMAGED'),
      finding(found, 1, 'REPAIR', 'WORN'),
    ]);
    const answer = await ask<{ inspectReturn: { return: { inspections: { id: string }[] } } }>(
      executor(),
      readOperation('store-app', 'Inspect'),
      { input },
      staff,
    );
    expect(answer.inspectReturn).toMatchObject({ return: { status: 'INSPECTED' }, userErrors: [] });
    expect(await stockOf(answer.inspectReturn.return.inspections[0]?.id as string)).toEqual({
      returnId: found.id,
      locationId: 'loc_lyon',
      lines: [{ sku: 'SHIRT', restockedQuantity: 1, blockedQuantity: 2 }],
    });
  });

  it('is not touched by units that are scrapped or sent on', async () => {
    const found = await received(2);
    await act(
      'inspectReturn',
      inspection(found, [finding(found, 1, 'SCRAP', 'DAMAGED'), finding(found, 1, 'TRANSFER')]),
    );
    expect(neighbours.stocked.size).toBe(0);
  });

  it.each([
    ['does not answer', 'before'],
    ['answers to nobody after it did its work', 'after'],
  ] as const)('comes later and once when inventory %s', async (_title, moment) => {
    const found = await received(2);
    neighbours.inventoryFaults[moment] = () => {
      throw new Error('no answer');
    };
    const input = inspection(found, [finding(found, 2)]);
    expect((await act('inspectReturn', input)).return?.status).toBe('INSPECTED');
    const [id] = await inspectionsOf(found.id);
    expect(await database()`select restocked_at from inspections where id = ${id as string}`).toEqual([
      { restocked_at: null },
    ]);

    neighbours.inventoryFaults[moment] = () => {};
    await graph.pass({ minutes: 1 });
    expect(await stockOf(id as string)).toMatchObject({ lines: [{ restockedQuantity: 2, blockedQuantity: 0 }] });
    const asked = neighbours.calls.length;
    await graph.pass({ hours: 1 });
    await act('inspectReturn', input);
    expect(neighbours.calls.slice(asked).filter((call) => call === 'inventory')).toEqual([]);
    expect(neighbours.stocked.size).toBe(1);
  });
});

describe('review', () => {
  const big = async () => {
    await database()`
      insert into return_policies (channel_id, window_days, review_above_units) values ('chn_b2b', 14, 2)
      on conflict do nothing`;
    const { id, lines } = newOrder({ channelId: 'chn_b2b' });
    const asked = [{ orderLineId: lines[0]?.id as string, quantity: 3 }];
    const parcel = { method: 'CARRIER_DROP_OFF', dropOffLocationId: null };
    return (await act('createReturn', request(id, asked, parcel))).return as Shown;
  };

  it('holds a return the policy wants a person to see, and shows it on the board', async () => {
    const found = await big();
    expect(found).toMatchObject({
      status: 'REQUESTED',
      label: null,
      availableActions: ['APPROVE', 'DECLINE', 'CANCEL'],
    });
    // The gateway asks other subgraphs for the rest of the stored operation.
    const board = `query { returns(filter: { statuses: [REQUESTED] }, first: 20) { nodes { number order { id }
      lines { orderLine { id } requestedQuantity reason } policyDecision { outcome reasons } } } }`;
    expect(await ask(executor(), board, {}, operator)).toMatchObject({
      returns: { nodes: [{ number: found.number, policyDecision: { outcome: 'NEEDS_REVIEW', reasons: [] } }] },
    });
    const approved = await act('approveReturn', { id: found.id, expectedVersion: 1 });
    expect(approved.return).toMatchObject({ status: 'APPROVED', label: { carrier: 'colissimo' } });
    expect((await act('approveReturn', { id: found.id, expectedVersion: 2 })).userErrors).toMatchObject([
      { code: 'INVALID_STATE', currentState: 'APPROVED' },
    ]);
  });

  it('ends a declined return and frees its units', async () => {
    const found = await big();
    expect((await act('declineReturn', { id: found.id, expectedVersion: 1, reason: ' ' })).userErrors).toMatchObject([
      { code: 'INVALID_INPUT', path: ['input', 'reason'] },
    ]);
    const declined = await act('declineReturn', { id: found.id, expectedVersion: 1, reason: 'Wholesale is final.' });
    expect(declined.return).toMatchObject({ status: 'DECLINED', availableActions: [], closedAt: expect.any(String) });
  });
});
