import { gzipSync } from 'node:zlib';
import { openInventory } from '@passerelle/inventory';
import { openOrders } from '@passerelle/orders';
import { type Caller, type Executor, type Subgraph, serve } from '@passerelle/server';
import { openStoreNetwork } from '@passerelle/store-network';
import { aCaller, testGraph } from '@passerelle/testing';
import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest';
import { localSend } from '../data-sources.ts';
import { feedRoutes } from './routes.ts';

let graph: Awaited<ReturnType<typeof testGraph>>;
let door: Awaited<ReturnType<typeof serve>>;
let caller: Caller;

beforeAll(async () => {
  graph = await testGraph({ 'store-network': openStoreNetwork, inventory: openInventory, orders: openOrders });
  const context = async () => ({ caller, requestId: 'test', silent: new Set<string>() });
  const orders = localSend(graph.executors.get('orders') as Executor);
  door = await serve(feedRoutes(context, { orders }), { port: 0, onError: (error) => console.error(error) });
});
beforeEach(() => {
  caller = aCaller('partner');
});
afterAll(async () => {
  await door.close();
  await graph[Symbol.asyncDispose]();
});

async function stored() {
  const { sql } = (graph.subgraphs.get('orders') as Subgraph).database;
  return (await sql`select id from orders`).length;
}
const euro = (amount: string) => ({ amount, currency: 'EUR' });
const history = { fulfilledAt: '2026-06-02T10:00:00Z', deliveredAt: '2026-06-02T16:00:00Z' };
/** An order that was collected months ago; asks nobody for anything. */
const row = (n: number, more: object = {}) => ({
  order: {
    idempotencyKey: `import-row-${n}`,
    channelId: 'chn_web',
    externalReference: `OLD-${n}`,
    customer: { email: 'zoe@example.com' },
    deliveryGroups: [
      { key: 'store', method: 'CLICK_AND_COLLECT', pickupLocationId: 'loc_closed', price: euro('0.00') },
    ],
    lines: [
      {
        sku: 'SHIRT',
        quantity: 1,
        name: 'A shirt',
        unitPrice: euro('20.00'),
        taxTotal: euro('1.00'),
        deliveryGroupKey: 'store',
      },
    ],
    expectedTotal: euro('20.00'),
    payment: { provider: 'adyen', reference: `psp-${n}`, method: 'card', authorized: euro('20.00') },
    placedAt: '2026-06-01T10:00:00Z',
    ...more,
  },
  history,
});
const fileOf = (rows: readonly unknown[]) =>
  [{ kind: 'orders' }, ...rows].map((one) => `${typeof one === 'string' ? one : JSON.stringify(one)}\n`).join('');

type Answer = {
  acceptedCount: number;
  rejectedCount: number;
  records: number;
  rejections: { line: number; code: string; message: string }[];
  errors?: { extensions: { code: string } }[];
};
async function post(body: string, headers: Record<string, string> = {}) {
  const response = await fetch(`http://127.0.0.1:${door.port}/feeds/orders`, {
    method: 'POST',
    body: headers['content-encoding'] ? new Uint8Array(gzipSync(body)) : body,
    headers: { 'content-type': 'application/x-ndjson', ...headers },
  });
  return { status: response.status, body: (await response.json()) as Answer };
}

it('a file of orders is taken row by row: bad ones are told by line, and sent again nothing comes twice', async () => {
  const rows: unknown[] = Array.from({ length: 120 }, (_, n) => row(n));
  rows[3] = 'no order';
  rows[40] = row(40, { expectedTotal: euro('1.00') });
  rows[60] = { ...row(60), history: { ...history, deliveredAt: '2026-06-01T00:00:00Z' } };
  rows[70] = row(70, { lines: 'none' });
  rows[110] = row(110, { externalReference: 'OLD-1' });
  const first = await post(fileOf(rows), { 'content-encoding': 'gzip' });
  expect(first).toMatchObject({ status: 200, body: { acceptedCount: 115, rejectedCount: 5, records: 120 } });
  expect(first.body.rejections).toMatchObject([
    { line: 5, code: 'INVALID_INPUT', message: 'A line is one JSON object.' },
    { line: 42, code: 'PRICE_MISMATCH', message: expect.stringContaining('order.expectedTotal: ') },
    { line: 62, code: 'INVALID_INPUT', message: 'history.deliveredAt: Goods are delivered after they left.' },
    { line: 72, code: 'INVALID_INPUT', message: expect.stringContaining('input.orders[0].order.lines') },
    { line: 112, code: 'INVALID_INPUT', message: expect.stringContaining('order.externalReference: ') },
  ]);
  expect(await stored()).toBe(115);
  expect(await post(fileOf(rows))).toEqual(first);
  expect(await stored()).toBe(115);
});

it.each([
  ['nobody', { ...aCaller('partner'), kind: 'anonymous' as const }, 401, 'UNAUTHENTICATED'],
  ['who may not import', aCaller('storefront'), 403, 'FORBIDDEN'],
])('a file of %s is refused before it is read', async (_title, who, status, code) => {
  caller = who;
  const answer = await post(fileOf([row(900)]));
  expect([answer.status, answer.body.errors?.[0]?.extensions.code]).toEqual([status, code]);
});

it('a file of something else is refused, and there is no door for a subgraph that is not there', async () => {
  expect((await post('{"kind":"stock.events"}\n')).status).toBe(400);
  const response = await fetch(`http://127.0.0.1:${door.port}/feeds/stock/events`, { method: 'POST', body: '' });
  expect(response.status).toBe(404);
});
