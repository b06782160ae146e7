import { readFileSync } from 'node:fs';
import { anonymous, createExecutor, createLog, type Subgraph, serve } from '@passerelle/server';
import { parse } from 'graphql';
import { createDataSource, localSend } from '../../../../gateway/src/data-sources.ts';
import { loadFederation } from '../../../../gateway/src/federation.ts';
import { createGateway } from '../../../../gateway/src/server.ts';
import { type Name, nameOf, sdlOf, subgraphSchema } from '../graph.ts';

/** Our gateway with all that it looks at, over the subgraphs in its own process. */
const [file, port] = process.argv.slice(2);
const log = createLog('error');

const executorOf = (name: Name) => {
  const subgraph = {
    name,
    typeDefs: parse(sdlOf(name)),
    schema: subgraphSchema(name),
    createContext: (request: object) => ({ ...request }),
  };
  return createExecutor(subgraph as unknown as Subgraph, log);
};

const federation = await loadFederation(
  readFileSync(file as string, 'utf8'),
  (name) => createDataSource(name, localSend(executorOf(nameOf(name))), log),
  log,
  { isFast: process.env.FAST_PATH !== 'off', knowsRequests: process.env.KNOWN_REQUESTS !== 'off' },
);
const { routes } = await createGateway({
  federation,
  authenticate: async () => anonymous,
  notReady: async () => [],
  introspection: false,
  log,
});
await serve(routes, { port: Number(port), onError: (error) => console.error(error) });
