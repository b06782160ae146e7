import { parse } from 'graphql';
import type { StoredOperation } from '../src/layers/graph.ts';
import type { SubgraphSource } from '../src/subgraphs.ts';

const link = `extend schema @link(url: "https://specs.apollo.dev/federation/v2.9",
  import: ["@cost", "@external", "@inaccessible", "@key", "@listSize", "@requires", "@requiresScopes", "@shareable", "@tag"])`;

const shared = `
"An amount of money."
type Money @tag(name: "storefront") @shareable {
  "Digits and a point."
  amount: String!
}

"Where something is."
input Place {
  "Town."
  town: String!
}
`;

/** Two small subgraphs that hold to every rule; defects are seeded into them by replacing a piece of text. */
export const shopTexts: Readonly<Record<string, string>> = {
  stock: `${link}
type Query {
  "Items on hand. 50 at most."
  items(
    "Where."
    place: Place
  ): [Item!] @listSize(assumedSize: 50) @tag(name: "storefront")
  "For our own services."
  booked: Booked @inaccessible @requiresScopes(scopes: [["service:orders"]])
}
"What other services are told."
type Booked @inaccessible {
  "Units."
  units: Int!
}
"A thing we sell."
type Item @key(fields: "id") {
  "Its id."
  id: ID! @tag(name: "storefront")
  "What it costs."
  price: Money! @tag(name: "storefront")
  "How it stands."
  status: Status! @tag(name: "storefront")
  "Only we may see it."
  margin: Money
  "Only some of us may see it."
  supplier: String @requiresScopes(scopes: [["inventory:admin"]])
  "Its kin."
  similar: [Item!]! @listSize(assumedSize: 4) @tag(name: "storefront")
}
"How an item stands."
enum Status {
  "To be had."
  HERE
  "Not to be had."
  GONE
}
${shared}`,
  sales: `${link}
type Query {
  "Found sales."
  sale(
    "Its id."
    id: ID!
    "Where."
    place: Place
  ): Sale @tag(name: "storefront") @requiresScopes(scopes: [["orders:read:own"], ["orders:read"]])
}
type Mutation {
  "Sells something. Errors: NOT_FOUND, SOLD_OUT."
  sell(input: SellInput!): SellPayload @tag(name: "storefront") @cost(weight: 20)
}
"What to sell."
input SellInput {
  "Which item."
  itemId: ID!
  "Where to."
  place: Place
}
"What came of it."
type SellPayload @tag(name: "storefront") {
  "The sale."
  sale: Sale
  "Why not."
  userErrors: [SellError!]!
}
"Why nothing was sold."
union SellError @tag(name: "storefront") = NotFound | SoldOut
"Nothing there."
type NotFound @tag(name: "storefront") {
  "For developers."
  message: String!
}
"None left."
type SoldOut @tag(name: "storefront") {
  "Left."
  left: Int!
}
"One sale."
type Sale @key(fields: "id") {
  "Its id."
  id: ID! @tag(name: "storefront")
  "What was paid."
  total: Money! @tag(name: "storefront")
  "What was sold."
  item: Item @tag(name: "storefront")
}
type Item @key(fields: "id") {
  id: ID! @tag(name: "storefront")
  status: String @external
  "Often sold."
  popularity: Int @tag(name: "storefront") @requires(fields: "status")
}
${shared}`
    .replace('status: String @external', 'status: Status! @external')
    .concat(`
"How an item stands."
enum Status {
  "To be had."
  HERE
  "Not to be had."
  GONE
}
`),
};

export const sourcesOf = (texts: Readonly<Record<string, string>>): SubgraphSource[] =>
  Object.entries(texts).map(([name, sdl]) => ({ name, sdl, document: parse(sdl) }));

export const shopOperations: readonly StoredOperation[] = [
  {
    client: 'storefront',
    name: 'List',
    text: 'query List($place: Place) { items(place: $place) { id status price { amount } popularity similar { id } } }',
    variables: { place: { town: 'Lyon' } },
  },
  {
    client: 'storefront',
    name: 'Sell',
    text: `mutation Sell($input: SellInput!) { sell(input: $input) {
      sale { id total { amount } } userErrors { ... on NotFound { message } ... on SoldOut { left } } } }`,
    variables: { input: { itemId: 'i', place: { town: 'Lyon' } } },
  },
  { client: 'service', name: 'Booked', text: 'query Booked { booked { units } }' },
];
