import type { IncomingMessage } from 'node:http';
import { promisify } from 'node:util';
import { brotliCompress, brotliCompressSync, constants, gzip, gzipSync } from 'node:zlib';
import type { Reply } from './http.ts';

/** Bytes from which an answer is compressed: what is smaller goes in one or two packets anyway. */
export const compressFrom = 4096;
/** Bytes up to which waiting for another thread takes longer than the work: 12 kB take 0.04 ms here, 0.2 ms there. */
const atOnceUpTo = 128 * 1024;

/**
 * The quickest levels: brotli's first makes 12 kB of stores twelve times smaller in 0.04 ms, as small as gzip's first in
 * 0.06 ms; its fourth takes four times as long for a sixth less.
 */
const brotli = { params: { [constants.BROTLI_PARAM_QUALITY]: 1 } };
const quickly = { level: 1 };
const [brotliLater, gzipLater] = [promisify(brotliCompress), promisify(gzip)];
const coders = {
  br: {
    now: (text: Buffer): Buffer => brotliCompressSync(text, brotli),
    later: (text: Buffer): Promise<Buffer> => brotliLater(text, brotli),
  },
  gzip: {
    now: (text: Buffer): Buffer => gzipSync(text, quickly),
    later: (text: Buffer): Promise<Buffer> => gzipLater(text, quickly),
  },
};
type Coding = keyof typeof coders;

/** A reply as it goes over the wire. */
type Coded = Pick<Reply, 'status'> & {
  readonly headers: Readonly<Record<string, string>>;
  readonly body: Buffer | string;
};

/**
 * A large text in the coding its reader prefers among those we have (RFC 9110, 12.5.3). An entity tag becomes a weak
 * one: the same answer in another coding is not the same bytes.
 */
export function compressed(
  { status, headers = {} }: Reply,
  text: string,
  request: IncomingMessage,
): Coded | Promise<Coded> {
  if (text.length < compressFrom || headers['content-encoding']) return { status, headers, body: text };
  const vary = [headers.vary, 'accept-encoding'].filter((name) => name !== undefined).join(', ');
  const coding = codingFor(request.headers['accept-encoding']);
  if (!coding) return { status, headers: { ...headers, vary }, body: text };
  const tag: Record<string, string> = headers.etag?.startsWith('"') ? { etag: `W/${headers.etag}` } : {};
  const coded = { ...headers, vary, 'content-encoding': coding, ...tag };
  const bytes = Buffer.from(text);
  if (bytes.length <= atOnceUpTo) return { status, headers: coded, body: coders[coding].now(bytes) };
  return coders[coding].later(bytes).then((body) => ({ status, headers: coded, body }));
}

/** Brotli before gzip where both are as welcome; undefined when neither is. */
export function codingFor(accepted: string | string[] | undefined): Coding | undefined {
  if (!accepted) return undefined;
  const weights = new Map<string, number>();
  for (const part of String(accepted).toLowerCase().split(',')) {
    const [name = '', ...parameters] = part.split(';').map((one) => one.trim());
    const quality = parameters.find((parameter) => parameter.startsWith('q='))?.slice(2);
    weights.set(name, quality === undefined ? 1 : Number(quality) || 0);
  }
  const weightOf = (name: Coding) => weights.get(name) ?? weights.get('*') ?? 0;
  const best = weightOf('gzip') > weightOf('br') ? 'gzip' : 'br';
  return weightOf(best) > 0 ? best : undefined;
}
