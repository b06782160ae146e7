import {
  type CompositeType,
  isAbstractType,
  isEnumType,
  isListType,
  isNonNullType,
  isObjectType,
  isScalarType,
  type ObjectType,
  possibleRuntimeTypes,
  type SelectionSet,
  type Type,
} from '@apollo/federation-internals';
import type { Conditions } from './conditions.ts';
import { collectFields, type Selected } from './selections.ts';
import { Unsupported } from './unsupported.ts';

/**
 * Regular expressions for what the writer would write of an answer: exactly the texts that it would write again when it
 * had read them. There is one way only in which a text can match, so that none takes longer than it is long: numbers of
 * any length or with exponents, and escaped strings, are left to reading.
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

/** V8 compiles no larger ones. */
const longestForm = 16_000;

/** Throws `Unsupported` where the form depends on variables, or on a type whose name the client does not ask for first. */
export function compositeForm(type: CompositeType, sets: readonly SelectionSet[], conditions: Conditions): string {
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
  return membersForm(fields, type, conditions);
}

/** An object with these members. */
export function membersForm(fields: readonly Selected[], own: ObjectType, conditions: Conditions): string {
  return bounded(`\\{${fields.map((field) => memberForm(field, own, conditions)).join(',')}\\}`);
}

function memberForm({ responseName, isTypename, type, condition, inner }: Selected, own: ObjectType, all: Conditions) {
  if (condition !== '') throw new Unsupported('a condition');
  return `"${responseName}":${isTypename ? `"${own.name}"` : valueForm(type, inner, all)}`;
}

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

function bounded(source: string): string {
  if (source.length > longestForm) throw new Unsupported('size');
  return source;
}
