import type { Caller } from '@passerelle/server';
import { aCaller, tableDrift } from '@passerelle/testing';
import { afterAll, describe, expect, it } from 'vitest';
import {
  arrival,
  finding,
  inspection,
  key,
  openTestReturns,
  request,
  type Shown,
  shopper,
  staff,
} from '../test/open-returns.ts';
import * as tables from './storage/tables.ts';

const { graph, sql, neighbours, question, act, newOrder, newPolicy, opened, received, close } = await openTestReturns();
afterAll(close);

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
      question<{ return: object | null; returns: { nodes: { id: string }[] } }>(query, { id: own.return?.id }, caller);
    expect((await seen(shopper('customer-1'))).return).toEqual({ id: own.return?.id });
    expect(await seen(shopper('customer-2'))).toEqual({ return: null, returns: { nodes: [] } });
    const nobody = { ...shopper('x'), customerId: null };
    expect(await seen(nobody)).toEqual({ return: null, returns: { nodes: [] } });
    const cancelled = await act('cancelReturn', { id: own.return?.id, expectedVersion: 1 }, shopper('customer-2'));
    expect(cancelled.userErrors).toMatchObject([{ code: 'NOT_FOUND' }]);
  });

  it('lets staff handle goods only where they work', async () => {
    const found = await opened(1);
    const inNice = aCaller('store-staff', { locationIds: ['loc_nice'] });
    const payload = await act('receiveReturn', arrival(found, 1), inNice);
    expect(payload.userErrors).toMatchObject([{ code: 'NOT_FOUND', path: ['input', 'locationId'] }]);
    expect((await act('receiveReturn', arrival(found, 1, { locationId: 'loc_nice' }), inNice)).return).toMatchObject({
      status: 'RECEIVED',
      destination: { id: 'loc_nice' },
    });
  });
});

type Entities<T> = { _entities: T[] };
const entities = (selection: string) => `query ($of: [_Any!]!) { _entities(representations: $of) { ${selection} } }`;
const asOrder = (id: string, facts: Record<string, unknown> = {}) => ({
  __typename: 'Order',
  id,
  deliveredAt: '2026-11-20T10:00:00Z',
  cancelledAt: null,
  ...facts,
});

/** What orders tells when an order moves on. */
const moved = async (orderId: string) => {
  const occurredAt = graph.clock.now();
  const data = { orderId, version: 2, status: 'OPEN' };
  const event = { id: `evt_${orderId}`, type: 'order.changed' as const, subject: orderId, data, occurredAt };
  await graph.subgraphs.get('returns')?.receive([event, event]);
  await graph.settle();
};

describe('an order', () => {
  const status = async (id: string) => {
    const answer = await question<Entities<{ returnStatus: string }>>(entities('... on Order { returnStatus }'), {
      of: [asOrder(id)],
    });
    return answer._entities[0]?.returnStatus;
  };

  it('tells how far its returns have come', async () => {
    const { id, lines } = newOrder({
      lines: [{ id: '', sku: 'SHIRT', quantity: 2, fulfilledQuantity: 2, amount: '10.00' }],
    });
    const line = lines[0]?.id as string;
    const ask = () => act('createReturn', request(id, [{ orderLineId: line, quantity: 1 }]));
    expect(await status(id)).toBe('NONE');

    const first = (await ask()).return as Shown;
    expect(await status(id)).toBe('REQUESTED');
    const here = (await act('receiveReturn', arrival(first, 1))).return as Shown;
    expect(await status(id)).toBe('IN_PROGRESS');
    await act('inspectReturn', inspection(here, [finding(here, 1)]));
    expect(await status(id)).toBe('PARTIALLY_RETURNED');
    const second = (await ask()).return as Shown;
    expect(await status(id)).toBe('PARTIALLY_RETURNED');
    const there = (await act('receiveReturn', arrival(second, 1))).return as Shown;
    await act('inspectReturn', inspection(there, [finding(there, 1)]));
    expect(await status(id)).toBe('RETURNED');
  });

  it('tells whether and until when goods may come back, by the policy of its channel', async () => {
    await newPolicy({ channelId: 'chn_kiosk' }, { windowDays: 1, methods: ['IN_STORE'] });
    const kiosk = newOrder({ channelId: 'chn_kiosk' });
    await moved(kiosk.id);
    const all = newOrder();
    const asked = all.lines.map(({ id, quantity }) => ({ orderLineId: id, quantity }));
    await act('createReturn', request(all.id, asked));
    const selection = '... on Order { returnEligibility { isReturnable returnableUntil methods reasons } }';
    const answer = await question<Entities<{ returnEligibility: object }>>(entities(selection), {
      of: [asOrder('ord_untold'), asOrder('ord_new', { deliveredAt: null }), asOrder(kiosk.id), asOrder(all.id)],
    });
    const until = '2026-12-20T10:00:00.000Z';
    expect(answer._entities.map(({ returnEligibility }) => returnEligibility)).toEqual([
      { isReturnable: true, returnableUntil: until, methods: ['IN_STORE', 'CARRIER_DROP_OFF'], reasons: [] },
      { isReturnable: false, returnableUntil: null, methods: [], reasons: ['NOT_DELIVERED'] },
      { isReturnable: false, returnableUntil: '2026-11-21T10:00:00.000Z', methods: [], reasons: ['WINDOW_CLOSED'] },
      { isReturnable: false, returnableUntil: until, methods: [], reasons: ['ALREADY_RETURNED'] },
    ]);
  });

  it('counts on each line what came back and what still may, once it was told of', async () => {
    const { id, lines } = newOrder();
    const asLine = ({ id: lineId }: { id: string }) => ({ __typename: 'OrderLine', id: lineId, fulfilledQuantity: 3 });
    const ofLines = async () => {
      const query = entities('... on OrderLine { returnedQuantity returnableQuantity }');
      return (await question<Entities<object>>(query, { of: lines.slice(0, 1).map(asLine) }))._entities;
    };
    expect(await ofLines()).toEqual([{ returnedQuantity: 0, returnableQuantity: 0 }]);
    await moved(id);
    expect(await ofLines()).toEqual([{ returnedQuantity: 0, returnableQuantity: 3 }]);
    const asked = [{ orderLineId: lines[0]?.id as string, quantity: 2 }];
    const found = (await act('createReturn', request(id, asked))).return as Shown;
    const here = (await act('receiveReturn', arrival(found, 2))).return as Shown;
    await act('inspectReturn', inspection(here, [finding(here, 1), finding(here, 1, 'SEND_BACK')]));
    expect(await ofLines()).toEqual([{ returnedQuantity: 1, returnableQuantity: 1 }]);
  });
});

describe('lists', () => {
  const page = 'nodes { number } pageInfo { hasNextPage hasPreviousPage startCursor endCursor } totalCount';
  type Page = {
    nodes: { number: string }[];
    pageInfo: { hasNextPage: boolean; hasPreviousPage: boolean; startCursor: string; endCursor: string };
    totalCount: number;
  };
  const list = async (variables: Record<string, unknown>, caller: Caller = staff) => {
    const query = `query ($filter: ReturnFilter, $sort: [ReturnSort!], $first: Int, $after: String, $last: Int, $before: String) {
      returns(filter: $filter, sort: $sort, first: $first, after: $after, last: $last, before: $before) { ${page} } }`;
    return (await question<{ returns: Page }>(query, variables, caller)).returns;
  };
  const numbersOf = ({ nodes }: Page) => nodes.map((node) => node.number);

  it.each([
    ['newest first', undefined],
    ['by number', [{ field: 'NUMBER', direction: 'ASC' }]],
    ['by last change, then number', [{ field: 'UPDATED_AT', direction: 'ASC' }, { field: 'NUMBER' }]],
  ])('page forwards and backwards through the same rows, %s', async (_title, sort) => {
    const made = [];
    for (let count = 0; count < 5; count++) {
      // Every second one is asked for at the same moment as the one before.
      if (count % 2 === 0) graph.clock.advance({ seconds: 1 });
      made.push(await opened(1));
    }
    const filter = { ids: made.map(({ id }) => id) };
    const whole = await list({ filter, sort, first: 100 });
    expect(whole.totalCount).toBe(5);
    const forwards = [];
    let after: string | null = null;
    for (let more = true; more; ) {
      const part: Page = await list({ filter, sort, first: 2, after });
      forwards.push(...numbersOf(part));
      more = part.pageInfo.hasNextPage;
      after = part.pageInfo.endCursor;
    }
    expect(forwards).toEqual(numbersOf(whole));
    const tail = await list({ filter, sort, last: 2 });
    expect(numbersOf(tail)).toEqual(forwards.slice(-2));
    const head = await list({ filter, sort, last: 3, before: tail.pageInfo.startCursor });
    expect(numbersOf(head)).toEqual(forwards.slice(0, 3));
    expect(head.pageInfo).toMatchObject({ hasPreviousPage: false, hasNextPage: true });
  });

  it.each([
    ['a page too long', { first: 101 }],
    ['both ends at once', { first: 1, last: 1 }],
    ['a cursor of another list', { after: Buffer.from('["x","y"]').toString('base64url') }],
    ['a sort by one field twice', { sort: [{ field: 'NUMBER' }, { field: 'NUMBER' }] }],
    ['too many ids', { filter: { ids: Array.from({ length: 101 }, () => 'x') } }],
  ])('refuse %s', async (_title, variables) => {
    await expect(list(variables)).rejects.toThrow('BAD_USER_INPUT');
  });

  it('hold what every condition asks for', async () => {
    const found = await opened(2);
    const other = await opened(1, { dropOffLocationId: 'loc_nice' });
    const ids = [found.id, other.id];
    const listed = async (filter: Record<string, unknown>) => (await list({ filter: { ids, ...filter } })).nodes.length;
    expect(await listed({ numbers: [found.number] })).toBe(1);
    expect(await listed({ orderIds: [found.orderId] })).toBe(1);
    expect(await listed({ statuses: ['APPROVED'], methods: ['IN_STORE'], reasons: ['TOO_SMALL'] })).toBe(2);
    expect(await listed({ reasons: ['OTHER'] })).toBe(0);
    expect(await listed({ locationIds: ['loc_nice'] })).toBe(1);
    expect(await listed({ requestedAt: { to: '2026-11-22T00:00:00Z' } })).toBe(0);
    expect(await listed({ updatedAt: { from: '2026-11-22T00:00:00Z' } })).toBe(2);
  });

  it('show bound staff the returns of their locations, and any return by its number', async () => {
    const found = await opened(1);
    const inNice = aCaller('store-staff', { locationIds: ['loc_nice'] });
    const filter = { ids: [found.id] };
    expect((await list({ filter }, inNice)).nodes).toEqual([]);
    const byNumber = 'query ($number: String!) { returnByNumber(number: $number) { id } }';
    expect(await question(byNumber, { number: found.number }, inNice)).toEqual({ returnByNumber: { id: found.id } });
    expect(await question(byNumber, { number: 'R0' }, inNice)).toEqual({ returnByNumber: null });
    const query = entities('... on Location { returns(filter: { ids: [$id] }) { totalCount nodes { id } } }').replace(
      '($of',
      '($id: ID!, $of',
    );
    const of = ['loc_lyon', 'loc_nice'].map((id) => ({ __typename: 'Location', id }));
    expect(await question(query, { of, id: found.id }, inNice)).toEqual({
      _entities: [{ returns: null }, { returns: { totalCount: 0, nodes: [] } }],
    });
    expect(await question(query, { of, id: found.id })).toMatchObject({
      _entities: [{ returns: { totalCount: 1, nodes: [{ id: found.id }] } }, { returns: { totalCount: 0 } }],
    });
  });
});

it('asks the database as often for one order as for many, whatever they hold', async () => {
  const some = await received(3);
  const many = [some.orderId];
  for (let count = 0; count < 6; count++) {
    const { orderId } = await opened(1 + (count % 3));
    many.push(orderId);
    // More returns of one order, and more lines of one return.
    const shoes = { orderLineId: `${orderId}-line-2`, quantity: 1 };
    await act('createReturn', request(orderId, count % 2 === 0 ? [shoes, shoes] : [shoes]));
  }
  const [line] = neighbours.orders.get(some.orderId)?.lines ?? [];
  await act(
    'inspectReturn',
    inspection(some, [finding(some, 1), finding(some, 1, 'SCRAP'), finding(some, 1, 'SEND_BACK')]),
  );
  const query =
    entities(`... on Order { returnStatus returnEligibility { reasons } returns(first: 5) { totalCount nodes {
    id number status lines { id sku orderLine { id } } inspections { id lines { sku: returnLineId } }
    refundSummary { total { amount } } receipts { lines { quantity } } extras { sku } transfers { sku } refunds { id }
    exchanges { id } } } } ... on OrderLine { returnedQuantity returnableQuantity }`);
  const cost = async (ids: string[]) => {
    graph.statements.length = 0;
    const lines = ids.map((id) => ({ __typename: 'OrderLine', id: `${id}-line-1`, fulfilledQuantity: 3 }));
    const answer = await question<Entities<object>>(query, { of: [...ids.map((id) => asOrder(id)), ...lines] });
    expect(answer._entities).toHaveLength(2 * ids.length);
    return graph.statements.filter((text) => !text.includes('pg_catalog')).length;
  };
  expect(line?.id).toBe(`${some.orderId}-line-1`);
  const one = await cost([some.orderId]);
  expect(await cost(many)).toBe(one);
  expect(one).toBeLessThanOrEqual(24);
});

it('declares its tables as the migrations made them', async () => {
  expect(await tableDrift(sql, tables)).toEqual([]);
});
