import {
  type DocumentNode,
  type FieldNode,
  type GraphQLFieldResolver,
  type GraphQLObjectType,
  type GraphQLOutputType,
  type GraphQLSchema,
  getArgumentValues,
  isEnumType,
  isListType,
  isNonNullType,
  isObjectType,
  isScalarType,
  Kind,
  type SelectionSetNode,
} from 'graphql';
import { leafText, scalarText, unusual } from './json-text.ts';
import { isLate, type Reference, referenceResolverOf } from './prompt-entities.ts';

/** What a gateway in the same process wants to have of entities as JSON text. */
export type TextsWanted = {
  /** How many of the fields, in their order, stand in each text. */
  readonly groups: readonly number[];
  /** What the gateway's API shows of enums, by their names: anything else is for it to judge. */
  readonly enums: ReadonlyMap<string, ReadonlySet<string>>;
};

/** The members of entities, group by group and without braces around them. Who looks into it gets it read. */
export class EntityTexts {
  readonly members: readonly (readonly string[] | null)[];
  #data: Record<string, unknown> | undefined;

  constructor(members: readonly (readonly string[] | null)[]) {
    this.members = members;
  }
  get data(): Record<string, unknown> {
    const entities = () => this.members.map((groups) => (groups === null ? 'null' : `{${groups.join()}}`));
    this.#data ??= JSON.parse(`{"_entities":[${entities()}]}`) as Record<string, unknown>;
    return this.#data;
  }
}

type Variables = Readonly<Record<string, unknown>>;
type Texts = EntityTexts | undefined;
/** Answers an entity query; undefined when it is to be executed. */
export type EntityQuery = (context: object, variables: Variables) => Texts | Promise<Texts>;

/** Tries in vain, less those that were not, after which it is not tried any more: a field may wait each time. */
const mostVain = 3;

/**
 * Compiles a gateway's question for entities of one type: their resolvers are called, and what they say becomes JSON text
 * at once. graphql-jit makes an object of each value first, asks for the type of each entity, and the gateway then
 * merges, checks and writes what it made: of a picker, whose stores are most of its answer, a fifth of all time.
 * Entities may be late, their fields not. A value that is not plainly of its type, an error, whatever waits: the query is
 * executed as ever, in the same context. `COMPILED_QUERIES=off` and `PASS_THROUGH=off` execute all.
 */
export function compileEntities(schema: GraphQLSchema, document: DocumentNode, wanted: TextsWanted) {
  const asked = askedOf(schema, document);
  const write = asked && new Program(wanted.enums).link(asked.type, asked.fields, wanted.groups);
  if (!asked || !write) return undefined;
  const { type } = asked;
  const resolve = referenceResolverOf(type);
  let vain = 0;

  const written = (entities: readonly unknown[], context: object): Texts => {
    try {
      const members = entities.map((entity) =>
        entity === null || entity === undefined ? null : write(entity, context),
      );
      vain = Math.max(0, vain - 1);
      return new EntityTexts(members);
    } catch {
      vain += 1;
      for (const entity of entities) if (entity) Object.values(entity).forEach(leave);
      return undefined;
    }
  };

  const query: EntityQuery = (context, { representations }) => {
    if (vain > mostVain || !Array.isArray(representations)) return undefined;
    let isWaiting = false;
    const entities: unknown[] = [];
    try {
      for (const reference of representations as Reference[]) {
        if (reference.__typename !== type.name) throw unusual;
        const entity = resolve ? resolve(reference, context, noInfo) : reference;
        isWaiting ||= isLate(entity);
        entities.push(entity);
      }
    } catch {
      entities.forEach(leave);
      return undefined;
    }
    if (!isWaiting) return written(entities, context);
    return Promise.all(entities).then(
      (all) => written(all, context),
      () => undefined,
    );
  };
  return query;
}

/** Whoever looks at the execution is told nothing, and is executed. */
const noInfo = new Proxy(
  {},
  {
    get() {
      throw unusual;
    },
    has() {
      throw unusual;
    },
  },
);

/** What is asked of entities: of one type, and without variables of its own. */
function askedOf(schema: GraphQLSchema, { definitions }: DocumentNode) {
  const [operation, another] = definitions;
  if (another || operation?.kind !== Kind.OPERATION_DEFINITION || operation.variableDefinitions?.length !== 1) return;
  const [root, second] = operation.selectionSet.selections;
  if (second || root?.kind !== Kind.FIELD || root.name.value !== '_entities' || root.directives?.length) return;
  const [only, other] = root.selectionSet?.selections ?? [];
  if (other || only?.kind !== Kind.INLINE_FRAGMENT || only.directives?.length) return;
  const type = schema.getType(only.typeCondition?.name.value ?? '');
  const fields = plainFields(only.selectionSet);
  return isObjectType(type) && fields ? { type, fields } : undefined;
}

/** Fields that are there once and in any case; undefined when there is anything else. */
function plainFields({ selections }: SelectionSetNode): readonly FieldNode[] | undefined {
  const names = new Set<string>();
  const fields: FieldNode[] = [];
  for (const field of selections) {
    if (field.kind !== Kind.FIELD || field.directives?.length) return undefined;
    names.add(nameOf(field));
    fields.push(field);
  }
  return names.size === fields.length ? fields : undefined;
}

const nameOf = ({ alias, name }: FieldNode) => (alias ?? name).value;

/** What is late and not waited for: it is asked for again, and told by then what fails. */
function leave(value: unknown): void {
  if (isLate(value)) value.then(undefined, () => {});
}

function odd(value: unknown): Error {
  leave(value);
  return unusual;
}

const stringOf = (value: unknown): string => {
  if (typeof value !== 'string') throw odd(value);
  return leafText.String(value);
};
/** What is another value's to become is for graphql-js to say: a number as an id, a text as a number. */
const leaf = {
  String: stringOf,
  ID: stringOf,
  Int(value: unknown): string {
    if ((value as number) >> 0 !== value) throw odd(value);
    return `${value as number}`;
  },
  Float(value: unknown): string {
    if (!Number.isFinite(value)) throw odd(value);
    return `${value as number}`;
  },
  Boolean(value: unknown): string {
    if (typeof value !== 'boolean') throw odd(value);
    return `${value}`;
  },
};

function custom(serialize: (value: unknown) => unknown, value: unknown): string {
  const isPlain = typeof value !== 'function' && (typeof value !== 'object' || value instanceof Date);
  if (!isPlain) throw odd(value);
  return scalarText(serialize(value));
}

function enumOf(texts: ReadonlyMap<unknown, string>, value: unknown): string {
  const text = texts.get(value);
  if (text === undefined) throw odd(value);
  return text;
}

type Write = (entity: unknown, context: object) => readonly string[];

class CannotCompile extends Error {}

/** The functions a query becomes: `o` is the object or list they write, `c` the context. */
class Program {
  readonly #enums: TextsWanted['enums'];
  readonly #functions: string[] = [];
  /** What the code calls by its number. */
  readonly #parts: unknown[] = [];

  constructor(enums: TextsWanted['enums']) {
    this.#enums = enums;
  }

  /** Undefined when it cannot be compiled. */
  link(type: GraphQLObjectType, fields: readonly FieldNode[], groups: readonly number[]): Write | undefined {
    try {
      const members = [...this.#members(type, fields)];
      const texts = groups.map((size) => members.splice(0, size).join(` + ',' + `));
      const code = `'use strict'; ${this.#functions.join('\n')}
        return function entity(o, c) { let v; ${this.#guard(type)} return [${texts.join()}]; };`;
      const make = new Function('odd', 'leaf', 'custom', 'enumOf', 'p', 'info', code);
      return make(odd, leaf, custom, enumOf, this.#parts, noInfo) as Write;
    } catch (error) {
      // An EvalError says that this process may not generate code.
      if (error instanceof CannotCompile || error instanceof EvalError) return undefined;
      throw error;
    }
  }

  /** A promise is an object too, of which every field would be missing; and so is an error. */
  #guard({ isTypeOf }: GraphQLObjectType): string {
    if (isTypeOf) throw new CannotCompile();
    return "if (typeof o !== 'object' || o === null || o.then !== undefined || o instanceof Error) throw odd(o);";
  }

  #function(code: string): string {
    const name = `w${this.#functions.length}`;
    this.#functions.push(`function ${name}(o, c) { let v; ${code} }`);
    return name;
  }

  #part(value: unknown): string {
    return `p[${this.#parts.push(value) - 1}]`;
  }

  #members(type: GraphQLObjectType, fields: readonly FieldNode[]): readonly string[] {
    return fields.map((node) => {
      const member = (text: string) => `'${JSON.stringify(nameOf(node))}:' + ${text}`;
      if (node.name.value === '__typename') return member(`'"${type.name}"'`);
      const field = type.getFields()[node.name.value];
      if (!field) throw new CannotCompile();
      const { name, resolve } = field;
      return member(
        this.#value(field.type, resolve ? this.#call(resolve, getArgumentValues(field, node)) : `o.${name}`, node),
      );
    });
  }

  /** Each call has arguments of its own. */
  #call(resolve: GraphQLFieldResolver<unknown, object>, args: object): string {
    return `${this.#part(resolve)}(o, ${Object.keys(args).length > 0 ? `{ ...${this.#part(args)} }` : '{}'}, c, info)`;
  }

  #value(type: GraphQLOutputType, value: string, node: FieldNode): string {
    if (isNonNullType(type)) return this.#present(type.ofType, value, node);
    return `((v = ${value}) == null ? 'null' : ${this.#present(type, 'v', node)})`;
  }

  #present(type: GraphQLOutputType, value: string, node: FieldNode): string {
    if (isEnumType(type)) {
      const shown = this.#enums.get(type.name);
      const values = type.getValues().filter(({ name }) => shown?.has(name));
      return `enumOf(${this.#part(new Map(values.map((each) => [each.value, `"${each.name}"`])))}, ${value})`;
    }
    if (isScalarType(type)) {
      if (Object.hasOwn(leaf, type.name)) return `leaf.${type.name}(${value})`;
      return `custom(${this.#part(type.serialize.bind(type))}, ${value})`;
    }
    if (isListType(type)) {
      const item = this.#value(type.ofType, 'o[i]', node);
      const name = this.#function(`if (!Array.isArray(o)) throw odd(o);
        let s = '['; for (let i = 0; i < o.length; i++) { if (i > 0) s += ','; s += ${item}; } return s + ']';`);
      return `${name}(${value}, c)`;
    }
    const fields = isObjectType(type) && node.selectionSet && plainFields(node.selectionSet);
    if (!fields) throw new CannotCompile();
    const members = this.#members(type, fields).join(` + ',' + `);
    return `${this.#function(`${this.#guard(type)} return '{' + ${members} + '}';`)}(${value}, c)`;
  }
}
