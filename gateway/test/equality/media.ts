import { supergraphOf } from './library.ts';

const archive = `
scalar Any
enum Kind { NEW OLD }
input Filter { first: Int = 3 kind: Kind inner: Filter tags: [[String!]] any: Any id: ID }
type Query {
  media(id: ID): Media
  all: [Media!]!
  grid: [[Book]]
  thing: Thing
  things(filter: Filter = { first: 3 }, kinds: [Kind!] = [NEW]): [Thing]
  node(id: ID!): Node
  any(value: Any, filters: [Filter]): Any
}
type Mutation { keep(id: ID!): Book touch: Int }
interface Node { id: ID! }
interface Media implements Node { id: ID! title: String kind: Kind }
union Thing = Book | Film | Box | Shop
type Box { items: [Thing] book: Book media: Media any: Any }
type Book implements Media & Node @key(fields: "id") @key(fields: "isbn") {
  id: ID! title: String kind: Kind pages: Int any: Any valueOf: Int constructor: String isbn: ID! @shareable
  inner: Inner @shareable others: [[Book]]
}
type Film implements Media & Node @key(fields: "id") {
  id: ID! title: String kind: Kind minutes: Int any: Any valueOf: Int inner: Inner
}
type Inner @shareable { x: Int y: Int deep: Inner list: [Inner] }
type Shop @key(fields: "code { a b }") { code: Code! name: String }
type Code @shareable { a: ID! b: Any }
`;

const ratings = `
type Query { topRated: Media rated(min: Float): [Media] }
type Mutation { rate(id: ID!): Media touchRatings: Int! }
interface Media { id: ID! stars: Float }
type Book implements Media @key(fields: "id") {
  id: ID! stars: Float reviews: [Review!] title: String @external score: Int @requires(fields: "title")
}
type Film implements Media @key(fields: "id") {
  id: ID! stars: Float reviews: [Review!] title: String @external score: Int @requires(fields: "title")
}
type Review { text: String! media: Media author: Person }
type Person @key(fields: "name") @key(fields: "id") { name: String! id: ID! born: Int }
`;

const shops = `
scalar Any
type Query { books: [Book!] shops: [[Shop!]!]! holder: Holder taggedHolder: Holder @provides(fields: "book { tag }") }
type Holder { book: Book film: Film shop: Shop }
type Book @key(fields: "id") {
  id: ID! valueOf: Int @external constructor: String @external any: Any @external inner: Inner @external
  price: Int @shareable tag: String @external stock: Int owner: Person
  cost: Float @requires(fields: "valueOf constructor") weight: Int @requires(fields: "any inner { x list { y } }")
}
type Film @key(fields: "id") {
  id: ID! valueOf: Int @external inner: Inner @external price: Int owner: Person
  cost: Float @requires(fields: "valueOf") weight: Int @requires(fields: "inner { deep { x } }")
}
type Inner @shareable { x: Int y: Int deep: Inner list: [Inner] }
type Shop @key(fields: "code { a b }") { code: Code! open: Boolean books: [Book] }
type Code @shareable { a: ID! b: Any }
type Person @key(fields: "name") { name: String! friends: [Person!] fans: [[Person]] email: String }
`;

const animals = `
interface Animal { home: Home legs: Int }
type Dog implements Animal @shareable { home: Home legs: Int bark: Int }
type Cat implements Animal @shareable { home: Home legs: Int meow: Int }
type Home @shareable { a: Int b: Int }
scalar Any
type Code @shareable { a: ID! b: Any }
`;

const owners = `
type Query { people: [Person] best: Book }
type Person @key(fields: "id") { id: ID! email: String @override(from: "shops") nick: String owns: [Owned] }
union Owned = Book | Shop
type Book @key(fields: "id") { id: ID! price: Int @shareable tag: String @shareable pets: [Animal] }
type Shop @key(fields: "code { a b }") { code: Code! tag: String pets: [Animal] }
${animals}`;

const noises = `
type Book @key(fields: "id") @key(fields: "isbn") {
  id: ID! isbn: ID! inner: Inner @shareable borrowed: Boolean pets: [Animal] @external
  noise: Int @requires(fields: "pets { ... on Dog { bark } }")
  echo: Int @requires(fields: "pets { legs ... on Animal { home { a } } ... on Dog { home { b } } }")
}
type Inner @shareable { x: Int y: Int }
type Shop @key(fields: "code { a b }") {
  code: Code! pets: [Animal] @external
  noise: Int @requires(fields: "pets { ... on Dog { home { a } } ... on Cat { home { b } } }")
}
${animals}`;

/**
 * A foreign graph of what is rare: several and compound keys, `@requires` through interfaces and by names that every
 * object has, `@override`, `@provides` of what others share, lists of lists of entities.
 */
export const mediaSupergraph = (): string => supergraphOf({ archive, ratings, shops, owners, noises });
