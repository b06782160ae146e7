import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { mkdir, stat } from 'node:fs/promises';
import path from 'node:path';
import { Readable, Transform } from 'node:stream';
import { parseArgs } from 'node:util';
import { createGunzip } from 'node:zlib';
import { developmentKeyFile, signDevelopmentToken } from '@passerelle/server';
import { linesOf } from './feeds/lines.ts';

/** `pnpm run import FILE` sends a file of stock to a running graph. */
const usage = `Usage: pnpm run import FILE [--events] [--location ID] [--taken-at TIME] [--missing KEEP] [--source NAME] [--url URL]
FILE ends in .ndjson or .csv, zipped also in .gz. NDJSON says in its first line what it is; CSV is a snapshot and needs
--location and --taken-at, or with --events a list of events and needs --source.
TOKEN holds the bearer token; left out, one of the development key of DATA_DIR is used.`;

type Options = {
  readonly events?: boolean;
  readonly location?: string;
  readonly 'taken-at'?: string;
  readonly missing?: string;
  readonly source?: string;
  readonly url: string;
};

/** Sends the file and prints the answer; answers the exit code. */
async function send(file: string, options: Options): Promise<number> {
  const isZipped = file.endsWith('.gz');
  const form = path.extname(isZipped ? file.slice(0, -3) : file);
  if (form !== '.ndjson' && form !== '.csv') throw new TypeError(`${file} is neither .ndjson nor .csv.`);
  const first = form === '.ndjson' ? await firstLine(file, isZipped) : undefined;
  const isEvents = options.events ?? first?.kind === 'stock.events';
  const query = form === '.csv' && !isEvents ? await announced(file, isZipped, options) : described(options);
  const { size } = await stat(file);
  const response = await fetch(`${options.url}/feeds/stock/${isEvents ? 'events' : 'snapshots'}?${query}`, {
    method: 'POST',
    headers: {
      authorization: `Bearer ${await token()}`,
      'content-type': form === '.csv' ? 'text/csv' : 'application/x-ndjson',
      ...(isZipped && { 'content-encoding': 'gzip' }),
    },
    body: Readable.toWeb(createReadStream(file).pipe(progressBar(size))) as ReadableStream<Uint8Array>,
    duplex: 'half',
  });
  const answer: unknown = await response.json();
  process.stderr.write('\n');
  process.stdout.write(`${JSON.stringify(answer, null, 2)}\n`);
  return response.ok ? 0 : 1;
}

const contentOf = (file: string, isZipped: boolean): AsyncIterable<Buffer> =>
  isZipped ? createReadStream(file).pipe(createGunzip()) : createReadStream(file);

async function firstLine(file: string, isZipped: boolean): Promise<Record<string, unknown> | undefined> {
  for await (const [line] of linesOf(contentOf(file, isZipped))) if (line) return JSON.parse(line.text);
  return undefined;
}

const described = ({ location, 'taken-at': takenAt, missing, source }: Options) =>
  new URLSearchParams({
    ...(location && { locationId: location }),
    ...(takenAt && { takenAt }),
    ...(missing && { missingSkus: missing }),
    ...(source && { source }),
  });

/** CSV has no place for the number of its rows and their hash: they travel in the address. */
async function announced(file: string, isZipped: boolean, options: Options): Promise<URLSearchParams> {
  const hash = createHash('sha256');
  let lines = 0;
  for await (const some of linesOf(contentOf(file, isZipped))) {
    for (const { bytes } of some) if (lines++ > 0) hash.update(bytes);
  }
  const query = described(options);
  query.set('records', String(Math.max(0, lines - 1)));
  query.set('sha256', hash.digest('hex'));
  return query;
}

async function token(): Promise<string> {
  if (process.env.TOKEN) return process.env.TOKEN;
  const dataDir = path.resolve(process.env.DATA_DIR ?? '.data');
  await mkdir(dataDir, { recursive: true });
  return signDevelopmentToken(developmentKeyFile(dataDir), 'partner');
}

const barWidth = 40;

/** Shows how much of the file has left. */
function progressBar(size: number): Transform {
  let sent = 0;
  let shown = -1;
  return new Transform({
    transform(chunk: Buffer, _encoding, done) {
      sent += chunk.length;
      const part = Math.floor((sent / Math.max(1, size)) * barWidth);
      if (part !== shown)
        process.stderr.write(
          `\r[${'#'.repeat(part)}${'.'.repeat(barWidth - part)}] ${Math.floor((100 * sent) / size)} %`,
        );
      shown = part;
      done(null, chunk);
    },
  });
}

try {
  const { positionals, values } = parseArgs({
    allowPositionals: true,
    options: {
      events: { type: 'boolean' },
      location: { type: 'string' },
      'taken-at': { type: 'string' },
      missing: { type: 'string' },
      source: { type: 'string' },
      url: { type: 'string', default: `http://127.0.0.1:${process.env.PORT ?? 4000}` },
    },
  });
  const [file, ...rest] = positionals;
  if (!file || rest.length > 0) throw new TypeError('Name one file.');
  process.exitCode = await send(file, values);
} catch (error) {
  process.stderr.write(`${(error as Error).message}\n${usage}\n`);
  process.exitCode = 1;
}
