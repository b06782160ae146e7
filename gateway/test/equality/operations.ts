import {
  type GraphQLAbstractType,
  type GraphQLArgument,
  type GraphQLCompositeType,
  type GraphQLField,
  type GraphQLInputType,
  type GraphQLObjectType,
  type GraphQLSchema,
  getNamedType,
  isAbstractType,
  isCompositeType,
  isEnumType,
  isInputObjectType,
  isListType,
  isNonNullType,
  isObjectType,
  isRequiredInputField,
  parse,
  validate,
} from 'graphql';
import { type Random, randomFrom } from './random.ts';

export type GeneratedOperation = {
  readonly query: string;
  /** Other variables each time it is asked. */
  readonly variables: (random: Random) => Record<string, unknown>;
};

/** A valid operation made of everything GraphQL has: the same one for the same seed. */
export function generateOperation(schema: GraphQLSchema, seed: number): GeneratedOperation {
  for (let attempt = 0; ; attempt++) {
    const operation = new OperationWriter(schema, randomFrom(seed + attempt * 7919)).write();
    if (validate(schema, parse(operation.query)).length === 0) return operation;
  }
}

const leafTexts: Record<string, readonly string[]> = {
  Int: ['1', '0', '7'],
  Float: ['1.5', '2'],
  Boolean: ['true', 'false'],
  DateTime: ['"2026-03-01T10:00:00Z"'],
  Date: ['"2026-03-01"'],
};
const anyLeaf = ['"a"', '"b"'];
const oddAliases = ['__typename', 'constructor', 'id', 'title', '_1', 'length', 'data', 'name'];

class OperationWriter {
  readonly #schema: GraphQLSchema;
  readonly #random: Random;
  readonly #fragments: { readonly name: string; readonly on: string; readonly text: string }[] = [];
  readonly #definitions: string[] = [];
  readonly #booleans: { readonly name: string; readonly isOptional: boolean }[] = [];
  readonly #values: { readonly name: string; readonly texts: readonly string[] }[] = [];
  #fields = 0;

  constructor(schema: GraphQLSchema, random: Random) {
    this.#schema = schema;
    this.#random = random;
  }

  write(): GeneratedOperation {
    const mutation = this.#schema.getMutationType();
    const isMutation = mutation && this.#random.chance(0.1);
    const root = (isMutation ? mutation : this.#schema.getQueryType()) as GraphQLCompositeType;
    const selection = this.#selectionSet(root, 5);
    const definitions = this.#definitions.length > 0 ? `(${this.#definitions.join(', ')})` : '';
    const operation = `${isMutation ? 'mutation' : 'query'} Generated${definitions} ${selection}`;
    const query = [operation, ...this.#fragments.map(({ text }) => text)].join('\n');
    return { query, variables: (random) => this.#variables(random) };
  }

  #variables(random: Random): Record<string, unknown> {
    const booleans = this.#booleans.filter(({ isOptional }) => !isOptional || random.chance(0.5));
    return Object.fromEntries([
      ...booleans.map(({ name, isOptional }) => [name, isOptional && random.chance(0.02) ? null : random.chance(0.5)]),
      ...this.#values.map(({ name, texts }) => [name, JSON.parse(random.pick(texts))]),
    ]);
  }

  #selectionSet(type: GraphQLCompositeType, depth: number): string {
    const parts: string[] = [];
    const fields =
      isObjectType(type) || isAbstractType(type) ? Object.values('getFields' in type ? type.getFields() : {}) : [];
    const count = 1 + this.#random.below(4);
    for (let each = 0; each < count; each++) {
      const [field] = fields.length > 0 ? fields.splice(this.#random.below(fields.length), 1) : [];
      parts.push(this.#selection(type, field ? [field] : [], depth));
    }
    return `{ ${parts.join(' ')} }`;
  }

  #selection(type: GraphQLCompositeType, fields: readonly GraphQLField<unknown, unknown>[], depth: number): string {
    const random = this.#random;
    if (depth > 0 && random.chance(isAbstractType(type) ? 0.5 : 0.2)) return this.#fragment(type, depth);
    const possible = fields.filter((field) => depth > 0 || !isCompositeType(getNamedType(field.type)));
    if (possible.length === 0 || random.chance(0.08) || this.#fields > 40) {
      return random.chance(0.6)
        ? '__typename'
        : `${random.pick(['kind_', 'kind_', 'typ_', 'id', 'title'])}: __typename`;
    }
    return this.#field(random.pick(possible), depth);
  }

  #field(field: GraphQLField<unknown, unknown>, depth: number): string {
    this.#fields++;
    const random = this.#random;
    const args = field.args.filter((argument) => isNonNullType(argument.type) || random.chance(0.3));
    const given = args.map((argument) => `${argument.name}: ${this.#argument(argument)}`);
    const alias = random.chance(0.25) ? `${this.#alias(field)}: ` : '';
    const type = getNamedType(field.type);
    const inner = isCompositeType(type) ? ` ${this.#selectionSet(type, depth - 1)}` : '';
    return `${alias}${field.name}${given.length > 0 ? `(${given.join(', ')})` : ''}${this.#condition()}${inner}`;
  }

  #alias({ name }: GraphQLField<unknown, unknown>): string {
    return this.#random.chance(0.06) ? this.#random.pick(oddAliases) : `${name}_${this.#random.below(2)}`;
  }

  #fragment(type: GraphQLCompositeType, depth: number): string {
    const random = this.#random;
    const narrower = isAbstractType(type) ? this.#schema.getPossibleTypes(type) : [];
    const wider = isObjectType(type) ? type.getInterfaces() : this.#overlapping(narrower);
    const again = this.#fragments.filter(({ on }) => [type, ...narrower, ...wider].some(({ name }) => name === on));
    if (again.length > 0 && random.chance(0.5)) return `...${random.pick(again).name}${this.#condition()}`;
    const condition = random.pick([type, ...narrower, ...narrower, ...wider]);
    const inner = this.#selectionSet(condition, depth - 1);
    if (random.chance(0.4)) {
      const name = `F${this.#fragments.length}`;
      this.#fragments.push({ name, on: condition.name, text: `fragment ${name} on ${condition.name} ${inner}` });
      return `...${name}${this.#condition()}`;
    }
    const named = condition !== type || random.chance(0.5) ? `on ${condition.name}` : '';
    return `... ${named}${this.#condition()} ${inner}`;
  }

  /** Interfaces and unions that some of these types belong to. */
  #overlapping(types: readonly GraphQLObjectType[]): GraphQLAbstractType[] {
    return Object.values(this.#schema.getTypeMap()).filter(
      (type) => isAbstractType(type) && this.#schema.getPossibleTypes(type).some((each) => types.includes(each)),
    ) as GraphQLAbstractType[];
  }

  #condition(): string {
    const random = this.#random;
    if (!random.chance(0.08)) return '';
    const value = random.chance(0.2) ? random.pick(['true', 'false']) : this.#booleanVariable();
    if (random.chance(0.2)) return ` @skip(if: ${value}) @include(if: ${this.#booleanVariable()})`;
    return ` @${random.pick(['skip', 'include'])}(if: ${value})`;
  }

  #booleanVariable(): string {
    const random = this.#random;
    const known = this.#booleans;
    if (known.length > 0 && random.chance(0.4)) return `$${random.pick(known).name}`;
    const name = `if${known.length}`;
    const isOptional = random.chance(0.4);
    known.push({ name, isOptional });
    const fallback = isOptional ? ` = ${random.chance(0.5)}` : '';
    this.#definitions.push(`$${name}: Boolean${isOptional && random.chance(0.5) ? '' : '!'}${fallback}`);
    return `$${name}`;
  }

  #argument({ type }: GraphQLArgument): string {
    const named = getNamedType(type);
    const texts = leafTexts[named.name] ?? anyLeaf;
    const isPlain =
      !isInputObjectType(named) && !isEnumType(named) && !isListType(isNonNullType(type) ? type.ofType : type);
    const name = `v${this.#values.length}`;
    if (!isPlain && this.#random.chance(0.4)) {
      this.#values.push({ name, texts: [this.#literal(type, 3), this.#literal(type, 3)].map(jsonOf) });
      this.#definitions.push(`$${name}: ${type}`);
      return `$${name}`;
    }
    if (!isPlain || this.#random.chance(0.5)) return this.#literal(type, 3);
    this.#values.push({ name, texts });
    const hasDefault = !isNonNullType(type) && this.#random.chance(0.4);
    this.#definitions.push(`$${name}: ${type}${hasDefault ? ` = ${this.#random.pick(texts)}` : ''}`);
    return `$${name}`;
  }

  #literal(type: GraphQLInputType, depth: number): string {
    if (isNonNullType(type)) return this.#literal(type.ofType, depth);
    if (isListType(type)) return `[${this.#literal(type.ofType, depth)}]`;
    if (isEnumType(type)) return this.#random.pick(type.getValues()).name;
    if (!isInputObjectType(type)) return this.#random.pick(leafTexts[type.name] ?? anyLeaf);
    const all = Object.values(type.getFields());
    const fields = type.isOneOf ? [this.#random.pick(all)] : all.filter(isRequiredInputField);
    return `{ ${fields.map((field) => `${field.name}: ${depth > 0 ? this.#literal(field.type, depth - 1) : 'null'}`).join(', ')} }`;
  }
}

/** A literal as JSON: names of fields and enum values in quotes. */
const jsonOf = (literal: string) =>
  literal.replace(/"[^"]*"|[A-Za-z_]\w*/g, (each) =>
    each.startsWith('"') || ['true', 'false', 'null'].includes(each) ? each : `"${each}"`,
  );
