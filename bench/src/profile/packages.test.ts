import { expect, it } from 'vitest';
import { partOf, sharesOf } from './packages.ts';

it.each([
  ['node:internal/http_outgoing', 'node:http'],
  ['node:_http_server', 'node:http'],
  ['node:net', 'node:net'],
  ['file:///a/node_modules/.pnpm/graphql@16.15.0/node_modules/graphql/execution/execute.mjs', 'graphql'],
  ['file:///a/node_modules/.pnpm/x/node_modules/@apollo/server/dist/esm/runHttpQuery.js', '@apollo/server'],
  ['file:///a/packages/server/src/http.ts', 'packages/server'],
  ['file:///a/gateway/src/execution/plan.ts', 'gateway/src/execution'],
  ['file:///a/gateway/src/limits.ts', 'gateway/src'],
  ['', undefined],
])('%s belongs to %s', (url, part) => {
  expect(partOf(url)).toBe(part);
});

it('gives built-in functions to who called them, and leaves idle time out', () => {
  const frame = (functionName: string, url = '') => ({ functionName, url });
  const nodes = [
    { id: 1, callFrame: frame('(root)'), children: [2, 4, 5] },
    { id: 2, callFrame: frame('answer', 'file:///a/packages/server/src/http.ts'), children: [3] },
    { id: 3, callFrame: frame('stringify') },
    { id: 4, callFrame: frame('(garbage collector)') },
    { id: 5, callFrame: frame('(idle)') },
  ];
  expect(sharesOf({ nodes, samples: [2, 3, 4, 5], timeDeltas: [1, 2, 1, 9] })).toEqual([
    { part: 'packages/server', share: 0.75 },
    { part: '(garbage collector)', share: 0.25 },
  ]);
});
