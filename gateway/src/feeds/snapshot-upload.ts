import { createHash, randomUUID } from 'node:crypto';
import { HttpError } from '@passerelle/server';
import { type Ask, mutate, type UserError } from './ask.ts';
import { shaped, snapshotShape } from './rows.ts';
import { type Announcement, drain, type openUpload } from './upload.ts';

/** Each chunk is a transaction. */
const chunkSize = 5000;
const mostRecords = 10_000_000;

type Shown = {
  readonly id: string;
  readonly status: string;
  readonly holdReason: string | null;
  readonly rejectedRows: readonly { readonly chunk: number; readonly row: number; readonly message: string }[];
};
type Payload = { readonly snapshot: Shown; readonly userErrors: readonly UserError[] };
const shown = `snapshot { id status rowCount holdReason completedAt
  summary { unchangedLevels changedLevels zeroedLevels replayedEvents netUnits }
  rejectedRows { chunk row sku code message } }`;

/**
 * Takes a whole stock picture of one location. Nothing changes until the last row came and count and hash are right;
 * sent again under the same `snapshotId` it does nothing new.
 */
export async function uploadSnapshot(ask: Ask, opening: Awaited<ReturnType<typeof openUpload>>) {
  const { announcement } = opening;
  const records = recordsOf(announcement);
  const input = {
    locationId: announcement.locationId ?? '',
    takenAt: announcement.takenAt ?? '',
    expectedChunks: Math.max(1, Math.ceil(records / chunkSize)),
    ...(announcement.missingSkus && { missingSkus: announcement.missingSkus }),
  };
  const snapshot = await begin(ask, keyOf(announcement), input);
  if (snapshot.status !== 'OPEN') return { snapshot, records: null, rejectedCount: 0, rejections: [] };

  const { id: snapshotId } = snapshot;
  let chunk = 0;
  const append = (rows: readonly (readonly unknown[])[]) =>
    mutate(ask, 'appendSnapshotText', 'snapshot { id }', { snapshotId, chunk: ++chunk, rows: JSON.stringify(rows) });
  try {
    const uploaded = await drain(opening, {
      chunkSize,
      read: (reading) => shaped(reading, snapshotShape),
      send: async (rows) => {
        await append(rows.map(({ fields: { sku, onHand, blocked = 0 } }) => [sku, onHand, blocked]));
      },
    });
    // Rows nobody could read made fewer chunks than were announced.
    while (chunk < input.expectedChunks) await append([unreadable]);
    const done = await mutate<Payload>(ask, 'completeStockSnapshot', shown, { snapshotId });
    const { count, first } = uploaded.rejections;
    return {
      snapshot: done.snapshot,
      records: uploaded.records,
      sha256: uploaded.sha256,
      rejectedCount: count,
      rejections: first,
    };
  } catch (error) {
    // What came is of no use: the sender starts anew.
    await mutate(ask, 'abortStockSnapshot', 'snapshot { id }', { snapshotId }).catch(() => undefined);
    throw error;
  }
}

/** What an earlier upload of the same snapshot left behind does not count, unless a person looked at it and dropped it. */
async function begin(ask: Ask, idempotencyKey: string, input: Readonly<Record<string, unknown>>): Promise<Shown> {
  const { snapshot } = await mutate<Payload>(ask, 'startStockSnapshot', shown, { idempotencyKey, ...input });
  const isBroken = snapshot.status === 'ABORTED' && snapshot.holdReason === null;
  return isBroken ? begin(ask, hashOf(`${idempotencyKey}\n${snapshot.id}`), input) : snapshot;
}

/** Stands for a chunk none of whose rows could be read. */
const unreadable = ['(unreadable)', 0, 0];

function recordsOf({ records }: Announcement): number {
  const count = Number(records);
  if (records === undefined || !Number.isInteger(count) || count < 1 || count > mostRecords) {
    throw new HttpError(400, `Announce the number of rows as \`records\`, 1 to ${mostRecords}.`);
  }
  return count;
}

/** One key for one snapshot of the sender; a random one when it gives none. */
function keyOf({ snapshotId, sha256 }: Announcement): string {
  if (snapshotId === undefined) return randomUUID();
  return hashOf(`${snapshotId}\n${sha256 ?? ''}`);
}

const hashOf = (text: string) => createHash('sha256').update(text).digest('hex');
