import { document, type Hostile } from './request.ts';

const times = (count: number, text: (n: number) => string) =>
  Array.from({ length: count }, (_, n) => text(n)).join(' ');
const nested = (open: string, levels: number, core = 'id', close = '}') =>
  `${open.repeat(levels)}${core}${close.repeat(levels)}`;
const place = (inner: string) => `{ place(id: "1") ${inner} }`;

/** Too deep, too wide, too often. */
const large: readonly Hostile[] = [
  document('13 levels', place(nested('{ costly ', 12, '{ id }', ''))),
  document('10 000 levels', nested('{ a ', 10_000)),
  document('500 inline fragments in one another', place(nested('{ ... on Place ', 500))),
  document('10 000 inline fragments in one another', place(nested('{ ... ', 10_000))),
  document('a list 900 levels deep', `{ places(filter: ${nested('[', 900, '1', ']')}) { id } }`),
  document('a list 100 000 levels deep', `{ places(filter: ${nested('[', 100_000, '1', ']')}) { id } }`),
  document('an object 400 levels deep', `{ places(filter: ${nested('{a: ', 400, '1')}) { id } }`),
  document('a type 1000 lists deep', `query ($x: ${nested('[', 990, 'Int', ']')}) { place(id: "1") { id } }`),
  document('21 root fields', `{ ${times(21, (n) => `a${n}: place(id: "${n}") { id }`)} }`),
  document('5000 root fields', `{ ${times(5000, (n) => `a${n}: __typename`)} }`),
  document('31 aliases', place(`{ ${times(31, (n) => `a${n}: id`)} }`)),
  document('3000 equal fields', place(`{ ${times(3000, () => 'id')} }`)),
  document('51 directives', place(`{ id ${times(51, () => '@include(if: true)')} }`)),
  document('1000 directives of nobody', place(`{ id ${times(1000, () => '@nobody')} }`)),
  document('six mutations', `mutation { ${times(6, (n) => `b${n}: buy(sku: "${n}") { sku }`)} }`),
  document(
    '1000 operations',
    times(1000, (n) => `query Q${n} { __typename }`),
    { operationName: 'Q1' },
  ),
  document('1000 variables', `query (${times(660, (n) => `$v${n}: ID`)}) { __typename }`),
  document('a page of two thousand million', '{ manyPlaces(first: 2147483647) { id } }'),
  document('a page of that in a variable', 'query ($n: Int) { manyPlaces(first: $n) { id } }', {
    variables: { n: 2_147_483_647 },
  }),
  document('a page that is no number of 32 bits', '{ manyPlaces(first: 99999999999999999999) { id } }'),
  document('twenty costly fields below each other', place(nested('{ costly ', 10, '{ costly { id } }'))),
];

const fragments: readonly Hostile[] = [
  document(
    'a bomb of 60 fragments',
    `{ ...F0 } ${times(60, (n) => `fragment F${n} on Query { ...F${n + 1} ...F${n + 1} }`)} fragment F60 on Query { __typename }`,
  ),
  document('a fragment in itself', '{ ...A } fragment A on Query { ...A }'),
  document('fragments in a circle', '{ ...A } fragment A on Query { ...B } fragment B on Query { ...A }'),
  document(
    'a circle below a field',
    '{ place(id: "1") { ...A } } fragment A on Place { costly { ...B } } fragment B on Place { costly { ...A } }',
  ),
  document(
    '20 fragments that spread all 20',
    `{ ${times(20, (n) => `...F${n}`)} } ${times(20, (f) => `fragment F${f} on Query { ${times(20, (n) => `...F${n}`)} }`)}`,
  ),
  document('a deep fragment nobody spreads', `{ __typename } fragment F on Place ${nested('{ costly ', 13)}`),
  document('a fragment with two bodies', '{ ...A } fragment A on Query { __typename } fragment A on Query { a }'),
  document('only fragments', 'fragment A on Query { __typename }'),
  document('a fragment on a type of ours', '{ place(id: "1") { ... on _Entity { __typename } } }'),
];

const curious: readonly Hostile[] = [
  document('the schema', '{ __schema { types { name } } }'),
  document('a type', '{ __type(name: "Place") { fields { name } } }'),
  document('a type beside data', '{ place(id: "1") { id } __type(name: "Place") { name } }'),
  document('the SDL of a subgraph', '{ _service { sdl } }'),
  document('entities', '{ _entities(representations: []) { __typename } }'),
  document('a hidden field', '{ place(id: "1") { margin } }'),
  document('nearly a hidden field', '{ place(id: "1") { margn } }'),
  document('nearly a root field', '{ plac(id: "1") { id } }'),
  document('an inaccessible field', '{ hiddenNumber }'),
  document('a field of ours', '{ secretPlaces { id } }'),
  document('a hidden enum value', '{ places(filter: {kind: LABORATORY}) { id } }'),
  document('a hidden input field in a variable', 'query ($f: PlaceFilter) { places(filter: $f) { id } }', {
    variables: { f: { risky: true } },
  }),
  document('a subscription where none is', 'subscription { orderChanged(id: "1") { id } }'),
  document('two operations and no name', '{ __typename } { __typename }'),
  document('an operation of another name', 'query A { __typename }', { operationName: 'constructor' }),
  document('a deferred part', '{ ... @defer { place(id: "1") { id } } }'),
  document('a schema to extend ours', 'extend type Query { secret: Int }'),
];

const text: readonly Hostile[] = [
  document('no document', ''),
  document('nothing but comments', `#${'x'.repeat(900_000)}`),
  document('a string of 900 KB that never ends', `{ place(id: "${'x'.repeat(900_000)}`),
  document('a block string that never ends', '{ place(id: """x'),
  document('NUL', '{ place(id: "1") { \u0000id } }'),
  document('an escape beyond Unicode', '{ place(id: "\\u{110000}") { id } }'),
  document('half a surrogate pair', '{ place(id: "\\uD800") { id } }'),
  document('letters that look like ours', '{ рlace(id: "1") { id } }'),
  document('text turned around', '{ \u202eplace(id: "1") { id } }'),
  document('SQL', `{ place(id: "1' or 1=1; drop table orders; --) { id } }`),
  document('a number that takes forever', `{ manyPlaces(first: ${'9'.repeat(100_000)}) { id } }`),
];

const variables: readonly Hostile[] = [
  document('a variable of another type', 'query ($id: ID!) { place(id: $id) { id } }', {
    variables: { id: { $ne: 1 } },
  }),
  document('a list of 100 000 for a scalar', 'query ($id: ID!) { place(id: $id) { id } }', {
    variables: { id: Array(100_000).fill(1) },
  }),
  document('no variable but a prototype', 'query ($id: ID!) { place(id: $id) { id } }', {
    variables: JSON.parse('{"__proto__": {"id": "1"}, "constructor": {"id": "1"}}'),
  }),
  document('a prototype in an input', 'query ($f: PlaceFilter) { places(filter: $f) { id } }', {
    variables: JSON.parse('{"f": {"__proto__": {"kind": "SHOP"}, "toString": 1}}'),
  }),
  document('a variable told twice', 'query ($id: ID!, $id: ID!) { place(id: $id) { id } }', { variables: { id: '1' } }),
  document('a moment that is none', 'query ($at: DateTime) { places(at: $at) { id } }', {
    variables: { at: `2026-01-01T00:00:00Z${' '.repeat(100_000)}x` },
  }),
];

const known = (hash: unknown, more: object = {}) => ({
  extensions: { persistedQuery: { version: 1, sha256Hash: hash, ...more } },
});
const stored: readonly Hostile[] = [
  { name: 'a hash nobody registered', body: JSON.stringify(known('0'.repeat(64))) },
  { name: 'a hash named like a part of every object', body: JSON.stringify(known('__proto__')) },
  { name: 'a hash of 900 KB', body: JSON.stringify(known('a'.repeat(900_000))) },
  document('the hash of another document', '{ __typename }', known('0'.repeat(64))),
  document('a version of hashes to come', '{ __typename }', known('0'.repeat(64), { version: 99 })),
];

export const documents: readonly Hostile[] = [...large, ...fragments, ...curious, ...text, ...variables, ...stored];
