import {
  type DocumentNode,
  type FieldNode,
  type GraphQLNamedType,
  type GraphQLOutputType,
  type GraphQLSchema,
  isAbstractType,
  isEnumType,
  isInterfaceType,
  isLeafType,
  isListType,
  isNonNullType,
  isObjectType,
  Kind,
  type OperationDefinitionNode,
  print,
  type SelectionSetNode,
} from 'graphql';
import { type Random, randomFrom, seedOf } from './random.ts';
import { countedEntities, extraField, leafOf, lies } from './values.ts';

/** How a generated subgraph behaves. */
export type Mood = {
  readonly seed: number;
  /** How often a value that may be null is. */
  readonly nulls: number;
  /** How often a value is not what the schema says. */
  readonly lies: number;
  /** How often an answer comes with an error, or does not come. */
  readonly failures: number;
  /** Answers without waiting. */
  readonly isPrompt: boolean;
  /** Answers come as text, as from elsewhere, and are left so when they are plain. */
  readonly isText: boolean;
};

export type Tree = { [key: string]: unknown };
export type PathError = { message: string; path?: (string | number)[]; extensions?: object };

/** What a generated subgraph says to one question: the same to the same, true to the schema but for its mood. */
export class Answer {
  readonly #schema: GraphQLSchema;
  readonly #document: DocumentNode;
  readonly #operation: OperationDefinitionNode;
  readonly #variables: Tree;
  readonly #mood: Mood;
  readonly #service: string;
  readonly #errors: PathError[];

  constructor(
    schema: GraphQLSchema,
    document: DocumentNode,
    variables: Tree,
    mood: Mood,
    service: string,
    errors: PathError[],
  ) {
    this.#schema = schema;
    this.#document = document;
    this.#operation = document.definitions.find(
      (each) => each.kind === Kind.OPERATION_DEFINITION,
    ) as OperationDefinitionNode;
    this.#variables = variables;
    this.#mood = mood;
    this.#service = service;
    this.#errors = errors;
  }

  data(): Tree {
    const { operation, selectionSet } = this.#operation;
    const root = operation === 'mutation' ? this.#schema.getMutationType() : this.#schema.getQueryType();
    const [first] = selectionSet.selections;
    if (first?.kind !== Kind.FIELD || first.name.value !== '_entities') {
      return this.#object(root as GraphQLNamedType, selectionSet, String(this.#mood.seed), []);
    }
    const representations = (this.#variables.representations ?? []) as Tree[];
    const entities = representations.map((representation, place) => {
      const seed = `${this.#mood.seed} ${this.#service} ${JSON.stringify(representation)}`;
      const random = randomFrom(seedOf(`${seed} entity`));
      if (random.chance(this.#mood.nulls * 0.3)) return null;
      if (random.chance(this.#mood.lies)) return random.pick(lies) ?? null;
      const type = this.#schema.getType(String(representation.__typename));
      if (!type) return null;
      return this.#object(type, first.selectionSet as SelectionSetNode, seed, ['_entities', place]);
    });
    const random = randomFrom(seedOf(`${this.#mood.seed} ${this.#service} length`));
    return { _entities: countedEntities(entities, random.chance(this.#mood.lies), random) };
  }

  #object(type: GraphQLNamedType, selectionSet: SelectionSetNode, seed: string, path: (string | number)[]): Tree {
    const random = randomFrom(seedOf(`${seed} type`));
    const possible = isAbstractType(type) ? this.#schema.getPossibleTypes(type) : [type];
    const actual = random.pick(possible);
    const extra = () => (random.chance(this.#mood.lies * 0.5) ? extraField(random) : {});
    const result: Tree = extra();
    this.#select(actual, selectionSet, seed, path, result);
    return Object.assign(result, extra());
  }

  #select(
    type: GraphQLNamedType,
    { selections }: SelectionSetNode,
    seed: string,
    path: (string | number)[],
    result: Tree,
  ) {
    for (const selection of selections) {
      if (!this.#isIncluded(selection)) continue;
      if (selection.kind === Kind.FIELD) {
        const name = selection.alias?.value ?? selection.name.value;
        const value = this.#field(type, selection, seed, [...path, name]);
        if (value === undefined) continue;
        const before = Object.hasOwn(result, name) ? result[name] : undefined;
        result[name] =
          isPlain(before) && isPlain(value)
            ? { ...before, ...value }
            : before === undefined || before === null
              ? value
              : mergedLists(before, value);
        continue;
      }
      const fragment = selection.kind === Kind.INLINE_FRAGMENT ? selection : this.#fragment(selection.name.value);
      const condition = fragment.typeCondition && this.#schema.getType(fragment.typeCondition.name.value);
      const applies =
        !condition ||
        condition === type ||
        (isAbstractType(condition) && isObjectType(type) && this.#schema.isSubType(condition, type));
      if (applies) this.#select(type, fragment.selectionSet, seed, path, result);
    }
  }

  #fragment(name: string) {
    const found = this.#document.definitions.find(
      (each) => each.kind === Kind.FRAGMENT_DEFINITION && each.name.value === name,
    );
    if (found?.kind !== Kind.FRAGMENT_DEFINITION) throw new Error(`no fragment ${name}`);
    return found;
  }

  #isIncluded({
    directives = [],
  }: {
    readonly directives?: readonly {
      readonly name: { readonly value: string };
      readonly arguments?: readonly { readonly value: { readonly kind: string } }[];
    }[];
  }): boolean {
    return directives.every(({ name, arguments: args = [] }) => {
      const value = args[0]?.value as { kind: string; value?: boolean; name?: { value: string } } | undefined;
      const is =
        value?.kind === Kind.VARIABLE
          ? (this.#variables[value.name?.value ?? ''] ?? this.#default(value.name?.value))
          : value?.value;
      return name.value === 'skip' ? is !== true : name.value === 'include' ? is === true : true;
    });
  }

  #default(name: string | undefined) {
    const definition = this.#operation.variableDefinitions?.find(({ variable }) => variable.name.value === name);
    return definition?.defaultValue?.kind === Kind.BOOLEAN ? definition.defaultValue.value : undefined;
  }

  #field(type: GraphQLNamedType, node: FieldNode, seed: string, path: (string | number)[]): unknown {
    const random = randomFrom(seedOf(`${seed} ${node.name.value}`));
    if (node.name.value === '__typename')
      return random.chance(this.#mood.lies * 0.3) ? random.pick(['Nothing', 7, null, '', 'Book']) : type.name;
    const args = (node.arguments ?? []).map((argument) => print(argument)).join();
    const definition = isObjectType(type) || isInterfaceType(type) ? type.getFields()[node.name.value] : undefined;
    if (!definition) return undefined;
    if (random.chance(this.#mood.failures * 0.1)) {
      this.#errors.push({ message: `${node.name.value} failed`, path, extensions: { code: 'FAULT' } });
      return isNonNullType(definition.type) ? undefined : null;
    }
    return this.#value(definition.type, node, `${seed}/${node.name.value}(${args})`, path);
  }

  #value(type: GraphQLOutputType, node: FieldNode, seed: string, path: (string | number)[]): unknown {
    const random = randomFrom(seedOf(seed));
    if (random.chance(this.#mood.lies)) return random.pick(lies);
    if (isNonNullType(type)) return this.#sure(type.ofType as GraphQLOutputType, node, seed, path, random);
    return random.chance(this.#mood.nulls) ? null : this.#sure(type, node, seed, path, random);
  }

  #sure(type: GraphQLOutputType, node: FieldNode, seed: string, path: (string | number)[], random: Random): unknown {
    if (isListType(type)) {
      return Array.from({ length: random.below(4) }, (_, place) =>
        this.#value(type.ofType, node, `${seed}[${place % 3}]`, [...path, place]),
      );
    }
    if (isEnumType(type)) return random.pick(type.getValues()).name;
    if (isLeafType(type)) return leafOf(type.name, random);
    return this.#object(type as GraphQLNamedType, node.selectionSet as SelectionSetNode, seed, path);
  }
}

const isPlain = (value: unknown): value is Tree => typeof value === 'object' && value !== null && !Array.isArray(value);

/** Two selections of one list, as one. */
function mergedLists(before: unknown, value: unknown): unknown {
  if (!Array.isArray(before) || !Array.isArray(value)) return before;
  return before.map((each, place) =>
    isPlain(each) && isPlain(value[place]) ? { ...each, ...value[place] } : mergedLists(each, value[place]),
  );
}
