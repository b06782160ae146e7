import { createServer, type IncomingHttpHeaders, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

export type Call = { readonly headers: IncomingHttpHeaders; readonly body: string; readonly path: string };
/** What the service does with a call. */
export type Script = (response: ServerResponse, call: Call) => void;

/** A retailer's service on this machine that does what it is told, one script a call, the last one for all further calls. */
export async function scriptedService(...scripts: Script[]) {
  const calls: Call[] = [];
  const waiting: (() => void)[] = [];
  const server = createServer((request, response) => {
    const chunks: Buffer[] = [];
    request.on('data', (chunk) => chunks.push(chunk));
    request.on('end', () => {
      const call = { headers: request.headers, body: Buffer.concat(chunks).toString(), path: request.url ?? '' };
      const script = scripts[Math.min(calls.length, scripts.length - 1)];
      calls.push(call);
      script?.(response, call);
      for (const wake of waiting.splice(0)) wake();
    });
  });
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/exits`,
    calls,
    /** Other scripts from the next call on. */
    script(...next: Script[]) {
      scripts.splice(0, scripts.length, ...Array<Script>(calls.length).fill(() => {}), ...next);
    },
    /** When so many calls have come, and their scripts have run. */
    async called(count: number) {
      while (calls.length < count) await new Promise<void>((wake) => waiting.push(wake));
    },
    async [Symbol.asyncDispose]() {
      server.closeAllConnections();
      await new Promise((closed) => server.close(closed));
    },
  };
}

export const says =
  (answer: unknown, status = 200): Script =>
  (response) =>
    response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(answer));
export const status =
  (code: number, headers: Record<string, string> = {}): Script =>
  (response) =>
    response.writeHead(code, headers).end();
/** Never answers. */
export const hangs: Script = () => {};
/** Answers, and never comes to the end of it. */
export const drips: Script = (response) => {
  response.writeHead(200, { 'content-type': 'application/json' }).write('{"decision":');
};
/** Breaks the connection before a word. */
export const breaks: Script = (response) => {
  response.destroy();
};
export const sends =
  (body: string): Script =>
  (response) =>
    response.writeHead(200).end(body);
