import {
  type DocumentNode,
  type FieldNode,
  type FragmentDefinitionNode,
  type GraphQLField,
  type GraphQLNamedType,
  type GraphQLSchema,
  getNamedType,
  getNullableType,
  isCompositeType,
  isInterfaceType,
  isListType,
  isObjectType,
  Kind,
  type OperationDefinitionNode,
  type SelectionSetNode,
  type ValueNode,
  valueFromASTUntyped,
} from 'graphql';
import { type ListSize, type Prices, standardPageMaximum } from './prices.ts';

export type Variables = Readonly<Record<string, unknown>>;

/** A page that was asked for. */
export type Page = { readonly coordinate: string; readonly size: number; readonly maximum: number };

/** What an operation costs, read once; only what depends on variables is left to work out. */
export type OperationCost = {
  readonly costOf: (variables: Variables) => number;
  /** The pages an operation asks for with a size of its own. */
  readonly pagesOf: (variables: Variables) => readonly Page[];
};

/** A list nothing is known about. */
const unknownListSize = 5;

/** A number, or what makes one of the variables. */
type Term = number | ((variables: Variables) => number);

const valueAt = (term: Term, variables: Variables) => (typeof term === 'number' ? term : term(variables));
const plus = (a: Term, b: Term): Term =>
  typeof a === 'number' && typeof b === 'number' ? a + b : (v) => valueAt(a, v) + valueAt(b, v);
const times = (a: Term, b: Term): Term =>
  typeof a === 'number' && typeof b === 'number' ? a * b : (v) => valueAt(a, v) * valueAt(b, v);

/** What the field above says about the length of some of the lists below it. */
type Sized = { readonly fields: readonly string[]; readonly size: Term };

/**
 * Cost of a valid operation: 1 for each object, 0 for each scalar, or what `@cost` says; a list costs its items as often
 * as it is long. `@skip` and `@include` are not looked at, nor is what a fragment's type rules out: an upper bound.
 */
export function readCost(
  schema: GraphQLSchema,
  document: DocumentNode,
  operation: OperationDefinitionNode,
  prices: Prices,
): OperationCost {
  const reader = new CostReader(schema, document, operation, prices);
  const root = schema.getRootType(operation.operation);
  const cost = root ? reader.ofSelections(operation.selectionSet, root) : 0;
  const { pages } = reader;
  return {
    costOf: (variables) => valueAt(cost, variables),
    pagesOf: (variables) =>
      pages.map(({ coordinate, size, maximum }) => ({ coordinate, size: valueAt(size, variables), maximum })),
  };
}

class CostReader {
  readonly pages: { readonly coordinate: string; readonly size: Term; readonly maximum: number }[] = [];
  readonly #schema: GraphQLSchema;
  readonly #prices: Prices;
  readonly #fragments: ReadonlyMap<string, FragmentDefinitionNode>;
  readonly #defaults: ReadonlyMap<string, ValueNode | undefined>;

  constructor(schema: GraphQLSchema, document: DocumentNode, operation: OperationDefinitionNode, prices: Prices) {
    this.#schema = schema;
    this.#prices = prices;
    const fragments = document.definitions.filter((node) => node.kind === Kind.FRAGMENT_DEFINITION);
    this.#fragments = new Map(fragments.map((fragment) => [fragment.name.value, fragment]));
    const variables = operation.variableDefinitions ?? [];
    this.#defaults = new Map(variables.map((it) => [it.variable.name.value, it.defaultValue]));
  }

  ofSelections(set: SelectionSetNode, parent: GraphQLNamedType, sized?: Sized): Term {
    const costs = set.selections.map((selection) => {
      if (selection.kind === Kind.FIELD) return this.#ofField(selection, parent, sized);
      const inner = selection.kind === Kind.FRAGMENT_SPREAD ? this.#fragments.get(selection.name.value) : selection;
      if (!inner) return 0;
      const name = inner.typeCondition?.name.value;
      return this.ofSelections(inner.selectionSet, (name ? this.#schema.getType(name) : undefined) ?? parent, sized);
    });
    return costs.reduce<Term>(plus, 0);
  }

  #ofField(node: FieldNode, parent: GraphQLNamedType, sized?: Sized): Term {
    const field = fieldOf(parent, node.name.value);
    if (!field) return 0;
    const { weights, lists } = this.#prices;
    const coordinate = `${parent.name}.${field.name}`;
    const type = getNamedType(field.type);
    const list = lists.get(coordinate);
    const asked = list ? this.#askedSize(node, field, coordinate, list) : unknownListSize;
    const isList = isListType(getNullableType(field.type));
    const length = !isList ? 1 : sized?.fields.includes(field.name) ? sized.size : asked;
    const below = list && list.sizedFields.length > 0 ? { fields: list.sizedFields, size: asked } : undefined;
    const inner = node.selectionSet ? this.ofSelections(node.selectionSet, type, below) : 0;
    const own = weights.get(coordinate) ?? times(length, weights.get(type.name) ?? (isCompositeType(type) ? 1 : 0));
    return plus(plus(own, this.#ofArguments(node, coordinate)), times(length, inner));
  }

  #ofArguments({ arguments: args = [] }: FieldNode, coordinate: string): number {
    const weights = args.map((arg) => this.#prices.weights.get(`${coordinate}(${arg.name.value}:)`) ?? 0);
    return weights.reduce((sum, weight) => sum + weight, 0);
  }

  /** The largest of the slicing arguments, or the assumed size when none is given. */
  #askedSize(node: FieldNode, field: GraphQLField<unknown, unknown>, coordinate: string, list: ListSize): Term {
    const assumed = list.assumedSize ?? unknownListSize;
    const given = list.slicingArguments.flatMap((name) => {
      const value = node.arguments?.find((arg) => arg.name.value === name)?.value;
      const standard = numberOf(field.args.find((arg) => arg.name === name)?.defaultValue);
      return value ? [this.#termOf(value, standard)] : Number.isNaN(standard) ? [] : [standard];
    });
    if (given.length === 0) return assumed;
    const largest = (variables: Variables) => {
      const sizes = given.map((term) => valueAt(term, variables)).filter((size) => !Number.isNaN(size));
      return sizes.length > 0 ? Math.max(0, ...sizes) : undefined;
    };
    const isStatic = given.every((term) => typeof term === 'number');
    const maximum = this.#prices.pageMaxima.get(coordinate) ?? standardPageMaximum;
    this.pages.push({ coordinate, size: (variables) => largest(variables) ?? 0, maximum });
    return isStatic ? (largest({}) ?? assumed) : (variables) => largest(variables) ?? assumed;
  }

  /** NaN stands for a value that is not given. */
  #termOf(value: ValueNode, standard: number): Term {
    if (value.kind !== Kind.VARIABLE) return numberOf(valueFromASTUntyped(value));
    const name = value.name.value;
    const ofDocument = this.#defaults.get(name);
    const fallback = ofDocument ? numberOf(valueFromASTUntyped(ofDocument)) : standard;
    return (variables) => (variables[name] === undefined ? fallback : numberOf(variables[name]));
  }
}

const numberOf = (value: unknown): number => (typeof value === 'number' ? value : Number.NaN);

const fieldOf = (parent: GraphQLNamedType, name: string) =>
  isObjectType(parent) || isInterfaceType(parent) ? parent.getFields()[name] : undefined;
