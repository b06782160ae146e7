import { beforeAll, describe, expect, it } from 'vitest';
import { shopOperations, shopTexts, sourcesOf } from '../../test/shop.ts';
import { type Finding, type LayerName, layerNames, type Severity } from '../findings.ts';
import { type Baseline, type ConsumerRecord, readGraph } from './graph.ts';
import { runLayers } from './index.ts';
import { baselineOf } from './stored.ts';

let baseline: Baseline;
beforeAll(async () => {
  baseline = await baselineOf(readGraph(sourcesOf(shopTexts), shopOperations));
});

const check = (texts: Readonly<Record<string, string>>, layers: readonly LayerName[] = layerNames) =>
  runLayers(readGraph(sourcesOf(texts), shopOperations), baseline, layers);

/** The shop with a piece of one subgraph's text replaced; fails when that piece is not there. */
function withDefect(subgraph: string, from: string, to: string): Record<string, string> {
  const text = shopTexts[subgraph] ?? '';
  if (!text.includes(from)) throw new Error(`${subgraph} has no ${from}`);
  return { ...shopTexts, [subgraph]: text.replaceAll(from, to) };
}

const caughtBy = (findings: readonly Finding[], severities: readonly Severity[] = ['error']) => [
  ...new Set(findings.filter(({ severity }) => severities.includes(severity)).map(({ layer }) => layer)),
];

it('finds nothing in a graph that is as it was published', async () => {
  expect((await check(shopTexts)).filter(({ severity }) => severity !== 'info')).toEqual([]);
});

describe('a seeded defect', () => {
  const money = '"Digits and a point."\n  amount: String!';
  const place = '"Town."\n  town: String!';
  it.each<[string, string, string, string, LayerName, LayerName[]]>([
    [
      'a field in use is removed',
      'stock',
      '  "What it costs."\n  price: Money! @tag(name: "storefront")\n',
      '',
      'breaking',
      ['operations'],
    ],
    ['an output becomes nullable', 'stock', 'price: Money!', 'price: Money', 'breaking', []],
    [
      'an input field becomes required',
      'sales',
      '"Where to."',
      '"How many."\n  count: Int!\n  "Where to."',
      'breaking',
      ['operations'],
    ],
    [
      'a value type grows in one subgraph',
      'stock',
      money,
      `${money}\n  "Which."\n  currency: String!`,
      'composition',
      ['shared'],
    ],
    [
      'an input grows in one subgraph',
      'stock',
      place,
      `${place}\n  "Street."\n  street: String`,
      'composition',
      ['shared'],
    ],
    ['an external type differs', 'sales', 'status: Status! @external', 'status: Int @external', 'composition', []],
    [
      'a key is renamed in a reference',
      'sales',
      'type Item @key(fields: "id") {\n  id: ID!',
      'type Item @key(fields: "code") {\n  code: ID!',
      'composition',
      [],
    ],
    ['an input is @oneOf', 'sales', 'input SellInput {', 'input SellInput @oneOf {', 'composition', []],
    [
      'a field in use loses its tag',
      'stock',
      'price: Money! @tag(name: "storefront")',
      'price: Money!',
      'operations',
      ['breaking', 'policy'],
    ],
    ['a private field is tagged', 'stock', 'margin: Money', 'margin: Money @tag(name: "storefront")', 'policy', []],
    ['a scope is removed', 'stock', ' @requiresScopes(scopes: [["inventory:admin"]])', '', 'policy', []],
    ['a scope is weakened', 'stock', '[["inventory:admin"]]', '[["inventory:read"]]', 'policy', []],
    [
      'a field of a service call is removed',
      'stock',
      '  "Units."\n  units: Int!',
      '  "Pieces."\n  pieces: Int!',
      'provider',
      [],
    ],
    [
      'a service call becomes public',
      'stock',
      'booked: Booked @inaccessible',
      'booked: Booked',
      'composition',
      ['policy'],
    ],
    [
      'a list becomes one',
      'stock',
      'similar: [Item!]! @listSize(assumedSize: 4)',
      'similar: Item!',
      'consumer',
      ['breaking'],
    ],
    ['a list loses its size', 'stock', ' @listSize(assumedSize: 4)', '', 'policy', []],
  ])('%s', async (_what, subgraph, from, to, layer, others) => {
    const caught = caughtBy(await check(withDefect(subgraph, from, to)));
    expect(caught).toEqual(expect.arrayContaining([layer, ...others]));
  });

  it('an enum value is removed', async () => {
    const gone = '\n  "Not to be had."\n  GONE';
    const texts = { ...withDefect('stock', gone, ''), sales: withDefect('sales', gone, '').sales ?? '' };
    expect(caughtBy(await check(texts))).toEqual(['breaking']);
  });

  it.each([
    ['an enum value is added', 'stock', '  GONE\n', '  GONE\n  "Soon."\n  COMING\n'],
    [
      'a union member is added',
      'sales',
      '= NotFound | SoldOut',
      '= NotFound | SoldOut | Closed\n"Shut."\ntype Closed @tag(name: "storefront") {\n  "Until."\n  until: String\n}',
    ],
  ])('%s: a client may not know it', async (_what, subgraph, from, to) => {
    const both: Record<string, string> =
      subgraph === 'stock' ? { sales: withDefect('sales', from, to).sales ?? '' } : {};
    const findings = await check({ ...withDefect(subgraph, from, to), ...both });
    expect(caughtBy(findings, ['warning'])).toContain('breaking');
    expect(caughtBy(findings)).toEqual([]);
  });
});

describe('what only one layer sees', () => {
  it.each([
    ['no description', '  "What it costs."\n', '', 'Item.price'],
    ['a field in snake_case', 'margin: Money', 'net_margin: Money', 'Item.net_margin'],
    [
      'a tagged entity',
      'type Item @key(fields: "id") {',
      'type Item @key(fields: "id") @tag(name: "partner") {',
      'Item',
    ],
  ])('lint: %s', async (_what, from, to, subject) => {
    const findings = await check(withDefect('stock', from, to), ['lint']);
    expect(findings).toContainEqual(expect.objectContaining({ severity: 'error', subject: `stock: ${subject}` }));
  });

  it('operations: one that costs too much, and one whose role lacks the scope', async () => {
    const dear = await check(withDefect('sales', '@cost(weight: 20)', '@cost(weight: 2000)'), ['operations']);
    expect(dear).toEqual([
      expect.objectContaining({ subject: 'storefront/Sell', message: 'It costs 2007; storefront has 1000.' }),
    ]);
    const closed = await check(
      withDefect(
        'stock',
        '@listSize(assumedSize: 50)',
        '@listSize(assumedSize: 50) @requiresScopes(scopes: [["inventory:admin"]])',
      ),
      ['operations'],
    );
    expect(closed).toEqual([expect.objectContaining({ message: expect.stringContaining('Query.items') })]);
  });

  it('plans: one that takes more fetches than it did', async () => {
    const graph = readGraph(sourcesOf(shopTexts), shopOperations);
    const cheaper = { ...baseline, operations: { 'storefront/List': { cost: 0, fetches: 1, stages: 1 } } };
    const findings = await runLayers(graph, cheaper, ['plans']);
    expect(findings.map(({ message }) => message)).toEqual([
      'It takes 2 fetches; it took 1.',
      'It takes 2 stages; it took 1.',
    ]);
  });

  it('consumer: one that asks the same and answers otherwise', async () => {
    const graph = readGraph(sourcesOf(shopTexts), shopOperations);
    const { answers, result } = baseline.consumers['storefront/Sell'] as ConsumerRecord;
    const other = JSON.parse(JSON.stringify(result).replace('"left":1', '"left":2'));
    const consumers = { 'storefront/Sell': { answers, result: other } };
    const findings = await runLayers(graph, { ...baseline, consumers }, ['consumer']);
    expect(findings.map(({ message }) => message)).toEqual(['the answer.data.sell.userErrors.1.left was 2 and is 1.']);
  });

  it('variants: a union with a hidden member', async () => {
    const hidden = 'type SoldOut @tag(name: "storefront") {\n  "Left."\n  left: Int!';
    const findings = await check(withDefect('sales', hidden, 'type SoldOut {\n  "Left."\n  left: Int!'), ['variants']);
    expect(findings).toContainEqual(
      expect.objectContaining({ subject: 'storefront: SellError', message: 'It hides its member SoldOut.' }),
    );
  });

  it.each([
    ['sorts', 'sort: ItemSortField', 'enum ItemSortField', 'MARGIN', 'ID'],
    ['filters', 'filter: ItemFilter', 'input ItemFilter', 'suppliers: [ID!]', 'ids: [ID!]'],
  ])(
    'variants: a key that %s by a hidden field, unless it is tagged for others',
    async (_what, arg, type, key, other) => {
      const seed = (tag: string) => {
        const texts = withDefect('stock', 'items(\n', `items(\n    "Which."\n    ${arg}\n`);
        return {
          ...texts,
          stock: `${texts.stock}\n"Keys."\n${type} {\n  "One."\n  ${key} ${tag}\n  "Two."\n  ${other}\n}`,
        };
      };
      const subject = `storefront: ${type.split(' ')[1]}.${key.split(':')[0]}`;
      const told = async (tag: string) => (await check(seed(tag), ['variants'])).map((finding) => finding.subject);
      expect(await told('')).toEqual([subject]);
      expect(await told('@tag(name: "partner")')).toEqual([]);
    },
  );

  it('breaking: what no stored operation uses may go, with a warning', async () => {
    const findings = await check(
      withDefect('sales', '  "What was sold."\n  item: Item @tag(name: "storefront")\n', ''),
      ['breaking'],
    );
    expect(findings.filter(({ subject }) => subject.startsWith('storefront'))).toEqual([
      expect.objectContaining({
        severity: 'warning',
        message: expect.stringContaining('No stored operation uses it.'),
      }),
    ]);
  });
});
