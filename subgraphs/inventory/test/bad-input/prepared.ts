import { aCaller, aService } from '@passerelle/testing';
import { aNetwork, aStore, aWarehouse, type NetworkGraph } from '../a-network.ts';
import type { Input } from './case.ts';

export type PreparedGraph = NetworkGraph & {
  /** Ids of prepared rows, by the names that cases give them. */
  readonly ids: ReadonlyMap<string, string>;
};

const operator = aCaller('operator');
const partner = aCaller('partner');
const shopper = aCaller('shopper');
const orders = aService('orders');
const takenAt = '2026-11-22T08:00:00Z';

/** Something in every state that a mutation may find it in. */
export async function prepareGraph(): Promise<PreparedGraph> {
  const graph = await aNetwork(
    [
      aWarehouse('loc_house'),
      aWarehouse('loc_second'),
      aStore('loc_store'),
      aStore('loc_off', { status: 'INACTIVE' }),
      aStore('loc_other', { channelIds: ['chn_pop'] }),
    ],
    { A: { loc_house: 20, loc_second: 5, loc_store: 5, loc_off: 5, loc_other: 5 }, B: { loc_house: 3 }, C: {} },
  );
  await graph.database.sql`insert into items (sku, is_tracked) values ('WRAP', false)`;
  const ids = new Map<string, string>();
  const make = maker(graph, ids);
  await holds(graph, make);
  await pools(graph, make);
  await rules(make);
  await snapshots(graph, make);
  await tasks(make);
  await transfers(make);
  await messages(make);
  return { ...graph, ids };
}

type Make = (name: string | null, mutation: string, input: Input, caller?: typeof operator) => Promise<void>;

/** Replaces names of prepared rows by their ids. */
export const withIds = (input: Input, ids: ReadonlyMap<string, string>): Input =>
  JSON.parse(
    JSON.stringify(input).replace(/"@(\w+)"/g, (_match, name: string) => JSON.stringify(ids.get(name) ?? name)),
  );

/** What each payload calls the thing that was made. */
const shown: readonly (readonly [pattern: RegExp, field: string])[] = [
  [/Reservation$|^reserveStock$/, 'reservation'],
  [/Snapshot$/, 'snapshot'],
  [/Pool$/, 'pool'],
  [/Rule$/, 'rule'],
  [/CountTask$/, 'task'],
  [/TransferOrder$/, 'transferOrder'],
];

function maker(graph: NetworkGraph, ids: Map<string, string>): Make {
  let keys = 0;
  return async (name, mutation, input, caller = operator) => {
    const field = name && shown.find(([pattern]) => pattern.test(mutation))?.[1];
    const type = `${mutation.charAt(0).toUpperCase()}${mutation.slice(1)}Input`;
    const query = `mutation ($input: ${type}!) { answer: ${mutation}(input: $input) {
      ${field ? `made: ${field} { id }` : ''} userErrors { ... on UserError { code path } } } }`;
    const key = { idempotencyKey: `prepared-${++keys}` };
    const needsKey = /^(create|reserve|start.*Snapshot|transferPool|recordTransfer|receiveTransferOrder)/.test(
      mutation,
    );
    const { answer } = await graph.ask<{ answer: { made?: { id: string }; userErrors: object[] } }>(
      query,
      { input: withIds({ ...(needsKey ? key : {}), ...input }, ids) },
      caller,
    );
    if (answer.userErrors.length > 0) throw new Error(`${mutation}: ${JSON.stringify(answer.userErrors)}`);
    if (name && answer.made) ids.set(name, answer.made.id);
  };
}

async function holds(graph: NetworkGraph, make: Make): Promise<void> {
  const hold = (holdFor: string) => ({
    channelId: 'chn_web',
    cartReference: 'cart',
    holdFor,
    lines: [{ sku: 'A', quantity: 1 }],
  });
  await make('expired', 'reserveStock', hold('PT1M'), shopper);
  await graph.pass({ minutes: 2 });
  await make('released', 'reserveStock', hold('PT15M'), shopper);
  await make(null, 'releaseReservation', { id: '@released' }, shopper);
  await make('held', 'reserveStock', hold('PT60M'), shopper);
  await make('allocated', 'reserveStock', hold('PT60M'), shopper);
  const line = { sku: 'A', locationId: 'loc_house' };
  const lines = [
    { ...line, orderLineId: 'oln_1', quantity: 2 },
    { ...line, orderLineId: 'oln_2', quantity: 1 },
  ];
  const order = { orderId: 'ord_1', revision: 1, channelId: 'chn_web', reservationId: '@allocated', lines };
  await make(null, 'allocateOrder', order, orders);
}

async function pools({ database: { sql } }: NetworkGraph, make: Make): Promise<void> {
  // As many as a channel may have.
  await sql`
    insert into inventory_pools (id, channel_id, name, mode, created_at, updated_at)
    select 'pol_pop_' || n, 'chn_pop', 'Pop', 'SHARED', now(), now() from generate_series(1, 200) as n`;
  const shared = { channelId: 'chn_web', mode: 'SHARED' };
  await make('sharedPool', 'createInventoryPool', { ...shared, name: 'Web' });
  await make('otherSharedPool', 'createInventoryPool', { ...shared, name: 'Warehouses', locationIds: ['loc_house'] });
  const own = { channelId: 'chn_b2b', mode: 'SEGMENTED', name: 'Own', locationIds: ['loc_house', 'loc_second'] };
  await make('ownPool', 'createInventoryPool', own);
  await make(null, 'createInventoryPool', { ...own, name: 'Of arrivals', arrivalPercent: '60' });
  const lines = [{ sku: 'A', quantity: 2, locationId: 'loc_house' }];
  await make(null, 'transferPoolStock', { fromPoolId: '@sharedPool', toPoolId: '@ownPool', lines });
}

async function rules(make: Make): Promise<void> {
  await make('rule', 'createProtectionRule', { scope: { skus: ['C'] }, quantity: 1 });
  await make('endedRule', 'createProtectionRule', { scope: { skus: ['C'] }, quantity: 1 });
  await make(null, 'archiveProtectionRule', { id: '@endedRule', expectedVersion: 1 });
}

async function snapshots({ database: { sql } }: NetworkGraph, make: Make): Promise<void> {
  const of = (locationId: string, expectedChunks = 1) => ({ locationId, takenAt, expectedChunks, missingSkus: 'KEEP' });
  const chunk = (snapshotId: string, chunkNo = 1) => ({ snapshotId, chunk: chunkNo, rows: [{ sku: 'B', onHand: 0 }] });
  await make('completedSnapshot', 'startStockSnapshot', of('loc_house'), partner);
  await make(null, 'appendStockSnapshot', { ...chunk('@completedSnapshot'), rows: [{ sku: 'B', onHand: 3 }] }, partner);
  await make(null, 'completeStockSnapshot', { snapshotId: '@completedSnapshot' }, partner);
  await make('abortedSnapshot', 'startStockSnapshot', of('loc_second'), partner);
  await make(null, 'abortStockSnapshot', { snapshotId: '@abortedSnapshot' }, partner);
  await make('heldSnapshot', 'startStockSnapshot', of('loc_off'), partner);
  await make(null, 'appendStockSnapshot', chunk('@heldSnapshot'), partner);
  // The gate takes hundreds of levels to close, and is tried elsewhere.
  await sql`update stock_snapshots set status = 'HELD', hold_reason = 'Looks wrong.' where location_no =
    (select location_no from locations where id = 'loc_off')`;
  await make('fullSnapshot', 'startStockSnapshot', of('loc_second'), partner);
  await make(null, 'appendStockSnapshot', chunk('@fullSnapshot'), partner);
  await make('openSnapshot', 'startStockSnapshot', of('loc_store', 3), partner);
  await make(null, 'appendStockSnapshot', chunk('@openSnapshot', 2), partner);
}

async function tasks(make: Make): Promise<void> {
  const task = { locationId: 'loc_store', name: 'Aisle', skus: ['A', 'B'], approvalUnits: 0 };
  const counts = (countedQuantity: number) => [{ sku: 'A', countedQuantity, countedAt: '2026-11-22T09:31:00Z' }];
  for (const name of ['openTask', 'otherTask', 'waitingTask', 'postedTask', 'cancelledTask']) {
    await make(name, 'createCountTask', task);
  }
  await make(null, 'cancelCountTask', { id: '@cancelledTask' });
  await make(null, 'recordCountedQuantities', { id: '@waitingTask', counts: counts(1) });
  await make(null, 'submitCountTask', { id: '@waitingTask' });
  await make(null, 'recordCountedQuantities', { id: '@postedTask', counts: counts(5) });
  await make(null, 'submitCountTask', { id: '@postedTask' });
}

async function transfers(make: Make): Promise<void> {
  const order = (quantity: number) => ({
    fromLocationId: 'loc_house',
    toLocationId: 'loc_store',
    lines: [{ sku: 'A', quantity }],
  });
  const expectedAt = '2026-11-24T09:00:00Z';
  for (const name of ['draft', 'requested', 'emptyPick', 'picking', 'shipped', 'cancelled']) {
    await make(name, 'createTransferOrder', order(2));
  }
  await make('largeDraft', 'createTransferOrder', order(99));
  await make(null, 'cancelTransferOrder', { id: '@cancelled' });
  for (const id of ['@requested', '@emptyPick', '@picking', '@shipped'])
    await make(null, 'requestTransferOrder', { id });
  await make(null, 'recordTransferPick', { id: '@emptyPick', lines: [{ sku: 'A', notFoundQuantity: 2 }] });
  for (const id of ['@picking', '@shipped']) {
    await make(null, 'recordTransferPick', { id, lines: [{ sku: 'A', pickedQuantity: 2 }] });
  }
  await make(null, 'shipTransferOrder', { id: '@shipped', expectedAt });
}

/** What came from outside: an event whose id is taken, and goods on their way to where nothing is yet. */
async function messages(make: Make): Promise<void> {
  const occurredAt = '2026-11-22T08:30:00Z';
  const event = { eventId: 'told-before', locationId: 'loc_store', sku: 'A', delta: -1, reason: 'SALE', occurredAt };
  await make(null, 'recordStockEvents', { source: 'till', events: [event] }, partner);
  const receipt = {
    reference: 'PO-1',
    locationId: 'loc_second',
    sku: 'B',
    quantity: 4,
    expectedAt: '2026-12-01T08:00:00Z',
  };
  const statement = { source: 'erp', statedAt: occurredAt, receipts: [receipt] };
  await make(null, 'recordExpectedReceipts', statement, partner);
}
