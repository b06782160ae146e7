import type { Finding, LayerName } from '../findings.ts';
import { breaking } from './breaking.ts';
import { composition, secondComposer } from './composition.ts';
import { consumerLayer } from './consumer.ts';
import type { Baseline, Graph } from './graph.ts';
import { lint } from './lint.ts';
import { operationsLayer } from './operations.ts';
import { type Plans, planAll, plansLayer, providerLayer } from './plans.ts';
import { policy } from './policy.ts';
import { shared } from './shared.ts';
import { variantsLayer } from './variants.ts';

/** Layers that take seconds, or a database; the others are for every commit. */
export const slowLayers: readonly LayerName[] = [
  'second-composer',
  'plans',
  'provider',
  'consumer',
  'outage',
  'projection',
];

/**
 * Runs the named layers over a graph, as far as files can show them. Those that need a composed graph find nothing when
 * there is none; what only running subgraphs can show is for `runTestLayers` and `runningLayer`.
 */
export async function runLayers(graph: Graph, baseline: Baseline, names: readonly LayerName[]): Promise<Finding[]> {
  let planned: Plans | undefined;
  const plans = () => {
    planned ??= planAll(graph);
    return planned;
  };
  const layers: Partial<Record<LayerName, () => readonly Finding[] | Promise<readonly Finding[]>>> = {
    lint: () => lint(graph.subgraphs),
    shared: () => shared(graph.subgraphs),
    composition: () => composition(graph),
    'second-composer': () => secondComposer(graph),
    breaking: () => breaking(graph, baseline),
    policy: () => policy(graph.subgraphs, baseline),
    variants: () => variantsLayer(graph),
    operations: () => operationsLayer(graph, baseline),
    plans: () => plansLayer(plans(), baseline),
    provider: () => providerLayer(graph, plans()),
    consumer: () => consumerLayer(graph, baseline),
  };
  const findings: Finding[] = [];
  for (const name of names) findings.push(...((await layers[name]?.()) ?? []));
  return findings;
}
