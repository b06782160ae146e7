import { readFile } from 'node:fs/promises';
import { gatewayTwinOf } from '@passerelle/contracts/gateway-twin';
import { StartError } from '@passerelle/server';
import { type DocumentNode, Kind, parse } from 'graphql';

/** Composed from our own subgraphs. */
const ownSupergraph = new URL('../supergraph.gateway.graphql', import.meta.url);

export type SupergraphFile = {
  readonly sdl: string;
  /** Addresses by name of subgraph, as composition wrote them; '' where it wrote none. */
  readonly addresses: ReadonlyMap<string, string>;
};

/** Reads our own supergraph, or the one of a file, for this gateway or any Federation 2 router. */
export async function readSupergraph(file: string | undefined): Promise<SupergraphFile> {
  if (file === undefined) {
    const sdl = await readFile(ownSupergraph, 'utf8');
    return { sdl, addresses: addressesOf(parse(sdl)) };
  }
  try {
    const sdl = gatewayTwinOf(await readFile(file, 'utf8'));
    const addresses = addressesOf(parse(sdl));
    if (addresses.size === 0) throw new Error('it has no subgraphs; is it a composed supergraph?');
    return { sdl, addresses };
  } catch (error) {
    throw new StartError(`SUPERGRAPH_FILE is ${file}, which cannot be used: ${(error as Error).message}`);
  }
}

function addressesOf({ definitions }: DocumentNode): ReadonlyMap<string, string> {
  const graphs = definitions.find(
    (node) => node.kind === Kind.ENUM_TYPE_DEFINITION && node.name.value === 'join__Graph',
  );
  const values = graphs?.kind === Kind.ENUM_TYPE_DEFINITION ? (graphs.values ?? []) : [];
  return new Map(
    values.flatMap(({ directives }) => {
      const args = directives?.find(({ name }) => name.value === 'join__graph')?.arguments ?? [];
      const text = (name: string) => {
        const value = args.find((arg) => arg.name.value === name)?.value;
        return value?.kind === Kind.STRING ? value.value : '';
      };
      return text('name') ? [[text('name'), text('url')] as const] : [];
    }),
  );
}
