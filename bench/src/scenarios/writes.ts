import { randomUUID } from 'node:crypto';
import { readOperation } from '@passerelle/contracts/operations';
import { pick, readRetailer, readStock } from '../retailer.ts';
import { dataOf, type PrepareScenario, type Scenario } from '../scenario.ts';
import type { Target } from '../target.ts';

const euro = (amount: string) => ({ amount, currency: 'EUR' });

type Placed = { placeOrder: { order: { id: string } | null; userErrors: { code: string }[] } };

/** A buyer places an order of 2 lines for delivery: priced, sourced, allocated, stored. */
export const checkout: PrepareScenario = (target) => checkouts(target, 'checkout', 16);

/** The same with as many buyers as come at once on a busy day. */
export const checkout64: PrepareScenario = (target) => checkouts(target, 'checkout-64', 64);

async function checkouts(target: Target, name: string, clients: number): Promise<Scenario> {
  const { channelId, skus } = await readRetailer(target);
  const query = readOperation('storefront', 'Checkout');
  const token = target.tokenOf('storefront');
  return {
    name,
    unit: 'orders',
    clients,
    once: async (turn) => {
      const lines = [...new Set(pick(skus, turn, 2))].map((sku) => ({
        sku,
        quantity: 1,
        name: sku,
        unitPrice: euro('10.00'),
        taxTotal: euro('1.67'),
        deliveryGroupKey: 'home',
      }));
      const input = {
        idempotencyKey: randomUUID(),
        channelId,
        customer: { email: 'buyer@example.com', firstName: 'Ada', lastName: 'Martin' },
        deliveryGroups: [
          {
            key: 'home',
            method: 'DELIVERY',
            shippingAddress: { lines: ['1 rue de la Paix'], city: 'Paris', postalCode: '75002', countryCode: 'FR' },
            price: euro('0.00'),
          },
        ],
        lines,
        expectedTotal: euro(`${lines.length * 10}.00`),
        payment: {
          provider: 'bench',
          reference: randomUUID(),
          method: 'card',
          authorized: euro(`${lines.length * 10}.00`),
        },
      };
      const { placeOrder } = dataOf<Placed>(await target.ask({ query, variables: { input }, token }));
      if (!placeOrder.order) throw new Error(JSON.stringify(placeOrder.userErrors));
      return 1;
    },
  };
}

const eventsPerBatch = 100;
type Applied = { recordStockEvents: { appliedCount: number } };

/** Tills tell their sales, 100 at a time; as many come in as go out, so that stock stays what it was. */
export const tillEvents: PrepareScenario = async (target) => {
  const { skus, stores } = await readRetailer(target);
  const query = readOperation('partner', 'TillEvents');
  const token = target.tokenOf('partner');
  return {
    name: 'till-events',
    unit: 'events',
    clients: 4,
    once: async (turn) => {
      const occurredAt = new Date().toISOString();
      const events = pick(skus, turn, eventsPerBatch).map((sku, i) => ({
        eventId: randomUUID(),
        locationId: stores[turn % stores.length]?.id,
        sku,
        delta: i % 2 === 0 ? -1 : 1,
        reason: i % 2 === 0 ? 'SALE' : 'RETURN',
        occurredAt,
      }));
      const answer = await target.ask({ query, variables: { input: { source: 'bench', events } }, token });
      const { recordStockEvents } = dataOf<Applied>(answer);
      if (recordStockEvents.appliedCount !== eventsPerBatch) throw new Error(answer.text.slice(0, 500));
      return eventsPerBatch;
    },
  };
};

const rowsPerChunk = 1000;

/** A store sends its whole stock, in chunks of 1 000 rows, and has it applied; one row in ten differs by a unit. */
export const snapshot: PrepareScenario = (target) =>
  snapshots(
    target,
    { name: 'snapshot', clients: 1 },
    (onHand, turn, row) => onHand + ((turn + row) % 10 === 0 ? 1 : 0),
  );

/** Stores do so at once, with another number in every row: as many levels are written as rows are sent. */
export const stockWrites: PrepareScenario = (target) =>
  snapshots(target, { name: 'stock-writes', clients: 4 }, (onHand, turn) => onHand + 1 + (turn % 2));

/** Each client has a store of its own. */
async function snapshots(
  target: Target,
  { name, clients }: { readonly name: string; readonly clients: number },
  unitsOf: (onHand: number, turn: number, row: number) => number,
): Promise<Scenario> {
  const { stores } = await readRetailer(target);
  const idle: { readonly id: string; readonly stock: Awaited<ReturnType<typeof readStock>>; turn: number }[] = [];
  for (const { id } of stores.slice(0, clients)) {
    idle.push({ id, stock: await readStock(target, id), turn: 0 });
  }
  return {
    name,
    unit: 'rows',
    clients,
    async once() {
      const store = idle.pop();
      if (!store) throw new Error(`${name} needs ${clients} stores`);
      const turn = store.turn++;
      await sendSnapshot(
        target,
        store.id,
        store.stock.map(({ sku, onHand }, row) => ({ sku, onHand: unitsOf(onHand, turn, row) })),
      );
      idle.push(store);
      return store.stock.length;
    },
  };
}

type Sent = { snapshot: { id: string; status: string } | null; userErrors: unknown[] };

async function sendSnapshot(target: Target, locationId: string, rows: readonly { sku: string; onHand: number }[]) {
  const token = target.tokenOf('partner');
  const send = async <Data>(operation: string, input: unknown) =>
    dataOf<Data>(await target.ask({ query: readOperation('partner', operation), variables: { input }, token }));
  const { startStockSnapshot } = await send<{ startStockSnapshot: Sent }>('SnapshotStart', {
    idempotencyKey: randomUUID(),
    locationId,
    takenAt: new Date().toISOString(),
    expectedChunks: Math.ceil(rows.length / rowsPerChunk),
  });
  const snapshotId = startStockSnapshot.snapshot?.id;
  if (!snapshotId) throw new Error(JSON.stringify(startStockSnapshot.userErrors));
  for (let first = 0, chunk = 1; first < rows.length; first += rowsPerChunk, chunk++) {
    await send('SnapshotChunk', { snapshotId, chunk, rows: rows.slice(first, first + rowsPerChunk) });
  }
  const { completeStockSnapshot } = await send<{ completeStockSnapshot: Sent }>('SnapshotDone', { snapshotId });
  if (completeStockSnapshot.snapshot?.status !== 'COMPLETED') throw new Error(JSON.stringify(completeStockSnapshot));
}
