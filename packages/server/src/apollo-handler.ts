import type { IncomingMessage } from 'node:http';
import { type ApolloServer, type BaseContext, HeaderMap } from '@apollo/server';
import type { Handler, Reply } from './http.ts';
import { HttpError } from './http-error.ts';
import { readBody } from './request-body.ts';

/** Answers requests that it knows without the server. */
export type Shortcut<Context> = {
  /** Undefined, at once or later, when the server has to. `accept` is the header, empty when there is none. */
  readonly answer: (body: unknown, accept: string, context: Context) => Reply | Promise<Reply | undefined> | undefined;
  /** Told what the server answered. */
  readonly learn: (body: unknown, accept: string, context: Context, reply: Reply) => void;
};

export type ApolloHandlerOptions<Context> = {
  readonly limitBytes: number;
  /** Who asks; may refuse with an `HttpError`, before the body is read. */
  readonly context: (request: IncomingMessage) => Promise<Context>;
  /** Looks at an operation's text before the server does; may refuse with an `HttpError`. */
  readonly check?: (query: string) => void;
  /** Tried first with what is posted. */
  readonly shortcut?: Shortcut<Context> | undefined;
};

/** Hands HTTP requests to an Apollo Server. */
export function apolloHandler<Context extends BaseContext>(
  server: ApolloServer<Context>,
  { limitBytes, context, check, shortcut }: ApolloHandlerOptions<Context>,
): Handler {
  async function ask(request: IncomingMessage, url: URL, body: unknown, contextValue: Context): Promise<Reply> {
    const query = (body as { query?: unknown } | undefined)?.query ?? url.searchParams.get('query');
    if (typeof query === 'string') check?.(query);
    const headers = new HeaderMap();
    for (const [name, value] of Object.entries(request.headers)) {
      if (value !== undefined) headers.set(name, Array.isArray(value) ? value.join(', ') : value);
    }
    const answer = await server.executeHTTPGraphQLRequest({
      httpGraphQLRequest: { method: request.method ?? 'GET', headers, search: url.search, body },
      context: async () => contextValue,
    });
    return {
      status: answer.status ?? 200,
      headers: Object.fromEntries(answer.headers),
      body: answer.body.kind === 'complete' ? answer.body.string : answer.body.asyncIterator,
    };
  }

  return async (request, url) => {
    const contextValue = await context(request);
    if (request.method !== 'POST') return ask(request, url, undefined, contextValue);
    const read = readBody(request, limitBytes);
    const body = parsed(request, typeof read === 'string' ? read : await read);
    const { accept = '' } = request.headers;
    const known = shortcut?.answer(body, accept, contextValue);
    const shortened = known instanceof Promise ? await known : known;
    if (shortened) return shortened;
    const reply = await ask(request, url, body, contextValue);
    shortcut?.learn(body, accept, contextValue, reply);
    return reply;
  };
}

function parsed(request: IncomingMessage, text: string): unknown {
  if (text === '') return undefined;
  if (!request.headers['content-type']?.includes('json')) return text;
  try {
    return JSON.parse(text);
  } catch {
    throw new HttpError(400, 'The body is not JSON.');
  }
}
