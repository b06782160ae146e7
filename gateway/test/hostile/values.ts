import { createHash } from 'node:crypto';
import {
  type GraphQLField,
  type GraphQLInputType,
  type GraphQLSchema,
  isEnumType,
  isInputObjectType,
  isLeafType,
  isListType,
  isNonNullType,
  isRequiredArgument,
  isRequiredInputField,
} from 'graphql';

export type Input = Readonly<Record<string, unknown>>;

/** Good values by their name, so that a question gets past what is looked at first. */
const byName: Readonly<Record<string, unknown>> = {
  channelId: 'chn_web',
  city: 'Paris',
  code: 'NEW',
  deliveryGroupKey: 'all',
  email: 'ada@example.com',
  expectedTotal: { amount: '10.00', currency: 'EUR' },
  key: 'all',
  locationId: 'loc_0001',
  onHand: 5,
  pickupLocationId: 'loc_0001',
  sku: 'SHIRT',
  skus: ['SHIRT'],
};

const byScalar: Readonly<Record<string, unknown>> = {
  Boolean: true,
  CountryCode: 'FR',
  CurrencyCode: 'EUR',
  Date: '2026-11-22',
  DateTime: '2026-11-22T08:00:00Z',
  Decimal: '10.00',
  Duration: 'PT1H',
  Float: 48.85,
  ID: 'xyz_1',
  Int: 1,
  LocalTime: '10:00',
  Locale: 'fr-FR',
  String: 'words',
  TimeZone: 'Europe/Paris',
  URL: 'https://example.com/x.jpg',
};

/** Longer than what an index keeps, however well it is packed. */
const longText = Array.from({ length: 300 }, (_, index) => createHash('sha256').update(`${index}`).digest('hex')).join(
  '',
);
/** Values that a client may well send, and that storage, arithmetic or paging may choke on. */
const hostile: Readonly<Record<string, readonly unknown[]>> = {
  Date: ['0001-01-01', '9999-12-31'],
  DateTime: ['0001-01-01T00:00:00Z', '9999-12-31T23:59:59.999Z'],
  Decimal: ['99999999999999999999.99', '-1.00', '0.0000000000000000000001'],
  Duration: ['P99999Y', '-PT1H', 'PT0S'],
  Float: [1e308, -1e308, 5e-324],
  ID: ['a\0b', '', '\ud800', longText],
  Int: [2_147_483_647, -2_147_483_648, 0],
  Locale: ['x', 'a\0b'],
  String: ['a\0b', '', '\ud800', '__proto__', longText],
  URL: [`https://example.com/${longText}`, 'javascript:alert(1)'],
};

let questions = 0;

/** A value that the type takes, with nothing that may be left out. */
function goodValue(type: GraphQLInputType, name: string): unknown {
  if (name === 'revision') return ++questions;
  if (name === 'idempotencyKey') return `hostile-values-${++questions}`;
  if (name in byName) return byName[name];
  if (isNonNullType(type)) return goodValue(type.ofType, name);
  if (isListType(type)) return [goodValue(type.ofType, name)];
  if (isEnumType(type)) return type.getValues()[0]?.name;
  if (!isInputObjectType(type)) return byScalar[type.name];
  const fields = Object.values(type.getFields());
  const given = type.isOneOf ? fields.slice(0, 1) : fields.filter(isRequiredInputField);
  return Object.fromEntries(given.map((field) => [field.name, goodValue(field.type, field.name)]));
}

type Change = { readonly path: string; readonly value: unknown };

/** A good value, and every way to put one hostile value, or a long list, into it. */
function* tried(type: GraphQLInputType, name: string, path: string, depth = 0): Generator<Change> {
  if (isNonNullType(type)) return yield* tried(type.ofType, name, path, depth);
  yield { path, value: goodValue(type, name) };
  if (isListType(type)) {
    yield { path: `${path} empty`, value: [] };
    yield { path: `${path} long`, value: Array.from({ length: 1200 }, () => goodValue(type.ofType, name)) };
    for (const each of tried(type.ofType, name, `${path}.0`, depth)) yield { ...each, value: [each.value] };
  } else if (isInputObjectType(type) && depth < 6) {
    for (const field of Object.values(type.getFields())) {
      for (const each of tried(field.type, field.name, `${path}.${field.name}`, depth + 1)) {
        const rest = type.isOneOf ? {} : (goodValue(type, '') as Input);
        yield { ...each, value: { ...rest, [field.name]: each.value } };
      }
    }
  } else if (isLeafType(type)) {
    for (const value of hostile[type.name] ?? []) {
      yield { path: `${path} ${JSON.stringify(value).slice(0, 30)}`, value };
    }
  }
}

export type Question = { readonly title: string; readonly query: string; readonly variables: Input };

/** Each root field, asked with good values of which one is hostile. */
export function* hostileQuestions(schema: GraphQLSchema): Generator<Question> {
  for (const kind of ['query', 'mutation'] as const) {
    const root = kind === 'query' ? schema.getQueryType() : schema.getMutationType();
    for (const field of Object.values(root?.getFields() ?? {})) {
      if (field.args.length > 0) yield* questionsOf(kind, field);
    }
  }
}

function* questionsOf(kind: string, field: GraphQLField<unknown, unknown>): Generator<Question> {
  const declared = field.args.map(({ name, type }) => `$${name}: ${String(type)}`).join(', ');
  const given = field.args.map(({ name }) => `${name}: $${name}`).join(', ');
  const selected = 'getFields' in namedOf(field) || 'getTypes' in namedOf(field) ? '{ __typename }' : '';
  const query = `${kind} (${declared}) { ${field.name}(${given}) ${selected} }`;
  const good = () =>
    Object.fromEntries(field.args.filter(isRequiredArgument).map(({ name, type }) => [name, goodValue(type, name)]));
  for (const { name, type } of field.args) {
    for (const { path, value } of tried(type, name, name)) {
      yield { title: `${field.name} ${path}`, query, variables: { ...good(), [name]: value } };
    }
  }
}

function namedOf(field: GraphQLField<unknown, unknown>): object {
  let type: unknown = field.type;
  while (type && typeof type === 'object' && 'ofType' in type) type = type.ofType;
  return type as object;
}
