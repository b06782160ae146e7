import { composeServices } from '@apollo/composition';
import { parse } from 'graphql';

const link = `extend schema @link(url: "https://specs.apollo.dev/federation/v2.5",
  import: ["@key", "@shareable", "@external", "@requires", "@provides", "@override", "@interfaceObject", "@inaccessible"])
`;

const catalogue = `scalar Any
type Query {
  search(text: String = "a", first: Int): [Found!]
  work(id: ID!): Work
  works: [Work]!
  shelves: [[Work!]]
  nodes(ids: [ID!]!): [Node]!
  top(genre: Genre): Book
  reader: Reader
}
type Mutation { rename(id: ID!, title: String!): Book lend(id: ID!): Lending! }
union Lending = Lent | Refused
type Lent { book: Book! until: String }
type Refused { reason: Genre! }
union Found = Book | Film | Reader
interface Node { id: ID! }
interface Work implements Node { id: ID! title: String note: String genre: Genre }
type Book implements Work & Node @key(fields: "id") {
  id: ID! title: String! @shareable note: String genre: Genre pages: Int size: Size author: Person any: Any weight: Float
  sequel: Book related: [Work!]
}
type Film implements Work & Node @key(fields: "id") { id: ID! title: String note: String! genre: Genre minutes: Int! cast: [Person!] size: Size }
type Size @shareable { width: Int height: Int }
type Person @key(fields: "name country { code }") { name: String! country: Country! born: Int }
type Country @shareable { code: ID! name: String }
type Reader @key(fields: "id") { id: ID! favourites: [Found] }
enum Genre { CRIME ROMANCE HISTORY }
`;

const shop = `type Query { offers: [Offer!]! offer(id: ID!): Offer }
type Offer @key(fields: "id") { id: ID! price: Int book: Book @provides(fields: "title") works: [Priced!]! }
interface Priced { price: Int! }
type Book implements Priced @key(fields: "id") {
  id: ID! title: String! @external size: Size @external weight: Float @external
  price: Int! shipping: Float @requires(fields: "weight size { width height }") inStock: Boolean
}
type Film implements Priced @key(fields: "id") { id: ID! price: Int! size: Size @external parcel: String @requires(fields: "size { width }") }
type Size @shareable { width: Int height: Int }
`;

const people = `type Query { person(name: String!): Person readers(first: Int = 3): [Reader] }
type Person @key(fields: "name country { code }") { name: String! country: Country! friends: [Person] awards: [[String]] prize: Boolean! }
type Country @shareable { code: ID! name: String }
type Reader @key(fields: "id") @key(fields: "email") { id: ID! email: String nick: String! reviews: [Review!]! friends: [Reader!] }
type Review { text: String! stars: Int book: Book reader: Reader! secret: Int @inaccessible }
type Book @key(fields: "id") { id: ID! reviews: [Review] }
`;

/** A foreign graph, with interfaces, unions, value types, nested keys, `@requires`, `@provides` and lists of lists. */
export const librarySupergraph = (): string => supergraphOf({ catalogue, shop, people });

export function supergraphOf(services: Readonly<Record<string, string>>): string {
  const composed = composeServices(
    Object.entries(services).map(([name, text]) => ({ name, url: `http://${name}`, typeDefs: parse(link + text) })),
  );
  if (composed.errors) throw new Error(composed.errors.join('\n'));
  return composed.supergraphSdl as string;
}
