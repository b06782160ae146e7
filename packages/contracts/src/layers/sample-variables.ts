import {
  type GraphQLInputType,
  type GraphQLSchema,
  isEnumType,
  isInputObjectType,
  isListType,
  isNonNullType,
  parse,
  typeFromAST,
  validate,
} from 'graphql';
import { operationOf } from './operations.ts';

/** A value of each scalar; of one not named here, any text. */
export const ofScalar: Readonly<Record<string, unknown>> = {
  Int: 1,
  Float: 1.5,
  Boolean: true,
  ID: 'id_1',
  String: 'text',
  DateTime: '2026-03-02T09:00:00Z',
  Date: '2026-03-02',
  LocalTime: '09:00:00',
  Duration: 'PT15M',
  Decimal: '1.50',
  CurrencyCode: 'EUR',
  CountryCode: 'FR',
  Locale: 'fr-FR',
  TimeZone: 'Europe/Paris',
  URL: 'https://example.com/',
};

/** Inputs below one another; a recursive input ends there. */
const deepest = 4;

/** A value for every variable of an operation and every field of its inputs; nothing for an operation not valid here. */
export function sampleVariables(schema: GraphQLSchema, text: string): Record<string, unknown> | undefined {
  const document = parse(text);
  if (validate(schema, document).length > 0) return undefined;
  const variables = operationOf(document).variableDefinitions ?? [];
  return Object.fromEntries(
    variables.map(({ variable, type }) => [
      variable.name.value,
      sampleOf(typeFromAST(schema, type as never) as GraphQLInputType, 0),
    ]),
  );
}

function sampleOf(type: GraphQLInputType, depth: number): unknown {
  if (isNonNullType(type)) return sampleOf(type.ofType, depth);
  if (isListType(type)) return [sampleOf(type.ofType, depth)];
  if (isEnumType(type)) return type.getValues()[0]?.name;
  if (!isInputObjectType(type)) return ofScalar[type.name] ?? 'text';
  const fields = Object.values(type.getFields()).filter((field) => depth < deepest || isNonNullType(field.type));
  return Object.fromEntries(fields.map((field) => [field.name, sampleOf(field.type, depth + 1)]));
}
