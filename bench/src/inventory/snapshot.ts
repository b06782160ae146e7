import { randomUUID } from 'node:crypto';
import path from 'node:path';
import { pipeline } from 'node:stream/promises';
import { readOperation } from '@passerelle/contracts/operations';
import { startEmbedded } from '@passerelle/database/embedded';
import { toFeedEntry } from '@passerelle/eligibility';
import postgres from 'postgres';
import { makeDatabase } from '../database.ts';
import { type Spread, spread } from '../statistics.ts';
import { aCaller, factsOf, type OpenedInventory, open } from './dataset.ts';

const rowsPerChunk = 1000;
const till = aCaller('partner');
const admin = aCaller('operator');

/** Rows a second of a store's whole stock, in which every row differs, and of a bare COPY of the same rows. */
export type SnapshotMeasure = {
  readonly rows: number;
  /** From the first chunk to the answer that it was applied. */
  readonly whole: Spread;
  /** The last step alone: judging and applying what was received. */
  readonly applying: Spread;
  /** COPY of the same SKUs and units into an empty table without indexes, in the same round. */
  readonly copy: Spread;
  readonly wholeRatio: Spread;
  readonly applyingRatio: Spread;
};

type Sent = { snapshot: { id: string; status: string } | null; userErrors: unknown[] };

async function sendSnapshot(inventory: OpenedInventory, skus: readonly string[], unitsOf: (index: number) => number) {
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
    const rows = skus.slice(first, first + rowsPerChunk).map((sku, place) => ({ sku, onHand: unitsOf(first + place) }));
    await send('SnapshotChunk', { snapshotId, chunk, rows });
  }
  const received = performance.now();
  const done = await send('SnapshotDone', { snapshotId });
  if (done.snapshot?.status !== 'COMPLETED') throw new Error(JSON.stringify(done));
  const applied = performance.now();
  return { wholeMs: applied - begun, applyingMs: applied - received };
}

async function copyRows(url: string, skus: readonly string[], unitsOf: (index: number) => number): Promise<number> {
  const sql = postgres(url, { max: 1, onnotice: () => {} });
  try {
    await sql`create table if not exists staged (sku text not null, on_hand integer not null, blocked integer not null)`;
    await sql`truncate staged`;
    const lines: string[] = [];
    for (let first = 0; first < skus.length; first += rowsPerChunk) {
      const rows = skus.slice(first, first + rowsPerChunk);
      lines.push(rows.map((sku, place) => `${sku}\t${unitsOf(first + place)}\t0\n`).join(''));
    }
    const begun = performance.now();
    await pipeline(lines, await sql`copy staged (sku, on_hand, blocked) from stdin`.writable());
    return performance.now() - begun;
  } finally {
    await sql.end();
  }
}

/** Sends snapshots of one store again and again, every row of each another number than before, and COPY beside it. */
export async function measureSnapshot(adminUrl: string, rows: number, rounds: number): Promise<SnapshotMeasure> {
  const url = await makeDatabase(adminUrl, `bench_snapshot_${rows}`, ['inventory']);
  const inventory = await open(url, {});
  try {
    const { subgraph } = inventory;
    const facts = factsOf(1);
    const told = { id: 'evt_1', type: 'location.eligibility-changed', subject: 'loc_1' } as const;
    await subgraph.receive([{ ...told, data: toFeedEntry(1, facts), occurredAt: facts.occurredAt }]);
    await subgraph.database.sql`insert into items (sku) select 'S' || n from generate_series(0, ${rows - 1}) as n`;
    const gate = { locationId: 'loc_1', maxChangePercent: null, maxEmptiedPercent: null };
    const set = 'mutation ($input: SetStockFeedInput!) { setStockFeed(input: $input) { feed { mode } } }';
    await inventory.ask(set, { input: gate }, admin);
    const skus = Array.from({ length: rows }, (_, n) => `S${n}`);
    const rates = { whole: [] as number[], applying: [] as number[], copy: [] as number[] };
    for (let round = -1; round < rounds; round++) {
      const unitsOf = (index: number) => 5 + ((index + round + 2) % 40);
      const copyMs = await copyRows(url, skus, unitsOf);
      const { wholeMs, applyingMs } = await sendSnapshot(inventory, skus, unitsOf);
      // The first one makes the levels.
      if (round < 0) continue;
      rates.copy.push((rows * 1000) / copyMs);
      rates.whole.push((rows * 1000) / wholeMs);
      rates.applying.push((rows * 1000) / applyingMs);
    }
    const ratio = (mine: readonly number[]) => spread(mine.map((rate, round) => rate / (rates.copy[round] as number)));
    return {
      rows,
      whole: spread(rates.whole),
      applying: spread(rates.applying),
      copy: spread(rates.copy),
      wholeRatio: ratio(rates.whole),
      applyingRatio: ratio(rates.applying),
    };
  } finally {
    await inventory.close();
  }
}

/** Snapshots of several sizes on an embedded and durable PostgreSQL of their own. */
export async function measureSnapshots(sizes: readonly number[], rounds: number, dataDir: string) {
  const server = await startEmbedded({ dataDir: path.resolve(dataDir) });
  const measures: SnapshotMeasure[] = [];
  try {
    for (const rows of sizes) measures.push(await measureSnapshot(server.url, rows, rounds));
    return measures;
  } finally {
    await server.stop();
  }
}
