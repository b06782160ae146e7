import {
  buildASTSchema,
  type DocumentNode,
  type GraphQLFieldResolver,
  type GraphQLObjectType,
  type GraphQLSchema,
  Kind,
  parse,
  visit,
} from 'graphql';
import { stores } from './data.ts';
import { resolvers, sdlOf, subgraphNames } from './graph.ts';

type Definition = DocumentNode['definitions'][number];

/** One type of several subgraphs, with the fields of all of them. */
function joined(first: Definition | undefined, second: Definition): Definition {
  if (first?.kind !== Kind.OBJECT_TYPE_DEFINITION || second.kind !== Kind.OBJECT_TYPE_DEFINITION) return second;
  const fields = new Map([...(first.fields ?? []), ...(second.fields ?? [])].map((field) => [field.name.value, field]));
  return { ...second, fields: [...fields.values()] };
}

/** The same API with no federation at all: one schema, one set of resolvers. */
export function monolithSchema(): GraphQLSchema {
  const definitions = new Map<string, Definition>();
  for (const { definitions: own } of subgraphNames.map((name) => parse(sdlOf(name)))) {
    for (const definition of own) {
      if (!('name' in definition) || !definition.name) continue;
      definitions.set(definition.name.value, joined(definitions.get(definition.name.value), definition));
    }
  }
  const document = { kind: Kind.DOCUMENT, definitions: [...definitions.values()] } as const;
  const schema = buildASTSchema(visit(document, { Directive: () => null }), { assumeValid: true });
  const location = (source: { readonly id: string } | null) => source && stores.get(source.id);
  const own = {
    PickupStore: { location: (source: { location: { id: string } }) => location(source.location) },
    DeliveryGroup: {
      pickupLocation: (source: { pickupLocation: { id: string } | null }) => location(source.pickupLocation),
    },
  };
  for (const map of [...Object.values(resolvers), own]) {
    for (const [type, fields] of Object.entries(map)) {
      for (const [name, resolve] of Object.entries(fields)) {
        const field = (schema.getType(type) as GraphQLObjectType).getFields()[name];
        if (field) field.resolve = resolve as GraphQLFieldResolver<unknown, unknown>;
      }
    }
  }
  return schema;
}
