import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { readCacheHints } from './cache-hints.ts';
import { clientTypes } from './client-types.ts';
import { composeGraph } from './compose.ts';
import { readGraph } from './layers/graph.ts';
import type { Client } from './operations.ts';
import { resolverTypes } from './resolver-types.ts';
import { inRoot, readSubgraphs } from './subgraphs.ts';

/** Writes what is generated from the SDL files; with `--check` it only tells what differs, and fails. */
const isCheck = process.argv.includes('--check');
const subgraphs = readSubgraphs();
const files = new Map<string, string>();

for (const subgraph of subgraphs) {
  files.set(inRoot('subgraphs', subgraph.name, 'src/generated/resolver-types.ts'), await resolverTypes(subgraph));
}
if (!process.argv.includes('--types')) {
  const { supergraph, gatewaySupergraph } = composeGraph(subgraphs);
  files.set(inRoot('gateway/supergraph.graphql'), supergraph);
  files.set(inRoot('gateway/supergraph.gateway.graphql'), gatewaySupergraph);
  const hints = readCacheHints(subgraphs.map(({ document }) => document));
  const { composed } = readGraph(subgraphs, []);
  for (const [client, api] of composed?.variants ?? []) {
    files.set(inRoot('packages/client/src/generated', `${client}.ts`), await clientTypes(client as Client, api));
  }
  files.set(inRoot('gateway/cache-hints.json'), `${JSON.stringify(hints, null, 2)}\n`);
}

const stale = [...files].filter(([file, text]) => readOrEmpty(file) !== text);
for (const [file, text] of stale) {
  const name = path.relative(inRoot(), file);
  if (isCheck) {
    console.error(`${name} is not what the SDL files say; run \`pnpm generate\`.`);
    process.exitCode = 1;
  } else {
    mkdirSync(path.dirname(file), { recursive: true });
    writeFileSync(file, text);
    console.log(`wrote ${name}`);
  }
}

function readOrEmpty(file: string): string {
  try {
    return readFileSync(file, 'utf8');
  } catch {
    return '';
  }
}
