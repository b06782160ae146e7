import { GraphQLError } from 'graphql';

/** Entities one request may ask a subgraph for: more than any operation within its budget leads to. */
export const mostEntities = 5000;

/** Refuses a request for more entities than that; however it came here. */
export function checkEntities(variables: Readonly<Record<string, unknown>> | undefined): void {
  const { representations } = variables ?? {};
  if (!Array.isArray(representations) || representations.length <= mostEntities) return;
  throw new GraphQLError(
    `The operation asks for ${representations.length} entities at once; at most ${mostEntities} are allowed.`,
    { extensions: { code: 'LIMIT_EXCEEDED' } },
  );
}
