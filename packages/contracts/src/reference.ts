import { mkdirSync, writeFileSync } from 'node:fs';
import { readGraph } from './layers/graph.ts';
import { readStoredOperations } from './layers/stored.ts';
import { withLive } from './live.ts';
import { referenceOf } from './reference-text.ts';
import { inRoot, readSubgraphs } from './subgraphs.ts';

/** Writes the reference of each API, for people, under `docs/reference`; nothing there is kept in the repository. */
const operations = readStoredOperations();
const { composed } = readGraph(readSubgraphs(), operations);
if (!composed) throw new Error('The SDL files do not compose; `pnpm contracts check` says why.');
mkdirSync(inRoot('docs/reference'), { recursive: true });
for (const [api, schema] of composed.variants) {
  const file = inRoot('docs/reference', `${api}.md`);
  const examples = operations.filter(({ client }) => client === api);
  writeFileSync(file, referenceOf(api, withLive(schema), composed.supergraph, examples));
  console.log(`wrote docs/reference/${api}.md`);
}
