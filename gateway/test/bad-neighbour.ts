import { once } from 'node:events';
import { createServer, type ServerResponse } from 'node:http';
import type { AddressInfo, Socket } from 'node:net';
import { anonymous } from '@passerelle/server';
import { smallExecutor } from './small-graph.ts';

export const faults = [
  'hangs',
  'garbage',
  'no result',
  'cut',
  'slow drip',
  'oversized',
  'reset',
  'error page',
] as const;
export type Fault = (typeof faults)[number];

/** The small graph's `goods`, served by a server that does wrong as told. */
export type BadNeighbour = AsyncDisposable & {
  readonly url: string;
  fault: Fault | undefined;
  /** Requests received. */
  readonly requests: () => number;
  /** Closes every kept connection. */
  readonly dropConnections: () => void;
};

const wrongs: Record<Fault, (response: ServerResponse) => void> = {
  hangs: () => {},
  garbage: (response) => response.end('<<<not json'),
  'no result': (response) => response.end('[1, 2]'),
  cut: (response) => {
    response.writeHead(200, { 'content-length': 1000 });
    response.write('{"data":', () => response.destroy());
  },
  'slow drip': (response) => {
    const timer = setInterval(() => response.write(' '), 200);
    response.on('close', () => clearInterval(timer));
  },
  oversized: (response) => {
    const chunk = 'x'.repeat(1024 * 1024);
    const more = () => {
      if (!response.destroyed) response.write(chunk, more);
    };
    more();
  },
  reset: (response) => (response.socket as Socket).resetAndDestroy(),
  'error page': (response) => response.writeHead(502).end('<html>Bad gateway at http://10.0.0.7:4000</html>'),
};

export async function badNeighbour(): Promise<BadNeighbour> {
  const executor = smallExecutor('goods');
  let requests = 0;
  const server = createServer(async (request, response) => {
    requests += 1;
    const chunks: Buffer[] = [];
    for await (const chunk of request) chunks.push(chunk as Buffer);
    response.on('error', () => {});
    if (neighbour.fault) return wrongs[neighbour.fault](response);
    const operation = JSON.parse(Buffer.concat(chunks).toString());
    response.end(JSON.stringify(await executor(operation, { caller: { ...anonymous, kind: 'user' }, requestId: 'r' })));
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const neighbour: BadNeighbour = {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/graphql`,
    fault: undefined,
    requests: () => requests,
    dropConnections: () => server.closeAllConnections(),
    async [Symbol.asyncDispose]() {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
  return neighbour;
}
