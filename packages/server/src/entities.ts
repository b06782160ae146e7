import { GraphQLError } from 'graphql';
import { badUserInput } from './errors.ts';

/** Entities one request may ask a subgraph for: more than any operation within its budget leads to. */
export const mostEntities = 5000;

/** Refuses a request for more entities than that, or for what is none; however it came here. */
export function checkEntities(variables: Readonly<Record<string, unknown>> | undefined): void {
  const { representations } = variables ?? {};
  if (!Array.isArray(representations)) return;
  const odd = representations.findIndex((each) => typeof each?.__typename !== 'string');
  if (odd >= 0) throw badUserInput(`\`representations.${odd}\` must be an object with its __typename and a key.`);
  if (representations.length <= mostEntities) return;
  throw new GraphQLError(
    `The operation asks for ${representations.length} entities at once; at most ${mostEntities} are allowed.`,
    { extensions: { code: 'LIMIT_EXCEEDED' } },
  );
}
