import { buildSubgraphSchema } from '@apollo/subgraph';
import {
  execute,
  type GraphQLFieldResolver,
  type GraphQLOutputType,
  type GraphQLSchema,
  isAbstractType,
  isEnumType,
  isListType,
  isNonNullType,
  isObjectType,
  parse,
} from 'graphql';
import type { SubgraphSource } from '../subgraphs.ts';
import type { ConsumerRecord } from './graph.ts';
import { ofScalar } from './sample-variables.ts';

export type Answer = ConsumerRecord['answers'][number];

/** Subgraphs that answer any document of theirs with the same samples every time; entities keep the keys they came with. */
export function sampleProviders(subgraphs: readonly SubgraphSource[]) {
  const schemas = new Map(
    subgraphs.map(({ name, document }) => [name, buildSubgraphSchema([{ typeDefs: document }])] as const),
  );
  return async ({ subgraph, query, variables }: Omit<Answer, 'answer'>): Promise<unknown> => {
    const schema = schemas.get(subgraph) as GraphQLSchema;
    const variableValues = variables as Record<string, unknown>;
    return plain(await execute({ schema, document: parse(query), variableValues, fieldResolver }));
  };
}

const plain = (value: unknown): unknown => JSON.parse(JSON.stringify(value));

const fieldResolver: GraphQLFieldResolver<Record<string, unknown> | undefined, unknown> = (
  source,
  _args,
  _context,
  { fieldName, returnType, schema },
) => source?.[fieldName] ?? sampleOf(schema, returnType);

/** A list has an item, or one of each member when it is of a union or an interface. */
function sampleOf(schema: GraphQLSchema, type: GraphQLOutputType): unknown {
  if (isNonNullType(type)) return sampleOf(schema, type.ofType);
  if (isListType(type)) {
    const item = isNonNullType(type.ofType) ? type.ofType.ofType : type.ofType;
    if (!isAbstractType(item)) return [sampleOf(schema, item)];
    return schema.getPossibleTypes(item).map(({ name }) => ({ __typename: name }));
  }
  if (isAbstractType(type)) return { __typename: schema.getPossibleTypes(type)[0]?.name };
  if (isObjectType(type)) return { __typename: type.name };
  if (isEnumType(type)) return type.getValues()[0]?.name;
  return ofScalar[type.name] ?? 'text';
}
