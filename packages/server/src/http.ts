import { randomUUID } from 'node:crypto';
import { once } from 'node:events';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { compressed } from './compression.ts';
import { HttpError } from './http-error.ts';
import { Recent } from './recent.ts';
import { wasRead } from './request-body.ts';
import { inRequest } from './request-scope.ts';
import { type Traced, traced } from './tracing.ts';

export type Reply = {
  readonly status: number;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body: string | AsyncIterable<string>;
};
export type Handler = (request: IncomingMessage, url: URL) => Promise<Reply>;

/** Routes are `GET /path`; `* /path` takes any method. */
export type Routes = Readonly<Record<string, Handler>>;

export const json = (status: number, value: unknown, headers: Readonly<Record<string, string>> = {}): Reply => ({
  status,
  headers: { 'content-type': 'application/json; charset=utf-8', ...headers },
  body: JSON.stringify(value),
});

const errorReply = ({ status, message, code, headers }: HttpError) =>
  json(
    status,
    { errors: [{ message, extensions: { code } }] },
    status === 401 ? { 'www-authenticate': 'Bearer', ...headers } : headers,
  );

export type ServeOptions = {
  readonly port: number;
  readonly host?: string;
  readonly onError: (error: unknown, requestId: string) => void;
  /** Told of every request that was answered; nothing is measured without it. */
  readonly onAnswer?: ((answered: Answered) => void) | undefined;
  /** A reader of a stream that takes nothing for that long is cut off; ten seconds unless told. */
  readonly slowReaderMs?: number;
  /** Large answers are compressed for readers that accept it (`COMPRESSION`); they are unless told. */
  readonly isCompressing?: boolean;
};

/** Says nothing of what was asked: an address may hold what a person typed. */
export type Answered = {
  readonly requestId: string;
  readonly method: string;
  readonly path: string;
  readonly status: number;
  readonly tookMs: number;
};

export type Listening = { readonly port: number; readonly close: () => Promise<void> };

/** Serves routes on a port; answers where. Port 0 takes any free one. A function may change the routes while it runs. */
export async function serve(routes: Routes | (() => Routes), options: ServeOptions): Promise<Listening> {
  const current = typeof routes === 'function' ? routes : () => routes;
  const { port, host = '127.0.0.1', onError, onAnswer, slowReaderMs = 10_000, isCompressing = true } = options;
  const closing = new AbortController();
  const writing: Writing = { closing: closing.signal, slowReaderMs, isCompressing };
  const server = createServer({ requestTimeout: uploadDeadlineMs }, (request, response) => {
    const requestId = takeRequestId(request);
    const tell = onAnswer && toldBy(onAnswer, request, requestId);
    const refuse = (error: unknown) => {
      if (error instanceof HttpError) return errorReply(error);
      onError(error, requestId);
      return errorReply(new HttpError(500, 'Internal server error', 'INTERNAL_SERVER_ERROR'));
    };
    const finish = (reply: Reply) => {
      tell?.(reply);
      return write(request, response, reply, writing);
    };
    const fail = (error: unknown) => onError(error, requestId);
    const span = () => spanOf(request, requestId);
    inRequest(requestId, () => traced(span, () => answer(current(), request), statusOf))
      .then(finish, (error) => finish(refuse(error)))
      .catch(fail);
  });
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, host, resolve);
  });
  return {
    port: (server.address() as AddressInfo).port,
    close: async () => {
      closing.abort();
      await close(server);
    },
  };
}

function toldBy(onAnswer: (answered: Answered) => void, { method = '', url = '' }: IncomingMessage, requestId: string) {
  const start = performance.now();
  return ({ status }: Reply) => {
    const tookMs = Math.round((performance.now() - start) * 10) / 10;
    onAnswer({ requestId, method, path: url.split('?')[0] ?? '', status, tookMs });
  };
}

const spanOf = ({ method, url = '', headers }: IncomingMessage, requestId: string): Traced => ({
  name: `${method} ${url.split('?')[0]}`,
  kind: 'server',
  parent: headers.traceparent as string | undefined,
  attributes: () => ({ 'http.request.method': method ?? '', 'passerelle.request_id': requestId }),
});
const statusOf = ({ status }: Reply) => ({ 'http.response.status_code': status });

/** A large file over a slow line; what is read whole has less (`request-body.ts`). */
const uploadDeadlineMs = 30 * 60_000;

const requestIdHeader = 'x-request-id';

/** The caller's own request id when it is short and plain, else a new one; left in the request for whoever asks. */
function takeRequestId(request: IncomingMessage): string {
  const given = request.headers[requestIdHeader];
  const id = typeof given === 'string' && /^[\w.:-]{1,128}$/.test(given) ? given : randomUUID();
  request.headers[requestIdHeader] = id;
  return id;
}

/** The id that `serve` settled for a request. */
export const requestIdOf = (request: IncomingMessage) => String(request.headers[requestIdHeader]);

async function answer(routes: Routes, request: IncomingMessage): Promise<Reply> {
  const url = urlOf(request.url ?? '/');
  const handler = routes[`${request.method} ${url.pathname}`] ?? routes[`* ${url.pathname}`];
  if (!handler) throw new HttpError(404, 'Nothing is served here.', 'NOT_FOUND');
  return handler(request, url);
}

/** Addresses without a question, read before: reading one takes longer than a look at these. */
const knownUrls = new Recent<string, URL>(100);

function urlOf(text: string): URL {
  const known = knownUrls.get(text);
  if (known) return known;
  const url = URL.parse(text, 'http://localhost');
  if (!url) throw new HttpError(400, 'This is no address.');
  if (!url.search) knownUrls.set(text, url);
  return url;
}

type Writing = {
  readonly closing: AbortSignal;
  readonly slowReaderMs: number;
  readonly isCompressing: boolean;
};

async function write(request: IncomingMessage, response: ServerResponse, reply: Reply, writing: Writing) {
  const { status, headers, body } = reply;
  if (typeof body === 'string') {
    const coding = writing.isCompressing ? compressed(reply, body, request) : reply;
    const coded = coding instanceof Promise ? await coding : coding;
    const bytes = coded.body as string | Buffer;
    const length = Buffer.byteLength(bytes);
    const head = headOf(request, coded.headers, writing);
    head.push('content-length', String(length));
    response.writeHead(status, head);
    // A text of as many bytes as characters is all ASCII, and copied as it is.
    if (typeof bytes === 'string' && length === bytes.length) response.end(bytes, 'latin1');
    else response.end(bytes);
    return;
  }
  response.writeHead(status, headOf(request, headers, writing));
  await writeStream(response, body, writing);
}

/** The headers in the flat form that node writes as it is; a head in parts is put together anew. */
function headOf(request: IncomingMessage, headers: Reply['headers'], { closing }: Writing): string[] {
  const head = [requestIdHeader, requestIdOf(request)];
  // What is left of a body nobody reads must not be taken for the next request.
  if (closing.aborted || !wasRead(request)) head.push('connection', 'close');
  for (const name in headers) head.push(name, headers[name] as string);
  return head;
}

/**
 * Writes what a body brings as fast as its reader takes it, and asks for no more than that: nothing piles up for a slow
 * one. Ends with the body, with the reader, or when the server closes.
 */
async function writeStream(
  response: ServerResponse,
  body: AsyncIterable<string>,
  { closing, slowReaderMs }: Writing,
): Promise<void> {
  const chunks = body[Symbol.asyncIterator]();
  const over = new AbortController();
  const end = () => over.abort();
  response.once('close', end);
  closing.addEventListener('abort', end);
  const ended = new Promise<{ done: true }>((resolve) =>
    over.signal.addEventListener('abort', () => resolve({ done: true })),
  );
  if (closing.aborted || response.destroyed) end();
  try {
    for (;;) {
      const chunk = await Promise.race([chunks.next(), ended]);
      if (chunk.done) break;
      if (response.write(chunk.value)) continue;
      await once(response, 'drain', { signal: AbortSignal.any([over.signal, AbortSignal.timeout(slowReaderMs)]) });
    }
  } catch (error) {
    if ((error as Error).name !== 'AbortError') throw error;
  } finally {
    closing.removeEventListener('abort', end);
    // It may be waiting for something that never comes; nobody waits with it.
    chunks.return?.().catch(() => {});
    if (response.writableNeedDrain) response.destroy();
    else response.end();
  }
}

/** Stops accepting, lets running requests finish, cuts off idle connections. */
async function close(server: Server) {
  const closed = new Promise((resolve) => server.close(resolve));
  server.closeIdleConnections();
  await closed;
}
