import type { Document, DocumentOf, Kind } from './document.ts';
import { readEvents } from './events.ts';

export type GraphError = {
  readonly message: string;
  readonly path?: readonly (string | number)[];
  readonly extensions?: { readonly code?: string };
};

/** What came back; `errors` tell which parts of the data are missing, and why. */
export type Answer<Data> = { readonly data: Data; readonly errors: readonly GraphError[] };

/** No data came back. `status` is 0 when no answer came at all. */
export class RequestError extends Error {
  override readonly name = 'RequestError';
  readonly status: number;
  readonly errors: readonly GraphError[];
  constructor(status: number, errors: readonly GraphError[]) {
    super(errors[0]?.message ?? `The gateway answered ${status}.`);
    this.status = status;
    this.errors = errors;
  }
}

export type ClientOptions = {
  /** Of one API, without a query, for example `https://shop.example/graphql/storefront`. */
  readonly url: string;
  /** The bearer token to send, asked for before each request; none for an anonymous caller. */
  readonly token?: () => string | undefined | Promise<string | undefined>;
  readonly fetch?: typeof fetch;
};

type Options = { readonly signal?: AbortSignal };

export type Client = {
  /** Sends a query or a mutation. Throws a `RequestError` when there is no data. */
  readonly ask: <Data, Variables>(
    document: Document<Data, Variables, 'query' | 'mutation'>,
    variables: Variables,
    options?: Options,
  ) => Promise<Answer<Data>>;
  /**
   * The answer now, and whenever it became another, until the signal or the loop ends. Comes back by itself after a lost
   * connection; throws a `RequestError` when the gateway refuses.
   */
  readonly watch: <Data, Variables>(
    document: Document<Data, Variables, 'subscription'>,
    variables: Variables,
    options?: Options,
  ) => AsyncGenerator<Answer<Data>, void>;
};

type Result = { readonly data?: unknown; readonly errors?: readonly GraphError[] };

/** Longer addresses are refused on some ways. */
const longestAddress = 4000;
const longestPauseMs = 30_000;

export function createClient({ url, token = () => undefined, fetch = globalThis.fetch }: ClientOptions): Client {
  async function send(address: string, init: RequestInit, accept: string, signal?: AbortSignal): Promise<Response> {
    const bearer = await token();
    const headers = { accept, ...init.headers, ...(bearer ? { authorization: `Bearer ${bearer}` } : {}) };
    return fetch(address, { ...init, headers, signal: signal ?? null });
  }
  const post = (address: string, body: object, accept: string, signal?: AbortSignal) =>
    send(
      address,
      { method: 'POST', body: JSON.stringify(body), headers: { 'content-type': 'application/json' } },
      accept,
      signal,
    );

  async function askOnce(document: DocumentOf<Kind>, variables: unknown, isKnown: boolean, signal?: AbortSignal) {
    const extensions = { persistedQuery: { version: 1, sha256Hash: document.hash } };
    const asText = { variables: JSON.stringify(variables ?? {}), extensions: JSON.stringify(extensions) };
    const address = `${url}?${new URLSearchParams(asText)}`;
    const isGet = isKnown && document.kind === 'query' && address.length <= longestAddress;
    const response = isGet
      ? await send(address, { method: 'GET' }, json, signal)
      : await post(url, { variables, extensions, ...(isKnown ? {} : { query: document.text }) }, json, signal);
    return { status: response.status, result: (await response.json()) as Result };
  }

  return {
    async ask(document, variables, { signal } = {}) {
      let { status, result } = await askOnce(document, variables, true, signal);
      if (result.errors?.[0]?.extensions?.code === 'PERSISTED_QUERY_NOT_FOUND') {
        ({ status, result } = await askOnce(document, variables, false, signal));
      }
      return answerOf(status, result);
    },
    async *watch(document, variables, { signal } = {}) {
      for (let failures = 0; !signal?.aborted; ) {
        const open = () => post(`${url}/stream`, { query: document.text, variables }, 'text/event-stream', signal);
        const response = await open().catch(() => undefined);
        if (response && response.status !== 200 && response.status !== 503) throw await refusalOf(response);
        for await (const { event, data } of readEvents(response?.status === 200 ? response.body : null)) {
          if (event === 'complete') return;
          if (event !== 'next') continue;
          failures = 0;
          yield answerOf(200, JSON.parse(data) as Result);
        }
        await pause(Math.min(longestPauseMs, 500 * 2 ** failures++), signal);
      }
    },
  };
}

const json = 'application/graphql-response+json, application/json';

function answerOf<Data>(status: number, { data, errors = [] }: Result): Answer<Data> {
  if (data === undefined || data === null) throw new RequestError(status, errors);
  return { data: data as Data, errors };
}

async function refusalOf(response: Response): Promise<RequestError> {
  const { errors = [] } = (await response.json().catch(() => ({}))) as Result;
  return new RequestError(response.status, errors);
}

const pause = (ms: number, signal?: AbortSignal) =>
  new Promise<void>((resolve) => {
    const timer = setTimeout(resolve, ms);
    signal?.addEventListener('abort', () => {
      clearTimeout(timer);
      resolve();
    });
  });
