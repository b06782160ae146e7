import { type ConstDirectiveNode, type DocumentNode, Kind, valueFromASTUntyped } from 'graphql';

/** How long a list is taken to be, from `@listSize`. */
export type ListSize = {
  readonly assumedSize?: number;
  /** Arguments that say how many items are wanted. */
  readonly slicingArguments: readonly string[];
  /** Fields of the answered object that are as long as asked; the field itself when there are none. */
  readonly sizedFields: readonly string[];
};

/** What a supergraph says about the cost of its parts, by coordinate: `Order`, `Query.orders`, `Query.orders(first:)`. */
export type Prices = {
  readonly weights: ReadonlyMap<string, number>;
  readonly lists: ReadonlyMap<string, ListSize>;
  /** Items a page may have at most, of the fields that are not held to `standardPageMaximum`. */
  readonly pageMaxima: ReadonlyMap<string, number>;
};

/** A page's size at most, unless the field's description says "20 a page …, 50 at most". */
export const standardPageMaximum = 100;

type Described = {
  readonly name?: { readonly value: string };
  readonly directives?: readonly ConstDirectiveNode[];
  readonly description?: { readonly value: string };
};

/** Reads `@cost` and `@listSize` out of a supergraph, whatever it calls them. */
export function readPrices(supergraph: DocumentNode): Prices {
  const weights = new Map<string, number>();
  const lists = new Map<string, ListSize>();
  const pageMaxima = new Map<string, number>();
  const note = (coordinate: string, node: Described) => {
    for (const directive of node.directives ?? []) {
      const args = argumentsOf(directive);
      if (directive.name.value === 'cost') weights.set(coordinate, Number(args.weight));
      if (!/^(cost__)?listSize$/.test(directive.name.value)) continue;
      lists.set(coordinate, {
        assumedSize: args.assumedSize as number | undefined,
        slicingArguments: (args.slicingArguments as string[] | undefined) ?? [],
        sizedFields: (args.sizedFields as string[] | undefined) ?? [],
      });
    }
    const [, maximum] = /\d+ a page\b[^.;]*?(\d+) at most/.exec(node.description?.value ?? '') ?? [];
    if (maximum) pageMaxima.set(coordinate, Number(maximum));
  };
  for (const node of supergraph.definitions) {
    if (!('name' in node) || !node.name) continue;
    note(node.name.value, node as Described);
    if (node.kind !== Kind.OBJECT_TYPE_DEFINITION && node.kind !== Kind.INTERFACE_TYPE_DEFINITION) continue;
    for (const field of node.fields ?? []) {
      const coordinate = `${node.name.value}.${field.name.value}`;
      note(coordinate, field);
      for (const arg of field.arguments ?? []) note(`${coordinate}(${arg.name.value}:)`, arg);
    }
  }
  return { weights, lists, pageMaxima };
}

const argumentsOf = (directive: ConstDirectiveNode): Record<string, unknown> =>
  Object.fromEntries((directive.arguments ?? []).map((arg) => [arg.name.value, valueFromASTUntyped(arg.value)]));
