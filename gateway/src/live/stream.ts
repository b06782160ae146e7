import type { IncomingMessage } from 'node:http';
import { type ApolloServer, HeaderMap } from '@apollo/server';
import { withLive } from '@passerelle/contracts/live';
import { type Caller, type Handler, HttpError, type Reply, readBody, requestIdOf } from '@passerelle/server';
import type { GraphQLSchema } from 'graphql';
import type { Authenticate } from '../authenticate.ts';
import type { GatewayContext } from '../data-sources.ts';
import type { StoredDocuments } from '../documents/stored-documents.ts';
import type { Shedding } from '../load/shedding.ts';
import { type Answer, answers, type LiveTimes, usualTimes } from './answers.ts';
import { type LiveOperation, type Refused, readLiveOperation, type StreamRequest } from './operation.ts';
import { createGate, createSeats } from './places.ts';
import type { Watchers } from './wakes.ts';

export type StreamsOptions = {
  readonly watchers: Watchers;
  readonly authenticate: Authenticate;
  /** Who asks, once its share allows; counts the opening of a stream. */
  readonly contextOf: (request: IncomingMessage) => Promise<GatewayContext>;
  readonly clientOf: (caller: Caller, request: IncomingMessage) => string;
  readonly shedding: Shedding;
  readonly introspection: boolean;
  readonly times?: LiveTimes;
};

export type Streams = {
  /** The door of one API's streams. */
  readonly handler: (
    server: ApolloServer<GatewayContext>,
    schema: GraphQLSchema,
    documents: StoredDocuments,
    check: (query: string) => void,
  ) => Handler;
  readonly open: () => number;
};

const limitBytes = 256 * 1024;
const mostStreams = 10_000;
const mostOfOneClient = 50;
/** Answers worked out at once: a wake of thousands must leave room for everybody else. */
const mostAtOnce = 16;

/**
 * GraphQL over SSE, a connection an operation. A stream's operation runs as a query through the API's own server, with
 * all its checks and the rights the caller has at that moment. Not with a library's handler: those we know keep every
 * answer for a reader who does not take it.
 */
export function createStreams(options: StreamsOptions): Streams {
  const { watchers, authenticate, contextOf, clientOf, shedding, introspection, times = usualTimes } = options;
  const seats = createSeats({ most: mostStreams, mostOfOne: mostOfOneClient });
  const gate = createGate(mostAtOnce);

  return {
    open: seats.taken,
    handler(server, schema, documents, check) {
      const live = withLive(schema);
      return async (request, url) => {
        const { caller } = await contextOf(request);
        checkAccept(request);
        const asked = await readRequest(request, url, documents);
        check(asked.query);
        const operation = readLiveOperation(live, asked, { suggests: introspection });
        if ('errors' in operation) return refusal(operation);

        const leave = seats.take(clientOf(caller, request));
        const gone = new AbortController();
        const ask = () => gate(() => shedding.admit(() => askOnce(server, operation, request)));
        const frames = answers({ operation, ask, watchers, times, signal: gone.signal });
        const end = () => {
          gone.abort();
          leave();
        };
        return stream(ending(frames, end));
      };
    },
  };

  async function askOnce(
    server: ApolloServer<GatewayContext>,
    { request: body }: LiveOperation,
    request: IncomingMessage,
  ): Promise<Answer> {
    // Each time: a token ends while its stream is open.
    const contextValue: GatewayContext = {
      caller: await authenticate(request),
      requestId: requestIdOf(request),
      silent: new Set(),
    };
    const headers = new HeaderMap([
      ['content-type', 'application/json'],
      ['accept', 'application/json'],
    ]);
    const answer = await server.executeHTTPGraphQLRequest({
      httpGraphQLRequest: { method: 'POST', headers, search: '', body },
      context: async () => contextValue,
    });
    if (answer.body.kind !== 'complete') throw new Error('a stream of a stream');
    const text = answer.body.string.trimEnd();
    return { text, isLast: !text.startsWith('{"data"') && JSON.parse(text).data === undefined };
  }
}

function checkAccept({ method, headers }: IncomingMessage): void {
  if (method !== 'GET' && method !== 'POST') {
    throw new HttpError(405, 'Streams are opened by GET and POST.', 'BAD_REQUEST', { allow: 'GET, POST' });
  }
  if (!/text\/event-stream|\*\/\*/.test(headers.accept ?? '*/*')) {
    throw new HttpError(406, 'A stream is text/event-stream.');
  }
}

async function readRequest(request: IncomingMessage, url: URL, documents: StoredDocuments): Promise<StreamRequest> {
  const { query, variables, operationName, extensions } =
    request.method === 'POST' ? bodyOf(await readBody(request, limitBytes)) : parametersOf(url);
  const hash = (extensions as { persistedQuery?: { sha256Hash?: unknown } } | undefined)?.persistedQuery?.sha256Hash;
  const text = typeof query === 'string' ? query : hash && (await documents.cache.get(`apq:${hash}`));
  if (typeof text !== 'string') {
    throw hash
      ? new HttpError(400, 'No document of this hash is known here.', 'PERSISTED_QUERY_NOT_FOUND')
      : new HttpError(400, 'Send a `query`, or the hash of a registered one.');
  }
  // As it stands: the check of registered documents compares every character.
  documents.check(text);
  const isObject = (value: unknown): value is Record<string, unknown> =>
    typeof value === 'object' && value !== null && !Array.isArray(value);
  if (variables != null && !isObject(variables)) throw new HttpError(400, '`variables` is an object.');
  return {
    query: text,
    // The server takes these left out, and not undefined.
    ...(variables ? { variables } : {}),
    ...(typeof operationName === 'string' && operationName !== '' ? { operationName } : {}),
  };
}

type Sent = Readonly<Partial<Record<'query' | 'variables' | 'operationName' | 'extensions', unknown>>>;

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    throw new HttpError(400, 'The request is not JSON.');
  }
}

function bodyOf(text: string): Sent {
  const body = parsed(text);
  if (typeof body !== 'object' || body === null || Array.isArray(body)) throw new HttpError(400, 'Send one operation.');
  return body;
}

function parametersOf({ searchParams }: URL): Sent {
  const json = (name: string) => {
    const text = searchParams.get(name);
    return text ? parsed(text) : undefined;
  };
  return {
    query: searchParams.get('query') ?? undefined,
    operationName: searchParams.get('operationName') ?? undefined,
    variables: json('variables'),
    extensions: json('extensions'),
  };
}

const stream = (body: AsyncIterable<string>): Reply => ({
  status: 200,
  headers: {
    'content-type': 'text/event-stream; charset=utf-8',
    'cache-control': 'no-store',
    // Proxies would gather frames to answers.
    'x-accel-buffering': 'no',
  },
  body,
});

/** A mistake in the document is an answer like any other to who can only read streams. */
function refusal(refused: Refused): Reply {
  return stream(
    (async function* () {
      yield `event: next\ndata: ${JSON.stringify(refused)}\n\nevent: complete\ndata: \n\n`;
    })(),
  );
}

/** The same frames; `end` is called once when they end or nobody wants more, also while one is waited for. */
function ending(frames: AsyncGenerator<string>, end: () => void): AsyncIterable<string> {
  return {
    [Symbol.asyncIterator]: () => ({
      async next() {
        try {
          const frame = await frames.next();
          if (frame.done) end();
          return frame;
        } catch (error) {
          end();
          throw error;
        }
      },
      async return() {
        end();
        return frames.return(undefined);
      },
    }),
  };
}
