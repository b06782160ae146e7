import type { GraphQLDataSource } from '@apollo/gateway';
import { type DocumentNode, type GraphQLSchema, parse } from 'graphql';
import type { SubgraphRequest } from '../../src/execution/plan.ts';
import { Answer, type Mood, type PathError, type Tree } from './answer.ts';
import { type Random, randomFrom, seedOf } from './random.ts';

const documents = new Map<string, DocumentNode>();
const documentOf = (query: string) => {
  const document = documents.get(query) ?? parse(query, { noLocation: true });
  documents.set(query, document);
  return document;
};

/**
 * A foreign subgraph that says anything: it answers each question from the types of the supergraph, the same answer to
 * the same question, with as many nulls, lies and failures as its mood asks for.
 */
export const generatedSubgraph = (
  service: string,
  supergraph: GraphQLSchema,
  moodOf: () => Mood,
  note: (service: string, query: string) => void,
  notePassed: () => void,
): GraphQLDataSource => ({
  process({ request }) {
    const { query = '', variables = {}, prepared } = request as typeof request & Pick<SubgraphRequest, 'prepared'>;
    note(service, query);
    const mood = moodOf();
    const random = randomFrom(seedOf(`${mood.seed} ${service} ${query} ${JSON.stringify(variablesKey(variables))}`));
    const promised = <T>(value: T) => (mood.isPrompt ? (value as never) : Promise.resolve(value as never));
    if (random.chance(mood.failures * 0.3)) return Promise.reject(new Error(`${service} is gone`));
    const errors: PathError[] = [];
    const answer: Tree = { data: new Answer(supergraph, documentOf(query), variables, mood, service, errors).data() };
    if (random.chance(mood.failures)) errors.push({ message: `${service} complains` });
    if (errors.length > 0) answer.errors = errors;
    if (random.chance(mood.failures * 0.2)) answer.data = null;
    if (!mood.isText) return promised(answer);
    const isHarmed = !variables.representations && random.chance(mood.lies * 10);
    const text = isHarmed ? harmed(JSON.stringify(answer), random) : JSON.stringify(answer);
    const unread = prepared?.form?.read(text);
    if (unread) notePassed();
    try {
      return promised(unread ?? JSON.parse(text));
    } catch {
      return Promise.reject(new Error(`${service} sends no JSON`));
    }
  },
});

const strange = [
  '"',
  '\\',
  '{',
  '}',
  '[',
  ']',
  ',',
  ':',
  '0',
  '-',
  '1',
  '.',
  'e',
  ' ',
  'null',
  '\u0007',
  'é',
  '🙂',
  '',
];

/** A text with something else in one place, which may still be JSON. */
function harmed(text: string, random: Random): string {
  const place = random.below(text.length);
  return text.slice(0, place) + random.pick(strange) + text.slice(place + random.below(2));
}

/** Repeated representations are the same question. */
const variablesKey = ({ representations, ...others }: Tree) => [
  others,
  [...new Set((representations as object[] | undefined)?.map((each) => JSON.stringify(each)))],
];
