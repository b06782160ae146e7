import { composeServices, compositionHasErrors } from '@theguild/federation-composition';
import { buildASTSchema, type GraphQLSchema, lexicographicSortSchema, parse, printSchema } from 'graphql';
import type { Finding } from '../findings.ts';
import type { Graph } from './graph.ts';

/** Errors and hints of the composer. */
export const composition = ({ composition: { errors, hints } }: Graph): Finding[] =>
  [...errors, ...hints].map((message) => ({ layer: 'composition', severity: 'error', subject: 'graph', message }));

/** A composer of other people must make the same API of the same files. */
export function secondComposer({ subgraphs, composed }: Graph): Finding[] {
  const tell = (message: string): Finding => ({
    layer: 'second-composer',
    severity: 'error',
    subject: 'graph',
    message,
  });
  const services = subgraphs.map(({ name, document }) => ({ name, typeDefs: document, url: `http://${name}/` }));
  const result = composeServices(services);
  if (compositionHasErrors(result)) {
    return composed ? result.errors.map(({ message }) => tell(message)) : [];
  }
  if (!composed) return [tell('It accepts what the first composer refuses.')];
  const [first, second] = [
    linesOf(composed.api),
    linesOf(buildASTSchema(parse(result.publicSdl), { assumeValid: true })),
  ];
  const missing = [...first].filter((line) => !second.has(line)).map((line) => tell(`only the first has: ${line}`));
  const added = [...second].filter((line) => !first.has(line)).map((line) => tell(`only the second has: ${line}`));
  return [...missing, ...added];
}

/** Definitions of types, without words and order. */
function linesOf(schema: GraphQLSchema): ReadonlySet<string> {
  const bare = buildASTSchema(withoutDescriptions(schema), { assumeValid: true });
  const blocks = printSchema(lexicographicSortSchema(bare)).split('\n\n');
  return new Set(blocks.filter((block) => !block.startsWith('directive ') && !block.startsWith('schema ')));
}

const withoutDescriptions = (schema: GraphQLSchema) =>
  JSON.parse(
    JSON.stringify(parse(printSchema(schema), { noLocation: true }), (key, value) =>
      key === 'description' ? undefined : value,
    ),
  );
