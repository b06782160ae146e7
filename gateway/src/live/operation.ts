import { asQuery, type LiveField, liveFields } from '@passerelle/contracts/live';
import {
  type DocumentNode,
  type GraphQLField,
  type GraphQLFormattedError,
  type GraphQLSchema,
  getArgumentValues,
  getOperationAST,
  getVariableValues,
  Kind,
  OperationTypeNode,
  parse,
  print,
  validate,
} from 'graphql';

/** What a client sends to a stream. */
export type StreamRequest = {
  readonly query: string;
  readonly variables?: Readonly<Record<string, unknown>>;
  readonly operationName?: string;
};

/** A query to be asked, again whenever one of `keys` was woken; asked once when nothing is watched. */
export type LiveOperation = {
  readonly request: StreamRequest;
  readonly watched?: { readonly topic: LiveField['topic']; readonly keys: readonly string[] };
};

export type Refused = { readonly errors: readonly GraphQLFormattedError[] };

const refused = (code: string, ...messages: readonly string[]): Refused => ({
  errors: messages.map((message) => ({ message, extensions: { code } })),
});

/** Reads what a client sent against its API; suggestions of names are for those who may see the schema. */
export function readLiveOperation(
  schema: GraphQLSchema,
  request: StreamRequest,
  { suggests }: { readonly suggests: boolean },
): LiveOperation | Refused {
  let document: DocumentNode;
  try {
    document = parse(request.query, { noLocation: true });
  } catch (error) {
    return refused('GRAPHQL_PARSE_FAILED', (error as Error).message);
  }
  const operation = getOperationAST(document, request.operationName);
  if (!operation) return refused('OPERATION_RESOLUTION_FAILURE', 'Name the one operation of the document to run.');
  if (operation.operation === OperationTypeNode.MUTATION) {
    return refused('BAD_REQUEST', 'Send mutations to the address without /stream.');
  }
  if (operation.operation === OperationTypeNode.QUERY) return { request };

  const problems = validate(schema, document).map(({ message }) =>
    suggests ? message : message.replace(/ ?Did you mean .*\?$/, ''),
  );
  if (problems.length > 0) return refused('GRAPHQL_VALIDATION_FAILED', ...problems);
  const [field] = operation.selectionSet.selections;
  const live = field?.kind === Kind.FIELD ? liveFields[field.name.value] : undefined;
  if (field?.kind !== Kind.FIELD || !live) {
    return refused('BAD_REQUEST', 'Select the field of a subscription directly, not in a fragment.');
  }
  const coerced = getVariableValues(schema, operation.variableDefinitions ?? [], request.variables ?? {});
  if (coerced.errors) return refused('BAD_USER_INPUT', ...coerced.errors.map(({ message }) => message));
  const definition = schema.getSubscriptionType()?.getFields()[field.name.value];
  const given = getArgumentValues(definition as GraphQLField<unknown, unknown>, field, coerced.coerced);
  const key = given[live.key];
  const keys = (Array.isArray(key) ? key : [key]).map(String);
  return { request: { ...request, query: print(asQuery(document)) }, watched: { topic: live.topic, keys } };
}
