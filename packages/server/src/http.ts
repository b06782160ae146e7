import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { type ApolloServer, type BaseContext, HeaderMap } from '@apollo/server';

export type Reply = {
  readonly status: number;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body: string | AsyncIterable<string>;
};
export type Handler = (request: IncomingMessage, url: URL) => Promise<Reply>;

/** Routes are `GET /path`; `* /path` takes any method. */
export type Routes = Readonly<Record<string, Handler>>;

/** A reply on purpose, thrown from anywhere in a handler. */
export class HttpError extends Error {
  override readonly name = 'HttpError';
  readonly status: number;
  readonly code: string;
  constructor(status: number, message: string, code = 'BAD_REQUEST') {
    super(message);
    this.status = status;
    this.code = code;
  }
}

export const json = (status: number, value: unknown, headers: Record<string, string> = {}): Reply => ({
  status,
  headers: { 'content-type': 'application/json; charset=utf-8', ...headers },
  body: JSON.stringify(value),
});

const errorReply = (status: number, message: string, code: string) =>
  json(status, { errors: [{ message, extensions: { code } }] });

/** Serves routes on a port; answers where. Port 0 takes any free one. */
export async function serve(
  routes: Routes,
  { port, host = '127.0.0.1', onError }: { port: number; host?: string; onError: (error: unknown) => void },
): Promise<{ readonly port: number; readonly close: () => Promise<void> }> {
  const server = createServer((request, response) => {
    answer(routes, request)
      .catch((error: unknown) => {
        if (error instanceof HttpError) return errorReply(error.status, error.message, error.code);
        onError(error);
        return errorReply(500, 'Internal server error', 'INTERNAL_SERVER_ERROR');
      })
      .then((reply) => write(response, reply))
      .catch(onError);
  });
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, host, resolve);
  });
  return { port: (server.address() as AddressInfo).port, close: () => close(server) };
}

async function answer(routes: Routes, request: IncomingMessage): Promise<Reply> {
  const url = new URL(request.url ?? '/', 'http://localhost');
  const handler = routes[`${request.method} ${url.pathname}`] ?? routes[`* ${url.pathname}`];
  if (!handler) throw new HttpError(404, 'Nothing is served here.', 'NOT_FOUND');
  return handler(request, url);
}

async function write(response: ServerResponse, { status, headers, body }: Reply) {
  if (typeof body === 'string') {
    response.writeHead(status, { ...headers, 'content-length': Buffer.byteLength(body) }).end(body);
    return;
  }
  response.writeHead(status, headers);
  for await (const chunk of body) response.write(chunk);
  response.end();
}

/** Stops accepting, lets running requests finish, cuts off idle connections. */
async function close(server: Server) {
  const closed = new Promise((resolve) => server.close(resolve));
  server.closeIdleConnections();
  await closed;
}

/** The body as text; 413 above the limit, whatever the sender says its length is. */
export async function readBody(request: IncomingMessage, limitBytes: number): Promise<string> {
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of request as AsyncIterable<Buffer>) {
    size += chunk.length;
    if (size > limitBytes) throw new HttpError(413, `A request has at most ${limitBytes} bytes.`, 'BAD_REQUEST');
    chunks.push(chunk);
  }
  return Buffer.concat(chunks).toString('utf8');
}

/** Hands HTTP requests to an Apollo Server. */
export function apolloHandler<Context extends BaseContext>(
  server: ApolloServer<Context>,
  { limitBytes, context }: { limitBytes: number; context: (request: IncomingMessage) => Promise<Context> },
): Handler {
  return async (request, url) => {
    const headers = new HeaderMap();
    for (const [name, value] of Object.entries(request.headers)) {
      if (value !== undefined) headers.set(name, Array.isArray(value) ? value.join(', ') : value);
    }
    const text = request.method === 'POST' ? await readBody(request, limitBytes) : '';
    const {
      status,
      headers: given,
      body,
    } = await server.executeHTTPGraphQLRequest({
      httpGraphQLRequest: { method: request.method ?? 'GET', headers, search: url.search, body: parsed(headers, text) },
      context: () => context(request),
    });
    return {
      status: status ?? 200,
      headers: Object.fromEntries(given),
      body: body.kind === 'complete' ? body.string : body.asyncIterator,
    };
  };
}

function parsed(headers: HeaderMap, text: string): unknown {
  if (text === '') return undefined;
  if (!headers.get('content-type')?.includes('json')) return text;
  try {
    return JSON.parse(text);
  } catch {
    throw new HttpError(400, 'The body is not JSON.');
  }
}
