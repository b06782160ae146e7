import { request as httpRequest } from 'node:http';
import { connect } from 'node:net';

/** Something nobody sends by mistake. */
export type Hostile = {
  readonly name: string;
  readonly method?: string;
  readonly path?: string;
  readonly headers?: Readonly<Record<string, string | readonly string[]>>;
  readonly body?: string | Buffer;
  /** Sent in these pieces, with no length told before. */
  readonly chunks?: readonly string[];
  /** Sent as it is, whatever HTTP thinks of it. */
  readonly raw?: string;
};

export type Met = { readonly status: number; readonly text: string };

/** A document with its variables, to the variant for partners. */
export const document = (name: string, query: string, more: object = {}): Hostile => ({
  name,
  body: JSON.stringify({ query, ...more }),
});

/** Sends one and answers what came back; a connection that is cut without an answer has status 0. */
export const send = (origin: string, hostile: Hostile): Promise<Met> =>
  hostile.raw === undefined ? sendHttp(origin, hostile) : sendRaw(origin, hostile.raw);

function sendHttp(origin: string, { method = 'POST', path = '/graphql/partner', headers, body, chunks }: Hostile) {
  return new Promise<Met>((resolve) => {
    const { port } = new URL(origin);
    const options = { host: '127.0.0.1', port, method, path, agent: false };
    const request = httpRequest({ ...options, headers: { 'content-type': 'application/json', ...headers } as never });
    request.on('response', (response) => {
      const pieces: Buffer[] = [];
      const end = () => {
        request.destroy();
        resolve({ status: response.statusCode ?? 0, text: Buffer.concat(pieces).toString('latin1') });
      };
      response.on('data', (piece) => pieces.push(piece));
      response.on('end', end).on('error', end);
    });
    // An answer that comes before the whole request was taken ends the request with an error of its own.
    request.on('error', () => setImmediate(() => resolve({ status: 0, text: '' })));
    for (const chunk of chunks ?? []) request.write(chunk);
    request.end(body);
  });
}

function sendRaw(origin: string, raw: string) {
  return new Promise<Met>((resolve) => {
    const pieces: Buffer[] = [];
    const socket = connect(Number(new URL(origin).port), '127.0.0.1', () => socket.end(Buffer.from(raw, 'latin1')));
    socket.on('data', (piece) => pieces.push(piece));
    socket.on('error', () => {});
    socket.on('close', () => {
      const text = Buffer.concat(pieces).toString('latin1');
      resolve({ status: Number(/^HTTP\/1\.1 (\d+)/.exec(text)?.[1] ?? 0), text });
    });
  });
}
