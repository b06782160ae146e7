import {
  buildASTSchema,
  type DefinitionNode,
  type DirectiveNode,
  type DocumentNode,
  type FieldDefinitionNode,
  type GraphQLSchema,
  type InputValueDefinitionNode,
  Kind,
  parse,
  printSchema,
  type TypeNode,
} from 'graphql';

/** The parts of the graph that outside clients see; the whole graph is for our own tools. */
export const variants = ['storefront', 'store-app', 'partner'] as const;
export type Variant = (typeof variants)[number];

/** What one operation may cost at most; `internal` is the whole graph. */
export const costBudgets: Readonly<Record<Variant | 'internal', number>> = {
  storefront: 1000,
  'store-app': 1000,
  partner: 2000,
  internal: 25_000,
};

/** Tags by coordinate, from the supergraph: `Order`, `Order.id`, `Query.order(id:)`. */
type Tags = ReadonlyMap<string, ReadonlySet<string>>;
const none: ReadonlySet<string> = new Set();

/**
 * The schema of a variant: fields and unions tagged for it, by themselves or by their type; arguments, inputs, enums and
 * scalars that those reach. An argument, a field of an input or an enum value that is tagged for variants itself is in no
 * other. What is tagged `internal` is in no variant.
 */
export function filterSchema(apiSchema: GraphQLSchema, supergraph: DocumentNode, variant: Variant): GraphQLSchema {
  const tags = readTags(supergraph);
  let definitions = parse(printSchema(apiSchema)).definitions.map((node) => tagged(node, tags, variant));
  for (;;) {
    const names = new Set(
      definitions.flatMap((node) => (node && 'name' in node && node.name ? [node.name.value] : [])),
    );
    const next = definitions.map((node) => node && withoutMissing(node, names));
    const isStable = next.every((node, index) => node === definitions[index]);
    definitions = next;
    if (isStable) break;
  }
  const kept = reachable(definitions.filter((node) => node !== undefined));
  return buildASTSchema({ kind: Kind.DOCUMENT, definitions: kept });
}

type Tagged = { readonly name?: { readonly value: string }; readonly directives?: readonly DirectiveNode[] };

function readTags(supergraph: DocumentNode): Tags {
  const tags = new Map<string, Set<string>>();
  const note = (coordinate: string, { directives = [] }: Tagged) => {
    for (const directive of directives) {
      const value = directive.name.value === 'tag' ? directive.arguments?.[0]?.value : undefined;
      if (value?.kind !== Kind.STRING) continue;
      tags.set(coordinate, (tags.get(coordinate) ?? new Set()).add(value.value));
    }
  };
  for (const node of supergraph.definitions) {
    if (!('name' in node) || !node.name) continue;
    const type = node.name.value;
    note(type, node);
    if ('values' in node) for (const value of node.values ?? []) note(`${type}.${value.name.value}`, value);
    if (!('fields' in node)) continue;
    for (const field of node.fields ?? []) {
      note(`${type}.${field.name.value}`, field);
      const args = 'arguments' in field ? (field.arguments ?? []) : [];
      for (const arg of args) note(`${type}.${field.name.value}(${arg.name.value}:)`, arg);
    }
  }
  return tags;
}

/** What the tags leave of a definition, or undefined. */
function tagged(node: DefinitionNode, tags: Tags, variant: Variant): DefinitionNode | undefined {
  const type = 'name' in node && node.name ? node.name.value : '';
  const own = tags.get(type) ?? none;
  const isOpen = (coordinate: string) => !tags.get(coordinate)?.has('internal');
  const isForAll = (coordinate: string) => !variants.some((each) => tags.get(coordinate)?.has(each));
  const isGiven = (coordinate: string) =>
    isOpen(coordinate) && (isForAll(coordinate) || tags.get(coordinate)?.has(variant));
  if (own.has('internal')) return undefined;
  switch (node.kind) {
    case Kind.OBJECT_TYPE_DEFINITION:
    case Kind.INTERFACE_TYPE_DEFINITION: {
      const isIncluded = (field: FieldDefinitionNode) => {
        const coordinate = `${type}.${field.name.value}`;
        return isOpen(coordinate) && (own.has(variant) || tags.get(coordinate)?.has(variant));
      };
      const fields = node.fields?.filter(isIncluded).map((field) => ({
        ...field,
        arguments: field.arguments?.filter((arg) => isGiven(`${type}.${field.name.value}(${arg.name.value}:)`)),
      }));
      return { ...node, fields };
    }
    case Kind.UNION_TYPE_DEFINITION:
      return own.has(variant) ? node : undefined;
    case Kind.INPUT_OBJECT_TYPE_DEFINITION:
      return { ...node, fields: node.fields?.filter((field) => isGiven(`${type}.${field.name.value}`)) };
    case Kind.ENUM_TYPE_DEFINITION:
      return { ...node, values: node.values?.filter((value) => isGiven(`${type}.${value.name.value}`)) };
    default:
      return node;
  }
}

const builtIn = new Set(['String', 'Int', 'Float', 'Boolean', 'ID']);

function namedType(type: TypeNode): string {
  return type.kind === Kind.NAMED_TYPE ? type.name.value : namedType(type.type);
}

/** A definition without what points at types that are gone; undefined when nothing is left of it. */
function withoutMissing(node: DefinitionNode, names: ReadonlySet<string>): DefinitionNode | undefined {
  const exists = ({ type }: FieldDefinitionNode | InputValueDefinitionNode) => {
    const name = namedType(type);
    return builtIn.has(name) || names.has(name);
  };
  switch (node.kind) {
    case Kind.OBJECT_TYPE_DEFINITION:
    case Kind.INTERFACE_TYPE_DEFINITION: {
      const fields = node.fields?.filter(exists) ?? [];
      const interfaces = node.interfaces?.filter(({ name }) => names.has(name.value)) ?? [];
      if (fields.length === 0) return undefined;
      const isWhole = fields.length === node.fields?.length && interfaces.length === (node.interfaces?.length ?? 0);
      return isWhole ? node : { ...node, fields, interfaces };
    }
    case Kind.INPUT_OBJECT_TYPE_DEFINITION: {
      const fields = node.fields?.filter(exists) ?? [];
      if (fields.length === 0) return undefined;
      return fields.length === node.fields?.length ? node : { ...node, fields };
    }
    case Kind.UNION_TYPE_DEFINITION: {
      const types = node.types?.filter(({ name }) => names.has(name.value)) ?? [];
      if (types.length === 0) return undefined;
      return types.length === node.types?.length ? node : { ...node, types };
    }
    default:
      return node;
  }
}

/** The definitions that can be reached from the root types, and directives. */
function reachable(definitions: readonly DefinitionNode[]): DefinitionNode[] {
  const byName = new Map(
    definitions.flatMap((node) => ('name' in node && node.name ? [[node.name.value, node] as const] : [])),
  );
  const reached = new Set<string>();
  const waiting = ['Query', 'Mutation'];
  for (let name = waiting.pop(); name !== undefined; name = waiting.pop()) {
    const node = byName.get(name);
    if (!node || reached.has(name)) continue;
    reached.add(name);
    if ('interfaces' in node) waiting.push(...(node.interfaces ?? []).map((type) => type.name.value));
    if ('types' in node) waiting.push(...(node.types ?? []).map((type) => type.name.value));
    if (!('fields' in node)) continue;
    for (const field of node.fields ?? []) {
      const type = namedType(field.type);
      waiting.push(type, ...implementersOf(type, definitions));
      if ('arguments' in field) waiting.push(...(field.arguments ?? []).map((arg) => namedType(arg.type)));
    }
  }
  return definitions.filter((node) => !('name' in node) || !node.name || !isType(node) || reached.has(node.name.value));
}

const isType = (node: DefinitionNode) => node.kind.endsWith('TypeDefinition');

const implementersOf = (name: string, definitions: readonly DefinitionNode[]): string[] =>
  definitions.flatMap((node) =>
    node.kind === Kind.OBJECT_TYPE_DEFINITION && node.interfaces?.some((type) => type.name.value === name)
      ? [node.name.value]
      : [],
  );
