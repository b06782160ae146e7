import { buildSchema, parse } from 'graphql';
import { expect, it } from 'vitest';
import { referenceOf } from './reference-text.ts';

it('tells every field with its type, arguments, scopes and end, and every value', () => {
  const sdl = `
    directive @requiresScopes(scopes: [[String!]!]!) on FIELD_DEFINITION
    type Query {
      "One order | or none."
      order("Its id." id: ID!): Order @requiresScopes(scopes: [["orders:read"], ["orders:read:own", "a"]])
    }
    "An order."
    type Order { "Its state." status: Status! "Old." lines: [String!]! @deprecated(reason: "Use status.") }
    enum Status { "Not yet." OPEN }
    union Thing = Order`;
  const text = referenceOf('storefront', buildSchema(sdl), parse(sdl), [{ name: 'A', text: '{ order }' }]);
  expect(text).toContain('Served at `/graphql/storefront`.');
  expect(text).toContain(
    '| `order` | [Order](#order) | One order \\| or none.<br>`id`: ID!. Its id. Needs `orders:read` or `orders:read:own` and `a`. |',
  );
  expect(text).toContain('| `status` | [Status](#status)! | Its state. |');
  expect(text).toContain('| `lines` | \\[String!]! | Old.<br>**Deprecated.** Use status. |');
  expect(text).toContain('| `OPEN` | Not yet. |');
  expect(text).toContain('One of [Order](#order).');
  expect(text).toContain('## Operation A\n\n```graphql\n{ order }\n```');
});
