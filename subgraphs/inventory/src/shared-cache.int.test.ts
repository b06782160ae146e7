import { setImmediate } from 'node:timers/promises';
import { readOperation } from '@passerelle/contracts/operations';
import { connect } from '@passerelle/database';
import { anonymous, createLog, type Executor, openGraph } from '@passerelle/server';
import { aCaller, ask } from '@passerelle/testing';
import { afterAll, beforeAll, expect, it, vi } from 'vitest';
import { aNetwork, aStore, aWarehouse, faults, type NetworkGraph } from '../test/a-network.ts';
import { openInventory } from './index.ts';

const listing = readOperation('storefront', 'ListingAvailability');
const sales = `mutation ($input: RecordStockEventsInput!) {
  recordStockEvents(input: $input) { appliedCount userErrors { __typename } } }`;
const hold = `mutation ($input: ReserveStockInput!) {
  reserveStock(input: $input) { reservation { id } userErrors { __typename } } }`;

const resources = new AsyncDisposableStack();
let first: NetworkGraph;
let second: Executor;
const statements: string[] = [];

beforeAll(async () => {
  first = resources.use(
    await aNetwork([aWarehouse('loc_w'), aStore('loc_a')], {
      SHIRT: { loc_w: 100, loc_a: 50 },
      SHOES: { loc_w: 10 },
    }),
  );
  const other = await openGraph({
    databaseUrl: first.adminUrl,
    open: { inventory: openInventory },
    remote: {},
    serviceSecret: 'a secret of thirty-two characters',
    now: first.clock.now,
    log: createLog('silent'),
    poolSize: 4,
    onStatement: (text) => statements.push(text),
  });
  resources.defer(other.close);
  second = other.executors.get('inventory') as Executor;
});
afterAll(async () => {
  expect(await faults(first)).toEqual([]);
  await resources.disposeAsync();
});

type Shown = { availability: { sellableQuantity: number }[] };
const unitsAt = async (executor: Executor, skus = ['SHIRT']) =>
  (await ask<Shown>(executor, listing, { channelId: 'chn_web', skus }, anonymous)).availability.map(
    ({ sellableQuantity }) => sellableQuantity,
  );
/** What the database says, through no cache. */
async function unitsStored() {
  const [row] = await first.database.sql`
    select sum(on_hand - reserved)::integer as units from stock_levels join items using (item_no) where sku = 'SHIRT'`;
  return [row?.units];
}

let sale = 0;
const sell = (units: number) =>
  first.ask<{ recordStockEvents: { appliedCount: number } }>(
    sales,
    {
      input: {
        source: 'till',
        events: [
          {
            eventId: `sale-${++sale}`,
            locationId: 'loc_a',
            sku: 'SHIRT',
            delta: -units,
            reason: 'SALE',
            occurredAt: first.clock.now().toISOString(),
          },
        ],
      },
    },
    aCaller('partner'),
  );
const reserve = (quantity: number) =>
  first.ask(
    hold,
    {
      input: {
        idempotencyKey: crypto.randomUUID(),
        channelId: 'chn_web',
        cartReference: 'cart',
        lines: [{ sku: 'SHIRT', quantity }],
      },
    },
    aCaller('shopper'),
  );

it('asks the database once and then never, until something changes', async () => {
  await unitsAt(first.executor);
  first.statements.length = 0;
  expect(await unitsAt(first.executor, ['SHIRT', 'SHOES'])).toEqual([150, 10]);
  expect(first.statements).toHaveLength(1);
  first.statements.length = 0;
  expect(await unitsAt(first.executor, ['SHOES', 'SHIRT'])).toEqual([10, 150]);
  expect(first.statements).toHaveLength(0);
});

it('shows a sale and a hold in the next answer of the process that made them, and at once in the other', async () => {
  expect(await unitsAt(second)).toEqual(await unitsAt(first.executor));
  for (let turn = 0; turn < 10; turn++) {
    await (turn % 2 === 0 ? sell(1) : reserve(2));
    const stored = await unitsStored();
    expect(await unitsAt(first.executor)).toEqual(stored);
    await expect.poll(() => unitsAt(second), { timeout: 20_000, interval: 1 }).toEqual(stored);
  }
  statements.length = 0;
  await unitsAt(second);
  expect(statements).toHaveLength(0);
});

it('reads nothing anew that its own hold wrote', async () => {
  await unitsAt(first.executor);
  await reserve(1);
  first.statements.length = 0;
  const shown = await unitsAt(first.executor);
  expect(first.statements).toEqual([]);
  expect(shown).toEqual(await unitsStored());
});

it('reads of a snapshot of one store only what that store has, in both processes', async () => {
  expect(await unitsAt(second, ['SHIRT', 'SHOES'])).toEqual(await unitsAt(first.executor, ['SHIRT', 'SHOES']));
  statements.length = 0;
  const send = <Data>(operation: string, input: object) =>
    first.ask<Data>(readOperation('partner', operation), { input }, aCaller('partner'));
  const { startStockSnapshot } = await send<{ startStockSnapshot: { snapshot: { id: string } } }>('SnapshotStart', {
    idempotencyKey: crypto.randomUUID(),
    locationId: 'loc_a',
    takenAt: first.clock.now().toISOString(),
    expectedChunks: 1,
  });
  const snapshotId = startStockSnapshot.snapshot.id;
  const rows = [
    { sku: 'SHIRT', onHand: 45 },
    { sku: 'SHOES', onHand: 3 },
  ];
  await send('SnapshotChunk', { snapshotId, chunk: 1, rows });
  await send('SnapshotDone', { snapshotId });
  const stored = [...(await unitsStored()), 13];
  expect(await unitsAt(first.executor, ['SHIRT', 'SHOES'])).toEqual(stored);
  await expect.poll(() => unitsAt(second, ['SHIRT', 'SHOES']), { timeout: 20_000, interval: 1 }).toEqual(stored);
  expect(statements.filter((text) => text.includes('from items'))).toEqual([expect.stringContaining('union all')]);
});

it('keeps nothing old, however many read while many write', async () => {
  let isOver = false;
  const reader = async (executor: Executor) => {
    while (!isOver) {
      await unitsAt(executor);
      // What is in memory is answered without ever letting a socket be read.
      await setImmediate();
    }
  };
  const readers = [first.executor, first.executor, second, second].map(reader);
  await Promise.all(Array.from({ length: 20 }, (_, turn) => (turn % 2 === 0 ? sell(1) : reserve(1))));
  isOver = true;
  await Promise.all(readers);
  const stored = await unitsStored();
  expect(await unitsAt(first.executor)).toEqual(stored);
  await expect.poll(() => unitsAt(second), { timeout: 20_000, interval: 1 }).toEqual(stored);
});

it('is told by the database of what somebody else writes', async () => {
  const admin = connect({ url: first.adminUrl, schema: 'inventory', max: 1 });
  resources.defer(admin.close);
  for (const units of [5, -5]) {
    const before = await Promise.all([unitsAt(first.executor), unitsAt(second)]);
    expect(before[0]).toEqual(before[1]);
    await admin.sql`
      update stock_levels set on_hand = on_hand + ${units} from items
      where items.item_no = stock_levels.item_no and sku = 'SHIRT'
        and location_no = (select location_no from locations where id = 'loc_w')`;
    const stored = await unitsStored();
    for (const executor of [first.executor, second]) {
      await expect.poll(() => unitsAt(executor), { timeout: 20_000, interval: 1 }).toEqual(stored);
    }
  }
});

it('is not used while its listener is lost, and begins anew after that', async () => {
  await unitsAt(second);
  const admin = connect({ url: first.adminUrl, max: 1 });
  resources.defer(admin.close);
  const cut = await admin.sql`
    select pg_terminate_backend(pid) from pg_stat_activity
    where application_name = 'passerelle watch' and datname = current_database()`;
  expect(cut).toHaveLength(2);
  await vi.waitFor(
    async () => {
      statements.length = 0;
      await unitsAt(second);
      expect(statements).toHaveLength(1);
    },
    { timeout: 20_000, interval: 1 },
  );
  await vi.waitFor(
    async () => {
      await unitsAt(second);
      statements.length = 0;
      await unitsAt(second);
      expect(statements).toHaveLength(0);
    },
    { timeout: 20_000 },
  );
});
