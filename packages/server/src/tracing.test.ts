import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { expect, it, vi } from 'vitest';
import { json, serve } from './http.ts';
import { currentRequestId } from './request-scope.ts';
import { startTracing, traced, traceHeaders } from './tracing.ts';

type Exported = { name: string; traceId: string; spanId: string; parentSpanId?: string };
type Batch = { resourceSpans: { scopeSpans: { spans: Exported[] }[] }[] };

/** Takes what is exported. */
async function collector() {
  const spans: Exported[] = [];
  const server = createServer(async (request, response) => {
    let text = '';
    for await (const piece of request) text += piece;
    const batch = JSON.parse(text) as Batch;
    spans.push(...batch.resourceSpans.flatMap(({ scopeSpans }) => scopeSpans.flatMap((scope) => scope.spans)));
    response.end('{}');
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  return { spans, url, close: () => server.close() };
}

const addressOf = (door: { readonly port: number }) => `http://127.0.0.1:${door.port}`;

it('follows a request from one process to the next, and says its id there', async () => {
  const { spans, url, close } = await collector();
  vi.stubEnv('OTEL_EXPORTER_OTLP_ENDPOINT', url);
  const tracing = await startTracing('test', { OTEL_EXPORTER_OTLP_ENDPOINT: url });
  const behind = await serve(
    { 'GET /b': async () => json(200, { id: currentRequestId() }) },
    { port: 0, onError: () => {} },
  );
  const front = await serve(
    {
      'GET /a': async () => {
        const headers = { 'x-request-id': currentRequestId() ?? '', ...traceHeaders() };
        const ask = async () => (await fetch(`${addressOf(behind)}/b`, { headers })).json();
        return json(200, await traced({ name: 'ask', kind: 'client' }, ask));
      },
    },
    { port: 0, onError: () => {} },
  );
  const traceparent = `00-${'a'.repeat(32)}-${'b'.repeat(16)}-01`;
  const answer = await fetch(`${addressOf(front)}/a?secret=1`, { headers: { 'x-request-id': 'mine', traceparent } });
  expect(await answer.json()).toEqual({ id: 'mine' });
  await front.close();
  await behind.close();
  await tracing.close();
  vi.unstubAllEnvs();
  close();

  const byName = new Map(spans.map((span) => [span.name, span]));
  expect([...byName.keys()].sort()).toEqual(['GET /a', 'GET /b', 'ask']);
  expect(new Set(spans.map(({ traceId }) => traceId))).toEqual(new Set(['a'.repeat(32)]));
  expect(byName.get('GET /a')?.parentSpanId).toBe('b'.repeat(16));
  expect(byName.get('ask')?.parentSpanId).toBe(byName.get('GET /a')?.spanId);
  expect(byName.get('GET /b')?.parentSpanId).toBe(byName.get('GET /a')?.spanId);
});

it.each([
  ['no variable is set', {}],
  ['it is disabled', { OTEL_EXPORTER_OTLP_ENDPOINT: 'http://127.0.0.1:1', OTEL_SDK_DISABLED: 'true' }],
  ['there is no exporter', { OTEL_EXPORTER_OTLP_ENDPOINT: 'http://127.0.0.1:1', OTEL_TRACES_EXPORTER: 'none' }],
])('does nothing when %s', async (_when, source) => {
  const tracing = await startTracing('test', source);
  const work = async () => traceHeaders();
  expect(await traced({ name: 'a' }, work)).toEqual({});
  await tracing.close();
});
