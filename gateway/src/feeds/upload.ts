import { createHash } from 'node:crypto';
import type { IncomingMessage } from 'node:http';
import { createGunzip } from 'node:zlib';
import { HttpError } from '@passerelle/server';
import { type Line, linesOf } from './lines.ts';
import { csvReader, type Format, type Reader, type Reading, readJson } from './rows.ts';

/** A row that could not be read or was refused. */
export type RowError = { readonly line: number; readonly code: string; readonly message: string };

/** Told of an upload before its first row: by the first line of NDJSON, and by the query of the address. */
export type Announcement = Readonly<Record<string, string | undefined>>;

/** Takes rows in chunks; a chunk is under way while the next is read, and no more than that. */
export type Sink = {
  readonly chunkSize: number;
  readonly read: (reading: Reading) => Reading;
  readonly send: (rows: readonly Row[]) => Promise<void>;
};
export type Row = { readonly line: number; readonly fields: Readonly<Record<string, unknown>> };

export type Uploaded = { readonly records: number; readonly sha256: string; readonly rejections: RowErrors };

const shownErrors = 100;

/** Counts all refused rows and keeps the first. */
export class RowErrors {
  count = 0;
  readonly first: RowError[] = [];
  add(error: RowError): void {
    this.count++;
    if (this.first.length < shownErrors) this.first.push(error);
  }
}

export function formatOf({ headers }: IncomingMessage): Format {
  const type = headers['content-type']?.split(';')[0]?.trim();
  if (type === 'application/x-ndjson' || type === 'application/ndjson') return 'ndjson';
  if (type === 'text/csv') return 'csv';
  throw new HttpError(415, 'Send application/x-ndjson or text/csv.', 'UNSUPPORTED_MEDIA_TYPE');
}

/** The body, unzipped when it says so. The stream is not destroyed when reading stops early, so that an answer can be sent. */
export function bodyOf(request: IncomingMessage): AsyncIterable<Buffer> {
  const encoding = request.headers['content-encoding'] ?? 'identity';
  if (encoding === 'identity') return request.iterator({ destroyOnReturn: false });
  if (encoding !== 'gzip') throw new HttpError(415, 'Send it plain or with gzip.', 'UNSUPPORTED_MEDIA_TYPE');
  const gunzip = createGunzip();
  request.on('error', (error) => gunzip.destroy(error));
  return request.pipe(gunzip);
}

type Opening = {
  readonly announcement: Announcement;
  readonly reader: Reader;
  readonly lines: AsyncGenerator<readonly Line[]>;
};

/** Reads what stands before the first row. */
export async function openUpload(request: IncomingMessage, url: URL, kind: string): Promise<Opening> {
  const format = formatOf(request);
  const query = Object.fromEntries(url.searchParams);
  const read = linesOf(bodyOf(request));
  const [first, ...others] = ((await unzipped(read.next())).value as readonly Line[] | undefined) ?? [];
  const lines = withFirst(others, read);
  if (!first) throw new HttpError(400, 'The upload is empty.');
  if (format === 'csv') return { announcement: query, reader: csvReader(first), lines };
  const header = readJson(first);
  if (!header.ok || header.fields.kind !== kind) {
    throw new HttpError(400, `The first line is a JSON object with "kind": "${kind}".`);
  }
  const told = Object.entries(header.fields).map(([name, value]) => [name, String(value)]);
  return { announcement: { ...Object.fromEntries(told), ...query }, reader: readJson, lines };
}

async function* withFirst<T>(first: T, rest: AsyncGenerator<T>): AsyncGenerator<T> {
  yield first;
  yield* rest;
}

/** Broken compression is the sender's fault. */
async function unzipped<T>(reading: Promise<T>): Promise<T> {
  return reading.catch((error: { code?: string }) => {
    if (error.code?.startsWith('Z_')) throw new HttpError(400, 'The upload is not whole gzip.');
    throw error;
  });
}

/**
 * Reads rows to the end and sends them in chunks. Answers how many there were and their hash: SHA-256 over the bytes of
 * all row lines as they were sent, line ends included. An `end` line is checked against both.
 */
export async function drain({ announcement, reader, lines }: Opening, sink: Sink): Promise<Uploaded> {
  const hash = createHash('sha256');
  const rejections = new RowErrors();
  let records = 0;
  let rows: Row[] = [];
  let underWay = Promise.resolve();
  let end: Announcement = announcement;
  const flush = async () => {
    await underWay;
    underWay = sink.send(rows);
    // Looked at when the next chunk is full; until then it must not count as unhandled.
    underWay.catch(() => {});
    rows = [];
  };
  const take = (line: Line): boolean => {
    const reading = reader(line);
    if (reading.ok && reading.fields.kind === 'end') {
      end = { ...announcement, ...asText(reading.fields) };
      return false;
    }
    hash.update(line.bytes);
    records++;
    const row = sink.read(reading);
    if (row.ok) rows.push({ line: line.number, fields: row.fields });
    else rejections.add({ line: line.number, code: 'INVALID_INPUT', message: row.message });
    return true;
  };
  reading: for (let next = await unzipped(lines.next()); !next.done; next = await unzipped(lines.next())) {
    for (const line of next.value) {
      if (!take(line)) break reading;
      if (rows.length === sink.chunkSize) await flush();
    }
  }
  if (rows.length > 0) await flush();
  await underWay;
  const uploaded = { records, sha256: hash.digest('hex'), rejections };
  checkEnd(uploaded, end);
  return uploaded;
}

const asText = (fields: Readonly<Record<string, unknown>>) =>
  Object.fromEntries(Object.entries(fields).map(([name, value]) => [name, String(value)]));

function checkEnd({ records, sha256 }: Uploaded, end: Announcement): void {
  if (end.records !== undefined && end.records !== String(records)) {
    throw new HttpError(
      422,
      `${end.records} rows were announced, ${records} came. Send it again.`,
      'INCOMPLETE_UPLOAD',
    );
  }
  if (end.sha256 !== undefined && end.sha256.toLowerCase() !== sha256) {
    throw new HttpError(422, `The rows have the SHA-256 ${sha256}, not the one announced.`, 'INCOMPLETE_UPLOAD');
  }
}
