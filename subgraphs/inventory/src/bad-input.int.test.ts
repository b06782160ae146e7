import { aCaller, aService } from '@passerelle/testing';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { aNetwork, aStore, aWarehouse, type NetworkGraph } from '../test/a-network.ts';

let graph: NetworkGraph;
beforeAll(async () => {
  graph = await aNetwork([aWarehouse('loc_house'), aStore('loc_store')], {
    A: { loc_house: 10, loc_store: 5 },
    B: { loc_house: 3 },
  });
  const allocation = { ...order, revision: 1, channelId: 'chn_web', lines: [line] };
  expect(await refusals('allocateOrder', allocation, orders)).toEqual([]);
});
afterAll(() => graph[Symbol.asyncDispose]());

const operator = aCaller('operator');
const partner = aCaller('partner');
const orders = aService('orders');
const returns = aService('returns');
const order = { orderId: 'ord_1' };
const line = { orderLineId: 'oln_1', sku: 'A', quantity: 2, locationId: 'loc_house' };
const occurredAt = '2026-11-22T09:00:00Z';
const manyLines = Array.from({ length: 51 }, (_, n) => ({ sku: `S-${n}`, quantity: 1 }));
const tooMany = Array.from({ length: 501 }, (_, n) => ({ ...line, orderLineId: `oln_${n}` }));

const typeOf = (mutation: string) => `${mutation.charAt(0).toUpperCase()}${mutation.slice(1)}Input`;

type Refused = { code: string; path: string[] | null; message: string };

async function refusals(mutation: string, input: object, caller = operator): Promise<Refused[]> {
  const query = `mutation ($input: ${typeOf(mutation)}!) { answer: ${mutation}(input: $input) {
    userErrors { ... on UserError { code path message } } } }`;
  return (await graph.ask<{ answer: { userErrors: Refused[] } }>(query, { input }, caller)).answer.userErrors;
}

/** Every row of every table of the subgraph, as one text a table. */
async function everything(): Promise<Record<string, string>> {
  const { sql } = graph.database;
  const tables = await sql`
    select relname as name from pg_class where relnamespace = current_schema()::regnamespace and relkind = 'r'
      and relname not in ('idempotency_keys', 'migrations') order by relname`;
  const rows = tables.map(
    ({ name }) => sql`
    select ${name as string} as name, coalesce(md5(string_agg(t::text, '' order by t::text)), '') as hash
    from ${sql(name as string)} as t`,
  );
  return Object.fromEntries((await Promise.all(rows)).flat().map((row) => [row.name as string, row.hash as string]));
}

const hold = {
  idempotencyKey: 'bad-hold-key',
  channelId: 'chn_web',
  cartReference: 'c',
  lines: [{ sku: 'A', quantity: 1 }],
};
const allocation = { orderId: 'ord_2', revision: 1, channelId: 'chn_web', lines: [{ ...line, orderLineId: 'oln_2' }] };
const issue = { ...order, issueReference: 'shp_1', locationId: 'loc_house', occurredAt, lines: [line] };
const promised = { orderId: 'ord_3', revision: 1, channelId: 'chn_web' };
const wanted = { orderLineId: 'oln_1', sku: 'A', quantity: 1 };
const snapshot = {
  idempotencyKey: 'bad-snapshot-key',
  locationId: 'loc_store',
  takenAt: occurredAt,
  expectedChunks: 1,
};

const key = { idempotencyKey: 'bad-input-key' };
const one = [{ sku: 'A', quantity: 1 }];
const counted = { sku: 'A', countedQuantity: 1, countedAt: occurredAt };

/** Mutation, what is wrong, who asks, the code and the field. Refusals of kinds that other files try in depth are here once. */
const refused = [
  [
    'adjustStock',
    { ...key, locationId: 'loc_none', sku: 'A', delta: 1, reason: 'ADJUSTMENT' },
    operator,
    'NOT_FOUND',
    'locationId',
  ],
  [
    'recordStockCount',
    { ...key, locationId: 'loc_none', sku: 'A', countedQuantity: 1, countedAt: occurredAt },
    operator,
    'NOT_FOUND',
    'locationId',
  ],
  ['recordStockEvents', { source: '', events: [] }, partner, 'INVALID_INPUT', 'source'],
  ['recordExpectedReceipts', { source: '', statedAt: occurredAt, receipts: [] }, partner, 'INVALID_INPUT', 'source'],
  ['setStockFeed', { locationId: 'loc_none' }, operator, 'NOT_FOUND', 'locationId'],
  [
    'transferPoolStock',
    { ...key, fromPoolId: 'pol_none', toPoolId: 'pol_no', lines: one },
    operator,
    'NOT_FOUND',
    'fromPoolId',
  ],
  [
    'createInventoryPool',
    { ...key, channelId: 'chn_web', name: '', mode: 'SEGMENTED' },
    operator,
    'INVALID_INPUT',
    'name',
  ],
  ['createProtectionRule', { ...key, scope: {}, quantity: -1 }, operator, 'INVALID_INPUT', 'quantity'],
  ['createCountTask', { ...key, locationId: 'loc_none', name: 'n', skus: ['A'] }, operator, 'NOT_FOUND', 'locationId'],
  ['recordCountedQuantities', { id: 'cnt_none', counts: [counted] }, operator, 'NOT_FOUND', 'id'],
  ['submitCountTask', { id: 'cnt_none' }, operator, 'NOT_FOUND', 'id'],
  ['approveCountTask', { id: 'cnt_none' }, operator, 'NOT_FOUND', 'id'],
  ['cancelCountTask', { id: 'cnt_none' }, operator, 'NOT_FOUND', 'id'],
  [
    'createTransferOrder',
    { ...key, fromLocationId: 'loc_house', toLocationId: 'loc_house', lines: one },
    operator,
    'INVALID_INPUT',
    'toLocationId',
  ],
  ['requestTransferOrder', { id: 'trf_none' }, operator, 'NOT_FOUND', 'id'],
  [
    'recordTransferPick',
    { ...key, id: 'trf_none', lines: [{ sku: 'A', pickedQuantity: 1 }] },
    operator,
    'NOT_FOUND',
    'id',
  ],
  ['shipTransferOrder', { id: 'trf_none', expectedAt: '2027-01-01T00:00:00Z' }, operator, 'NOT_FOUND', 'id'],
  [
    'receiveTransferOrder',
    { ...key, id: 'trf_none', lines: [{ sku: 'A', receivedQuantity: 1 }] },
    operator,
    'NOT_FOUND',
    'id',
  ],
  [
    'resolveTransferDifferences',
    { ...key, id: 'trf_none', lines: [{ sku: 'A', quantity: 1, resolution: 'LOST' }] },
    operator,
    'NOT_FOUND',
    'id',
  ],
  ['cancelTransferOrder', { id: 'trf_none' }, operator, 'NOT_FOUND', 'id'],
  ['promiseExpectedStock', { ...promised, lines: [{ ...wanted, sku: 'NO' }] }, orders, 'NOT_FOUND', 'lines.0.sku'],
  ['promiseExpectedStock', { ...promised, lines: [wanted] }, orders, 'INSUFFICIENT_STOCK', 'lines.0.quantity'],
  [
    'promiseExpectedStock',
    { ...promised, lines: [{ ...wanted, locationId: 'loc_none' }] },
    orders,
    'INSUFFICIENT_STOCK',
    'lines.0.quantity',
  ],
  ['reserveStock', { ...hold, cartReference: '' }, operator, 'INVALID_INPUT', 'cartReference'],
  ['reserveStock', { ...hold, cartReference: 'c\0' }, operator, 'INVALID_INPUT', 'cartReference'],
  ['reserveStock', { ...hold, lines: [] }, operator, 'INVALID_INPUT', 'lines'],
  ['reserveStock', { ...hold, lines: manyLines }, operator, 'LIMIT_EXCEEDED', 'lines'],
  ['reserveStock', { ...hold, lines: [{ sku: 'A\0', quantity: 1 }] }, operator, 'INVALID_INPUT', 'lines.0.sku'],
  ['extendReservation', { id: 'rsv_none', holdFor: 'PT5M' }, operator, 'NOT_FOUND', 'id'],
  ['extendReservation', { id: 'rsv_\0', holdFor: 'PT5M' }, operator, 'NOT_FOUND', 'id'],
  ['extendReservation', { id: 'rsv_none', holdFor: 'PT3H' }, operator, 'INVALID_INPUT', 'holdFor'],
  ['releaseReservation', { id: 'rsv_none' }, operator, 'NOT_FOUND', 'id'],
  ['releaseReservation', { id: 'rsv_\0' }, operator, 'NOT_FOUND', 'id'],
  ['allocateOrder', { ...allocation, lines: [] }, orders, 'INVALID_INPUT', 'lines'],
  ['allocateOrder', { ...allocation, lines: tooMany }, orders, 'INVALID_INPUT', 'lines'],
  ['allocateOrder', { ...allocation, lines: [{ ...line, sku: 'A\0' }] }, orders, 'INVALID_INPUT', 'lines.0.sku'],
  ['allocateOrder', { ...allocation, reservationId: 'rsv_none' }, orders, 'NOT_FOUND', 'reservationId'],
  ['issueAllocatedStock', { ...issue, lines: [] }, orders, 'INVALID_INPUT', 'lines'],
  ['issueAllocatedStock', { ...issue, lines: [{ ...line, quantity: 0 }] }, orders, 'INVALID_INPUT', 'lines.0.quantity'],
  ['issueAllocatedStock', { ...issue, locationId: 'loc_store' }, orders, 'INVALID_INPUT', 'lines.0.locationId'],
  ['issueAllocatedStock', { ...issue, orderId: 'ord_none' }, orders, 'INVALID_STATE', 'locationId'],
  [
    'issueAllocatedStock',
    { ...issue, lines: [{ ...line, quantity: 3 }] },
    orders,
    'QUANTITY_TOO_LARGE',
    'lines.0.quantity',
  ],
  [
    'startStockSnapshot',
    { ...snapshot, idempotencyKey: 'bad-expectedChunks-4937', expectedChunks: 0 },
    partner,
    'INVALID_INPUT',
    'expectedChunks',
  ],
  [
    'startStockSnapshot',
    { ...snapshot, idempotencyKey: 'bad-expectedChunks-5045', expectedChunks: 10_001 },
    partner,
    'LIMIT_EXCEEDED',
    'expectedChunks',
  ],
  [
    'startStockSnapshot',
    { ...snapshot, idempotencyKey: 'bad-takenAt-5159', takenAt: '2030-01-01T00:00:00Z' },
    partner,
    'INVALID_INPUT',
    'takenAt',
  ],
  [
    'startStockSnapshot',
    { ...snapshot, idempotencyKey: 'bad-locationId-5274', locationId: 'loc_none' },
    partner,
    'NOT_FOUND',
    'locationId',
  ],
  [
    'appendStockSnapshot',
    { snapshotId: 'snp_\0', chunk: 1, rows: [{ sku: 'A', onHand: 1 }] },
    partner,
    'NOT_FOUND',
    'snapshotId',
  ],
  ['completeStockSnapshot', { snapshotId: 'snp_none' }, partner, 'NOT_FOUND', 'snapshotId'],
  ['abortStockSnapshot', { snapshotId: 'snp_none' }, partner, 'NOT_FOUND', 'snapshotId'],
  ['releaseStockSnapshot', { snapshotId: 'snp_\0' }, operator, 'NOT_FOUND', 'snapshotId'],
  ['updateInventoryPool', { id: 'pol_\0', expectedVersion: 1 }, operator, 'NOT_FOUND', 'id'],
  ['updateProtectionRule', { id: 'prt_\0', expectedVersion: 1 }, operator, 'NOT_FOUND', 'id'],
  ['archiveProtectionRule', { id: 'prt_\0', expectedVersion: 1 }, operator, 'NOT_FOUND', 'id'],
  ['startStockWatch', { channelId: 'chn_none' }, operator, 'NOT_FOUND', 'channelId'],
  ['startStockWatch', { channelId: 'chn_\0' }, operator, 'NOT_FOUND', 'channelId'],
  ['setLowStockThreshold', { channelId: 'chn_none', quantity: 1 }, operator, 'NOT_FOUND', 'channelId'],
  ['setLowStockThreshold', { channelId: 'chn_web', quantity: -1 }, operator, 'INVALID_INPUT', 'quantity'],
  ['setLowStockThreshold', { channelId: 'chn_web', quantity: 100_001 }, operator, 'INVALID_INPUT', 'quantity'],
  ['setLowStockThreshold', { channelId: 'chn_web', sku: 'NO', quantity: 1 }, operator, 'NOT_FOUND', 'sku'],
  ['setLowStockThreshold', { channelId: 'chn_web', sku: '', quantity: 1 }, operator, 'INVALID_INPUT', 'sku'],
  ['setLowStockThreshold', { channelId: 'chn_web', sku: 'A\0', quantity: 1 }, operator, 'INVALID_INPUT', 'sku'],
] as const;

describe('a refused mutation names the field, the code and a remedy, and changes nothing', () => {
  it.each(refused)('%s with %j', async (mutation, input, caller, code, path) => {
    const before = await everything();
    const [first] = await refusals(mutation, input, caller);
    expect(first).toMatchObject({ code, path: ['input', ...path.split('.')] });
    expect(first?.message).not.toBe('');
    expect(await everything()).toEqual(before);
  });
});

const back = { returnId: 'ret_1', inspectionId: 'isp_1', locationId: 'loc_store' };
const cameBack = { sku: 'A', restockedQuantity: 1, blockedQuantity: 0 };
const correction = { ...order, correctionId: 'cor_1', locationId: 'loc_house' };
const found = { sku: 'A', missingQuantity: 1, damagedQuantity: 0 };

const arrival = { ...promised, receiptReference: 'rcp_1', locationId: 'loc_store', occurredAt };
const arrived = { orderLineId: 'oln_1', sku: 'A', quantity: 1, damagedQuantity: 0 };

const thrown = [
  ['promiseExpectedStock', { ...promised, lines: [] }, orders, /1 to 500 lines/],
  ['promiseExpectedStock', { ...promised, lines: [{ ...wanted, quantity: 0 }] }, orders, /lines\[0\].quantity/],
  ['promiseExpectedStock', { ...promised, lines: [{ ...wanted, sku: 'A\0' }] }, orders, /lines\[0\].sku/],
  ['receiveTransferredStock', { ...arrival, lines: [] }, orders, /1 to 500 lines/],
  ['receiveTransferredStock', { ...arrival, lines: [{ ...arrived, quantity: -1 }] }, orders, /lines\[0\].quantity/],
  ['receiveTransferredStock', { ...arrival, lines: [{ ...arrived, damagedQuantity: -1 }] }, orders, /damagedQuantity/],
  ['receiveTransferredStock', { ...arrival, lines: [{ ...arrived, sku: 'NO' }] }, orders, /SKU NO/],
  ['receiveTransferredStock', { ...arrival, lines: [arrived], locationId: 'loc_no' }, orders, /location loc_no/],
  ['receiveReturnedStock', { ...back, lines: [] }, returns, /lines/],
  ['receiveReturnedStock', { ...back, lines: [{ ...cameBack, blockedQuantity: -1 }] }, returns, /lines\[0\]/],
  ['receiveReturnedStock', { ...back, lines: [{ ...cameBack, sku: 'NO' }] }, returns, /SKU NO/],
  ['receiveReturnedStock', { ...back, lines: [cameBack], locationId: 'loc_no' }, returns, /location loc_no/],
  ['correctStockAfterRejection', { ...correction, lines: [] }, orders, /1 to 500 lines/],
  ['correctStockAfterRejection', { ...correction, lines: [{ ...found, missingQuantity: -1 }] }, orders, /lines\[0\]/],
  ['correctStockAfterRejection', { ...correction, lines: [found, found] }, orders, /A is named twice/],
  ['correctStockAfterRejection', { ...correction, lines: [{ ...found, sku: 'NO' }] }, orders, /SKU NO/],
  ['correctStockAfterRejection', { ...correction, lines: [found], locationId: 'loc_no' }, orders, /location loc_no/],
  [
    'releaseOrderAllocation',
    { ...order, revision: 1, reductions: [{ orderLineId: 'oln_1', keptQuantity: -1 }] },
    orders,
    /keptQuantity/,
  ],
] as const;

describe('a service that asks for what cannot be is told what is wrong, and nothing changes', () => {
  it.each(thrown)('%s with %j', async (mutation, input, caller, named) => {
    const before = await everything();
    const query = `mutation ($input: ${typeOf(mutation)}!) { answer: ${mutation}(input: $input) { __typename } }`;
    const answer = graph.ask(query, { input }, caller);
    await expect(answer).rejects.toThrow(named);
    await expect(answer).rejects.toThrow('BAD_USER_INPUT');
    expect(await everything()).toEqual(before);
  });
});

it('tries something bad of every mutation there is', () => {
  const fields = graph.subgraphs.get('inventory')?.schema.getMutationType()?.getFields() ?? {};
  const tried = new Set<string>([...refused, ...thrown].map(([mutation]) => mutation));
  // Stopping what nobody watches is done already: there is nothing to refuse.
  expect(Object.keys(fields).filter((name) => !tried.has(name))).toEqual(['stopStockWatch']);
});

describe('what a store says when it turns work down', () => {
  const level = async () => {
    const [row] = await graph.database.sql`
      select on_hand as "onHand", blocked, reserved from stock_levels
      join items using (item_no) join locations using (location_no) where sku = 'A' and locations.id = 'loc_house'`;
    return { ...row };
  };
  const correct = (input: object) =>
    graph.ask<{ answer: { correctedUnits: number } }>(
      `mutation ($input: CorrectStockAfterRejectionInput!) { answer: correctStockAfterRejection(input: $input) {
        correctedUnits } }`,
      { input },
      orders,
    );

  it('takes missing units off what is on hand, damaged ones off what is for sale alone, once a correction', async () => {
    expect(await level()).toEqual({ onHand: 10, blocked: 0, reserved: 2 });
    const missing = { ...correction, lines: [{ sku: 'A', missingQuantity: 2, damagedQuantity: 0 }] };
    await Promise.all([correct(missing), correct(missing), correct(missing)]);
    expect(await level()).toEqual({ onHand: 8, blocked: 0, reserved: 2 });
    const damaged = {
      ...correction,
      correctionId: 'cor_2',
      lines: [{ sku: 'A', missingQuantity: 0, damagedQuantity: 3 }],
    };
    expect((await correct(damaged)).answer.correctedUnits).toBe(3);
    expect(await level()).toEqual({ onHand: 8, blocked: 3, reserved: 2 });
  });
});
