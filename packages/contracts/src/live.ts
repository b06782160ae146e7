import {
  type DocumentNode,
  type FieldNode,
  GraphQLObjectType,
  GraphQLSchema,
  Kind,
  type OperationDefinitionNode,
  OperationTypeNode,
  parse,
  print,
} from 'graphql';

/** What a subscription's field stands for: a field of the query, asked again whenever something woke it. */
export type LiveField = {
  readonly description: string;
  readonly query: string;
  /** Names of its arguments, and what the query calls them. */
  readonly arguments: Readonly<Record<string, string>>;
  /** A query field without which a variant has no use for it. */
  readonly needs: string;
  /** What wakes it, and the argument that says which one. */
  readonly topic: 'order' | 'queue' | 'availability';
  readonly key: string;
};

export const liveFields: Readonly<Record<string, LiveField>> = {
  orderChanged: {
    description: 'An order, as it is now and whenever it changed; as `Query.order` answers.',
    query: 'order',
    arguments: { id: 'id' },
    needs: 'order',
    topic: 'order',
    key: 'id',
  },
  fulfillmentQueueChanged: {
    description: 'A location, as it is now and whenever work given to it changed; as `Query.location` answers.',
    query: 'location',
    arguments: { locationId: 'id' },
    needs: 'fulfillmentOrders',
    topic: 'queue',
    key: 'locationId',
  },
  availabilityChanged: {
    description: 'What is on sale, as it is now and whenever it may have changed; as `Query.availability` answers.',
    query: 'availability',
    arguments: { channelId: 'channelId', skus: 'skus' },
    needs: 'availability',
    topic: 'availability',
    key: 'skus',
  },
};

/**
 * An API with the subscriptions it offers, each of the type and with the arguments of the query it stands for; the API
 * itself when it has none of those queries.
 */
export function withLive(schema: GraphQLSchema): GraphQLSchema {
  const queries = schema.getQueryType()?.getFields() ?? {};
  const offered = Object.entries(liveFields).filter(([, { query, needs }]) => queries[query] && queries[needs]);
  if (offered.length === 0) return schema;
  const fields = offered.map(([name, live]) => {
    const { type, args } = queries[live.query] as (typeof queries)[string];
    const own = Object.entries(live.arguments).flatMap(([own, its]) => {
      const argument = args.find((candidate) => candidate.name === its);
      return argument ? [[own, { ...argument, astNode: undefined }] as const] : [];
    });
    return [name, { type, description: live.description, args: Object.fromEntries(own) }] as const;
  });
  const subscription = new GraphQLObjectType({
    name: 'Subscription',
    description: 'Answers that are sent again when they changed, over `/stream`.',
    fields: Object.fromEntries(fields),
  });
  return new GraphQLSchema({ ...schema.toConfig(), subscription });
}

/** The document with each subscription turned into the query it stands for; its answers keep the subscription's names. */
export const asQuery = (document: DocumentNode): DocumentNode => ({
  ...document,
  definitions: document.definitions.map((node) =>
    node.kind === Kind.OPERATION_DEFINITION && node.operation === OperationTypeNode.SUBSCRIPTION
      ? asQueryOperation(node)
      : node,
  ),
});

/** Of a text; one without a subscription stays as it is. */
export function asQueryText(text: string): string {
  const document = parse(text, { noLocation: true });
  const isLive = document.definitions.some(
    (node) => node.kind === Kind.OPERATION_DEFINITION && node.operation === OperationTypeNode.SUBSCRIPTION,
  );
  return isLive ? print(asQuery(document)) : text;
}

const asQueryOperation = (node: OperationDefinitionNode): OperationDefinitionNode => ({
  ...node,
  operation: OperationTypeNode.QUERY,
  selectionSet: {
    ...node.selectionSet,
    selections: node.selectionSet.selections.map((selection) =>
      selection.kind === Kind.FIELD ? asQueryField(selection) : selection,
    ),
  },
});

function asQueryField(field: FieldNode): FieldNode {
  const live = liveFields[field.name.value];
  if (!live) return field;
  const named = (value: string) => ({ kind: Kind.NAME, value }) as const;
  return {
    ...field,
    alias: field.alias ?? named(field.name.value),
    name: named(live.query),
    arguments: field.arguments?.map((argument) => ({
      ...argument,
      name: named(live.arguments[argument.name.value] ?? argument.name.value),
    })),
  };
}
