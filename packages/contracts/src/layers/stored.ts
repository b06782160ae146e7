import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { lexicographicSortSchema, printSchema } from 'graphql';
import { asQueryText } from '../live.ts';
import { clients, listOperations, operationsFolder, readOperation } from '../operations.ts';
import { recordConsumers } from './consumer.ts';
import type { Baseline, Graph, StoredOperation } from './graph.ts';
import { planAll } from './plans.ts';
import { policyOf } from './policy.ts';
import { sampleVariables } from './sample-variables.ts';

const folder = path.join(import.meta.dirname, '../../baseline');

const readJson = (file: string) => (existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')) : {});
const asJson = (value: unknown) => `${JSON.stringify(value, null, 2)}\n`;

/** What was last published; empty before the first time. */
export function readBaseline(): Baseline {
  const files = existsSync(folder) ? readdirSync(folder).filter((file) => /^api\..*\.graphql$/.test(file)) : [];
  return {
    apis: Object.fromEntries(
      files.map((file) => [
        file.slice('api.'.length, -'.graphql'.length),
        readFileSync(path.join(folder, file), 'utf8'),
      ]),
    ),
    policy: readJson(path.join(folder, 'policy.json')),
    operations: readJson(path.join(folder, 'operations.json')),
    consumers: readJson(path.join(folder, 'consumers.json')),
  };
}

/** The baseline a graph would leave. */
export const baselineOf = async (graph: Graph): Promise<Baseline> => ({
  apis: Object.fromEntries(
    [...(graph.composed?.variants ?? [])].map(([name, schema]) => [
      name,
      `${printSchema(lexicographicSortSchema(schema))}\n`,
    ]),
  ),
  policy: policyOf(graph.subgraphs),
  operations: planAll(graph).records,
  consumers: await recordConsumers(graph),
});

export function writeBaseline({ apis, policy, operations, consumers }: Baseline): void {
  mkdirSync(folder, { recursive: true });
  for (const [name, sdl] of Object.entries(apis)) writeFileSync(path.join(folder, `api.${name}.graphql`), sdl);
  writeFileSync(path.join(folder, 'policy.json'), asJson(policy));
  writeFileSync(path.join(folder, 'operations.json'), asJson(operations));
  writeFileSync(path.join(folder, 'consumers.json'), asJson(consumers));
}

const variablesFile = ({ client, name }: Pick<StoredOperation, 'client' | 'name'>) =>
  path.join(operationsFolder, client, `${name}.variables.json`);

/** Every stored operation with the variables beside it; a subscription as the query it stands for. */
export const readStoredOperations = (): StoredOperation[] =>
  clients.flatMap((client) =>
    listOperations(client).map((name) => ({
      client,
      name,
      text: asQueryText(readOperation(client, name)),
      variables: readJson(variablesFile({ client, name })),
    })),
  );

/** Writes variables for the operations that have none, with a value for everything that could be given. */
export function writeMissingVariables({ composed, operations }: Graph): string[] {
  return operations.flatMap((operation) => {
    const file = variablesFile(operation);
    const schema = composed?.variants.get(operation.client);
    const variables = schema && !existsSync(file) ? sampleVariables(schema, operation.text) : undefined;
    if (!variables) return [];
    writeFileSync(file, asJson(variables));
    return [file];
  });
}
