import { readFileSync } from 'node:fs';
import { parse } from 'graphql';
import { type LayerName, layerNames } from '../findings.ts';
import { slowLayers } from '../layers/index.ts';
import { readSubgraphs, type SubgraphSource } from '../subgraphs.ts';

export const usage = `contracts check [--quick] [--layer NAME]… [--subgraph NAME=FILE[@URL]]… [--json FILE] [--strict]
contracts publish            moves the baseline to what the SDL files say now
contracts compose [--subgraph NAME=FILE[@URL]]… --out FILE
                             writes the supergraph for SUPERGRAPH_FILE
layers: ${layerNames.join(', ')}; --quick leaves out ${slowLayers.join(', ')}
A subgraph of your own is added with --subgraph; one of ours of the same name is replaced. With its address it is also
asked, in queries only, what the gateway would ask it.
Ends with 2 when something breaks, with 1 when something may and --strict is given.`;

export type Command = {
  readonly name: 'check' | 'publish' | 'compose';
  readonly layers: readonly LayerName[];
  /** Those nobody named and `--quick` does without. */
  readonly leftOut: readonly LayerName[];
  readonly subgraphs: readonly SubgraphSource[];
  readonly json: string | undefined;
  readonly out: string | undefined;
  readonly isStrict: boolean;
};

/** What the person who called got wrong; told without a stack. */
export class UsageError extends Error {
  override readonly name = 'UsageError';
}

/** Reads the command line; throws a `UsageError`. */
export function readCommand(args: readonly string[]): Command {
  const [name = 'help', ...rest] = args;
  if (name !== 'check' && name !== 'publish' && name !== 'compose') throw new UsageError(usage);
  const given = { layers: [] as string[], subgraphs: [] as string[], json: '', out: '', quick: false, strict: false };
  for (let at = 0; at < rest.length; at += 1) {
    const option = rest[at];
    const value = () => {
      at += 1;
      const next = rest[at];
      if (next === undefined) throw new UsageError(`${option} needs a value.\n${usage}`);
      return next;
    };
    if (option === '--layer') given.layers.push(value());
    else if (option === '--subgraph') given.subgraphs.push(value());
    else if (option === '--json') given.json = value();
    else if (option === '--out') given.out = value();
    else if (option === '--quick') given.quick = true;
    else if (option === '--strict') given.strict = true;
    else throw new UsageError(`${option} is no option.\n${usage}`);
  }
  return {
    name,
    layers: layersOf(given),
    leftOut: given.quick && given.layers.length === 0 ? slowLayers : [],
    subgraphs: subgraphsOf(given.subgraphs),
    json: given.json || undefined,
    out: given.out || undefined,
    isStrict: given.strict,
  };
}

function layersOf({ layers, quick }: { readonly layers: readonly string[]; readonly quick: boolean }): LayerName[] {
  const unknown = layers.find((layer) => !(layerNames as readonly string[]).includes(layer));
  if (unknown) throw new UsageError(`There is no layer "${unknown}".\n${usage}`);
  if (layers.length > 0) return layerNames.filter((layer) => layers.includes(layer));
  return layerNames.filter((layer) => !quick || !slowLayers.includes(layer));
}

function subgraphsOf(given: readonly string[]): SubgraphSource[] {
  const foreign = given.map(readForeign);
  const names = new Set(foreign.map(({ name }) => name));
  return [...readSubgraphs().filter(({ name }) => !names.has(name)), ...foreign];
}

function readForeign(text: string): SubgraphSource {
  const [, name, file, url] = /^([\w-]+)=([^@]+)(?:@(.+))?$/.exec(text) ?? [];
  if (!name || !file) throw new UsageError(`--subgraph is NAME=FILE or NAME=FILE@URL, not "${text}".`);
  try {
    const sdl = readFileSync(file, 'utf8');
    return { name, sdl, document: parse(sdl), url };
  } catch (error) {
    throw new UsageError(`The schema of ${name} cannot be read from ${file}: ${(error as Error).message}`);
  }
}
