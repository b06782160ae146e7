import { HttpError } from '@passerelle/server';
import {
  type DocumentNode,
  type FragmentDefinitionNode,
  GraphQLError,
  Kind,
  parse,
  type SelectionSetNode,
} from 'graphql';

/** How large an operation may be before anything is planned for it. */
export const limits = {
  /** Lexical tokens of the text. */
  tokens: 2000,
  /** Fields below one another; introspection is bounded by validation instead. */
  depth: 12,
  aliases: 30,
  directives: 50,
  rootFields: 20,
  /** Root fields of a mutation: each is a transaction, one after the other. */
  mutations: 5,
  /** Fields, and spreads, once every spread is replaced by what it stands for. */
  selections: 2000,
} as const;

type Limit = keyof typeof limits;
type Size = Record<Exclude<Limit, 'tokens' | 'mutations'>, number>;

const names: Record<Limit, string> = {
  tokens: 'tokens',
  depth: 'levels of fields',
  aliases: 'aliases',
  directives: 'directives',
  rootFields: 'root fields',
  mutations: 'mutations',
  selections: 'selected fields',
};

/** Longest text whose verdict is worth remembering, in characters. */
const longestRemembered = 20_000;
const mostRemembered = 1000;

/**
 * Checks operations by their text, before validation: a few fragments that spread each other can stand for more
 * fields than any rule could walk through. Refuses with 400, naming the limit and the value.
 */
export function createLimits(): (query: string) => void {
  const accepted = new Set<string>();
  return (query) => {
    if (accepted.has(query)) return;
    const document = parsed(query);
    // What cannot be parsed is the server's to report.
    if (!document) return;
    checkSize(document);
    if (query.length > longestRemembered) return;
    if (accepted.size >= mostRemembered) accepted.delete(accepted.values().next().value as string);
    accepted.add(query);
  };
}

const tooLarge = (limit: Limit, value: number | string) =>
  new HttpError(
    400,
    `The operation has ${value} ${names[limit]}; at most ${limits[limit]} are allowed.`,
    'LIMIT_EXCEEDED',
  );

function parsed(query: string): DocumentNode | undefined {
  try {
    return parse(query, { maxTokens: limits.tokens, noLocation: true });
  } catch (error) {
    if (error instanceof GraphQLError && error.message.includes('tokens')) {
      throw tooLarge('tokens', `more than ${limits.tokens}`);
    }
    return undefined;
  }
}

/** Measures each operation of a document; throws on the first limit passed. */
export function checkSize(document: DocumentNode): void {
  const fragments = new Map<string, FragmentDefinitionNode>();
  for (const definition of document.definitions) {
    if (definition.kind === Kind.FRAGMENT_DEFINITION) fragments.set(definition.name.value, definition);
  }
  const measure = createMeasure(fragments);
  for (const definition of document.definitions) {
    // A fragment nobody spreads is measured too: validation walks through it before it finds that out.
    const selectionSet = 'selectionSet' in definition ? definition.selectionSet : undefined;
    if (!selectionSet) continue;
    const size = measure(selectionSet);
    const unbounded = definition.kind === Kind.FRAGMENT_DEFINITION ? unboundedIn(definition) : [];
    const isMutation = definition.kind === Kind.OPERATION_DEFINITION && definition.operation === 'mutation';
    if (isMutation && size.rootFields > limits.mutations) throw tooLarge('mutations', size.rootFields);
    for (const limit of Object.keys(size) as (keyof Size)[]) {
      if (size[limit] > limits[limit] && !unbounded.includes(limit)) throw tooLarge(limit, size[limit]);
    }
  }
}

/** A fragment has no root fields; one of the introspection types is as deep as introspection needs. */
const unboundedIn = ({ typeCondition }: FragmentDefinitionNode): Limit[] =>
  typeCondition.name.value.startsWith('__') ? ['rootFields', 'depth'] : ['rootFields'];

const nothing: Size = { selections: 0, depth: 0, aliases: 0, directives: 0, rootFields: 0 };

/** Measures selection sets; each fragment once, however often it is spread. */
function createMeasure(fragments: ReadonlyMap<string, FragmentDefinitionNode>) {
  const known = new Map<string, Size>();

  function spread(name: string): Size {
    const measured = known.get(name);
    if (measured) return measured;
    const fragment = fragments.get(name);
    if (!fragment) return nothing;
    // A circle is an error that validation reports; here it must only end.
    known.set(name, nothing);
    const size = measure(fragment.selectionSet);
    known.set(name, size);
    return size;
  }

  function measure(selectionSet: SelectionSetNode): Size {
    const total = { ...nothing };
    for (const selection of selectionSet.selections) {
      const isField = selection.kind === Kind.FIELD;
      const inner =
        selection.kind === Kind.FRAGMENT_SPREAD
          ? spread(selection.name.value)
          : selection.selectionSet
            ? measure(selection.selectionSet)
            : nothing;
      const isIntrospection = isField && selection.name.value.startsWith('__');
      total.depth = Math.max(total.depth, isIntrospection ? 1 : inner.depth + (isField ? 1 : 0));
      total.rootFields += isField ? 1 : inner.rootFields;
      total.selections += inner.selections + (selection.kind === Kind.INLINE_FRAGMENT ? 0 : 1);
      total.aliases += inner.aliases + (isField && selection.alias ? 1 : 0);
      total.directives += inner.directives + (selection.directives?.length ?? 0);
    }
    return total;
  }
  return measure;
}
