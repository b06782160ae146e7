import {
  type CompositeType,
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
import type { Conditions } from './conditions.ts';
import { Unsupported } from './plan.ts';
import { collectFields, type Selected } from './selections.ts';

/**
 * An answer of one subgraph that is clean and just what the client asked, passed on as the text it came as. Whether it
 * is, a regular expression made of the operation tells: it takes exactly the texts that the writer would write again
 * when it had read them. For a listing of 6.5 kB it takes 7 µs; to read and to write take 66 and 30, and leave garbage.
 * Nobody needs to be trusted for that: an answer in any other form is read as ever. `PASS_THROUGH=off` reads all.
 */
export class AnswerForm {
  readonly #pattern: RegExp;
  /** Tries in vain, less those that were not: another order of fields, say, never matches, and is not tried for ever. */
  #vain = 0;

  constructor(pattern: RegExp) {
    this.#pattern = pattern;
  }

  /** Text of the answer's `data`, when all is plain. */
  dataOf(answer: string): string | undefined {
    if (this.#vain > mostVain || answer.length > longestText) return undefined;
    const isPlain = this.#pattern.test(answer);
    this.#vain = isPlain ? Math.max(0, this.#vain - 1) : this.#vain + 1;
    return isPlain ? answer.slice(start.length, -1) : undefined;
  }
}

/** An answer left as text. Who looks into it gets it read. */
export class CleanText {
  readonly text: string;
  constructor(text: string) {
    this.text = text;
  }
  get data(): Record<string, unknown> {
    return JSON.parse(this.text);
  }
}

const mostVain = 20;
const start = '{"data":';
/** Longer texts and larger expressions are not what this is for, and would cost the expression its compiled form. */
const longestText = 512 * 1024;
const longestPattern = 16_000;

/** Undefined where the form depends on variables, or on a type whose name the client does not ask for first. */
export function answerFormOf(operation: Operation, conditions: Conditions): AnswerForm | undefined {
  const root = operation.schema().schemaDefinition.rootType(operation.rootKind);
  if (!root) return undefined;
  try {
    const source = compositeForm(root, [operation.selectionSet], conditions);
    return new AnswerForm(new RegExp(`^${literal(start)}${source}\\}$`));
  } catch (error) {
    if (error instanceof Unsupported) return undefined;
    throw error;
  }
}

/**
 * Of each value only what `JSON.stringify` writes of it. There is one way only in which a text can match, so that no
 * text takes longer than it is long: numbers of any length or with exponents, and escaped strings, are left to reading.
 */
const fraction = (digits: number) => `(?:\\.[0-9]{0,${digits - 1}}[1-9])`;
const forms = {
  String: '"[^"\\\\\\x00-\\x1f]*"',
  Int: '(?:0|-?[1-9][0-9]{0,14})',
  // 15 digits at most, which a double keeps; none so small that it is written with an exponent.
  Float: `(?:0|-?(?:0${fraction(6)}|[1-9][0-9]{0,3}${fraction(11)}?|[1-9][0-9]{4,8}${fraction(6)}?))`,
  Boolean: '(?:true|false)',
} as const;
const leafForms: Readonly<Record<string, string>> = { ...forms, ID: `(?:${forms.String}|${forms.Int})` };
const scalarForm = `(?:${forms.String}|${forms.Float}|${forms.Boolean})`;

const literal = (text: string) => text.replaceAll(/[\\^$.*+?()[\]{}|]/g, '\\$&');

function valueForm(type: Type, sets: readonly SelectionSet[], conditions: Conditions): string {
  if (isNonNullType(type)) return presentForm(type.ofType, sets, conditions);
  return `(?:null|${presentForm(type, sets, conditions)})`;
}

function presentForm(type: Type, sets: readonly SelectionSet[], conditions: Conditions): string {
  if (isEnumType(type)) return `"(?:${type.values.map(({ name }) => name).join('|')})"`;
  if (isScalarType(type)) return Object.hasOwn(leafForms, type.name) ? (leafForms[type.name] as string) : scalarForm;
  if (isListType(type)) return `\\[(?:${valueForm(type.ofType, sets, conditions)}(?:,(?!\\])|(?=\\])))*\\]`;
  return compositeForm(type as CompositeType, sets, conditions);
}

function compositeForm(type: CompositeType, sets: readonly SelectionSet[], conditions: Conditions): string {
  if (isObjectType(type)) return objectForm(type, sets, conditions, false);
  if (!isAbstractType(type)) throw new Unsupported(String(type));
  const types = possibleRuntimeTypes(type).map((each) => objectForm(each, sets, conditions, true));
  return bounded(`(?:${types.join('|')})`);
}

function objectForm(type: ObjectType, sets: readonly SelectionSet[], conditions: Conditions, isOneOfMany: boolean) {
  const { fields, needsTypename } = collectFields(type, sets, conditions);
  // Told apart by their first member: otherwise what two types have in common would be tried for each of them.
  const tellsType = fields[0]?.isTypename === true && fields[0].responseName === '__typename';
  if ((isOneOfMany || needsTypename) && !tellsType) throw new Unsupported('no name of the type');
  const members = fields.map((field) => memberForm(field, type, conditions));
  return bounded(`\\{${members.join(',')}\\}`);
}

function memberForm({ responseName, isTypename, type, condition, inner }: Selected, own: ObjectType, all: Conditions) {
  if (condition !== '') throw new Unsupported('a condition');
  return `"${responseName}":${isTypename ? `"${own.name}"` : valueForm(type, inner, all)}`;
}

function bounded(source: string): string {
  if (source.length > longestPattern) throw new Unsupported('size');
  return source;
}
