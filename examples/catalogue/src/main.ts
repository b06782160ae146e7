import { readFileSync } from 'node:fs';
import { ApolloServer } from '@apollo/server';
import { startStandaloneServer } from '@apollo/server/standalone';
import { buildSubgraphSchema } from '@apollo/subgraph';
import { parse } from 'graphql';
import { productOf } from './products.ts';

const typeDefs = parse(readFileSync(new URL('../schema.graphql', import.meta.url), 'utf8'));
const resolvers = {
  InventoryItem: {
    __resolveReference: ({ sku }: { readonly sku: string }) => ({ sku, ...productOf(sku) }),
  },
};

const server = new ApolloServer({ schema: buildSubgraphSchema([{ typeDefs, resolvers: resolvers as never }]) });
const { url } = await startStandaloneServer(server, { listen: { port: Number(process.env.PORT ?? 4010) } });
process.stdout.write(`ready ${url}\n`);
