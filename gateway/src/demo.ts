import type { Graph } from '@passerelle/server';

/** Loads the demo retailer into a database that holds nothing yet; its code is only read when it is needed. */
export async function fillWhenEmpty(adminUrl: string, graph: Graph): Promise<void> {
  const { isEmpty, loadDemo, terminalProgress } = await import('@passerelle/demo');
  if (await isEmpty(adminUrl)) await loadDemo({ adminUrl, graph, progress: terminalProgress() });
}
