import { type GraphQLObjectType, type GraphQLSchema, isObjectType } from 'graphql';

export type Reference = { readonly __typename: string };
type ResolveReference = (reference: Reference, context: unknown, info: unknown) => unknown;

/**
 * Lets `_entities` answer without a promise for each entity that is there at once: the library's own resolver makes
 * one in any case, and graphql-jit then waits for every entity by itself. It resolves as the library does, and leaves to
 * it what is not an object type, and whatever looks at cache hints.
 */
export function resolveEntitiesPromptly(schema: GraphQLSchema): GraphQLSchema {
  const field = schema.getQueryType()?.getFields()._entities;
  const stock = field?.resolve;
  if (!field || !stock) return schema;
  field.resolve = (root, args: { readonly representations: readonly Reference[] }, context, info) => {
    const { representations } = args;
    const types = representations.map(({ __typename }) => schema.getType(__typename));
    if (!types.every(isObjectType) || 'cacheControl' in info) return stock(root, args, context, info);
    return representations.map((reference, index) => {
      const resolve = referenceResolverOf(types[index] as GraphQLObjectType);
      const found = resolve ? resolve(reference, context, info) : reference;
      const { __typename } = reference;
      return isLate(found) ? found.then((late) => named(late, __typename)) : named(found, __typename);
    });
  };
  return schema;
}

export const referenceResolverOf = ({ extensions }: GraphQLObjectType) =>
  (extensions.apollo as { subgraph?: { resolveReference?: ResolveReference } } | undefined)?.subgraph?.resolveReference;

export const isLate = (value: unknown): value is PromiseLike<unknown> =>
  typeof (value as Partial<PromiseLike<unknown>> | null | undefined)?.then === 'function';

/** An entity that names its type: by that the union `_Entity` tells what it is. */
function named(entity: unknown, typename: string): unknown {
  if (typeof entity !== 'object' || entity === null) return entity;
  const known = (entity as Partial<Reference>).__typename;
  if (known === typename) return entity;
  if ('__typename' in entity) return { ...entity, __typename: typename };
  return Object.defineProperty(entity, '__typename', { value: typename });
}
