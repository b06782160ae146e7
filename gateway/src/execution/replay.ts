import type { GraphQLDataSource } from '@apollo/gateway';
import type { FormattedExecutionResult, GraphQLFormattedError } from 'graphql';
import type { SubgraphRequest } from './plan.ts';

/** What a subgraph was asked and how it answered, or failed to. */
export type Exchange = {
  readonly service: string;
  readonly request: SubgraphRequest;
  outcome: { readonly answer: FormattedExecutionResult } | { readonly error: unknown } | undefined;
};

/** Apollo Server copies the context of a request: what is told of one is kept by something that stands in it. */
export type RequestContext = { readonly silent: object };

/** Exchanges of requests that Apollo's executor takes over, by `silent` of their context. */
export type Recordings = WeakMap<object, Exchange[]>;

/** A data source that answers from a request's recording as long as that holds what is asked. */
export function replaying(service: string, source: GraphQLDataSource, recordings: Recordings): GraphQLDataSource {
  return {
    process(options) {
      const recording = recordings.get((options.context as RequestContext).silent);
      const { query = '', variables = {} } = options.request;
      const kept = recording && take(recording, service, query, variables);
      if (!kept) return source.process(options);
      return 'error' in kept ? Promise.reject(kept.error) : Promise.resolve(kept.answer as never);
    },
  };
}

type Variables = Readonly<Record<string, unknown>>;

function take(recording: Exchange[], service: string, query: string, variables: Variables): Exchange['outcome'] {
  const text = JSON.stringify(variables);
  const candidates = recording.filter((exchange) => exchange.service === service && exchange.request.query === query);
  const same = candidates.find((exchange) => JSON.stringify(exchange.request.variables) === text);
  if (same) {
    // Each was asked once, so each is answered once.
    recording.splice(recording.indexOf(same), 1);
    return same.outcome;
  }
  for (const candidate of candidates) {
    const outcome = repeated(candidate, variables);
    if (outcome) return outcome;
  }
  return undefined;
}

/** The answer to repeated representations, from the answer to each of them once. */
function repeated({ request: { variables }, outcome }: Exchange, asked: Variables): Exchange['outcome'] {
  const { representations: wanted, ...others } = asked;
  const { representations: sent, ...sentOthers } = variables;
  if (!Array.isArray(wanted) || !Array.isArray(sent) || !outcome) return undefined;
  if (JSON.stringify(others) !== JSON.stringify(sentOthers)) return undefined;
  const places = new Map(sent.map((representation, place) => [JSON.stringify(representation), place]));
  const placeOf = wanted.map((representation) => places.get(JSON.stringify(representation)));
  if (placeOf.includes(undefined)) return undefined;
  if ('error' in outcome) return outcome;
  const { answer } = outcome;
  const entities: unknown = answer.data?._entities;
  // As many as asked, or none: too many for some might be just as many as are wanted.
  const isWhole = Array.isArray(entities) && entities.length === sent.length;
  const each = isWhole ? placeOf.map((place) => structuredClone(entities[place as number])) : [];
  return {
    answer: {
      ...answer,
      ...(answer.errors ? { errors: spread(answer.errors, placeOf) } : {}),
      data: Array.isArray(entities) ? { ...answer.data, _entities: each } : answer.data,
    } as FormattedExecutionResult,
  };
}

/**
 * An error at one entity is an error at each place that asks for it, in the order of the places; errors at no entity
 * stay before or after them.
 */
function spread(errors: readonly GraphQLFormattedError[], placeOf: readonly (number | undefined)[]) {
  const isAtEntity = ({ path }: GraphQLFormattedError) => path?.[0] === '_entities' && typeof path[1] === 'number';
  const first = errors.findIndex(isAtEntity);
  if (first < 0) return errors;
  const atEntities = placeOf.flatMap((place, index) =>
    errors
      .filter((error) => isAtEntity(error) && error.path?.[1] === place)
      .map((error) => ({ ...error, path: ['_entities', index, ...(error.path?.slice(2) ?? [])] })),
  );
  const after = errors.slice(first).filter((error) => !isAtEntity(error));
  return [...errors.slice(0, first), ...atEntities, ...after];
}
