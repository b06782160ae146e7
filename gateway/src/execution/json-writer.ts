import {
  type CompositeType,
  type EnumType,
  isAbstractType,
  isEnumType,
  isListType,
  isNonNullType,
  isObjectType,
  isScalarType,
  type ObjectType,
  type Operation,
  possibleRuntimeTypes,
  type SelectionSet,
  type Type,
} from '@apollo/federation-internals';
import { enumText, leafText, scalarText, unusual } from '@passerelle/server';
import type { Conditions, Flags } from './conditions.ts';
import type { Insert, Run } from './entity-form.ts';
import type { Tree } from './merge.ts';
import { collectFields, type Selected } from './selections.ts';
import { Unsupported } from './unsupported.ts';

/** Writes `data` of the answer as JSON text; throws `unusual` when a value is not plainly what its type says. */
export type JsonWriter = (data: Tree, flags: Flags) => string;

/** Functions an operation may become; many types in many places are left to Apollo's executor. */
const maximumFunctions = 2000;

/**
 * Compiles an operation to JavaScript that checks and writes its answer in one walk, in place of a walk over schema
 * objects that builds a second tree and `JSON.stringify` over that. Code is generated because literal property names
 * and literal JSON between them are what makes it fast; only names of the schema and of a validated operation get in.
 */
export function compileWriter(
  operation: Operation,
  conditions: Conditions,
  inserts: readonly Insert[] = [],
): JsonWriter {
  const { rootKind, selectionSet } = operation;
  const root = operation.schema().schemaDefinition.rootType(rootKind);
  if (!root || rootKind === 'subscription') throw new Unsupported(rootKind);
  const program = new Program(conditions, inserts);
  return program.link(program.composite(root, [selectionSet]));
}

const bad = () => {
  throw unusual;
};

/** The functions an operation becomes: `o` is the object or list they write, `f` the flags. */
class Program {
  readonly #conditions: Conditions;
  readonly #functions: string[] = [];
  readonly #enums: ReadonlyMap<unknown, string>[] = [];
  readonly #slots: symbol[] = [];
  readonly #names = new Map<string, string>();
  readonly #setIds = new Map<SelectionSet, number>();
  /** By the selections of the object they are put into. */
  readonly #inserts: ReadonlyMap<string, readonly Insert[]>;

  constructor(conditions: Conditions, inserts: readonly Insert[]) {
    this.#conditions = conditions;
    this.#inserts = Map.groupBy(inserts, ({ type, sets }) => this.#keyOf(type, sets));
  }

  link(start: string): JsonWriter {
    const slots = this.#slots.map((_slot, index) => `const slot${index} = slots[${index}];`);
    const code = `'use strict'; ${[...slots, ...this.#functions].join('\n')}\nreturn ${start};`;
    const make = new Function('unusual', 'bad', 'leaf', 'scalar', 'enumText', 'enums', 'slots', code);
    return make(unusual, bad, leafText, scalarText, enumText, this.#enums, this.#slots) as JsonWriter;
  }

  /** Name of the function that writes an object with these selections. */
  composite(type: CompositeType, sets: readonly SelectionSet[]): string {
    if (isObjectType(type)) return this.#named(type, sets, () => this.#objectCode(type, sets));
    if (!isAbstractType(type)) throw new Unsupported(String(type));
    return this.#named(type, sets, () => {
      const cases = possibleRuntimeTypes(type).map(
        (each) => `case ${JSON.stringify(each.name)}: return ${this.composite(each, sets)}(o, f);`,
      );
      return `if (typeof o !== 'object' || o === null) throw unusual;
        switch (o.__typename) { ${cases.join(' ')} }
        throw unusual;`;
    });
  }

  /** One function for one type with the same selections, however many ways lead there. */
  #named(type: Type, sets: readonly SelectionSet[], codeOf: () => string): string {
    const key = this.#keyOf(type, sets);
    const known = this.#names.get(key);
    if (known) return known;
    if (this.#names.size >= maximumFunctions) throw new Unsupported('size');
    const name = `w${this.#names.size}`;
    this.#names.set(key, name);
    this.#functions.push(`function ${name}(o, f) { let v; ${codeOf()} }`);
    return name;
  }

  #keyOf(type: Type, sets: readonly SelectionSet[]): string {
    return `${type}:${sets.map((set) => this.#idOf(set)).join()}`;
  }

  #idOf(set: SelectionSet): number {
    const id = this.#setIds.get(set) ?? this.#setIds.size;
    this.#setIds.set(set, id);
    return id;
  }

  /** An expression for the text of a value; `isNone` is how the absence of a nullable one looks. */
  #value(type: Type, value: string, sets: readonly SelectionSet[], isNone: string): string {
    if (isNonNullType(type)) return this.#present(type.ofType, value, sets);
    return `((v = ${value}) ${isNone} ? 'null' : ${this.#present(type, 'v', sets)})`;
  }

  #present(type: Type, value: string, sets: readonly SelectionSet[]): string {
    if (isEnumType(type)) return `enumText(enums[${this.#enumIndex(type)}], ${value})`;
    if (isScalarType(type)) return `${Object.hasOwn(leafText, type.name) ? `leaf.${type.name}` : 'scalar'}(${value})`;
    if (isListType(type)) return `${this.#named(type, sets, () => this.#listCode(type.ofType, sets))}(${value}, f)`;
    return `${this.composite(type as CompositeType, sets)}(${value}, f)`;
  }

  #enumIndex(type: EnumType): number {
    const texts = new Map(type.values.map(({ name }) => [name as unknown, JSON.stringify(name)]));
    return this.#enums.push(texts) - 1;
  }

  #listCode(type: Type, sets: readonly SelectionSet[]): string {
    return `if (!Array.isArray(o)) throw unusual;
      let s = '[';
      for (let i = 0; i < o.length; i++) { if (i > 0) s += ','; s += ${this.#value(type, 'o[i]', sets, '=== null')}; }
      return s + ']';`;
  }

  #objectCode(type: ObjectType, sets: readonly SelectionSet[]): string {
    const { fields, needsTypename } = collectFields(type, sets, this.#conditions);
    const own = JSON.stringify(type.name);
    const isOther = `o.__typename !== ${own}${needsTypename ? '' : ' && o.__typename !== undefined'}`;
    const guard = `if (typeof o !== 'object' || o === null || ${isOther}) throw unusual;`;
    if (fields.length === 0) return `${guard} return '{}';`;
    const inserts = this.#inserts.get(this.#keyOf(type, sets)) ?? [];
    const members = this.#members(
      fields,
      own,
      inserts.flatMap(({ runs }) => runs),
    );
    if (members.every(({ condition }) => condition === '')) {
      const parts = members.map(({ code }, place) => `'${place ? ',' : '{'}${code}`);
      return `${guard} return ${parts.join(' + ')} + '}';`;
    }
    const parts = members.map(({ condition, code }) => `${condition ? `if (${condition}) ` : ''}s += ',${code};`);
    return `${guard} let s = ''; ${parts.join(' ')} return s === '' ? '{}' : '{' + s.slice(1) + '}';`;
  }

  /** Code within a string that its caller has opened: of each field, or of several that may be there as text. */
  #members(fields: readonly Selected[], own: string, runs: readonly Run[]) {
    const members: { readonly condition: string; readonly code: string }[] = [];
    for (let place = 0; place < fields.length; place++) {
      const field = fields[place] as Selected;
      const code = this.#member(field, own);
      const text = runs.find((each) => each.fields[0] === field.responseName);
      if (!text) {
        members.push({ condition: field.condition, code });
        continue;
      }
      const others = fields.slice(place + 1, place + text.fields.length);
      const run = [code, ...others.map((other) => this.#member(other, own))].join(" + ',");
      members.push({ condition: '', code: `' + (o[slot${this.#slots.push(text.slot) - 1}] ?? ('${run}))` });
      place += others.length;
    }
    return members;
  }

  /** Name and value of a field, within a string that its caller has opened. */
  #member({ responseName: name, isTypename, type, inner }: Selected, own: string): string {
    if (!isTypename) return `"${name}":' + ${this.#value(type, `o.${name}`, inner, '== null')}`;
    if (name === '__typename') return `"${name}":' + '${own}'`;
    // An alias of the type's name that says something else is for Apollo's executor.
    return `"${name}":' + (o.${name} == null || o.${name} === ${own} ? '${own}' : bad())`;
  }
}
