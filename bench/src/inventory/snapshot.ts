import path from 'node:path';
import { startEmbedded } from '@passerelle/database/embedded';
import { makeDatabase } from '../database.ts';
import { type Spread, spread } from '../statistics.ts';
import { open } from './dataset.ts';
import { bareWrites, copyRows } from './snapshot-limits.ts';
import { openSnapshotStore, type SnapshotStore } from './snapshot-store.ts';

/** How many rows of a snapshot say another number than the level has. */
const shares = [
  { differs: 'every row', step: 1 },
  { differs: 'one in twenty', step: 20 },
] as const;

/** Rows of one snapshot for a second, in each way, and against what limits it in the same round. */
export type SnapshotMeasure = {
  readonly rows: number;
  readonly differs: string;
  /** COPY of the same SKUs and units into an empty table without indexes. */
  readonly copy: Spread;
  /** Nothing but the entries of the ledger and the changed levels, by one INSERT and one UPDATE. */
  readonly bare: Spread;
  /** Judging and applying what was received. */
  readonly applying: Spread;
  /** From the first chunk to the answer that it was applied, in GraphQL without HTTP. */
  readonly chunks: Spread;
  /** One CSV to `POST /feeds/stock/snapshots`, to the answer that it was applied. */
  readonly file: Spread;
  readonly applyingRatio: Spread;
  readonly applyingToBare: Spread;
  readonly chunksRatio: Spread;
  readonly fileRatio: Spread;
};

type Round = { copyMs: number; bareMs: number; applyingMs: number; chunksMs: number; fileMs: number };

/** One snapshot in each way, each with other numbers than before in its share of the rows. */
async function roundOf(url: string, store: SnapshotStore, step: number): Promise<Round> {
  const copyMs = await copyRows(url, store.skus, store.units);
  const bareMs = await bareWrites(url, step);
  store.change(step);
  const { wholeMs, applyingMs } = await store.sendChunks();
  store.change(step);
  return { copyMs, bareMs, applyingMs, chunksMs: wholeMs, fileMs: await store.sendFile() };
}

function measureOf(rows: number, differs: string, rounds: readonly Round[]): SnapshotMeasure {
  const rate = (of: (round: Round) => number) => spread(rounds.map((round) => (rows * 1000) / of(round)));
  const ratio = (limit: (round: Round) => number, of: (round: Round) => number) =>
    spread(rounds.map((round) => limit(round) / of(round)));
  const copy = (round: Round) => round.copyMs;
  return {
    rows,
    differs,
    copy: rate(copy),
    bare: rate((round) => round.bareMs),
    applying: rate((round) => round.applyingMs),
    chunks: rate((round) => round.chunksMs),
    file: rate((round) => round.fileMs),
    applyingRatio: ratio(copy, (round) => round.applyingMs),
    applyingToBare: ratio(
      (round) => round.bareMs,
      (round) => round.applyingMs,
    ),
    chunksRatio: ratio(copy, (round) => round.chunksMs),
    fileRatio: ratio(copy, (round) => round.fileMs),
  };
}

/** Sends snapshots of one store again and again, and beside each what limits it. The first round warms up. */
export async function measureSnapshot(adminUrl: string, rows: number, rounds: number): Promise<SnapshotMeasure[]> {
  const url = await makeDatabase(adminUrl, `bench_snapshot_${rows}`, ['inventory']);
  const inventory = await open(url, {});
  const store = await openSnapshotStore(inventory, rows);
  try {
    const all = shares.map(() => [] as Round[]);
    for (let round = -1; round < rounds; round++) {
      for (const [index, { step }] of shares.entries()) {
        const measured = await roundOf(inventory.subgraph.database.url, store, step);
        if (round >= 0) all[index]?.push(measured);
      }
    }
    return shares.map(({ differs }, index) => measureOf(rows, differs, all[index] ?? []));
  } finally {
    await store.close();
    await inventory.close();
  }
}

/** Snapshots of several sizes on an embedded and durable PostgreSQL of their own. */
export async function measureSnapshots(sizes: readonly number[], rounds: number, dataDir: string) {
  const server = await startEmbedded({ dataDir: path.resolve(dataDir) });
  const measures: SnapshotMeasure[] = [];
  try {
    for (const rows of sizes) measures.push(...(await measureSnapshot(server.url, rows, rounds)));
    return measures;
  } finally {
    await server.stop();
  }
}
