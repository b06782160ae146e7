import { type ConstDirectiveNode, type DocumentNode, Kind } from 'graphql';

/** Seconds an answer may be kept, by `Type.field`, from `@cacheControl(maxAge:)` of the subgraphs. */
export type CacheHints = Readonly<Record<string, number>>;

/** Reads the hints out of subgraphs' SDL: composition leaves them out of the supergraph. The shortest counts. */
export function readCacheHints(documents: readonly DocumentNode[]): CacheHints {
  const hints = new Map<string, number>();
  for (const definition of documents.flatMap((document) => document.definitions)) {
    if (definition.kind !== Kind.OBJECT_TYPE_DEFINITION && definition.kind !== Kind.OBJECT_TYPE_EXTENSION) continue;
    for (const field of definition.fields ?? []) {
      const maxAge = maxAgeOf(field.directives ?? []);
      if (maxAge === undefined) continue;
      const coordinate = `${definition.name.value}.${field.name.value}`;
      hints.set(coordinate, Math.min(maxAge, hints.get(coordinate) ?? maxAge));
    }
  }
  return Object.fromEntries([...hints].sort(([a], [b]) => (a < b ? -1 : 1)));
}

function maxAgeOf(directives: readonly ConstDirectiveNode[]): number | undefined {
  const args = directives.find(({ name }) => name.value === 'cacheControl')?.arguments;
  const value = args?.find(({ name }) => name.value === 'maxAge')?.value;
  return value?.kind === Kind.INT ? Number(value.value) : undefined;
}
