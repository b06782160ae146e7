import { expect, it } from 'vitest';
import { smallGateway } from '../test/small-graph.ts';
import { joined } from './load/figures.ts';
import { count, createTally, textOf } from './tally.ts';

it('counts requests by API and status, and how long they took', async () => {
  await using gateway = await smallGateway();
  await gateway.post({ query: '{ __typename }' });
  await gateway.post({ query: '{ __typename }' }, { path: '/graphql/storefront' });
  await gateway.post({ query: '{ nowhere }' }, { path: '/graphql/storefront' });
  const response = await fetch(`${gateway.url}/metrics`);
  const text = await response.text();
  expect(response.headers.get('content-type')).toContain('text/plain');
  for (const line of [
    'passerelle_requests_total{api="internal",status="200"} 1',
    'passerelle_requests_total{api="storefront",status="200"} 1',
    'passerelle_requests_total{api="storefront",status="400"} 1',
    'passerelle_request_seconds_count{api="storefront"} 2',
    'passerelle_request_seconds_bucket{le="+Inf",api="storefront"} 2',
    'passerelle_requests_in_flight 0',
  ]) {
    expect(text).toContain(line);
  }
});

it('counts operations by the path they took', async () => {
  await using gateway = await smallGateway();
  for (let turn = 0; turn < 3; turn++) await gateway.post({ query: '{ places { name } }' });
  for (let turn = 0; turn < 2; turn++) await gateway.post({ query: '{ broken }' });
  const text = await (await fetch(`${gateway.url}/metrics`)).text();
  expect(text).toContain('passerelle_operations_total{path="fast"} 2');
  expect(text).toContain('passerelle_operations_total{path="stock"} 2');
  expect(text).toContain('passerelle_operations_total{path="replayed"} 1');
});

/** Reads the format strictly: https://prometheus.io/docs/instrumenting/exposition_formats/ */
function readFigures(text: string) {
  const label = String.raw`[a-zA-Z_]\w*="(?:[^"\\\n]|\\[\\"n])*"`;
  const sample = new RegExp(String.raw`^([a-zA-Z_:][\w:]*)(?:\{(${label}(?:,${label})*),?\})? (NaN|[+-]Inf|-?\d\S*)$`);
  const families = new Map<string, { readonly type: string; readonly samples: Map<string, number> }>();
  let current = '';
  expect(text.endsWith('\n')).toBe(true);
  for (const line of text.split('\n').filter((each) => each !== '' && !each.startsWith('# HELP '))) {
    const [, named, type] = /^# TYPE (\S+) (counter|gauge|histogram|summary)$/.exec(line) ?? [];
    if (named && type) {
      expect(families.has(named), line).toBe(false);
      families.set(named, { type, samples: new Map() });
      current = named;
      continue;
    }
    const [, name = '', labels = '', value = ''] = sample.exec(line) ?? [];
    const family = families.get(current);
    const ends = /^(histogram|summary)$/.test(family?.type ?? '') ? ['', '_bucket', '_sum', '_count'] : [''];
    expect(
      ends.map((end) => current + end),
      line,
    ).toContain(name);
    if (value !== 'NaN') expect(Number(value.replace('Inf', 'Infinity')), line).not.toBeNaN();
    expect(family?.samples.has(`${name}{${labels}}`), line).toBe(false);
    family?.samples.set(`${name}{${labels}}`, Number(value));
  }
  return families;
}

it('is read by the rules of the format, of one process and of several', async () => {
  await using gateway = await smallGateway();
  await gateway.post({ query: '{ __typename }' });
  const text = await (await fetch(`${gateway.url}/metrics`)).text();
  const one = readFigures(text);
  expect(one.get('passerelle_requests_total')?.type).toBe('counter');
  expect(one.get('passerelle_request_seconds')?.type).toBe('histogram');
  const several = readFigures(joined([1, 2].map((worker) => ({ worker, text }))));
  expect([...several.keys()]).toEqual([...one.keys()]);
  for (const [name, { samples }] of one) expect(several.get(name)?.samples.size).toBe(samples.size * 2);
});

it('tells times apart by their bounds, each with all that were shorter', () => {
  const tally = createTally();
  for (const seconds of [0.002, 0.0021, 0.3, 60]) count(tally, 200, seconds);
  const bounds = textOf(new Map([['internal', tally]])).matchAll(/le="([^"]+)",api="internal"} (\d+)/g);
  expect([...bounds].map(([, bound, number]) => `${bound} ${number}`)).toEqual([
    ...['0.002 1', '0.005 2', '0.01 2', '0.025 2', '0.05 2', '0.1 2', '0.25 2', '0.5 3', '1 3', '3 3', '10 3'],
    '+Inf 4',
  ]);
});
