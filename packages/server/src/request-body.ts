import type { IncomingMessage } from 'node:http';
import { HttpError } from './http-error.ts';

const taken = Symbol('taken');
/** A request whose body was read whole, though node may not have looked beyond it yet. */
type Taken = IncomingMessage & { [taken]?: true };

/** Whether nothing of it is left that could be taken for the next request. */
export const wasRead = (request: IncomingMessage): boolean => request.complete || (request as Taken)[taken] === true;

/** A body that is read whole has to be there by then. */
const bodyDeadlineMs = 30_000;

/** Most bodies come in one piece with their head: who waits for node to say that they end there waits for three turns. */
const isAllOf = ({ headers }: IncomingMessage, bytes: number): boolean =>
  bytes > 0 && headers['content-length'] === String(bytes);

/** The body as text; 413 above the limit, whatever the sender says its length is. */
export function readBody(request: IncomingMessage, limitBytes: number): string | Promise<string> {
  const { readableLength } = request;
  const isHere = readableLength <= limitBytes && (request.complete || isAllOf(request, readableLength));
  if (!isHere) return readComing(request, limitBytes);
  (request as Taken)[taken] = true;
  return String(request.read() ?? '');
}

async function readComing(request: IncomingMessage, limitBytes: number): Promise<string> {
  const chunks: Buffer[] = [];
  let size = 0;
  const late = setTimeout(
    () => request.destroy(new HttpError(408, 'The request took too long to arrive.', 'REQUEST_TIMEOUT')),
    bodyDeadlineMs,
  );
  using _timer = { [Symbol.dispose]: () => clearTimeout(late) };
  // The stream stays whole when reading stops early, so that the refusal can still be sent.
  for await (const chunk of request.iterator({ destroyOnReturn: false }) as AsyncIterable<Buffer>) {
    size += chunk.length;
    if (size > limitBytes) throw new HttpError(413, `A request has at most ${limitBytes} bytes.`);
    chunks.push(chunk);
  }
  return Buffer.concat(chunks).toString('utf8');
}
