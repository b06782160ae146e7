/** The part of V8's CPU profile that is read here. */
export type CpuProfile = {
  readonly nodes: readonly ProfileNode[];
  readonly samples: readonly number[];
  readonly timeDeltas: readonly number[];
};
export type ProfileNode = {
  readonly id: number;
  readonly callFrame: { readonly functionName: string; readonly url: string };
  readonly children?: readonly number[];
};

/** A part of the program with its share of the busy time, 0 to 1. */
export type Share = { readonly part: string; readonly share: number };

/** Time in which nothing was done; what the profiler itself takes is left out too. */
const idle = new Set(['(idle)', '(root)']);

/** Where a script belongs: an npm package, a package or folder of ours, a part of Node; nothing for V8's own frames. */
export function partOf(url: string): string | undefined {
  if (url === '') return undefined;
  const node = /^node:(?:internal\/)?_?(\w+)/.exec(url);
  if (node) return `node:${node[1]?.replace(/^http_?.*$/, 'http')}`;
  const [, installed] = /.*\/node_modules\/((?:@[^/]+\/)?[^/]+)\//.exec(url) ?? [];
  if (installed) return installed;
  const own = /\/((?:packages|subgraphs)\/[^/]+|gateway\/src(?:\/[^/]+(?=\/))?|bench)\//.exec(url);
  return own?.[1] ?? 'other';
}

/**
 * Self time by part, largest first. What has no script of its own (built-in functions, generated code) counts for who
 * called it; garbage collection and the system's own work stand for themselves.
 */
export function sharesOf({ nodes, samples, timeDeltas }: CpuProfile): readonly Share[] {
  const byId = new Map(nodes.map((node) => [node.id, node]));
  const parents = new Map(nodes.flatMap(({ id, children }) => (children ?? []).map((child) => [child, id] as const)));
  const times = new Map<string, number>();
  let busy = 0;
  for (const [index, id] of samples.entries()) {
    const node = byId.get(id);
    const name = node?.callFrame.functionName ?? '';
    if (!node || idle.has(name)) continue;
    if (node.callFrame.url.startsWith('node:inspector')) continue;
    const part = name.startsWith('(') && name !== '(anonymous)' ? name : (ownerOf(node, byId, parents) ?? '(program)');
    const time = timeDeltas[index] ?? 0;
    times.set(part, (times.get(part) ?? 0) + time);
    busy += time;
  }
  return [...times].map(([part, time]) => ({ part, share: time / busy })).sort((a, b) => b.share - a.share);
}

function ownerOf(node: ProfileNode, byId: ReadonlyMap<number, ProfileNode>, parents: ReadonlyMap<number, number>) {
  for (let at: ProfileNode | undefined = node; at; at = byId.get(parents.get(at.id) ?? -1)) {
    const part = partOf(at.callFrame.url);
    if (part) return part;
  }
  return undefined;
}
