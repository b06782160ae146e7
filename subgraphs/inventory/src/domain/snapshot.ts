import {
  type Connection,
  invalidInput,
  limitExceeded,
  type OwnRefusal,
  ok,
  type Refusal,
  type Result,
  refuse,
} from '@passerelle/values';

export type SnapshotStatus = 'OPEN' | 'HELD' | 'COMPLETED' | 'ABORTED';
export type MissingSkus = 'SET_TO_ZERO' | 'KEEP';

export type SnapshotRejection = {
  /** From 1. */
  readonly chunk: number;
  /** Within the chunk, from 0. */
  readonly row: number;
  readonly sku: string | null;
  readonly code: 'INVALID_INPUT' | 'NOT_FOUND';
  readonly message: string;
};

export type SnapshotSummary = {
  readonly unchangedLevels: number;
  readonly changedLevels: number;
  readonly zeroedLevels: number;
  readonly replayedEvents: number;
  readonly netUnits: number;
};

/** One upload of a location's whole stock. */
export type Snapshot = {
  readonly id: string;
  readonly locationNo: number;
  readonly locationId: string;
  readonly status: SnapshotStatus;
  readonly takenAt: Date;
  readonly expectedChunks: number;
  readonly receivedChunks: number;
  readonly rowCount: number;
  readonly missingSkus: MissingSkus;
  /** The first hundred. */
  readonly rejectedRows: readonly SnapshotRejection[];
  readonly summary: SnapshotSummary | null;
  readonly holdReason: string | null;
  /** Who took a held snapshot for true. */
  readonly releasedBy: string | null;
  readonly completedAt: Date | null;
};

export type SnapshotPage = Connection<Snapshot>;

export type SnapshotSequence = OwnRefusal<'SNAPSHOT_SEQUENCE', { readonly missingChunks: readonly number[] }>;

export const snapshotSequence = (
  message: string,
  missingChunks: readonly number[],
  path: readonly string[] | null,
): SnapshotSequence => ({ code: 'SNAPSHOT_SEQUENCE', message, path, missingChunks });

export type SnapshotRow = { readonly sku: string; readonly onHand: number; readonly blocked?: number };

/** A row as it is kept until the snapshot is applied; a refused one has no item. */
export type ReadRow = { readonly itemNo: number | null; readonly onHand: number; readonly blocked: number };

/** Rows of a chunk; a text of rows is one value to GraphQL, which looks at each row of a list. */
export const maxRows = 1000;
export const maxRowsOfText = 10_000;
export const maxChunks = 10_000;
/** Units one report may state; keeps sums far below what an integer column holds. */
export const maxUnits = 100_000_000;

const refused: ReadRow = { itemNo: null, onHand: 0, blocked: 0 };

/**
 * Tells usable rows of a chunk from refused ones. A refused row counts as not listed: its quantity cannot be believed,
 * and selling what may not be there costs more than not selling it.
 */
export function readRows(
  chunk: number,
  rows: readonly SnapshotRow[],
  /** Of each row; 0 when nobody knows its SKU. */
  itemNos: readonly number[],
): { rows: readonly ReadRow[]; rejections: readonly SnapshotRejection[] } {
  const seen = new Set<string>();
  const rejections: SnapshotRejection[] = [];
  const read = rows.map(({ sku, onHand, blocked = 0 }, row): ReadRow => {
    const itemNo = itemNos[row] || null;
    const problem = itemNo === null ? unknownSku(sku) : problemOf({ sku, onHand, blocked }, seen);
    if (problem === null) {
      seen.add(sku);
      return { itemNo, onHand, blocked };
    }
    // What the database cannot store must not travel back through it either.
    rejections.push({ chunk, row, sku: sku.replaceAll('\0', ''), ...problem });
    return refused;
  });
  return { rows: read, rejections };
}

type Problem = Pick<SnapshotRejection, 'code' | 'message'>;

const unknownSku = (sku: string): Problem => ({
  code: 'NOT_FOUND',
  message: `There is no SKU ${sku.replaceAll('\0', '')}.`,
});

function problemOf({ sku, onHand, blocked }: Required<SnapshotRow>, seen: ReadonlySet<string>): Problem | null {
  const invalid = (message: string): Problem => ({ code: 'INVALID_INPUT', message });
  if (Math.abs(onHand) > maxUnits) return invalid(`onHand is ${maxUnits} units at most either way, not ${onHand}.`);
  const most = Math.max(0, onHand);
  if (blocked < 0 || blocked > most) return invalid(`blocked is 0 to onHand (${most}), not ${blocked}.`);
  if (seen.has(sku)) return invalid(`${sku} is listed twice; its first row counts.`);
  return null;
}

const isRow = (row: unknown): row is readonly [string, number, number] =>
  Array.isArray(row) &&
  row.length === 3 &&
  typeof row[0] === 'string' &&
  Number.isInteger(row[1]) &&
  Number.isInteger(row[2]);

/** Rows of a text: a JSON list of lists of SKU, units on hand and units blocked. */
export function parseRows(text: string): Result<readonly SnapshotRow[], Refusal> {
  let listed: unknown;
  try {
    listed = JSON.parse(text);
  } catch {
    // Told below, like JSON of another shape.
  }
  if (Array.isArray(listed) && listed.every(isRow)) {
    return ok(listed.map(([sku, onHand, blocked]) => ({ sku, onHand, blocked })));
  }
  return refuse(invalidInput(['rows'], 'Rows are a JSON list of [sku, onHand, blocked].'));
}

/** What is wrong with the announcement of a snapshot. */
export function checkAnnouncement({ takenAt, expectedChunks }: { takenAt: Date; expectedChunks: number }, now: Date) {
  const refusals: Refusal[] = [];
  if (takenAt > now) {
    const message = `takenAt ${takenAt.toISOString()} lies in the future. Check the clock at the source.`;
    refusals.push(invalidInput(['takenAt'], message));
  }
  if (expectedChunks < 1) refusals.push(invalidInput(['expectedChunks'], 'A snapshot has 1 chunk or more.'));
  if (expectedChunks > maxChunks) {
    const message = `A snapshot has ${maxChunks} chunks at most. Send larger chunks, or several partial snapshots.`;
    refusals.push(limitExceeded(['expectedChunks'], message, maxChunks));
  }
  return refusals;
}

/** What is wrong with a chunk as a whole. */
export function checkChunk(chunk: number, rowCount: number, expectedChunks: number, most: number): readonly Refusal[] {
  const refusals: Refusal[] = [];
  if (chunk < 1 || chunk > expectedChunks) {
    refusals.push(invalidInput(['chunk'], `Chunks of this snapshot are numbered 1 to ${expectedChunks}.`));
  }
  if (rowCount === 0) refusals.push(invalidInput(['rows'], 'A chunk has 1 row or more.'));
  if (rowCount > most) {
    refusals.push(limitExceeded(['rows'], `A chunk has ${most} rows at most. Send more chunks.`, most));
  }
  return refusals;
}

/** Fewer levels than this may always change: percentages of a handful mean nothing. */
const alwaysBelievedLevels = 20;

/** What a feed may do at once before a person looks at it; null when there is no limit. */
export type Gate = {
  /** Percent of the levels with stock that may fall to zero. */
  readonly maxEmptiedPercent: number | null;
  /** Percent by which the units on hand of the location may change. */
  readonly maxChangePercent: number | null;
};

export const standardGate: Gate = { maxEmptiedPercent: 20, maxChangePercent: 30 };

/** What a snapshot would do to its location, in levels and units. */
export type Impact = {
  readonly stocked: number;
  readonly emptied: number;
  readonly unitsBefore: number;
  readonly unitsAfter: number;
};

/** Why a snapshot should not be believed unseen; null when it may be applied. */
export function holdReasonOf({ stocked, emptied, unitsBefore, unitsAfter }: Impact, gate: Gate): string | null {
  if (stocked <= alwaysBelievedLevels) return null;
  const reasons: string[] = [];
  const { maxEmptiedPercent, maxChangePercent } = gate;
  if (maxEmptiedPercent !== null && emptied > alwaysBelievedLevels && emptied * 100 > stocked * maxEmptiedPercent) {
    reasons.push(
      `${emptied} of ${stocked} levels with stock would fall to zero, which is more than ${maxEmptiedPercent} %.`,
    );
  }
  const change = Math.abs(unitsAfter - unitsBefore);
  if (maxChangePercent !== null && change * 100 > Math.max(0, unitsBefore) * maxChangePercent) {
    reasons.push(
      `Units on hand would go from ${unitsBefore} to ${unitsAfter}, a change of more than ${maxChangePercent} %.`,
    );
  }
  return reasons.length > 0 ? reasons.join(' ') : null;
}
