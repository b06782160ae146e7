import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { graphql } from 'graphql';
import { type Name, sdlV1Of, subgraphNames, subgraphSchema } from '../graph.ts';

/**
 * The four subgraphs over HTTP, a port each, in one process for all gateways. Each distinct question is executed once
 * and then answered from memory: what is slow is never this. `/v1` tells the SDL of Federation 1 and answers the same.
 */
type Asked = { readonly query: string; readonly variables?: Record<string, unknown>; readonly operationName?: string };

const sdlQuestion = /_service\s*\{\s*sdl/;

function answerer(name: Name) {
  const schema = subgraphSchema(name);
  const sdl = JSON.stringify({ data: { _service: { sdl: sdlV1Of(name) } } });
  return async (body: string): Promise<Buffer> => {
    const { query, variables, operationName } = JSON.parse(body) as Asked;
    if (sdlQuestion.test(query)) return Buffer.from(sdl);
    return Buffer.from(
      JSON.stringify(
        await graphql({ schema, source: query, variableValues: variables, operationName: operationName || undefined }),
      ),
    );
  };
}

function listen(name: Name): Promise<number> {
  const answer = answerer(name);
  const known = new Map<string, Buffer>();
  const server = createServer((request, response) => {
    let body = '';
    request.setEncoding('utf8');
    request.on('data', (text) => {
      body += text;
    });
    request.on('end', async () => {
      let bytes = known.get(body);
      if (!bytes) {
        bytes = await answer(body);
        known.set(body, bytes);
      }
      response.writeHead(200, { 'content-type': 'application/json', 'content-length': bytes.length });
      response.end(bytes);
    });
  });
  // A connection that is closed between two slices would be an error in the next.
  server.keepAliveTimeout = 600_000;
  return new Promise((resolve) => {
    server.listen(0, '127.0.0.1', () => resolve((server.address() as AddressInfo).port));
  });
}

const ports = await Promise.all(subgraphNames.map(listen));
process.send?.(Object.fromEntries(subgraphNames.map((name, index) => [name, `http://127.0.0.1:${ports[index]}`])));
