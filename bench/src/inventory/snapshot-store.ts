import { randomUUID } from 'node:crypto';
import { readOperation } from '@passerelle/contracts/operations';
import { toFeedEntry } from '@passerelle/eligibility';
import { serve } from '@passerelle/server';
import { localSend } from '../../../gateway/src/data-sources.ts';
import { feedRoutes } from '../../../gateway/src/feeds/routes.ts';
import { aCaller, factsOf, type OpenedInventory } from './dataset.ts';

const rowsPerChunk = 1000;
const till = aCaller('partner');
const admin = aCaller('operator');

/** A store whose whole stock is sent, and what it says of each SKU now. */
export type SnapshotStore = {
  readonly skus: readonly string[];
  readonly units: readonly number[];
  /** Gives another number to one row in so many. */
  readonly change: (step: number) => void;
  readonly sendChunks: () => Promise<{ readonly wholeMs: number; readonly applyingMs: number }>;
  /** Milliseconds of sending it as one CSV over HTTP. */
  readonly sendFile: () => Promise<number>;
  readonly close: () => Promise<void>;
};

/** The store, with its levels made by a first snapshot, and another with as many levels of its own. */
export async function openSnapshotStore(inventory: OpenedInventory, rows: number): Promise<SnapshotStore> {
  await makeStores(inventory, rows);
  const skus = Array.from({ length: rows }, (_, n) => `S${n}`);
  const units = skus.map((_sku, index) => 5 + (index % 40));
  const context = async () => ({ caller: till, requestId: 'bench', silent: new Set<string>() });
  const routes = feedRoutes(context, { inventory: localSend(inventory.executor) });
  const door = await serve(routes, { port: 0, onError: (error) => console.error(error) });
  const sendChunks = () => sendInChunks(inventory, skus, units);
  await sendChunks();
  await inventory.subgraph.database.sql`vacuum analyze`;
  return {
    skus,
    units,
    change(step) {
      // Numbers of items begin at 1.
      for (let index = step - 1; index < rows; index += step) units[index] = 5 + (((units[index] as number) - 4) % 40);
    },
    sendChunks,
    sendFile: () => sendAsFile(door.port, skus, units),
    close: () => door.close(),
  };
}

async function makeStores({ subgraph, ask }: OpenedInventory, rows: number): Promise<void> {
  const { sql } = subgraph.database;
  await subgraph.receive(
    [1, 2].map((place) => {
      const facts = factsOf(place);
      const told = { id: `evt_${place}`, type: 'location.eligibility-changed', subject: facts.locationId } as const;
      return { ...told, data: toFeedEntry(place, facts), occurredAt: facts.occurredAt };
    }),
  );
  await sql`insert into items (sku) select 'S' || n from generate_series(0, ${rows - 1}) as n`;
  await sql`
    insert into stock_levels (item_no, location_no, on_hand)
    select item_no, location_no, 0 from items cross join locations where id = 'loc_2' order by item_no`;
  const gate = { locationId: 'loc_1', maxChangePercent: null, maxEmptiedPercent: null };
  const set = 'mutation ($input: SetStockFeedInput!) { setStockFeed(input: $input) { feed { mode } } }';
  await ask(set, { input: gate }, admin);
}

type Sent = { snapshot: { id: string; status: string } | null; userErrors: unknown[] };

async function sendInChunks(inventory: OpenedInventory, skus: readonly string[], units: readonly number[]) {
  const send = async (name: string, input: object) => {
    const answer = await inventory.ask<Record<string, Sent>>(readOperation('partner', name), { input }, till);
    return Object.values(answer)[0] as Sent;
  };
  const begun = performance.now();
  const { snapshot, userErrors } = await send('SnapshotStart', {
    idempotencyKey: randomUUID(),
    locationId: 'loc_1',
    takenAt: new Date().toISOString(),
    expectedChunks: Math.ceil(skus.length / rowsPerChunk),
  });
  const snapshotId = snapshot?.id;
  if (!snapshotId) throw new Error(JSON.stringify(userErrors));
  for (let first = 0, chunk = 1; first < skus.length; first += rowsPerChunk, chunk++) {
    const some = skus.slice(first, first + rowsPerChunk);
    await send('SnapshotChunk', {
      snapshotId,
      chunk,
      rows: some.map((sku, place) => ({ sku, onHand: units[first + place] })),
    });
  }
  const received = performance.now();
  const done = await send('SnapshotDone', { snapshotId });
  if (done.snapshot?.status !== 'COMPLETED') throw new Error(JSON.stringify(done));
  const applied = performance.now();
  return { wholeMs: applied - begun, applyingMs: applied - received };
}

async function sendAsFile(port: number, skus: readonly string[], units: readonly number[]): Promise<number> {
  const body = `sku,on_hand\n${skus.map((sku, index) => `${sku},${units[index]}\n`).join('')}`;
  const takenAt = new Date().toISOString();
  const begun = performance.now();
  const query = new URLSearchParams({ locationId: 'loc_1', takenAt, records: String(skus.length) });
  const response = await fetch(`http://127.0.0.1:${port}/feeds/stock/snapshots?${query}`, {
    method: 'POST',
    body,
    headers: { 'content-type': 'text/csv' },
  });
  const answer = (await response.json()) as Sent;
  if (answer.snapshot?.status !== 'COMPLETED') throw new Error(JSON.stringify(answer));
  return performance.now() - begun;
}
