import { writeFileSync } from 'node:fs';
import path from 'node:path';
import { composeGraph } from '../compose.ts';
import { readGraph } from '../layers/graph.ts';
import { runLayers } from '../layers/index.ts';
import { runningLayer } from '../layers/running.ts';
import {
  baselineOf,
  readBaseline,
  readStoredOperations,
  writeBaseline,
  writeMissingVariables,
} from '../layers/stored.ts';
import { runTestLayers } from '../layers/tests.ts';
import { inRoot } from '../subgraphs.ts';
import { type Command, readCommand, UsageError } from './arguments.ts';
import { exitCodeOf, tableOf } from './report.ts';

async function check({ layers, leftOut, subgraphs, json, isStrict }: Command): Promise<number> {
  const graph = readGraph(subgraphs, readStoredOperations());
  const findings = [
    ...(await runLayers(graph, readBaseline(), layers)),
    ...(layers.includes('provider') ? await runningLayer(graph) : []),
    ...(await runTestLayers(layers)),
  ];
  console.log(tableOf(layers, findings));
  if (leftOut.length > 0) console.log(`left out: ${leftOut.join(', ')}`);
  if (json) writeFileSync(json, `${JSON.stringify({ layers, leftOut, findings }, null, 2)}\n`);
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
