import { createHash } from 'node:crypto';
import { type Connection, inTransaction } from '@passerelle/database';
import type { Caller } from '@passerelle/server';
import { invalidState, notFound, ok, type Refusal, type Result, refuse } from '@passerelle/values';
import type { ActionContext } from '../context.ts';
import { seesLocation } from '../domain/feed-scope.ts';
import {
  checkChunk,
  maxRows,
  maxRowsOfText,
  parseRows,
  readRows,
  type Snapshot,
  type SnapshotRow,
  type SnapshotSequence,
  snapshotSequence,
} from '../domain/snapshot.ts';
import { findItemNos } from '../storage/items.ts';
import { findChunkHash, findMissingChunks, insertChunk, lockSnapshot } from '../storage/snapshots.ts';

export type SnapshotChunk = {
  readonly snapshotId: string;
  /** From 1. */
  readonly chunk: number;
  readonly rows: readonly SnapshotRow[];
};

type Answer = Result<string, Refusal | SnapshotSequence>;

/** Keeps one chunk of a snapshot. The same chunk again is harmless; chunks may come in any order. */
export function appendStockSnapshot(
  context: ActionContext & { readonly caller: Caller },
  { snapshotId, chunk, rows }: SnapshotChunk,
  mostRows = maxRows,
): Promise<Answer> {
  return inTransaction(context.database, async (tx): Promise<Answer> => {
    const snapshot = await lockSnapshot(tx, snapshotId);
    if (!snapshot || !seesLocation(context.caller, snapshot.locationId)) {
      return refuse(notFound('snapshot', snapshotId, ['snapshotId']));
    }
    if (snapshot.status !== 'OPEN') {
      const message = `The snapshot is ${snapshot.status}; chunks are added while it is OPEN. Start a new one.`;
      return refuse(invalidState(message, snapshot.status, ['snapshotId']));
    }
    const wrong = checkChunk(chunk, rows.length, snapshot.expectedChunks, mostRows);
    if (wrong.length > 0) return refuse(...wrong);

    const hash = contentHash(rows);
    const known = await findChunkHash(tx, snapshotId, chunk);
    if (known === undefined) await keepChunk(tx, snapshotId, chunk, hash, rows);
    else if (known !== hash) return refuse(await otherContent(tx, snapshot, chunk));
    return ok(snapshotId);
  });
}

/** The same with rows as one text. */
export async function appendSnapshotText(
  context: ActionContext & { readonly caller: Caller },
  { rows: text, ...chunk }: Omit<SnapshotChunk, 'rows'> & { readonly rows: string },
): Promise<Answer> {
  const rows = parseRows(text);
  return rows.ok ? appendStockSnapshot(context, { ...chunk, rows: rows.value }, maxRowsOfText) : rows;
}

async function keepChunk(tx: Connection, id: string, chunk: number, hash: string, rows: readonly SnapshotRow[]) {
  const skus = rows.map((row) => row.sku);
  await insertChunk(tx, id, { chunk, hash, ...readRows(chunk, rows, await findItemNos(tx, skus)) });
}

/** SHA-256 of what the rows say, in their order. */
const contentHash = (rows: readonly SnapshotRow[]) =>
  createHash('sha256')
    .update(JSON.stringify(rows.map(({ sku, onHand, blocked = 0 }) => [sku, onHand, blocked])))
    .digest('hex');

async function otherContent(tx: Connection, snapshot: Snapshot, chunk: number): Promise<SnapshotSequence> {
  const message = `Chunk ${chunk} was sent before with other rows. Abort the snapshot and start a new one to replace it.`;
  return snapshotSequence(message, await findMissingChunks(tx, snapshot), ['input', 'chunk']);
}
