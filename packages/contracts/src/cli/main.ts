import { writeFileSync } from 'node:fs';
import path from 'node:path';
import { composeGraph } from '../compose.ts';
import { readGraph } from '../layers/graph.ts';
import { runLayers } from '../layers/index.ts';
import {
  baselineOf,
  readBaseline,
  readStoredOperations,
  writeBaseline,
  writeMissingVariables,
} from '../layers/stored.ts';
import { inRoot } from '../subgraphs.ts';
import { type Command, readCommand, UsageError } from './arguments.ts';
import { exitCodeOf, tableOf } from './report.ts';

async function check({ layers, subgraphs, json, isStrict }: Command): Promise<number> {
  const findings = await runLayers(readGraph(subgraphs, readStoredOperations()), readBaseline(), layers);
  console.log(tableOf(layers, findings));
  if (json) writeFileSync(json, `${JSON.stringify({ layers, findings }, null, 2)}\n`);
  return exitCodeOf(findings, isStrict);
}

/** Refuses what does not even compose: a baseline nobody could be held to. */
async function publish({ subgraphs }: Command): Promise<number> {
  const graph = readGraph(subgraphs, readStoredOperations());
  if (!graph.composed) {
    console.error(graph.composition.errors.join('\n'));
    return 2;
  }
  for (const file of writeMissingVariables(graph)) console.log(`wrote ${path.relative(inRoot(), file)}`);
  const baseline = await baselineOf(readGraph(subgraphs, readStoredOperations()));
  writeBaseline(baseline);
  console.log(
    `published ${Object.keys(baseline.apis).join(', ')}; ${Object.keys(baseline.operations).length} operations`,
  );
  return 0;
}

function compose({ subgraphs, out }: Command): number {
  if (!out) throw new UsageError('contracts compose needs --out FILE.');
  writeFileSync(out, composeGraph(subgraphs).supergraph);
  console.log(`wrote ${out}`);
  return 0;
}

try {
  const command = readCommand(process.argv.slice(2));
  process.exitCode = await { check, publish, compose }[command.name](command);
} catch (error) {
  if (!(error instanceof UsageError)) throw error;
  console.error(error.message);
  process.exitCode = 64;
}
